#include "report/paragraphs.hpp"

#include "text/display.hpp"

namespace waymark {

std::vector<std::string> paragraphs_of(std::string_view text) {
    constexpr int kNoLimit = 1 << 20;
    std::vector<std::string> paragraphs;
    bool fresh = true;
    for (const std::string& line : wrap(printable(text, true), kNoLimit)) {
        if (line.empty()) {
            fresh = true;
        } else if (fresh) {
            paragraphs.push_back(line);
            fresh = false;
        } else {
            paragraphs.back() += " " + line;
        }
    }
    return paragraphs;
}

}  // namespace waymark
