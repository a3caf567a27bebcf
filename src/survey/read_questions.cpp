// Where the answer to each question stands, and the evidence beside it.
#include <fmt/format.h>

#include <algorithm>

#include "assessment/names.hpp"
#include "survey/map_reader.hpp"

namespace waymark {

namespace {

constexpr const char* kPlaceHelp =
    "write the key of the answer; or a mapping with one of 'key' (a member's name), 'at' (a pointer from the record) "
    "and "
    "'columns' (one column per option)";

void read_columns(const Node& node, AnswerPlace& place, Findings& findings) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const auto column = read_text(node.items[i], "a column", findings);
        if (column) place.columns.emplace_back(node.keys[i].text, *column);
    }
}

// The keys that say where; exactly one of the three.
void read_where(Fields& fields, AnswerPlace& place, Findings& findings) {
    const Node* key = with_value(fields.find("key"));
    const Node* at = with_value(fields.find("at"));
    const Node* columns = with_value(fields.find("columns")) == nullptr ? nullptr : fields.mapping("columns");
    const int said = (key != nullptr) + (at != nullptr) + (columns != nullptr);
    if (said != 1) {
        findings.report(
            "M006", place.span,
            said == 0 ? "it is not said where the answer stands" : "it is said twice where the answer stands",
            kPlaceHelp);
    }
    if (key != nullptr) place.key = read_text(*key, "'key'", findings).value_or("");
    if (at != nullptr) place.at = read_pointer(*at, PointerRoot::record, findings);
    if (columns != nullptr) read_columns(*columns, place, findings);
    place.row = fields.text("row");
    if (!place.row.empty() && key == nullptr) {
        findings.report("M006", fields.find("row")->span, "'row' needs a 'key': the matrix that the row is in",
                        kPlaceHelp);
    }
}

void read_several(Fields& fields, AnswerPlace& place, Findings& findings) {
    if (const Node* many = with_value(fields.find("many"))) {
        const auto word = read_word(*many, "'many'", {"max", "min", "count", "first"}, findings);
        constexpr Many kWords[] = {Many::max, Many::min, Many::count, Many::first};
        if (word) place.many = kWords[*word];
    }
    if (const Node* split = with_value(fields.find("split"))) {
        const auto word = read_word(*split, "'split'", {" ", ",", ";", "json"}, findings);
        constexpr Split kWords[] = {Split::space, Split::comma, Split::semicolon, Split::json};
        if (word) place.split = kWords[*word];
    }
    if (!place.columns.empty() && place.split != Split::never) {
        findings.report("M012", fields.find("split")->span, "'split' does nothing beside 'columns'",
                        "each column says yes or no to one option; leave it out");
    }
}

// A scalar is the key. `evidence` and `dated` are read by who allows them.
AnswerPlace read_place(Fields& fields, std::string_view values, Findings& findings) {
    AnswerPlace place;
    place.span = fields.node().span;
    read_where(fields, place, findings);
    read_several(fields, place, findings);
    place.values = values;
    if (const Node* table = with_value(fields.find("values"))) {
        place.values = read_text(*table, "'values'", findings).value_or(std::string(values));
        place.values_span = table->span;
    }
    return place;
}

AnswerPlace short_place(const Node& node, std::string_view values) {
    AnswerPlace place;
    place.key = node.text;
    place.values = values;
    place.span = node.span;
    return place;
}

AnswerPlace read_dated(const Node& node, Findings& findings) {
    if (node.kind == Node::Kind::scalar) return short_place(node, "");
    AnswerPlace place;
    place.span = node.span;
    Fields fields(node, "dated", findings);
    if (fields.is_mapping()) read_where(fields, place, findings);
    fields.finish();
    return place;
}

EvidenceMap read_evidence(const Node& node, Findings& findings) {
    if (node.kind == Node::Kind::scalar) return {short_place(node, "evidence"), std::nullopt};
    EvidenceMap evidence;
    Fields fields(node, "evidence", findings);
    if (!fields.is_mapping()) return evidence;
    evidence.place = read_place(fields, "evidence", findings);
    if (const Node* dated = with_value(fields.find("dated"))) evidence.dated = read_dated(*dated, findings);
    fields.finish();
    return evidence;
}

std::optional<QuestionMap> read_question(const Node& key, const Node& node, Findings& findings) {
    QuestionMap question;
    question.practice = key.text;
    question.practice_span = key.span;
    if (node.kind == Node::Kind::null || (node.kind == Node::Kind::scalar && node.text.empty())) {
        findings.report(
            "M011", key.span, fmt::format("no place is given for the answer to {}", in_quotes(key.text)),
            "write its key after the ':', or take the line out: a question without one counts as not asked");
        return std::nullopt;
    }
    if (node.kind == Node::Kind::scalar) {
        question.place = short_place(node, "default");
        return question;
    }
    Fields fields(node, "a question", findings);
    if (!fields.is_mapping()) return std::nullopt;
    question.place = read_place(fields, "default", findings);
    if (const Node* evidence = with_value(fields.find("evidence")))
        question.evidence = read_evidence(*evidence, findings);
    fields.finish();
    return question;
}

}  // namespace

std::vector<QuestionMap> read_questions(const Node& node, Findings& findings) {
    std::vector<QuestionMap> questions;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        if (auto question = read_question(node.keys[i], node.items[i], findings))
            questions.push_back(std::move(*question));
    }
    return questions;
}

}  // namespace waymark
