// Prose in its two plainest forms, taken out of a YAML text before yaml-cpp reads it and put back into the tree: a text that
// stands to the end of its line behind a key, and a folded block ('>-') whose lines are indented alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark {

constexpr std::string_view kStandIn = "x";  // what yaml-cpp reads instead

struct Passage {
    int line = 0, column = 0;  // from 0 and in bytes, where yaml-cpp sees the value begin
    std::string value;
};

struct Abridged {
    std::string text;               // all lines have kept their numbers
    std::vector<Passage> passages;  // rising
};

// Whether yaml-cpp takes every stand-in for exactly one value at its place is for the reader of the tree to see: in a text
// that only looks like entries of a mapping it does not.
Abridged without_prose(std::string_view text);

}  // namespace waymark
