// Renderers of comparisons.
#pragma once

#include <string>

#include "cohort/compare.hpp"
#include "waymark/page.hpp"
#include "waymark/report.hpp"

namespace waymark {

std::string comparison_as_text(const AssessmentComparison& comparison, const TextStyle& style);
std::string comparison_as_markdown(const AssessmentComparison& comparison);
std::string comparison_as_html(const AssessmentComparison& comparison, const HouseStyle& house);
// docs/schemas/comparison-1.json describes it.
std::string comparison_as_json(const AssessmentComparison& comparison);

}  // namespace waymark
