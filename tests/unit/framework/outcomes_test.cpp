// Outcomes need two tables with columns of fixed names and types.
#include "catch.hpp"
#include "unit/framework/expect_finding.hpp"
#include "unit/framework/small_framework.hpp"

using namespace waymark;

namespace {

const std::string kIndicators = R"(  indicators:
    columns:
      id: text
      name: text
      family: [headline, learning]
      unit: text
      better: [higher, lower]
      noise: number
      lag: duration
      target: number?
      target_due: date
      may_worsen_first: yes-no
      gap_of: {one_of_table: indicators}
      source: [official, self-rated]
      doubt: text
)";
const std::string kReadings = R"(  readings:
    columns:
      indicator: {one_of_table: indicators}
      date: date
      value: number
      series_break: yes-no
      note: text
)";
const std::string kOutcomes = R"(outcomes:
  started: mission.started
  headline: headline
  matrix:
    - {id: low, title: Low, below: 1.5, says: {worsening: a, flat: b, improving: c, unknown: d}}
    - {id: high, title: High, says: {worsening: e, flat: f, improving: g, unknown: h}}
  ladder:
    says: Climb.
    rungs:
      - {id: month, title: This month, says: what was learned, families: [learning]}
      - {id: done, title: When it is done, families: [headline, learning], targets: yes}
  caveats: [Read both, Then ask]
flags:
)";

std::string with_outcomes(std::string from, const std::string& to, const std::string& facts = kIndicators + kReadings) {
    std::string all = facts + kOutcomes;
    if (!from.empty()) all.replace(all.find(from), from.size(), to);
    return all;
}

}  // namespace

TEST_CASE("outcomes are read, and indicators get their computed columns") {
    const Framework framework = fixture::framework_of(fixture::small_framework_with("flags:\n", with_outcomes("", "")));
    const OutcomeRules& rules = framework.outcomes;
    CHECK(rules.declared);
    CHECK(rules.headline == "headline");
    const auto at = static_cast<std::size_t>(rules.started_table);
    CHECK(framework.catalogue.tables.at(at).id == "mission");
    CHECK(rules.started_column == 0);
    REQUIRE(rules.matrix.size() == 2);
    CHECK(rules.matrix[0].below == Rational::fraction(3, 2));
    CHECK(rules.matrix[1].says.at("improving") == "g");
    CHECK(rules.ladder_says == "Climb.");
    REQUIRE(rules.ladder.size() == 2);
    CHECK(rules.ladder[0].title == "This month");
    CHECK(rules.ladder[0].says == "what was learned");
    CHECK(rules.ladder[0].families == std::vector<std::string>{"learning"});
    CHECK_FALSE(rules.ladder[0].targets);
    CHECK(rules.ladder[1].targets);
    CHECK(rules.caveats == std::vector<std::string>{"Read both", "Then ask"});
    const auto indicators = static_cast<std::size_t>(framework.catalogue.table("indicators").value());
    CHECK(framework.catalogue.tables[indicators].column("reading").has_value());
    CHECK(framework.catalogue.tables[indicators].columns[0].id == "id");
}

TEST_CASE("mistakes in outcomes") {
    fixture::expect_findings({
        {"no readings", "flags:\n", with_outcomes("outcomes:", "~outcomes:", kIndicators), "F070",
         "need a table 'readings'", "indicator: {one_of_table"},
        {"a column left out", "flags:\n",
         with_outcomes("  indicators:", "  ~indicators:", kIndicators + kReadings)
             .replace(with_outcomes("  indicators:", "  ~indicators:").find("      noise: number\n"), 20, ""),
         "F070", "need a column 'noise' in the table 'indicators'", "add 'noise: number'"},
        {"a column of another type", "flags:\n", with_outcomes("      lag: duration", "      ~lag: number"), "F070",
         "cannot read the column 'lag'", "declare it as 'lag: duration'"},
        {"a choice left out", "flags:\n",
         with_outcomes("      source: [official, self-rated]", "      ~source: [official, other]"), "F070",
         "cannot read the column 'source'", "[self-rated, …]"},
        {"an optional column of another type", "flags:\n",
         with_outcomes("      doubt: text", "      doubt: text\n      ~best_pace: text"), "F070",
         "cannot read the column 'best_pace'", "declare it as 'best_pace: number'"},
        {"waypoints without their value", "flags:\n",
         with_outcomes("outcomes:",
                       "  ~waypoints:\n    columns: {indicator: {one_of_table: indicators}, date: date}\noutcomes:"),
         "F070", "need a column 'value' in the table 'waypoints'", "add 'value: number'"},
        {"a rung of an unknown family", "flags:\n", with_outcomes("families: [learning]", "families: [~learn]"), "F021",
         "no family of indicators is called 'learn'", ""},
        {"a rung of no family", "flags:\n",
         with_outcomes("- {id: month, title: This month, says: what was learned, families: [learning]}",
                       "- ~{id: month, title: This month, says: what was learned}"),
         "S002", "'families'", ""},
        {"an indicator without its number", "flags:\n",
         with_outcomes("      indicator: {one_of_table: indicators}", "      ~indicator: {one_of_table: portfolio}"),
         "F070", "cannot read the column 'indicator'", "{one_of_table: indicators}"},
        {"a column that waymark computes", "flags:\n",
         with_outcomes("      doubt: text", "      doubt: text\n      ~reading: text"), "F011", "'reading'", ""},
        {"a start that is no date", "flags:\n", with_outcomes("mission.started", "~mission.new_money"), "F071",
         "'mission.new_money'", "mission.started"},
        {"a start from nowhere", "flags:\n", with_outcomes("mission.started", "~started"), "F071", "'started'",
         "record"},
        {"an unknown family", "flags:\n", with_outcomes("headline: headline", "headline: ~headlines"), "F021",
         "no family of indicators is called 'headlines'", "'headline'"},
        {"a last row with an edge", "flags:\n", with_outcomes("title: High,", "title: High, ~below: 9,"), "F031",
         "last row, 'high'", "remove"},
        {"an open first row", "flags:\n",
         with_outcomes("    - {id: low, title: Low, below: 1.5,", "    - ~{id: low, title: Low,"), "F031",
         "'low' has no upper edge", ""},
    });
}
