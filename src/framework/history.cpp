// Names of earlier versions: what each became. A name that is in use cannot have become another, and none can have
// become two things: then no old answer could be carried over.
#include "waymark/history.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "framework/draft.hpp"

namespace waymark {

namespace {

struct RetiredKey {
    const char* key;
    NameKind kind;
    const char* noun;   // what such a name is called in findings
    const char* place;  // how a name inside another is written; empty: it stands alone
};
constexpr std::array<RetiredKey, 11> kRetiredKeys{{{"practices", NameKind::node, "a dimension or practice", ""},
                                                   {"levels", NameKind::level, "a level", "SCALE.LEVEL"},
                                                   {"strengths", NameKind::strength, "a strength of evidence", ""},
                                                   {"produced_by", NameKind::producer, "a producer of evidence", ""},
                                                   {"forms", NameKind::form, "a form of evidence", ""},
                                                   {"roles", NameKind::role, "a role", ""},
                                                   {"profiles", NameKind::profile, "a profile", ""},
                                                   {"tables", NameKind::table, "a table or record", ""},
                                                   {"columns", NameKind::column, "a column", "TABLE.COLUMN"},
                                                   {"choices", NameKind::choice, "a choice", "TABLE.COLUMN.CHOICE"},
                                                   {"flags", NameKind::flag, "a flag", ""}}};

std::string noun_of(NameKind kind) {
    for (const RetiredKey& entry : kRetiredKeys) {
        if (entry.kind == kind) return entry.noun;
    }
    return "the framework";
}

const TableType* table_named(const Framework& framework, std::string_view id) {
    for (const TableType& table : framework.catalogue.tables) {
        if (table.id == id && !table.is_computed) return &table;
    }
    return nullptr;
}

const Column* column_named(const Framework& framework, std::string_view place) {
    const auto point = place.find('.');
    const TableType* table = table_named(framework, place.substr(0, point));
    const auto column =
        table && point != std::string_view::npos ? table->column(place.substr(point + 1)) : std::nullopt;
    return column ? &table->columns[static_cast<std::size_t>(*column)] : nullptr;
}

template <typename List>
bool has_id(const List& list, std::string_view id) {
    return std::any_of(list.begin(), list.end(), [&](const auto& one) { return one.id == id; });
}

const Scale* scale_named(const Framework& framework, std::string_view id) {
    for (const Scale& scale : framework.scales) {
        if (scale.id == id) return &scale;
    }
    return nullptr;
}

// Whether what a retired name stood in is still there; a retired table takes its columns along.
bool has_place(const Framework& framework, const FormerName& name) {
    if (name.kind == NameKind::level) return scale_named(framework, name.scope) != nullptr;
    if (name.kind == NameKind::column) return table_named(framework, name.scope) != nullptr;
    return name.kind != NameKind::choice || column_named(framework, name.scope) != nullptr;
}

// Ids with points between them.
bool are_ids(std::string_view text) {
    bool begins = true;
    for (const char c : text) {
        const bool letter = c >= 'a' && c <= 'z';
        const bool follows = letter || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        if (begins ? !letter : !follows) return false;
        begins = c == '.';
    }
    return !begins;
}

void read_retired_name(Draft& draft, const Node& node, const RetiredKey& key) {
    const auto text = read_text(node, "a retired name", *draft.findings);
    if (!text) return;
    const auto point = text->rfind('.');
    const bool stands_alone = std::string_view(key.place).empty();
    const std::string scope = point == std::string::npos ? "" : text->substr(0, point);
    const std::string id = point == std::string::npos ? *text : text->substr(point + 1);
    const auto points = std::count(text->begin(), text->end(), '.');
    const std::string_view place = key.place;
    if (points != std::count(place.begin(), place.end(), '.') || !are_ids(*text)) {
        draft.report("F082", node.span, fmt::format("'{}' does not name {} that was retired", *text, key.noun),
                     stands_alone ? "write its id alone" : fmt::format("write it as {}", key.place));
        return;
    }
    draft.former_names.push_back({key.kind, scope, id, "", node.span});
}

void check_use(Draft& draft, const FormerName& name) {
    const bool retired = name.now.empty();
    if (retired && !has_place(draft.framework, name)) {
        draft.report("F082", name.span,
                     fmt::format("'{}.{}' is retired from something that is not declared", name.scope, name.was),
                     "remove it: what is retired as a whole takes its parts along; or correct the name");
    } else if (is_in_use(draft.framework, name)) {
        draft.report("F080", name.span,
                     fmt::format("'{}' is {} still, so it cannot {}", name.was, noun_of(name.kind),
                                 retired ? "be retired" : fmt::format("be what '{}' was", name.now)),
                     retired
                         ? "remove it here, or give the thing in use another name: a retired name is never used again"
                         : "give the thing in use another name, or remove 'was'");
    }
}

}  // namespace

const FormerName* find_former(const std::vector<FormerName>& names, NameKind kind, std::string_view scope,
                              std::string_view was) {
    for (const FormerName& name : names) {
        if (name.kind == kind && name.scope == scope && name.was == was) return &name;
    }
    return nullptr;
}

bool is_in_use(const Framework& framework, const FormerName& name) {
    switch (name.kind) {
        case NameKind::framework:
            return framework.id == name.was;
        case NameKind::node:
            return has_id(framework.elements, name.was);
        case NameKind::level:
            return scale_named(framework, name.scope) && has_id(scale_named(framework, name.scope)->levels, name.was);
        case NameKind::strength:
            return has_id(framework.evidence.strengths, name.was);
        case NameKind::producer:
            return has_id(framework.evidence.producers, name.was);
        case NameKind::form:
            return has_id(framework.evidence.forms, name.was);
        case NameKind::role:
            return has_id(framework.roles, name.was);
        case NameKind::profile:
            return has_id(framework.profiles, name.was);
        case NameKind::table:
            return table_named(framework, name.was) != nullptr;
        case NameKind::column:
            return column_named(framework, name.scope + "." + name.was) != nullptr;
        case NameKind::choice:
            return column_named(framework, name.scope) &&
                   has_id(column_named(framework, name.scope)->type.choices, name.was);
        case NameKind::flag:
            return has_id(framework.flags, name.was);
    }
    return false;
}

void note_was(Draft& draft, const Node* node, NameKind kind, const std::string& scope, const std::string& now) {
    if (!node) return;
    std::vector<const Node*> names{node};
    if (node->kind == Node::Kind::sequence) {
        names.clear();
        for (const Node& item : node->items) names.push_back(&item);
    }
    for (const Node* name : names) {
        const auto was = read_id(*name, "the earlier name", *draft.findings);
        if (was && !now.empty()) draft.former_names.push_back({kind, scope, *was, now, name->span});
    }
}

void read_retired(Draft& draft, Fields& top) {
    const Node* node = top.mapping("retired");
    if (!node) return;
    Fields fields(*node, "what was retired", *draft.findings);
    for (const RetiredKey& key : kRetiredKeys) {
        for (const Node* name : fields.list(key.key)) read_retired_name(draft, *name, key);
    }
    fields.finish();
}

void check_former_names(Draft& draft) {
    std::map<std::tuple<NameKind, std::string, std::string>, const FormerName*> first;
    for (const FormerName& name : draft.former_names) {
        const auto [place, is_new] = first.emplace(std::tuple(name.kind, name.scope, name.was), &name);
        if (is_new) {
            check_use(draft, name);
            continue;
        }
        const FormerName& other = *place->second;
        const bool by_rename = !other.now.empty() && !name.now.empty();
        draft.report("F081", name.span,
                     by_rename ? fmt::format("'{}' and '{}' both were '{}'", other.now, name.now, name.was)
                               : fmt::format("what became of '{}' is said twice", name.was),
                     fmt::format("line {} says it too; an old answer can go to one place only", other.span.line));
    }
}

}  // namespace waymark
