// A parser of our own: the CSV libraries at hand do not tell where in the file a cell stands, and findings
// need that.
#include "text/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "text/display.hpp"
#include "text/encoding.hpp"
#include "text/in_place.hpp"

namespace waymark {

namespace {

constexpr Span kWholeFile{0, 0, 0};

using Record = std::vector<CsvCell>;

class CsvReader {
  public:
    explicit CsvReader(Findings& findings) : findings_(&findings), text_(findings.source().text) {
        if (text_.starts_with(kByteOrderMark)) text_.remove_prefix(kByteOrderMark.size());
    }

    // The next line that is not blank; nullopt at the end, or where reading on makes no sense (see broken()).
    std::optional<Record> next();
    bool broken() const { return broken_; }

  private:
    bool at_end() const { return position_ >= text_.size(); }
    char current() const { return text_[position_]; }
    bool at_line_end() const { return at_end() || text_.substr(position_).starts_with("\r\n") || current() == '\n'; }
    void advance();
    void skip_line_end();
    CsvCell quoted_cell();
    CsvCell plain_cell();

    Findings* findings_;
    std::string_view text_;
    std::size_t position_ = 0;
    int line_ = 1;
    int column_ = 1;  // in characters
    bool broken_ = false;
};

void CsvReader::advance() {
    const char c = current();
    ++position_;
    if (c == '\n') {
        ++line_;
        column_ = 1;
    } else if (at_end() || (static_cast<unsigned char>(current()) & 0xC0U) != 0x80U) {
        ++column_;
    }
}

void CsvReader::skip_line_end() {
    while (!at_end() && current() != '\n') advance();
    if (!at_end()) advance();
}

CsvCell CsvReader::quoted_cell() {
    CsvCell cell;
    cell.quoted = true;
    cell.span = {line_, column_, 1};
    advance();
    while (!at_end()) {
        if (current() == '"') {
            advance();
            if (at_end() || current() != '"') {
                if (line_ == cell.span.line) cell.span.length = column_ - cell.span.column;
                if (at_line_end() || current() == ',') return cell;
                findings_->report("T008", {line_, column_, 1}, "text follows a closing quote",
                                  "write two quotes for one inside a quoted cell, and a comma after the cell");
                while (!at_line_end() && current() != ',') advance();
                return cell;
            }
        }
        cell.text += current();
        advance();
    }
    findings_->report("T007", cell.span, "the quote opened here is never closed",
                      "close it, or write two quotes for one that belongs to the text");
    broken_ = true;
    return cell;
}

CsvCell CsvReader::plain_cell() {
    CsvCell cell;
    cell.span = {line_, column_, 1};
    const std::size_t start = position_;
    bool has_quote = false;
    while (!at_line_end() && current() != ',') {
        if (current() == '"' && !has_quote) {
            has_quote = true;
            findings_->report("T008", {line_, column_, 1}, "a quote stands inside a cell without quotes",
                              "put the whole cell in quotes, and write two for each one inside it");
        }
        advance();
    }
    cell.text = text_.substr(start, position_ - start);
    cell.span.length = std::max(1, column_ - cell.span.column);
    return cell;
}

std::optional<Record> CsvReader::next() {
    while (!at_end() && at_line_end()) skip_line_end();
    if (at_end() || broken_) return std::nullopt;
    Record record;
    while (true) {
        record.push_back(!at_end() && current() == '"' ? quoted_cell() : plain_cell());
        if (broken_) return std::nullopt;
        if (at_end() || current() != ',') break;
        advance();
    }
    skip_line_end();
    return record;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

bool may_be_read(Findings& findings, const CsvLimits& limits) {
    const Source& source = findings.source();
    if (source.text.size() > limits.bytes) {
        findings.report("T002", kWholeFile, fmt::format("the file is larger than {} bytes", limits.bytes),
                        "split it, or leave out what the framework does not ask for");
        return false;
    }
    if (auto fault = find_text_fault(source)) {
        findings.report("T001", fault->span, std::move(fault->message), std::move(fault->help));
        return false;
    }
    return true;
}

bool holds_nothing(const Record& record) {
    return std::all_of(record.begin(), record.end(),
                       [](const CsvCell& cell) { return !cell.quoted && is_blank(cell.text); });
}

bool has_other_separator(const Record& header, Findings& findings) {
    if (header.size() != 1 || header.front().quoted) return false;
    for (const auto& [separator, name] : {std::pair{';', "semicolons"}, std::pair{'\t', "tabs"}}) {
        if (header.front().text.find(separator) == std::string::npos) continue;
        findings.report("T004", header.front().span, fmt::format("the columns are separated by {}", name),
                        "save the file as CSV with commas and UTF-8");
        return true;
    }
    return false;
}

void check_header(const Record& header, Findings& findings) {
    std::map<std::string_view, int> seen;
    int number = 0;
    for (const CsvCell& cell : header) {
        ++number;
        if (is_blank(cell.text)) {
            findings.report("T005", cell.span, fmt::format("column {} has no name", number),
                            "name it, or remove the column");
            continue;
        }
        const auto [first, is_new] = seen.emplace(cell.text, number);
        if (is_new) continue;
        findings.report("T006", cell.span, fmt::format("two columns are called '{}'", cell.text),
                        fmt::format("rename or remove one; the first is column {}", first->second));
    }
}

void read_rows(CsvReader& reader, CsvTable& table, Findings& findings, const CsvLimits& limits) {
    const std::size_t width = table.header.size();
    while (auto record = reader.next()) {
        if (holds_nothing(*record)) continue;
        if (table.rows.size() == limits.rows) {
            findings.report("T002", record->front().span, fmt::format("the table has more than {} rows", limits.rows),
                            "split it, or leave out what the framework does not ask for");
            return;
        }
        if (record->size() != width) {
            const std::size_t at = std::min(width, record->size() - 1);
            findings.report("T009", (*record)[at].span,
                            fmt::format("this row has {} {}, the header {}", record->size(),
                                        record->size() == 1 ? "cell" : "cells", width),
                            "put cells that contain commas in quotes; leave unknown cells empty but keep their commas");
            record->resize(width);
        }
        table.rows.push_back(std::move(*record));
    }
}

bool is_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace

std::optional<CsvTable> parse_csv(Findings& findings, const CsvLimits& limits) {
    const std::size_t errors_before = findings.errors();
    if (!may_be_read(findings, limits)) return std::nullopt;
    CsvReader reader(findings);
    CsvTable table;
    auto header = reader.next();
    if (!header) {
        if (!reader.broken()) {
            findings.report("T003", kWholeFile, "the file is empty",
                            "begin it with a header: the names of its columns");
        }
        return std::nullopt;
    }
    if (has_other_separator(*header, findings)) return std::nullopt;
    check_header(*header, findings);
    table.header = std::move(*header);
    read_rows(reader, table, findings, limits);
    if (findings.errors() > errors_before) return std::nullopt;
    return table;
}

std::string csv_field(std::string_view text) {
    std::string field(text);
    make_csv_field(field, 0);
    return field;
}

void make_csv_field(std::string& text, std::size_t from) {
    const auto field = [&] { return std::string_view(text).substr(from); };
    if (field().empty()) return;
    const bool outer_space = field().front() == ' ' || field().back() == ' ';
    const bool formula = std::string_view("=+-@\t\r").find(field().front()) != std::string_view::npos;
    if (formula && !is_number(field())) text.insert(from, 1, '\'');
    if (!outer_space && field().find_first_of(",\"\r\n\t") == std::string_view::npos) return;
    for (std::size_t at = text.find('"', from); at != std::string::npos; at = text.find('"', at + 2)) {
        text.insert(at, 1, '"');
    }
    text.insert(from, 1, '"');
    text += '"';
}

std::string csv_line(const std::vector<std::string>& fields) {
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) line += (i == 0 ? "" : ",") + csv_field(printable(fields[i], true));
    return (line.empty() ? "\"\"" : line) + "\r\n";
}

}  // namespace waymark
