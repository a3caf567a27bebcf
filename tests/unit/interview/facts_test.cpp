// Facts after the questions: one field at a time, every one skippable, saved as soon as a row can stand.
#include "catch.hpp"
#include "unit/interview/lab.hpp"

using namespace lab;
using waymark::Table;

namespace {

Person at_facts() {
    Person person = at_first_question();
    person.say(Command::review).on();
    return person;
}

const Table& table(const Person& person, const std::string& id) {
    return person.state.draft.facts.at(static_cast<std::size_t>(framework().catalogue.table(id).value()));
}

}  // namespace

TEST_CASE("facts name the spreadsheet's way and may be skipped as a whole") {
    Person person = at_facts();
    REQUIRE(person.page() == Page::facts);
    const Screen screen = person.screen();
    CHECK(screen.options.size() == 3);
    CHECK(mentions(screen.below.at(0).text, "waymark new assessment --tables"));
    CHECK(person.say(Command::skip).page() == Page::finish);  // no indicators in this framework
}

TEST_CASE("a record is asked field by field") {
    Person person = at_facts();
    person.pick("1");
    REQUIRE(person.page() == Page::field);
    CHECK(person.screen().progress == "The mission · 1 of 2");
    CHECK(person.type("soon").page() == Page::field);
    CHECK_FALSE(person.screen().complaint.empty());
    person.type("2024-09-01");
    const auto& saved = std::get<waymark::SetTable>(person.last.changes.at(0));
    CHECK(saved.is_record);
    CHECK(saved.rows.at(0).at(0) == waymark::CellText{"started", "2024-09-01"});
    CHECK(person.pick("2").page() == Page::facts);
    CHECK(person.last.record == std::vector<std::string>{"The mission: 2024-09-01, yes"});
    person.pick("1").say(Command::clear).say(Command::clear);
    CHECK(table(person, "mission").state == Table::State::not_given);
}

TEST_CASE("a row is kept as soon as it has what every row needs") {
    Person person = at_facts();
    person.pick("2");
    REQUIRE(person.page() == Page::table);
    person.pick("1");
    CHECK(person.screen().title == "Name");
    CHECK(person.say(Command::skip).page() == Page::field);
    CHECK(mentions(person.screen().complaint, "every item needs this"));
    person.type("Grants");
    CHECK(table(person, "items").rows.size() == 1);
    CHECK_FALSE(person.last.changes.empty());
    REQUIRE(person.page() == Page::currency);
    CHECK(person.type("pounds").page() == Page::currency);
    person.type("gbp");
    CHECK(std::get<waymark::SetHead>(person.last.changes.at(0)).value == "GBP");
    CHECK(person.type("1.2m").page() == Page::field);
    CHECK(mentions(person.screen().complaint, "without currency sign"));
    person.type("1200000").pick("1").tick({0, 1});
    REQUIRE(person.page() == Page::table);
    CHECK(person.screen().options.back().title == "Grants, 1200000, old");
    const auto& cells = table(person, "items").rows.front().cells;
    CHECK(std::get<waymark::ChosenSet>(cells.at(3)).bits == 3);
}

TEST_CASE("a row left before it can stand leaves nothing behind") {
    Person person = at_facts();
    person.pick("2").pick("1").back();
    CHECK(person.page() == Page::table);
    CHECK(table(person, "items").state == Table::State::not_given);
    CHECK(person.last.changes.empty());
}

TEST_CASE("there are none is said, and taken back") {
    Person person = at_facts();
    person.pick("2").pick("2");
    CHECK(table(person, "items").state == Table::State::none);
    CHECK(std::holds_alternative<waymark::MarkNone>(person.last.changes.at(0)));
    CHECK(person.screen().current == "there are no items");
    person.say(Command::clear);
    CHECK(std::holds_alternative<waymark::ForgetTable>(person.last.changes.at(0)));
    CHECK(table(person, "items").state == Table::State::not_given);
}

TEST_CASE("rows are changed and removed") {
    Person person = at_facts();
    person.pick("2").pick("1").type("Grants").say(Command::skip).say(Command::skip).say(Command::skip);
    REQUIRE(person.page() == Page::table);
    person.pick("2").pick("1").type("Loans");
    CHECK(person.screen().title == "Currency");  // without one there is no amount to ask for
    CHECK(person.say(Command::skip).screen().title == "Kind");
    CHECK(std::get<std::string>(table(person, "items").rows.at(0).cells.at(0)) == "Loans");
    for (int i = 0; i < 20 && person.page() != Page::table; ++i) person.back();
    person.pick("2").pick("2");
    CHECK(table(person, "items").rows.empty());
    CHECK(person.page() == Page::table);
}

TEST_CASE("a table in a file of its own is left to that file") {
    Person person = at_facts();
    person.state.setting.csv[framework().catalogue.table("items").value()] = "items.csv";
    CHECK(mentions(person.screen().options.at(1).text, "in items.csv"));
    CHECK(person.pick("2").page() == Page::facts);
    CHECK(person.screen().complaint == "it stands in items.csv; change it there");
}

TEST_CASE("what every row needs is asked first, and rows of other tables are chosen") {
    Person person = at_facts();
    person.pick("2").pick("1").type("Grants");
    for (int i = 0; i < 30 && person.page() != Page::facts; ++i) person.back();
    person.pick("3").pick("1");
    CHECK(person.screen().title == "Item");  // the second column, but the one that no row can be without
    REQUIRE(person.screen().options.size() == 1);
    person.pick("1").type("30%");
    REQUIRE(person.page() == Page::table);
    const auto& saved = std::get<waymark::SetTable>(person.last.changes.at(0));
    CHECK(saved.rows.at(0).size() == 2);
    CHECK(person.screen().options.back().title == "Grants, 0.3");
}

TEST_CASE("two rows that others point to cannot have one name") {
    Person person = at_facts();
    person.pick("2").pick("1").type("Grants");
    for (int i = 0; i < 30 && person.page() != Page::table; ++i) person.back();
    person.pick("1").type("Grants");
    CHECK(person.page() == Page::field);
    CHECK(mentions(person.screen().complaint, "another row has this name"));
}
