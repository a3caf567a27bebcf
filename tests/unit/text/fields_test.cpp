#include "text/fields.hpp"

#include "catch.hpp"
#include "unit/text/reading.hpp"

using namespace waymark;

TEST_CASE("asked keys are read, others are findings", "[fields]") {
    Reading file(
        "id: warm-homes\ntitel: Warm\nweight: 1.5\ncore: yes\ntags: [a, b]\none: x\nn: 7\nwhen: 2026-11-20\nm: {k: "
        "v}\n");
    file.yaml();
    Fields fields(*file.root, "a practice", file.findings);
    CHECK(fields.is_mapping());
    CHECK(fields.need_id() == "warm-homes");
    CHECK(fields.text("title").empty());
    CHECK(fields.decimal("weight") == Rational::fraction(3, 2));
    CHECK(fields.yes_no("core", false));
    CHECK(fields.yes_no("absent", true));
    CHECK(fields.texts("tags") == std::vector<std::string>{"a", "b"});
    CHECK(fields.texts("one") == std::vector<std::string>{"x"});
    CHECK(fields.whole("n", 1, 9) == 7);
    CHECK(fields.date("when") == Date{2026, 11, 20});
    REQUIRE(fields.mapping("m") != nullptr);
    CHECK(fields.mapping("m")->find("k")->text == "v");
    CHECK(fields.list("tags").size() == 2);
    CHECK(fields.list("nothing").empty());
    CHECK(file.list.empty());
    fields.finish();
    CHECK(file.found() == "S001 2:1+5");
    CHECK(file.list[0].message == "'titel' is not a key of a practice");
    CHECK(file.list[0].help == "did you mean 'title'?");
}

TEST_CASE("what is needed and not there is a finding", "[fields]") {
    Reading file("a:\nb: \"\"\nc: \"  \"\nlist:\n  - x: 1\n");
    file.yaml();
    Fields fields(*file.root, "a scale", file.findings);
    CHECK(fields.need("id") == nullptr);
    CHECK(fields.need("a") == nullptr);
    CHECK(fields.need_text("b").empty());
    CHECK(fields.need_text("c").empty());
    CHECK(file.found() == "S002 1:1+1; S010 1:1+1; S010 2:4+2; S010 3:4+4");
    CHECK(file.list[0].message == "a scale needs the key 'id'");
    CHECK(fields.need_text("list").empty());
    CHECK(file.list.back().code == "S003");
}

TEST_CASE("a key without a value counts as absent", "[fields]") {
    Reading file("a:\n");
    file.yaml();
    Fields fields(*file.root, "x", file.findings);
    CHECK(fields.text("a").empty());
    CHECK_FALSE(fields.decimal("a").has_value());
    CHECK(fields.yes_no("a", true));
    CHECK(fields.list("a").empty());
    CHECK(fields.mapping("a") == nullptr);
    CHECK_FALSE(fields.date("a").has_value());
    CHECK_FALSE(fields.whole("a", 0, 1).has_value());
    CHECK(fields.texts("a").empty());
    fields.finish();
    CHECK(file.list.empty());
}

TEST_CASE("what should be a mapping and is not is one finding, not many", "[fields]") {
    Reading file("practices:\n  - just text\n");
    file.yaml();
    Fields fields(file.root->items[0].items[0], "a practice", file.findings);
    CHECK_FALSE(fields.is_mapping());
    CHECK(fields.need_id().empty());
    CHECK(fields.need_text("title").empty());
    fields.finish();
    CHECK(file.found() == "S003 2:5+9");
    CHECK(file.list[0].message == "a practice must be a mapping of keys to values, but is a single value");
}

TEST_CASE("values of the wrong shape or kind are findings", "[fields]") {
    Reading file(
        "a: [1]\nb: heavy\nc: 7\nd: 20 November\ne: a while\nf: hihg\ng: Our Id\nh: maybe\ni: text\nj: 1.5\nk: [{x: "
        "1}]\n");
    file.yaml();
    Fields fields(*file.root, "x", file.findings);
    CHECK(fields.text("a").empty());
    CHECK_FALSE(fields.decimal("b").has_value());
    CHECK_FALSE(fields.whole("c", 0, 5).has_value());
    CHECK_FALSE(fields.date("d").has_value());
    CHECK_FALSE(read_duration(*fields.find("e"), "'e'", file.findings).has_value());
    CHECK_FALSE(read_word(*fields.find("f"), "severity", {"high", "medium", "low"}, file.findings).has_value());
    CHECK(fields.need_id("g").empty());
    CHECK_FALSE(fields.yes_no("h", false));
    CHECK(fields.list("i").empty());
    CHECK_FALSE(fields.whole("j", 0, 5).has_value());
    CHECK(fields.texts("k").empty());
    CHECK(file.found() ==
          "S003 1:4+1; S004 2:4+5; S005 3:4+1; S006 4:4+11; S007 5:4+7; S008 6:4+4; S009 7:4+6; "
          "S011 8:4+5; S003 9:4+4; S004 10:4+3; S003 11:5+1");
    CHECK(file.list[0].message == "'a' must be text, not a list");
    CHECK(file.list[1].message == "'b' must be a number, not 'heavy'");
    CHECK(file.list[2].help == "it lies between 0 and 5");
    CHECK(file.list[5].message == "severity cannot be 'hihg'");
    CHECK(file.list[5].help == "did you mean 'high'?");
    CHECK(file.list[6].help.find("'our-id'") != std::string::npos);
}

TEST_CASE("only lower-case yes, no, true and false are yes and no", "[fields]") {
    Reading file("[yes, no, true, false, Yes, on, y, 1]\n");
    file.yaml();
    const auto& items = file.root->items;
    CHECK(read_yes_no(items[0], "it", file.findings) == true);
    CHECK(read_yes_no(items[1], "it", file.findings) == false);
    CHECK(read_yes_no(items[2], "it", file.findings) == true);
    CHECK(read_yes_no(items[3], "it", file.findings) == false);
    CHECK(file.list.empty());
    for (std::size_t i = 4; i < items.size(); ++i) CHECK_FALSE(read_yes_no(items[i], "it", file.findings).has_value());
    CHECK(file.list.size() == 4);
}

TEST_CASE("long values are shortened in messages", "[fields]") {
    Reading file("a: " + std::string(500, 'x') + "\n");
    file.yaml();
    CHECK_FALSE(read_decimal(file.root->items[0], "'a'", file.findings).has_value());
    CHECK(file.list[0].message.size() < 100);
}

TEST_CASE("the head says what a file is", "[fields]") {
    const auto head = [](const char* text, const char* code) {
        Reading file(text);
        file.yaml();
        Fields fields(*file.root, "a framework", file.findings);
        const bool good = read_head(fields, "framework", file.findings);
        CHECK(good == (std::string(code).empty()));
        return file.list.empty() ? std::string() : file.list[0].code;
    };
    for (const auto& [text, code] :
         {std::pair{"waymark: framework/1\n", ""}, std::pair{"id: x\n", "S012"}, std::pair{"waymark:\n", "S012"},
          std::pair{"waymark: recipe/1\n", "S012"}, std::pair{"waymark: assessment/1\n", "S013"},
          std::pair{"waymark: framework/2\n", "S014"}, std::pair{"waymark: framework\n", "S014"},
          std::pair{"- a\n", "S003"}}) {
        INFO(text);
        CHECK(head(text, code) == code);
    }
    CHECK(declared_kind(*Reading("waymark: test/1\n").yaml().root) == "test");
    CHECK(declared_kind(*Reading("waymark: [1]\n").yaml().root).empty());
    CHECK(declared_kind(*Reading("- x\n").yaml().root).empty());
}

TEST_CASE("the nearest name is found for slips, not for other words", "[fields]") {
    const std::vector<std::string> known = {"shared-ownership", "real-mission", "title", "description", "id", "unit"};
    CHECK(nearest("shared-ownershp", known) == "shared-ownership");
    CHECK(nearest("shared_ownership", known) == "shared-ownership");
    CHECK(nearest("Title", known) == "title");
    CHECK(nearest("tilte", known) == "title");
    CHECK(nearest("desc", known) == "description");
    CHECK(nearest("ids", known) == "id");
    CHECK_FALSE(nearest("banana", known).has_value());
    CHECK_FALSE(nearest("x", known).has_value());
    CHECK_FALSE(nearest("", known).has_value());
    CHECK_FALSE(nearest("title", {}).has_value());
    CHECK_FALSE(nearest(std::string(10000, 'a'), known).has_value());
    CHECK(suggest("tilte", known).help == "did you mean 'title'?");
    CHECK(suggest("banana", {"a", "b"}).help == "known: a, b");
    CHECK(suggest("banana", {}).help.empty());
    CHECK(suggest("banana", std::vector<std::string>(13, "q")).help.empty());
}
