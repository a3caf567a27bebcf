// Frameworks that are as they should be: what is read, and what stands in for what is left out.
#include "catch.hpp"
#include "unit/framework/small_framework.hpp"

using namespace waymark;

namespace {

const TableType& table(const Framework& framework, const std::string& id) {
    return framework.catalogue.tables.at(static_cast<std::size_t>(framework.catalogue.table(id).value()));
}

const ColumnType& type_of(const Framework& framework, const std::string& id, const std::string& column) {
    const TableType& found = table(framework, id);
    return found.columns.at(static_cast<std::size_t>(found.column(column).value())).type;
}

// The least there is: a head, a scale and one practice.
const std::string kMinimal = R"(waymark: framework/1
id: least
version: 0.1.0
title: The least
scales:
  quality: [{id: low, title: Low}, {id: high, title: High}]
dimensions:
  - id: work
    title: Work
    practices:
      - {id: plan, title: A plan, ask: 'Is there a plan?', levels: {low: None, high: One}}
)";

}  // namespace

TEST_CASE("the head of a framework is read") {
    const Framework framework = fixture::small_framework();
    CHECK(framework.id == "small");
    CHECK(framework.version == "1.2.0");
    CHECK(framework.major_version() == 1);
    CHECK(framework.title == "A small framework");
    CHECK(framework.language == "en");
    CHECK(framework.file == "small.yaml");
    CHECK(framework.sha256.size() == 64);
}

TEST_CASE("the tree stands in preorder below the whole") {
    const Framework framework = fixture::small_framework();
    std::vector<std::string> ids;
    for (const Element& element : framework.elements) ids.push_back(element.id);
    CHECK(ids == std::vector<std::string>{"overall", "defining", "real-mission", "line-of-sight", "convening",
                                          "shared-ownership", "taking-part", "citizens", "staff"});
    CHECK(framework.elements[0].children == std::vector<int>{1, 4});
    CHECK(framework.elements[6].kind == NodeName::Kind::group);
    CHECK(framework.elements[8].parent == 6);
    CHECK(framework.elements[8].dimension == 4);
    CHECK(framework.element("staff") == 8);
    CHECK_FALSE(framework.element("nobody").has_value());
    CHECK(framework.scale_of(8).id == "voice");
}

TEST_CASE("a practice carries its texts level by level") {
    const Framework framework = fixture::small_framework();
    const Element& practice = framework.elements[2];
    CHECK(practice.core);
    CHECK(practice.code == "D1");
    CHECK(practice.question.anchors.at(4) == "A test");
    CHECK(practice.question.next == std::vector<std::string>{"Name who is worse off", "Pick a measure", "", "", ""});
    CHECK(practice.question.best_known_by == std::vector<int>{0});
    CHECK_FALSE(practice.question.not_applicable.has_value());
    CHECK(framework.elements[3].question.not_applicable == "Where nobody is employed");
    CHECK(framework.elements[3].question.tags == std::vector<std::string>{"purpose", "people"});
}

TEST_CASE("levels take their place for a value unless they have one") {
    const Framework framework = fixture::small_framework();
    CHECK(framework.scales[0].levels[3].value == Rational(3));
    CHECK(framework.scales[1].levels[2].value == Rational(4));
}

TEST_CASE("profiles replace weights and loosen what is core") {
    const Framework framework = fixture::small_framework();
    CHECK(framework.profiles[0].weights.at(5) == Rational::fraction(3, 2));
    CHECK(framework.profiles[1].not_core == std::vector<int>{5});
    CHECK(framework.profiles[1].not_applicable.at(5) == "Nobody outside shares the outcome");
}

TEST_CASE("bands take the title of the level of the same id") {
    const Framework framework = fixture::small_framework();
    CHECK(framework.scoring.bands[0].title == "Absent");
    CHECK(framework.scoring.bands[3].title == "Firmly embedded");
    CHECK_FALSE(framework.scoring.bands[4].below.has_value());
    REQUIRE(framework.scoring.core.has_value());
    CHECK(framework.scoring.core->at_most == Rational(1));
    CHECK(framework.scoring.core->caps_band_at == 2);
    CHECK(framework.scoring.withhold_below == Rational::fraction(2, 3));
    CHECK(framework.scoring.role_min == 2);
}

TEST_CASE("evidence says per scale what each strength supports") {
    const Framework framework = fixture::small_framework();
    CHECK(framework.evidence.strengths[1].supports == std::vector<int>{2, 1});
    CHECK(framework.evidence.forms[1].title == "Decision record");
}

TEST_CASE("columns are read in every way of writing them") {
    using Kind = ColumnType::Kind;
    const Framework framework = fixture::small_framework();
    CHECK(table(framework, "mission").is_record);
    CHECK(table(framework, "portfolio").many == "items");
    CHECK(table(framework, "decisions").title == "Decisions");
    CHECK(type_of(framework, "mission", "new_money").may_be_blank);
    CHECK(type_of(framework, "portfolio", "item").kind == Kind::text);
    CHECK_FALSE(type_of(framework, "portfolio", "item").may_be_blank);
    CHECK(type_of(framework, "portfolio", "origin").choices[0].phrase == "existed before the mission");
    CHECK(type_of(framework, "portfolio", "changed").kind == Kind::some_of);
    CHECK(type_of(framework, "portfolio", "changed").may_be_blank);
    CHECK(type_of(framework, "portfolio", "changed").choices[2].phrase == "nothing");
    CHECK(type_of(framework, "portfolio", "organisations").kind == Kind::integer);
    CHECK(type_of(framework, "portfolio", "owner").is_private);
    CHECK(type_of(framework, "portfolio", "promised").choices[2].value == Rational(4));
    CHECK(type_of(framework, "decisions", "item").table == "portfolio");
    CHECK(type_of(framework, "decisions", "cites_mission").choices[0].phrase == "do not cite it");
    CHECK(table(framework, "decisions").columns[2].title == "cites mission");
    CHECK(table(framework, "portfolio").columns[4].says == "involve {} organisations");
}

TEST_CASE("the catalogue holds computed tables first and gives nodes their ends") {
    const Framework framework = fixture::small_framework();
    CHECK(framework.catalogue.tables.front().is_computed);
    CHECK(framework.catalogue.tables.back().id == "decisions");
    CHECK(framework.catalogue.flags ==
          std::vector<std::string>{"old-portfolio", "words-outrun-evidence", "shared-in-deed"});
    CHECK(framework.catalogue.nodes[8].lowest == Rational(1));
    CHECK(framework.catalogue.nodes[8].highest == Rational(4));
    CHECK(framework.catalogue.nodes[6].highest == Rational(4));  // two scales below: the default's, 0 to 4
    CHECK(framework.catalogue.nodes[6].lowest == Rational(0));
    CHECK(framework.catalogue.nodes[8].levels.size() == 3);
    CHECK(framework.catalogue.nodes[0].levels.size() == 5);
}

TEST_CASE("flags know their limits, severities and what they read") {
    const Framework framework = fixture::small_framework();
    const Flag& first = framework.flags[0];
    REQUIRE(first.limits.size() == 1);
    CHECK(first.limits[0].value == Rational::fraction(1, 2));
    const int portfolio = framework.catalogue.table("portfolio").value();
    const int spend = table(framework, "portfolio").column("spend").value();
    CHECK(first.reads.columns.count({portfolio, spend}) == 1);
    CHECK(framework.flags[1].severity.size() == 2);
    CHECK(framework.flags[1].severity[0].level == FlagSeverity::high);
    CHECK(framework.flags[1].reads.flags.count(0) == 1);
    CHECK(framework.flags[2].kind == FlagKind::real);
    CHECK(framework.flags[2].applies.has_value());
    CHECK(framework.flags[2].reads.evidenced.count(5) == 1);
    CHECK(framework.verdict.readings.size() == 2);
    CHECK_FALSE(framework.verdict.readings[1].when.has_value());
}

TEST_CASE("a head, a scale and one practice are a framework") {
    const Framework framework = fixture::framework_of(kMinimal);
    REQUIRE(framework.profiles.size() == 1);
    CHECK(framework.profiles[0].id == "default");
    REQUIRE(framework.roles.size() == 1);
    CHECK(framework.roles[0].id == "respondent");
    CHECK(framework.evidence.strengths.empty());
    CHECK(framework.verdict.readings.empty());
    CHECK_FALSE(framework.outcomes.declared);
    CHECK(framework.scoring.bands.empty());
}

TEST_CASE("questions are another word for practices one tier down") {
    const Framework framework = fixture::framework_of(fixture::small_framework_with(
        "        title: Taking part\n        practices:", "        title: Taking part\n        questions:"));
    CHECK(framework.elements[6].children == std::vector<int>{7, 8});
}

TEST_CASE("all findings of a file are reported in one run") {
    std::string text = fixture::small_framework_with("version: 1.2.0", "version: 1.2");
    text.replace(text.find("best_known_by: [leader]"), 23, "best_known_by: [boss]");
    text.replace(text.find("spend: {type: money"), 19, "spend: {type: euros");
    text.replace(text.find("{raised: old-portfolio}"), 23, "{raised: nothing-of-it}");
    text.replace(text.find("sources: [SRC]"), 14, "sources: [ELSEWHERE]");
    Diagnostics diagnostics;
    CHECK_FALSE(read_framework("small.yaml", text, diagnostics).has_value());
    CHECK(diagnostics.size() >= 5);
    const auto has = [&](const std::string& piece) {
        return std::any_of(diagnostics.begin(), diagnostics.end(),
                           [&](const Diagnostic& one) { return one.message.find(piece) != std::string::npos; });
    };
    CHECK(has("1.2"));
    CHECK(has("boss"));
    CHECK(has("euros"));
    CHECK(has("nothing-of-it"));
    CHECK(has("ELSEWHERE"));
}
