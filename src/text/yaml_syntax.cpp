#include "text/yaml_syntax.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace waymark {

namespace {

struct Wording {
    std::string message;
    std::string help;
};

std::optional<std::size_t> tab_in_indentation(std::string_view line) {
    const std::size_t text = line.find_first_not_of(" \t");
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || (text != std::string_view::npos && tab > text)) return std::nullopt;
    return tab;
}

Wording wording_of(std::string_view line, std::size_t column, char at) {
    const std::string_view before = line.substr(0, std::min(column, line.size()));
    const bool first_on_line = before.find_first_not_of(' ') == std::string_view::npos;
    if (at == ':') {
        if (before.find(": ") != std::string_view::npos) {
            return {"a second ': ' stands in this line", "put text that contains ': ' in quotes"};
        }
        return {"no key can stand here", "indent it like the keys it belongs to; close any quote or bracket before it"};
    }
    if (at == '@' || at == '`' || at == '%') {
        return {fmt::format("text cannot begin with '{}' here", at), "put the text in quotes"};
    }
    if (at == '\\') return {"this escape is not known", "write '\\\\' for a backslash, or use single quotes"};
    if (at != '\0' && first_on_line) {
        return {"this line does not line up with the lines before it",
                "indent it like the lines it belongs to; close any quote or bracket before it"};
    }
    if (at == ']' || at == '}') return {fmt::format("this '{}' closes nothing", at), "remove it, or open it before"};
    return {"this cannot be read as YAML", "check the indentation, quotes and brackets here and in the line before"};
}

// Where the text begins that was meant as one value: at '@' and the like, or behind the first ': ' of a line with two.
std::optional<std::size_t> start_of_text(std::string_view line, const Place& place) {
    const auto column = static_cast<std::size_t>(place.column);
    if (column >= line.size()) return std::nullopt;
    if (std::string_view("@`%").find(line[column]) != std::string_view::npos) return column;
    const std::size_t colon = line.substr(0, column).find(": ");
    if (line[column] != ':' || colon == std::string_view::npos) return std::nullopt;
    return line.find_first_not_of(' ', colon + 1);
}

// Puts the rest of the line in quotes. Not where brackets, quotes or a comment make it doubtful what belongs to it.
std::optional<Fix> in_quotes(const Source& source, const Place& place) {
    const std::string_view line = source.line(place.line + 1);
    const auto start = start_of_text(line, place);
    if (!start) return std::nullopt;
    std::string_view text = line.substr(*start);
    text = text.substr(0, text.find_last_not_of(" \t") + 1);
    const bool doubtful = text.find_first_of("\"'\\[]{}") != std::string_view::npos ||
                          text.find(" #") != std::string_view::npos ||
                          std::string_view("|>&*!").find(text.front()) != std::string_view::npos;
    if (doubtful) return std::nullopt;
    const auto begin = static_cast<std::size_t>(text.data() - source.text.data());
    return Fix{
        "put the text in quotes", true, {{begin, begin, "\""}, {begin + text.size(), begin + text.size(), "\""}}};
}

}  // namespace

void report_alias(Findings& findings, Span span) {
    findings.report("Y008", span, "aliases ('*name') are not used here",
                    "write the value out; put the text in quotes if it begins with '*'");
}

void report_too_deep(Findings& findings, Span span, int limit) {
    findings.report("Y004", span, fmt::format("lists and mappings are nested more than {} deep", limit),
                    "check for brackets that are opened and never closed");
}

void report_syntax(Findings& findings, Place place, std::optional<Span> open_bracket, std::string_view detail) {
    Places places(findings.source());
    const std::string_view line = findings.source().line(place.line + 1);
    // yaml-cpp's place is behind the escape.
    const auto behind = static_cast<std::size_t>(std::max(place.column, 0));
    if (detail.starts_with("unknown escape") && behind >= 2 && behind <= line.size() && line[behind - 2] == '\\') {
        place.column -= 2;
    }
    const char at = places.at(place);
    if (at == '*') {
        report_alias(findings, places.span(place));
        return;
    }
    if (const auto tab = tab_in_indentation(line)) {
        findings.report("Y006", places.span({place.line, static_cast<int>(*tab)}), "a tab indents this line",
                        "indent with spaces");
        return;
    }
    if (open_bracket) {
        findings.report("Y006", *open_bracket, "the bracket opened here is not closed properly",
                        fmt::format("close it, and separate what is in it by commas; reading stopped in line {} ({})",
                                    place.line + 1, detail));
        return;
    }
    const Wording wording = wording_of(line, static_cast<std::size_t>(place.column), at);
    findings.report("Y006", places.span(place), wording.message, fmt::format("{} ({})", wording.help, detail),
                    in_quotes(findings.source(), place));
}

}  // namespace waymark
