#include "verify/find_witness.hpp"

#include <fmt/format.h>

#include "verify/prover.hpp"

namespace waymark {

namespace {

template <class List>
std::optional<int> named(const List& list, const std::string& id, std::vector<std::string>& known) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].id == id) return static_cast<int>(i);
        known.push_back(list[i].id);
    }
    return std::nullopt;
}

Witness made(const Lore& lore, int profile, const WitnessWish& wish) {
    return witness_for(lore.spaces[static_cast<std::size_t>(profile)], wish, lore.dates);
}

std::optional<Witness> of_flag(const Framework& framework, int flag) {
    const Lore lore(framework);
    Budget budget;
    const auto ways = ways_to_raise(framework.flags[static_cast<std::size_t>(flag)]);
    if (!ways) return std::nullopt;
    for (std::size_t profile = 0; profile < lore.plans.size(); ++profile) {
        const int under = static_cast<int>(profile);
        for (const Branch& way : *ways) {
            const Solved solved = solve(lore, budget, under, way);
            if (solved.outcome == Solved::Outcome::impossible || solved.wish.answers.chosen.empty()) continue;
            const States states = appraised(lore, under, solved.wish);
            if (states.flags[static_cast<std::size_t>(flag)] == FlagState::raised)
                return made(lore, under, solved.wish);
        }
    }
    return std::nullopt;
}

std::optional<Witness> of_band(const Framework& framework, int band) {
    const Lore lore(framework);
    for (std::size_t profile = 0; profile < lore.plans.size(); ++profile) {
        bool proved = false;
        auto plan = answers_in_band(lore.spaces[profile], band, proved);
        if (!plan) continue;
        WitnessWish wish;
        wish.answers = std::move(*plan);
        const States states = appraised(lore, static_cast<int>(profile), wish);
        if (states.band == framework.scoring.bands[static_cast<std::size_t>(band)].id)
            return made(lore, static_cast<int>(profile), wish);
    }
    return std::nullopt;
}

// Readings of the verdict turn up among what was made up for flags and bands.
std::optional<Witness> of_verdict(const Framework& framework, int reading) {
    Prover prover(framework);
    show_bands(prover);
    show_flags(prover);
    show_readings(prover);
    for (const Shown& shown : prover.shown) {
        if (shown.states.verdict == framework.verdict.readings[static_cast<std::size_t>(reading)].id)
            return made(prover.lore, shown.profile, shown.wish);
    }
    return std::nullopt;
}

}  // namespace

std::optional<WitnessTarget> witness_target(const std::string& text, const Framework& framework,
                                            std::vector<std::string>& known) {
    using Kind = WitnessTarget::Kind;
    const std::size_t colon = text.find(':');
    const std::string kind = colon == std::string::npos ? "flag" : text.substr(0, colon);
    const std::string id = colon == std::string::npos ? text : text.substr(colon + 1);
    std::optional<int> index;
    if (kind == "flag") {
        index = named(framework.flags, id, known);
        if (index) return WitnessTarget{Kind::flag, *index};
    } else if (kind == "band") {
        index = named(framework.scoring.bands, id, known);
        if (index) return WitnessTarget{Kind::band, *index};
    } else if (kind == "verdict") {
        index = named(framework.verdict.readings, id, known);
        if (index) return WitnessTarget{Kind::verdict, *index};
    }
    return std::nullopt;
}

std::string in_words(const WitnessTarget& target, const Framework& framework) {
    const auto at = static_cast<std::size_t>(target.index);
    switch (target.kind) {
        case WitnessTarget::Kind::flag:
            return fmt::format("the flag {} can be raised", framework.flags[at].id);
        case WitnessTarget::Kind::band:
            return fmt::format("the overall band {} can be reached", framework.scoring.bands[at].id);
        case WitnessTarget::Kind::verdict:
            break;
    }
    return fmt::format("the reading {} can be given", framework.verdict.readings[at].id);
}

std::optional<Witness> find_witness(const Framework& framework, const WitnessTarget& target) {
    switch (target.kind) {
        case WitnessTarget::Kind::flag:
            return of_flag(framework, target.index);
        case WitnessTarget::Kind::band:
            return of_band(framework, target.index);
        case WitnessTarget::Kind::verdict:
            break;
    }
    return of_verdict(framework, target.index);
}

}  // namespace waymark
