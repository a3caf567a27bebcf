#include "report/card_workbook.hpp"

#include <algorithm>

#include "report/card_tables.hpp"
#include "report/outline.hpp"
#include "report/wording.hpp"
#include "text/english.hpp"

namespace waymark {
namespace {

void say(Sheet& page, const std::string& item, const std::string& text) {
    page.rows.push_back({{cell_of(item), cell_of(text)}, false});
}

void heading(Sheet& page, const std::string& text) {
    page.rows.push_back({{}, false});
    page.rows.push_back({{cell_of(text), std::monostate()}, true});
}

void reading(Sheet& page, const Scorecard& card) {
    heading(page, "The reading");
    say(page, "In short", verdict_line(card));
    say(page, "", card.verdict.says);
    say(page, "Unsafe answers", unsafe_line(card));
    say(page, "", overall_line(card));
    say(page, "Core practices", card.core_hold);
    for (const std::string& gate : gate_lines(card)) say(page, "Gate", gate);
    for (const CardNote& note : card.confidence) say(page, "How far to trust this", note.text);
    say(page, "Roles", hidden_roles_line(card));
}

void how_to_read(Sheet& page, const Scorecard& card, bool with_notes) {
    heading(page, "How to read the sheets");
    say(page, "What it is", purpose_line());
    say(page, "What it is not", "No grade, no certificate and no ranking of organisations. " + sign_line());
    say(page, "Claimed", "The level that people gave.");
    say(page, "Evidenced", "The lower of that and what the evidence offered supports.");
    say(page, "", scale_line(card));
    say(page, "Empty cells", "Not known, not applicable or withheld; never zero.");
    say(page, "Colours",
        "Blue is more and orange is a warning or a wide gap. Each cell says the same in words or figures.");
    say(page, "Left out",
        with_notes
            ? "Columns that the framework calls private, and roles in which too few people answered. What people "
              "wrote is in it."
            : "Columns that the framework calls private, roles in which too few people answered, and what people "
              "wrote.");
    say(page, "Figures",
        "Cells hold at most four decimals. The exact fractions are in the scorecard file (waymark report -f json).");
}

void method(Sheet& page, const Scorecard& card) {
    heading(page, "How this was worked out");
    for (const std::string& line : method_lines(card)) say(page, "", line);
    say(page, "Framework",
        joined({card.framework_title + " (" + card.framework_id + ")", card.framework_version}, " "));
    say(page, "SHA-256 of the framework", card.framework_sha256);
    for (const CardInput& input : card.inputs) say(page, "SHA-256 of " + input.name, input.sha256);
}

Sheet read_me(const Scorecard& card, bool with_notes) {
    Sheet page;
    page.name = "Read me";
    page.has_header = false;
    page.columns = {{"", ColumnKind::long_text, 26}, {"", ColumnKind::long_text, 100}};
    page.rows.push_back(
        {{cell_of("Organisation"), cell_of(card.organisation.empty() ? card.framework_title : card.organisation)},
         true});
    say(page, "Assessment", title_line(card));
    say(page, "People", people_line(card));
    if (card.first_look) say(page, "Note", first_look_line());
    say(page, "Assessment before", card.previous_date);
    reading(page, card);
    how_to_read(page, card, with_notes);
    method(page, card);
    const auto says_nothing = [](const SheetRow& row) {
        return row.cells.size() == 2 && !row.heading && std::holds_alternative<std::monostate>(row.cells[1]);
    };
    page.rows.erase(std::remove_if(page.rows.begin(), page.rows.end(), says_nothing), page.rows.end());
    return page;
}

int column_of(const DataTable& table, const std::string& name) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&](const DataColumn& column) { return column.name == name; });
    return static_cast<int>(found - table.columns.begin());
}

Rational scale_low(const Scorecard& card) {
    return card.levels.empty() ? Rational(0) : card.levels.front().value;
}

Rational scale_high(const Scorecard& card) {
    return card.levels.empty() ? Rational(4) : card.levels.back().value;
}

void shade_levels(const Scorecard& card, const DataTable& table, Sheet& sheet) {
    for (const char* name : {"claimed", "evidenced"}) {
        sheet.shadings.push_back({column_of(table, name), scale_low(card), scale_high(card), false});
    }
    sheet.shadings.push_back({column_of(table, "gap"), 0, scale_high(card) - scale_low(card), true});
}

// The dimensions stand together below the whole, so that a chart can show them.
Sheet scores_sheet(const Scorecard& card) {
    DataTable table = scores_table(card);
    std::vector<std::vector<SheetCell>> rows;
    int dimension_rows = 0;
    for (const char* kind : {"overall", "dimension", "group"}) {
        for (std::size_t i = 0; i < card.nodes.size(); ++i) {
            if (card.nodes[i].kind != kind) continue;
            rows.push_back(table.rows[i]);
            dimension_rows += card.nodes[i].kind == "dimension" ? 1 : 0;
        }
    }
    table.rows = std::move(rows);
    Sheet sheet = sheet_of(table);
    sheet.frozen_columns = 3;
    shade_levels(card, table, sheet);
    if (dimension_rows == 0) return sheet;
    SheetChart chart;
    chart.title = "Claimed beside evidenced";
    chart.says = "Bars of what is claimed and what is evidenced in each dimension; the table above holds the figures.";
    chart.labels = column_of(table, "title");
    chart.series = {column_of(table, "claimed"), column_of(table, "evidenced")};
    chart.first_row = 1;
    chart.last_row = dimension_rows;
    chart.lowest = scale_low(card);
    chart.highest = scale_high(card);
    chart.axis_title = "Level";
    chart.at_row = static_cast<int>(table.rows.size()) + 3;
    chart.at_column = 1;
    sheet.charts.push_back(std::move(chart));
    return sheet;
}

Sheet practices_sheet(const Scorecard& card, bool with_notes) {
    const DataTable table = practices_table(card, with_notes);
    Sheet sheet = sheet_of(table);
    sheet.frozen_columns = 3;
    shade_levels(card, table, sheet);
    sheet.shadings.push_back({column_of(table, "role_gap"), 0, scale_high(card) - scale_low(card), true});
    sheet.tones.push_back({column_of(table, "state"), "unknown", Tone::doubt});
    sheet.tones.push_back({column_of(table, "state"), "not-asked", Tone::doubt});
    sheet.tones.push_back({column_of(table, "state"), "not-applicable", Tone::quiet});
    return sheet;
}

Sheet flags_sheet(const Scorecard& card) {
    const DataTable table = flags_table(card);
    Sheet sheet = sheet_of(table);
    sheet.frozen_columns = 3;
    const int state = column_of(table, "state");
    const int severity = column_of(table, "severity");
    sheet.tones = {{state, "raised", Tone::warning},
                   {state, "too-early", Tone::doubt},
                   {state, "cannot-tell", Tone::doubt},
                   {state, "does-not-apply", Tone::quiet},
                   {severity, "high", Tone::strong_warning},
                   {severity, "medium", Tone::warning},
                   {column_of(table, "kind"), "real", Tone::encouraging}};
    return sheet;
}

// One sheet that lists the tables, then a sheet for each that is given.
void add_facts(const Scorecard& card, Workbook& book) {
    std::vector<std::string> taken;
    for (const Sheet& sheet : book.sheets) taken.push_back(sheet.name);
    taken.push_back("Facts");
    Sheet list;
    list.name = "Facts";
    list.columns = {{"Table", ColumnKind::text, 40},
                    {"State", ColumnKind::text, 12},
                    {"Rows", ColumnKind::whole, 8},
                    {"Columns shown", ColumnKind::whole, 10},
                    {"Private columns left out", ColumnKind::whole, 14},
                    {"Sheet", ColumnKind::text, 33}};
    list.tones.push_back({1, "not-given", Tone::doubt});
    std::vector<Sheet> tables;
    for (const CardFacts& facts : card.facts) {
        std::string name;
        if (facts.state == "given") {
            Sheet sheet = sheet_of(one_fact_table(facts));
            sheet.name = name = sheet_name(facts.title.empty() ? facts.id : facts.title, taken);
            taken.push_back(name);
            tables.push_back(std::move(sheet));
        }
        const bool given = facts.state == "given";
        list.rows.push_back(
            {{cell_of(facts.title), cell_of(facts.state), count_cell(static_cast<std::int64_t>(facts.rows.size())),
              given ? count_cell(static_cast<std::int64_t>(facts.columns.size())) : SheetCell(),
              given ? count_cell(facts.private_columns) : SheetCell(), cell_of(name)},
             false});
    }
    book.sheets.push_back(std::move(list));
    for (Sheet& sheet : tables) book.sheets.push_back(std::move(sheet));
}

}  // namespace

Workbook card_workbook(const Scorecard& card, bool with_notes) {
    Workbook book;
    book.title = joined({card.organisation, card.framework_title, card.date}, ", ");
    book.subject = purpose_line();
    book.date = parse_date(card.date).value_or(Date{});
    book.sheets.push_back(read_me(card, with_notes));
    book.sheets.push_back(scores_sheet(card));
    book.sheets.push_back(practices_sheet(card, with_notes));
    book.sheets.push_back(sheet_of(roles_table(card)));
    book.sheets.push_back(flags_sheet(card));
    book.sheets.push_back(sheet_of(evidence_table(card, with_notes)));
    book.sheets.push_back(sheet_of(outcomes_table(card)));
    book.sheets.push_back(sheet_of(next_steps_table(card)));
    add_facts(card, book);
    return book;
}

}  // namespace waymark
