#include "assessment/starter.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/comment_lines.hpp"
#include "text/csv.hpp"

namespace waymark {

namespace {

std::string practice_lines(const Framework& framework, int index, int profile) {
    const Element& element = framework.elements[static_cast<std::size_t>(index)];
    const std::string indent = "      ";
    const std::string name = element.code.empty() ? element.title : element.code + " " + element.title;
    std::string text =
        "\n" +
        comment_lines(fmt::format("{}{}. {}", name, element.core ? " (core)" : "", element.question.ask), indent, "");
    const auto& levels = framework.scale_of(index).levels;
    for (std::size_t i = 0; i < levels.size() && i < element.question.anchors.size(); ++i) {
        text += comment_lines(element.question.anchors[i], indent, fmt::format("  {}: ", levels[i].id));
    }
    const auto& in_profile = framework.profiles[static_cast<std::size_t>(profile)].not_applicable;
    const auto allowed = in_profile.find(index);
    if (allowed != in_profile.end()) {
        text += comment_lines(allowed->second, indent, "  {not-applicable: reason} ");
    } else if (element.question.not_applicable) {
        text += comment_lines(*element.question.not_applicable, indent, "  {not-applicable: reason} ");
    }
    if (!element.question.evidence.empty()) text += comment_lines(element.question.evidence, indent, "  evidence: ");
    return text + fmt::format("{}{}: skipped\n", indent, element.id);
}

std::string type_words(const ColumnType& type) {
    std::vector<std::string> ids;
    for (const Choice& choice : type.choices) ids.push_back(choice.id);
    switch (type.kind) {
        case ColumnType::Kind::yes_no:
            return "yes or no";
        case ColumnType::Kind::one_of:
            return fmt::format("one of: {}", fmt::join(ids, ", "));
        case ColumnType::Kind::level:
            return fmt::format("one of, rising: {}", fmt::join(ids, ", "));
        case ColumnType::Kind::some_of:
            return fmt::format("any of: {}", fmt::join(ids, ", "));
        case ColumnType::Kind::date:
            return "a date, 2026-01-31";
        case ColumnType::Kind::money:
            return "an amount, 1250000 or 1250000.50";
        case ColumnType::Kind::share:
            return "a share, 0.4 or 40%";
        case ColumnType::Kind::duration:
            return "a time, 18 months";
        case ColumnType::Kind::number:
            return "a number";
        case ColumnType::Kind::integer:
            return "a whole number";
        case ColumnType::Kind::row_of:
            return fmt::format("a row of {}", type.table);
        case ColumnType::Kind::text:
            break;
    }
    return "text";
}

std::string column_note(const Column& column) {
    std::string note = column.about.empty() ? column.title : column.about;
    note += fmt::format(" ({}{}{})", type_words(column.type),
                        column.type.may_be_blank ? "; may be blank, meaning not known" : "",
                        column.type.is_private ? "; counted, never printed" : "");
    return note;
}

std::string table_lines(const TableType& table) {
    std::string text = "\n" + comment_lines(table.title + (table.about.empty() ? "" : ". " + table.about), "  ", "");
    text +=
        fmt::format("  # {}:{}\n", table.id, table.is_record ? "" : fmt::format("      # or {{csv: FILE}}, or none"));
    bool first = true;
    for (const Column& column : table.columns) {
        text += comment_lines(column_note(column), "  ",
                              fmt::format("  {} {}: ", first && !table.is_record ? "-" : " ", column.id));
        first = false;
    }
    return text;
}

}  // namespace

std::string assessment_starter(const Framework& framework, int profile) {
    const Profile& chosen = framework.profiles[static_cast<std::size_t>(profile)];
    std::string text = fmt::format(
        "# An assessment against {} {}. Fill in organisation and date, then each answer: a level's id, dont-know,\n"
        "# skipped, or {{not-applicable: reason}}. With evidence:\n"
        "#   {{level: ID, evidence: [{{strength: ID, what: …, dated: 2026-01-31}}]}}, or evidence: none for \"we have "
        "none\".\n"
        "waymark: assessment/1\nframework: {}@{}\norganisation:\ndate:\nprofile: {}\n",
        framework.title, framework.version, framework.id, framework.version, chosen.id);
    for (const TableType& table : framework.catalogue.tables) {
        bool money = false;
        for (const Column& column : table.columns) money = money || column.type.kind == ColumnType::Kind::money;
        if (!money || table.is_computed) continue;
        text += "# currency: GBP      # needed where amounts of money are given\n";
        break;
    }
    std::vector<std::string> roles;
    for (const Term& role : framework.roles) roles.push_back(role.id);
    std::vector<std::string> strengths;
    for (const Strength& strength : framework.evidence.strengths) strengths.push_back(strength.id);
    text += fmt::format("# Roles: {}\n", fmt::join(roles, ", "));
    if (!strengths.empty())
        text += fmt::format("# Strengths of evidence, weakest first: {}\n", fmt::join(strengths, ", "));
    text += fmt::format("respondents:\n  - id: r1\n    role: {}\n    answers:", framework.roles[0].id);
    for (std::size_t i = 0; i < framework.elements.size(); ++i) {
        if (framework.elements[i].kind == NodeName::Kind::practice)
            text += practice_lines(framework, static_cast<int>(i), profile);
    }
    bool headed = false;
    for (const TableType& table : framework.catalogue.tables) {
        if (table.is_computed) continue;
        if (!headed)
            text += "\n# What the organisation recorded beside the answers. All of it is optional.\n# facts:\n";
        headed = true;
        text += table_lines(table);
    }
    return text;
}

std::string csv_heading(const TableType& table) {
    std::string line;
    for (const Column& column : table.columns) line += (line.empty() ? "" : ",") + csv_field(column.id);
    return line + "\r\n";
}

}  // namespace waymark
