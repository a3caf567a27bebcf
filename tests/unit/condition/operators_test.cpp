// Kleene's tables, and every operator on cells.
#include "catch.hpp"
#include "lab.hpp"

using namespace waymark;

namespace {

constexpr Truth kYes = Truth::yes;
constexpr Truth kNo = Truth::no;
constexpr Truth kUnknown = Truth::unknown;

const char* field_for(Truth truth) {
    return truth == kYes ? "new_money" : truth == kNo ? "about_inequality" : "ambition_tested";
}

// One true, one false and one unknown fact to combine.
void record_facts(Lab& lab) {
    lab.row("mission", {{"new_money", "yes"}, {"about_inequality", "no"}});
}

std::string fact(Truth truth) {
    return std::string("{record: {of: mission, where: {") + field_for(truth) + ": yes}}}";
}

Truth test_item(const CellsByColumn& cells, const std::string& where) {
    Lab lab;
    lab.row("portfolio", cells);
    return lab.truth("some: {of: portfolio, where: {" + where + "}}");
}

}  // namespace

TEST_CASE("condition: all, any and not follow Kleene's tables", "[condition]") {
    Lab lab;
    record_facts(lab);
    for (const Truth a : {kNo, kUnknown, kYes}) {
        CHECK(lab.truth("not: " + fact(a)) == opposite(a));
        CHECK(lab.truth(std::string("record: {of: mission, where: {not: {") + field_for(a) + ": yes}}}") ==
              opposite(a));
        for (const Truth b : {kNo, kUnknown, kYes}) {
            const bool some_no = a == kNo || b == kNo;
            const bool some_yes = a == kYes || b == kYes;
            const bool both_yes = a == kYes && b == kYes;
            const bool both_no = a == kNo && b == kNo;
            const Truth conjunction = some_no ? kNo : both_yes ? kYes : kUnknown;
            const Truth disjunction = some_yes ? kYes : both_no ? kNo : kUnknown;
            const std::string parts = ": [" + fact(a) + ", " + fact(b) + "]";
            CHECK(lab.truth("all" + parts) == conjunction);
            CHECK(lab.truth("any" + parts) == disjunction);
            const std::string cells = std::string(": [{") + field_for(a) + ": yes}, {" + field_for(b) + ": yes}]}}";
            CHECK(lab.truth("record: {of: mission, where: {all" + cells) == conjunction);
            CHECK(lab.truth("record: {of: mission, where: {any" + cells) == disjunction);
        }
    }
}

TEST_CASE("condition: a blank cell makes its test unknown, but for 'empty'", "[condition]") {
    const CellsByColumn blank = {{"item", "A"}};
    for (const char* where :
         {"origin: existing", "origin: [existing, new]", "origin: {is_not: new}", "spend: 1", "spend: {at_least: 1}",
          "changed: {has_any: [goal]}", "changed: {has_only: [goal]}", "ends: {before: assessed}", "owner: Ada"}) {
        INFO(where);
        CHECK(test_item(blank, where) == kUnknown);
    }
    CHECK(test_item(blank, "origin: {empty: yes}") == kYes);
    CHECK(test_item(blank, "origin: {empty: no}") == kNo);
    CHECK(test_item({{"origin", "new"}}, "origin: {empty: yes}") == kNo);
    CHECK(test_item({{"origin", "new"}}, "origin: {empty: no}") == kYes);
}

TEST_CASE("condition: equal, one of, is not", "[condition]") {
    const CellsByColumn item = {{"item", "Solar"},      {"origin", "new"},      {"spend", "12.50"},
                                {"organisations", "2"}, {"ends", "2027-01-31"}, {"cycle", "12 months"},
                                {"staff_share", "0.4"}, {"owner", "Ada"}};
    CHECK(test_item(item, "item: Solar") == kYes);
    CHECK(test_item(item, "item: [Heat, Solar]") == kYes);
    CHECK(test_item(item, "origin: existing") == kNo);
    CHECK(test_item(item, "origin: {is_not: existing}") == kYes);
    CHECK(test_item(item, "spend: 12.5") == kYes);
    CHECK(test_item(item, "organisations: [1, 3]") == kNo);
    CHECK(test_item(item, "ends: 2027-01-31") == kYes);
    CHECK(test_item(item, "cycle: 1 year") == kYes);
    CHECK(test_item(item, "staff_share: 40%") == kYes);
    CHECK(test_item(item, "owner: {is_not: Ben}") == kYes);  // private columns may be tested
}

TEST_CASE("condition: bounds on cells", "[condition]") {
    const CellsByColumn item = {{"organisations", "2"}, {"cycle", "90 days"}, {"staff_share", "0.4"}};
    CHECK(test_item(item, "organisations: {at_least: 2}") == kYes);
    CHECK(test_item(item, "organisations: {more_than: 2}") == kNo);
    CHECK(test_item(item, "organisations: {at_most: 2}") == kYes);
    CHECK(test_item(item, "organisations: {less_than: 2}") == kNo);
    CHECK(test_item(item, "organisations: {at_least: 1, less_than: 3}") == kYes);
    CHECK(test_item(item, "staff_share: {at_least: 0.4}") == kYes);
    CHECK(test_item(item, "cycle: {less_than: 3 months}") == kYes);  // 91.3125 days
    CHECK(test_item(item, "cycle: {less_than: 90 days}") == kNo);
}

TEST_CASE("condition: sets have any of, or only", "[condition]") {
    CHECK(test_item({{"changed", "goal money"}}, "changed: {has_any: [money, nothing]}") == kYes);
    CHECK(test_item({{"changed", "goal"}}, "changed: {has_any: [money, nothing]}") == kNo);
    CHECK(test_item({{"changed", "nothing"}}, "changed: {has_only: [nothing]}") == kYes);
    CHECK(test_item({{"changed", "nothing goal"}}, "changed: {has_only: [nothing]}") == kNo);
    CHECK(test_item({{"changed", "goal"}}, "changed: {has_only: [goal, money]}") == kYes);
    Lab lab;  // a practice without tags has an empty set, which is not a blank
    lab.row("practices", {{"id", "networks"}, {"state", "scored"}, {"tags", " "}});
    CHECK(lab.truth("some: {of: practices, where: {tags: {has_any: [money]}}}") == kNo);
    CHECK(lab.truth("some: {of: practices, where: {tags: {has_only: [money]}}}") == kNo);
}

TEST_CASE("condition: dates, also relative to the assessment, the previous one and a record", "[condition]") {
    // Assessed 2026-11-20.
    const auto ends = [](const std::string& date, const std::string& test) {
        return test_item({{"ends", date}}, "ends: {" + test + "}");
    };
    CHECK(ends("2026-11-19", "before: assessed") == kYes);
    CHECK(ends("2026-11-20", "before: assessed") == kNo);
    CHECK(ends("2026-11-20", "not_before: assessed") == kYes);
    CHECK(ends("2026-11-20", "after: assessed") == kNo);
    CHECK(ends("2026-11-20", "not_after: assessed") == kYes);
    CHECK(ends("2025-11-20", "not_before: assessed - 12 months") == kYes);
    CHECK(ends("2025-11-19", "not_before: assessed - 12 months") == kNo);
    CHECK(ends("2029-11-21", "after: assessed + 3 years") == kYes);
    CHECK(ends("2026-12-01", "not_after: assessed + 11 days") == kYes);
    CHECK(ends("2026-12-01", "before: 2026-12-02") == kYes);

    Lab lab;
    lab.row("portfolio", {{"ends", "2030-01-01"}});
    const std::string before_due = "some: {of: portfolio, where: {ends: {before: {record: mission.due}}}}";
    CHECK(reasons(lab.see(before_due), lab.catalogue) == std::set<std::string>{"record_field mission.due"});
    lab.row("mission", {{"due", "2035-12-31"}});
    CHECK(lab.truth(before_due) == kYes);
    const std::string since = "some: {of: portfolio, where: {ends: {after: previous}}}";
    CHECK(reasons(lab.see(since), lab.catalogue) == std::set<std::string>{"previous"});
    lab.previous = Date{2025, 11, 1};
    CHECK(lab.truth(since) == kYes);
    CHECK(lab.truth("some: {of: portfolio, where: {ends: {before: previous + 1 year}}}") == kNo);
}

TEST_CASE("condition: one column against another", "[condition]") {
    Lab lab;
    lab.row("participation", {{"promised", "involve"}, {"kept", "consult"}});
    CHECK(lab.truth("some: {of: participation, where: {promised: {more_than: {column: kept}}}}") == kYes);
    CHECK(lab.truth("some: {of: participation, where: {kept: {column: promised}}}") == kNo);
    CHECK(lab.truth("some: {of: participation, where: {promised: {at_least: involve, at_most: 2}}}") == kYes);
    lab.row("participation", {{"promised", "involve"}});
    CHECK(reasons(lab.see("every: {of: participation, that: {promised: {more_than: {column: kept}}}}"),
                  lab.catalogue) == std::set<std::string>{"column participation.kept"});
}

TEST_CASE("condition: limits are named, and can be overridden without reading anew", "[condition]") {
    Lab lab;
    lab.limit("half", "0.5").limit("large", "100").limit("high", "3");
    lab.row("portfolio", {{"origin", "existing"}, {"spend", "100"}});
    lab.row("portfolio", {{"origin", "new"}, {"spend", "20"}});
    const Condition share = lab.read("share: {of: portfolio, where: {origin: existing}, at_least: half}");
    const Condition cells = lab.read("count: {of: portfolio, where: {spend: {at_least: large}}, at_least: 1}");
    CHECK(observe(share, lab.world(), lab.limits).truth == kYes);
    CHECK(observe(cells, lab.world(), lab.limits).truth == kYes);
    const std::vector<Limit> stricter = {{"half", Rational::fraction(6, 10), {}}, {"large", 101, {}}};
    CHECK(observe(share, lab.world(), stricter).truth == kNo);
    CHECK(observe(cells, lab.world(), stricter).truth == kNo);
}

TEST_CASE("condition: records: what is not recorded cannot be told", "[condition]") {
    Lab lab;
    const std::string old_without_money =
        "record: {of: mission, where: {started: {before: assessed - 12 months}, new_money: no}}";
    CHECK(reasons(lab.see(old_without_money), lab.catalogue) ==
          std::set<std::string>{"record_field mission.started", "record_field mission.new_money"});
    lab.row("mission", {{"started", "2024-09-01"}});
    CHECK(reasons(lab.see(old_without_money), lab.catalogue) ==
          std::set<std::string>{"record_field mission.new_money"});
    Lab money;
    money.row("mission", {{"new_money", "yes"}});
    CHECK(money.truth(old_without_money) == kNo);
}

TEST_CASE("condition: raised asks another flag", "[condition]") {
    Lab lab;
    lab.raised("no-baseline", kYes).raised("one-voice", kUnknown);
    CHECK(lab.truth("raised: no-baseline") == kYes);
    CHECK(lab.truth("raised: one-voice") == kUnknown);
    CHECK(lab.truth("not: {raised: no-baseline}") == kNo);
    lab.row("flags", {{"id", "no-baseline"}, {"kind", "washing"}, {"severity", "high"}, {"state", "raised"}});
    CHECK(lab.truth(
              "count: {of: flags, where: {kind: washing, state: raised, severity: {at_least: medium}}, at_least: 1}") ==
          kYes);
}

TEST_CASE("condition: a measure in a test of practices means the row's own node", "[condition]") {
    Lab lab;
    for (const char* id : {"networks", "peer-support"})
        lab.row("practices", {{"id", id}, {"state", "scored"}, {"claimed", "3"}});
    lab.measure("mean networks by leader", "3.5").measure("mean networks by frontline", "2.2");
    lab.measure("mean peer-support by leader", "3").measure("mean peer-support by frontline", "2.5");
    const std::string gap = "{difference: {of: {mean: {by: [leader]}}, less: {mean: {by: [frontline]}}, at_least: 1}}";
    CHECK(lab.truth("count: {of: practices, where: " + gap + ", at_least: 1, at_most: 1}") == kYes);
    CHECK(lab.truth("some: {of: practices, where: {claimed: {at_least: embedded}}}") == kYes);  // the column
    CHECK(reasons(lab.see("some: {of: practices, where: {claimed: {by: [partner], at_least: 1}}}"), lab.catalogue) ==
          std::set<std::string>{"role networks by partner", "role peer-support by partner"});
}
