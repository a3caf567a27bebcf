// Evidence: none is an answer, items are built a piece at a time and saved with each.
#include "catch.hpp"
#include "unit/interview/lab.hpp"

using namespace lab;
using waymark::EvidenceState;

namespace {

Person at_evidence() {
    Person person = at_first_question();
    person.pick("3").on();
    return person;
}

}  // namespace

TEST_CASE("we have no evidence is said, never assumed") {
    Person person = at_evidence();
    REQUIRE(person.page() == Page::evidence);
    for (const Option& option : person.screen().options) CHECK_FALSE(option.current);
    CHECK(person.on().page() == Page::evidence);
    CHECK(person.screen().complaint == "nothing is chosen yet");
    CHECK(person.answer("aim-named")->evidence_state == EvidenceState::not_asked);
    person.pick("0");
    CHECK(kept_answer(person).answer.evidence_state == EvidenceState::none);
    CHECK(person.page() == Page::question);
    person.back();
    CHECK(person.screen().current == "we have no evidence");
}

TEST_CASE("skipping evidence leaves it open") {
    Person person = at_evidence();
    person.say(Command::skip);
    CHECK(person.last.changes.empty());
    CHECK(person.answer("aim-named")->evidence_state == EvidenceState::not_asked);
    CHECK(person.page() == Page::question);
}

TEST_CASE("an item is saved from its strength on") {
    Person person = at_evidence();
    CHECK(person.screen().options.at(0).title == "Plan");  // the weakest strength stands for nothing offered
    person.pick("2");
    CHECK(kept_answer(person).answer.evidence.at(0).strength == "record");
    REQUIRE(person.page() == Page::item_what);
    person.type(" Board minute 14 ");
    CHECK(kept_answer(person).answer.evidence.at(0).what == "Board minute 14");
    REQUIRE(person.page() == Page::item_date);
    person.type("2026-03-01");
    CHECK(kept_answer(person).answer.evidence.at(0).dated == "2026-03-01");
    person.pick("2");
    CHECK(kept_answer(person).answer.evidence.at(0).produced_by == "partner");
    person.pick("1");
    CHECK(kept_answer(person).answer.evidence.at(0).form == "minutes");
    CHECK(person.last.record ==
          std::vector<std::string>{"  Record: Board minute 14, 2026-03-01, from a partner, minutes"});
    REQUIRE(person.page() == Page::evidence);
    CHECK(person.screen().may_go_on);
    CHECK(person.on().page() == Page::question);
}

TEST_CASE("several items, each to be changed or removed") {
    Person person = at_evidence();
    person.pick("1").type("One").say(Command::skip).say(Command::skip).say(Command::skip);
    person.pick("2").type("Two").say(Command::skip).say(Command::skip).say(Command::skip);
    REQUIRE(person.page() == Page::evidence);
    const auto options = person.screen().options;
    REQUIRE(options.size() == 4);  // two strengths, two items; no "none" beside items
    CHECK(options[2].title == "Plan: One, no date");
    person.pick("4");
    REQUIRE(person.page() == Page::item);
    person.pick("1").pick("1").type("Two again").type("2026-01-01").say(Command::skip).say(Command::skip);
    CHECK(person.answer("aim-named")->evidence.at(1).what == "Two again");
    CHECK(person.answer("aim-named")->evidence.at(1).strength == 1);
    person.pick("3").pick("2");
    REQUIRE(person.answer("aim-named")->evidence.size() == 1);
    CHECK(person.answer("aim-named")->evidence.at(0).what == "Two again");
    CHECK(kept_answer(person).answer.evidence.size() == 1);
    person.pick("3").pick("2");
    CHECK(person.answer("aim-named")->evidence_state == EvidenceState::not_asked);  // neither items nor "none"
    for (int i = 0; i < 30; ++i) person.back();  // pages of items that are gone are passed over
    CHECK(person.page() == Page::profile);
}

TEST_CASE("dates are dates, not after the assessment, or left out") {
    Person person = at_evidence();
    person.pick("1").say(Command::skip);
    for (const char* wrong : {"yesterday", "2026-02-30", "20.11.2026", "2026-11"}) {
        CHECK(person.type(wrong).page() == Page::item_date);
        CHECK(mentions(person.screen().complaint, "year, month and day"));
    }
    CHECK(person.type("2026-11-21").page() == Page::item_date);
    CHECK(mentions(person.screen().complaint, "after the assessment's own date"));
    CHECK(person.type("2026-11-20").page() == Page::item_producer);
    person.back().type("");
    CHECK_FALSE(person.answer("aim-named")->evidence.at(0).dated);
}

TEST_CASE("who produced it and its kind may be left open and taken back") {
    Person person = at_evidence();
    person.pick("1").type("").type("");
    CHECK(person.on().page() == Page::item_producer);  // nothing chosen: skip says so
    person.pick("1").back();
    REQUIRE(person.page() == Page::item_producer);
    CHECK(person.screen().current == "Ourselves");
    person.say(Command::clear);
    CHECK(person.answer("aim-named")->evidence.at(0).produced_by == -1);
    CHECK(person.page() == Page::item_form);
}

TEST_CASE("e opens evidence for a level and for nothing else") {
    Person person = at_first_question();
    CHECK(person.say(Command::evidence).page() == Page::question);
    CHECK(mentions(person.screen().complaint, "choose one first"));
    person.pick("1").back();
    CHECK(person.say(Command::evidence).page() == Page::evidence);
}

TEST_CASE("evidence stays when the level under it changes") {
    Person person = at_evidence();
    person.pick("2").type("Minute").type("").say(Command::skip).say(Command::skip);
    for (int i = 0; i < 20 && person.page() != Page::question; ++i) person.back();
    person.pick("2");
    CHECK(person.answer("aim-named")->evidence.size() == 1);
    CHECK(kept_answer(person).answer.evidence.size() == 1);
}
