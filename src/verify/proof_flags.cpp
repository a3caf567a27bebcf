// Whether each flag can be raised, and whether it can be clear.
#include <fmt/format.h>

#include <algorithm>

#include "text/two_at_a_time.hpp"
#include "verify/prover.hpp"

namespace waymark {

namespace {

// Several flags shown by one assessment: what is solved for them touches different tables and practices.
struct Ensemble {
    int profile = 0;
    WitnessWish wish;
    std::set<int> touched;
    bool about_answers = false;
};

bool apart(const std::set<int>& a, const std::set<int>& b) {
    return std::none_of(a.begin(), a.end(), [&](int each) { return b.count(each) > 0; });
}

struct Way {
    int profile;
    Branch branch;
    Solved solved;
};

// Answers pull on the whole crowd, and so they are shared only with what asks nothing of answers.
bool speaks_of_answers(const Lore& lore, const Branch& branch) {
    return std::any_of(branch.begin(), branch.end(),
                       [&](const Literal& literal) { return is_about_answers(literal, lore.framework.catalogue); });
}

// Ways that speak of the same are shown one by one: looking for facts that serve both costs more than it saves.
bool join(const Lore& lore, Ensemble& ensemble, const Way& way, const std::set<int>& touched) {
    const bool answers = speaks_of_answers(lore, way.branch);
    if (ensemble.profile != way.profile || !apart(ensemble.touched, touched) || (ensemble.about_answers && answers))
        return false;
    for (const auto& [table, rows] : way.solved.wish.tables) ensemble.wish.tables[table] = rows;
    if (answers) ensemble.wish.answers = way.solved.wish.answers;
    ensemble.wish.previous = ensemble.wish.previous || way.solved.wish.previous;
    ensemble.about_answers = ensemble.about_answers || answers;
    ensemble.touched.insert(touched.begin(), touched.end());
    return true;
}

bool raised(const Shown& shown, int flag) {
    return shown.states.flags[static_cast<std::size_t>(flag)] == FlagState::raised;
}

void note(Prover& prover, const Shown* shown) {
    if (shown == nullptr) return;
    auto& answers = prover.flags[static_cast<std::size_t>(shown->profile)];
    for (std::size_t flag = 0; flag < answers.size(); ++flag) {
        if (raised(*shown, static_cast<int>(flag))) answers[flag] = Answer3::possible;
    }
}

struct Asked {
    int profile;
    int flag;
    bool never = false;
    std::optional<Way> way = std::nullopt;  // the one most likely to work
};

// All that no assessment shows yet.
std::vector<Asked> undecided(const Prover& prover) {
    std::vector<Asked> all;
    for (std::size_t profile = 0; profile < prover.flags.size(); ++profile) {
        for (std::size_t flag = 0; flag < prover.flags[profile].size(); ++flag) {
            if (prover.flags[profile][flag] == Answer3::undecided)
                all.push_back({static_cast<int>(profile), static_cast<int>(flag)});
        }
    }
    return all;
}

// Sets `never` if there is no way at all.
void find_way(const Prover& prover, Budget budget, Asked& asked) {
    const auto& branches = prover.ways[static_cast<std::size_t>(asked.flag)];
    asked.never = branches.has_value();
    if (!branches) return;
    for (const Branch& branch : *branches) {
        Solved solved = solve(prover.lore, budget, asked.profile, branch);
        if (solved.outcome == Solved::Outcome::impossible) continue;
        asked.never = false;
        const bool found = solved.outcome == Solved::Outcome::found;
        if (found || !asked.way) asked.way = Way{asked.profile, branch, std::move(solved)};
        if (found) return;
    }
}

void show_together(Prover& prover, const std::vector<Asked>& all) {
    std::vector<Ensemble> ensembles;
    for (const Asked& asked : all) {
        if (!asked.way) continue;
        const Way& way = *asked.way;
        const std::set<int> touched = footprint(prover.lore, way.branch);
        const bool joined = std::any_of(ensembles.begin(), ensembles.end(),
                                        [&](Ensemble& ensemble) { return join(prover.lore, ensemble, way, touched); });
        if (!joined)
            ensembles.push_back({way.profile, way.solved.wish, touched, speaks_of_answers(prover.lore, way.branch)});
    }
    std::vector<Wanted> wanted;
    for (Ensemble& ensemble : ensembles) wanted.push_back({ensemble.profile, std::move(ensemble.wish)});
    for (std::size_t at = show_all(prover, std::move(wanted)); at < prover.shown.size(); ++at) {
        note(prover, &prover.shown[at]);
    }
}

void show_alone(Prover& prover, Budget& budget, const Asked& asked) {
    const Answer3& answer = prover.flags[static_cast<std::size_t>(asked.profile)][static_cast<std::size_t>(asked.flag)];
    const auto& branches = prover.ways[static_cast<std::size_t>(asked.flag)];
    if (!branches) return;
    for (const Branch& branch : *branches) {
        if (answer != Answer3::undecided) return;
        Solved solved = solve(prover.lore, budget, asked.profile, branch);
        if (solved.outcome == Solved::Outcome::impossible) continue;
        note(prover, show(prover, asked.profile, std::move(solved.wish)));
    }
}

bool never_everywhere(const Prover& prover, std::size_t flag) {
    return std::all_of(prover.flags.begin(), prover.flags.end(),
                       [&](const auto& answers) { return answers[flag] == Answer3::never; });
}

bool impossible_everywhere(const Prover& prover, Budget& budget, const Branches& branches) {
    for (std::size_t profile = 0; profile < prover.lore.plans.size(); ++profile) {
        for (const Branch& branch : branches) {
            if (!cannot_hold(prover.lore, budget, static_cast<int>(profile), branch)) return false;
        }
    }
    return true;
}

Span place_of_flag(const Flag& flag, const Findings& findings) {
    return place_of(findings.source(), flag.span, flag.id);
}

void report_never(const Flag& flag, Findings& findings) {
    const bool real = flag.kind == FlagKind::real;
    findings.report(
        real ? "P013" : "P010", place_of_flag(flag, findings),
        real ? fmt::format("nobody can earn the sign '{}'", flag.id)
             : fmt::format("the flag '{}' can never be raised", flag.id),
        "no answers and facts that can be given make its condition true; look at each of its bounds and words");
}

// Alternatives of an `any` that lead nowhere, while others do.
void report_dead_parts(const Prover& prover, Budget& budget, const Condition& condition, Findings& findings) {
    if (condition.kind == Condition::Kind::all) {
        for (const Condition& part : condition.parts) report_dead_parts(prover, budget, part, findings);
    }
    if (condition.kind != Condition::Kind::any) return;
    for (const Condition& part : condition.parts) {
        const auto branches = branches_of(part, true);
        if (!branches) continue;
        if (impossible_everywhere(prover, budget, *branches)) {
            findings.report("P014", part.span, "this alternative can never be true",
                            "what it asks for contradicts itself, or is more than there can be; the alternatives "
                            "beside it decide alone");
        } else {
            report_dead_parts(prover, budget, part, findings);
        }
    }
}

// One flag of each pair contradicting parts of `all` is what never raises it.
void report_flag(const Prover& prover, Budget budget, std::size_t index, Findings& findings) {
    const Flag& flag = prover.lore.framework.flags[index];
    if (never_everywhere(prover, index)) return report_never(flag, findings);
    report_dead_parts(prover, budget, flag.when, findings);
    const bool seen_clear = std::any_of(prover.shown.begin(), prover.shown.end(), [&](const Shown& shown) {
        return shown.states.flags[index] == FlagState::clear;
    });
    if (seen_clear) return;
    const auto clear = ways_to_clear(flag);
    if (clear && impossible_everywhere(prover, budget, *clear)) {
        findings.report("P011", place_of_flag(flag, findings), fmt::format("the flag '{}' can never be clear", flag.id),
                        "whatever is answered, its condition is true once it can be told; make it ask for more");
    }
}

}  // namespace

void show_flags(Prover& prover) {
    const Framework& framework = prover.lore.framework;
    prover.flags.assign(prover.lore.plans.size(), std::vector<Answer3>(framework.flags.size(), Answer3::undecided));
    for (const Flag& flag : framework.flags) prover.ways.push_back(ways_to_raise(flag));
    for (const Shown& shown : prover.shown) note(prover, &shown);
    std::vector<Asked> all = undecided(prover);
    const Budget budget = share_of_budget(all.size());
    two_at_a_time(all.size(), [&](std::size_t at) { find_way(prover, budget, all[at]); });
    for (const Asked& asked : all) {
        if (asked.never)
            prover.flags[static_cast<std::size_t>(asked.profile)][static_cast<std::size_t>(asked.flag)] =
                Answer3::never;
    }
    show_together(prover, all);
    Budget for_those_left;
    for (const Asked& asked : all) show_alone(prover, for_those_left, asked);
}

void reports_of_flags(const Prover& prover, Reports& reports) {
    const std::size_t flags = prover.lore.framework.flags.size();
    const Budget budget = share_of_budget(flags);
    for (std::size_t i = 0; i < flags; ++i)
        reports.emplace_back([&prover, budget, i](Findings& findings) { report_flag(prover, budget, i, findings); });
}

}  // namespace waymark
