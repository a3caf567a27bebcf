// Running one test: the real appraisal, compared with what was expected.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "text/english.hpp"
#include "verify/test_file.hpp"

namespace waymark {

namespace {

using Mismatches = std::vector<Mismatch>;

std::string shown(const std::optional<Rational>& value) {
    return value ? value->to_short(4) : "no figure";
}

struct Side {
    const char* name;
    const std::optional<Rational>& expected;
    bool none;  // no figure is expected
    const std::optional<Rational>& found;
};

void compare_side(const Side& side, const std::string& node, const ExpectedScore& expected, Mismatches& mismatches) {
    if (!side.expected && !side.none) return;
    const Rational& tolerance = expected.tolerance;
    const bool near = side.expected && side.found && *side.found - *side.expected <= tolerance &&
                      *side.expected - *side.found <= tolerance;
    if (near || (side.none && !side.found)) return;
    std::string wanted = shown(side.none ? std::nullopt : side.expected);
    if (side.expected && tolerance > Rational(0)) wanted += fmt::format(" ± {}", tolerance.to_short(4));
    mismatches.push_back(
        {fmt::format("{} {}", node, side.name), std::move(wanted), shown(side.found), "", expected.span});
}

void compare_scores(const FrameworkTest& test, const Scorecard& card, Mismatches& mismatches) {
    for (const ExpectedScore& expected : test.scores) {
        const CardNode& node = card.nodes[static_cast<std::size_t>(expected.element)];
        compare_side({"claimed", expected.claimed, expected.no_claimed, node.claimed.point}, node.id, expected,
                     mismatches);
        compare_side({"evidenced", expected.evidenced, expected.no_evidenced, node.evidenced.point}, node.id, expected,
                     mismatches);
        if (!expected.band.empty() && expected.band != node.band) {
            mismatches.push_back(
                {node.id + " band", expected.band, node.band.empty() ? "none" : node.band, "", expected.span});
        }
    }
}

std::string with_severity(const std::string& state, const std::string& severity) {
    if (severity.empty()) return state;
    return severity == "none" ? state + ", without a severity" : fmt::format("{}, {}", state, severity);
}

std::string why(const CardFlag& flag) {
    if (flag.would_tell.empty()) return flag.saw;
    return fmt::format("{}{}it needs {}", flag.saw, flag.saw.empty() ? "" : "; ", join(flag.would_tell, "and"));
}

void compare_flags(const FrameworkTest& test, const Scorecard& card, Mismatches& mismatches) {
    for (const ExpectedFlag& expected : test.flags) {
        const CardFlag& flag = card.flags[static_cast<std::size_t>(expected.flag)];
        const bool weighed = !expected.severity.empty();
        const std::string severity = flag.severity.empty() ? "none" : flag.severity;
        if (flag.state == expected.state && (!weighed || severity == expected.severity)) continue;
        mismatches.push_back({"flag " + flag.id, with_severity(expected.state, expected.severity),
                              with_severity(flag.state, weighed ? severity : ""), why(flag), expected.span});
    }
}

void compare_verdict(const FrameworkTest& test, const Scorecard& card, Mismatches& mismatches) {
    if (!test.verdict.empty() && card.verdict.id != test.verdict) {
        std::vector<std::string> raised;
        for (const CardFlag& flag : card.flags) {
            if (flag.kind == "washing" && flag.state == "raised") {
                raised.push_back(fmt::format("{} ({})", flag.id, flag.severity));
            }
        }
        const std::string seen = raised.empty() ? "no warning sign is raised" : "raised: " + join(raised, "and");
        mismatches.push_back({"verdict", test.verdict, card.verdict.id, seen, test.expect_span});
    }
    if (test.unsafe && card.verdict.unsafe != *test.unsafe) {
        mismatches.push_back(
            {"unsafe answers", *test.unsafe ? "yes" : "no", card.verdict.unsafe ? "yes" : "no", "", test.expect_span});
    }
}

void compare_next_steps(const FrameworkTest& test, const Scorecard& card, Mismatches& mismatches) {
    for (std::size_t i = 0; i < test.next_steps.size(); ++i) {
        const bool there = i < card.next_steps.size();
        const std::string found = there ? card.next_steps[i].practice : "nothing";
        if (found == test.next_steps[i]) continue;
        mismatches.push_back({fmt::format("next step {}", i + 1), test.next_steps[i], found,
                              there ? card.next_steps[i].because : "", test.expect_span});
    }
}

void compare_diagnostics(const FrameworkTest& test, Mismatches& mismatches) {
    if (!test.diagnostics) return;
    std::set<std::string> expected(test.diagnostics->begin(), test.diagnostics->end());
    for (const Diagnostic& one : test.found) {
        if (std::find(test.diagnostics->begin(), test.diagnostics->end(), one.code) != test.diagnostics->end()) {
            expected.erase(one.code);
            continue;
        }
        mismatches.push_back({"finding", "no finding " + one.code, one.code, one.message, one.span});
    }
    for (const std::string& code : expected) {
        mismatches.push_back({"finding", code, "no such finding", "", test.expect_span});
    }
}

bool expects_an_appraisal(const FrameworkTest& test) {
    return !test.verdict.empty() || test.unsafe || !test.flags.empty() || !test.scores.empty() ||
           !test.next_steps.empty();
}

}  // namespace

std::vector<Mismatch> run_test(const FrameworkTest& test, const Framework& framework,
                               const std::vector<LimitOverride>& limits) {
    Mismatches mismatches;
    compare_diagnostics(test, mismatches);
    if (!expects_an_appraisal(test)) return mismatches;
    if (!test.readable) {
        mismatches.push_back({"assessment", "one that can be scored", "errors in what was answered",
                              "with findings that are errors, only 'diagnostics' can be expected", test.expect_span});
        return mismatches;
    }
    const Plan plan = make_plan(framework, test.assessment.profile);
    Case input = case_of(test.assessment, framework, plan, test.previous ? &*test.previous : nullptr);
    input.limits = limits;
    const Scorecard card = appraise(input);
    compare_verdict(test, card, mismatches);
    compare_flags(test, card, mismatches);
    compare_scores(test, card, mismatches);
    compare_next_steps(test, card, mismatches);
    return mismatches;
}

std::string in_words(const Mismatch& mismatch) {
    std::string text = fmt::format("{}: expected {}, found {}", mismatch.what, mismatch.expected, mismatch.found);
    if (!mismatch.because.empty()) text += fmt::format(" ({})", mismatch.because);
    return text;
}

}  // namespace waymark
