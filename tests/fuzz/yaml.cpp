// Any bytes as a YAML file: no crash, no hang, every finding and node has a place inside the file, and reading in
// parts changes nothing.
#include "text/yaml.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "text/fields.hpp"
#include "text/render.hpp"

namespace {

void expect(bool condition) {
    if (!condition) std::abort();
}

void check(const waymark::Node& node, const waymark::Source& source) {
    expect(node.span.line >= 1 && node.span.column >= 1 && node.span.length >= 1);
    expect(static_cast<std::size_t>(node.span.column) <= source.line(node.span.line).size() + 1);
    expect(node.kind != waymark::Node::Kind::mapping || node.keys.size() == node.items.size());
    for (const waymark::Node& key : node.keys) check(key, source);
    for (const waymark::Node& item : node.items) check(item, source);
}

void read_in_parts(const waymark::Source& source, const std::optional<waymark::Node>& root,
                   const waymark::Diagnostics& list) {
    waymark::Diagnostics same_list;
    waymark::Findings findings(source, same_list);
    waymark::YamlLimits limits;
    limits.whole_below = 0;
    expect(waymark::parse_yaml(findings, limits) == root);
    expect(waymark::diagnostics_as_json(same_list) == waymark::diagnostics_as_json(list));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const waymark::Source source("fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size));
    waymark::Diagnostics list;
    waymark::Findings findings(source, list);
    const auto root = waymark::parse_yaml(findings);
    expect(root.has_value() == list.empty());
    read_in_parts(source, root, list);
    if (root) {
        check(*root, source);
        waymark::Fields fields(*root, "the file", findings);
        waymark::read_head(fields, "framework", findings);
        fields.finish();
    }
    waymark::diagnostics_as_text(list, true);
    waymark::diagnostics_as_json(list);
    return 0;
}
