// Names that a framework declares: told apart, looked up, and said back to people.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/source.hpp"
#include "text/yaml.hpp"

namespace waymark {

struct Names {
    explicit Names(std::string noun) : kind(std::move(noun)) {}

    struct Entry {
        int index = 0;
        Span span;
    };
    std::string kind;  // "practice": as findings call such a thing
    std::map<std::string, Entry, std::less<>> entries;

    std::optional<int> find(std::string_view id) const;
    std::vector<std::string> known() const;
};

// False, with a finding, if the id was declared before; an empty id (its own finding was made) is left out in
// silence.
bool declare(Names& names, const std::string& id, int index, Span span, Findings& findings);
// False, with a finding, if the id is among `reserved`, which waymark uses itself.
bool allowed(const std::string& id, std::string_view kind, const std::vector<std::string>& reserved, Span span,
             Findings& findings);

// The index that was declared under this name, or a finding with the nearest name and its line.
std::optional<int> refer(const Names& names, const std::string& id, Span span, Findings& findings);
// The same for a value in the file; a value that is no text is a finding too.
std::optional<int> refer(const Names& names, const Node& node, Findings& findings);

// "did you mean 'x' (line 12)?", or the known names, or that there are none.
Suggestion suggest_declared(const Names& names, std::string_view word);

std::string in_words(std::string_view id);  // "money_moved" -> "money moved"
std::string as_title(std::string_view id);  // "own-unit" -> "Own unit"

}  // namespace waymark
