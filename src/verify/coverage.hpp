// What the tests of a framework look at: levels, profiles, states of flags, readings of the verdict, and limits.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "verify/test_file.hpp"

namespace waymark {

struct CoverageItem {
    enum class Kind { level, profile, flag, verdict, limit };
    Kind kind = Kind::level;
    std::string name;   // "developing", "old-portfolio-new-label"
    std::string state;  // levels: the scale; flags: "raised"; limits: which one, and which side
    bool covered = false;
};

inline constexpr std::array kCoverageKinds{CoverageItem::Kind::level, CoverageItem::Kind::profile,
                                           CoverageItem::Kind::flag, CoverageItem::Kind::verdict,
                                           CoverageItem::Kind::limit};

struct Coverage {
    std::string framework;  // id@version
    std::vector<CoverageItem> items;

    int covered() const;
    int covered(CoverageItem::Kind kind) const;
    int all(CoverageItem::Kind kind) const;
    bool at_least(const Rational& percent) const;  // a framework without anything to cover is covered
};

// A level counts as covered when an answer gives it, a profile when a test is made under it, a state of a flag and a
// reading of the verdict when a test expects it. A limit is covered from both sides when, were it a little lower, some
// passing test that names its flag would fail, and were it a little higher, some test too. A little: 1 for whole
// numbers, a tenth of the limit for others.
Coverage coverage_of(const std::vector<const FrameworkTest*>& tests, const Framework& framework);

std::string_view plural_of(CoverageItem::Kind kind);  // "levels"
std::string in_words(const CoverageItem& item);       // "flag no-baseline: no test expects it to be raised"

}  // namespace waymark
