// Tables, records and their columns.
#include <fmt/format.h>

#include <algorithm>

#include "condition/read.hpp"
#include "verify/diff_working.hpp"

namespace waymark {

namespace {

using Kind = ColumnType::Kind;

std::vector<const TableType*> declared_tables(const Framework& framework) {
    std::vector<const TableType*> tables;
    for (const TableType& table : framework.catalogue.tables) {
        if (!table.is_computed) tables.push_back(&table);
    }
    return tables;
}

// Without those that waymark adds.
std::vector<Column> declared_columns(const TableType& table) {
    std::vector<Column> columns;
    for (const Column& column : table.columns) {
        if (!is_worked_out(table, column)) columns.push_back(column);
    }
    return columns;
}

std::string type_text(const ColumnType& type) {
    static constexpr const char* kWords[] = {"text",     "number", "integer",       "money",          "share", "date",
                                             "duration", "yes-no", "one of a list", "some of a list", "level", "row"};
    const std::string word = kWords[static_cast<std::size_t>(type.kind)];
    if (type.kind == Kind::level) return fmt::format("level of '{}'", type.scale);
    if (type.kind == Kind::row_of) return fmt::format("row of '{}'", type.table);
    return word;
}

// Everything that could be written before can be read the same way.
bool is_wider(Kind was, Kind is) {
    if (is == Kind::text) return was != Kind::row_of;
    return (was == Kind::integer && is == Kind::number) || (was == Kind::one_of && is == Kind::some_of);
}

struct ColumnPair {
    const TableType* table;  // new
    const Column* was;
    const Column* is;
    std::string subject;
    Comparison::Places places() const { return {was->span, is->span}; }
};

bool has_choices_of_its_own(const Column& column) {
    return column.type.kind == Kind::one_of || column.type.kind == Kind::some_of;
}

void compare_choices(Comparison& work, const ColumnPair& pair) {
    if (!has_choices_of_its_own(*pair.was) || !has_choices_of_its_own(*pair.is)) return;
    const auto& old_list = pair.was->type.choices;
    const auto& new_list = pair.is->type.choices;
    const std::string scope = pair.table->id + "." + pair.is->id;
    const auto subject = [&](const std::string& id) { return fmt::format("choice '{}.{}'", scope, id); };
    const Matches choices = work.match(NameKind::choice, scope, ids_in(old_list), ids_in(new_list));
    for (const auto& [old_index, new_index] : choices.same) {
        const Choice& was = at(old_list, old_index);
        const Choice& is = at(new_list, new_index);
        if (was.id != is.id) work.add_renamed("choice-renamed", subject(is.id), was.id, pair.places());
        work.compare("fact-text", subject(is.id), "the phrase", was.phrase, is.phrase, pair.places());
    }
    for (const int added : choices.added) {
        work.add("choice-added", subject(at(new_list, added).id), "added", {{}, pair.is->span});
    }
    for (const int removed : choices.removed) {
        const std::string& id = at(old_list, removed).id;
        work.add_removed("choice-removed", NameKind::choice, scope, id, subject(id), pair.was->span);
    }
    work.compare_order("order", pair.subject, choices, ids_in(new_list), pair.places());
}

// The same kind may still hold other things: levels of another scale, rows of another table.
std::string held_in_new_words(const Comparison& work, const Column& column) {
    ColumnType type = column.type;
    type.table = work.now(NameKind::table, "", type.table);
    for (const auto& [was, is] : work.scales.same) {
        if (at(work.before->scales, was).id != column.type.scale) continue;
        type.scale = at(work.after->scales, is).id;
    }
    return type_text(type);
}

void compare_type(Comparison& work, const ColumnPair& pair) {
    const ColumnType& was = pair.was->type;
    const ColumnType& is = pair.is->type;
    const bool wider = was.kind != is.kind && is_wider(was.kind, is.kind);
    work.compare(wider ? "column-wider" : "column-type", pair.subject, "what it holds",
                 held_in_new_words(work, *pair.was), type_text(is), pair.places());
    // A field of a record may always be left out.
    if (was.may_be_blank != is.may_be_blank && !pair.table->is_record) {
        work.compare(is.may_be_blank ? "column-optional" : "column-required", pair.subject,
                     "whether it may be left blank", yes_or_no(was.may_be_blank), yes_or_no(is.may_be_blank),
                     pair.places());
    }
    work.compare("column-private", pair.subject, "whether it is private", yes_or_no(was.is_private),
                 yes_or_no(is.is_private), pair.places());
    compare_choices(work, pair);
}

void compare_column(Comparison& work, const ColumnPair& pair) {
    const Column& was = *pair.was;
    const Column& is = *pair.is;
    const auto text = [&](std::string_view what, const std::string& before, const std::string& after) {
        work.compare("fact-text", pair.subject, what, before, after, pair.places());
    };
    if (was.id != is.id) work.add_renamed("column-renamed", pair.subject, was.id, pair.places());
    compare_type(work, pair);
    text("the title", was.title, is.title);
    text("what to enter", was.about, is.about);
    text("how a value is said", was.says, is.says);
    text("how a blank is said", was.blank, is.blank);
    if (was.type.kind != Kind::yes_no || is.type.kind != Kind::yes_no) return;
    text("how 'no' is said", was.type.choices[0].phrase, is.type.choices[0].phrase);
    text("how 'yes' is said", was.type.choices[1].phrase, is.type.choices[1].phrase);
}

bool is_referred_to(const Framework& framework, const std::string& table) {
    const auto& tables = framework.catalogue.tables;
    return std::any_of(tables.begin(), tables.end(), [&](const TableType& other) {
        return std::any_of(other.columns.begin(), other.columns.end(),
                           [&](const Column& column) { return column.type.table == table; });
    });
}

void compare_columns(Comparison& work, const TableType& was, const TableType& is) {
    const auto old_list = declared_columns(was);
    const auto new_list = declared_columns(is);
    const char* noun = is.is_record ? "field" : "column";
    const auto subject = [&](const std::string& id) { return fmt::format("{} '{}.{}'", noun, is.id, id); };
    const Matches columns = work.match(NameKind::column, is.id, ids_in(old_list), ids_in(new_list));
    for (const auto& [old_index, new_index] : columns.same) {
        const Column& column = at(new_list, new_index);
        compare_column(work, {&is, &at(old_list, old_index), &column, subject(column.id)});
    }
    for (const int added : columns.added) {
        const Column& column = at(new_list, added);
        const bool may_lack = is.is_record || column.type.may_be_blank;
        work.add(may_lack ? "column-added" : "column-added-required", subject(column.id), "added", {{}, column.span});
    }
    for (const int removed : columns.removed) {
        const Column& column = at(old_list, removed);
        work.add_removed("column-removed", NameKind::column, is.id, column.id, subject(column.id), column.span);
    }
    const std::string table = fmt::format("table '{}'", is.id);
    if (!is.is_record && columns.new_of(0) != 0 && is_referred_to(*work.after, is.id)) {
        work.add("table-key", table, "its rows are named by another column", {was.span, is.span}, old_list[0].id,
                 new_list[0].id);
    }
    work.compare_order("order", table, columns, ids_in(new_list), {was.span, is.span});
}

void compare_table(Comparison& work, const TableType& was, const TableType& is) {
    const std::string subject = fmt::format("{} '{}'", is.is_record ? "record" : "table", is.id);
    const Comparison::Places places{was.span, is.span};
    if (was.id != is.id) work.add_renamed("table-renamed", subject, was.id, places);
    work.compare("fact-text", subject, "the title", was.title, is.title, places);
    work.compare("fact-text", subject, "the text", was.about, is.about, places);
    work.compare("fact-text", subject, "what its rows are called", listed({was.one, was.many}),
                 listed({is.one, is.many}), places);
    if (was.is_record != is.is_record) {
        work.add("table-kind", subject, is.is_record ? "was a table of rows" : "was a record of single facts", places);
    } else {
        compare_columns(work, was, is);
    }
}

}  // namespace

void diff_facts(Comparison& work) {
    const auto old_list = declared_tables(*work.before);
    const auto new_list = declared_tables(*work.after);
    const auto ids = [](const std::vector<const TableType*>& tables) {
        std::vector<std::string> names;
        for (const TableType* table : tables) names.push_back(table->id);
        return names;
    };
    const auto subject = [](const TableType& table) {
        return fmt::format("{} '{}'", table.is_record ? "record" : "table", table.id);
    };
    const Matches tables = work.match(NameKind::table, "", ids(old_list), ids(new_list));
    for (const auto& [was, is] : tables.same) compare_table(work, *at(old_list, was), *at(new_list, is));
    for (const int added : tables.added) {
        const TableType& table = *at(new_list, added);
        work.add("table-added", subject(table), "added", {{}, table.span});
    }
    for (const int removed : tables.removed) {
        const TableType& table = *at(old_list, removed);
        work.add_removed("table-removed", NameKind::table, "", table.id, subject(table), table.span);
    }
}

}  // namespace waymark
