// The frameworks that come with waymark, with the tests that travel with them.
#pragma once

#include <string>
#include <vector>

#include "verify/test_file.hpp"
#include "waymark/framework.hpp"

namespace waymark {

std::string text_of_file(const std::string& path);  // relative to the source tree; fails the test if unreadable

std::vector<std::string> shipped_frameworks();  // ids, in alphabetical order

Framework shipped_framework(const std::string& id);
TestFile shipped_tests(const std::string& id, const Framework& framework);

}  // namespace waymark
