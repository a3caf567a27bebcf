// Statements about tallies that hold for any answers. The generator is seeded, so a failure can be repeated.
#include <algorithm>
#include <array>
#include <numeric>
#include <random>

#include "catch.hpp"
#include "unit/assessment/small_framework.hpp"
#include "waymark/assessment.hpp"

using namespace waymark;

namespace {

const Date kToday{2026, 11, 20};

struct Generator {
    std::mt19937 engine;

    int below(int limit) { return static_cast<int>(engine() % static_cast<unsigned>(limit)); }
};

EvidenceItem any_item(Generator& random) {
    EvidenceItem item;
    item.strength = random.below(4);
    if (random.below(4) > 0) item.dated = Date{2022 + random.below(5), 1 + random.below(11), 1 + random.below(28)};
    return item;
}

Answer any_answer(Generator& random, int element) {
    static constexpr std::array states{AnswerState::level,     AnswerState::level,          AnswerState::level,
                                       AnswerState::dont_know, AnswerState::not_applicable, AnswerState::skipped};
    Answer answer;
    answer.element = element;
    answer.state = states[static_cast<std::size_t>(random.below(states.size()))];
    const int levels = static_cast<int>(sample::framework().scale_of(element).levels.size());
    if (answer.state == AnswerState::level) answer.level = random.below(levels);
    const int evidence = random.below(3);
    if (evidence == 1) answer.evidence_state = EvidenceState::none;
    if (evidence == 2) {
        answer.evidence_state = EvidenceState::items;
        for (int i = random.below(3); i >= 0; --i) answer.evidence.push_back(any_item(random));
    }
    return answer;
}

Respondent any_respondent(Generator& random) {
    Respondent person;
    person.role = random.below(2);
    for (const int element : sample::plan().leaves) {
        if (random.below(5) > 0) person.answers.push_back(any_answer(random, element));
    }
    return person;
}

std::vector<Respondent> any_respondents(Generator& random) {
    std::vector<Respondent> people(static_cast<std::size_t>(random.below(12)));
    for (Respondent& person : people) person = any_respondent(random);
    return people;
}

Tally counted(const std::vector<Respondent>& people) {
    Tally tally = empty_tally(sample::plan());
    for (const Respondent& person : people) count(tally, sample::plan(), sample::framework(), person, kToday);
    return tally;
}

bool same(const Tally& a, const Tally& b) {
    return a.leaves == b.leaves && a.roles == b.roles && a.levels == b.levels && a.counts == b.counts &&
           a.caps == b.caps && a.agreed == b.agreed && a.respondents == b.respondents;
}

constexpr int kTries = 300;

}  // namespace

TEST_CASE("adding tallies equals counting everybody at once") {
    Generator random{std::mt19937(1)};
    for (int i = 0; i < kTries; ++i) {
        const auto first = any_respondents(random);
        const auto second = any_respondents(random);
        auto everybody = first;
        everybody.insert(everybody.end(), second.begin(), second.end());
        Tally sum = counted(first);
        add(sum, counted(second));
        REQUIRE(same(sum, counted(everybody)));
    }
}

TEST_CASE("the order of respondents and of their answers never matters") {
    Generator random{std::mt19937(2)};
    for (int i = 0; i < kTries; ++i) {
        auto people = any_respondents(random);
        const Tally before = counted(people);
        std::shuffle(people.begin(), people.end(), random.engine);
        for (Respondent& person : people) std::shuffle(person.answers.begin(), person.answers.end(), random.engine);
        REQUIRE(same(before, counted(people)));
    }
}

TEST_CASE("adding nothing changes nothing") {
    Generator random{std::mt19937(3)};
    const Tally tally = counted(any_respondents(random));
    Tally sum = tally;
    add(sum, empty_tally(sample::plan()));
    CHECK(same(sum, tally));
}

TEST_CASE("one more respondent never lowers what the evidence supports") {
    Generator random{std::mt19937(4)};
    for (int i = 0; i < kTries; ++i) {
        auto people = any_respondents(random);
        const Tally before = counted(people);
        people.push_back(any_respondent(random));
        const Tally after = counted(people);
        for (std::size_t leaf = 0; leaf < before.caps.size(); ++leaf) REQUIRE(after.caps[leaf] >= before.caps[leaf]);
    }
}

TEST_CASE("a respondent without evidence leaves the caps as they are") {
    Generator random{std::mt19937(5)};
    for (int i = 0; i < kTries; ++i) {
        auto people = any_respondents(random);
        const Tally before = counted(people);
        Respondent added = any_respondent(random);
        for (Answer& answer : added.answers) {
            answer.evidence_state = EvidenceState::not_asked;
            answer.evidence.clear();
        }
        people.push_back(added);
        REQUIRE(counted(people).caps == before.caps);
    }
}

TEST_CASE("every respondent is counted once under every practice") {
    Generator random{std::mt19937(6)};
    for (int i = 0; i < kTries; ++i) {
        const auto people = any_respondents(random);
        const Tally tally = counted(people);
        REQUIRE(tally.all_respondents() == static_cast<std::int64_t>(people.size()));
        const std::size_t width = tally.counts.size() / static_cast<std::size_t>(tally.leaves);
        for (int leaf = 0; leaf < tally.leaves; ++leaf) {
            const auto begin = tally.counts.begin() + static_cast<std::ptrdiff_t>(width) * leaf;
            const auto total = std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(width), std::int64_t{0});
            REQUIRE(total == static_cast<std::int64_t>(people.size()));
        }
    }
}

TEST_CASE("a cap lies between what no evidence supports and the highest level") {
    Generator random{std::mt19937(7)};
    for (int i = 0; i < kTries; ++i) {
        const Tally tally = counted(any_respondents(random));
        for (std::size_t leaf = 0; leaf < tally.caps.size(); ++leaf) {
            if (tally.caps[leaf] == kUnknownCap) continue;
            const auto node = static_cast<std::size_t>(sample::plan().leaves[leaf]);
            REQUIRE(tally.caps[leaf] >= sample::plan().base_supports[leaf]);
            REQUIRE(tally.caps[leaf] <= sample::plan().nodes[node].level_values.back());
        }
    }
}
