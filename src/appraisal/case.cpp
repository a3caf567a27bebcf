// A native assessment as a case for appraisal.
#include <fmt/format.h>

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

}  // namespace

Case case_of(const Assessment& assessment, const Framework& framework, const Plan& plan, const Assessment* previous) {
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
    input.texts = free_texts(assessment, framework);
    if (previous != nullptr) input.previous = Previous{previous->date, tally_of(*previous, framework, plan)};
    return input;
}

}  // namespace waymark
