// Before the questions: framework, profile, organisation, role, welcome.
#include "catch.hpp"
#include "unit/interview/lab.hpp"

using namespace lab;

TEST_CASE("an interview asks what it needs to know, and begins a file when it does") {
    Person person = newcomer();
    CHECK(person.page() == Page::profile);  // one framework: not asked for
    CHECK(person.pick("2").page() == Page::organisation);
    CHECK(person.last.changes.empty());  // there is no file yet
    CHECK(person.type("  Warm Homes \n").page() == Page::role);
    CHECK(person.state.draft.organisation == "Warm Homes");
    CHECK_FALSE(person.last.begins);
    CHECK(person.pick("2").page() == Page::welcome);
    CHECK(person.last.begins);
    CHECK(person.state.draft.profile == 1);
    CHECK(person.state.draft.respondents.front().role == 1);
}

TEST_CASE("what options or the file say is not asked again") {
    Setting setting;
    setting.frameworks = {&framework()};
    setting.profile_known = setting.organisation_known = true;
    waymark::Assessment draft = empty_draft();
    draft.organisation = "Given";
    Person person{begin(setting, draft, &framework(), 0), {}};
    CHECK(person.page() == Page::role);
    setting.role_known = true;
    draft.respondents.front().role = 0;
    Person known{begin(setting, draft, &framework(), 0), {}};
    CHECK(known.page() == Page::welcome);
}

TEST_CASE("several frameworks are offered, and the choice is not changed under answers") {
    std::string text = kFramework;
    const waymark::Framework other = read_lab(text.replace(text.find("id: lab"), 7, "id: other"));
    Setting setting;
    setting.frameworks = {&framework(), &other};
    Person person{begin(setting, empty_draft(), nullptr, 0), {}};
    REQUIRE(person.page() == Page::framework);
    CHECK(person.on().page() == Page::framework);  // no default
    CHECK(person.screen().complaint == "nothing is chosen yet");
    person.pick("2");
    CHECK(person.state.draft.framework_id == "other");
    CHECK(person.back().pick("1").page() == Page::profile);
    CHECK(person.state.draft.framework_id == "lab");
    person.pick("1").type("Team").pick("1").on().on().pick("0");
    for (int i = 0; i < 20; ++i) person.back();
    REQUIRE(person.page() == Page::framework);
    CHECK(person.pick("2").page() == Page::framework);
    CHECK(mentions(person.screen().complaint, "begun with the other one"));
    CHECK(person.state.draft.framework_id == "lab");
    CHECK(person.on().page() == Page::profile);
}

TEST_CASE("a report needs a name, and a role has no default") {
    Person person = newcomer();
    CHECK(person.on().page() == Page::profile);
    person.pick("1");
    CHECK(person.type(" \t ").page() == Page::organisation);
    CHECK_FALSE(person.screen().complaint.empty());
    person.type("Team");
    CHECK(person.on().page() == Page::role);
    CHECK(person.screen().complaint == "nothing is chosen yet");
    for (const Option& option : person.screen().options) CHECK_FALSE(option.current);
}

TEST_CASE("the welcome says where answers go, who can read them and how to answer") {
    Person person = welcomed();
    person.state.setting.file = "team.yaml";
    const std::string text = passages_of(person.screen());
    CHECK(mentions(text, "team.yaml"));
    CHECK(mentions(text, "Only your own account"));
    CHECK(mentions(text, "no role of fewer than 3 people"));
    CHECK(mentions(text, "Half true means the lower level"));
    CHECK(mentions(text, "3 questions"));
    CHECK(person.on().page() == Page::introduction);
}

TEST_CASE("a resumed interview says what is new and goes on at the first question that was not shown") {
    waymark::Assessment draft = empty_draft();
    draft.organisation = "Team";
    draft.respondents.front().role = 0;
    waymark::Answer skipped;
    skipped.element = framework().element("aim-named").value();
    skipped.state = waymark::AnswerState::skipped;
    waymark::Answer given = skipped;
    given.element = framework().element("money").value();
    given.state = waymark::AnswerState::level;
    given.level = 1;
    draft.respondents.front().answers = {skipped, given};
    Setting setting;
    setting.frameworks = {&framework()};
    setting.resumed = true;
    setting.news = {"the framework is now 1.1.0"};
    Person person{begin(setting, draft, &framework(), 0), {}};
    REQUIRE(person.page() == Page::welcome);
    CHECK(person.screen().title == "Welcome back");
    CHECK(mentions(passages_of(person.screen()), "The framework is now 1.1.0."));
    CHECK(mentions(passages_of(person.screen()), "1 of 3 questions are answered"));
    person.on();
    CHECK(person.page() == Page::question);
    CHECK(person.state.here.element == framework().element("loops").value());
    CHECK_FALSE(person.last.begins);
}

TEST_CASE("organisation, role and profile can be changed from the overview and are saved then") {
    Person person = at_first_question();
    person.say(Command::review);
    const auto options = person.screen().options;
    const auto key = [&](const std::string& title) { return std::ranges::find(options, title, &Option::title)->key; };
    person.pick(key("Organisation")).type("Renamed");
    CHECK(person.page() == Page::review);
    CHECK(std::get<waymark::SetHead>(person.last.changes.at(0)).value == "Renamed");
    person.pick(key("Your role")).pick("2");
    CHECK(person.page() == Page::review);
    CHECK(std::get<waymark::SetRole>(person.last.changes.at(0)).role == "frontline");
    person.pick(key("Kind of mission")).pick("2");
    CHECK(std::get<waymark::SetHead>(person.last.changes.at(0)).value == "inner");
    CHECK(person.page() == Page::review);
}

TEST_CASE("a profile that forbids what was called not applicable is refused") {
    Person person = newcomer();
    person.pick("2").type("Team").pick("1").on().on().pick("0");
    person.pick("0").say(Command::not_applicable).type("No users");
    REQUIRE(person.answer("loops")->state == waymark::AnswerState::not_applicable);
    person.say(Command::review);
    const auto options = person.screen().options;
    person.pick(std::ranges::find(options, "Kind of mission", &Option::title)->key).pick("1");
    CHECK(mentions(person.screen().complaint, "A2 Short loops was called not applicable"));
    CHECK(person.state.draft.profile == 1);
}
