#include "survey/export_kind.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "survey/bracket_scan.hpp"
#include "text/encoding.hpp"

namespace waymark {

namespace {

ExportKind unreadable(std::string problem, std::string help) {
    return {ExportKind::Kind::unreadable, 0, std::move(problem), std::move(help)};
}

std::string without_packing(std::string_view name) {
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    for (const std::string_view ending : {".gz", ".zst"}) {
        if (lower.ends_with(ending)) lower.resize(lower.size() - ending.size());
    }
    return lower;
}

// UTF-16 and UTF-32 show in their marks, and, without one, in the zero bytes beside plain letters.
std::string_view other_encoding(std::string_view begin) {
    using namespace std::string_view_literals;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> marks{{{"\xFF\xFE\0\0"sv, "UTF-32"},
                                                                                  {"\0\0\xFE\xFF"sv, "UTF-32"},
                                                                                  {"\xFF\xFE"sv, "UTF-16"},
                                                                                  {"\xFE\xFF"sv, "UTF-16"}}};
    for (const auto& [mark, name] : marks) {
        if (begin.starts_with(mark)) return name;
    }
    if (begin.size() < 4) return "";
    const auto zero = [&](std::size_t at) { return begin[at] == '\0'; };
    if (zero(0) && zero(1) && zero(2)) return "UTF-32";
    if (!zero(0) && zero(1) && zero(2) && zero(3)) return "UTF-32";
    if ((zero(0) && !zero(1) && zero(2) && !zero(3)) || (!zero(0) && zero(1) && !zero(2) && zero(3))) return "UTF-16";
    return "";
}

ExportKind foreign_format(std::string_view text) {
    if (text.starts_with("PK\x03\x04")) {
        return unreadable("this is a ZIP archive or a spreadsheet (XLSX), not an export that can be read",
                          "unpack it first; save a spreadsheet as CSV UTF-8");
    }
    if (text.starts_with("%PDF")) return unreadable("this is a PDF document", "export the responses as JSON or CSV");
    if (text.starts_with("SQLite format 3")) {
        return unreadable("this is a database", "export the responses as JSON or CSV");
    }
    return {};
}

// The first line is a whole document, or a second line begins a new one.
bool is_json_lines(std::string_view text) {
    if (!text.starts_with('{')) return false;
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return false;
    const std::size_t next = text.find_first_not_of(" \t\r\n", end);
    if (next != std::string_view::npos && text[next] == '{' && text[next - 1] == '\n') return true;
    BracketScan brackets;
    const std::size_t length = brackets.advance(text.data() + 1, end - 1);
    return length <= end - 1 && text.find_first_not_of(" \t\r", 1 + length) == end;
}

}  // namespace

ExportKind kind_of_export(std::string_view name, std::string_view begin, bool all, bool records_are_documents) {
    ExportKind kind;
    if (const auto encoding = other_encoding(begin); !encoding.empty()) {
        return unreadable("it is written in " + std::string(encoding) + ", not in UTF-8",
                          "save it as UTF-8; in PowerShell, write with 'Out-File -Encoding utf8'");
    }
    kind.skip = begin.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    std::string_view text = begin.substr(kind.skip);
    if (ExportKind foreign = foreign_format(text); !foreign.problem.empty()) return foreign;
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        if (!all) return unreadable("it begins with more white space than any export has", "look into the file");
        return unreadable("the file is empty", "export the responses again; an export without any is '[]' or '{…}'");
    }
    const std::string plain = without_packing(name);
    text.remove_prefix(first);
    const auto named = [&](std::string_view ending) { return plain.ends_with(ending); };
    if (text.starts_with('<')) {
        return unreadable("this is a web page (HTML) or XML, not an export",
                          "the platform may have sent a page that asks to log in, or an error: export again");
    }
    if (named(".csv") || named(".tsv")) {
        kind.kind = ExportKind::Kind::csv;
        return kind;
    }
    const bool json = text.front() == '{' || text.front() == '[';
    if (!json && !named(".json") && !named(".jsonl") && !named(".ndjson") &&
        text.substr(0, text.find('\n')).find_first_of(",;\t") != std::string_view::npos) {
        kind.kind = ExportKind::Kind::csv;
        return kind;
    }
    if (!json) {
        return unreadable("it begins like neither JSON nor CSV",
                          "JSON begins with { or [, CSV with a line of column names; other formats are not read");
    }
    const bool lines = records_are_documents && (named(".jsonl") || named(".ndjson") || is_json_lines(text));
    kind.kind = lines ? ExportKind::Kind::json_lines : ExportKind::Kind::json;
    return kind;
}

}  // namespace waymark
