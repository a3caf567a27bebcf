// Every test that travels with a shipped framework is met.
#include <set>

#include "catch.hpp"
#include "shipped.hpp"

namespace waymark {

TEST_CASE("the tests that travel with the shipped frameworks are met") {
    for (const std::string& id : shipped_frameworks()) {
        const Framework framework = shipped_framework(id);
        for (const FrameworkTest& test : shipped_tests(id, framework).tests) {
            INFO(id << ": " << test.name);
            const auto mismatches = run_test(test, framework);
            INFO((mismatches.empty() ? "" : in_words(mismatches.front())));
            CHECK(mismatches.empty());
        }
    }
}

TEST_CASE("every test of a shipped framework has a name of its own") {
    for (const std::string& id : shipped_frameworks()) {
        std::set<std::string> names;
        for (const FrameworkTest& test : shipped_tests(id, shipped_framework(id)).tests) {
            INFO(id << ": " << test.name);
            CHECK(names.insert(test.name).second);
        }
    }
}

TEST_CASE("every sign and every overall reading of a shipped framework is expected by some test") {
    for (const std::string& id : shipped_frameworks()) {
        const Framework framework = shipped_framework(id);
        std::set<std::string> readings;
        std::set<std::string> raised;
        std::set<std::string> clear;
        for (const FrameworkTest& test : shipped_tests(id, framework).tests) {
            readings.insert(test.verdict);
            for (const ExpectedFlag& expected : test.flags) {
                const std::string& flag = framework.flags[static_cast<std::size_t>(expected.flag)].id;
                if (expected.state == "raised") raised.insert(flag);
                if (expected.state == "clear") clear.insert(flag);
            }
        }
        for (const Flag& flag : framework.flags) {
            INFO(id << ": " << flag.id);
            CHECK(raised.count(flag.id) == 1);
            CHECK(clear.count(flag.id) == 1);
        }
        for (const VerdictReading& reading : framework.verdict.readings) {
            INFO(id << ": " << reading.id);
            CHECK(readings.count(reading.id) == 1);
        }
    }
}

}  // namespace waymark
