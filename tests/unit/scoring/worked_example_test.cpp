// Redoes the worked example of docs/scoring.md, figure by figure.
#include <fstream>
#include <sstream>

#include "assessment/read.hpp"
#include "catch.hpp"
#include "waymark/assessment.hpp"
#include "waymark/scores.hpp"

namespace {

using namespace waymark;

std::string text_of(const std::string& name) {
    const std::ifstream file(std::string(WAYMARK_SOURCE_DIR) + "/tests/examples/worked/" + name);
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

struct Example {
    Framework framework;
    Plan plan;
    Tally tally;
    Scores scores;

    Example() {
        Diagnostics findings;
        auto read = read_framework("framework.yaml", text_of("framework.yaml"), findings);
        for (const Diagnostic& finding : findings) UNSCOPED_INFO(finding.message);
        REQUIRE(read);
        framework = *std::move(read);
        const FileAccess no_files{
            [](const std::string&, const std::string&, std::string&) { return std::optional<std::string>(); }};
        const auto assessment =
            read_assessment("assessment.yaml", text_of("assessment.yaml"), framework, no_files, findings);
        for (const Diagnostic& finding : findings) UNSCOPED_INFO(finding.message);
        REQUIRE(assessment);
        CHECK(findings.empty());
        plan = make_plan(framework, assessment->profile);
        tally = tally_of(*assessment, framework, plan);
        scores = score(plan, tally);
    }
    int node(const std::string& id) const { return *framework.element(id); }
    const NodeScore& of(const std::string& id) const { return scores.nodes[static_cast<std::size_t>(node(id))]; }
    const NodeScore& overall() const { return scores.nodes[0]; }
    std::string band(const NodeScore& node) const {
        const int index = *band_of(plan, node, *node.evidenced.point);
        return plan.rules.bands[static_cast<std::size_t>(index)].id;
    }
};

Rational over(int numerator, int denominator) {
    return Rational::fraction(numerator, denominator);
}

}  // namespace

TEST_CASE("worked example: practices") {
    const Example example;
    CHECK(example.of("clear-aim").claimed.point == Rational(3));
    CHECK(example.of("clear-aim").evidenced.point == Rational(2));
    CHECK(example.of("clear-aim").gap == Rational(1));
    CHECK(example.of("line-of-sight").claimed.point == Rational(1));
    CHECK(example.of("line-of-sight").evidenced.point == Rational(1));
    CHECK(example.tally.caps[1] == 20000);
    CHECK(example.of("shared-meaning").state == NodeState::unknown);
    CHECK(example.of("shared-meaning").claimed.range == Interval{0, 4});
    CHECK(example.of("feedback-loops").claimed.point == Rational(2));
    CHECK(example.of("feedback-loops").evidenced.point == Rational(1));
    CHECK(example.of("broad-tools").state == NodeState::not_applicable);
}

TEST_CASE("worked example: dimensions") {
    const Example example;
    const NodeScore& aim = example.of("aim");
    CHECK(aim.claimed.known == 2);
    CHECK(aim.claimed.in_scope == 3);
    CHECK(aim.claimed.point == over(7, 3));
    CHECK(aim.claimed.range == Interval{over(7, 4), over(11, 4)});
    CHECK(aim.evidenced.point == over(5, 3));
    CHECK(aim.evidenced.range == Interval{over(5, 4), over(9, 4)});
    CHECK(aim.gap == over(2, 3));
    const NodeScore& doing = example.of("doing");
    CHECK(doing.claimed.in_scope == 1);
    CHECK(doing.claimed.point == Rational(2));
    CHECK(doing.claimed.range == Interval{2, 2});
    CHECK(doing.evidenced.point == Rational(1));
    CHECK(doing.evidenced.range == Interval{1, 1});
    CHECK(doing.gap == Rational(1));
}

TEST_CASE("worked example: the whole, its bands and the core gate") {
    const Example example;
    const NodeScore& overall = example.overall();
    CHECK(overall.claimed.known == 3);
    CHECK(overall.claimed.in_scope == 4);
    CHECK(overall.claimed.point == over(13, 6));
    CHECK(overall.claimed.range == Interval{over(15, 8), over(19, 8)});
    CHECK(overall.evidenced.point == over(4, 3));
    CHECK(overall.evidenced.range == Interval{over(9, 8), over(13, 8)});
    CHECK(overall.gap == over(5, 6));
    CHECK(example.band(example.of("aim")) == "developing");
    CHECK(example.band(example.of("doing")) == "emerging");
    CHECK(example.band(overall) == "emerging");
    const CoreHold hold = core_hold(example.plan, example.scores, true);
    CHECK(hold.closed);
    CHECK(hold.low == std::vector<int>{example.node("feedback-loops")});
    CHECK(hold.unknown.empty());
    CHECK(example.plan.rules.bands[static_cast<std::size_t>(example.plan.rules.core->caps_band_at)].id == "developing");
}

TEST_CASE("worked example: spread, agreement and roles") {
    const Example example;
    const NodeScore& aim = example.of("clear-aim");
    CHECK(aim.spread->lowest == Rational(2));
    CHECK(aim.spread->highest == Rational(3));
    CHECK(aim.spread->agreement == over(8, 9));
    const NodeScore& sight = example.of("line-of-sight");
    CHECK(sight.spread->lowest == Rational(0));
    CHECK(sight.spread->highest == Rational(2));
    CHECK_FALSE(sight.spread->agreement);
    const NodeScore& loops = example.of("feedback-loops");
    CHECK(loops.spread->lowest == Rational(1));
    CHECK(loops.spread->highest == Rational(4));
    CHECK(loops.spread->agreement == over(2, 9));
    CHECK(loops.roles[0].mean == Rational(4));
    CHECK(loops.roles[1].mean == over(3, 2));
}
