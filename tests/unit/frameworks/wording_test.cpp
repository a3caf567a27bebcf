// What a reader may expect of the wording of a shipped framework.
#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

#include "catch.hpp"
#include "shipped.hpp"

namespace waymark {

namespace {

constexpr std::size_t kLongestAnchor = 60;  // words; longer ones are skimmed, and then the label decides

// Words that praise and cannot be observed.
constexpr std::array<std::string_view, 12> kFlattery{"robust",    "strong",     "effective",     "world-class",
                                                     "excellent", "innovative", "meaningful",    "genuine",
                                                     "seamless",  "holistic",   "best-in-class", "cutting-edge"};

// Questions in which "and" was looked at and joins no two practices that can come apart.
const std::vector<std::string> kReviewedQuestions{};

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

std::string plain(std::string word) {
    const auto is_part = [](char c) { return c == '-' || (c >= 'a' && c <= 'z'); };
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    word.erase(std::remove_if(word.begin(), word.end(), [&](char c) { return !is_part(c); }), word.end());
    return word;
}

bool flatters(const std::string& word) {
    return std::find(kFlattery.begin(), kFlattery.end(), plain(word)) != kFlattery.end();
}

template <class Check>
void for_every_practice(Check check) {
    for (const std::string& id : shipped_frameworks()) {
        const Framework framework = shipped_framework(id);
        for (const Element& element : framework.elements) {
            if (element.kind != NodeName::Kind::practice || !element.children.empty()) continue;
            INFO(id << ": " << element.id);
            check(framework, element);
        }
    }
}

}  // namespace

TEST_CASE("descriptions of levels are short") {
    for_every_practice([](const Framework&, const Element& practice) {
        for (const std::string& anchor : practice.question.anchors) {
            INFO(anchor);
            CHECK(words_of(anchor).size() <= kLongestAnchor);
            CHECK_FALSE(anchor.empty());
        }
    });
}

TEST_CASE("descriptions of levels do not flatter") {
    for_every_practice([](const Framework&, const Element& practice) {
        for (const std::string& anchor : practice.question.anchors) {
            for (const std::string& word : words_of(anchor)) {
                INFO(anchor << "\n" << word);
                CHECK_FALSE(flatters(word));
            }
        }
    });
}

TEST_CASE("the check for flattery sees through capitals and punctuation") {
    CHECK(flatters("Robust,"));
    CHECK(flatters("(world-class)"));
    CHECK_FALSE(flatters("strongly"));
}

TEST_CASE("descriptions of neighbouring levels differ") {
    for_every_practice([](const Framework&, const Element& practice) {
        const auto& anchors = practice.question.anchors;
        CHECK(std::adjacent_find(anchors.begin(), anchors.end()) == anchors.end());
    });
}

TEST_CASE("a question asks one thing") {
    for_every_practice([](const Framework&, const Element& practice) {
        const auto& reviewed = kReviewedQuestions;
        if (std::find(reviewed.begin(), reviewed.end(), practice.id) != reviewed.end()) return;
        INFO(practice.question.ask);
        CHECK(practice.question.ask.find(" and ") == std::string::npos);
        CHECK((practice.question.ask.ends_with("?") || practice.question.ask.ends_with("?\"")));
    });
}

TEST_CASE("every practice says what to do next from each level, what would prove it, and its sources") {
    for_every_practice([](const Framework& framework, const Element& practice) {
        CHECK(practice.question.next.size() ==
              framework.scale_of(framework.element(practice.id).value()).levels.size());
        for (const std::string& step : practice.question.next) CHECK_FALSE(step.empty());
        CHECK_FALSE(practice.question.evidence.empty());
        CHECK_FALSE(practice.question.why.empty());
        CHECK_FALSE(practice.sources.empty());
    });
}

TEST_CASE("every sign says why it matters, what to do, and its sources") {
    for (const std::string& id : shipped_frameworks()) {
        for (const Flag& flag : shipped_framework(id).flags) {
            INFO(id << ": " << flag.id);
            CHECK_FALSE(flag.says.empty());
            CHECK_FALSE(flag.why.empty());
            CHECK_FALSE(flag.action.empty());
            CHECK_FALSE(flag.sources.empty());
        }
    }
}

}  // namespace waymark
