// A native assessment as a case for appraisal.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "appraisal/states.hpp"
#include "waymark/appraisal.hpp"

namespace waymark {

namespace {

std::string item_text(const EvidenceItem& item, const Framework& framework) {
    std::string text = framework.evidence.strengths[static_cast<std::size_t>(item.strength)].title;
    if (!item.what.empty()) text += ": " + item.what;
    if (item.dated) text += fmt::format(" ({})", item.dated->to_text());
    return text;
}

std::map<int, Case::Texts> free_texts(const Assessment& assessment, const Framework& framework) {
    std::map<int, Case::Texts> texts;
    for (const Respondent& respondent : assessment.respondents) {
        for (const Answer& answer : respondent.answers) {
            Case::Texts& here = texts[answer.element];
            if (!answer.reason.empty()) here.reasons.push_back(answer.reason);
            if (!answer.note.empty()) here.notes.push_back(answer.note);
            for (const EvidenceItem& item : answer.evidence) here.evidence.push_back(item_text(item, framework));
        }
    }
    return texts;
}

std::string title_at(const std::vector<Term>& terms, int index) {
    return index < 0 ? "" : terms[static_cast<std::size_t>(index)].title;
}

// In the order of the practices, then the strongest and the newest first: an order that tells nobody's part in it.
std::vector<CardEvidence> evidence_items(const Assessment& assessment, const Framework& framework) {
    const EvidenceRules& rules = framework.evidence;
    std::vector<std::pair<std::tuple<int, int, std::string>, CardEvidence>> items;
    for (const Respondent& respondent : assessment.respondents) {
        for (const Answer& answer : respondent.answers) {
            if (answer.state != AnswerState::level) continue;
            for (const EvidenceItem& item : answer.evidence) {
                const int effective = effective_strength(item, rules, assessment.date);
                CardEvidence card;
                card.practice = framework.elements[static_cast<std::size_t>(answer.element)].id;
                card.strength = rules.strengths[static_cast<std::size_t>(item.strength)].title;
                card.counts_as = rules.strengths[static_cast<std::size_t>(effective)].title;
                if (item.dated) card.dated = item.dated->to_text();
                card.produced_by = title_at(rules.producers, item.produced_by);
                card.form = title_at(rules.forms, item.form);
                card.what = item.what;
                items.emplace_back(std::tuple(answer.element, -item.strength, card.dated), std::move(card));
            }
        }
    }
    std::sort(items.begin(), items.end(), [](const auto& a, const auto& b) {
        const auto& [element_a, strength_a, dated_a] = a.first;
        const auto& [element_b, strength_b, dated_b] = b.first;
        return std::tie(element_a, strength_a, dated_b, a.second.produced_by, a.second.form, a.second.what) <
               std::tie(element_b, strength_b, dated_a, b.second.produced_by, b.second.form, b.second.what);
    });
    std::vector<CardEvidence> cards;
    for (auto& item : items) cards.push_back(std::move(item.second));
    return cards;
}

}  // namespace

Case case_without_words(const Assessment& assessment, const Framework& framework, const Plan& plan,
                        const Assessment* previous) {
    Case input;
    input.framework = &framework;
    input.plan = &plan;
    input.tally = tally_of(assessment, framework, plan);
    input.tables = assessment.facts;
    input.tables.resize(framework.catalogue.tables.size());
    if (const auto evidence = framework.catalogue.table("evidence")) {
        input.tables[static_cast<std::size_t>(*evidence)] = evidence_table(assessment, framework);
    }
    input.date = assessment.date;
    input.currency = assessment.currency;
    input.organisation = assessment.organisation;
    input.targets = assessment.targets;
    input.default_target = assessment.default_target;
    input.may_be_named = assessment.may_be_named;
    input.inputs.push_back({assessment.file, assessment.sha256});
    for (const auto& [name, digest] : assessment.read_files) input.inputs.push_back({name, digest});
    if (previous != nullptr) input.previous = Previous{previous->date, tally_of(*previous, framework, plan)};
    return input;
}

Case case_of(const Assessment& assessment, const Framework& framework, const Plan& plan, const Assessment* previous) {
    Case input = case_without_words(assessment, framework, plan, previous);
    input.texts = free_texts(assessment, framework);
    input.evidence = evidence_items(assessment, framework);
    return input;
}

}  // namespace waymark
