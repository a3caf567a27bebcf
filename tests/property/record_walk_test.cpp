// What the walk over a record takes for JSON, another library takes for JSON, and the other way round: checked on records
// that were bent at random.
#include "survey/record_walk.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "property/scoring_generator.hpp"

namespace {

using waymark::WalkProblem;

constexpr std::size_t kRecords = 40000;

const std::string kPieces[] = {"{",
                               "}",
                               "[",
                               "]",
                               ":",
                               ",",
                               "\"",
                               "\\",
                               "\\u",
                               "\\ud83d",
                               "\\ude00",
                               "true",
                               "null",
                               "false",
                               "-",
                               "0",
                               "1",
                               ".",
                               "e",
                               "+",
                               " ",
                               "\n",
                               "\t",
                               "\x01",
                               "\xe2",
                               "\x82",
                               "\xac",
                               "\xc3\xa9",
                               "\xff",
                               "\xed",
                               "\xa0",
                               "\xbd",
                               "\"a\":1",
                               "[[[[",
                               "]]]]",
                               "NaN",
                               "-0",
                               "1.5e-3",
                               "\"\\n\"",
                               "\\/",
                               "\\u00e9",
                               "0123",
                               "\xf0\x9f\x9a\x90",
                               "/**/",
                               "'",
                               "{}",
                               "[]"};

// A record with something of everything.
const std::string kRecord =
    R"({"id": "a-1", "answers": {"one": 3, "two": "much", "three": [1, 2.5, -3e2, null], "four": {"row": true}}, )"
    R"("text": "caf\u00e9 \"quoted\" \ud83d\ude00 \\ end", "note": "€ and 漢", "deep": [[{"a": [{"b": false}]}]], "empty": {}})";

// And one as exports write it: nothing between the signs, and answers that are one digit.
const std::string kTightRecord =
    R"({"id":7,"answers":{"one":3,"three":1,"four":{"row":2,"other":4},"five":2,"a name of forty letters and a few more":1},)"
    R"("note":5,"text":"caf\u00e9"})";

std::string bent(generated::Random& random) {
    std::string text = random.one_in(2) ? kRecord : kTightRecord;
    const int changes = 1 + random.below(4);
    for (int i = 0; i < changes; ++i) {
        const auto at = static_cast<std::size_t>(random.below(static_cast<int>(text.size()) + 1));
        const std::string& piece = kPieces[random.below(static_cast<int>(std::size(kPieces)))];
        switch (random.below(5)) {
            case 0:
                text.insert(at, piece);
                break;
            case 1:
                text.erase(at, static_cast<std::size_t>(1 + random.below(3)));
                break;
            case 2:
                text.replace(at, std::min<std::size_t>(1, text.size() - at), piece);
                break;
            case 3:
                if (at < text.size()) text[at] = static_cast<char>(1 + random.below(255));
                break;
            default:
                if (random.one_in(4)) text.resize(at);
        }
        if (text.empty()) text = "{";
    }
    return text;
}

waymark::Path path(std::initializer_list<const char*> names) {
    waymark::Path steps;
    for (const char* name : names) steps.push_back({waymark::PathStep::Kind::member, name});
    return steps;
}

waymark::PathTree some_places() {
    waymark::PathTreeBuilder builder;
    builder.slot_at(path({"id"}));
    builder.slot_at(path({"answers", "one"}));
    builder.slot_at(path({"answers", "three"}));
    builder.slot_at(path({"answers", "four", "row"}));
    builder.slot_at(path({"answers", "five"}));
    builder.slot_at(path({"answers", "a name of forty letters and a few more"}));
    builder.slot_at(path({"note"}));
    return builder.finish();
}

// The other library reads numbers into floating point and refuses those that do not fit.
bool has_long_exponent(const std::string& text) {
    for (std::size_t at = text.find_first_of("eE"); at != std::string::npos; at = text.find_first_of("eE", at + 1)) {
        std::size_t digits = at + 1;
        if (digits < text.size() && (text[digits] == '+' || text[digits] == '-')) ++digits;
        std::size_t end = digits;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
        if (end - digits >= 3) return true;
    }
    return false;
}

// What the walk finds at the places of `some_places`, in their order; "" where there is nothing.
std::vector<std::string> found_in(const std::string& record, waymark::RecordWalker& walker,
                                  waymark::RecordValues& values) {
    const std::string padded = record + std::string(waymark::kRecordPadding, '7');
    REQUIRE(walker.walk(std::string_view(padded).substr(0, record.size()), values).problem == WalkProblem::none);
    std::vector<std::string> found;
    for (int slot = 0; slot < 7; ++slot) {
        found.emplace_back(values.at(slot).count == 1 ? values.at(slot).first.text : std::string_view());
    }
    return found;
}

}  // namespace

TEST_CASE("values are found whatever stood in the record before and however this one is written") {
    const waymark::PathTree tree = some_places();
    waymark::RecordWalker walker(tree);
    waymark::RecordValues values(tree);
    using Texts = std::vector<std::string>;
    const std::string tight =
        R"({"id":7,"answers":{"one":3,"three":1,"five":2,"a name of forty letters and a few more":1}})";
    const Texts all{"7", "3", "1", "", "2", "1", ""};
    CHECK(found_in(tight, walker, values) == all);
    CHECK(found_in(tight, walker, values) == all);  // now every name is guessed
    CHECK(found_in(R"({"id":7,"answers":{"one":3,"five":2}})", walker, values) == Texts{"7", "3", "", "", "2", "", ""});
    CHECK(found_in(R"({"answers":{"five":2,"three":1,"one":3},"id":9})", walker, values) ==
          Texts{"9", "3", "1", "", "2", "", ""});
    CHECK(found_in(R"({"id" :7 , "answers": {"one" : 3, "three" :1 ,"on":5,"one ":6}})", walker, values) ==
          Texts{"7", "3", "1", "", "", "", ""});
    CHECK(found_in(R"({"id":71,"answers":{"one":3.5,"three":"1","five":22,"\u006fne2":4}})", walker, values) ==
          Texts{"71", "3.5", "1", "", "22", "", ""});
    CHECK(found_in(R"({"id":7,"answers":{"\u006fne":4,"five":1}})", walker, values) ==
          Texts{"7", "4", "", "", "1", "", ""});
    CHECK(found_in(tight, walker, values) == all);
}

TEST_CASE("a member that stands twice is noticed behind any number of guessed ones") {
    const waymark::PathTree tree = some_places();
    waymark::RecordWalker walker(tree);
    waymark::RecordValues values(tree);
    const auto problem = [&](const std::string& record) {
        const std::string padded = record + std::string(waymark::kRecordPadding, '\0');
        return walker.walk(std::string_view(padded).substr(0, record.size()), values).problem;
    };
    for (int i = 0; i < 3; ++i) {
        CHECK(problem(R"({"answers":{"one":3,"three":1,"five":2}})") == WalkProblem::none);
        CHECK(problem(R"({"answers":{"one":3,"three":1,"one":2}})") == WalkProblem::duplicate_member);
        CHECK(problem(R"({"answers":{"one":3,"one":3}})") == WalkProblem::duplicate_member);
        CHECK(problem(R"({"answers":{"one":3},"answers":{"one":3}})") == WalkProblem::duplicate_member);
    }
}

TEST_CASE("a record is JSON to the walk exactly when it is to another library") {
    const waymark::PathTree tree = some_places();
    waymark::RecordWalker walker(tree);
    waymark::RecordValues values(tree);
    generated::Random random(20261129);
    std::size_t good = 0;
    for (std::size_t i = 0; i < kRecords; ++i) {
        const std::string text = bent(random);
        if (has_long_exponent(text)) continue;
        const bool theirs = nlohmann::json::accept(text) && text[text.find_first_not_of(" \t\r\n")] == '{';
        std::string padded = text;
        padded.append(waymark::kRecordPadding, random.one_in(2) ? '"' : '\0');  // what is behind must not matter
        const waymark::Walked walked = walker.walk(std::string_view(padded).substr(0, text.size()), values);
        const bool ours = walked.problem == WalkProblem::none || walked.problem == WalkProblem::duplicate_member ||
                          walked.problem == WalkProblem::empty_object;
        INFO("record " << i << ": " << text << "\nproblem " << static_cast<int>(walked.problem) << " at " << walked.at);
        // A member that stands twice ends the walk, so what follows it may be anything.
        if (walked.problem != WalkProblem::duplicate_member) REQUIRE(ours == theirs);
        CHECK(walked.at <= text.size());
        good += ours ? 1 : 0;
    }
    CHECK(good > kRecords / 20);
    CHECK(good < kRecords - kRecords / 20);
}
