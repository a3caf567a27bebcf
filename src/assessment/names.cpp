#include "assessment/names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/display.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

std::vector<std::string> practice_ids(const Framework& framework) {
    std::vector<std::string> ids;
    for (const Element& element : framework.elements) {
        if (element.kind == NodeName::Kind::practice) ids.push_back(element.id);
    }
    return ids;
}

bool is_below(const Framework& framework, int element, int ancestor) {
    while (element > ancestor) element = framework.elements[static_cast<std::size_t>(element)].parent;
    return element == ancestor;
}

std::string practices_below(const Framework& framework, int ancestor) {
    std::string names;
    for (std::size_t i = 0; i < framework.elements.size(); ++i) {
        const Element& element = framework.elements[i];
        if (element.kind != NodeName::Kind::practice || !is_below(framework, static_cast<int>(i), ancestor)) continue;
        names += names.empty() ? element.id : ", " + element.id;
    }
    return names;
}

std::string kind_in_words(NodeName::Kind kind) {
    switch (kind) {
        case NodeName::Kind::overall:
            return "the whole framework";
        case NodeName::Kind::dimension:
            return "a dimension";
        default:
            return "a group of practices";
    }
}

// People know practices by their short codes; ids are what files use.
Suggestion practice_help(const std::string& word, const Framework& framework) {
    for (const Element& element : framework.elements) {
        if (element.kind == NodeName::Kind::practice && !element.code.empty() && element.code == word) {
            return {fmt::format("'{}' is the code of practice '{}'; write its id", word, element.id), word, element.id,
                    true};
        }
    }
    Suggestion nearby = suggest(word, practice_ids(framework));
    if (nearby.help.empty()) {
        nearby.help = fmt::format("practices of {} {} are listed by 'waymark show'", framework.id, framework.version);
    }
    return nearby;
}

// Someone used to numbers writes 3 for the level of value 3.
Suggestion level_help(const std::string& word, const Scale& scale) {
    if (const auto value = parse_decimal(word)) {
        for (const Level& level : scale.levels) {
            if (level.value == *value) {
                return {fmt::format("levels are named, not numbered; did you mean '{}' (value {})?", level.id, word),
                        word, level.id, false};
            }
        }
    }
    std::vector<std::string> known = ids_of(scale.levels);
    known.insert(known.end(), {"dont-know", "skipped", "not-applicable"});
    return suggest(word, known);
}

}  // namespace

std::string in_quotes(std::string_view text) {
    return "'" + cut_to_width(text, 60) + "'";
}

std::optional<int> read_practice(const Node& key, const Framework& framework, Findings& findings) {
    const auto element = framework.element(key.text);
    if (!element) {
        findings.report("A010", key.span, fmt::format("the framework has no practice {}", in_quotes(key.text)),
                        practice_help(key.text, framework));
        return std::nullopt;
    }
    const Element& found = framework.elements[static_cast<std::size_t>(*element)];
    if (found.kind == NodeName::Kind::practice) return element;
    findings.report("A010", key.span, fmt::format("'{}' is {}, not a practice", key.text, kind_in_words(found.kind)),
                    fmt::format("its practices are: {}", practices_below(framework, *element)));
    return std::nullopt;
}

std::optional<int> read_level(const Node& node, const Scale& scale, Findings& findings) {
    const auto text = read_text(node, "the level", findings);
    if (!text) return std::nullopt;
    const auto level = std::ranges::find(scale.levels, *text, &Level::id);
    if (level != scale.levels.end()) return static_cast<int>(level - scale.levels.begin());
    findings.report("A011", node.span, fmt::format("the scale '{}' has no level {}", scale.id, in_quotes(*text)),
                    level_help(*text, scale));
    return std::nullopt;
}

std::optional<int> read_name(const Node& node, std::string_view what, const std::vector<std::string>& known,
                             Findings& findings) {
    const auto text = read_text(node, fmt::format("the {}", what), findings);
    if (!text) return std::nullopt;
    const auto found = std::ranges::find(known, *text);
    if (found != known.end()) return static_cast<int>(found - known.begin());
    findings.report("A011", node.span, fmt::format("the framework has no {} {}", what, in_quotes(*text)),
                    suggest(*text, known));
    return std::nullopt;
}

}  // namespace waymark
