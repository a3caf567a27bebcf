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

// Of these backslashes and what follows them, the bits that are escaped. `carried`: whether the first byte is, from the
// block before; then whether the one behind the last is.
std::uint64_t escaped_bits(std::uint64_t backslashes, bool& carried) {
    std::uint64_t escaped = carried ? 1 : 0;
    carried = false;
    backslashes &= ~escaped;
    while (backslashes != 0) {
        const std::uint64_t first = backslashes & (0 - backslashes);
        escaped |= first << 1U;
        carried = first >> 63U != 0;
        backslashes &= ~(first | first << 1U);
    }
    return escaped;
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

#if defined(__SSE2__)

// A whole block at once. False where a backslash stands outside a string, which is no JSON and for step() to judge.
// `closed`: how many bytes of it belong to the value, if it ends here; else 0.
bool BracketScan::block(const char* bytes, std::size_t& closed) {
    const BlockBits bits = bits_of(bytes);
    bool carried = escaped_;
    const std::uint64_t escaped = carried || bits.backslashes != 0 ? escaped_bits(bits.backslashes, carried) : 0;
    const std::uint64_t inside = running_parity(bits.quotes & ~escaped) ^ (in_string_ ? ~std::uint64_t{0} : 0);
    if ((bits.backslashes & ~inside) != 0) return false;
    closed = 0;
    for (std::uint64_t brackets = (bits.opens | bits.closes) & ~inside; brackets != 0; brackets &= brackets - 1) {
        if ((bits.opens & brackets & (0 - brackets)) != 0) {
            deepest_ = std::max(deepest_, ++depth_);
        } else if (--depth_ == 0) {
            closed = static_cast<std::size_t>(__builtin_ctzll(brackets)) + 1;
            in_string_ = escaped_ = false;
            return true;
        }
    }
    in_string_ = (inside >> 63U) != 0;
    escaped_ = carried;
    return true;
}

#endif

std::size_t BracketScan::advance(const char* bytes, std::size_t size) {
    std::size_t at = 0;
#if defined(__SSE2__)
    while (at + kBlock <= size) {
        std::size_t closed = 0;
        if (block(bytes + at, closed)) {
            if (closed > 0) return at + closed;
            at += kBlock;
            continue;
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
