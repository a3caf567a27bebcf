// Text inside XML.
#pragma once

#include <string>
#include <string_view>

namespace waymark {

// For an element's text or an attribute in double quotes. What XML 1.0 cannot hold becomes U+FFFD; line ends and tabs
// are kept by character references, as attributes would lose them.
std::string escape_xml(std::string_view text);

}  // namespace waymark
