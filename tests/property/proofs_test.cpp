// Tries to refute proofs: what is said never to be raised, or never to be clear, is held against thousands of assessments
// made at random.
#include <algorithm>
#include <random>

#include "catch.hpp"
#include "verify/prover.hpp"
#include "waymark/appraisal.hpp"

using namespace waymark;

namespace {

using Random = std::mt19937;

int below(Random& random, int most) {
    return static_cast<int>(random() % static_cast<unsigned>(most));
}

std::string one_of(Random& random, const std::vector<std::string>& words) {
    return words[static_cast<std::size_t>(below(random, static_cast<int>(words.size())))];
}

std::string bound(Random& random, const std::vector<std::string>& values) {
    return one_of(random, {"at_least", "at_most", "more_than", "less_than"}) + ": " + one_of(random, values);
}

std::string row_test(Random& random) {
    return one_of(random, {"kind: old", "kind: new", "kind: {is_not: old}", "tags: {has_any: [a]}",
                           "tags: {has_only: [a, b]}", "days: {at_least: 10}", "days: {less_than: 20, more_than: 5}",
                           "spend: {more_than: 3}", "done: {before: assessed - 3 months}",
                           "done: {not_before: assessed - 6 months}", "any: [{kind: old}, {days: {at_most: 4}}]",
                           "not: {kind: new}", "days: {empty: yes}", "kind: old, days: {at_least: 10}"});
}

std::string atom(Random& random) {
    const std::string where = "{" + row_test(random) + "}";
    switch (below(random, 13)) {
        case 0:
            return "{claimed: {of: " + one_of(random, {"plan", "review", "work", "overall"}) + ", " +
                   bound(random, {"0", "0.5", "1", "1.5", "2"}) + "}}";
        case 1:
            return "{evidenced: {of: " + one_of(random, {"plan", "review", "work", "overall"}) + ", " +
                   bound(random, {"0", "0.5", "1", "1.5", "2"}) + "}}";
        case 2:
            return "{gap: {of: " + one_of(random, {"plan", "work"}) + ", " + bound(random, {"0", "1", "1.5", "2"}) +
                   "}}";
        case 3:
            return "{count: {of: items, where: " + where + ", " + bound(random, {"0", "1", "2", "4"}) + "}}";
        case 4:
            return "{some: {of: items, where: " + where + "}}";
        case 5:
            return "{none: {of: items, where: " + where + "}}";
        case 6:
            return "{every: {of: items, that: " + where + "}}";
        case 7:
            return "{share: {of: items, where: " + where + ", " + bound(random, {"0.25", "0.5", "0.8"}) + "}}";
        case 8:
            return "{share: {of: items, by: spend, where: " + where + ", " + bound(random, {"0.25", "0.5", "0.8"}) +
                   "}}";
        case 9:
            return "{count: {of: practices, where: {" +
                   one_of(random, {"core: yes", "gap: {at_least: 1}", "evidenced: {at_most: 0}, core: no",
                                   "claimed: {more_than: 1}"}) +
                   "}, " + bound(random, {"0", "1", "2"}) + "}}";
        case 10:
            return "{record: {of: mission, where: {" +
                   one_of(random, {"public: yes", "public: no", "started: {before: assessed - 12 months}",
                                   "started: {after: assessed - 2 years}",
                                   "started: {before: assessed - 12 months}, public: no"}) +
                   "}}}";
        case 11:
            return "{sum: {of: items, column: days, where: " + where + ", " + bound(random, {"0", "10", "50"}) + "}}";
        default:
            return "{distinct: {of: items, column: kind, " + bound(random, {"0", "1", "2"}) + "}}";
    }
}

std::string condition(Random& random) {
    std::string text = "{" + one_of(random, {"all", "all", "any"}) + ": [" + atom(random);
    for (int more = below(random, 3); more >= 0; --more) text += ", " + atom(random);
    return text + "]}";
}

std::string framework_text(Random& random) {
    std::string text =
        "waymark: framework/1\nid: demo\nversion: 1.0.0\ntitle: Demo\n"
        "scales:\n  quality: [{id: low, title: Low}, {id: mid, title: Mid}, {id: high, title: High}]\n"
        "evidence:\n  strengths: [{id: none, title: None, supports: " +
        one_of(random, {"low", "mid"}) +
        "}, {id: plan, title: Plan, supports: mid}, {id: record, title: Record, supports: high}]\n"
        "roles: [{id: leader, title: Leader}, {id: member, title: Member}]\n"
        "scoring: {rollup: " +
        one_of(random, {"mean", "minimum", "sum"}) +
        "}\n"
        "dimensions:\n  - id: work\n    title: Work\n    practices:\n"
        "      - {id: plan, core: yes, title: A plan, ask: 'Is there a plan?', levels: {low: None, mid: Old, high: "
        "New}}\n"
        "      - {id: review, weight: 1.5, title: A review, not_applicable: In small teams, ask: 'Is it read?', "
        "levels: {low: No, mid: Once, high: Often}}\n"
        "      - {id: use, title: Use, ask: 'Is it used?', levels: {low: No, mid: Once, high: Often}}\n"
        "facts:\n  mission: {fields: {started: 'date?', public: 'yes-no?'}}\n"
        "  items: {columns: {name: text, spend: 'money?', kind: [old, new], tags: {some_of: [a, b, c]}, days: "
        "'integer?', "
        "done: date}}\n"
        "flags:\n";
    for (int i = 0; i < 4; ++i) {
        text += "  - {id: f" + std::to_string(i) +
                ", kind: washing, severity: low, title: F, when: " + condition(random) + "}\n";
    }
    return text;
}

Row item(Random& random, int number) {
    Row row;
    row.cells.emplace_back("Item " + std::to_string(number));
    row.cells.emplace_back(Rational(below(random, 8)));
    row.cells.emplace_back(ChosenIndex{below(random, 2)});
    row.cells.emplace_back(ChosenSet{static_cast<std::uint64_t>(1 + below(random, 7))});
    row.cells.push_back(below(random, 6) == 0 ? Cell{} : Cell{Rational(below(random, 30))});
    row.cells.emplace_back(minus(Date{2026, 6, 30}, {below(random, 10), Duration::Unit::months}));
    return row;
}

Answer answer(Random& random, int element, bool may_not_apply) {
    Answer given;
    given.element = element;
    if (may_not_apply && below(random, 4) == 0) {
        given.state = AnswerState::not_applicable;
        given.reason = "x";
        return given;
    }
    given.state = AnswerState::level;
    given.level = below(random, 3);
    given.evidence_state = EvidenceState::none;
    if (below(random, 3) > 0) {
        given.evidence_state = EvidenceState::items;
        EvidenceItem evidence;
        evidence.strength = below(random, 3);
        evidence.dated = Date{2026, 1, 1};
        given.evidence.push_back(evidence);
    }
    return given;
}

// Every practice answered, every fact recorded; blanks only where days are not known.
Assessment assessment(Random& random, const Framework& framework) {
    Assessment made;
    made.framework_id = framework.id;
    made.framework_version = framework.version;
    made.date = Date{2026, 6, 30};
    made.currency = "EUR";
    const int people = 1 + below(random, 4);
    const bool in_scope = below(random, 4) > 0;
    for (int person = 0; person < people; ++person) {
        Respondent respondent;
        respondent.id = "r" + std::to_string(person);
        respondent.role = below(random, 2);
        for (int element = 0; element < static_cast<int>(framework.elements.size()); ++element) {
            const Element& here = framework.elements[static_cast<std::size_t>(element)];
            if (here.kind == NodeName::Kind::practice)
                respondent.answers.push_back(answer(random, element, here.question.not_applicable && !in_scope));
        }
        made.respondents.push_back(std::move(respondent));
    }
    made.facts.resize(framework.catalogue.tables.size());
    Table& mission = made.facts[static_cast<std::size_t>(*framework.catalogue.table("mission"))];
    mission.state = Table::State::given;
    mission.rows.push_back(
        {{minus(made.date, {below(random, 40), Duration::Unit::months}), ChosenIndex{below(random, 2)}}, 1, -1});
    Table& items = made.facts[static_cast<std::size_t>(*framework.catalogue.table("items"))];
    for (int row = below(random, 6); row > 0; --row) items.rows.push_back(item(random, row));
    items.state = items.rows.empty() ? Table::State::none : Table::State::given;
    return made;
}

}  // namespace

TEST_CASE("thousands of assessments at random refute no proof", "[proofs]") {
    int never = 0;
    int never_clear = 0;
    int possible = 0;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        Random random(seed);
        const std::string text = framework_text(random);
        Diagnostics list;
        const auto framework = read_framework("demo.yaml", text, list);
        INFO(text);
        for (const Diagnostic& one : list) UNSCOPED_INFO(one.code << ' ' << one.message);
        if (!framework) continue;  // a bound that the loader refuses
        const Source source("demo.yaml", text);
        Findings findings(source, list);
        Prover prover(*framework);
        show_bands(prover);
        show_flags(prover);
        Reports reports;
        reports_of_flags(prover, reports);
        for (const auto& report : reports) report(findings);
        std::vector<bool> said_never_clear(framework->flags.size(), false);
        for (const Diagnostic& one : list) {
            for (std::size_t flag = 0; flag < framework->flags.size(); ++flag) {
                if (one.code == "P011" && one.message.find("'f" + std::to_string(flag) + "'") != std::string::npos)
                    said_never_clear[flag] = true;
            }
        }
        for (std::size_t flag = 0; flag < framework->flags.size(); ++flag) {
            never += prover.flags[0][flag] == Answer3::never ? 1 : 0;
            possible += prover.flags[0][flag] == Answer3::possible ? 1 : 0;
            never_clear += said_never_clear[flag] ? 1 : 0;
        }
        const Plan plan = make_plan(*framework, 0);
        for (int trial = 0; trial < 60; ++trial) {
            const Assessment made = assessment(random, *framework);
            const Case input = case_of(made, *framework, plan, nullptr);
            const Scorecard card = appraise(input);
            const States states = states_of(input);
            REQUIRE(states.band == card.nodes.front().band);
            REQUIRE(states.verdict == card.verdict.id);
            for (std::size_t flag = 0; flag < framework->flags.size(); ++flag) {
                INFO("flag f" << flag << " " << card.flags[flag].state << ": " << card.flags[flag].saw);
                REQUIRE(flag_state_id(states.flags[flag]) == card.flags[flag].state);
                if (prover.flags[0][flag] == Answer3::never) REQUIRE(card.flags[flag].state != "raised");
                if (said_never_clear[flag]) REQUIRE(card.flags[flag].state != "clear");
            }
        }
    }
    // There was something to refute, and most could be decided.
    CHECK(never + never_clear >= 1);
    CHECK(possible >= 10);
}
