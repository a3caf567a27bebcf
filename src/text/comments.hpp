// The comments of a YAML file, which its parser drops.
#pragma once

#include <string_view>
#include <vector>

#include "text/yaml.hpp"

namespace waymark {

struct YamlComment {
    int line = 0;            // from 1
    std::size_t begin = 0;   // byte of the '#' in the source's text
    std::string_view text;   // from the '#' to the end of the line; a view into the source
    bool alone = false;      // nothing but blanks before it
    std::size_t before = 0;  // bytes of blanks right before it
};

// In the order of the file. `root` is the tree of the same source: it tells where quoted texts and blocks begin, in which
// a '#' is no comment.
std::vector<YamlComment> comments_in(const Source& source, const Node& root);

}  // namespace waymark
