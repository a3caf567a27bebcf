// Running one test: the real appraisal, compared with what was expected.
#include <fmt/format.h>

#include <algorithm>

#include "verify/test_file.hpp"
#include "waymark/appraisal.hpp"

namespace waymark {

namespace {

using Failures = std::vector<std::string>;

std::string shown(const std::optional<Rational>& value) {
    return value ? value->to_short(4) : "no figure";
}

void compare_side(const char* side, const std::string& node, const std::optional<Rational>& expected,
                  const std::optional<Rational>& found, const Rational& tolerance, Failures& failures) {
    if (!expected) return;
    const bool near = found && *found - *expected <= tolerance && *expected - *found <= tolerance;
    if (near) return;
    failures.push_back(fmt::format("{} {}: expected {}, found {}", node, side, shown(expected), shown(found)));
}

void expect_none(const char* side, const std::string& node, bool expected, const std::optional<Rational>& found,
                 Failures& failures) {
    if (!expected || !found) return;
    failures.push_back(fmt::format("{} {}: expected no figure, found {}", node, side, shown(found)));
}

void compare_scores(const FrameworkTest& test, const Scorecard& card, Failures& failures) {
    for (const ExpectedScore& expected : test.scores) {
        const CardNode& node = card.nodes[static_cast<std::size_t>(expected.element)];
        compare_side("claimed", node.id, expected.claimed, node.claimed.point, expected.tolerance, failures);
        compare_side("evidenced", node.id, expected.evidenced, node.evidenced.point, expected.tolerance, failures);
        expect_none("claimed", node.id, expected.no_claimed, node.claimed.point, failures);
        expect_none("evidenced", node.id, expected.no_evidenced, node.evidenced.point, failures);
        if (!expected.band.empty() && expected.band != node.band) {
            failures.push_back(fmt::format("{} band: expected {}, found {}", node.id, expected.band,
                                           node.band.empty() ? "none" : node.band));
        }
    }
}

void compare_flags(const FrameworkTest& test, const Scorecard& card, Failures& failures) {
    for (const ExpectedFlag& expected : test.flags) {
        const CardFlag& flag = card.flags[static_cast<std::size_t>(expected.flag)];
        if (flag.state != expected.state) {
            failures.push_back(
                fmt::format("{}: expected {}, found {} ({})", flag.id, expected.state, flag.state, flag.saw));
        } else if (!expected.severity.empty() && flag.severity != expected.severity) {
            failures.push_back(
                fmt::format("{}: expected severity {}, found {}", flag.id, expected.severity, flag.severity));
        }
    }
}

void compare_next_steps(const FrameworkTest& test, const Scorecard& card, Failures& failures) {
    for (std::size_t i = 0; i < test.next_steps.size(); ++i) {
        const std::string found = i < card.next_steps.size() ? card.next_steps[i].practice : "nothing";
        if (found == test.next_steps[i]) continue;
        failures.push_back(fmt::format("next step {}: expected {}, found {}", i + 1, test.next_steps[i], found));
    }
}

}  // namespace

std::vector<std::string> run_test(const FrameworkTest& test, const Framework& framework) {
    const Plan plan = make_plan(framework, test.assessment.profile);
    const Scorecard card =
        appraise(case_of(test.assessment, framework, plan, test.previous ? &*test.previous : nullptr));
    Failures failures;
    if (!test.verdict.empty() && card.verdict.id != test.verdict) {
        failures.push_back(fmt::format("verdict: expected {}, found {}", test.verdict, card.verdict.id));
    }
    if (test.unsafe && card.verdict.unsafe != *test.unsafe) {
        failures.push_back(fmt::format("unsafe answers: expected {}, found {}", *test.unsafe ? "yes" : "no",
                                       card.verdict.unsafe ? "yes" : "no"));
    }
    compare_flags(test, card, failures);
    compare_scores(test, card, failures);
    compare_next_steps(test, card, failures);
    return failures;
}

}  // namespace waymark
