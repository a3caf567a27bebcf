// A file's text with its lines, and the collector that files findings about it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "waymark/diagnostic.hpp"

namespace waymark {

struct Source {
    Source(std::string file_name, std::string file_text);

    std::string_view line(int number) const;  // 1-based, without its line end; empty beyond the last

    // Where the characters of a span begin and end in `text`; nothing for the whole file.
    std::optional<std::pair<std::size_t, std::size_t>> bytes_of(const Span& span) const;

    std::string name;
    std::string text;

  private:
    std::vector<std::size_t> line_starts_;
};

// What a misspelt word may have been meant to be.
struct Suggestion {
    std::string help;   // "did you mean 'x'?"; may be empty
    std::string word;   // as written
    std::string name;   // what to write instead; empty: none is near
    bool sure = false;  // one slip of the pen away from this name and from no other

    operator std::string() const { return help; }  // NOLINT(google-explicit-constructor): most want the words alone
};

// Adds findings about one source to a list shared by many.
class Findings {
  public:
    Findings(const Source& source, Diagnostics& list) : source_(&source), list_(&list) {}

    // Severity is what src/text/codes.cpp declares for the code.
    void report(std::string_view code, Span span, std::string message, std::string help = "",
                std::optional<Fix> fix = std::nullopt);
    // With a fix if `span` holds the misspelt word.
    void report(std::string_view code, Span span, std::string message, const Suggestion& suggestion);

    const Source& source() const { return *source_; }
    Diagnostics& list() const { return *list_; }
    std::size_t errors() const { return errors_; }  // reported through this collector

  private:
    const Source* source_;
    Diagnostics* list_;
    std::size_t errors_ = 0;
};

// Replaces what stands at `span`. Nothing if `span` is not a place in the file.
std::optional<Fix> replacement(const Source& source, const Span& span, std::string text, bool safe);

// A finding about a file as a whole.
Diagnostic about_file(std::string_view code, std::string file, std::string message, std::string help = "");

}  // namespace waymark
