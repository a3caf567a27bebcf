#pragma once

#include <string>
#include <string_view>

namespace waymark {

std::string sha256_hex(std::string_view bytes);  // lower case

}  // namespace waymark
