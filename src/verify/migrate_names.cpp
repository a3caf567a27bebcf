// Old names of an assessment replaced by what they are called now.
#include <fmt/format.h>

#include <algorithm>

#include "assessment/write.hpp"
#include "verify/migrating.hpp"

namespace waymark {

namespace {

const char* noun_of(NameKind kind) {
    static constexpr const char* kNouns[] = {"framework", "practice", "level", "strength", "producer", "form",
                                             "role",      "profile",  "table", "column",   "choice",   "flag"};
    return kNouns[static_cast<std::size_t>(kind)];
}

void rename_word(Node* node, NameKind kind, const std::string& scope, Renames& renames) {
    if (node && node->kind == Node::Kind::scalar) node->text = renames.now(kind, scope, node->text);
}

// False if the new name is taken, so that there would be two.
bool rename_key(Node& mapping, std::size_t i, NameKind kind, const std::string& scope, Renames& renames) {
    const std::string& old_name = mapping.keys[i].text;
    const FormerName* former = find_former(renames.history(), kind, scope, old_name);
    if (!former || former->now.empty()) return true;
    if (mapping.find(former->now)) return false;
    mapping.keys[i].text = renames.now(kind, scope, old_name);
    return true;
}

const Scale* scale_of(const Framework& framework, const std::string& practice) {
    const auto element = framework.element(practice);
    if (!element || framework.elements[static_cast<std::size_t>(*element)].kind != NodeName::Kind::practice) {
        return nullptr;
    }
    return &framework.scale_of(*element);
}

void rename_evidence(Node* evidence, Renames& renames) {
    if (!evidence || evidence->kind != Node::Kind::sequence) return;
    for (Node& item : evidence->items) {
        rename_word(member(item, "strength"), NameKind::strength, "", renames);
        rename_word(member(item, "produced_by"), NameKind::producer, "", renames);
        rename_word(member(item, "form"), NameKind::form, "", renames);
    }
}

void rename_answer(Node& answer, const Scale* scale, Renames& renames) {
    if (scale) {
        rename_word(&answer, NameKind::level, scale->id, renames);
        rename_word(member(answer, "level"), NameKind::level, scale->id, renames);
    }
    rename_evidence(member(answer, "evidence"), renames);
}

void rename_answers(Node* answers, Renames& renames) {
    if (!answers || answers->kind != Node::Kind::mapping) return;
    for (std::size_t i = 0; i < answers->keys.size(); ++i) {
        if (!rename_key(*answers, i, NameKind::node, "", renames)) continue;
        rename_answer(answers->items[i], scale_of(renames.framework(), answers->keys[i].text), renames);
    }
}

// Practice -> level; `default` is of the first scale.
void rename_levels(Node* levels, Renames& renames) {
    if (!levels || levels->kind != Node::Kind::mapping) return;
    for (std::size_t i = 0; i < levels->keys.size(); ++i) {
        const bool is_default = levels->keys[i].text == "default";
        if (!is_default && !rename_key(*levels, i, NameKind::node, "", renames)) continue;
        const Scale* scale =
            is_default ? &renames.framework().scales.front() : scale_of(renames.framework(), levels->keys[i].text);
        if (scale) rename_word(&levels->items[i], NameKind::level, scale->id, renames);
    }
}

void rename_cells(Node& row, const TableType& table, Renames& renames) {
    if (row.kind != Node::Kind::mapping) return;
    for (std::size_t i = 0; i < row.keys.size(); ++i) {
        if (!rename_key(row, i, NameKind::column, table.id, renames)) continue;
        const auto index = table.column(row.keys[i].text);
        if (!index) continue;
        const Column& column = table.columns[static_cast<std::size_t>(*index)];
        Node& cell = row.items[i];
        if (cell.kind == Node::Kind::scalar) cell.text = renamed_cell(cell.text, table, column, renames);
        for (Node& choice : cell.items) {
            if (choice.kind == Node::Kind::scalar) choice.text = renamed_cell(choice.text, table, column, renames);
        }
    }
}

void rename_facts(Node* facts, Renames& renames) {
    if (!facts || facts->kind != Node::Kind::mapping) return;
    const Catalogue& catalogue = renames.framework().catalogue;
    for (std::size_t i = 0; i < facts->keys.size(); ++i) {
        if (!rename_key(*facts, i, NameKind::table, "", renames)) continue;
        const auto index = catalogue.table(facts->keys[i].text);
        if (!index || catalogue.tables[static_cast<std::size_t>(*index)].is_computed) continue;
        const TableType& table = catalogue.tables[static_cast<std::size_t>(*index)];
        Node& value = facts->items[i];
        if (table.is_record) rename_cells(value, table, renames);
        if (!table.is_record && value.kind == Node::Kind::sequence) {
            for (Node& row : value.items) rename_cells(row, table, renames);
        }
    }
}

}  // namespace

std::string Renames::now(NameKind kind, const std::string& scope, const std::string& name) {
    const FormerName* former = find_former(to_->former_names, kind, scope, name);
    if (!former || former->now.empty()) return name;
    const std::string place = scope.empty() ? "" : scope + ".";
    std::string line = fmt::format("{} '{}{}' is now '{}'", noun_of(kind), place, name, former->now);
    if (std::find(carried_.begin(), carried_.end(), line) == carried_.end()) carried_.push_back(std::move(line));
    return former->now;
}

std::string renamed_cell(const std::string& text, const TableType& table, const Column& column, Renames& renames) {
    using Kind = ColumnType::Kind;
    const std::string place = table.id + "." + column.id;
    if (column.type.kind == Kind::level) return renames.now(NameKind::level, column.type.scale, text);
    if (column.type.kind == Kind::one_of) return renames.now(NameKind::choice, place, text);
    if (column.type.kind != Kind::some_of) return text;
    std::string result;
    std::size_t from = 0;
    while (true) {
        const std::size_t bar = std::min(text.find('|', from), text.size());
        const std::string_view piece = std::string_view(text).substr(from, bar - from);
        const std::size_t first = std::min(piece.find_first_not_of(' '), piece.size());
        const std::size_t last = piece.find_last_not_of(' ') + 1;  // 0 where there is none
        result += piece.substr(0, first);
        if (last > first) {
            result += renames.now(NameKind::choice, place, std::string(piece.substr(first, last - first)));
            result += piece.substr(last);
        }
        if (bar == text.size()) return result;
        result += '|';
        from = bar + 1;
    }
}

void rename_in_tree(Node& root, Renames& renames) {
    if (root.kind != Node::Kind::mapping) return;
    rename_word(member(root, "profile"), NameKind::profile, "", renames);
    if (Node* people = member(root, "respondents")) {
        for (Node& person : people->items) {
            rename_word(member(person, "role"), NameKind::role, "", renames);
            rename_answers(member(person, "answers"), renames);
        }
    }
    rename_levels(member(root, "agreed"), renames);
    rename_levels(member(root, "targets"), renames);
    rename_facts(member(root, "facts"), renames);
}

}  // namespace waymark
