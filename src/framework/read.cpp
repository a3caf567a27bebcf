// Reading a framework: the order of things. What later parts refer to is read first, and every part goes on
// after mistakes, so that one run shows all findings.
#include "framework/read.hpp"

#include <fmt/format.h>

#include <future>
#include <utility>

#include "framework/draft.hpp"
#include "text/hash.hpp"
#include "waymark/plan.hpp"

namespace waymark {

namespace {

constexpr std::size_t kLongestNumber = 6;

// Digits without a needless zero in front.
bool is_version_number(std::string_view text) {
    if (text.empty() || text.size() > kLongestNumber || (text[0] == '0' && text.size() > 1)) return false;
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_version(std::string_view text) {
    for (int part = 0; part < 2; ++part) {
        const auto dot = text.find('.');
        if (dot == std::string_view::npos || !is_version_number(text.substr(0, dot))) return false;
        text.remove_prefix(dot + 1);
    }
    return is_version_number(text);
}

void read_about(Draft& draft, Fields& top) {
    Framework& framework = draft.framework;
    framework.id = top.need_id();
    note_was(draft, top.find("was"), NameKind::framework, "", framework.id);
    framework.version = top.need_text("version");
    if (!framework.version.empty() && !is_version(framework.version)) {
        draft.report("F001", span_of(top, "version"),
                     fmt::format("the version '{}' is not of the form MAJOR.MINOR.PATCH", framework.version),
                     "write three whole numbers: 1.0.0");
    }
    framework.title = top.need_text("title");
    const std::string language = top.text("language");
    framework.language = language.empty() ? "en" : language;
    framework.licence = top.text("licence");
    framework.about = top.text("about");
}

// Conditions are read against the tree; without one, each would only raise findings about its absence.
void read_rules(Draft& draft, Fields& top) {
    declare_flags(draft, top);
    build_catalogue(draft);
    read_flags(draft, top);
    read_verdict(draft, top);
    read_shapes(draft, top);
    read_outcomes(draft, top);
    check_reads(draft);
}

void skip_rules(Fields& top) {
    for (const char* key : {"flags", "verdict", "shapes", "outcomes"}) top.find(key);
}

void read_parts(Draft& draft, Fields& top) {
    read_about(draft, top);
    read_scales(draft, top);
    read_evidence(draft, top);
    read_roles(draft, top);
    read_tree(draft, top);
    read_scoring(draft, top);
    read_profiles(draft, top);
    check_supports(draft);
    check_core_and_scope(draft);
    check_rollups(draft);
    read_facts(draft, top);
    const bool has_tree = draft.framework.elements.size() > 1;
    if (has_tree) read_rules(draft, top);
    if (!has_tree) skip_rules(top);
    read_texts(draft, top);
    check_mentions(draft);
    read_retired(draft, top);
    check_former_names(draft);
    top.finish();
    if (draft.findings->errors() == 0) check_exactness(draft);
}

}  // namespace

std::optional<VersionedFramework> read_framework_tree(const Node& root, Findings& findings) {
    // Nobody waits for it before the end.
    auto digest = std::async([&findings] { return sha256_hex(findings.source().text); });
    Draft draft(findings);
    Fields top(root, "a framework", findings);
    if (!read_head(top, "framework", findings)) return std::nullopt;
    read_parts(draft, top);
    if (findings.errors() > 0) return std::nullopt;
    draft.framework.file = findings.source().name;
    draft.framework.sha256 = digest.get();
    return VersionedFramework{std::move(draft.framework), std::move(draft.former_names)};
}

std::optional<VersionedFramework> read_versioned_framework(std::string name, std::string text,
                                                           Diagnostics& diagnostics) {
    const Source source(std::move(name), std::move(text));
    Findings findings(source, diagnostics);
    const auto root = parse_yaml(findings);
    return root ? read_framework_tree(*root, findings) : std::nullopt;
}

std::optional<Framework> read_framework(std::string name, std::string text, Diagnostics& diagnostics) {
    auto read = read_versioned_framework(std::move(name), std::move(text), diagnostics);
    if (!read) return std::nullopt;
    return std::move(read->framework);
}

}  // namespace waymark
