#include "text/selection.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/codes.hpp"

namespace waymark {

namespace {

bool begins_a_code(const std::string& part) {
    const auto all = all_codes();
    return !part.empty() &&
           std::any_of(all.begin(), all.end(), [&](const CodeInfo& info) { return info.code.starts_with(part); });
}

bool begins_with_any(const std::string& code, const std::vector<std::string>& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const std::string& beginning) { return code.starts_with(beginning); });
}

}  // namespace

bool read_codes(const std::vector<std::string>& written, std::vector<std::string>& codes, std::string& problem) {
    for (const std::string& list : written) {
        std::size_t start = 0;
        while (start <= list.size()) {
            const std::size_t comma = std::min(list.find(',', start), list.size());
            const std::string part = list.substr(start, comma - start);
            start = comma + 1;
            if (!begins_a_code(part)) {
                problem = fmt::format(
                    "'{}' is neither a finding's code nor a family; 'waymark explain --all' lists them", part);
                return false;
            }
            codes.push_back(part);
        }
    }
    return true;
}

bool is_selected(const Selection& selection, const std::string& code) {
    if (begins_with_any(code, selection.ignored)) return false;
    return selection.selected.empty() || begins_with_any(code, selection.selected);
}

}  // namespace waymark
