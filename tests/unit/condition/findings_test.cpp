// Every mistake is a finding with its place and what to do; all of them come out of one run.
#include <fmt/format.h>

#include "catch.hpp"
#include "lab.hpp"

using namespace waymark;

namespace {

using Places = std::vector<std::string>;

Places places(const Diagnostics& findings) {
    Places result;
    for (const auto& each : findings)
        result.push_back(fmt::format("{} {}:{}", each.code, each.span.line, each.span.column));
    return result;
}

Places of(const std::string& yaml) {
    return places(Lab().findings(yaml));
}

Diagnostic only(const std::string& yaml) {
    const auto findings = Lab().findings(yaml);
    REQUIRE(findings.size() == 1);
    return findings.front();
}

std::string where(const std::string& test) {
    return "some: {of: portfolio, where: {" + test + "}}";
}  // test at column 32

}  // namespace

TEST_CASE("condition: what is no condition", "[condition]") {
    CHECK(of("true") == Places{"C001 1:1"});
    CHECK(of("[{some: {of: portfolio}}]") == Places{"C001 1:1"});
    CHECK(of("all: []") == Places{"C001 1:1"});
    CHECK(of("any: {some: {of: portfolio}}") == Places{"C001 1:1"});
    CHECK(of("some: {of: portfolio}\nnone: {of: partners}") == Places{"C001 2:1"});
    const auto slip = only("cuont: {of: portfolio, at_least: 1}");
    CHECK(slip.code == "C001");
    CHECK(slip.help == "did you mean 'count'?");
    CHECK(of(where("any: {origin: new}")) == Places{"C001 1:31"});
    CHECK(of("some: {of: portfolio, where: origin}") == Places{"C001 1:30"});
    CHECK(of(where("origin: {}")) == Places{"C001 1:39"});
    CHECK(of(where("spend: {atleast: 1}")) == Places{"C001 1:39"});
    CHECK(of("difference: {of: {networks: 1}, less: {claimed: {of: networks}}, at_least: 1}") == Places{"C001 1:18"});
}

TEST_CASE("condition: names that nothing has", "[condition]") {
    const auto table = only("some: {of: portfolo}");
    CHECK(table.code == "C002");
    CHECK(table.span.column == 12);
    CHECK(table.message == "no table is called 'portfolo'");
    CHECK(table.help == "did you mean 'portfolio'?");
    CHECK(of("record: {of: misson, where: {due: assessed}}") == Places{"C002 1:14"});
    CHECK(of(where("orgin: new")) == Places{"C002 1:31"});
    CHECK(of("record: {of: mission, where: {begun: assessed}}") == Places{"C002 1:31"});
    CHECK(of("sum: {of: portfolio, column: spent, at_least: 1}") == Places{"C002 1:30"});
    const auto node = only("claimed: {of: shared-ownershp, at_least: 1}");
    CHECK(node.message == "no practice or dimension is called 'shared-ownershp'");
    CHECK(node.help == "did you mean 'shared-ownership'?");
    CHECK(of("claimed: {of: networks, by: [leader, boss], at_least: 1}") == Places{"C002 1:38"});
    CHECK(of(where("origin: old")) == Places{"C002 1:39"});
    CHECK(of(where("changed: {has_any: [goal, tasks]}")) == Places{"C002 1:57"});
    CHECK(of("some: {of: practices, where: {id: [networks, network]}}") == Places{"C002 1:46"});
    CHECK(of("claimed: {of: networks, at_least: embeded}") == Places{"C002 1:35"});
    CHECK(of(where("ends: {before: {column: end}}")) == Places{"C002 1:55"});
    CHECK(of(where("ends: {before: {record: mission.end}}")) == Places{"C002 1:55"});
    Lab severity;
    severity.in_severity = true;
    CHECK(places(severity.findings("raised: no-base-line")) == Places{"C002 1:9"});
}

TEST_CASE("condition: a record is not a table, nor a table a record", "[condition]") {
    const auto record = only("some: {of: mission, where: {new_money: yes}}");
    CHECK(record.code == "C003");
    CHECK(record.help == "test it with 'record: {of: mission, where: …}'");
    CHECK(of("record: {of: portfolio, where: {origin: new}}") == Places{"C003 1:14"});
    CHECK(of("count: {of: organisation, at_least: 1}") == Places{"C003 1:13"});
    CHECK(of(where("ends: {before: {record: partners.stake}}")) == Places{"C003 1:55"});
}

TEST_CASE("condition: parts that are missing", "[condition]") {
    CHECK(of("claimed: {at_least: 1}") == Places{"C004 1:1"});
    CHECK(of("mean: {of: networks, at_least: 1}") == Places{"C004 1:1"});
    CHECK(of("some: {of: portfolio, where: {mean: {by: [leader], at_least: 1}}}") == Places{"C002 1:31"});
    CHECK_FALSE(of("some: {where: {origin: new}}").empty());
    CHECK_FALSE(of("every: {of: portfolio}").empty());
    CHECK_FALSE(of("share: {of: portfolio, at_least: 0.5}").empty());
    CHECK_FALSE(of("largest_share: {of: portfolio, at_least: 0.5}").empty());
    CHECK_FALSE(of("sum: {of: portfolio, at_least: 1}").empty());
    CHECK_FALSE(of("record: {of: mission}").empty());
    CHECK_FALSE(of("difference: {of: {claimed: {of: networks}}, at_least: 1}").empty());
    CHECK_FALSE(of("gap: {of: networks, by: [leader], at_least: 1}").empty());
}

TEST_CASE("condition: bounds: needed by measures, refused elsewhere", "[condition]") {
    CHECK(of("claimed: {of: networks}") == Places{"C005 1:1"});
    CHECK(of("count: {of: portfolio}") == Places{"C005 1:1"});
    CHECK(of("some: {of: portfolio, at_least: 1}") == Places{"C005 1:23"});
    CHECK(of("none: {of: portfolio, less_than: 1}") == Places{"C005 1:23"});
    CHECK(of("every: {of: portfolio, that: {origin: new}, at_least: 2}") == Places{"C005 1:45"});
    CHECK(of("difference: {of: {claimed: {of: networks, at_least: 1}}, less: {claimed: {of: peer-support}}, at_least: "
             "1}") == Places{"C005 1:19"});
    CHECK(of("difference: {of: {claimed: {of: networks}}, less: {claimed: {of: peer-support}}}") == Places{"C005 1:1"});
}

TEST_CASE("condition: operators that do not fit a column", "[condition]") {
    const auto set = only(where("changed: {at_least: 1}"));
    CHECK(set.code == "C006");
    CHECK(set.message == "'at_least' does not fit 'changed', which holds a set of words");
    CHECK(set.help == "use 'has_any: […]' or 'has_only: […]'");
    CHECK(of(where("changed: nothing")) == Places{"C006 1:40"});
    CHECK(of(where("changed: [nothing, goal]")) == Places{"C006 1:40"});
    CHECK(of(where("origin: {at_least: new}")) == Places{"C006 1:40"});
    CHECK(of(where("origin: {has_any: [new]}")) == Places{"C006 1:40"});
    CHECK(of(where("ends: {at_least: 2026-01-01}")) == Places{"C006 1:38"});
    CHECK(of(where("spend: {before: 2026-01-01}")) == Places{"C006 1:39"});
    CHECK(of("sum: {of: portfolio, column: origin, at_least: 1}") == Places{"C006 1:30"});
    CHECK(of("average: {of: portfolio, column: ends, at_least: 1}") == Places{"C006 1:34"});
    CHECK(of("share: {of: portfolio, by: item, where: {origin: new}, at_least: 0.5}") == Places{"C006 1:28"});
}

TEST_CASE("condition: values that do not fit", "[condition]") {
    CHECK(of(where("origin: 3")) == Places{"C007 1:39"});
    CHECK(of(where("spend: a lot")) == Places{"C007 1:38"});
    CHECK(of(where("ends: {before: yesterday}")) == Places{"C007 1:46"});
    CHECK(of(where("ends: {before: assessed - a while}")) == Places{"C007 1:46"});
    CHECK(of(where("ends: {before: 2026-02-30}")) == Places{"C007 1:46"});
    CHECK(of(where("cycle: {more_than: 3}")) == Places{"C007 1:50"});
    CHECK(of("some: {of: participation, where: {major: maybe}}") == Places{"C007 1:42"});
    CHECK(of(where("changed: {has_any: goal}")) == Places{"C007 1:50"});
    CHECK(of(where("origin: {is_not: [new]}")) == Places{"C007 1:48"});
    CHECK(of(where("ends: {after: {column: spend}}")) == Places{"C007 1:54"});
    CHECK(of(where("spend: {more_than: {column: organisations}}")) == Places{"C007 1:59"});
    CHECK(of("some: {of: participation, where: {major: {column: kept}}}") == Places{"C007 1:51"});
    CHECK(of(where("ends: {before: {record: due}}")) == Places{"C007 1:55"});
    CHECK(of("claimed: {of: networks, at: before, at_least: 1}") == Places{"C007 1:29"});
    CHECK(of("claimed: {of: networks, by: [], at_least: 1}") == Places{"C007 1:29"});
    CHECK(of("mean: {of: convening, by: [leader], at_least: 1}") == Places{"C007 1:1"});
    CHECK(of("claimed: {of: networks, at_least: [1]}") == Places{"C007 1:35"});
}

TEST_CASE("condition: bounds that a measure cannot reach", "[condition]") {
    const auto share = only("share: {of: portfolio, where: {origin: new}, at_least: 1.5}");
    CHECK(share.code == "C008");
    CHECK(share.span.column == 56);
    CHECK(share.message == "the bound 1.5 cannot be met: a share lies between 0 and 1");
    CHECK(of("claimed: {of: networks, at_least: 5}") == Places{"C008 1:35"});
    CHECK(of("gap: {of: networks, at_least: -1}") == Places{"C008 1:31"});
    CHECK(of("count: {of: portfolio, at_least: -1}") == Places{"C008 1:34"});
    CHECK(of("count: {of: portfolio, at_least: 1.5}") == Places{"C008 1:34"});
    CHECK(of("difference: {of: {claimed: {of: networks}}, less: {claimed: {of: peer-support}}, at_least: 4.5}") ==
          Places{"C008 1:92"});
    CHECK(of(where("staff_share: {more_than: 40}")) == Places{"C008 1:56"});
    CHECK(of("some: {of: practices, where: {claimed: {at_least: 9}}}") == Places{"C008 1:51"});
    Lab lab;
    lab.limit("too-much", "1.2");
    const auto limit = lab.findings("share: {of: portfolio, where: {origin: new}, at_least: too-much}");
    REQUIRE(limit.size() == 1);
    CHECK(limit.front().message == "the limit 'too-much' is 1.2 and cannot be met: a share lies between 0 and 1");
}

TEST_CASE("condition: what only severities and the verdict may read", "[condition]") {
    CHECK(of("raised: no-baseline") == Places{"C009 1:1"});
    CHECK(of("some: {of: flags, where: {state: raised}}") == Places{"C009 1:12"});
    CHECK(of("record: {of: assessment, where: {unsafe: yes}}") == Places{"C009 1:34"});
    Lab severity;
    severity.in_severity = true;
    CHECK(severity.findings("raised: no-baseline").empty());
    CHECK(severity.findings("some: {of: flags, where: {state: raised}}").empty());
    CHECK(severity.findings("record: {of: assessment, where: {unsafe: yes}}").empty());
}

TEST_CASE("condition: all findings come out of one run", "[condition]") {
    CHECK(of("all:\n"
             "  - some: {of: portfolo}\n"
             "  - count: {of: portfolio, where: {orgin: new, spend: x}}\n"
             "  - claimed: {of: networks, by: [boss], at_least: 9}\n") ==
          Places{"C002 2:16", "C002 3:36", "C007 3:55", "C005 3:5", "C002 4:34", "C008 4:51"});
}

TEST_CASE("condition: what a condition reads, as the checks and templates need it", "[condition]") {
    Lab lab;
    const auto& catalogue = lab.catalogue;
    const auto reads = [&](const std::string& yaml) { return reads_of(lab.read(yaml), catalogue); };
    const auto column = [&](const std::string& table, const std::string& name) {
        const int index = catalogue.table(table).value();
        return std::pair(index,
                         name.empty() ? -1 : catalogue.tables[static_cast<std::size_t>(index)].column(name).value());
    };
    const auto share =
        reads("share: {of: portfolio, by: spend, where: {ends: {before: {record: mission.due}}}, at_least: 0.5}");
    CHECK(share.columns == std::set{column("portfolio", ""), column("portfolio", "spend"), column("portfolio", "ends"),
                                    column("mission", "due")});
    CHECK_FALSE(share.practices_by_level);
    const auto gap = reads("gap: {of: overall, at_least: 1}");
    CHECK(gap.claimed == std::set{0});
    CHECK(gap.evidenced == std::set{0});
    const auto roles = reads("claimed: {of: networks, by: {not: [partner]}, at_least: 1}");
    CHECK(roles.roles == std::set{0, 1});
    CHECK(roles.claimed == std::set{catalogue.node("networks").value()});
    const auto named =
        reads("count: {of: practices, where: {id: [networks, peer-support], evidenced: {at_most: 1}}, at_least: 2}");
    CHECK(named.practices_by_level);
    CHECK(named.evidenced == std::set{catalogue.node("networks").value(), catalogue.node("peer-support").value()});
    CHECK(named.claimed.empty());
    CHECK(reads("some: {of: dimensions, where: {new_evidence: 0}}").previous);
    lab.in_severity = true;
    CHECK(reads("any: [{raised: one-voice}]").flags == std::set{1});
}

TEST_CASE("condition: what is missing, in words", "[condition]") {
    const Lab lab;
    const int portfolio = lab.catalogue.table("portfolio").value();
    const int mission = lab.catalogue.table("mission").value();
    const int networks = lab.catalogue.node("networks").value();
    const auto text = [&](const Missing& missing) { return missing_to_text(missing, lab.catalogue); };
    using Kind = Missing::Kind;
    CHECK(text({Kind::table, portfolio, -1, -1, -1}) == "the portfolio");
    CHECK(text({Kind::column, portfolio, 1, -1, -1}) == "the column ‘tagged spend’ of the portfolio");
    CHECK(text({Kind::record_field, mission, 2, -1, -1}) == "the field ‘new money’ of the mission");
    CHECK(text({Kind::answers, -1, -1, networks, -1}) == "answers to Networks");
    CHECK(text({Kind::evidence, -1, -1, networks, -1}) == "evidence for Networks");
    CHECK(text({Kind::evidence, -1, -1, 0, -1}) == "evidence for the assessment as a whole");
    CHECK(text({Kind::role, -1, -1, networks, 1}) == "enough answers from Frontline");
    CHECK(text({Kind::previous, -1, -1, -1, -1}) == "a previous assessment");
}
