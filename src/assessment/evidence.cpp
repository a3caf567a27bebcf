// Evidence under an answer. "We have none", items, and nothing said are three different things and stay so.
#include <fmt/format.h>

#include "assessment/answers.hpp"
#include "assessment/names.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

std::optional<Date> read_item_date(Fields& fields, const AnswerRules& rules, Findings& findings) {
    const auto dated = fields.date("dated");
    if (dated && rules.date && *dated > *rules.date) {
        findings.report("A016", fields.find("dated")->span,
                        fmt::format("the evidence is dated {}, after the assessment of {}", dated->to_text(),
                                    rules.date->to_text()),
                        "an assessment rests on what existed on its date: correct one of the two dates, or leave the "
                        "item for the next assessment");
    }
    return dated;
}

int read_optional_name(Fields& fields, std::string_view key, std::string_view what, const std::vector<Term>& known,
                       Findings& findings) {
    const Node* node = filled(fields.find(key));
    return node == nullptr ? -1 : read_name(*node, what, ids_of(known), findings).value_or(-1);
}

EvidenceItem read_item(const Node& node, const AnswerRules& rules, Findings& findings) {
    const EvidenceRules& evidence = rules.framework->evidence;
    EvidenceItem item;
    item.span = node.span;
    Fields fields(node, "an item of evidence", findings);
    if (const Node* strength = fields.need("strength")) {
        item.strength = read_name(*strength, "strength", ids_of(evidence.strengths), findings).value_or(0);
    }
    item.what = fields.text("what");
    item.dated = read_item_date(fields, rules, findings);
    item.produced_by = read_optional_name(fields, "produced_by", "producer", evidence.producers, findings);
    item.form = read_optional_name(fields, "form", "form of evidence", evidence.forms, findings);
    fields.finish();
    return item;
}

void read_items(const Node& list, const AnswerRules& rules, Answer& answer, Findings& findings) {
    answer.evidence_state = EvidenceState::items;
    for (const Node& node : list.items) answer.evidence.push_back(read_item(node, rules, findings));
}

}  // namespace

void read_evidence(const Node& node, const AnswerRules& rules, Answer& answer, Findings& findings) {
    if (rules.framework->evidence.strengths.empty()) {
        findings.report("A019", node.span, "this framework does not ask for evidence; it is not read",
                        "remove it, or keep it in the note");
        return;
    }
    if (node.kind == Node::Kind::scalar && node.text == "none") {
        answer.evidence_state = EvidenceState::none;
    } else if (node.kind == Node::Kind::sequence && !node.items.empty()) {
        read_items(node, rules, answer, findings);
    } else {
        findings.report("A017", node.span, "evidence is a list of items, or 'none'",
                        "write [{strength: …, what: …, dated: …}], or none if there is none, or remove the key if "
                        "nobody was asked");
        return;
    }
    if (answer.state != AnswerState::level && answer.evidence_state == EvidenceState::items) {
        findings.report("A018", node.span, "evidence under an answer without a level supports nothing",
                        "offer it under an answer that gives a level");
    }
}

}  // namespace waymark
