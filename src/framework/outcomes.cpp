// Outcomes: how indicators are read, and read together with maturity. The tables they are read from are
// ordinary fact tables, so that their columns have to be checked by name and type.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "framework/draft.hpp"

namespace waymark {

namespace {

using Kind = ColumnType::Kind;

struct Needed {
    std::string_view column;
    Kind kind;
    std::string_view written;            // how such a column is declared
    std::vector<std::string> choices{};  // that must be among the column's
    std::string_view table = "";         // row_of: the table referred to
    bool is_required = true;             // otherwise read where it is declared
};

const std::vector<Needed>& needed_of_indicators() {
    static const std::vector<Needed> needed{
        {"id", Kind::text, "text"},
        {"name", Kind::text, "text"},
        {"family", Kind::one_of, "[headline, …]"},
        {"unit", Kind::text, "text"},
        {"better", Kind::one_of, "[higher, lower]", {"higher", "lower"}},
        {"noise", Kind::number, "number"},
        {"lag", Kind::duration, "duration"},
        {"target", Kind::number, "number"},
        {"target_due", Kind::date, "date"},
        {"may_worsen_first", Kind::yes_no, "yes-no"},
        {"gap_of", Kind::row_of, "{one_of_table: indicators}", {}, "indicators"},
        {"source", Kind::one_of, "[self-rated, …]", {"self-rated"}},
        {"doubt", Kind::text, "text"},
        {"definition", Kind::text, "text", {}, "", false},
        {"publisher", Kind::text, "text", {}, "", false},
        {"commitment", Kind::one_of, "[committed, …]", {}, "", false},
        {"do_nothing", Kind::number, "number", {}, "", false},
        {"best_pace", Kind::number, "number", {}, "", false},
        {"breakdown_of", Kind::row_of, "{one_of_table: indicators}", {}, "indicators", false},
        {"gaming", Kind::text, "text", {}, "", false}};
    return needed;
}

const std::vector<Needed>& needed_of_readings() {
    static const std::vector<Needed> needed{{"indicator", Kind::row_of, "{one_of_table: indicators}", {}, "indicators"},
                                            {"date", Kind::date, "date"},
                                            {"value", Kind::number, "number"},
                                            {"series_break", Kind::yes_no, "yes-no"},
                                            {"note", Kind::text, "text"}};
    return needed;
}

const std::vector<Needed>& needed_of_waypoints() {
    static const std::vector<Needed> needed{{"indicator", Kind::row_of, "{one_of_table: indicators}", {}, "indicators"},
                                            {"date", Kind::date, "date"},
                                            {"value", Kind::number, "number"}};
    return needed;
}

bool has_choices(const ColumnType& type, const std::vector<std::string>& choices) {
    return std::all_of(choices.begin(), choices.end(), [&](const std::string& id) {
        return std::any_of(type.choices.begin(), type.choices.end(),
                           [&](const Choice& choice) { return choice.id == id; });
    });
}

bool is_as_needed(const ColumnType& type, const Needed& needed) {
    const bool kind = type.kind == needed.kind || (needed.kind == Kind::number && type.kind == Kind::integer);
    return kind && type.table == needed.table && has_choices(type, needed.choices);
}

const TableType* table_named(const Draft& draft, std::string_view id) {
    const auto index = draft.framework.catalogue.table(id);
    return index ? &draft.framework.catalogue.tables[static_cast<std::size_t>(*index)] : nullptr;
}

void check_columns(Draft& draft, std::string_view name, const std::vector<Needed>& needed, Span outcomes) {
    const TableType* table = table_named(draft, name);
    if (!table || table->is_record) {
        draft.report("F070", outcomes, fmt::format("outcomes need a table '{}', which is not declared", name),
                     fmt::format("declare it under 'facts' with at least its column '{}: {}'", needed[0].column,
                                 needed[0].written));
        return;
    }
    for (const Needed& one : needed) {
        const auto index = table->column(one.column);
        if (!index && !one.is_required) continue;
        if (!index) {
            draft.report("F070", table->span,
                         fmt::format("outcomes need a column '{}' in the table '{}'", one.column, name),
                         fmt::format("add '{}: {}' to its columns", one.column, one.written));
            continue;
        }
        const Column& column = table->columns[static_cast<std::size_t>(*index)];
        if (!is_as_needed(column.type, one)) {
            draft.report(
                "F070", column.span,
                fmt::format("outcomes cannot read the column '{}' of '{}' as it is declared", one.column, name),
                fmt::format("declare it as '{}: {}'", one.column, one.written));
        } else if (name == "indicators" && one.column == "id" && *index != 0) {
            draft.report("F070", column.span, "'id' is not the first column of 'indicators'",
                         "readings refer to indicators by the first column; move 'id' there");
        }
    }
}

// "mission.started": a record and one of its dates.
void read_started(Draft& draft, Fields& fields) {
    const Node* node = fields.find("started");
    if (!node) return;
    const auto text = read_text(*node, "the start", *draft.findings);
    if (!text) return;
    const auto dot = text->find('.');
    const auto table = dot == std::string::npos ? std::nullopt : draft.framework.catalogue.table(text->substr(0, dot));
    const TableType* record = table ? &draft.framework.catalogue.tables[static_cast<std::size_t>(*table)] : nullptr;
    const auto column =
        record && record->is_record && !record->is_computed ? record->column(text->substr(dot + 1)) : std::nullopt;
    const bool is_date = column && record->columns[static_cast<std::size_t>(*column)].type.kind == Kind::date;
    if (!is_date) {
        draft.report("F071", node->span, fmt::format("'{}' is no date of a declared record", *text),
                     "name a record and one of its fields of type date: mission.started");
        return;
    }
    draft.framework.outcomes.started_table = *table;
    draft.framework.outcomes.started_column = *column;
}

// Empty where the column that would declare them is missing; that has been reported.
Names families_of_indicators(const Draft& draft) {
    Names families("family of indicators");
    const TableType* indicators = table_named(draft, "indicators");
    const auto column = indicators ? indicators->column("family") : std::nullopt;
    if (!column) return families;
    const Column& family = indicators->columns[static_cast<std::size_t>(*column)];
    for (const Choice& choice : family.type.choices) families.entries.emplace(choice.id, Names::Entry{0, family.span});
    return families;
}

void read_headline(Draft& draft, Fields& fields, const Names& families) {
    draft.framework.outcomes.headline = fields.need_text("headline");
    if (families.entries.empty() || draft.framework.outcomes.headline.empty()) return;
    refer(families, *fields.find("headline"), *draft.findings);
}

OutcomeRules::Row read_row(Draft& draft, const Node& node, int index, bool is_last, Names& names) {
    Fields fields(node, "a row of the matrix", *draft.findings);
    OutcomeRules::Row row;
    if (fields.is_mapping()) {
        row.id = fields.need_id();
        row.title = title_or_id(fields, row.id);
        declare(names, row.id, index, span_of(fields, "id"), *draft.findings);
        const Node* below = fields.find("below");
        if (below && is_last) {
            draft.report("F031", span_of_key(fields, "below"),
                         fmt::format("the last row, '{}', has an upper edge", row.id),
                         "remove 'below', so that the highest scores have a row too");
        }
        if (!below && !is_last) {
            draft.report("F031", node.span,
                         fmt::format("the row '{}' has no upper edge, so no row after it is reached", row.id),
                         "add 'below: …'; only the last row is open");
        }
        if (below) row.below = read_figure(draft, *below, "the edge of a row", -100000, 100000);
        fields.need("says");
        if (const Node* says = fields.mapping("says")) {
            Fields texts(*says, "what a row says", *draft.findings);
            for (const char* key : {"worsening", "flat", "improving", "unknown"}) row.says[key] = texts.need_text(key);
            texts.finish();
        }
    }
    fields.finish();
    return row;
}

void read_matrix(Draft& draft, Fields& fields) {
    auto& matrix = draft.framework.outcomes.matrix;
    auto items = fields.list("matrix");
    keep_to(draft, items, kMostLevels, "rows");
    Names names("row of the matrix");
    for (std::size_t i = 0; i < items.size(); ++i) {
        matrix.push_back(read_row(draft, *items[i], static_cast<int>(i), i + 1 == items.size(), names));
        if (i == 0 || !matrix[i].below || !matrix[i - 1].below || *matrix[i].below > *matrix[i - 1].below) continue;
        draft.report("F030", items[i]->span,
                     fmt::format("the row '{}' ends at {}, which is not above the {} of '{}' before it", matrix[i].id,
                                 matrix[i].below->to_short(4), matrix[i - 1].below->to_short(4), matrix[i - 1].id),
                     "list rows from lowest to highest, each with a higher edge");
    }
}

}  // namespace

void read_outcomes(Draft& draft, Fields& top) {
    const Node* node = top.mapping("outcomes");
    if (!node) return;
    Fields fields(*node, "the outcomes", *draft.findings);
    draft.framework.outcomes.declared = true;
    const Span span = span_of_key(top, "outcomes");
    check_columns(draft, "indicators", needed_of_indicators(), span);
    check_columns(draft, "readings", needed_of_readings(), span);
    if (table_named(draft, "waypoints")) check_columns(draft, "waypoints", needed_of_waypoints(), span);
    read_started(draft, fields);
    const Names families = families_of_indicators(draft);
    read_headline(draft, fields, families);
    read_matrix(draft, fields);
    read_ladder(draft, fields, families);
    draft.framework.outcomes.caveats = fields.texts("caveats");
    fields.finish();
}

}  // namespace waymark
