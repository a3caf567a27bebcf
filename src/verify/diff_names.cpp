// Which names of the old version are which of the new one, and the old catalogue in the words of the new.
#include <fmt/format.h>

#include <algorithm>

#include "verify/diff_working.hpp"

namespace waymark {

namespace {

void match_scales(Comparison& work) {
    const auto& old_scales = work.before->scales;
    const auto& new_scales = work.after->scales;
    Matches& scales = work.scales;
    const Matches by_id = match_ids(ids_in(old_scales), ids_in(new_scales));
    scales.same = by_id.same;
    std::vector<int> left = by_id.removed;
    for (const int added : by_id.added) {  // another name for the same levels
        const auto twin = std::find_if(left.begin(), left.end(), [&](int old_scale) {
            return ids_in(at(old_scales, old_scale).levels) == ids_in(at(new_scales, added).levels);
        });
        if (twin == left.end()) {
            scales.added.push_back(added);
        } else {
            scales.same.emplace_back(*twin, added);
            left.erase(twin);
        }
    }
    scales.removed = left;
}

// Choices of a column that waymark computes, by what they name.
std::optional<NameKind> names_in(const TableType& table, const std::string& column) {
    if (column == "id") return table.id == "flags" ? NameKind::flag : NameKind::node;
    if (column == "practice" || column == "dimension") return NameKind::node;
    if (column == "role") return NameKind::role;
    if (column == "strength" || column == "effective_strength") return NameKind::strength;
    if (column == "produced_by") return NameKind::producer;
    if (column == "form") return NameKind::form;
    if (column == "profile") return NameKind::profile;
    return std::nullopt;
}

void rename_choices(const Comparison& work, NameKind kind, const std::string& scope, std::vector<Choice>& choices) {
    for (Choice& choice : choices) choice.id = work.now(kind, scope, choice.id);
}

void rename_computed(const Comparison& work, TableType& table) {
    for (Column& column : table.columns) {
        if (const auto kind = names_in(table, column.id)) rename_choices(work, *kind, "", column.type.choices);
    }
}

void rename_declared(const Comparison& work, TableType& table) {
    table.id = work.now(NameKind::table, "", table.id);
    for (Column& column : table.columns) {
        column.id = work.now(NameKind::column, table.id, column.id);
        if (column.type.kind == ColumnType::Kind::level) {
            rename_choices(work, NameKind::level, column.type.scale, column.type.choices);
        } else {
            rename_choices(work, NameKind::choice, table.id + "." + column.id, column.type.choices);
        }
    }
}

Catalogue in_new_words(const Comparison& work) {
    Catalogue names = work.before->catalogue;
    for (NodeName& node : names.nodes) node.id = work.now(NameKind::node, "", node.id);
    for (std::string& role : names.roles) role = work.now(NameKind::role, "", role);
    for (std::string& flag : names.flags) flag = work.now(NameKind::flag, "", flag);
    for (TableType& table : names.tables) {
        if (table.is_computed) {
            rename_computed(work, table);
        } else {
            rename_declared(work, table);
        }
    }
    return names;
}

std::string in_full(const FormerName& name) {
    return name.scope.empty() ? name.was : name.scope + "." + name.was;
}

}  // namespace

void match_names(Comparison& work) {
    work.nodes = work.match(NameKind::node, "", ids_in(work.before->elements), ids_in(work.after->elements));
    match_scales(work);
    work.old_names = in_new_words(work);
    for (const FormerName& name : *work.history) {
        if (name.kind == NameKind::level && !name.now.empty()) work.was.levels[name.was] = name.now;
    }
    work.was.catalogue = &work.old_names;
    work.was_as_is.catalogue = &work.before->catalogue;
    work.is.catalogue = &work.after->catalogue;
}

void diff_history(Comparison& work) {
    const Framework& before = *work.before;
    const Framework& after = *work.after;
    if (before.id != after.id) {
        work.add("framework-renamed", "the framework", "its id changed", {Span{1, 1, 1}, Span{1, 1, 1}}, before.id,
                 after.id);
        if (!find_former(*work.history, NameKind::framework, "", before.id)) {
            work.found.back().help =
                fmt::format("if it is the same framework, write 'was: {}' below its id", before.id);
        }
    }
    for (const FormerName& name : *work.old_history) {
        if (name.now.empty() && is_in_use(after, name)) {
            work.add("retired-name-used", fmt::format("'{}'", in_full(name)), "was retired, and is in use again",
                     {name.span, {}});
        } else if (!find_former(*work.history, name.kind, name.scope, name.was)) {
            work.add("former-name-dropped", fmt::format("'{}'", in_full(name)),
                     name.now.empty() ? "the new file does not say that it was retired"
                                      : fmt::format("the new file does not say that it became '{}'", name.now),
                     {name.span, {}});
        }
    }
}

}  // namespace waymark
