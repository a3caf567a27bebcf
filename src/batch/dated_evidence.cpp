#include "batch/dated_evidence.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace waymark {

namespace {

// Widths that the limits of a framework fit into: 2,000 leaves, 64 roles and the unknown one, 101 levels, 64 strengths;
// dates have years up to 2999.
constexpr unsigned kRole = 14, kLevel = 7, kLeaf = 21, kSmall = 0x7F;
constexpr unsigned kMonth = 5, kYear = 9;

}  // namespace

DatedEvidence::Kind DatedEvidence::kind_of(const DatedItem& item) {
    const auto bits = [](int value) { return static_cast<std::uint32_t>(value); };
    return {bits(item.leaf) << kLeaf | bits(item.role) << kRole | bits(item.level) << kLevel | bits(item.strength),
            bits(item.dated.year) << kYear | bits(item.dated.month) << kMonth | bits(item.dated.day), 1};
}

DatedItem DatedEvidence::item_of(const Kind& kind) {
    const auto part = [](std::uint32_t bits, unsigned shift, std::uint32_t mask) {
        return static_cast<int>(bits >> shift & mask);
    };
    return {part(kind.what, kLeaf, 0x7FF),
            part(kind.what, kRole, kSmall),
            part(kind.what, kLevel, kSmall),
            part(kind.what, 0, kSmall),
            {part(kind.when, kYear, 0xFFF), part(kind.when, kMonth, 0xF), part(kind.when, 0, 0x1F)}};
}

void DatedEvidence::add(const DatedItem& item) {
    add(kind_of(item));
}

void DatedEvidence::add(const DatedEvidence& other) {
    for (const Kind& kind : other.kinds_) add(kind);
}

// Memory grows by a quarter, and only if counting alike kinds together does not make room for as much.
void DatedEvidence::add(const Kind& kind) {
    if (kinds_.size() == kinds_.capacity()) {
        count_alike_together();
        const std::size_t wanted = kinds_.size() + kinds_.size() / 4 + 8;
        if (wanted > kinds_.capacity()) kinds_.reserve(wanted);
    }
    kinds_.push_back(kind);
}

// What would be too many for one kind's count stays apart.
void DatedEvidence::count_alike_together() {
    if (kinds_.empty()) return;
    std::ranges::sort(kinds_, {}, [](const Kind& kind) { return std::tuple(kind.what, kind.when, kind.times); });
    auto last = kinds_.begin();
    for (auto next = last + 1; next != kinds_.end(); ++next) {
        const bool alike = next->what == last->what && next->when == last->when;
        if (alike && next->times <= std::numeric_limits<std::uint32_t>::max() - last->times) {
            last->times += next->times;
        } else {
            *++last = *next;
        }
    }
    kinds_.erase(last + 1, kinds_.end());
}

}  // namespace waymark
