// Writes HTML and the SVG inside it: every element that is opened is closed, and every text and value is escaped for
// the place where it stands. Names of elements and attributes are ours; texts and values may be anybody's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark::html {

struct Attribute {
    std::string_view name;
    std::string value;  // as it is meant; an href or src that could do more than name a place or a picture is left out
};
using Attributes = std::vector<Attribute>;

class Markup {
  public:
    // Closes its element at the end of the scope.
    class Element {
      public:
        explicit Element(Markup& markup) : markup_(markup) {}
        ~Element() { markup_.close(); }
        Element(const Element&) = delete;
        Element& operator=(const Element&) = delete;

      private:
        Markup& markup_;
    };

    [[nodiscard]] Element in(std::string_view tag, const Attributes& attributes = {});
    // `dir="auto"` is written only where the text holds letters that run from right to left: elsewhere it says nothing.
    void leaf(std::string_view tag, const Attributes& attributes, std::string_view text);
    void leaf(std::string_view tag, std::string_view text) { leaf(tag, {}, text); }
    void empty(std::string_view tag, const Attributes& attributes);  // meta, img: elements without an end tag
    void shape(std::string_view tag, const Attributes& attributes);  // of SVG: closed where it is opened
    void text(std::string_view text);
    // Not escaped: our own style sheet and what was written by another Markup.
    void as_written(std::string_view markup) { text_ += markup; }

    std::string take() && { return std::move(text_); }

  private:
    void open(std::string_view tag, const Attributes& attributes);
    void close();

    std::string text_;
    std::vector<std::string_view> open_;
};

}  // namespace waymark::html
