#include "verify/prover.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "text/english.hpp"
#include "text/two_at_a_time.hpp"

namespace waymark {

ProofCount& ProofCount::operator+=(const ProofCount& other) {
    questions += other.questions;
    possible += other.possible;
    never += other.never;
    undecided += other.undecided;
    return *this;
}

States appraised(const Lore& lore, int profile, const WitnessWish& wish) {
    const auto at = static_cast<std::size_t>(profile);
    const Witness witness = witness_for(lore.spaces[at], wish, lore.dates);
    return states_of(case_without_words(witness.assessment, lore.framework, lore.plans[at],
                                        witness.previous ? &*witness.previous : nullptr));
}

const Shown* show(Prover& prover, int profile, WitnessWish wish) {
    if (wish.answers.chosen.empty() || --prover.appraisals < 0) return nullptr;
    States states = appraised(prover.lore, profile, wish);
    prover.shown.push_back({profile, std::move(wish), std::move(states)});
    return &prover.shown.back();
}

std::size_t show_all(Prover& prover, std::vector<Wanted> wanted) {
    std::erase_if(wanted, [](const Wanted& each) { return each.wish.answers.chosen.empty(); });
    const int left = std::max(prover.appraisals, 0);
    prover.appraisals -= static_cast<int>(wanted.size());
    if (wanted.size() > static_cast<std::size_t>(left)) wanted.resize(static_cast<std::size_t>(left));
    std::vector<States> states(wanted.size());
    two_at_a_time(wanted.size(),
                  [&](std::size_t at) { states[at] = appraised(prover.lore, wanted[at].profile, wanted[at].wish); });
    const std::size_t first = prover.shown.size();
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        prover.shown.push_back({wanted[at].profile, std::move(wanted[at].wish), std::move(states[at])});
    }
    return first;
}

namespace {

void count(const std::vector<std::vector<Answer3>>& answers, ProofCount& into) {
    for (const auto& of_profile : answers) {
        for (const Answer3 answer : of_profile) {
            ++into.questions;
            into.possible += answer == Answer3::possible ? 1 : 0;
            into.never += answer == Answer3::never ? 1 : 0;
            into.undecided += answer == Answer3::undecided ? 1 : 0;
        }
    }
}

// Two at a time; what they find stands in their order.
void report(const Reports& reports, Findings& findings) {
    std::vector<Diagnostics> found(reports.size());
    two_at_a_time(reports.size(), [&](std::size_t at) {
        Findings own(findings.source(), found[at]);
        reports[at](own);
    });
    for (Diagnostics& list : found) std::ranges::move(list, std::back_inserter(findings.list()));
}

}  // namespace

ProofCount prove(const Framework& framework, Findings& findings) {
    Prover prover(framework);
    show_bands(prover);
    show_flags(prover);
    show_readings(prover);
    Reports reports{[&](Findings& found) { prove_reads(framework, found); },
                    [&](Findings& found) { prove_weights(framework, found); },
                    [&](Findings& found) { check_wording(framework, found); },
                    [&](Findings& found) { report_bounds(prover.lore, found); },
                    [&](Findings& found) { report_bands(prover, found); }};
    reports_of_flags(prover, reports);
    reports_of_readings(prover, reports);
    reports_of_pairs(prover, reports);
    report(reports, findings);
    ProofCount result;
    for (const auto* answers : {&prover.flags, &prover.bands, &prover.verdicts}) count(*answers, result);
    return result;
}

std::string in_words(const ProofCount& count) {
    if (count.questions == 0) return "";
    return fmt::format("proofs about fully answered assessments: {} of {} can be reached, {} cannot, {} not decided",
                       count.possible, count.questions, count.never, count.undecided);
}

}  // namespace waymark
