#include "survey/form.hpp"

#include <fmt/format.h>

#include "survey/map_text.hpp"
#include "survey/practices.hpp"
#include "text/csv.hpp"
#include "text/display.hpp"

namespace waymark {

namespace {

const Element& element(const Framework& framework, int index) {
    return framework.elements[static_cast<std::size_t>(index)];
}

// What heads the column of a question. Form builders head it with the question as people saw it.
std::string heading(const Element& practice, FormKind kind) {
    if (kind == FormKind::csv) return practice_name(practice);
    return (practice.code.empty() ? "" : practice.code + ". ") + practice.question.ask;
}

// Columns are found by their text, so what belongs to one question has to differ from what belongs to the next.
std::string short_name(const Element& practice) {
    return practice.code.empty() ? practice.title : practice.code;
}

std::string evidence_heading(const Element& practice, FormKind kind) {
    return kind == FormKind::csv ? short_name(practice) + " evidence"
                                 : short_name(practice) + ". What shows that this level is true?";
}

std::string dated_heading(const Element& practice, FormKind kind) {
    return kind == FormKind::csv ? short_name(practice) + " evidence dated"
                                 : short_name(practice) + ". When is it from?";
}

bool asks_for_evidence(const Framework& framework) {
    return !framework.evidence.strengths.empty();
}

// The questions about the person, in the order of the form; the map reads each at its heading.
struct Person {
    const char* fact;
    const char* column;
    const char* question;
};
constexpr Person kPerson[] = {{"organisation", "organisation", "Which organisation or team do you answer for?"},
                              {"role", "role", "Which of these describes you best?"},
                              {"respondent", "respondent", "Your name or a name of your choice"},
                              {"submitted", "date", "Date"}};

bool is_asked(const Framework& framework, const Person& person) {
    return std::string_view(person.fact) != "role" || !framework.roles.empty();
}

std::string table(const Framework& framework) {
    std::string line;
    const auto add = [&](const std::string& name) { line += (line.empty() ? "" : ",") + csv_field(name); };
    for (const Person& person : kPerson) {
        if (is_asked(framework, person)) add(person.column);
    }
    for (const int index : practices_of(framework)) {
        const Element& practice = element(framework, index);
        add(heading(practice, FormKind::csv));
        if (!asks_for_evidence(framework)) continue;
        add(evidence_heading(practice, FormKind::csv));
        add(dated_heading(practice, FormKind::csv));
    }
    return line + "\r\n";
}

std::string choice(const std::string& label, const std::string& explained) {
    std::string line = "- [ ] **" + escape_markdown(printable(label)) + "**";
    if (!explained.empty()) line += ": " + escape_markdown(printable(explained));
    return line + "\n";
}

std::string person_questions(const Framework& framework) {
    std::string text = "## About you\n";
    for (const Person& person : kPerson) {
        if (!is_asked(framework, person)) continue;
        text += fmt::format("\n### {}\n\n", person.question);
        if (std::string_view(person.fact) != "role") {
            text += "Answer: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n";
            continue;
        }
        for (const Term& role : framework.roles) text += choice(role.title, role.about);
    }
    return text;
}

std::string evidence_question(const Framework& framework, const Element& practice) {
    std::string text = fmt::format("\n#### {}\n\n", escape_markdown(evidence_heading(practice, FormKind::markdown)));
    if (!practice.question.evidence.empty()) {
        text += escape_markdown(printable(practice.question.evidence)) + "\n\n";
    }
    for (const Strength& strength : framework.evidence.strengths) text += choice(strength.title, strength.about);
    text += fmt::format("\n#### {}\n\nYear, month and day, such as 2026-01-31: \\_\\_\\_\\_-\\_\\_-\\_\\_\n",
                        escape_markdown(dated_heading(practice, FormKind::markdown)));
    return text;
}

std::string practice_question(const Framework& framework, int profile, int index) {
    const Element& practice = element(framework, index);
    const Question& question = practice.question;
    std::string text = fmt::format("\n### {}\n\n", escape_markdown(printable(heading(practice, FormKind::markdown))));
    if (!question.what.empty()) text += escape_markdown(printable(question.what)) + "\n\n";
    const auto& levels = framework.scale_of(index).levels;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        text += choice(levels[i].title, i < question.anchors.size() ? question.anchors[i] : levels[i].means);
    }
    text += choice("Don't know", "");
    if (may_be_not_applicable(framework, profile, index)) {
        const auto& in_profile = framework.profiles[static_cast<std::size_t>(profile)].not_applicable;
        const auto said = in_profile.find(index);
        text += choice("Not applicable", said != in_profile.end() ? said->second : *question.not_applicable);
    }
    return asks_for_evidence(framework) ? text + evidence_question(framework, practice) : text;
}

std::string questionnaire(const Framework& framework, int profile) {
    std::string text = fmt::format("# {}\n\n", escape_markdown(printable(framework.title)));
    if (!framework.about.empty()) text += escape_markdown(printable(framework.about)) + "\n\n";
    text +=
        "Choose the highest level that is wholly true today; if a level is half true, choose the one below. If you "
        "cannot "
        "say, choose \"Don't know\": it is an answer, and nothing is held against it.\n\n" +
        person_questions(framework);
    int dimension = -1;
    for (const int index : practices_of(framework)) {
        if (element(framework, index).dimension != dimension) {
            dimension = element(framework, index).dimension;
            text += fmt::format("\n## {}\n", escape_markdown(printable(element(framework, dimension).title)));
        }
        text += practice_question(framework, profile, index);
    }
    return text;
}

std::string table_entries(const Framework& framework, const TableUse& use) {
    std::string text = fmt::format("  {}:\n    pass: number  # the level's number counts too\n    map:\n", use.id);
    for (const Level& level : framework.scales[static_cast<std::size_t>(use.scale)].levels) {
        text += fmt::format("      {}: {}\n", yaml_text(level.title), level.id);
        if (yaml_text(level.title) != level.id) text += fmt::format("      {0}: {0}\n", level.id);
    }
    text += "      Don't know: dont-know\n      dont-know: dont-know\n";
    if (use.not_applicable)
        text +=
            "      Not applicable: not-applicable\n      not-applicable: not-applicable\n      n/a: not-applicable\n";
    return text;
}

std::string evidence_entries(const Framework& framework) {
    std::string text = "  evidence:\n    map:\n";
    for (const Strength& strength : framework.evidence.strengths) {
        text += fmt::format("      {}: {}\n", yaml_text(strength.title), strength.id);
        if (yaml_text(strength.title) != strength.id) text += fmt::format("      {0}: {0}\n", strength.id);
    }
    const auto& first = framework.evidence.strengths.front();
    return first.id == "none" ? text : text + "      none: none\n";
}

std::string map_record(const Framework& framework, FormKind kind) {
    std::string text = "record:\n";
    for (const Person& person : kPerson) {
        if (!is_asked(framework, person)) continue;
        text += fmt::format("  {}: {{key: {}}}\n", person.fact,
                            yaml_text(kind == FormKind::csv ? person.column : person.question));
    }
    return text;
}

std::string map_questions(const Framework& framework, int profile, FormKind kind, const std::vector<TableUse>& uses) {
    std::string text = "questions:\n";
    for (const int index : practices_of(framework)) {
        const Element& practice = element(framework, index);
        text += fmt::format("  {}:\n    key: {}\n", practice.id, yaml_text(heading(practice, kind)));
        const TableUse& use = table_of(uses, framework, profile, index);
        if (use.id != "default") text += fmt::format("    values: {}\n", use.id);
        if (!asks_for_evidence(framework)) continue;
        text += fmt::format("    evidence: {{key: {}, dated: {}}}\n", yaml_text(evidence_heading(practice, kind)),
                            yaml_text(dated_heading(practice, kind)));
    }
    return text;
}

}  // namespace

std::string form_text(const Framework& framework, int profile, FormKind kind) {
    return kind == FormKind::csv ? table(framework) : questionnaire(framework, profile);
}

std::string form_map(const Framework& framework, int profile, FormKind kind) {
    const std::vector<TableUse> uses = table_uses(framework, profile);
    std::string text = kind == FormKind::csv
                           ? "# Reads the table that 'waymark survey --to csv' gave, one row per person, back in:\n"
                           : "# Reads what a form builder downloads as CSV, after the questionnaire was copied into "
                             "it, back in. Questions\n"
                             "# are found by their text: after a change of wording, change it here too.\n";
    text +=
        "#   waymark score FILE.csv --map THIS-FILE\n# A level is written by its title, its id or its number; a blank "
        "cell counts as skipped.\n";
    text += map_head(framework, profile) + "records: \"\"\n" + map_record(framework, kind) +
            "duplicates: none  # rows have no id of their own\nanswers: {in: \"\"}\nvalues:\n";
    for (const TableUse& use : uses) text += table_entries(framework, use);
    if (asks_for_evidence(framework)) text += evidence_entries(framework);
    return text + map_questions(framework, profile, kind, uses);
}

}  // namespace waymark
