// What is wrong with a file that is not YAML, in words about the file. The library's own texts differ between
// its releases, so they only stand in brackets behind ours.
#pragma once

#include <optional>
#include <string_view>

#include "text/source.hpp"
#include "text/yaml_places.hpp"

namespace waymark {

// Where reading stopped and why; what was being read, and where that began.
struct SyntaxProblem {
    Place place;
    std::string_view what;
    Place began;
    std::string_view reading;  // empty: the library does not say
};

void report_alias(Findings& findings, Span span);
void report_anchor(Findings& findings, Span span);
void report_tag(Findings& findings, Span span);
void report_too_deep(Findings& findings, Span span, int limit);
void report_open_quote(Findings& findings, Span span);
void report_no_colon(Findings& findings, Span span, std::string_view key);
// `open_bracket`: the innermost '[' or '{' that was open where reading stopped.
void report_syntax(Findings& findings, const SyntaxProblem& problem, std::optional<Span> open_bracket);

}  // namespace waymark
