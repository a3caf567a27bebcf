// What became of names that earlier versions of a framework used: renamed (`was: old-id`) or given up (`retired:`).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "waymark/diagnostic.hpp"
#include "waymark/framework.hpp"

namespace waymark {

enum class NameKind { framework, node, level, strength, producer, form, role, profile, table, column, choice, flag };

struct FormerName {
    NameKind kind = NameKind::node;
    std::string scope;  // present names: a level's scale; a column's table; a choice's "table.column"; else empty
    std::string was;
    std::string now;  // empty: retired
    Span span;
};

// Null if the framework says nothing about the name.
const FormerName* find_former(const std::vector<FormerName>& names, NameKind kind, std::string_view scope,
                              std::string_view was);

// Whether something has the name today, of the same kind and in the same place.
bool is_in_use(const Framework& framework, const FormerName& name);

// A framework with what it says about its earlier versions, which only comparing and migrating need.
struct VersionedFramework {
    Framework framework;
    std::vector<FormerName> former_names;
};

// As read_framework.
std::optional<VersionedFramework> read_versioned_framework(std::string name, std::string text,
                                                           Diagnostics& diagnostics);

}  // namespace waymark
