// What is wrong with a file that is not YAML, in words about the file. The library's own texts differ between
// its releases, so they only stand in brackets behind ours.
#pragma once

#include <optional>
#include <string_view>

#include "text/source.hpp"
#include "text/yaml_places.hpp"

namespace waymark {

void report_alias(Findings& findings, Span span);
void report_too_deep(Findings& findings, Span span, int limit);
// `open_bracket`: the innermost '[' or '{' that was open where reading stopped.
void report_syntax(Findings& findings, Place place, std::optional<Span> open_bracket, std::string_view detail);

}  // namespace waymark
