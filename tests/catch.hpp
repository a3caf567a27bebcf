// Catch2 v2 and v3 alike. Tests use unqualified Approx and no string matcher called Contains (v3 renamed it).
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
