#include "text/comment_lines.hpp"

#include <fmt/format.h>

#include "text/display.hpp"

namespace waymark {

namespace {

constexpr int kWidth = 96;

}  // namespace

std::string comment_lines(const std::string& text, const std::string& indent, const std::string& first) {
    std::string lines;
    const std::string hanging(first.size(), ' ');
    for (const std::string& line : wrap(printable(text), kWidth - static_cast<int>(indent.size() + first.size()))) {
        lines += fmt::format("{}# {}{}\n", indent, lines.empty() ? first : hanging, line);
    }
    return lines;
}

}  // namespace waymark
