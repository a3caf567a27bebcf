#include "text/yaml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <iterator>
#include <utility>

#include "text/encoding.hpp"
#include "text/yaml_syntax.hpp"
#include "text/yaml_tree.hpp"

namespace waymark {

namespace {

constexpr Span kWholeFile{0, 0, 0};
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
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

// Where in the text a key of the outermost mapping begins, as near to the middle as one stands; 0: nowhere. Not in a
// text that has lines which end a document, for these mean something to all that follows.
std::size_t key_near_middle(std::string_view text) {
    for (const std::string_view end : {"\n---", "\n...", "\n%"}) {
        if (text.find(end) != std::string_view::npos) return 0;
    }
    const auto begins_key = [&](std::size_t at) {
        const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at);
        return end != std::string_view::npos && end > at && text[end] == ':';
    };
    std::size_t nearest = 0;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        const std::size_t middle = text.size() / 2;
        const auto off = [&](std::size_t place) { return std::max(place, middle) - std::min(place, middle); };
        if (begins_key(at + 1) && off(at + 1) < off(nearest)) nearest = at + 1;
    }
    return nearest;
}

// Whether the keys begin at the margin: not in brackets, not indented. Only then can more keys follow.
bool goes_on_at_margin(const Node& root) {
    if (root.kind != Node::Kind::mapping || root.keys.empty()) return false;
    const Span& first = root.keys.front().span;
    return first.column == 1 && root.span.column == 1 && first.line == root.span.line;
}

// The tree of a long text, its halves read at the same time: yaml-cpp takes half of what `check` takes. Two halves that
// are each a mapping without a finding are together one mapping without a finding. In every other case the text has to
// be read whole to say what is wrong with it: nullopt, and nothing is reported.
std::optional<Node> read_halves(std::string_view text, const Source& source, const YamlLimits& limits) {
    const std::size_t split = text.size() < limits.whole_below ? 0 : key_near_middle(text);
    if (split == 0) return std::nullopt;
    const auto lines_before =
        static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(split), '\n'));
    YamlLimits half_limits = limits;
    half_limits.nodes /= 2;
    const auto half = [&](std::string part) -> std::optional<Node> {
        Diagnostics unseen;
        Findings findings(source, unseen);
        auto root = read_tree(std::move(part), findings, half_limits);
        if (!unseen.empty() || !root || !goes_on_at_margin(*root)) return std::nullopt;
        return root;
    };
    auto later = std::async(half, std::string(lines_before, '\n').append(text.substr(split)));
    auto root = half(std::string(text.substr(0, split)));
    auto rest = later.get();
    if (!root || !rest) return std::nullopt;
    const bool twice = std::any_of(rest->keys.begin(), rest->keys.end(),
                                   [&](const Node& key) { return root->find_key(key.text) != nullptr; });
    if (twice) return std::nullopt;
    std::move(rest->keys.begin(), rest->keys.end(), std::back_inserter(root->keys));
    std::move(rest->items.begin(), rest->items.end(), std::back_inserter(root->items));
    return root;
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
    if (auto root = read_halves(text, findings.source(), limits)) return root;
    return read_tree(std::string(text), findings, limits);
}

}  // namespace waymark
