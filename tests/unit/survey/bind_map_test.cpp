#include "catch.hpp"
#include "survey/bound_map.hpp"
#include "unit/frameworks/shipped.hpp"

using namespace waymark;

namespace {

const Framework& mission_maturity() {
    static const Framework framework = shipped_framework("mission-maturity");
    return framework;
}

struct BoundText {
    explicit BoundText(const std::string& text, const Framework& framework = mission_maturity()) {
        auto read = read_map("m.yaml", text, list);
        REQUIRE(read.has_value());
        REQUIRE(list.empty());
        map = bind_map(std::move(*read), framework, list);
    }

    std::string found() const {
        std::string all;
        for (const auto& d : list) {
            all += (all.empty() ? "" : "; ") + d.code + ' ' + std::to_string(d.span.line) + ':' +
                   std::to_string(d.span.column);
        }
        return all;
    }
    std::string outcome(std::string_view text, std::size_t question = 0) {
        std::string room;
        const auto& table = map->tables.at(static_cast<std::size_t>(map->questions.at(question).table));
        const auto found_here = look_up(table, text, room);
        if (!found_here) return "nothing";
        const char* kinds[] = {"level",     "dont-know", "not-applicable", "skipped",
                               "not-asked", "strength",  "no evidence"};
        std::string shown = kinds[static_cast<int>(found_here->kind)];
        return found_here->index < 0 ? shown : shown + " " + std::to_string(found_here->index);
    }

    Diagnostics list;
    std::optional<BoundMap> map;
};

const std::string kTop = "waymark: map/1\nrecords: \"\"\nrecord: {organisation: /o}\nanswers: {in: \"\"}\n";

}  // namespace

TEST_CASE("a value means a level by id or number, or a state") {
    BoundText bound(kTop +
                    "values: {default: {map: {A: absent, B: 3, C: dont-know, D: skipped, E: not-asked}}}\n"
                    "questions: {real-mission: q1}\n");
    REQUIRE(bound.map.has_value());
    CHECK(bound.outcome("A") == "level 0");
    CHECK(bound.outcome("B") == "level 3");
    CHECK(bound.outcome("C") == "dont-know");
    CHECK(bound.outcome("D") == "skipped");
    CHECK(bound.outcome("E") == "not-asked");
    CHECK(bound.outcome(" <b>a</b> ") == "level 0");
    CHECK(bound.outcome("F") == "nothing");
    CHECK(bound.outcome("3") == "nothing");
}

TEST_CASE("exact text goes before text that reads alike") {
    Diagnostics list;
    auto read =
        read_map("m.yaml", kTop + "values: {default: {map: {Yes: 4, YES: 1}}}\nquestions: {real-mission: q1}\n", list);
    REQUIRE(read.has_value());
    const auto map = bind_map(std::move(*read), mission_maturity(), list);
    REQUIRE(map.has_value());
    std::string room;
    CHECK(look_up(map->tables[0], "Yes", room)->index == 4);
    CHECK(look_up(map->tables[0], "YES", room)->index == 1);
    CHECK_FALSE(look_up(map->tables[0], "yes", room).has_value());
}

TEST_CASE("numbers pass with their offset, whichever way they are written") {
    BoundText bound(
        kTop +
        "values: {default: {pass: number, offset: -1, map: {\"-99\": skipped}}}\nquestions: {real-mission: q1}\n");
    REQUIRE(bound.map.has_value());
    CHECK(bound.outcome("1") == "level 0");
    CHECK(bound.outcome("05") == "level 4");
    CHECK(bound.outcome(" 2 ") == "level 1");
    CHECK(bound.outcome("6") == "nothing");
    CHECK(bound.outcome("0") == "nothing");
    CHECK(bound.outcome("-99") == "skipped");
    CHECK(bound.outcome("1.5") == "nothing");
    CHECK(bound.outcome("2 or so") == "nothing");
}

TEST_CASE("a number passes in a label where the map says so") {
    BoundText bound(kTop + "values: {default: {pass: number-in-label}}\nquestions: {real-mission: q1}\n");
    REQUIRE(bound.map.has_value());
    CHECK(bound.outcome("3 \xE2\x80\x93 Embedded") == "level 3");
    CHECK(bound.outcome("1 or 2") == "nothing");
    CHECK(bound.outcome("9 lives") == "nothing");
}

TEST_CASE("a code that a number stands for is found however the number is written") {
    BoundText bound(kTop + "values: {default: {map: {\"10.0\": 1, \"2e1\": 2}}}\nquestions: {real-mission: q1}\n");
    REQUIRE(bound.map.has_value());
    CHECK(bound.outcome("10") == "level 1");
    CHECK(bound.outcome("10.0") == "level 1");
    CHECK(bound.outcome("20") == "level 2");
}

TEST_CASE("questions are put in the order of the framework, with the leaves of a plan") {
    BoundText bound(kTop + "values: {default: {pass: number}}\nquestions: {safe-to-learn: b, real-mission: a}\n");
    REQUIRE(bound.map.has_value());
    REQUIRE(bound.map->questions.size() == 2);
    const Plan plan = make_plan(mission_maturity(), 0);
    for (const BoundQuestion& question : bound.map->questions) {
        CHECK(plan.leaves.at(static_cast<std::size_t>(question.leaf)) == question.element);
    }
    CHECK(bound.map->questions[0].place.key == "a");
    CHECK(bound.map->questions[1].place.key == "b");
    CHECK(bound.found() == "M103 0:0");
}

TEST_CASE("roles are known by the map, by id and by title") {
    BoundText bound(
        kTop + "roles: {boss: leader, 7: partner}\nvalues: {default: {pass: number}}\nquestions: {real-mission: a}\n");
    REQUIRE(bound.map.has_value());
    std::string room;
    const auto& roles = mission_maturity().roles;
    const auto named = [&](std::string_view text) {
        const auto role = role_named(*bound.map, text, room);
        return role ? roles[static_cast<std::size_t>(*role)].id : std::string("none");
    };
    CHECK(named("boss") == "leader");
    CHECK(named("BOSS ") == "leader");
    CHECK(named("7") == "partner");
    CHECK(named("manager") == "manager");
    CHECK(named(roles[1].title) == roles[1].id);
    CHECK(named("king") == "none");
}

TEST_CASE("organisations are known by their other names") {
    BoundText bound(
        kTop +
        "organisations: {Housing: [dept a, DeptA]}\nvalues: {default: {pass: number}}\nquestions: {real-mission: a}\n");
    REQUIRE(bound.map.has_value());
    std::string room;
    CHECK(organisation_named(*bound.map, "Dept  A", room) == "Housing");
    CHECK(organisation_named(*bound.map, "housing", room) == "Housing");
    CHECK(organisation_named(*bound.map, "Health ", room) == "Health ");
}

TEST_CASE("evidence means strengths, or that there is none") {
    BoundText bound(
        kTop +
        "values: {default: {pass: number}, evidence: {map: {minutes: record-of-use, nothing: none, \"-\": skipped}}}\n"
        "questions: {real-mission: {key: a, evidence: {key: ae, dated: ad}}}\n");
    REQUIRE(bound.map.has_value());
    REQUIRE(bound.map->questions[0].evidence.has_value());
    const BoundEvidence& evidence = *bound.map->questions[0].evidence;
    CHECK(evidence.dated->key == "ad");
    const auto& table = bound.map->tables.at(static_cast<std::size_t>(evidence.table));
    std::string room;
    CHECK(look_up(table, "Minutes", room) == Outcome{Outcome::Kind::strength, 3});
    CHECK(look_up(table, "nothing", room) == Outcome{Outcome::Kind::no_evidence, -1});
    CHECK(look_up(table, "-", room) == Outcome{Outcome::Kind::skipped, -1});
    CHECK_FALSE(look_up(table, "3", room).has_value());
}

TEST_CASE("keys that a pattern makes fill in what is not listed") {
    BoundText bound(
        "waymark: map/1\nrecords: \"\"\nrecord: {organisation: /o}\nanswers: {in: \"\", key_from: "
        "\"{dimension}/{code}\"}\n"
        "values: {default: {pass: number}}\nquestions: {real-mission: mine}\n");
    REQUIRE(bound.map.has_value());
    CHECK(bound.found().empty());
    CHECK(bound.map->questions.size() == make_plan(mission_maturity(), 0).leaves.size());
    CHECK(bound.map->questions[0].place.key == "mine");
    CHECK(bound.map->questions[1].place.key == "defining/D2");
}

TEST_CASE("words that the framework does not have are found, all of them") {
    BoundText bound(kTop +
                    "profile: grnd\nroles: {boss: leadr}\n"
                    "values: {default: {map: {A: absnt, B: 9}}, evidence: {map: {m: minutes}}}\n"
                    "questions: {real-mision: a, line-of-sight: {key: b, evidence: be}}\n");
    CHECK_FALSE(bound.map.has_value());
    CHECK(bound.found() == "A011 5:10; A011 6:15; A010 8:13; M101 7:29; M101 7:39; M102 7:64");
}

TEST_CASE("not applicable is refused where the framework refuses it") {
    BoundText core(kTop +
                   "values: {default: {pass: number, map: {na: not-applicable}}}\nquestions: {real-mission: a}\n");
    CHECK(core.found() == "M106 5:40; M103 0:0");
    CHECK_FALSE(core.map->questions[0].may_be_not_applicable);
    BoundText other(
        kTop + "values: {default: {pass: number, map: {na: not-applicable}}}\nquestions: {long-term-mechanisms: a}\n");
    CHECK(other.found() == "M103 0:0");
    CHECK(other.map->questions[0].may_be_not_applicable);
}

TEST_CASE("a map for another framework is refused as a whole") {
    BoundText id(
        "waymark: map/1\nframework: others@1.0.0\nrecords: \"\"\nrecord: {organisation: /o}\nanswers: {in: \"\"}\n"
        "values: {default: {map: {A: nonsense}}}\nquestions: {nonsense: a}\n");
    CHECK(id.found() == "M107 2:12");
    BoundText major(
        "waymark: map/1\nframework: mission-maturity@9.0.0\nrecords: \"\"\nrecord: {organisation: /o}\n"
        "answers: {in: \"\"}\nvalues: {default: {pass: number}}\nquestions: {real-mission: a}\n");
    CHECK(major.found() == "M107 2:12");
    BoundText minor(
        "waymark: map/1\nframework: mission-maturity@1.99.0\nrecords: \"\"\nrecord: {organisation: /o}\n"
        "answers: {in: \"\"}\nvalues: {default: {pass: number}}\nquestions: {real-mission: a}\n");
    CHECK(minor.found() == "M103 0:0");
}

TEST_CASE("levels that no value means are named once") {
    BoundText bound(
        kTop +
        "values: {default: {map: {A: absent, B: transforming}}}\nquestions: {real-mission: a, line-of-sight: b}\n");
    CHECK(bound.found() == "M108 5:10; M103 0:0");
    CHECK(bound.list[0].message == "no value in 'default' means emerging, developing, embedded");
}

TEST_CASE("a map without questions cannot be used") {
    BoundText bound(kTop);
    CHECK(bound.found() == "M105 0:0");
    CHECK_FALSE(bound.map.has_value());
}

TEST_CASE("checking holds what can be read against the framework even after an error") {
    Diagnostics list;
    check_map("m.yaml",
              "waymark: map/1\nrecords: results\nrecord: {organisation: /o}\nanswers: {in: \"\"}\n"
              "values: {default: {pass: number}}\nquestions: {real-mision: a}\n",
              &mission_maturity(), list);
    REQUIRE(list.size() == 2);
    CHECK(list[0].code == "M001");
    CHECK(list[1].code == "A010");
}
