#pragma once

#include <string>
#include <string_view>

namespace waymark {

std::string sha256_hex(std::string_view bytes);  // lower case
std::string sha256_base64(std::string_view bytes);
std::string base64(std::string_view bytes);  // RFC 4648 with padding

}  // namespace waymark
