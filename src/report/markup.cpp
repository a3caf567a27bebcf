#include "report/markup.hpp"

#include <algorithm>
#include <array>

#include "report/html_escape.hpp"
#include "text/display.hpp"

namespace waymark::html {
namespace {

// Elements inside a line of text, around which a line break would be seen as a space, and shapes, which are many.
constexpr std::array<std::string_view, 15> kInline = {"a",      "abbr",  "b",    "bdi",  "cite",   "code", "span", "em",
                                                      "strong", "small", "line", "rect", "circle", "text", "title"};

bool is_inline(std::string_view tag) {
    return std::find(kInline.begin(), kInline.end(), tag) != kInline.end();
}

bool names_something_to_fetch(std::string_view name) {
    return name == "href" || name == "src";
}

std::string written(const Attribute& each) {
    if (each.name == "href") return url(each.value);
    if (each.name == "src") return picture(each.value);
    return attribute(each.value);
}

}  // namespace

Markup::Element Markup::in(std::string_view tag, const Attributes& attributes) {
    open(tag, attributes);
    return Element(*this);
}

void Markup::open(std::string_view tag, const Attributes& attributes) {
    empty(tag, attributes);
    open_.push_back(tag);
}

void Markup::empty(std::string_view tag, const Attributes& attributes) {
    if (!is_inline(tag) && !text_.empty() && text_.back() == '>') text_ += '\n';
    text_.append("<").append(tag);
    for (const Attribute& each : attributes) {
        const std::string value = written(each);
        if (value.empty() && names_something_to_fetch(each.name)) continue;
        text_.append(" ").append(each.name).append("=\"").append(value).append("\"");
    }
    text_ += ">";
}

void Markup::shape(std::string_view tag, const Attributes& attributes) {
    empty(tag, attributes);
    text_.insert(text_.size() - 1, "/");
}

void Markup::close() {
    text_.append("</").append(open_.back()).append(">");
    open_.pop_back();
}

void Markup::leaf(std::string_view tag, const Attributes& attributes, std::string_view text) {
    Attributes said = attributes;
    if (!runs_from_right(text)) std::erase_if(said, [](const Attribute& each) { return each.name == "dir"; });
    open(tag, said);
    this->text(text);
    close();
}

void Markup::text(std::string_view text) {
    text_ += html::text(text);
}

}  // namespace waymark::html
