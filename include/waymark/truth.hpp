// Three-valued truth (Kleene's strong tables: S. C. Kleene, Introduction to Metamathematics, 1952, section
// 64) and closed intervals of exact numbers.
#pragma once

#include "waymark/rational.hpp"

namespace waymark {

enum class Truth { no, unknown, yes };  // ordered: `and` is the minimum, `or` the maximum

constexpr Truth both(Truth a, Truth b) {
    return a < b ? a : b;
}
constexpr Truth either(Truth a, Truth b) {
    return a < b ? b : a;
}
constexpr Truth opposite(Truth a) {
    return a == Truth::yes ? Truth::no : a == Truth::no ? Truth::yes : Truth::unknown;
}
constexpr Truth truth_of(bool value) {
    return value ? Truth::yes : Truth::no;
}

// low <= high.
struct Interval {
    Rational low;
    Rational high;
    friend bool operator==(const Interval&, const Interval&) = default;
};

}  // namespace waymark
