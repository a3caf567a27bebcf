// Flags that say the same: one of the same severity that another always brings with it, and a warning that is raised just
// when an encouraging sign is.
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "verify/prover.hpp"

namespace waymark {

namespace {

struct Ways {
    Branches raise, clear;
    std::vector<std::set<int>> raise_touches, clear_touches;
    bool known = false;
};

Ways ways_of(const Prover& prover, std::size_t flag) {
    Ways ways;
    const auto clear = ways_to_clear(prover.lore.framework.flags[flag]);
    if (!prover.ways[flag] || !clear) return ways;
    ways.raise = *prover.ways[flag];
    ways.clear = *clear;
    for (const Branch& branch : ways.raise) ways.raise_touches.push_back(footprint(prover.lore, branch));
    for (const Branch& branch : ways.clear) ways.clear_touches.push_back(footprint(prover.lore, branch));
    ways.known = true;
    return ways;
}

bool apart(const std::set<int>& a, const std::set<int>& b) {
    return std::none_of(a.begin(), a.end(), [&](int each) { return b.count(each) > 0; });
}

// Somewhere the one was raised and the other clear, or both could be because they look at different things.
bool can_part(const Prover& prover, std::size_t one, const Ways& a, std::size_t other, const Ways& b) {
    for (const Shown& shown : prover.shown) {
        if (shown.states.flags[one] == FlagState::raised && shown.states.flags[other] == FlagState::clear) return true;
    }
    for (const auto& raise : a.raise_touches) {
        for (const auto& clear : b.clear_touches) {
            if (apart(raise, clear)) return true;
        }
    }
    return false;
}

bool implies(const Prover& prover, Budget& budget, std::size_t one, const Ways& a, std::size_t other, const Ways& b) {
    if (!a.known || !b.known || can_part(prover, one, a, other, b)) return false;
    for (std::size_t profile = 0; profile < prover.lore.plans.size(); ++profile) {
        for (const Branch& raise : a.raise) {
            for (const Branch& clear : b.clear) {
                Branch both = raise;
                both.insert(both.end(), clear.begin(), clear.end());
                if (!cannot_hold(prover.lore, budget, static_cast<int>(profile), both)) return false;
            }
        }
    }
    return true;
}

bool can_be_raised(const Prover& prover, std::size_t flag) {
    return std::any_of(prover.flags.begin(), prover.flags.end(),
                       [&](const auto& answers) { return answers[flag] == Answer3::possible; });
}

// One severity, the same for both.
bool equally_severe(const Flag& a, const Flag& b) {
    return a.severity.size() == 1 && b.severity.size() == 1 && a.severity[0].level == b.severity[0].level;
}

void report_implied(const Flag& flag, const Flag& by, bool both_ways, Findings& findings) {
    const std::string help =
        both_ways ? "the two ask for the same; keep one of them"
                  : fmt::format(
                        "'{}' counts double wherever it is raised; make '{}' ask for something else, or give one "
                        "of them another severity",
                        by.id, flag.id);
    findings.report("P012", place_of(findings.source(), flag.span, flag.id),
                    fmt::format("the flag '{}' is raised whenever '{}' is, with the same severity", flag.id, by.id),
                    help);
}

// With all flags before it.
void compare_flag(const Prover& prover, Budget budget, const std::vector<Ways>& ways, std::size_t i,
                  Findings& findings) {
    const auto& flags = prover.lore.framework.flags;
    for (std::size_t j = 0; j < i; ++j) {
        if (!can_be_raised(prover, i) || !can_be_raised(prover, j)) continue;
        const bool same_kind = flags[i].kind == flags[j].kind;
        if (same_kind && (flags[i].kind == FlagKind::real || !equally_severe(flags[i], flags[j]))) continue;
        const bool forth = implies(prover, budget, i, ways[i], j, ways[j]);
        const bool back = (same_kind || forth) && implies(prover, budget, j, ways[j], i, ways[i]);
        if (!same_kind && forth && back) {
            findings.report("P015", place_of(findings.source(), flags[i].span, flags[i].id),
                            fmt::format("'{}' encourages for what '{}' warns of: the two are raised together",
                                        flags[i].id, flags[j].id),
                            "one of the two conditions was meant the other way round");
        } else if (same_kind && back) {
            report_implied(flags[i], flags[j], forth, findings);
        } else if (same_kind && forth) {
            report_implied(flags[j], flags[i], false, findings);
        }
    }
}

}  // namespace

void reports_of_pairs(const Prover& prover, Reports& reports) {
    constexpr std::size_t kMostFlags = 200;
    const std::size_t flags = prover.lore.framework.flags.size();
    if (flags > kMostFlags) return;
    const auto ways = std::make_shared<std::vector<Ways>>();
    for (std::size_t i = 0; i < flags; ++i) ways->push_back(ways_of(prover, i));
    const Budget budget = share_of_budget(flags);
    for (std::size_t i = 0; i < flags; ++i) {
        reports.emplace_back(
            [&prover, budget, ways, i](Findings& findings) { compare_flag(prover, budget, *ways, i, findings); });
    }
}

}  // namespace waymark
