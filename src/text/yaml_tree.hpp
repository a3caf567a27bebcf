// One text as a tree of nodes, by yaml-cpp. `text` is the source's, or a stretch of it whose lines have kept their
// numbers.
#pragma once

#include <optional>
#include <string>

#include "text/source.hpp"
#include "text/yaml.hpp"

namespace waymark {

// nullopt after any error, which has been reported.
std::optional<Node> read_tree(std::string text, Findings& findings, const YamlLimits& limits);

}  // namespace waymark
