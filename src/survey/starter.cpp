#include "survey/starter.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "survey/map_text.hpp"
#include "survey/platforms.hpp"
#include "survey/practices.hpp"
#include "text/comment_lines.hpp"

namespace waymark {

namespace {

using Values = PlatformNotes::Values;

// What stands on the left of an entry: as near as the platform lets us come to what its exports hold.
std::string left_side(Values values, const std::string& id, const std::string& title) {
    switch (values) {
        case Values::codes:
            return yaml_text(id);
        case Values::labels:
            return yaml_text(title);
        case Values::ids:
            return yaml_text(std::string(kToFillIn) + " id of '" + title + "'");
        case Values::numbers:
            break;
    }
    return yaml_text(id);
}

const char* values_help(Values values) {
    switch (values) {
        case Values::codes:
            return "On the left stands the code that each choice has in the form, on the right what it means. Several "
                   "codes may mean the same.";
        case Values::labels:
            return "On the left stands the label of each choice as people saw it, in every language and wording that "
                   "was "
                   "used, on the right what it means. Capitals and spaces do not matter.";
        case Values::ids:
            return "On the left stands the id that the platform gave to each choice, on the right what it means. "
                   "Replace "
                   "every text that begins with '…'.";
        case Values::numbers:
            break;
    }
    return "Numbers are the levels' own. If the form counts from 1 and the levels from 0, add 'offset: -1'.";
}

std::string entry(const std::string& left, const std::string& means, const std::string& explained) {
    const std::string line = fmt::format("      {}: {}", left, means);
    return explained.empty() ? line + "\n" : fmt::format("{:<48}  # {}\n", line, explained);
}

std::string level_table(const Framework& framework, const TableUse& use, Values values) {
    std::string text = fmt::format("  {}:\n", use.id);
    if (values == Values::numbers) text += "    pass: number\n";
    text += "    map:\n";
    if (values != Values::numbers) {
        for (const Level& level : framework.scales[static_cast<std::size_t>(use.scale)].levels) {
            const bool said = values == Values::labels || values == Values::ids;
            text += entry(left_side(values, level.id, level.title), level.id, said ? "" : level.title);
        }
    }
    text += entry(left_side(values, "dont_know", "Don't know"), "dont-know", "");
    if (use.not_applicable) text += entry(left_side(values, "not_applicable", "Not applicable"), "not-applicable", "");
    return text;
}

std::string evidence_table(const Framework& framework, Values values) {
    if (framework.evidence.strengths.empty()) return "";
    std::string text =
        "  # Evidence, where the form asks for it beside a question: a strength, or none for \"we have none\".\n"
        "  # evidence:\n  #   map:\n";
    for (const Strength& strength : framework.evidence.strengths) {
        text += fmt::format("  #     {}: {}\n", left_side(values, strength.id, strength.title), strength.id);
    }
    return text;
}

std::string record_part(const Framework& framework) {
    std::string text =
        "record:\n"
        "  # Which organisation and role a response is from: the key of a question, or a pointer such as "
        "/hidden/team.\n"
        "  organisation: {key: organisation}\n";
    if (framework.roles.empty()) return text;
    text += "  role: {key: role}\n\n";
    std::string roles;
    for (const Term& role : framework.roles) roles += (roles.empty() ? "" : ", ") + role.id;
    text += comment_lines("Roles that are not written as the framework writes them, by id or title: " + roles, "", "");
    return text + fmt::format("# roles:\n#   boss: {}\n", framework.roles.front().id);
}

std::string question_lines(const Framework& framework, int index, const TableUse& use, const SeenInExport& seen) {
    const Element& practice = framework.elements[static_cast<std::size_t>(index)];
    std::string text =
        "\n" + comment_lines(practice.question.ask, "  ", practice.code.empty() ? "" : practice.code + ": ");
    const auto guess = seen.keys.find(index);
    if (guess != seen.keys.end()) text += comment_lines(yaml_text(guess->second), "  ", "perhaps ");
    if (use.id == "default") return text + fmt::format("  {}:\n", practice.id);
    return text + fmt::format("  {}: {{key: , values: {}}}\n", practice.id, use.id);
}

std::string guesses(const SeenInExport& seen) {
    if (seen.values.empty()) return "";
    std::string text =
        "      # Seen in the export, with a guess at what it means; take out the '#' where it is right.\n";
    for (const auto& [value, means] : seen.values) text += fmt::format("      # {}: {}\n", yaml_text(value), means);
    return text;
}

std::string about_platform(std::string_view platform) {
    if (platform.empty())
        return "# A map for your survey, to fill in: which key each question has, and what the values mean.\n";
    const PlatformNotes& notes = platform_map(platform)->notes;
    return fmt::format(
               "# A map for {}, to fill in: which key each question has in your survey, and what the values mean.\n",
               notes.title) +
           comment_lines(notes.about, "", "");
}

// Where records are: as the platform says, unless the export showed something else.
std::string places(std::string_view platform, const SeenInExport& seen) {
    if (platform.empty()) return fmt::format("records: {}\nanswers: {{in: \"\"}}\n\n", yaml_text(seen.records));
    std::string text = fmt::format("platform: {}\n", platform);
    if (seen.seen && seen.records != platform_map(platform)->records.as_written) {
        text += fmt::format("records: {}\n", yaml_text(seen.records));
    }
    return text + "\n";
}

}  // namespace

std::string map_starter(const Framework& framework, int profile, std::string_view platform, const SeenInExport& seen) {
    const Values kind = platform.empty() ? Values::labels : platform_map(platform)->notes.values;
    std::string text =
        about_platform(platform) +
        "# 'waymark check' says what is still missing, 'waymark inspect EXPORT' shows the keys and values "
        "of an export.\n";
    text += map_head(framework, profile) + places(platform, seen) + record_part(framework) +
            "\n# Other names under which an organisation appears.\n# organisations:\n#   Housing Department: [housing, "
            "Housing Dept]\n\nvalues:\n";
    text += comment_lines(values_help(kind), "  ", "");
    const std::vector<TableUse> uses = table_uses(framework, profile);
    for (const TableUse& use : uses) {
        text += level_table(framework, use, kind);
        if (use.id == "default") text += guesses(seen);
    }
    text += evidence_table(framework, kind);
    text +=
        "\n# After each ':' the key of the question in the export. Take out what the survey does not ask. With "
        "evidence\n"
        "# beside it: {key: KEY, evidence: KEY}; in a matrix: {key: KEY, row: ROW}.\nquestions:";
    for (const int index : practices_of(framework)) {
        text += question_lines(framework, index, table_of(uses, framework, profile, index), seen);
    }
    return text;
}

}  // namespace waymark
