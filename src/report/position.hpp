// Where a number stands on a drawn scale, in whole steps: the same in every format and on every machine.
#pragma once

#include <cstdint>
#include <string>

#include "waymark/rational.hpp"

namespace waymark {

// From 0 at `lowest` to `steps` at `highest`, rounded to the nearest; numbers beyond an end stand at it.
std::int64_t position(const Rational& number, const Rational& lowest, const Rational& highest, std::int64_t steps);

// The same as a share of the width: "62.5%".
std::string percent_along(const Rational& number, const Rational& lowest, const Rational& highest);

}  // namespace waymark
