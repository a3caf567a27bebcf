// What pages are made of: headed parts, paragraphs, lists of facts, tables, marks of severity. Texts may be anybody's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/markup.hpp"

namespace waymark::html {

// A section with its heading; what is written while it lives stands under that heading.
class Part {
  public:
    Part(Markup& markup, std::string_view id, std::string_view heading, std::string_view kind = "part");

  private:
    Markup::Element section_;
    Markup::Element body_;
};

// Paragraphs; a text in a language written from right to left is set so.
void prose(Markup& markup, std::string_view text, std::string_view kind = "");
void items(Markup& markup, const std::vector<std::string>& texts);  // a list with dots; nothing if there are none

// Inside <dl class="facts">; nothing if the text is empty.
void fact(Markup& markup, std::string_view label, std::string_view text);
void fact(Markup& markup, std::string_view label, const std::vector<std::string>& texts);

struct Column {
    std::string title;
    std::string kind;  // "number": aligned at the right; "digest": fixed width
};

struct Table {
    std::string caption;
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;  // the first cell of each names it
};

// Nothing if it has no rows. Wide tables scroll in a frame of their own, which the keyboard reaches.
void table(Markup& markup, const Table& table);
// The frame for tables that are written by hand.
Markup::Element scrolling(Markup& markup, std::string_view name);

// A shape for each severity (high, medium, low) and for signs that encourage ("good"): no meaning by colour alone.
void mark(Markup& markup, std::string_view severity);

}  // namespace waymark::html
