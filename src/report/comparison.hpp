// Renderers of comparisons.
#pragma once

#include <string>

#include "cohort/compare.hpp"
#include "waymark/page.hpp"
#include "waymark/report.hpp"

namespace waymark {

std::string comparison_as_text(const Comparison& comparison, const TextStyle& style);
std::string comparison_as_markdown(const Comparison& comparison);
std::string comparison_as_html(const Comparison& comparison, const HouseStyle& house);
// docs/schemas/comparison-1.json describes it.
std::string comparison_as_json(const Comparison& comparison);

}  // namespace waymark
