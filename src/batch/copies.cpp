#include "batch/copies.hpp"

#include <algorithm>
#include <tuple>

namespace waymark {

namespace {

constexpr unsigned kFileBits = 24;

std::uint64_t packed(const CopyPlace& place) {
    return (place.begin << kFileBits) | place.file;
}

// The same on every machine: it decides which copy counts. SplitMix64's finaliser over words of eight bytes (Steele, Lea
// and Flood, 2014).
std::uint64_t stable_hash(std::string_view text) {
    std::uint64_t hash = 0x9E3779B97F4A7C15U ^ text.size();
    const auto mix = [&hash](std::uint64_t word) {
        hash ^= word;
        hash = (hash ^ (hash >> 30U)) * 0xBF58476D1CE4E5B9U;
        hash = (hash ^ (hash >> 27U)) * 0x94D049BB133111EBU;
        hash ^= hash >> 31U;
    };
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        word |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * (i % 8));
        if (i % 8 == 7) {
            mix(word);
            word = 0;
        }
    }
    mix(word);
    return hash;
}

}  // namespace

void Copies::add(std::string_view id, std::int64_t time, std::string_view record, const CopyPlace& place) {
    entries_.push_back({stable_hash(id), time, packed(place), stable_hash(record)});
}

void Copies::add(Copies&& other) {
    entries_.insert(entries_.end(), other.entries_.begin(), other.entries_.end());
    other.entries_ = {};
}

void Copies::leave_out(const Copies& settled) {
    std::erase_if(entries_,
                  [&](const Entry& entry) { return std::ranges::binary_search(settled.others_, entry.place); });
}

void Copies::settle(Duplicates rule) {
    const auto by_place = [](const Entry& entry) {
        return std::tuple(entry.place & ((1U << kFileBits) - 1), entry.place >> kFileBits);
    };
    std::ranges::sort(entries_, [&](const Entry& a, const Entry& b) {
        if (a.id != b.id) return a.id < b.id;
        if (rule == Duplicates::latest && a.time != b.time) return a.time > b.time;
        if (rule == Duplicates::latest && a.content != b.content) return a.content > b.content;
        return by_place(a) < by_place(b);
    });
    for (std::size_t i = 0; i < entries_.size();) {
        std::size_t end = i + 1;
        while (end < entries_.size() && entries_[end].id == entries_[i].id) ++end;
        const bool tied = end > i + 1 && entries_[i].time == entries_[i + 1].time;
        if (tied && entries_[i].content != entries_[i + 1].content) ++undecided_;
        const std::size_t from = rule == Duplicates::error && end > i + 1 ? i : i + 1;
        for (std::size_t k = from; k < end; ++k) others_.push_back(entries_[k].place);
        i = end;
    }
    std::ranges::sort(others_);
    entries_ = {};
}

bool Copies::is_other(const CopyPlace& place) const {
    return std::ranges::binary_search(others_, packed(place));
}

}  // namespace waymark
