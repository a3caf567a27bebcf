#include "text/yaml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_set>
#include <utility>

#include "text/encoding.hpp"
#include "text/two_at_a_time.hpp"
#include "text/yaml_syntax.hpp"
#include "text/yaml_tree.hpp"

namespace waymark {

namespace {

constexpr Span kWholeFile{0, 0, 0};
constexpr std::size_t kOpenersInARow = 1000;

// yaml-cpp reads nested '[' ahead before it raises the first event; this keeps it from a file full of them.
bool opens_absurdly_deep(Findings& findings, int limit) {
    const Source& source = findings.source();
    std::size_t in_a_row = 0;
    for (std::size_t i = 0; i < source.text.size(); ++i) {
        const char c = source.text[i];
        if (c == '[' || c == '{') {
            ++in_a_row;
        } else if (c != ' ' && c != '\n' && c != '\r') {
            in_a_row = 0;
        }
        if (in_a_row <= kOpenersInARow) continue;
        report_too_deep(findings, kWholeFile, limit);
        return true;
    }
    return false;
}

bool may_be_parsed(Findings& findings, const YamlLimits& limits) {
    const Source& source = findings.source();
    if (source.text.size() > limits.bytes) {
        findings.report("Y003", kWholeFile, fmt::format("the file is larger than {} bytes", limits.bytes),
                        "keep long tables in CSV files");
        return false;
    }
    if (auto fault = find_text_fault(source)) {
        findings.report(fault->is_control ? "Y002" : "Y001", fault->span, std::move(fault->message),
                        std::move(fault->help));
        return false;
    }
    return !opens_absurdly_deep(findings, limits.depth);
}

bool begins_key(std::string_view text, std::size_t at) {
    const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at);
    return end != std::string_view::npos && end > at && text[end] == ':';
}

// Where the parts of a text begin and the last one ends: at keys of the outermost mapping, as near to its quarters as some
// stand. No parts in a text that has lines which end a document, for these mean something to all that follows.
std::vector<std::size_t> cuts_of(std::string_view text) {
    constexpr std::size_t kParts = 4;
    for (const std::string_view end : {"\n---", "\n...", "\n%"}) {
        if (text.find(end) != std::string_view::npos) return {};
    }
    std::vector<std::size_t> keys{0, text.size()};
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        if (begins_key(text, at + 1)) keys.push_back(at + 1);
    }
    std::set<std::size_t> cuts{0, text.size()};
    for (std::size_t part = 1; part < kParts; ++part) {
        const std::size_t wanted = text.size() * part / kParts;
        const auto off = [&](std::size_t place) { return std::max(place, wanted) - std::min(place, wanted); };
        cuts.insert(*std::ranges::min_element(keys, {}, off));
    }
    return {cuts.begin(), cuts.end()};
}

// Whether the keys begin at the margin: not in brackets, not indented. Only then can more keys follow.
bool goes_on_at_margin(const Node& root) {
    if (root.kind != Node::Kind::mapping || root.keys.empty()) return false;
    const Span& first = root.keys.front().span;
    return first.column == 1 && root.span.column == 1 && first.line == root.span.line;
}

// A part of a text as if the lines before it were empty, so that every place in it is right; none if there is anything to
// be found in it.
std::optional<Node> read_part(std::string_view text, std::size_t from, std::size_t to, const Source& source,
                              const YamlLimits& limits) {
    Diagnostics unseen;
    Findings findings(source, unseen);
    const auto lines_before = std::ranges::count(text.substr(0, from), '\n');
    std::string part(static_cast<std::size_t>(lines_before), '\n');
    part += text.substr(from, to - from);
    auto root = read_tree(without_prose(part), findings, limits);
    return unseen.empty() && root && goes_on_at_margin(*root) ? std::move(root) : std::nullopt;
}

bool any_key_twice(const std::vector<std::optional<Node>>& parts) {
    std::unordered_set<std::string_view> seen;
    for (const auto& part : parts) {
        for (const Node& key : part->keys) {
            if (!seen.insert(key.text).second) return true;
        }
    }
    return false;
}

// The tree of a long text, its parts read two at a time: yaml-cpp takes nearly half of what `check` takes. Parts that are
// each a mapping without a finding are together one mapping without a finding. In every other case the text has to be read
// whole to say what is wrong with it: nullopt, and nothing is reported.
std::optional<Node> read_parts(std::string_view text, const Source& source, YamlLimits limits) {
    const std::vector<std::size_t> cuts = text.size() < limits.whole_below ? std::vector<std::size_t>() : cuts_of(text);
    if (cuts.size() < 3) return std::nullopt;
    std::vector<std::optional<Node>> parts(cuts.size() - 1);
    limits.nodes /= parts.size();
    two_at_a_time(parts.size(),
                  [&](std::size_t at) { parts[at] = read_part(text, cuts[at], cuts[at + 1], source, limits); });
    const bool all_read = std::ranges::all_of(parts, [](const auto& part) { return part.has_value(); });
    if (!all_read || any_key_twice(parts)) return std::nullopt;
    Node& root = *parts.front();
    for (std::size_t at = 1; at < parts.size(); ++at) {
        std::ranges::move(parts[at]->keys, std::back_inserter(root.keys));
        std::ranges::move(parts[at]->items, std::back_inserter(root.items));
    }
    return std::move(parts.front());
}

}  // namespace

const Node* Node::find(std::string_view key) const {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].text == key) return &items[i];
    }
    return nullptr;
}

const Node* Node::find_key(std::string_view key) const {
    for (const Node& candidate : keys) {
        if (candidate.text == key) return &candidate;
    }
    return nullptr;
}

std::optional<Node> parse_yaml(Findings& findings, const YamlLimits& limits) {
    if (!may_be_parsed(findings, limits)) return std::nullopt;
    std::string_view text = findings.source().text;
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    if (auto root = read_parts(text, findings.source(), limits)) return root;
    return read_tree({std::string(text), {}}, findings, limits);
}

}  // namespace waymark
