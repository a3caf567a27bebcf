#include "batch/narrow_counts.hpp"

#include "batch/dated_evidence.hpp"
#include "catch.hpp"

using namespace waymark;

TEST_CASE("narrow counts widen and lose nothing") {
    NarrowCounts counts(3);
    CHECK(counts.size() == 3);
    counts.add(0, 7);
    const std::uint64_t steps[] = {255, 256, 65535, 65536, 4294967295, 4294967296, 1000000000000000000};
    std::uint64_t so_far = 0;
    for (const std::uint64_t step : steps) {
        counts.add(1, step - so_far);
        so_far = step;
        CHECK(counts[0] == 7);
        CHECK(counts[1] == step);
        CHECK(counts[2] == 0);
        CHECK(counts.size() == 3);
    }
}

TEST_CASE("narrow counts are added whatever their widths") {
    NarrowCounts narrow(2);
    narrow.add(0, 200);
    NarrowCounts wide(2);
    wide.add(0, 100);
    wide.add(1, 70000);
    NarrowCounts one = narrow;
    one.add(wide);
    NarrowCounts other = wide;
    other.add(narrow);
    CHECK(one[0] == 300);
    CHECK(one[1] == 70000);
    CHECK(other[0] == 300);
    CHECK(other[1] == 70000);

    NarrowCounts nothing;
    CHECK(nothing.empty());
    nothing.add(wide);
    CHECK(nothing[1] == 70000);
    wide.add(NarrowCounts());
    CHECK(wide[0] == 100);
}

namespace {

std::uint64_t times_of(const DatedEvidence& evidence, const DatedItem& wanted) {
    std::uint64_t all = 0;
    evidence.each([&](const DatedItem& item, std::uint32_t times) {
        const bool alike = item.leaf == wanted.leaf && item.role == wanted.role && item.level == wanted.level &&
                           item.strength == wanted.strength && item.dated == wanted.dated;
        if (alike) all += times;
    });
    return all;
}

}  // namespace

TEST_CASE("dated evidence keeps every part of an item at the ends of its range") {
    const DatedItem largest{1999, 64, 100, 63, {2999, 12, 31}};
    const DatedItem smallest{0, 0, 0, 0, {1900, 1, 1}};
    DatedEvidence evidence;
    evidence.add(largest);
    evidence.add(smallest);
    evidence.add(largest);
    CHECK(times_of(evidence, largest) == 2);
    CHECK(times_of(evidence, smallest) == 1);
}

TEST_CASE("dated evidence is counted beyond what one count holds") {
    const DatedItem item{3, 1, 2, 1, {2026, 3, 1}};
    DatedEvidence evidence;
    evidence.add(item);
    for (int doubling = 0; doubling < 34; ++doubling) {
        const DatedEvidence same = evidence;
        evidence.add(same);
    }
    CHECK(times_of(evidence, item) == 17179869184);
}
