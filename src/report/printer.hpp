// Lines for a terminal: harmless, in ASCII where asked for, painted where that can be seen.
#pragma once

#include <string>
#include <string_view>

#include "waymark/report.hpp"

namespace waymark {

inline constexpr std::string_view kRed = "\x1b[31m";
inline constexpr std::string_view kGreen = "\x1b[32m";
inline constexpr std::string_view kBold = "\x1b[1m";

class Printer {
  public:
    explicit Printer(const TextStyle& style) : style_(&style) {}

    void line(std::string_view text, std::string_view paint = "");
    void gap();  // a blank line, but not at the top
    // The text wrapped behind `lead`; further lines are indented as far.
    void wrapped(std::string_view lead, std::string_view text, std::string_view paint = "");
    std::string take() && { return std::move(text_); }

  private:
    const TextStyle* style_;
    std::string text_;
};

}  // namespace waymark
