// Findings for CI services: annotations of GitHub, code quality of GitLab, JUnit.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/display.hpp"
#include "text/fingerprint.hpp"
#include "text/render.hpp"
#include "text/xml.hpp"

namespace waymark {

namespace {

std::string sentence(const Diagnostic& d) {
    return d.help.empty() ? d.message : fmt::format("{}; {}", d.message, d.help);
}

// Workflow commands end with their line, so line ends are escaped; in properties ':' and ',' separate.
std::string escape_command(std::string_view text, bool property) {
    std::string result;
    for (const char c : printable(text, true)) {
        const bool escaped = c == '%' || c == '\n' || c == '\r' || (property && (c == ':' || c == ','));
        if (escaped) {
            result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        } else {
            result += c;
        }
    }
    return result;
}

std::string_view without_dot(std::string_view path) {
    while (path.starts_with("./")) path.remove_prefix(2);
    return path;
}

std::string junit_case(const Diagnostic& d) {
    const std::string name = d.span.line > 0
                                 ? fmt::format("{} in line {}, column {}", d.code, d.span.line, d.span.column)
                                 : fmt::format("{} in the file", d.code);
    const std::string message = escape_xml(d.message);
    const std::string place = fmt::format("{}:{}:{}", d.file, d.span.line, d.span.column);
    const std::string text = escape_xml(fmt::format("{}: {}\n{}\n{}", place, d.message, d.excerpt, d.help));
    std::string element =
        fmt::format("    <testcase classname=\"{0}\" name=\"{1}\" file=\"{0}\" line=\"{2}\" time=\"0\">\n",
                    escape_xml(d.file), escape_xml(name), std::max(1, d.span.line));
    if (d.severity == Severity::note) {
        element += fmt::format("      <system-out>{}</system-out>\n", text);
    } else {
        element += fmt::format("      <failure message=\"{}\" type=\"{}\">{}</failure>\n", message,
                               d.severity == Severity::error ? "error" : "warning", text);
    }
    return element + "    </testcase>\n";
}

std::string junit_suite(const std::string& file, const Diagnostics& found, std::ptrdiff_t failures) {
    std::string cases;
    for (const Diagnostic& d : found) cases += junit_case(d);
    if (found.empty()) {
        cases = fmt::format("    <testcase classname=\"{0}\" name=\"no findings\" file=\"{0}\" time=\"0\"/>\n",
                            escape_xml(file));
    }
    return fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\" time=\"0\">\n{}  "
        "</testsuite>\n",
        escape_xml(file), std::max<std::size_t>(1, found.size()), failures, cases);
}

}  // namespace

std::string diagnostics_as_github(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& d : diagnostics) {
        const char* kind = d.severity == Severity::error     ? "error"
                           : d.severity == Severity::warning ? "warning"
                                                             : "notice";
        std::string properties = fmt::format("file={}", escape_command(without_dot(d.file), true));
        if (d.span.line > 0) {
            properties += fmt::format(",line={},endLine={},col={},endColumn={}", d.span.line, d.span.line,
                                      d.span.column, d.span.column + std::max(0, d.span.length - 1));
        }
        out += fmt::format("::{} {},title={}::{}\n", kind, properties, escape_command(d.code, true),
                           escape_command(sentence(d), false));
    }
    return out;
}

// GitLab reads a part of Code Climate's issues; with the rest they are complete ones.
std::string diagnostics_as_gitlab(const Diagnostics& diagnostics) {
    using Json = nlohmann::ordered_json;
    const auto prints = fingerprints(diagnostics);
    Json list = Json::array();
    for (std::size_t i = 0; i < diagnostics.size(); ++i) {
        const Diagnostic& d = diagnostics[i];
        const int line = std::max(1, d.span.line);
        const char* severity = d.severity == Severity::error     ? "major"
                               : d.severity == Severity::warning ? "minor"
                                                                 : "info";
        list.push_back({{"type", "issue"},
                        {"categories", {d.severity == Severity::note ? "Clarity" : "Bug Risk"}},
                        {"description", sentence(d)},
                        {"check_name", d.code},
                        {"fingerprint", prints[i]},
                        {"severity", severity},
                        {"location", {{"path", without_dot(d.file)}, {"lines", {{"begin", line}, {"end", line}}}}}});
    }
    return harmless_json(list.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

std::string diagnostics_as_junit(const Diagnostics& diagnostics, const std::vector<std::string>& files) {
    std::vector<std::string> names = files;
    for (const Diagnostic& d : diagnostics) names.push_back(d.file);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::string body;
    std::size_t tests = 0;
    std::ptrdiff_t failures = 0;
    for (const std::string& name : names) {
        Diagnostics found;
        std::copy_if(diagnostics.begin(), diagnostics.end(), std::back_inserter(found),
                     [&](const Diagnostic& d) { return d.file == name; });
        const auto failing =
            std::count_if(found.begin(), found.end(), [](const Diagnostic& d) { return d.severity != Severity::note; });
        body += junit_suite(name, found, failing);
        tests += std::max<std::size_t>(1, found.size());
        failures += failing;
    }
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"waymark check\" tests=\"{}\" failures=\"{}\" "
        "errors=\"0\" time=\"0\">\n{}</testsuites>\n",
        tests, failures, body);
}

}  // namespace waymark
