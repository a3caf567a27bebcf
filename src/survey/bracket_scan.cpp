#include "survey/bracket_scan.hpp"

#include <algorithm>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace waymark {

namespace {

#if defined(__SSE2__)

constexpr std::size_t kBlock = 64;

// One bit for each of 64 bytes.
struct BlockBits {
    std::uint64_t quotes = 0;
    std::uint64_t backslashes = 0;
    std::uint64_t opens = 0;
    std::uint64_t closes = 0;
};

BlockBits bits_of(const char* bytes) {
    BlockBits bits;
    const __m128i lower = _mm_set1_epi8(0x20);  // '[' becomes '{', ']' becomes '}'
    for (unsigned part = 0; part < 4; ++part) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + std::size_t{16} * part));
        const __m128i lowered = _mm_or_si128(block, lower);
        const auto mask = [part](__m128i hits) {
            return std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(hits))} << (16 * part);
        };
        bits.quotes |= mask(_mm_cmpeq_epi8(block, _mm_set1_epi8('"')));
        bits.backslashes |= mask(_mm_cmpeq_epi8(block, _mm_set1_epi8('\\')));
        bits.opens |= mask(_mm_cmpeq_epi8(lowered, _mm_set1_epi8('{')));
        bits.closes |= mask(_mm_cmpeq_epi8(lowered, _mm_set1_epi8('}')));
    }
    return bits;
}

// Bit i of the result: an odd number of bits up to and with i.
std::uint64_t running_parity(std::uint64_t bits) {
    for (unsigned shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
}

#endif

}  // namespace

// True when this byte closes the value.
bool BracketScan::step(char c) {
    if (escaped_) {
        escaped_ = false;
    } else if (in_string_) {
        if (c == '\\') escaped_ = true;
        if (c == '"') in_string_ = false;
    } else if (c == '"') {
        in_string_ = true;
    } else if (c == '{' || c == '[') {
        deepest_ = std::max(deepest_, ++depth_);
    } else if (c == '}' || c == ']') {
        return --depth_ == 0;
    }
    return false;
}

std::size_t BracketScan::advance(const char* bytes, std::size_t size) {
    std::size_t at = 0;
#if defined(__SSE2__)
    while (at + kBlock <= size) {
        const BlockBits bits = bits_of(bytes + at);
        // Escapes are rare enough to be gone through byte by byte, as is a block in which the value may end.
        bool slow = escaped_ || bits.backslashes != 0;
        if (!slow) {
            const std::uint64_t inside = running_parity(bits.quotes) ^ (in_string_ ? ~std::uint64_t{0} : 0);
            const int opens = __builtin_popcountll(bits.opens & ~inside);
            const int closes = __builtin_popcountll(bits.closes & ~inside);
            slow = closes >= depth_;
            if (!slow) {
                deepest_ = std::max(deepest_, depth_ + opens);
                depth_ += opens - closes;
                in_string_ = (inside >> 63U) != 0;
                at += kBlock;
                continue;
            }
        }
        for (const std::size_t end = at + kBlock; at < end; ++at) {
            if (step(bytes[at])) return at + 1;
        }
    }
#endif
    for (; at < size; ++at) {
        if (step(bytes[at])) return at + 1;
    }
    return size + 1;
}

}  // namespace waymark
