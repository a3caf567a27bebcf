// Facts: the tables and records that an assessment may carry beside answers.
#include <fmt/format.h>

#include "condition/read.hpp"
#include "framework/draft.hpp"

namespace waymark {

namespace {

// In a row test these combine other tests.
const std::vector<std::string>& words_of_columns() {
    static const std::vector<std::string> words{"all", "any", "not"};
    return words;
}

// The declared table of this name also gets columns that waymark computes.
std::vector<std::string> reserved_columns(const std::string& table) {
    std::vector<std::string> words = words_of_columns();
    if (table != "indicators") return words;
    for (const Column& column : computed_indicator_columns()) words.push_back(column.id);
    return words;
}

void read_columns(Draft& draft, const Node& node, TableType& table) {
    const std::string_view what = table.is_record ? "field" : "column";
    const Names names{std::string(what)};
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        if (i == kMostColumns) {
            draft.report("F003", node.keys[i].span,
                         fmt::format("'{}' has more than {} columns", table.id, kMostColumns),
                         "record fewer facts, or split the table");
            return;
        }
        const auto id = read_id(node.keys[i], fmt::format("the name of a {}", what), *draft.findings);
        if (!id || !allowed(*id, what, reserved_columns(table.id), node.keys[i].span, *draft.findings)) continue;
        const std::size_t errors = draft.findings->errors();
        Column column = read_column(draft, table.id, *id, node.items[i]);
        if (draft.findings->errors() > errors) draft.misdeclared.insert(*id);
        column.span = node.keys[i].span;
        table.columns.push_back(std::move(column));
    }
}

// "[item, items]"
void read_row_words(Draft& draft, Fields& fields, TableType& table) {
    const Node* node = fields.find("row");
    if (!node) return;
    const auto words = fields.texts("row");
    if (table.is_record || words.size() != 2) {
        draft.report(
            "F060", node->span,
            table.is_record ? "a record has no rows to name" : "'row' is not one word for a row and one for several",
            table.is_record ? "remove 'row'" : "write row: [item, items]");
        return;
    }
    table.one = words[0];
    table.many = words[1];
}

void read_table(Draft& draft, const Node& key, const Node& value, TableType& table) {
    Fields fields(value, fmt::format("the table '{}'", key.text), *draft.findings);
    if (fields.is_mapping()) {
        const Node* record = fields.mapping("fields");
        const Node* columns = fields.mapping("columns");
        table.is_record = record != nullptr;
        table.title = title_or_id(fields, table.id);
        table.about = fields.text("about");
        note_was(draft, fields.find("was"), NameKind::table, "", table.id);
        read_row_words(draft, fields, table);
        if (record && columns) {
            draft.report("F060", span_of_key(fields, "columns"),
                         fmt::format("'{}' has both 'fields' and 'columns'", table.id),
                         "a record of single facts has 'fields'; a table of rows has 'columns'");
        }
        const Node* shape = record ? record : columns;
        if (shape) read_columns(draft, *shape, table);
        const bool is_empty = shape ? shape->keys.empty() : !fields.find("fields") && !fields.find("columns");
        if (is_empty) {
            draft.report("F002", key.span, fmt::format("the table '{}' has no columns", table.id),
                         "add 'columns:' (a table of rows) or 'fields:' (a record of single facts)");
        }
    }
    fields.finish();
}

// A reference needs a key to refer to: the first column of a table of rows, holding text.
void check_references(Draft& draft) {
    const auto& tables = draft.framework.catalogue.tables;
    for (const TableType& table : tables) {
        for (const Column& column : table.columns) {
            const auto target = draft.tables.find(column.type.table);
            if (column.type.kind != ColumnType::Kind::row_of || !target) continue;
            const TableType& other = tables[static_cast<std::size_t>(*target)];
            if (other.columns.empty() && !other.is_record) continue;
            if (!other.is_record && other.columns[0].type.kind == ColumnType::Kind::text) continue;
            draft.report(
                "F061", column.span,
                fmt::format("the column '{}' refers to rows of '{}', which {}", column.id, other.id,
                            other.is_record ? "is a record and has no rows"
                                            : "does not begin with a column of text to know them by"),
                other.is_record ? "refer to a table" : "make the key, of type text, the first column of that table");
        }
    }
}

}  // namespace

void read_facts(Draft& draft, Fields& top) {
    const Node* facts = top.mapping("facts");
    if (!facts) return;
    auto& tables = draft.framework.catalogue.tables;
    std::vector<std::size_t> read;
    for (std::size_t i = 0; i < facts->keys.size() && i < kMostTables; ++i) {  // all names first: columns refer to them
        const Node& key = facts->keys[i];
        const auto id = read_id(key, "the name of a table", *draft.findings);
        if (!id || !allowed(*id, "table", reserved_words(), key.span, *draft.findings)) continue;
        declare(draft.tables, *id, static_cast<int>(tables.size()), key.span, *draft.findings);
        TableType table;
        table.id = *id;
        table.span = key.span;
        tables.push_back(std::move(table));
        read.push_back(i);
    }
    if (facts->keys.size() > kMostTables) {
        draft.report("F003", facts->keys[kMostTables].span, fmt::format("there are more than {} tables", kMostTables),
                     "nobody would fill so many; record fewer facts");
    }
    for (std::size_t t = 0; t < read.size(); ++t) {
        read_table(draft, facts->keys[read[t]], facts->items[read[t]], tables[t]);
    }
    check_references(draft);
}

}  // namespace waymark
