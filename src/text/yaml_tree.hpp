// One text as a tree of nodes, by yaml-cpp. It is the source's, or a stretch of it, whose lines have kept their numbers.
#pragma once

#include <optional>

#include "text/source.hpp"
#include "text/yaml.hpp"
#include "text/yaml_prose.hpp"

namespace waymark {

// nullopt after any error, which has been reported; and where a stand-in for prose was not taken for it, which has not.
std::optional<Node> read_tree(Abridged abridged, Findings& findings, const YamlLimits& limits);

}  // namespace waymark
