// Findings about input files. A finding is data; how it is shown is decided by src/text/render.hpp.
#pragma once

#include <cstddef>
#include <optional>
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

    bool operator==(const Span&) const = default;
};

// A stretch of a file's bytes, counted from 0 with a byte-order mark included, and what replaces it.
struct Edit {
    std::size_t begin = 0;
    std::size_t end = 0;  // behind the last byte; equal to `begin`: insert
    std::string text;
};

// How a finding could be mended, in its own file. Safe: nobody could have meant anything else, and nothing but the
// finding goes away; `check --fix` applies only these. Unsafe ones are shown as proposals.
struct Fix {
    std::string title;  // "write 'title'"
    bool safe = false;
    std::vector<Edit> edits;  // rising, without overlaps, never empty
};

struct Diagnostic {
    std::string code;  // "F021"; every code is documented in src/text/codes.cpp
    Severity severity = Severity::error;
    std::string file;
    Span span;
    std::string message;  // what is wrong, one sentence without a full stop
    std::string help;     // what to do about it; may be empty
    std::string excerpt;  // the line of the file the span points into; empty when there is none
    std::optional<Fix> fix{};
};

using Diagnostics = std::vector<Diagnostic>;

bool has_errors(const Diagnostics& diagnostics);

// Stable order: file, line, column, code, message. Exact duplicates are removed.
void sort_diagnostics(Diagnostics& diagnostics);

}  // namespace waymark
