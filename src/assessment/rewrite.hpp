// A text brought from one YAML tree to another by changing only the lines that differ.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "text/yaml.hpp"

namespace waymark {

// Members of mappings that are to go but stay readable: line and column of the key, and the sentence above the comment
// that the member becomes.
using KeptAsComment = std::map<std::pair<int, int>, std::string>;

struct Rewritten {
    std::string text;
    bool whole = false;  // written anew as a whole, with all comments at the top
};

// `source` reads as `before`; the result reads as `after` and holds every comment of `source`. Both are checked by
// reading the result. Members that both trees have keep their order and their lines; a new one stands behind the member
// that comes before it in `after`. Values in {} and [] are written anew as one value.
Rewritten rewrite(const Source& source, const Node& before, const Node& after, const KeptAsComment& kept = {});

}  // namespace waymark
