#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "condition/figures.hpp"
#include "condition/words.hpp"
#include "text/display.hpp"

namespace waymark {

namespace {

constexpr std::size_t kMostNames = 5;
constexpr int kLongestName = 60;

std::string figure(std::int64_t count) {
    return number_text(Rational::whole(count));
}

// The column that names a row to people: the first text; a column `name` or `title` rather than a bare `id`.
int name_column(const TableType& table) {
    int first = -1;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        if (column.type.is_private || column.type.kind != ColumnType::Kind::text) continue;
        if (first < 0 || (table.columns[static_cast<std::size_t>(first)].id == "id" &&
                          (column.id == "name" || column.id == "title"))) {
            first = static_cast<int>(i);
        }
    }
    return first;
}

std::string name_of(const Row& row, int table, const Scene& scene) {
    const TableType& type = scene.type(table);
    if (type.is_computed) {
        if (has_nodes(type) && row.node >= 0)
            return scene.world->catalogue->nodes[static_cast<std::size_t>(row.node)].title;
        const auto* chosen =
            type.id == "flags" ? std::get_if<ChosenIndex>(&cell_of(row, type.column("id").value_or(-1))) : nullptr;
        return chosen == nullptr ? ""
                                 : scene.column(table, *type.column("id"))
                                       .type.choices[static_cast<std::size_t>(chosen->index)]
                                       .phrase;
    }
    const auto* text = std::get_if<std::string>(&cell_of(row, name_column(type)));
    return text == nullptr ? "" : cut_to_width(*text, kLongestName);
}

// A test of ids among the tests that must all hold: it says which rows are meant, not what was found about
// them.
const Test* id_test(const Test& test, int table, const Scene& scene) {
    const TableType& type = scene.type(table);
    if (!type.is_computed) return nullptr;
    if (test.kind == Test::Kind::all) {
        for (const auto& part : test.parts) {
            if (const Test* found = id_test(part, table, scene)) return found;
        }
    }
    const auto id = type.column("id");
    const bool names = test.kind == Test::Kind::cell && id && test.column == *id && test.cells.size() == 1;
    if (!names) return nullptr;
    const auto op = test.cells.front().op;
    return op == CellTest::Op::equal || op == CellTest::Op::one_of ? &test : nullptr;
}

void drop_other_ids(Sifted& rows, const Test& ids, int table, const Scene& scene) {
    const auto other = [&](const Row* row) { return test_row(ids, table, *row, scene) == Truth::no; };
    rows.no.erase(std::remove_if(rows.no.begin(), rows.no.end(), other), rows.no.end());
}

std::string there_are(std::int64_t count, const Subject& subject) {
    if (count == 0) return "there are no " + subject.many;
    return count == 1 ? "there is 1 " + subject.one : fmt::format("there are {} {}", figure(count), subject.many);
}

std::string all_text(std::int64_t count, const Subject& subject) {
    if (count == 1) return "the only " + subject.one;
    return count == 2 ? "both " + subject.many : fmt::format("all {} {}", figure(count), subject.many);
}

}  // namespace

Subject subject_of(int table, const Scene& scene) {
    const TableType& type = scene.type(table);
    return {type.one, type.many};
}

Subject subject_that(int table, const Test& test, const Scene& scene) {
    const Subject plain = subject_of(table, scene);
    const Said said = said_of(test, table, scene);
    return {plain.one + " that " + said.one, plain.many + " that " + said.many};
}

Said said_of(const Test& test, int table, const Scene& scene, int but_for, const Rows* found) {
    if (found != nullptr && found->empty()) found = nullptr;
    return {join(predicates(test, {table, true, scene, found}, but_for), "and"),
            join(predicates(test, {table, false, scene, found}, but_for), "and")};
}

std::string names_of(const Rows& rows, int table, const Scene& scene) {
    if (rows.empty() || rows.size() > kMostNames) return "";
    std::vector<std::string> names;
    for (const Row* row : rows) {
        names.push_back(name_of(*row, table, scene));
        if (names.back().empty() || row->times != 1) return "";
    }
    const bool commas = std::any_of(names.begin(), names.end(),
                                    [](const std::string& name) { return name.find(',') != std::string::npos; });
    return fmt::format(" ({})", fmt::join(names, commas ? "; " : ", "));
}

std::string some_of(std::int64_t yes, std::int64_t maybe, std::int64_t all) {
    if (yes + maybe == 0) return "none";
    if (maybe == 0) return figure(yes);
    if (yes == 0) return fmt::format("at most {}", figure(maybe));
    if (yes + maybe == all) return fmt::format("at least {}", figure(yes));
    return fmt::format("between {} and {}", figure(yes), figure(yes + maybe));
}

std::string part_of(std::int64_t yes, std::int64_t maybe, std::int64_t all, const Subject& subject) {
    if (all == 1) return fmt::format("{} of 1 {}", some_of(yes, maybe, all), subject.one);
    const auto* of = yes + maybe == 0 ? "of the" : "of";
    return fmt::format("{} {} {} {}", some_of(yes, maybe, all), of, figure(all), subject.many);
}

std::string rows_text(const Sifted& rows, const Subject& subject, const Said& said, const std::string& names) {
    const std::int64_t yes = rows_in(rows.yes);
    const std::int64_t maybe = rows_in(rows.maybe);
    const std::int64_t all = rows.all();
    if (all == 0) return there_are(0, subject);
    if (maybe == all) return "";
    if (maybe > 0 && yes > 0) {
        return fmt::format("{}{} {}, and {} more cannot be told", part_of(yes, 0, all, subject), names,
                           yes == 1 ? said.one : said.many, figure(maybe));
    }
    if (maybe > 0) return fmt::format("{} {}", part_of(yes, maybe, all, subject), maybe == 1 ? said.one : said.many);
    if (yes == 0 && all == 1) return fmt::format("no {} {}", subject.one, said.one);
    if (yes == 0) return fmt::format("none of the {} {} {}", figure(all), subject.many, said.many);
    if (yes == all) return fmt::format("{}{} {}", all_text(all, subject), names, all == 1 ? said.one : said.many);
    return fmt::format("{}{} {}", part_of(yes, 0, all, subject), names, yes == 1 ? said.one : said.many);
}

std::string rows_that(int table, const Test* where, bool as_found, const Scene& scene) {
    Sifted rows = sift(table, where, scene);
    if (!rows.given) return "";
    const Subject subject = subject_of(table, scene);
    const std::string names = names_of(rows.yes, table, scene);
    if (where == nullptr) return there_are(rows.all(), subject);
    const Test* ids = id_test(*where, table, scene);
    const Rows* found = as_found ? &rows.yes : nullptr;
    const Said said = said_of(*where, table, scene, ids == nullptr ? -1 : ids->column, found);
    if (ids == nullptr || said.many.empty()) {
        return rows_text(rows, subject, said_of(*where, table, scene, -1, found), names);
    }
    drop_other_ids(rows, *ids, table, scene);
    return rows_text(rows, subject, said, names);
}

std::string rows_every(const Condition& condition, const Scene& scene) {
    const int table = condition.table;
    const Sifted rows = sift_every(table, condition.where.get(), *condition.that, scene);
    if (!rows.given) return "";
    const Subject subject = condition.where ? subject_that(table, *condition.where, scene) : subject_of(table, scene);
    const Said said = said_of(*condition.that, table, scene, -1, &rows.yes);
    std::string text = rows_text(rows, subject, said, "");
    const bool some_fail = !rows.no.empty() && !rows.yes.empty() && rows.maybe.empty();
    const std::string failing = some_fail ? names_of(rows.no, table, scene) : "";
    return failing.empty() ? text : fmt::format("{}, but not {}", text, failing.substr(2, failing.size() - 3));
}

}  // namespace waymark
