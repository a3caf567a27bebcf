#include "assessment/read.hpp"

#include "catch.hpp"
#include "sample.hpp"
#include "text/hash.hpp"

using namespace waymark;
using sample::read;

namespace {

const std::string kPeople = "respondents: [{id: r1, role: leader, answers: {networks: absent}}]\n";

std::string with_framework(const std::string& reference) {
    return "waymark: assessment/1\nframework: " + reference + "\norganisation: Warm Homes\ndate: 2026-11-20\n" +
           kPeople;
}

}  // namespace

TEST_CASE("everything in the head of an assessment is read") {
    const std::string text = sample::kHead + kPeople +
                             "profile: organisational\n"
                             "currency: GBP\n"
                             "note: First try\n"
                             "agreed: {networks: developing}\n"
                             "targets: {default: developing, reach: everyone}\n"
                             "publish: {name: yes}\n"
                             "previous: 2025.yaml\n";
    const auto result = read(text);
    REQUIRE(result.places().empty());
    const Assessment& assessment = *result.assessment;
    CHECK(assessment.framework_id == "mission-maturity");
    CHECK(assessment.framework_version == "1.2.3");
    CHECK(assessment.organisation == "Warm Homes");
    CHECK(assessment.profile == 1);
    CHECK(assessment.date == Date{2026, 11, 20});
    CHECK(assessment.currency == "GBP");
    CHECK(assessment.note == "First try");
    CHECK(assessment.agreed == std::map<int, int>{{sample::element("networks"), 2}});
    CHECK(assessment.targets == std::map<int, int>{{sample::element("reach"), 2}});
    CHECK(assessment.default_target == 2);
    CHECK(assessment.may_be_named);
    CHECK(assessment.previous == "2025.yaml");
    CHECK(assessment.file == "folder/team.yaml");
    CHECK(assessment.sha256 == sha256_hex(text));
    CHECK(assessment.facts.size() == sample::framework().catalogue.tables.size());
}

TEST_CASE("what is not said has a safe meaning") {
    const auto result = read(sample::kHead + kPeople);
    REQUIRE(result.places().empty());
    CHECK(result.assessment->profile == 0);
    CHECK_FALSE(result.assessment->may_be_named);
    CHECK_FALSE(result.assessment->default_target.has_value());
    CHECK(sample::table(*result.assessment, "portfolio").state == Table::State::not_given);
}

TEST_CASE("the framework's id and version decide whether answers can be read") {
    CHECK(read(with_framework("mission-maturity@1.2.3")).places().empty());
    CHECK(read(with_framework("../frameworks/mine.yaml")).places().empty());

    const auto other_minor = read(with_framework("mission-maturity@1.9.0"));
    CHECK(other_minor.places() == "A003 note 2:12");
    REQUIRE(other_minor.assessment.has_value());
    CHECK(other_minor.assessment->framework_version == "1.9.0");

    const auto other_major = read(with_framework("mission-maturity@2.0.0"));
    CHECK(other_major.places() == "A002 error 2:12");
    CHECK(other_major.only().message.find("2.0.0") != std::string::npos);
    CHECK(other_major.only().message.find("1.2.3") != std::string::npos);

    CHECK(read(with_framework("something-else@1.2.3")).places() == "A001 error 2:12");
    CHECK(read(with_framework("mission-maturity")).places() == "A004 error 2:12");
    CHECK(read(with_framework("mission-maturity@1.2")).places() == "A004 error 2:12");
    CHECK(read(with_framework("mission-maturity@1.2.3.4")).places() == "A004 error 2:12");
    CHECK(read(with_framework("'@1.2.3'")).places() == "A004 error 2:12");
}

TEST_CASE("another framework is one finding, not one for every name in the file") {
    const std::string text =
        "waymark: assessment/1\nframework: other@1.0.0\norganisation: A\ndate: 2026-11-20\n"
        "respondents: [{id: r1, role: boss, answers: {unheard-of: high}}]\n";
    CHECK(read(text).places() == "A001 error 2:12");
}

TEST_CASE("what the head needs is asked for") {
    const std::string no_date = "waymark: assessment/1\nframework: mission-maturity@1.2.3\norganisation: A\n" + kPeople;
    CHECK(read(no_date).places() == "S002 error 1:1");
    CHECK(read(sample::kHead).places() == "S002 error 1:1");
    CHECK(read("waymark: assessment/1\nframework: mission-maturity@1.2.3\ndate: 2026-11-20\n" + kPeople).places() ==
          "S002 error 1:1");
}

TEST_CASE("an assessment nobody answered is read with a warning") {
    const auto result = read(sample::kHead + "respondents: []\n");
    CHECK(result.places() == "A020 warning 5:14");
    REQUIRE(result.assessment.has_value());
    CHECK(result.assessment->respondents.empty());
}

TEST_CASE("currencies are three capital letters") {
    CHECK(read(sample::kHead + kPeople + "currency: pounds\n").places() == "A021 error 6:11");
    CHECK(read(sample::kHead + kPeople + "currency: gbp\n").places() == "A021 error 6:11");
}

TEST_CASE("agreed levels and targets name practices and their levels") {
    const auto result = read(sample::kHead + kPeople + "agreed: {networks: high, nowhere: absent}\n" +
                             "targets: {default: everyone, defining: absent}\n");
    CHECK(result.places() == "A011 error 6:20\nA010 error 6:26\nA011 error 7:20\nA010 error 7:30");
}

TEST_CASE("unknown keys are findings") {
    CHECK(read(sample::kHead + kPeople + "organization: Warm Homes\n").places() == "S001 error 6:1");
    CHECK(read(sample::kHead + kPeople + "publish: {names: yes}\n").places() == "S001 error 6:11");
}

TEST_CASE("a body inside another file needs neither head nor organisation") {
    const std::string text = "date: 2026-11-20\nrespondents: [{id: r1, role: leader, answers: {networks: embeded}}]\n";
    Diagnostics diagnostics;
    const Source source("some.test.yaml", text);
    Findings findings(source, diagnostics);
    const auto root = parse_yaml(findings);
    REQUIRE(root.has_value());
    CHECK_FALSE(read_assessment_body(*root, sample::framework(), {}, findings).has_value());
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].code == "A011");
    CHECK(diagnostics[0].file == "some.test.yaml");
    CHECK(diagnostics[0].span.line == 2);
}

TEST_CASE("a reference to the framework is an id with a version, or a path") {
    const auto reference = [](const std::string& text) {
        Diagnostics diagnostics;
        const Source source("a.yaml", text);
        Findings findings(source, diagnostics);
        const auto root = parse_yaml(findings);
        REQUIRE(root.has_value());
        return framework_reference(*root);
    };
    const auto by_id = reference("framework: mission-maturity@1.2.3\n");
    REQUIRE(by_id.has_value());
    CHECK(by_id->id == "mission-maturity");
    CHECK(by_id->version == "1.2.3");
    CHECK(by_id->path.empty());
    const auto by_path = reference("framework: mine/home.yaml\n");
    REQUIRE(by_path.has_value());
    CHECK(by_path->path == "mine/home.yaml");
    CHECK(by_path->id.empty());
    CHECK_FALSE(reference("framework: [a]\n").has_value());
    CHECK_FALSE(reference("other: a\n").has_value());
}
