#include "report/printer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/display.hpp"

namespace waymark {

void Printer::line(std::string_view text, std::string_view paint) {
    const std::string clean = style_->unicode ? printable(text) : to_ascii(printable(text));
    text_ += style_->colour && !paint.empty() ? fmt::format("{}{}\x1b[0m\n", paint, clean) : clean + "\n";
}

void Printer::gap() {
    if (!text_.empty()) text_ += '\n';
}

void Printer::wrapped(std::string_view lead, std::string_view text, std::string_view paint) {
    const int width = std::max(20, style_->width - display_width(lead));
    std::string before(lead);
    for (const std::string& piece : wrap(printable(text), width)) {
        line(before + piece, paint);
        before.assign(static_cast<std::size_t>(display_width(lead)), ' ');
    }
}

}  // namespace waymark
