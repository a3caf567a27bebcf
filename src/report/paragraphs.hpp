// Texts that people wrote in several paragraphs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark {

// Blank lines separate paragraphs; other line ends are spaces. Safe to print, without empty ones.
std::vector<std::string> paragraphs_of(std::string_view text);

}  // namespace waymark
