// Walking through text one code point at a time.
#pragma once

#include <cstddef>
#include <string_view>

namespace waymark {

inline constexpr int kNotUtf8 = 0xFFFD;

struct CodePoint {
    int value = kNotUtf8;
    std::size_t length = 1;  // bytes
    bool valid = false;      // otherwise one byte that is not UTF-8
};

CodePoint next_code_point(std::string_view text, std::size_t position);  // position < text.size()

}  // namespace waymark
