#include "text/render.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/display.hpp"

namespace waymark {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kWidth = 100;  // of the shown piece of a line

constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kBlue = "\x1b[34m";

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return "error";
}

std::string_view colour_of(Severity severity) {
    return severity == Severity::error ? "\x1b[1;31m" : severity == Severity::warning ? "\x1b[1;33m" : "\x1b[1;36m";
}

std::string painted(std::string_view text, std::string_view paint, bool colour) {
    return colour ? fmt::format("{}{}{}", paint, text, kReset) : std::string(text);
}

// The offset of the character with this number, counted from 0.
std::size_t offset_of(std::string_view text, int character) {
    std::size_t offset = 0;
    for (int i = 0; i < character && offset < text.size(); ++i) {
        ++offset;
        while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) ++offset;
    }
    return offset;
}

struct Excerpt {
    std::string before, marked, after;  // printable
};

Excerpt excerpt_of(const Diagnostic& diagnostic) {
    const std::string_view line = diagnostic.excerpt;
    const std::size_t start = offset_of(line, diagnostic.span.column - 1);
    const std::size_t length = offset_of(line.substr(start), std::max(1, diagnostic.span.length));
    return {printable(line.substr(0, start)), printable(line.substr(start, length)),
            printable(line.substr(start + length))};
}

std::string end_within(const std::string& text, int width) {
    if (display_width(text) <= width) return text;
    std::size_t start = 0;
    while (start < text.size() && display_width(std::string_view(text).substr(start)) > width - 1) {
        start += offset_of(std::string_view(text).substr(start), 1);
    }
    return "…" + text.substr(start);
}

// Keeps the marked piece and what surrounds it, up to kWidth columns.
void cut(Excerpt& excerpt) {
    excerpt.marked = cut_to_width(excerpt.marked, kWidth * 6 / 10);
    const int room = kWidth - display_width(excerpt.marked);
    const int before = display_width(excerpt.before);
    const int after = display_width(excerpt.after);
    if (before + after <= room) return;
    const int kept_before = std::min(before, std::max(room - after, room * 2 / 3));
    // Only the last part of a very long line can be kept; the rest need not be measured again and again.
    const std::size_t enough = static_cast<std::size_t>(kWidth) * 8;
    if (excerpt.before.size() > enough) {
        std::size_t start = excerpt.before.size() - enough;
        while ((static_cast<unsigned char>(excerpt.before[start]) & 0xC0U) == 0x80U) ++start;
        excerpt.before.erase(0, start);
    }
    excerpt.before = end_within(excerpt.before, kept_before);
    excerpt.after = cut_to_width(excerpt.after, room - display_width(excerpt.before));
}

std::string spaces(int count) {
    return std::string(static_cast<std::size_t>(std::max(0, count)), ' ');
}

void append_excerpt(std::string& out, const Diagnostic& diagnostic, bool colour) {
    Excerpt excerpt = excerpt_of(diagnostic);
    cut(excerpt);
    const std::string number = std::to_string(diagnostic.span.line);
    const std::string gutter = painted(fmt::format("  {} |", number), kBlue, colour);
    const std::string empty = painted("  " + spaces(static_cast<int>(number.size())) + " |", kBlue, colour);
    const int width = std::max(1, display_width(excerpt.marked));
    out += fmt::format("{} {}{}{}\n", gutter, excerpt.before, excerpt.marked, excerpt.after);
    const std::string caret =
        painted(std::string(static_cast<std::size_t>(width), '^'), colour_of(diagnostic.severity), colour);
    out += fmt::format("{} {}{}\n", empty, spaces(display_width(excerpt.before)), caret);
}

std::string place_in_words(const Diagnostic& diagnostic) {
    std::string place = printable(diagnostic.file);
    if (diagnostic.span.line > 0) {
        place += fmt::format("{}{}:{}", place.empty() ? "" : ":", diagnostic.span.line, diagnostic.span.column);
    }
    return place.empty() ? place : place + ": ";
}

void append(std::string& out, const Diagnostic& diagnostic, bool colour) {
    const std::string kind = fmt::format("{}[{}]:", name_of(diagnostic.severity), diagnostic.code);
    out += painted(place_in_words(diagnostic), kBold, colour);
    out += painted(kind, colour_of(diagnostic.severity), colour);
    out += fmt::format(" {}\n", printable(diagnostic.message));
    if (diagnostic.span.line > 0 && !diagnostic.excerpt.empty()) append_excerpt(out, diagnostic, colour);
    if (!diagnostic.help.empty()) {
        out += fmt::format("  {} {}\n", painted("help:", kBold, colour), printable(diagnostic.help));
    }
}

Json fix_tree(const std::optional<Fix>& fix) {
    if (!fix) return nullptr;
    Json edits = Json::array();
    for (const Edit& edit : fix->edits)
        edits.push_back({{"begin", edit.begin}, {"end", edit.end}, {"text", edit.text}});
    return {{"title", fix->title}, {"safe", fix->safe}, {"edits", std::move(edits)}};
}

std::string counted(std::ptrdiff_t count, std::string_view word) {
    return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

}  // namespace

std::string diagnostics_as_text(const Diagnostics& diagnostics, bool colour) {
    std::string out;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (!out.empty()) out += '\n';
        append(out, diagnostic, colour);
    }
    return out;
}

std::string diagnostics_as_json(const Diagnostics& diagnostics) {
    Json list = Json::array();
    for (const Diagnostic& d : diagnostics) {
        list.push_back({{"code", d.code},
                        {"severity", name_of(d.severity)},
                        {"file", d.file},
                        {"line", d.span.line},
                        {"column", d.span.column},
                        {"length", d.span.length},
                        {"message", d.message},
                        {"help", d.help},
                        {"fix", fix_tree(d.fix)}});
    }
    const Json document = {{"diagnostics", std::move(list)}};
    return harmless_json(document.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

std::string diagnostics_summary(const Diagnostics& diagnostics) {
    std::string summary;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
        const auto count = std::count_if(diagnostics.begin(), diagnostics.end(),
                                         [&](const Diagnostic& d) { return d.severity == severity; });
        if (count == 0) continue;
        summary += (summary.empty() ? "" : ", ") + counted(count, name_of(severity));
    }
    return summary;
}

}  // namespace waymark
