// Hashing and comparing short names and labels on the hot path, where calls into the C library would cost most of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace waymark {

// So many bytes behind the text must be readable; what they hold does not matter.
inline constexpr std::size_t kHashPadding = 8;

// Of the first, middle and last eight bytes and the length. Texts that differ elsewhere collide and are told apart by
// comparing them.
inline std::uint64_t padded_hash(std::string_view text) {
    const auto word_at = [](const char* at) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof word);
        return word;
    };
    constexpr std::size_t kWord = 8;
    std::uint64_t hash = text.size();
    if (text.size() < kWord) {
        const std::uint64_t mask = text.empty() ? 0 : ~std::uint64_t{0} >> (8 * (kWord - text.size()));
        if (!text.empty()) hash ^= (word_at(text.data()) & mask) * 0x9E3779B97F4A7C15U;
    } else {
        hash ^= word_at(text.data()) * 0x9E3779B97F4A7C15U;
        hash ^= word_at(text.data() + text.size() - kWord) * 0xC2B2AE3D27D4EB4FU;
        if (text.size() > 2 * kWord) hash ^= word_at(text.data() + text.size() / 2 - 4) * 0x165667B19E3779F9U;
    }
    hash *= 0xD6E8FEB86659FD93U;
    return hash ^ (hash >> 32U);
}

// Whether both are the same, by words of eight bytes; the last of them may overlap the one before.
inline bool same_text(std::string_view a, std::string_view b) {
    constexpr std::size_t kWord = 8;
    const std::size_t size = a.size();
    if (size != b.size()) return false;
    if (size < kWord) {
        for (std::size_t at = 0; at < size; ++at) {
            if (a[at] != b[at]) return false;
        }
        return true;
    }
    const auto same_word = [&](std::size_t at) {
        std::uint64_t ours = 0;
        std::uint64_t theirs = 0;
        std::memcpy(&ours, a.data() + at, kWord);
        std::memcpy(&theirs, b.data() + at, kWord);
        return ours == theirs;
    };
    if (!same_word(0)) return false;
    for (std::size_t at = kWord; at + kWord < size; at += kWord) {
        if (!same_word(at)) return false;
    }
    return same_word(size - kWord);
}

}  // namespace waymark
