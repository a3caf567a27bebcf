// Whether a file's bytes are text at all; asked before any parser sees them.
#pragma once

#include <optional>
#include <string>

#include "text/source.hpp"

namespace waymark {

struct TextFault {
    bool is_control = false;  // a control character; otherwise bytes that are not UTF-8
    Span span;
    std::string message;
    std::string help;
};

// The first byte that is not UTF-8, or the first control character other than tab and line ends (LF, CR LF).
std::optional<TextFault> find_text_fault(const Source& source);

}  // namespace waymark
