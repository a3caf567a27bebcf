// Findings about input files. A finding is data; how it is shown is decided by src/text/render.hpp.
#pragma once

#include <string>
#include <vector>

namespace waymark {

enum class Severity { note, warning, error };

// A stretch of one line. Lines and columns count from 1, columns in characters (code points), not bytes.
// line 0 means the whole file.
struct Span {
    int line = 0;
    int column = 0;
    int length = 1;
};

struct Diagnostic {
    std::string code;  // "F021"; every code is documented in src/text/codes.cpp
    Severity severity = Severity::error;
    std::string file;
    Span span;
    std::string message;  // what is wrong, one sentence without a full stop
    std::string help;     // what to do about it; may be empty
    std::string excerpt;  // the line of the file the span points into; empty when there is none
};

using Diagnostics = std::vector<Diagnostic>;

bool has_errors(const Diagnostics& diagnostics);

// Stable order: file, line, column, code, message. Exact duplicates are removed.
void sort_diagnostics(Diagnostics& diagnostics);

}  // namespace waymark
