// Every code a finding may carry, with what `waymark explain CODE` says about it. A test runs each example.
#pragma once

#include <span>
#include <string_view>

#include "waymark/diagnostic.hpp"

namespace waymark {

// What kind of file a code's examples are. `fragment` examples have no example file (file-system errors).
enum class CodeSubject { yaml, framework, assessment, table, test, scorecard, file };

struct CodeInfo {
    std::string_view code;
    Severity severity;
    CodeSubject subject;
    std::string_view title;  // "A key is written twice"
    std::string_view why;    // why it matters and what to do
    std::string_view bad;    // a file that raises exactly this code among others; empty for subject `file`
    std::string_view good;   // the mended piece, for people
};

std::span<const CodeInfo> all_codes();
const CodeInfo* find_code(std::string_view code);  // null if unknown

}  // namespace waymark
