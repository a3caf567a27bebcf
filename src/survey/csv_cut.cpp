#include "survey/csv_cut.hpp"

#include <algorithm>

namespace waymark {

namespace {

bool at_row_end(std::string_view text, std::size_t at) {
    return at >= text.size() || text[at] == '\n' || (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n');
}

}  // namespace

void read_csv_row(std::string_view text, std::size_t from, char separator, CsvRow& row, std::string& room) {
    row.cells.clear();
    row.undone.clear();
    row.broken = false;
    row.lines = 0;
    room.clear();
    // Views into `room` must not move: no cell is longer than what is left of the text.
    std::size_t at = from;
    while (true) {
        if (at < text.size() && text[at] == '"') {
            const std::size_t begin = ++at;
            const std::size_t in_room = room.size();
            bool doubled = false;
            std::size_t piece = begin;
            bool closed = false;
            while (at < text.size()) {
                if (text[at] == '\n') ++row.lines;
                if (text[at] != '"') {
                    ++at;
                } else if (at + 1 < text.size() && text[at + 1] == '"') {
                    room.append(text.substr(piece, at + 1 - piece));
                    at += 2;
                    piece = at;
                    doubled = true;
                } else {
                    closed = true;
                    break;
                }
            }
            if (doubled) {
                room.append(text.substr(piece, at - piece));
                row.undone.emplace_back(row.cells.size(), in_room);
                row.cells.push_back(text.substr(0, room.size() - in_room));  // its length; its place comes below
            } else {
                row.cells.push_back(text.substr(begin, at - begin));
            }
            if (closed) ++at;
            if (!closed || (!at_row_end(text, at) && text[at] != separator)) row.broken = true;
        } else {
            const std::size_t begin = at;
            while (!at_row_end(text, at) && text[at] != separator) ++at;
            row.cells.push_back(text.substr(begin, at - begin));
        }
        while (row.broken && at < text.size() && text[at] != separator && !at_row_end(text, at)) ++at;
        if (at >= text.size() || text[at] != separator) break;
        ++at;
    }
    for (const auto& [cell, begin] : row.undone) {
        row.cells[cell] = std::string_view(room).substr(begin, row.cells[cell].size());
    }
    if (at < text.size() && text[at] == '\r') ++at;
    if (at < text.size() && text[at] == '\n') {
        ++at;
        ++row.lines;
    }
    row.end = at;
}

std::size_t last_row_end(std::string_view text) {
    std::size_t end = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '"') quoted = !quoted;
        if (text[at] == '\n' && !quoted) end = at + 1;
    }
    return end;
}

char separator_of(std::string_view header) {
    std::size_t commas = 0;
    std::size_t semicolons = 0;
    std::size_t tabs = 0;
    bool quoted = false;
    for (const char c : header) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        commas += c == ',' ? 1 : 0;
        semicolons += c == ';' ? 1 : 0;
        tabs += c == '\t' ? 1 : 0;
    }
    if ((commas > 0) + (semicolons > 0) + (tabs > 0) > 1) return '\0';
    return semicolons > 0 ? ';' : tabs > 0 ? '\t' : ',';
}

}  // namespace waymark
