#include <fmt/format.h>

#include <algorithm>

#include "condition/reader.hpp"

namespace waymark {

namespace {

template <typename List>
std::vector<std::string> ids_of(const List& list) {
    std::vector<std::string> ids;
    for (const auto& each : list) ids.push_back(each.id);
    return ids;
}

std::vector<std::string> table_ids(const Catalogue& catalogue, bool records) {
    std::vector<std::string> ids;
    for (const auto& table : catalogue.tables) {
        if (table.is_record == records) ids.push_back(table.id);
    }
    return ids;
}

// False, with a finding, if the node is no plain word.
bool is_word(const Node& name, std::string_view what, const Reader& reader) {
    if (name.kind == Node::Kind::scalar) return true;
    reader.findings->report("C007", name.span, fmt::format("the name of {} is expected here", what));
    return false;
}

int unknown(const Node& name, std::string_view what, const std::vector<std::string>& known, const Reader& reader) {
    reader.findings->report("C002", name.span, fmt::format("no {} is called '{}'", what, name.text),
                            suggest(name.text, known));
    return -1;
}

bool may_read_table(const Node& name, int table, const Reader& reader) {
    const auto& type = reader.table(table);
    if (!type.is_computed || type.id != "flags" || reader.scope->may_name_flags) return true;
    reader.findings->report("C009", name.span, "the table 'flags' can only be read in a severity or in the verdict",
                            "repeat what the other flags test");
    return false;
}

bool may_read_column(const Node& name, int table, int column, const Reader& reader) {
    const auto& type = reader.table(table);
    if (!type.is_computed || !type.is_record || reader.scope->may_name_flags) return true;
    if (type.columns[static_cast<std::size_t>(column)].id != "unsafe") return true;
    reader.findings->report("C009", name.span, "the field 'unsafe' can only be read in the verdict",
                            "it is decided after all flags are");
    return false;
}

}  // namespace

int read_table_name(const Node& name, const Reader& reader) {
    if (!is_word(name, "a table", reader)) return -1;
    const auto found = reader.catalogue().table(name.text);
    if (!found) return unknown(name, "table", table_ids(reader.catalogue(), false), reader);
    if (reader.table(*found).is_record) {
        reader.findings->report("C003", name.span,
                                fmt::format("'{}' is a record of single facts, not a table", name.text),
                                fmt::format("test it with 'record: {{of: {}, where: …}}'", name.text));
        return -1;
    }
    return may_read_table(name, *found, reader) ? *found : -1;
}

int read_record_name(const Node& name, const Reader& reader) {
    if (!is_word(name, "a record", reader)) return -1;
    const auto found = reader.catalogue().table(name.text);
    if (!found) return unknown(name, "record", table_ids(reader.catalogue(), true), reader);
    if (!reader.table(*found).is_record) {
        reader.findings->report(
            "C003", name.span, fmt::format("'{}' is a table, not a record of single facts", name.text),
            fmt::format("test its rows with 'some: {{of: {}, where: …}}', 'count' or 'share'", name.text));
        return -1;
    }
    return *found;
}

int read_column_name(const Node& name, int table, const Reader& reader) {
    if (table < 0 || !is_word(name, "a column", reader)) return -1;
    const auto& type = reader.table(table);
    const auto found = type.column(name.text);
    if (!found) {
        const auto* what = type.is_record ? "field" : "column";
        reader.findings->report("C002", name.span, fmt::format("'{}' has no {} called '{}'", type.id, what, name.text),
                                suggest(name.text, ids_of(type.columns)));
        return -1;
    }
    return may_read_column(name, table, *found, reader) ? *found : -1;
}

int read_node_name(const Node& name, const Reader& reader) {
    if (!is_word(name, "a practice or a dimension", reader)) return -1;
    const auto found = reader.catalogue().node(name.text);
    if (found) return *found;
    return unknown(name, "practice or dimension", ids_of(reader.catalogue().nodes), reader);
}

int read_flag_name(const Node& name, const Reader& reader) {
    if (!is_word(name, "a flag", reader)) return -1;
    const auto found = reader.catalogue().flag(name.text);
    return found ? *found : unknown(name, "flag", reader.catalogue().flags, reader);
}

RoleSet read_roles(const Node& roles, const Reader& reader) {
    RoleSet set;
    set.everyone = false;
    const Node* list = &roles;
    if (roles.kind == Node::Kind::mapping && roles.keys.size() == 1 && roles.keys[0].text == "not") {
        set.complement = true;
        list = &roles.items[0];
    }
    const bool single = list->kind == Node::Kind::scalar;
    if (!single && (list->kind != Node::Kind::sequence || list->items.empty())) {
        reader.findings->report("C007", list->span, "a list of roles is expected here",
                                "write 'by: [leader]' or 'by: {not: [leader]}'");
        return set;
    }
    for (const auto& item : single ? std::vector<Node>{*list} : list->items) {
        if (!is_word(item, "a role", reader)) continue;
        const auto role = reader.catalogue().role(item.text);
        if (!role)
            unknown(item, "role", reader.catalogue().roles, reader);
        else
            set.roles.push_back(*role);
    }
    std::sort(set.roles.begin(), set.roles.end());
    set.roles.erase(std::unique(set.roles.begin(), set.roles.end()), set.roles.end());
    return set;
}

RecordField read_record_field(const Node& name, const Reader& reader) {
    const auto point = name.kind == Node::Kind::scalar ? name.text.find('.') : std::string::npos;
    if (point == std::string::npos) {
        reader.findings->report("C007", name.span, "a record and its field are expected here, joined by a point",
                                "write it like 'mission.due'");
        return {};
    }
    Node record = name;
    record.text = name.text.substr(0, point);
    Node field = name;
    field.text = name.text.substr(point + 1);
    RecordField result;
    result.table = read_record_name(record, reader);
    result.column = read_column_name(field, result.table, reader);
    return result;
}

}  // namespace waymark
