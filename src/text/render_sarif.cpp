// SARIF 2.1.0 (OASIS Standard, 27 March 2020), as code scanning services read it.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/codes.hpp"
#include "text/display.hpp"
#include "text/fingerprint.hpp"
#include "text/render.hpp"

namespace waymark {

namespace {

using Json = nlohmann::ordered_json;

std::string_view level_of(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

// A path as a URI reference: what may stand in a path segment stays (RFC 3986, section 3.3), the rest is escaped.
std::string uri_of(std::string_view path) {
    while (path.starts_with("./")) path.remove_prefix(2);
    std::string uri = path.starts_with("/") ? "file://" : "";
    for (const char c : path) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || std::string_view("-._~/!$&'()*+,;=@").find(c) != std::string_view::npos) {
            uri += c;
        } else {
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return uri;
}

std::string example(std::string_view title, std::string_view text) {
    return text.empty() ? ""
                        : fmt::format("\n\n{}:\n\n```yaml\n{}{}```", title, text, text.ends_with('\n') ? "" : "\n");
}

Json rule_of(const CodeInfo& info) {
    const std::string why(info.why);
    return {
        {"id", info.code},
        {"shortDescription", {{"text", info.title}}},
        {"fullDescription", {{"text", why}}},
        {"help",
         {{"text", why}, {"markdown", why + example("Raises it", info.bad) + example("Does not", mended_lines(info))}}},
        {"defaultConfiguration", {{"level", level_of(info.severity)}}}};
}

Json location_of(const Diagnostic& d) {
    Json place = {{"artifactLocation", {{"uri", uri_of(d.file)}}}};
    if (d.span.line > 0) {
        place["region"] = {{"startLine", d.span.line},
                           {"startColumn", std::max(1, d.span.column)},
                           {"endColumn", std::max(1, d.span.column) + std::max(0, d.span.length)}};
    }
    return {{"physicalLocation", std::move(place)}};
}

Json fix_of(const Diagnostic& d) {
    Json replacements = Json::array();
    for (const Edit& edit : d.fix->edits) {
        replacements.push_back({{"deletedRegion", {{"byteOffset", edit.begin}, {"byteLength", edit.end - edit.begin}}},
                                {"insertedContent", {{"text", edit.text}}}});
    }
    const Json change = {{"artifactLocation", {{"uri", uri_of(d.file)}}}, {"replacements", std::move(replacements)}};
    return {{"description", {{"text", d.fix->title}}}, {"artifactChanges", Json::array({change})}};
}

Json result_of(const Diagnostic& d, std::size_t rule, const std::string& fingerprint) {
    const std::string text = d.help.empty() ? d.message : fmt::format("{}; {}", d.message, d.help);
    Json result = {{"ruleId", d.code},
                   {"ruleIndex", rule},
                   {"level", level_of(d.severity)},
                   {"message", {{"text", text}}},
                   {"locations", Json::array({location_of(d)})},
                   {"partialFingerprints", {{"waymarkFinding/v1", fingerprint}}}};
    if (d.fix) result["fixes"] = Json::array({fix_of(d)});
    return result;
}

}  // namespace

std::string diagnostics_as_sarif(const Diagnostics& diagnostics) {
    std::vector<std::string> codes;
    for (const Diagnostic& d : diagnostics) codes.push_back(d.code);
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    Json rules = Json::array();
    for (const std::string& code : codes) {
        const CodeInfo* info = find_code(code);
        rules.push_back(info != nullptr ? rule_of(*info) : Json{{"id", code}});
    }
    const auto prints = fingerprints(diagnostics);
    Json results = Json::array();
    for (std::size_t i = 0; i < diagnostics.size(); ++i) {
        const auto rule = std::lower_bound(codes.begin(), codes.end(), diagnostics[i].code) - codes.begin();
        results.push_back(result_of(diagnostics[i], static_cast<std::size_t>(rule), prints[i]));
    }
    const Json driver = {{"name", "waymark"}, {"semanticVersion", WAYMARK_VERSION}, {"rules", std::move(rules)}};
    const Json run = {
        {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
    const Json document = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                           {"version", "2.1.0"},
                           {"runs", Json::array({run})}};
    return harmless_json(document.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace waymark
