// Records and tables of facts.
#include <fmt/format.h>

#include <algorithm>

#include "assessment/edit_tree.hpp"
#include "assessment/names.hpp"
#include "assessment/write.hpp"

namespace waymark {

namespace {

Node row_node(const std::vector<CellText>& cells) {
    Node row = mapping_node();
    for (const auto& [column, value] : cells) {
        if (!value.empty()) set_member(row, column, scalar_node(value));
    }
    return row;
}

// A row as it shall be, with columns in the order that the present one has.
Node in_order_of(const Node& present, Node row) {
    if (present.kind != Node::Kind::mapping) return row;
    Node result = mapping_node();
    for (const Node& key : present.keys) {
        if (const Node* value = row.find(key.text)) put(result, key.text, *value);
    }
    for (std::size_t i = 0; i < row.keys.size(); ++i) set_member(result, row.keys[i].text, row.items[i]);
    return result;
}

Node& facts_of(Editing& editing) {
    Node* facts = member(*editing.root, "facts");
    if (facts == nullptr || facts->kind != Node::Kind::mapping) {
        set_top(*editing.root, "facts", mapping_node());
        facts = member(*editing.root, "facts");
    }
    return *facts;
}

Node* table_of(Editing& editing, const std::string& id) {
    Node* facts = member(*editing.root, "facts");
    return facts == nullptr ? nullptr : member(*facts, id);
}

// Without facts there is no key for them either.
void forget(Editing& editing, const std::string& id) {
    Node* facts = member(*editing.root, "facts");
    if (facts == nullptr) return;
    remove_member(*facts, id);
    if (facts->keys.empty()) remove_member(*editing.root, "facts");
}

bool is_csv(const Node* table) {
    return table != nullptr && table->kind == Node::Kind::mapping && table->keys.size() == 1 &&
           table->keys.front().text == "csv";
}

std::string rows_elsewhere(const std::string& id, const Node& table) {
    return fmt::format("the rows of {} stand in {} and are changed there", in_quotes(id),
                       in_quotes(table.items.front().text));
}

// The list of rows that holds row number `row`, or why there is none.
Node* rows_with(Editing& editing, const std::string& id, int row, std::string& problem) {
    Node* table = table_of(editing, id);
    if (is_csv(table)) {
        problem = rows_elsewhere(id, *table);
        return nullptr;
    }
    if (table != nullptr && table->kind == Node::Kind::sequence && row >= 0 &&
        static_cast<std::size_t>(row) < table->items.size()) {
        return table;
    }
    problem = fmt::format("the table {} has no row {}", in_quotes(id), row + 1);
    return nullptr;
}

Node list_of(const std::vector<std::vector<CellText>>& rows, const Node* present) {
    Node list = sequence_node();
    const bool has_rows = present != nullptr && present->kind == Node::Kind::sequence;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Node row = row_node(rows[i]);
        list.items.push_back(has_rows && i < present->items.size() ? in_order_of(present->items[i], std::move(row))
                                                                   : std::move(row));
    }
    return list;
}

}  // namespace

std::string make_change(Editing& editing, const SetField& change) {
    Node* record = table_of(editing, change.record);
    if (change.value.empty()) {
        if (record == nullptr) return "";
        remove_member(*record, change.field);
        if (record->keys.empty()) forget(editing, change.record);
        return "";
    }
    if (record == nullptr || record->kind != Node::Kind::mapping) {
        set_member(facts_of(editing), change.record, mapping_node());
        record = table_of(editing, change.record);
    }
    set_member(*record, change.field, scalar_node(change.value));
    return "";
}

std::string make_change(Editing& editing, const AddRow& change) {
    Node* table = table_of(editing, change.table);
    if (is_csv(table)) return rows_elsewhere(change.table, *table);
    Node row = row_node(change.cells);
    if (row.keys.empty()) return "the row is empty";
    if (table == nullptr || table->kind != Node::Kind::sequence) {
        set_member(facts_of(editing), change.table, sequence_node());
        table = table_of(editing, change.table);
    }
    table->items.push_back(std::move(row));
    return "";
}

std::string make_change(Editing& editing, const ReplaceRow& change) {
    std::string problem;
    Node* table = rows_with(editing, change.table, change.row, problem);
    if (table == nullptr) return problem;
    Node& present = table->items[static_cast<std::size_t>(change.row)];
    Node row = in_order_of(present, row_node(change.cells));
    if (row.keys.empty()) return "the row is empty";
    present = std::move(row);
    return "";
}

std::string make_change(Editing& editing, const RemoveRow& change) {
    std::string problem;
    Node* table = rows_with(editing, change.table, change.row, problem);
    if (table == nullptr) return problem;
    table->items.erase(table->items.begin() + change.row);
    if (table->items.empty()) forget(editing, change.table);
    return "";
}

std::string make_change(Editing& editing, const MarkNone& change) {
    set_member(facts_of(editing), change.table, scalar_node("none"));
    return "";
}

std::string make_change(Editing& editing, const ForgetTable& change) {
    forget(editing, change.table);
    return "";
}

std::string make_change(Editing& editing, const SetTable& change) {
    const Node* present = table_of(editing, change.table);
    if (is_csv(present)) return rows_elsewhere(change.table, *present);
    Node value = list_of(change.rows, present);
    if (change.is_record) {
        Node fields = value.items.empty() ? mapping_node() : value.items.front();
        value = present == nullptr ? std::move(fields) : in_order_of(*present, std::move(fields));
    }
    if (value.items.empty()) {
        forget(editing, change.table);
    } else {
        set_member(facts_of(editing), change.table, std::move(value));
    }
    return "";
}

}  // namespace waymark
