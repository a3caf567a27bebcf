// Which facts are asked for, table by table. Everything here may be skipped.
#include "interview/facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "condition/read.hpp"
#include "interview/pages.hpp"
#include "text/english.hpp"

namespace waymark::interview {

namespace {

// Rows of outcomes; every other table holds facts about the work.
bool holds_outcomes(const TableType& type) {
    return type.id == "indicators" || type.id == "readings";
}

const Table& table_at(const State& state, int table) {
    return state.draft.facts[static_cast<std::size_t>(table)];
}

bool stands_in_a_file(const State& state, int table) {
    return state.setting.csv.contains(table);
}

std::string state_words(const State& state, int table) {
    const Table& rows = table_at(state, table);
    const TableType& type = table_type(state, table);
    if (const auto file = state.setting.csv.find(table); file != state.setting.csv.end()) {
        return fmt::format("in {}", file->second);
    }
    if (rows.state == Table::State::none) return fmt::format("there are no {}", type.many);
    if (rows.state == Table::State::not_given || rows.rows.empty()) return "not given";
    if (!type.is_record) return fmt::format("{} {}", rows.rows.size(), rows.rows.size() == 1 ? type.one : type.many);
    const auto columns = columns_of(state, table);
    const auto filled = std::ranges::count_if(columns, [&](int column) {
        return !std::holds_alternative<std::monostate>(rows.rows.front().cells[static_cast<std::size_t>(column)]);
    });
    return fmt::format("{} of {} given", filled, columns.size());
}

Place section_place(int section) {
    Place place = page_of(Page::facts);
    place.item = section;
    return place;
}

// Section

Screen show_facts(const State& state) {
    const bool facts = state.here.item == kFactsSection;
    Screen screen;
    screen.title = facts ? "Facts on record" : "Indicators";
    screen.question = facts ? "What does the organisation have on record? All of it may be left out."
                            : "How does the outcome move? All of it may be left out.";
    screen.passages.push_back({"",
                               "Many warning signs look at these, and cannot tell without them. Of several people who "
                               "answer, one is enough to give them."});
    for (const int table : tables_of(state, state.here.item)) {
        screen.options.push_back(
            numbered(screen.options, table_type(state, table).title,
                     fmt::format("{} ({})", table_type(state, table).about, state_words(state, table))));
    }
    screen.below.push_back({"From a spreadsheet",
                            "'waymark new assessment --tables facts' writes a CSV with headings for each "
                            "table into the folder 'facts'. Fill it in and name it in this file: "
                            "portfolio: {csv: facts/portfolio.csv}"});
    screen.ask = Screen::Ask::choice;
    screen.prompt = "Choose one to fill it in, Enter to go on";
    screen.may_go_on = true;
    screen.commands = {Command::go_on, Command::back, Command::skip, Command::review, Command::keys, Command::leave};
    return screen;
}

void take_facts(State& state, const Input& input, Effects& /*effects*/) {
    if (input.kind != Input::Kind::choose) {
        if (is(input, Command::go_on) || is(input, Command::skip)) go(state, after_section(state, state.here.item));
        return;
    }
    const int table = tables_of(state, state.here.item)[static_cast<std::size_t>(input.options.front())];
    if (stands_in_a_file(state, table)) {
        return complain(state, fmt::format("it stands in {}; change it there", state.setting.csv.at(table)));
    }
    state.fresh = {};
    if (table_type(state, table).is_record) return go(state, first_field(state, table, 0));
    Place place = page_of(Page::table);
    place.table = table;
    go(state, place);
}

// Table: options are "add", "none" where there are no rows, then the rows.

bool may_be_none(const State& state, int table) {
    return table_at(state, table).rows.empty();
}

Screen show_table(const State& state) {
    const int table = state.here.table;
    const TableType& type = table_type(state, table);
    Screen screen;
    screen.title = type.title;
    screen.question = type.about;
    screen.options.push_back(numbered(
        screen.options,
        fmt::format("Add {} {}", std::string("aeiou").find(type.one[0]) == std::string::npos ? "a" : "an", type.one)));
    if (may_be_none(state, table)) {
        screen.options.push_back(numbered(screen.options, fmt::format("There are no {}", type.many),
                                          "A fact of its own, not the same as leaving it out.",
                                          table_at(state, table).state == Table::State::none));
    }
    for (const Row& row : table_at(state, table).rows) {
        Option option = numbered(screen.options, row_words(state, table, row));
        option.group = "Choose one to change or remove it";
        screen.options.push_back(std::move(option));
    }
    screen.ask = Screen::Ask::choice;
    screen.prompt = "Your choice, Enter to go on";
    screen.current = state_words(state, table);
    screen.may_go_on = true;
    screen.commands = {Command::go_on, Command::back, Command::skip, Command::clear, Command::keys, Command::leave};
    return screen;
}

void set_state(State& state, Effects& effects, Table::State given) {
    Table& table = state.draft.facts[static_cast<std::size_t>(state.here.table)];
    table.state = given;
    keep_table(state, effects, state.here.table);
}

void choose_in_table(State& state, Effects& effects, int option) {
    const int table = state.here.table;
    const int rows = static_cast<int>(table_at(state, table).rows.size());
    if (option == 0) {
        state.fresh = {};
        state.fresh.cells.resize(table_type(state, table).columns.size());
        return go(state, first_field(state, table, rows));
    }
    if (may_be_none(state, table)) {
        set_state(state, effects, Table::State::none);
        effects.record.push_back(fmt::format("{}: there are none", table_type(state, table).title));
        return;
    }
    Place place = page_of(Page::row);
    place.table = table;
    place.row = option - 1;
    go(state, place);
}

void take_table(State& state, const Input& input, Effects& effects) {
    if (input.kind == Input::Kind::choose) {
        choose_in_table(state, effects, input.options.front());
    } else if (is(input, Command::go_on) || is(input, Command::skip)) {
        const bool outcomes = holds_outcomes(table_type(state, state.here.table));
        go(state, section_place(outcomes ? kIndicatorSection : kFactsSection));
    } else if (is(input, Command::clear)) {
        if (!may_be_none(state, state.here.table)) return complain(state, "remove its rows one by one");
        set_state(state, effects, Table::State::not_given);
    }
}

// Row

Screen show_row(const State& state) {
    Screen screen;
    screen.title = table_type(state, state.here.table).title;
    screen.question = row_words(state, state.here.table, *row_at(state, state.here));
    screen.options.push_back(numbered(screen.options, "Change it"));
    screen.options.push_back(numbered(screen.options, "Remove it"));
    screen.ask = Screen::Ask::choice;
    screen.prompt = "Your choice";
    screen.commands = {Command::back, Command::keys, Command::leave};
    return screen;
}

void take_row(State& state, const Input& input, Effects& effects) {
    if (input.kind != Input::Kind::choose) return;
    if (input.options.front() == 0) return go(state, first_field(state, state.here.table, state.here.row));
    Table& table = state.draft.facts[static_cast<std::size_t>(state.here.table)];
    table.rows.erase(table.rows.begin() + state.here.row);
    if (table.rows.empty()) table.state = Table::State::not_given;
    keep_table(state, effects, state.here.table);
    close(state);
}

}  // namespace

std::vector<int> tables_of(const State& state, int section) {
    std::vector<int> found;
    const auto& tables = state.framework->catalogue.tables;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (!tables[i].is_computed && holds_outcomes(tables[i]) == (section == kIndicatorSection)) {
            found.push_back(static_cast<int>(i));
        }
    }
    return found;
}

Place after_section(const State& state, int section) {
    for (int next = section + 1; next <= kIndicatorSection; ++next) {
        if (!tables_of(state, next).empty()) return section_place(next);
    }
    return page_of(Page::finish);
}

Place after_review(const State& state) {
    return after_section(state, kFactsSection - 1);
}

const TableType& table_type(const State& state, int table) {
    return state.framework->catalogue.tables[static_cast<std::size_t>(table)];
}

std::vector<int> columns_of(const State& state, int table) {
    const TableType& type = table_type(state, table);
    std::vector<std::string> computed;
    if (type.id == "indicators") {
        for (const Column& column : computed_indicator_columns()) computed.push_back(column.id);
    }
    std::vector<int> columns;
    for (std::size_t i = 0; i < type.columns.size(); ++i) {
        if (std::ranges::find(computed, type.columns[i].id) == computed.end()) columns.push_back(static_cast<int>(i));
    }
    std::ranges::sort(columns, {}, [&](int column) {
        return std::pair(type.columns[static_cast<std::size_t>(column)].type.may_be_blank, column);
    });
    return columns;
}

std::string row_words(const State& state, int table, const Row& row) {
    std::string words;
    int shown = 0;
    for (const int column : columns_of(state, table)) {
        const Column& type = table_type(state, table).columns[static_cast<std::size_t>(column)];
        const std::string cell = cell_words(type, row.cells[static_cast<std::size_t>(column)]);
        if (cell.empty() || shown == 3) continue;
        words += (words.empty() ? "" : ", ") + cell;
        ++shown;
    }
    return words.empty() ? "(blank)" : words;
}

const PageType kFactsPage{show_facts, take_facts};
const PageType kTablePage{show_table, take_table};
const PageType kRowPage{show_row, take_row};

}  // namespace waymark::interview
