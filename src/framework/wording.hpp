// What the questions of a framework are to keep to (docs/framework-format.md, `wording`). `check` looks after it; nothing
// else needs it, and so it is no part of Framework.
#pragma once

#include <string>
#include <vector>

#include "text/source.hpp"
#include "text/yaml.hpp"

namespace waymark {

struct WordingRules {
    struct Banned {
        std::string word;     // a word or a phrase, in any case
        std::string instead;  // what to write; may be empty
    };
    std::vector<Banned> banned;
    int longest_anchor = 80;  // words
};

// From the value of the key.
WordingRules read_wording(const Node& node, Findings& findings);

// From the text of a framework that was read without an error: only the lines under the key are parsed.
WordingRules wording_of(const Source& framework);

}  // namespace waymark
