// A framework from a tree that somebody else parsed, so that a large file is parsed once.
#pragma once

#include <optional>

#include "text/yaml.hpp"
#include "waymark/history.hpp"

namespace waymark {

// As read_versioned_framework. `root` is the tree of the findings' source.
std::optional<VersionedFramework> read_framework_tree(const Node& root, Findings& findings);

}  // namespace waymark
