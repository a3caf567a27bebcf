// The truth table of docs/conditions.md, row by row: normal, with rows that cannot be told, without rows, not given.
#include "catch.hpp"
#include "lab.hpp"

using namespace waymark;

namespace {

constexpr Truth kYes = Truth::yes;
constexpr Truth kNo = Truth::no;
constexpr Truth kUnknown = Truth::unknown;

using Reasons = std::set<std::string>;

// Items by origin: "e" existed before, "n" is new, "?" is not known.
void items(Lab& lab, const std::string& origins) {
    for (const char origin : origins) {
        lab.row("portfolio", {{"item", "x"}, {"origin", origin == 'e' ? "existing" : origin == 'n' ? "new" : ""}});
    }
}

void spends(Lab& lab, const std::vector<std::string>& spends) {
    for (const auto& spend : spends) lab.row("portfolio", {{"item", "x"}, {"origin", "existing"}, {"spend", spend}});
}

}  // namespace

TEST_CASE("condition: count: from the rows that fit to those that may", "[condition]") {
    const std::string existing = "count: {of: portfolio, where: {origin: existing}, ";
    SECTION("all rows told") {
        Lab lab;
        items(lab, "een");
        CHECK(lab.truth(existing + "at_least: 2}") == kYes);
        CHECK(lab.truth(existing + "more_than: 2}") == kNo);
        CHECK(lab.truth("count: {of: portfolio, at_least: 3, at_most: 3}") == kYes);
    }
    SECTION("rows that cannot be told") {
        Lab lab;
        items(lab, "e?n");
        CHECK(lab.truth(existing + "at_least: 1}") == kYes);
        CHECK(lab.truth(existing + "at_least: 2}") == kUnknown);
        CHECK(lab.truth(existing + "at_least: 3}") == kNo);
        CHECK(reasons(lab.see(existing + "at_least: 2}"), lab.catalogue) == Reasons{"column portfolio.origin"});
        CHECK(reasons(lab.see(existing + "at_least: 3}"), lab.catalogue).empty());
    }
    SECTION("said: none") {
        Lab lab;
        lab.none("portfolio");
        CHECK(lab.truth(existing + "at_least: 1}") == kNo);
        CHECK(lab.truth(existing + "less_than: 2}") == kYes);
    }
    SECTION("not given") {
        const Lab lab;
        CHECK(lab.truth(existing + "at_least: 1}") == kUnknown);
        CHECK(lab.truth(existing + "less_than: 2}") == kUnknown);
        CHECK(reasons(lab.see(existing + "at_least: 1}"), lab.catalogue) == Reasons{"table portfolio"});
    }
}

TEST_CASE("condition: some and none are a count of one and of zero", "[condition]") {
    const std::string some = "some: {of: portfolio, where: {origin: existing}}";
    const std::string none = "none: {of: portfolio, where: {origin: existing}}";
    const auto both = [&](const std::string& origins) {
        Lab lab;
        items(lab, origins);
        return std::pair(lab.truth(some), lab.truth(none));
    };
    CHECK(both("en") == std::pair(kYes, kNo));
    CHECK(both("nn") == std::pair(kNo, kYes));
    CHECK(both("n?") == std::pair(kUnknown, kUnknown));
    CHECK(both("e?") == std::pair(kYes, kNo));
    Lab said;
    said.none("portfolio");
    CHECK(said.truth(some) == kNo);
    CHECK(said.truth(none) == kYes);
    const Lab lab;
    CHECK(lab.truth(some) == kUnknown);
    CHECK(lab.truth(none) == kUnknown);
    CHECK(reasons(lab.see(none), lab.catalogue) == Reasons{"table portfolio"});
}

TEST_CASE("condition: every is never true for want of rows", "[condition]") {
    const std::string every = "every: {of: portfolio, that: {origin: existing}}";
    const auto of = [&](const std::string& origins) {
        Lab lab;
        items(lab, origins);
        return lab.truth(every);
    };
    CHECK(of("ee") == kYes);
    CHECK(of("en") == kNo);
    CHECK(of("e?") == kUnknown);
    CHECK(of("n?") == kNo);
    Lab said;
    said.none("portfolio");
    CHECK(said.truth(every) == kUnknown);
    CHECK(Lab().truth(every) == kUnknown);
    CHECK(reasons(Lab().see(every), said.catalogue) == Reasons{"table portfolio"});
}

TEST_CASE("condition: every asks only the rows it is about", "[condition]") {
    const std::string every = "every: {of: portfolio, where: {tool: grant}, that: {origin: existing}}";
    const auto of = [&](const std::vector<std::pair<std::string, std::string>>& rows) {
        Lab lab;
        for (const auto& [tool, origin] : rows) lab.row("portfolio", {{"tool", tool}, {"origin", origin}});
        return lab.truth(every);
    };
    CHECK(of({{"grant", "existing"}, {"prize", "new"}}) == kYes);
    CHECK(of({{"grant", "new"}, {"prize", "existing"}}) == kNo);
    CHECK(of({{"grant", "existing"}, {"", "existing"}}) == kYes);  // holds whichever tool it is
    CHECK(of({{"grant", "existing"}, {"", "new"}}) == kUnknown);
    CHECK(of({{"prize", "existing"}}) == kUnknown);  // nothing it is about
    CHECK(of({{"", "existing"}}) == kUnknown);
}

TEST_CASE("condition: share: from the rows that fit to those that may, of all", "[condition]") {
    const std::string share = "share: {of: portfolio, where: {origin: existing}, ";
    SECTION("all rows told") {
        Lab lab;
        items(lab, "eenn");
        CHECK(lab.truth(share + "at_least: 0.5}") == kYes);
        CHECK(lab.truth(share + "more_than: 50%}") == kNo);
    }
    SECTION("rows that cannot be told: 1/4 to 3/4") {
        Lab lab;
        items(lab, "e??n");
        CHECK(lab.truth(share + "at_least: 0.25}") == kYes);
        CHECK(lab.truth(share + "at_least: 0.3}") == kUnknown);
        CHECK(lab.truth(share + "at_least: 0.75}") == kUnknown);
        CHECK(lab.truth(share + "more_than: 0.75}") == kNo);
        CHECK(reasons(lab.see(share + "at_least: 0.5}"), lab.catalogue) == Reasons{"column portfolio.origin"});
    }
    SECTION("said: none") {
        Lab lab;
        lab.none("portfolio");
        CHECK(lab.truth(share + "at_least: 0.5}") == kUnknown);
        CHECK(lab.truth(share + "less_than: 0.5}") == kUnknown);
    }
    SECTION("not given") {
        CHECK(Lab().truth(share + "at_most: 1}") == kUnknown);
    }
}

TEST_CASE("condition: share by weight", "[condition]") {
    const std::string share = "share: {of: portfolio, by: spend, where: {origin: existing}, ";
    Lab lab;
    lab.row("portfolio", {{"origin", "existing"}, {"spend", "3000000"}});
    lab.row("portfolio", {{"origin", "new"}, {"spend", "1000000"}});
    SECTION("3 of 4 million") {
        CHECK(lab.truth(share + "at_least: 0.75, at_most: 0.75}") == kYes);
    }
    SECTION("a blank weight among three: two thirds are known, which is enough") {
        lab.row("portfolio", {{"origin", "new"}});
        CHECK(lab.truth(share + "at_least: 0.75, at_most: 0.75}") == kYes);
    }
    SECTION("two blank weights among four: half are known, which is not") {
        lab.row("portfolio", {{"origin", "new"}});
        lab.row("portfolio", {{"origin", "new"}});
        const auto seen = lab.see(share + "at_least: 0.1}");
        CHECK(seen.truth == kUnknown);
        CHECK(reasons(seen, lab.catalogue) == Reasons{"column portfolio.spend"});
    }
    SECTION("weights of zero have no share") {
        Lab zero;
        zero.row("portfolio", {{"origin", "existing"}, {"spend", "0"}});
        CHECK(zero.truth(share + "at_least: 0.5}") == kUnknown);
    }
}

TEST_CASE("condition: share among rows of which it is not known whether they are meant", "[condition]") {
    // One grant that existed, one grant that did not, and one of unknown tool that existed: it counts as not fitting
    // for the low end, 1/3, and as fitting for the high one, 2/3.
    const std::string share = "share: {of: portfolio, among: {tool: grant}, where: {origin: existing}, ";
    Lab lab;
    lab.row("portfolio", {{"tool", "grant"}, {"origin", "existing"}});
    lab.row("portfolio", {{"tool", "grant"}, {"origin", "new"}});
    lab.row("portfolio", {{"tool", "prize"}, {"origin", "new"}});
    CHECK(lab.truth(share + "at_least: 0.5, at_most: 0.5}") == kYes);
    lab.row("portfolio", {{"origin", "existing"}});
    CHECK(lab.truth(share + "at_least: 1/3}") == kYes);
    CHECK(lab.truth(share + "at_least: 0.34}") == kUnknown);
    CHECK(lab.truth(share + "more_than: 2/3}") == kNo);
    CHECK(reasons(lab.see(share + "at_least: 0.5}"), lab.catalogue) == Reasons{"column portfolio.tool"});
}

TEST_CASE("condition: a row that does not fit never lifts a share", "[condition]") {
    // Of unknown tool and not fitting: 1 of 3 if it is a grant, 1 of 2 if it is not.
    const std::string share = "share: {of: portfolio, among: {tool: grant}, where: {origin: existing}, ";
    Lab lab;
    lab.row("portfolio", {{"tool", "grant"}, {"origin", "existing"}});
    lab.row("portfolio", {{"tool", "grant"}, {"origin", "new"}});
    lab.row("portfolio", {{"origin", "new"}});
    CHECK(lab.truth(share + "at_least: 1/3}") == kYes);
    CHECK(lab.truth(share + "at_least: 0.34}") == kUnknown);
    CHECK(lab.truth(share + "more_than: 0.5}") == kNo);
}

TEST_CASE("condition: share among no rows cannot be told", "[condition]") {
    Lab lab;
    lab.row("portfolio", {{"tool", "prize"}, {"origin", "new"}});
    CHECK(lab.truth("share: {of: portfolio, among: {tool: grant}, where: {origin: new}, at_least: 0.5}") == kUnknown);
}

TEST_CASE("condition: largest_share: a blank group stands alone, or adds to the largest", "[condition]") {
    const std::string largest = "largest_share: {of: portfolio, per: owner, ";
    Lab lab;
    for (const char* owner : {"Ada", "Ada", "Ben", "Cleo"}) lab.row("portfolio", {{"owner", owner}});
    SECTION("all groups known") {
        CHECK(lab.truth(largest + "at_least: 0.5, at_most: 0.5}") == kYes);
        CHECK(lab.truth(largest + "top: 2, at_least: 0.75, at_most: 0.75}") == kYes);
    }
    SECTION("a blank group: 2/5 to 3/5") {
        lab.row("portfolio", {});
        CHECK(lab.truth(largest + "at_least: 0.4}") == kYes);
        CHECK(lab.truth(largest + "at_least: 0.5}") == kUnknown);
        CHECK(lab.truth(largest + "more_than: 0.6}") == kNo);
        CHECK(reasons(lab.see(largest + "at_least: 0.5}"), lab.catalogue) == Reasons{"column portfolio.owner"});
    }
    SECTION("by weight") {
        Lab money;
        money.row("portfolio", {{"tool", "grant"}, {"spend", "90"}});
        money.row("portfolio", {{"tool", "prize"}, {"spend", "10"}});
        CHECK(money.truth("largest_share: {of: portfolio, per: tool, by: spend, at_least: 0.9, at_most: 0.9}") == kYes);
    }
    SECTION("said: none, and not given") {
        Lab said;
        said.none("portfolio");
        CHECK(said.truth(largest + "at_least: 0.1}") == kUnknown);
        CHECK(Lab().truth(largest + "at_least: 0.1}") == kUnknown);
    }
}

TEST_CASE("condition: sum: unknown for a single blank among the rows that count", "[condition]") {
    const std::string sum = "sum: {of: portfolio, column: spend, where: {origin: existing}, ";
    Lab lab;
    spends(lab, {"100", "50"});
    CHECK(lab.truth(sum + "at_least: 150, at_most: 150}") == kYes);
    SECTION("a row that may count: 150 to 180") {
        lab.row("portfolio", {{"spend", "30"}});
        CHECK(lab.truth(sum + "at_least: 150}") == kYes);
        CHECK(lab.truth(sum + "at_least: 160}") == kUnknown);
        CHECK(lab.truth(sum + "at_least: 181}") == kNo);
    }
    SECTION("a blank") {
        spends(lab, {""});
        CHECK(lab.truth(sum + "at_least: 0}") == kUnknown);
        CHECK(reasons(lab.see(sum + "at_least: 0}"), lab.catalogue) == Reasons{"column portfolio.spend"});
    }
    SECTION("a blank in a row that does not count") {
        lab.row("portfolio", {{"origin", "new"}});
        CHECK(lab.truth(sum + "at_least: 150}") == kYes);
    }
    SECTION("said: none is nothing; not given is not known") {
        Lab said;
        said.none("portfolio");
        CHECK(said.truth(sum + "at_most: 0}") == kYes);
        CHECK(Lab().truth(sum + "at_least: 0}") == kUnknown);
    }
}

TEST_CASE("condition: average, median, lowest, highest: over known cells, if two thirds of them are known",
          "[condition]") {
    Lab lab;
    for (const char* days : {"10", "20", "90"}) lab.row("portfolio", {{"origin", "existing"}, {"loop_days", days}});
    const auto exactly = [&](const std::string& measure, const std::string& value) {
        return lab.truth(measure + ": {of: portfolio, column: loop_days, at_least: " + value + ", at_most: " + value +
                         "}");
    };
    CHECK(exactly("average", "40") == kYes);
    CHECK(exactly("median", "20") == kYes);
    CHECK(exactly("lowest", "10") == kYes);
    CHECK(exactly("highest", "90") == kYes);
    SECTION("an even number: the middle of the two in the middle") {
        lab.row("portfolio", {{"loop_days", "40"}});
        CHECK(exactly("median", "30") == kYes);
    }
    SECTION("three of four known is enough, three of five is not") {
        lab.row("portfolio", {{"origin", "existing"}});
        CHECK(exactly("average", "40") == kYes);
        lab.row("portfolio", {{"origin", "existing"}});
        CHECK(exactly("average", "40") == kUnknown);
        CHECK(reasons(lab.see("median: {of: portfolio, column: loop_days, at_least: 1}"), lab.catalogue) ==
              Reasons{"column portfolio.loop_days"});
    }
    SECTION("a row that may count: the average is 40 or 45, the median 20 or 40, the lowest 10, the highest 90") {
        lab.row("portfolio", {{"loop_days", "60"}});
        const std::string where = ": {of: portfolio, column: loop_days, where: {origin: existing}, ";
        CHECK(lab.truth("average" + where + "at_least: 40, at_most: 45}") == kYes);
        CHECK(lab.truth("average" + where + "more_than: 40}") == kUnknown);
        CHECK(lab.truth("median" + where + "at_least: 20, at_most: 40}") == kYes);
        CHECK(lab.truth("median" + where + "at_least: 21}") == kUnknown);
        CHECK(lab.truth("lowest" + where + "at_most: 10}") == kYes);
        CHECK(lab.truth("highest" + where + "at_most: 90}") == kYes);
    }
    SECTION("only rows that may count") {
        CHECK(lab.truth("average: {of: portfolio, column: loop_days, where: {tool: grant}, at_least: 0}") == kUnknown);
    }
    SECTION("said: none, and not given") {
        Lab said;
        said.none("portfolio");
        CHECK(said.truth("average: {of: portfolio, column: loop_days, at_least: 0}") == kUnknown);
        CHECK(Lab().truth("highest: {of: portfolio, column: loop_days, at_least: 0}") == kUnknown);
    }
}

TEST_CASE("condition: distinct: from the known values to one more for every blank", "[condition]") {
    const std::string distinct = "distinct: {of: portfolio, column: tool, ";
    Lab lab;
    for (const char* tool : {"grant", "grant", "prize"}) lab.row("portfolio", {{"tool", tool}});
    CHECK(lab.truth(distinct + "at_least: 2, at_most: 2}") == kYes);
    lab.row("portfolio", {});
    CHECK(lab.truth(distinct + "at_least: 2}") == kYes);
    CHECK(lab.truth(distinct + "at_least: 3}") == kUnknown);
    CHECK(lab.truth(distinct + "at_least: 4}") == kNo);
    CHECK(reasons(lab.see(distinct + "at_least: 3}"), lab.catalogue) == Reasons{"column portfolio.tool"});
    Lab said;
    said.none("portfolio");
    CHECK(said.truth(distinct + "at_most: 0}") == kYes);
    CHECK(Lab().truth(distinct + "at_most: 0}") == kUnknown);
}

TEST_CASE("condition: scores: the point, or why there is none", "[condition]") {
    Lab lab;
    lab.measure("claimed networks", "2.5").measure("evidenced networks", "1").measure("gap networks", "1.5");
    CHECK(lab.truth("claimed: {of: networks, at_least: 2.5}") == kYes);
    CHECK(lab.truth("claimed: {of: networks, at_least: embedded}") == kNo);
    CHECK(lab.truth("evidenced: {of: networks, at_most: emerging}") == kYes);
    CHECK(lab.truth("gap: {of: networks, more_than: 1.5}") == kNo);
    const auto unanswered = lab.see("claimed: {of: peer-support, at_least: 1}");
    CHECK(unanswered.truth == kUnknown);
    CHECK(reasons(unanswered, lab.catalogue) == Reasons{"answers peer-support"});
    CHECK(reasons(lab.see("evidenced: {of: overall, at_least: 1}"), lab.catalogue) == Reasons{"evidence overall"});
    CHECK(reasons(lab.see("mean: {of: networks, by: [partner], at_least: 1}"), lab.catalogue) ==
          Reasons{"role networks by partner"});
    CHECK(reasons(lab.see("claimed: {of: networks, at: previous, at_least: 1}"), lab.catalogue) == Reasons{"previous"});
}

TEST_CASE("condition: a difference needs both of its sides", "[condition]") {
    const std::string difference =
        "difference: {of: {claimed: {of: networks}}, less: {claimed: {of: networks, by: [partner]}}, at_least: 1}";
    Lab lab;
    lab.measure("claimed networks", "3");
    CHECK(lab.truth(difference) == kUnknown);
    CHECK(reasons(lab.see(difference), lab.catalogue) == Reasons{"role networks by partner"});
    lab.measure("claimed networks by partner", "2");
    CHECK(lab.truth(difference) == kYes);
    const std::string counts =
        "difference: {of: {count: {of: portfolio}}, less: {count: {of: portfolio, where: {origin: new}}}, ";
    items(lab, "een?");  // 4 less 1 or 2
    CHECK(lab.truth(counts + "at_least: 2}") == kYes);
    CHECK(lab.truth(counts + "at_least: 3}") == kUnknown);
    CHECK(lab.truth(counts + "more_than: 3}") == kNo);
    CHECK(reasons(lab.see(counts + "at_least: 3}"), lab.catalogue) == Reasons{"column portfolio.origin"});
}

TEST_CASE("condition: bounds on an interval: all of it, none of it, or not known", "[condition]") {
    Lab lab;
    items(lab, "e???n");  // 1 to 4 existed
    const auto count = [&](const std::string& bounds) {
        return lab.truth("count: {of: portfolio, where: {origin: existing}, " + bounds + "}");
    };
    CHECK(count("at_least: 1") == kYes);
    CHECK(count("more_than: 1") == kUnknown);
    CHECK(count("more_than: 4") == kNo);
    CHECK(count("at_most: 4") == kYes);
    CHECK(count("less_than: 4") == kUnknown);
    CHECK(count("less_than: 1") == kNo);
    CHECK(count("at_least: 2, at_most: 3") == kUnknown);
    CHECK(count("at_least: 3, less_than: 3") == kNo);  // nothing satisfies both
}

TEST_CASE("condition: rows that stand for many count as many", "[condition]") {
    Lab lab;
    lab.row("answers", {{"practice", "networks"}, {"role", "frontline"}, {"state", "dont-know"}}, 3);
    lab.row("answers", {{"practice", "networks"}, {"role", "frontline"}, {"state", "level"}, {"level", "2"}}, 7);
    lab.row("answers", {{"practice", "networks"}, {"role", "leader"}, {"state", "level"}, {"level", "4"}}, 2);
    CHECK(lab.truth("share: {of: answers, among: {role: [frontline, partner]}, where: {state: dont-know}, at_least: "
                    "0.3, at_most: 0.3}") == kYes);
    CHECK(lab.truth("count: {of: answers, at_least: 12, at_most: 12}") == kYes);
    CHECK(lab.truth("median: {of: answers, column: level, where: {state: level}, at_least: 2, at_most: 2}") == kYes);
}

TEST_CASE("condition: practices that do not apply are skipped, unless the test reads their state", "[condition]") {
    Lab lab;
    lab.row("practices", {{"id", "networks"}, {"state", "scored"}, {"core", "no"}, {"evidenced", "1"}});
    lab.row("practices", {{"id", "peer-support"}, {"state", "not-applicable"}, {"core", "no"}});
    CHECK(lab.truth("count: {of: practices, at_least: 1, at_most: 1}") == kYes);
    CHECK(lab.truth("every: {of: practices, that: {evidenced: {at_most: 1}}}") == kYes);
    CHECK(lab.truth("share: {of: practices, where: {state: not-applicable}, at_least: 0.5, at_most: 0.5}") == kYes);
    CHECK(lab.truth("some: {of: practices, where: {core: no, state: not-applicable}}") == kYes);
    CHECK(lab.truth("count: {of: practices, where: {any: [{state: not-applicable}, {core: no}]}, at_least: 2}") ==
          kYes);
}

TEST_CASE("condition: a practice out of scope is a reason of its own", "[condition]") {
    Lab lab;
    lab.out_of_scope("shared-ownership");
    const auto seen = lab.see("claimed: {of: shared-ownership, at_least: 1}");
    CHECK(seen.truth == kUnknown);
    CHECK(seen.only_out_of_scope);
    CHECK(lab.see("all: [{claimed: {of: shared-ownership, at_least: 1}}, {some: {of: portfolio}}]").only_out_of_scope ==
          false);
    lab.none("portfolio");
    CHECK(lab.see("any: [{claimed: {of: shared-ownership, at_least: 1}}, {some: {of: portfolio}}]").only_out_of_scope);
    CHECK_FALSE(
        lab.see("any: [{claimed: {of: shared-ownership, at_least: 1}}, {none: {of: portfolio}}]").only_out_of_scope);
}

TEST_CASE("condition: blank figures of a practice are told by what would fill them", "[condition]") {
    Lab lab;
    lab.row("practices", {{"id", "networks"}, {"state", "scored"}, {"claimed", "3"}});
    lab.row("practices", {{"id", "peer-support"}, {"state", "unknown"}});
    const auto seen = lab.see("some: {of: practices, where: {evidenced: {at_least: 1}}}");
    CHECK(reasons(seen, lab.catalogue) == Reasons{"evidence networks", "answers peer-support"});
    CHECK(reasons(lab.see("some: {of: practices, where: {new_evidence: 0}}"), lab.catalogue) == Reasons{"previous"});
}
