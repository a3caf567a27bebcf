// A framework's own words for reading: one thing explained, or the whole as a document.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "waymark/framework.hpp"

namespace waymark {

// Paragraphs about a practice, dimension, flag (by id or code), level, role, profile, glossary term or guide; nullopt
// if the framework has nothing of that name. A line that starts with two spaces is not to be wrapped.
std::optional<std::vector<std::string>> explain_word(const Framework& framework, const std::string& word);

// Every name explain_word knows, for suggestions.
std::vector<std::string> explainable_words(const Framework& framework);

// The whole framework as Markdown.
std::string framework_as_markdown(const Framework& framework);

}  // namespace waymark
