// Text from files in each of the places that a page has for it. Whatever the text is, it stays what it is: text.
#pragma once

#include <string>
#include <string_view>

namespace waymark::html {

// Between tags. Control characters and those that turn the direction of writing become U+FFFD.
std::string text(std::string_view text);
// Inside double quotes.
std::string attribute(std::string_view text);
// A CSS string with its quotes, for `content`.
std::string css_string(std::string_view text);
// For href: an address that is http or https, or a place on the page ("#…"); empty if it is anything else.
std::string url(std::string_view address);
// For src: a picture carried in the page, "data:image/png;base64,…"; empty if it is anything else.
std::string picture(std::string_view address);
// A name for id and for href="#…", made of letters, digits and '-' whatever the text; different texts differ.
std::string anchor(std::string_view prefix, std::string_view id);

}  // namespace waymark::html
