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

std::string bent(generated::Random& random) {
    std::string text = kRecord;
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

}  // namespace

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
