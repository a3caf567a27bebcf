#include "property/cohort_cards.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

using namespace waymark;

namespace {

constexpr std::array<const char*, 5> kTitles{"Absent", "Emerging", "Developing", "Embedded", "Transforming"};
constexpr std::array<const char*, 5> kStates{"raised", "clear", "cannot-tell", "does-not-apply", "too-early"};
constexpr std::array<const char*, 4> kReadings{"At risk", "Watch", "Clear", "Cannot tell yet"};
constexpr std::array<const char*, 4> kOutcomes{"improving", "flat", "worsening", "unknown"};

class Dice {
  public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}
    int below(int end) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(end)); }

  private:
    std::mt19937 engine_;
};

CardNode named(const char* id, const char* kind, const char* parent) {
    CardNode node;
    node.id = id;
    node.title = id;
    node.kind = kind;
    node.parent = parent;
    node.highest = 4;
    return node;
}

// Half-steps; now and then nothing. Evidence never exceeds the claim.
void score(CardNode& node, Dice& dice, int centre) {
    if (dice.below(8) == 0) return;
    const int claimed = std::clamp(centre + dice.below(5) - 2, 0, 8);
    node.claimed.point = Rational::fraction(claimed, 2);
    if (dice.below(6) == 0) return;
    node.evidenced.point = Rational::fraction(std::min(claimed, dice.below(9)), 2);
}

void band(CardNode& node) {
    if (!node.evidenced.point) return;
    int level = 0;
    while (level < 4 && *node.evidenced.point >= Rational::fraction(2 * level + 1, 2)) ++level;
    node.band_title = kTitles[static_cast<std::size_t>(level)];
    node.band = node.band_title;
}

}  // namespace

std::vector<Scorecard> random_cards(std::uint32_t seed, std::size_t count) {
    Dice dice(seed);
    const int centre = dice.below(9);
    std::vector<Scorecard> cards;
    for (std::size_t number = 0; number < count; ++number) {
        Scorecard card;
        card.framework_id = "small";
        card.framework_version = "1.0.0";
        card.framework_title = "Small";
        card.organisation = fmt::format("Team {:03}", number);
        card.date = "2026-01-31";
        card.may_be_named = dice.below(3) == 0;
        card.evidence_collected = true;
        card.respondents = 1 + dice.below(6);
        card.first_look = card.respondents == 1;
        card.roles = {{"leader", "Leaders", dice.below(3)}, {"frontline", "Frontline", dice.below(2)}};
        for (std::size_t level = 0; level < kTitles.size(); ++level) {
            card.levels.push_back({kTitles[level], kTitles[level], Rational(static_cast<int>(level))});
        }
        card.nodes = {named("overall", "overall", ""), named("work", "dimension", "overall"),
                      named("one", "practice", "work"), named("two", "practice", "work"),
                      named("three", "practice", "work")};
        for (CardNode& node : card.nodes) score(node, dice, centre);
        for (CardNode& node : card.nodes) {
            if (node.kind != "practice") band(node);
        }
        for (const char* id : {"a", "b", "c", "d"}) {
            CardFlag flag;
            flag.id = id;
            flag.title = id;
            flag.kind = "washing";
            flag.state = kStates[static_cast<std::size_t>(dice.below(*id == 'a' ? 2 : 5))];
            card.flags.push_back(flag);
        }
        card.verdict.title = kReadings[static_cast<std::size_t>(dice.below(1 + dice.below(4)))];
        card.outcomes.given = dice.below(3) > 0;
        card.outcomes.column = kOutcomes[static_cast<std::size_t>(dice.below(4))];
        cards.push_back(std::move(card));
    }
    return cards;
}
