#include "text/source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "text/codes.hpp"
#include "text/encoding.hpp"

namespace waymark {

namespace {

// Lines longer than this are shown only near their beginning: a finding per value of a file written on one
// line must not copy the whole file each time.
constexpr std::size_t kExcerptBytes = 1000;

std::string excerpt_of(const Source& source, const Span& span) {
    const std::string_view line = source.line(span.line);
    if (line.size() <= kExcerptBytes) return std::string(line);
    if (static_cast<std::size_t>(span.column) + 200 > kExcerptBytes) return "";
    std::size_t end = kExcerptBytes;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    return std::string(line.substr(0, end));
}

// Of the first `count` characters; all bytes if there are fewer.
std::size_t bytes_of_characters(std::string_view text, std::size_t count) {
    std::size_t bytes = 0;
    for (; count > 0 && bytes < text.size(); --count) {
        ++bytes;
        while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) ++bytes;
    }
    return bytes;
}

}  // namespace

Source::Source(std::string file_name, std::string file_text) : name(std::move(file_name)), text(std::move(file_text)) {
    // Columns are counted after a byte-order mark, as editors do.
    line_starts_.push_back(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
    for (std::size_t i = text.find('\n'); i != std::string::npos; i = text.find('\n', i + 1))
        line_starts_.push_back(i + 1);
}

std::string_view Source::line(int number) const {
    if (number < 1 || static_cast<std::size_t>(number) > line_starts_.size()) return {};
    const auto index = static_cast<std::size_t>(number) - 1;
    const std::size_t start = line_starts_[index];
    const std::size_t end = index + 1 < line_starts_.size() ? line_starts_[index + 1] - 1 : text.size();
    std::string_view line = std::string_view(text).substr(start, end - start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::optional<std::pair<std::size_t, std::size_t>> Source::bytes_of(const Span& span) const {
    const std::string_view here = line(span.line);
    if (span.column < 1 || here.data() == nullptr) return std::nullopt;
    const std::size_t before = bytes_of_characters(here, static_cast<std::size_t>(span.column) - 1);
    const std::size_t length =
        bytes_of_characters(here.substr(before), static_cast<std::size_t>(std::max(span.length, 0)));
    const auto start = static_cast<std::size_t>(here.data() - text.data());
    return std::pair(start + before, start + before + length);
}

void Findings::report(std::string_view code, Span span, std::string message, std::string help, std::optional<Fix> fix) {
    const CodeInfo* info = find_code(code);
    assert(info != nullptr && "every code is documented under src/text/codes/");
    const Severity severity = info != nullptr ? info->severity : Severity::error;
    if (severity == Severity::error) ++errors_;
    list_->push_back({std::string(code), severity, source_->name, span, std::move(message), std::move(help),
                      excerpt_of(*source_, span), std::move(fix)});
}

std::optional<Fix> replacement(const Source& source, const Span& span, std::string text, bool safe) {
    const auto bytes = source.bytes_of(span);
    if (!bytes) return std::nullopt;
    std::string title = "write " + text;
    return Fix{std::move(title), safe, {{bytes->first, bytes->second, std::move(text)}}};
}

void Findings::report(std::string_view code, Span span, std::string message, const Suggestion& suggestion) {
    std::optional<Fix> fix;
    const auto bytes = suggestion.name.empty() ? std::nullopt : source_->bytes_of(span);
    if (bytes) {
        const std::string_view written =
            std::string_view(source_->text).substr(bytes->first, bytes->second - bytes->first);
        const std::string_view quote = written.substr(0, written.starts_with('"') || written.starts_with('\'') ? 1 : 0);
        if (written == fmt::format("{0}{1}{0}", quote, suggestion.word)) {
            fix = replacement(*source_, span, fmt::format("{0}{1}{0}", quote, suggestion.name), suggestion.sure);
        }
    }
    report(code, span, std::move(message), suggestion.help, std::move(fix));
}

Diagnostic about_file(std::string_view code, std::string file, std::string message, std::string help) {
    const CodeInfo* info = find_code(code);
    assert(info != nullptr && "every code is documented under src/text/codes/");
    const Severity severity = info != nullptr ? info->severity : Severity::error;
    return {std::string(code), severity, std::move(file), Span{0, 0, 0}, std::move(message), std::move(help), "", {}};
}

}  // namespace waymark
