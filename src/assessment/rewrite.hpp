// A text brought from one YAML tree to another by changing only the lines that differ.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>

#include "text/yaml.hpp"

namespace waymark {

using LineAndColumn = std::pair<int, int>;

// Members of mappings and items of lists that are to go but stay readable: where the key or the item stands, and the
// sentence above the comment that it becomes.
using KeptAsComment = std::map<LineAndColumn, std::string>;

struct RewriteWishes {
    KeptAsComment kept;
    std::set<LineAndColumn> forgotten;  // items of lists that take the comments in them along when they go
};

struct Rewritten {
    std::string text;
    bool whole = false;  // written anew as a whole, with all comments at the top
};

// `source` reads as `before`; the result reads as `after` and holds every comment of `source` that is not to be forgotten. Both are checked by
// reading the result. Members that both trees have keep their order and their lines; a new one stands behind the member
// that comes before it in `after`. Values in {} and [] are written anew as one value.
Rewritten rewrite(const Source& source, const Node& before, const Node& after, const RewriteWishes& wishes = {});

}  // namespace waymark
