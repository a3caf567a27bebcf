#include "text/english.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace waymark {

namespace {

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

}  // namespace

std::string join(const std::vector<std::string>& parts, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += i + 1 == parts.size() ? fmt::format(" {} ", last) : ", ";
        text += parts[i];
    }
    return text;
}

std::string lower_first(std::string text) {
    if (text.size() > 1 && is_upper(text[0]) && is_upper(text[1])) return text;
    if (!text.empty() && is_upper(text[0])) text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

std::string capitalised(std::string text) {
    if (!text.empty() && is_lower(text[0])) text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string id_in_words(std::string id) {
    std::replace(id.begin(), id.end(), '-', ' ');
    std::replace(id.begin(), id.end(), '_', ' ');
    return id;
}

}  // namespace waymark
