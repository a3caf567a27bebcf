// One field of a record or one cell of a row at a time.
#include <fmt/format.h>

#include <algorithm>

#include "assessment/cells.hpp"
#include "interview/facts.hpp"
#include "interview/pages.hpp"
#include "text/display.hpp"
#include "text/english.hpp"

namespace waymark::interview {

namespace {

using Kind = ColumnType::Kind;

const Column& column_at(const State& state, const Place& place) {
    return table_type(state, place.table).columns[static_cast<std::size_t>(place.column)];
}

bool is_blank(const Cell& cell) {
    return std::holds_alternative<std::monostate>(cell);
}

Cell cell_at(const State& state) {
    const Row* row = row_at(state, state.here);
    return row == nullptr ? Cell{} : row->cells[static_cast<std::size_t>(state.here.column)];
}

// The names of the rows that a cell may point to; empty: it is typed.
std::vector<std::string> row_names(const State& state, const Column& column) {
    std::vector<std::string> names;
    const auto table = state.framework->catalogue.table(column.type.table);
    if (column.type.kind != Kind::row_of || !table) return names;
    for (const Row& row : state.draft.facts[static_cast<std::size_t>(*table)].rows) {
        if (const auto* name = std::get_if<std::string>(&row.cells.front())) names.push_back(*name);
    }
    return names;
}

bool has_choices(const Column& column) {
    return !column.type.choices.empty();
}

bool is_current(const Cell& cell, int option) {
    if (const auto* index = std::get_if<ChosenIndex>(&cell)) return index->index == option;
    if (const auto* set = std::get_if<ChosenSet>(&cell))
        return ((set->bits >> static_cast<unsigned>(option)) & 1U) != 0;
    return false;
}

void add_options(const State& state, const Column& column, const Cell& cell, Screen& screen) {
    for (std::size_t i = 0; i < column.type.choices.size(); ++i) {
        const Choice& choice = column.type.choices[i];
        const std::string title = capitalised(id_in_words(choice.id));
        screen.options.push_back(numbered(screen.options, title, choice.phrase == choice.id ? "" : choice.phrase,
                                          is_current(cell, static_cast<int>(i))));
    }
    for (const std::string& name : row_names(state, column)) {
        const auto* given = std::get_if<std::string>(&cell);
        screen.options.push_back(numbered(screen.options, name, "", given != nullptr && *given == name));
    }
}

std::string how_to_type(const Column& column, const std::string& currency) {
    switch (column.type.kind) {
        case Kind::date:
            return "a date, as 2026-11-20";
        case Kind::money:
            return fmt::format("an amount in {}, as 1250000", currency);
        case Kind::share:
            return "a share, as 30%";
        case Kind::duration:
            return "a length of time, as 18 months";
        case Kind::number:
            return "a number";
        case Kind::integer:
            return "a whole number";
        default:
            return "a few words";
    }
}

Screen::Ask ask_of(const State& state, const Column& column) {
    if (column.type.kind == Kind::some_of) return Screen::Ask::several;
    if (has_choices(column) || !row_names(state, column).empty()) return Screen::Ask::choice;
    return Screen::Ask::line;
}

Screen show_field(const State& state) {
    const Column& column = column_at(state, state.here);
    const auto columns = columns_of(state, state.here.table);
    const auto position = std::ranges::find(columns, state.here.column) - columns.begin() + 1;
    const Cell cell = cell_at(state);
    Screen screen;
    screen.progress = fmt::format("{} · {} of {}", table_type(state, state.here.table).title, position, columns.size());
    screen.title = capitalised(column.title);
    screen.question = column.about;
    if (column.type.is_private)
        screen.passages.push_back({"", "Counted, and never printed in a report. It does stand in this file."});
    add_options(state, column, cell, screen);
    screen.ask = ask_of(state, column);
    if (screen.ask == Screen::Ask::line) {
        screen.prompt = capitalised(how_to_type(column, state.draft.currency));
        screen.entry = cell_words(column, cell);
    } else {
        screen.prompt = screen.ask == Screen::Ask::several ? "All that hold" : "Your choice";
    }
    screen.current = cell_words(column, cell);
    screen.may_go_on = !is_blank(cell) || column.type.may_be_blank;
    screen.commands = {Command::back, Command::skip, Command::clear, Command::review, Command::keys, Command::leave};
    return screen;
}

// What `text` means in this column; a complaint if nothing.
std::optional<Cell> cell_from(State& state, const std::string& text) {
    const Source source("", text);
    Diagnostics diagnostics;
    Findings findings(source, diagnostics);
    CsvCell typed;
    typed.text = text;
    auto cell = read_cell(typed, column_at(state, state.here), findings);
    if (!diagnostics.empty())
        complain(state, diagnostics.front().help.empty() ? diagnostics.front().message : diagnostics.front().help);
    return cell;
}

std::optional<Cell> cell_of(State& state, const Input& input) {
    const Column& column = column_at(state, state.here);
    if (input.kind == Input::Kind::text) return cell_from(state, typed_text(state, input.text, kLongestLine));
    if (input.kind == Input::Kind::choose) {
        const int option = input.options.front();
        if (has_choices(column)) return Cell{ChosenIndex{option}};
        return Cell{row_names(state, column)[static_cast<std::size_t>(option)]};
    }
    if (input.kind == Input::Kind::several) {
        ChosenSet set;
        for (const int option : input.options) set.bits |= std::uint64_t{1} << static_cast<unsigned>(option);
        return set.bits == 0 ? Cell{} : Cell{set};
    }
    return Cell{};  // clear
}

// The first column of a table that others refer to names its rows: no two may have the same name.
bool is_taken(const State& state, const Cell& cell) {
    const auto& tables = state.framework->catalogue.tables;
    const TableType& type = table_type(state, state.here.table);
    const auto refers = [&](const Column& column) {
        return column.type.kind == Kind::row_of && column.type.table == type.id;
    };
    const bool named =
        std::ranges::any_of(tables, [&](const TableType& other) { return std::ranges::any_of(other.columns, refers); });
    if (!named || state.here.column != 0 || is_blank(cell)) return false;
    const auto& rows = state.draft.facts[static_cast<std::size_t>(state.here.table)].rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<int>(i) != state.here.row && rows[i].cells.front() == cell) return true;
    }
    return false;
}

bool is_complete(const State& state, int table, const Row& row) {
    const auto columns = columns_of(state, table);
    return std::ranges::all_of(columns, [&](int column) {
        const auto index = static_cast<std::size_t>(column);
        return table_type(state, table).columns[index].type.may_be_blank || !is_blank(row.cells[index]);
    });
}

// A row enters the draft as soon as it has what every row needs.
void set_cell(State& state, Effects& effects, Cell cell) {
    Table& table = state.draft.facts[static_cast<std::size_t>(state.here.table)];
    const TableType& type = table_type(state, state.here.table);
    const auto row = static_cast<std::size_t>(state.here.row);
    const auto column = static_cast<std::size_t>(state.here.column);
    if (row < table.rows.size()) {
        table.rows[row].cells[column] = std::move(cell);
    } else {
        state.fresh.cells.resize(type.columns.size());
        state.fresh.cells[column] = std::move(cell);
        if (!is_complete(state, state.here.table, state.fresh)) return;
        table.rows.push_back(std::move(state.fresh));
        state.fresh = {};
    }
    const bool empty = type.is_record && std::ranges::all_of(table.rows.front().cells, is_blank);
    if (empty) table.rows.clear();
    table.state = empty ? Table::State::not_given : Table::State::given;
    keep_table(state, effects, state.here.table);
}

void onward(State& state, Effects& effects) {
    const Place next = next_field(state, state.here);
    const Row* row = row_at(state, state.here);
    if (next.page != Page::field && next.page != Page::currency && row != nullptr) {
        effects.record.push_back(
            fmt::format("{}: {}", table_type(state, state.here.table).title, row_words(state, state.here.table, *row)));
    }
    go(state, next);
}

void take_field(State& state, const Input& input, Effects& effects) {
    const Column& column = column_at(state, state.here);
    const bool passes = is(input, Command::skip) || is(input, Command::go_on);
    if (passes) {
        if (is_blank(cell_at(state)) && !column.type.may_be_blank) {
            return complain(
                state, fmt::format("every {} needs this; back leaves it out", table_type(state, state.here.table).one));
        }
        return onward(state, effects);
    }
    if (input.kind == Input::Kind::command && input.command != Command::clear) return;
    auto cell = cell_of(state, input);
    if (!cell) return;
    if (is_blank(*cell) && !column.type.may_be_blank) return complain(state, "this one cannot be left blank");
    if (is_taken(state, *cell)) return complain(state, "another row has this name; each needs one of its own");
    set_cell(state, effects, std::move(*cell));
    onward(state, effects);
}

// Currency

Screen show_currency(const State& state) {
    Screen screen;
    screen.title = "Currency";
    screen.question = "In which currency are amounts of money given?";
    screen.ask = Screen::Ask::line;
    screen.prompt = "Three letters, such as GBP or EUR";
    screen.entry = screen.current = state.draft.currency;
    screen.may_go_on = true;
    screen.commands = {Command::back, Command::skip, Command::keys, Command::leave};
    return screen;
}

void take_currency(State& state, const Input& input, Effects& effects) {
    Place place = state.here;
    place.page = Page::field;
    if (input.kind == Input::Kind::text) {
        std::string code = typed_text(state, input.text, kLongestLine);
        std::ranges::transform(code, code.begin(),
                               [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        const bool letters = std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
        if (code.size() != 3 || !letters)
            return complain(state, "write the three letters of the currency, such as GBP");
        state.draft.currency = code;
        keep_head(state, effects, "currency", code);
    }
    go(state, state.draft.currency.empty() ? next_field(state, place) : place);
}

}  // namespace

const Row* row_at(const State& state, const Place& place) {
    const auto& rows = state.draft.facts[static_cast<std::size_t>(place.table)].rows;
    if (place.row < static_cast<int>(rows.size())) return &rows[static_cast<std::size_t>(place.row)];
    return state.fresh.cells.empty() ? nullptr : &state.fresh;
}

Place first_field(const State& state, int table, int row) {
    Place place = page_of(Page::field);
    place.table = table;
    place.row = row;
    place.column = -1;
    return next_field(state, place);
}

Place next_field(const State& state, Place place) {
    const auto columns = columns_of(state, place.table);
    const auto here = std::ranges::find(columns, place.column);
    const auto next = here == columns.end() ? columns.begin() : here + 1;
    if (next != columns.end()) {
        place.column = *next;
        const bool money = column_at(state, place).type.kind == Kind::money;
        place.page = money && state.draft.currency.empty() ? Page::currency : Page::field;
        return place;
    }
    Place after = page_of(Page::table);
    after.table = place.table;
    if (!table_type(state, place.table).is_record) return after;
    const auto outcomes = tables_of(state, kIndicatorSection);
    after = page_of(Page::facts);
    after.item = std::ranges::find(outcomes, place.table) == outcomes.end() ? kFactsSection : kIndicatorSection;
    return after;
}

std::string cell_words(const Column& column, const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* number = std::get_if<Rational>(&cell)) return number->to_short(4);
    if (const auto* date = std::get_if<Date>(&cell)) return date->to_text();
    if (const auto* duration = std::get_if<Duration>(&cell)) return duration->to_text();
    std::vector<std::string> words;
    for (std::size_t i = 0; i < column.type.choices.size(); ++i) {
        if (is_current(cell, static_cast<int>(i))) words.push_back(id_in_words(column.type.choices[i].id));
    }
    return join(words, "and");
}

const PageType kCurrencyPage{show_currency, take_currency};
const PageType kFieldPage{show_field, take_field};

}  // namespace waymark::interview
