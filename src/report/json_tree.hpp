// JSON as the same tree that YAML files become, so that every value has a place. Texts are `quoted` scalars; numbers,
// true and false are scalars without quotes.
#pragma once

#include <optional>

#include "text/source.hpp"
#include "text/yaml.hpp"

namespace waymark {

struct JsonLimits {
    std::size_t bytes = 64U << 20U;
    std::size_t depth = 64;
    std::size_t values = 2000000;
};

// A finding about a place in a JSON file. Long lines are no excerpts: whole files may stand on one line.
Diagnostic about_json(std::string_view code, const Source& source, Span span, std::string message,
                      std::string help = "");

// nullopt after a finding: not JSON, a key written twice, or beyond the limits.
std::optional<Node> parse_json(const Source& source, Diagnostics& diagnostics, const JsonLimits& limits = {});

}  // namespace waymark
