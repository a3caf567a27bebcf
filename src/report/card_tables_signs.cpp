// The tables of signs, evidence, facts, outcomes and next steps.
#include "report/card_columns.hpp"
#include "report/card_tables.hpp"
#include "report/outline.hpp"
#include "report/wording.hpp"
#include "text/english.hpp"

namespace waymark {
namespace {

DataColumn day(std::string name, std::string title, std::string meaning, std::string missing) {
    return {std::move(name), std::move(title),   ColumnKind::date,  12, "",
            "ISO 8601",      std::move(meaning), std::move(missing)};
}

DataColumn number(std::string name, std::string title, std::string meaning, std::string missing) {
    return {std::move(name),    std::move(title),  ColumnKind::decimal, 12, "the indicator's own", "",
            std::move(meaning), std::move(missing)};
}

ColumnKind kind_of(const CardColumn& column) {
    if (column.type == "integer") return ColumnKind::whole;
    if (column.type == "number" || column.type == "money") return ColumnKind::decimal;
    if (column.type == "share") return ColumnKind::percent;
    return column.type == "date" ? ColumnKind::date : ColumnKind::text;
}

SheetCell fact_cell(const CardColumn& column, const std::string& text) {
    const ColumnKind kind = kind_of(column);
    if (kind == ColumnKind::date) return date_cell(text);
    constexpr int kMostPlaces = 6;
    if (kind != ColumnKind::text) {
        if (const auto value = parse_decimal(text, kMostPlaces)) return *value;
    }
    return cell_of(text);
}

}  // namespace

DataTable flags_table(const Scorecard& card) {
    DataTable table{
        "flags",
        "Flags",
        {text("id", "Id", 26, "The sign's id in the framework."),
         text("code", "Code", 7, "Its short name for people.", "the framework gives none"),
         text("title", "Title", 40, "What it is called."),
         text("kind", "Kind", 10, "Whether it warns of mission-washing or shows that the mission is real.", "",
              "washing, real"),
         text("state", "State", 14, "What it says here. A sign is a pattern that is worth checking, not an accusation.",
              "", "raised, too-early, clear, cannot-tell, does-not-apply"),
         text("severity", "Severity", 10, "How grave it would be, or is.", "a sign of the kind real",
              "high, medium, low"),
         prose("saw", "What was seen", "The facts that decided it.", "nothing was seen"),
         prose("would_tell", "What would let it tell", "The facts that are missing, a line each.", "none is missing"),
         prose("says", "What it means", "The pattern in words.", "the framework says nothing"),
         prose("why", "Why it matters", "Why it matters.", "the framework says nothing"),
         prose("do", "What to do", "What to do about it.", "the framework says nothing"),
         prose("sources", "Sources", "Where the pattern is described, a line each.", "the framework names none")},
        {}};
    for (const CardFlag& flag : card.flags) {
        table.rows.push_back({cell_of(flag.id), cell_of(flag.code), cell_of(flag.title), cell_of(flag.kind),
                              cell_of(flag.state), cell_of(flag.severity), cell_of(flag.saw),
                              cell_of(joined(flag.would_tell, "\n")), cell_of(flag.says), cell_of(flag.why),
                              cell_of(flag.action), cell_of(joined(source_lines(flag), "\n"))});
    }
    return table;
}

DataTable evidence_table(const Scorecard& card, bool with_notes) {
    DataTable table{
        "evidence",
        "Evidence",
        {text("practice", "Practice id", 24, "The id of the practice that it was offered for."),
         text("code", "Code", 7, "The practice's short name.", "the framework gives none"),
         text("title", "Practice", 42, "What the practice is called."),
         text("strength", "Strength", 24, "How strong it is."),
         text("counts_as", "Counts as", 24, "The strength it counts with: one less when it is old or has no date."),
         day("dated", "Dated", "Its day.", "no date was given"),
         text("produced_by", "Produced by", 18, "Who produced it.", "not said"),
         text("form", "Form", 18, "What kind of thing it is.", "not said")},
        {}};
    if (with_notes) table.columns.push_back(prose("what", "What it is", "In people's own words.", "nobody said"));
    for (const CardEvidence& item : card.evidence) {
        const CardNode* node = find_node(card, item.practice);
        std::vector<SheetCell> row = {cell_of(item.practice),
                                      node == nullptr ? SheetCell() : cell_of(node->code),
                                      cell_of(node == nullptr ? item.practice : node->title),
                                      cell_of(item.strength),
                                      cell_of(item.counts_as),
                                      date_cell(item.dated),
                                      cell_of(item.produced_by),
                                      cell_of(item.form)};
        if (with_notes) row.push_back(cell_of(item.what));
        table.rows.push_back(std::move(row));
    }
    return table;
}

DataTable facts_table(const Scorecard& card) {
    DataTable table{
        "facts",
        "Facts",
        {text("table", "Table", 22, "The id of the table or record."),
         text("state", "State", 11, "Whether it was given. 'none' means that it is said to have no rows.", "",
              "given, none, not-given"),
         {"row", "Row", ColumnKind::whole, 8, "", "1 or more", "The row's number in the table.",
          "a table without rows"},
         text("column", "Column", 26, "The id of the column. Private columns are left out.", "a table without rows"),
         text("type", "Type", 11, "What the column holds.", "a table without rows",
              "text, number, integer, money, share, date, duration, yes-no, one-of, some-of, level, row-of"),
         text("unit", "Unit", 8, "The currency of money.", "not money"),
         text("value", "Value", 40, "The value as files write it.", "not known, or a table without rows")},
        {}};
    for (const CardFacts& facts : card.facts) {
        if (facts.rows.empty()) {
            table.rows.push_back({cell_of(facts.id), cell_of(facts.state), {}, {}, {}, {}, {}});
        }
        for (std::size_t row = 0; row < facts.rows.size(); ++row) {
            for (std::size_t i = 0; i < facts.columns.size() && i < facts.rows[row].size(); ++i) {
                const CardColumn& column = facts.columns[i];
                table.rows.push_back({cell_of(facts.id), cell_of(facts.state),
                                      count_cell(static_cast<std::int64_t>(row + 1)), cell_of(column.id),
                                      cell_of(column.type), cell_of(column.unit), cell_of(facts.rows[row][i])});
            }
        }
    }
    return table;
}

DataTable one_fact_table(const CardFacts& facts) {
    DataTable table{facts.id, facts.title, {}, {}};
    for (const CardColumn& column : facts.columns) {
        const std::string title = capitalised(column.title);
        table.columns.push_back({column.id, column.unit.empty() ? title : title + " (" + column.unit + ")",
                                 kind_of(column), 18, column.unit, "", column.title, "not known"});
    }
    for (const std::vector<std::string>& row : facts.rows) {
        std::vector<SheetCell>& cells = table.rows.emplace_back();
        for (std::size_t i = 0; i < facts.columns.size(); ++i) {
            cells.push_back(i < row.size() ? fact_cell(facts.columns[i], row[i]) : SheetCell());
        }
    }
    return table;
}

DataTable outcomes_table(const Scorecard& card) {
    DataTable table{"outcomes",
                    "Outcomes",
                    {text("id", "Id", 22, "The indicator's id."), text("name", "Indicator", 42, "What it is called."),
                     text("family", "Family", 18, "What kind of indicator it is."),
                     text("unit", "Unit", 12, "The unit of its values.", "none was given"),
                     text("better", "Better is", 10, "Whether higher or lower values are better.", "", "higher, lower"),
                     text("reading", "Reading", 14, "How it reads, against the noise of its own figures.", "",
                          "too-early, flat, improving, worsening, expected-dip, not-read"),
                     day("baseline_date", "Baseline on",
                         "The day of the first value after the last break in the series.", "no value"),
                     number("baseline", "Baseline", "The first value after the last break in the series.", "no value"),
                     number("latest", "Latest", "The latest value.", "no value"),
                     number("change", "Change", "Latest less baseline.", "fewer than two values"),
                     number("target", "Target", "The value aimed at.", "no target"),
                     day("target_due", "Due", "The day by which it is to be reached.", "no target"),
                     number("required", "Needed a year", "The yearly change that the target needs from now on.",
                            "no target, or it is met or past"),
                     number("pace", "Pace", "The recent yearly change as a share of what is needed.",
                            "not enough values, or no target"),
                     text("equity", "Gap between groups", 16, "Whether the gap between groups is closing.",
                          "not a headline outcome", "widened, narrowed, not-narrowed, not-recorded"),
                     prose("says", "In words", "The reading in sentences.", "nothing to say")},
                    {}};
    for (const CardIndicator& each : card.outcomes.indicators) {
        table.rows.push_back({cell_of(each.id), cell_of(each.name),
                              cell_of(each.family_title.empty() ? each.family : each.family_title), cell_of(each.unit),
                              cell_of(std::string(each.higher_is_better ? "higher" : "lower")), cell_of(each.reading),
                              date_cell(each.baseline_date), cell_of(each.baseline), cell_of(each.latest),
                              cell_of(each.change), cell_of(each.target), date_cell(each.target_due),
                              cell_of(each.required), cell_of(each.pace), cell_of(each.equity), cell_of(each.says)});
    }
    return table;
}

DataTable next_steps_table(const Scorecard& card) {
    DataTable table{"next-steps",
                    "Next steps",
                    {{"order", "Order", ColumnKind::whole, 7, "", "1 or more", "Which comes first.", ""},
                     text("practice", "Practice id", 24, "The practice's id."),
                     text("code", "Code", 7, "The practice's short name.", "the framework gives none"),
                     text("title", "Practice", 42, "What the practice is called."),
                     text("core", "Core", 9, "Whether it is a core practice.", "", "yes, no"),
                     text("from", "From", 14, "The level that it starts from.", "not known"),
                     prose("step", "Step", "What to do.", "the framework says nothing"),
                     prose("because", "Why now", "Why this one comes now.", "no reason is given")},
                    {}};
    std::int64_t order = 0;
    for (const CardNextStep& step : card.next_steps) {
        table.rows.push_back({count_cell(++order), cell_of(step.practice), cell_of(step.code), cell_of(step.title),
                              yes_no_cell(step.core), cell_of(step.from), cell_of(step.step), cell_of(step.because)});
    }
    return table;
}

}  // namespace waymark
