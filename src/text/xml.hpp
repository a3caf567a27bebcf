// Text inside XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace waymark {

// & < > as references, and each of the ASCII characters in `more`. The text is taken as it is: printable() makes it safe.
std::string escape_markup(std::string_view text, std::string_view more);

// For an element's text or an attribute in double quotes. What XML 1.0 cannot hold becomes U+FFFD; line ends and tabs
// are kept by character references, as attributes would lose them.
std::string escape_xml(std::string_view text);

}  // namespace waymark
