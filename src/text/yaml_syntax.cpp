#include "text/yaml_syntax.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/display.hpp"

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

bool says(std::string_view text, std::string_view words) {
    return text.find(words) != std::string_view::npos;
}

// `before`: what stands before the place on its line.
Wording wording_of(const SyntaxProblem& problem, std::string_view before, char at) {
    const bool first_on_line = before.find_first_not_of(' ') == std::string_view::npos;
    if (says(problem.what, "document start")) {
        return {"there is text after the end of the document", "check the brackets and the indentation of this line"};
    }
    if (at == ':') {
        if (says(before, ": ")) return {"a second ': ' stands in this line", "put text that contains ': ' in quotes"};
        return {"no key can stand here", "indent it like the keys it belongs to; close any quote or bracket before it"};
    }
    if (at == '@' || at == '`' || at == '%') {
        return {fmt::format("text cannot begin with '{}' here", at), "put the text in quotes"};
    }
    if (says(problem.what, "hexdecimal") || says(problem.what, "Unicode character escape")) {
        return {"this escape names no character",
                "write four digits from 0 to F behind '\\u', or the character itself"};
    }
    if (at == '\\') return {"this escape is not known", "write '\\\\' for a backslash, or use single quotes"};
    if (at == '-' && says(problem.what, "block sequence entries")) {
        return {"a list cannot begin here", "begin it on the next line, or put the text in quotes"};
    }
    if (at != '\0' && first_on_line) {
        return {"this line does not line up with the lines before it",
                "indent it like the lines it belongs to; close any quote or bracket before it"};
    }
    if (at == ']' || at == '}') return {fmt::format("this '{}' closes nothing", at), "remove it, or open it before"};
    if (before.find_last_of("\"'") == before.find_last_not_of(" \t") && !first_on_line) {
        return {"text follows the quote that closes here",
                "put all of it in quotes, of the other kind if quotes stand in it; a comment needs '#'"};
    }
    return {"this cannot be read as YAML", "check the indentation, quotes and brackets here and in the line before"};
}

// Where the text begins that was meant as one value: at '@' and the like, or behind the first ': ' of a line with two.
std::optional<std::size_t> start_of_text(std::string_view line, std::size_t column) {
    if (column >= line.size()) return std::nullopt;
    if (std::string_view("@`%").find(line[column]) != std::string_view::npos) return column;
    const std::size_t colon = line.substr(0, column).find(": ");
    if (line[column] != ':' || colon == std::string_view::npos) return std::nullopt;
    return line.find_first_not_of(' ', colon + 1);
}

// Puts the rest of the line in quotes. Not where brackets, quotes or a comment make it doubtful what belongs to it.
std::optional<Fix> in_quotes(const Source& source, std::string_view line, std::size_t column) {
    const auto start = start_of_text(line, column);
    if (!start) return std::nullopt;
    std::string_view text = line.substr(*start);
    text = text.substr(0, text.find_last_not_of(" \t") + 1);
    const bool doubtful = text.find_first_of("\"'\\[]{}") != std::string_view::npos || says(text, " #") ||
                          std::string_view("|>&*!").find(text.front()) != std::string_view::npos;
    if (doubtful) return std::nullopt;
    const auto begin = static_cast<std::size_t>(text.data() - source.text.data());
    return Fix{
        "put the text in quotes", true, {{begin, begin, "\""}, {begin + text.size(), begin + text.size(), "\""}}};
}

// A word that should have been a key, up to the end of its line or a comment.
void report_unfinished_key(Findings& findings, const Places& places, const Place& began) {
    std::string_view key = places.rest_of_line(began);
    key = key.substr(0, key.find(" #"));
    key = key.substr(0, key.find_last_not_of(" \t") + 1);
    report_no_colon(findings, span_at(began, static_cast<int>(characters(key))), key);
}

// What was being read tells more than where reading stopped.
bool report_unfinished(Findings& findings, const Places& places, const SyntaxProblem& problem) {
    if (says(problem.reading, "simple key")) {
        report_unfinished_key(findings, places, problem.began);
    } else if (says(problem.reading, "quoted scalar") && !says(problem.what, "escape") &&
               !says(problem.what, "hexdecimal")) {
        const auto length = static_cast<int>(characters(places.rest_of_line(problem.began)));
        report_open_quote(findings, span_at(problem.began, length));
    } else if (says(problem.reading, "an alias")) {
        report_alias(findings, span_at(problem.began));
    } else if (says(problem.reading, "an anchor")) {
        report_anchor(findings, span_at(problem.began));
    } else if (says(problem.reading, "a tag")) {
        report_tag(findings, span_at(problem.began));
    } else {
        return false;
    }
    return true;
}

}  // namespace

void report_alias(Findings& findings, Span span) {
    findings.report("Y008", span, "aliases ('*name') are not used here",
                    "write the value out; put the text in quotes if it begins with '*'");
}

void report_anchor(Findings& findings, Span span) {
    findings.report("Y008", span, "anchors ('&name') are not used here",
                    "remove the anchor; put the text in quotes if it begins with '&'");
}

void report_tag(Findings& findings, Span span) {
    findings.report("Y009", span, "tags such as '!!str' are not used here",
                    "remove the tag; put the text in quotes if it begins with '!'");
}

void report_too_deep(Findings& findings, Span span, int limit) {
    findings.report("Y004", span, fmt::format("lists and mappings are nested more than {} deep", limit),
                    "check for brackets that are opened and never closed");
}

void report_open_quote(Findings& findings, Span span) {
    findings.report("Y011", span, "the quote opened here is never closed", "close it on the same line");
}

void report_no_colon(Findings& findings, Span span, std::string_view key) {
    findings.report("Y012", span, fmt::format("no ':' follows the key '{}'", key),
                    "write 'key: value'; an item of a list begins with '- '");
}

void report_syntax(Findings& findings, const SyntaxProblem& problem, std::optional<Span> open_bracket) {
    const Source& source = findings.source();
    const Places places(source);
    const std::string_view line = source.line(problem.place.line);
    if (const auto tab = tab_in_indentation(line)) {
        findings.report("Y006", {problem.place.line, static_cast<int>(*tab) + 1, 1}, "a tab indents this line",
                        "indent with spaces");
        return;
    }
    if (report_unfinished(findings, places, problem)) return;
    if (open_bracket) {
        findings.report("Y006", *open_bracket, "the bracket opened here is not closed properly",
                        fmt::format("close it, and separate what is in it by commas; reading stopped in line {} ({})",
                                    problem.place.line, problem.what));
        return;
    }
    const auto line_start = static_cast<std::size_t>(line.data() - source.text.data());
    const std::size_t column = line.data() == nullptr ? 0 : std::min(problem.place.byte - line_start, line.size());
    const Wording wording = wording_of(problem, line.substr(0, column), places.at(problem.place));
    findings.report("Y006", span_at(problem.place), wording.message, fmt::format("{} ({})", wording.help, problem.what),
                    in_quotes(source, line, column));
}

}  // namespace waymark
