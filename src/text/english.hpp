// Small rules of English for words put into sentences.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark {

std::string join(const std::vector<std::string>& parts, std::string_view last);  // "a, b and c"
std::string lower_first(std::string text);  // unless it is an abbreviation: "AI use"
std::string capitalised(std::string text);
std::string id_in_words(std::string id);  // "dont-know" -> "dont know"

}  // namespace waymark
