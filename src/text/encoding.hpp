// Whether a file's bytes are text at all; asked before any parser sees them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/source.hpp"

namespace waymark {

// What some programs write in front of a text in UTF-8; it is no part of the text.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct TextFault {
    bool is_control = false;  // a control character; otherwise bytes that are not UTF-8
    Span span;
    std::string message;
    std::string help;
};

// The first byte that is not UTF-8, or the first control character other than tab and line ends (LF, CR LF).
std::optional<TextFault> find_text_fault(const Source& source);

}  // namespace waymark
