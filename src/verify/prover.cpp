#include "verify/prover.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <iterator>

#include "text/english.hpp"

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
    if (wish.answers.chosen.empty() || --prover.lore.appraisals < 0) return nullptr;
    States states = appraised(prover.lore, profile, wish);
    prover.shown.push_back({profile, std::move(wish), std::move(states)});
    return &prover.shown.back();
}

std::size_t show_all(Prover& prover, std::vector<Wanted> wanted) {
    std::erase_if(wanted, [](const Wanted& each) { return each.wish.answers.chosen.empty(); });
    const int left = std::max(prover.lore.appraisals, 0);
    prover.lore.appraisals -= static_cast<int>(wanted.size());
    if (wanted.size() > static_cast<std::size_t>(left)) wanted.resize(static_cast<std::size_t>(left));
    std::vector<States> states(wanted.size());
    std::atomic<std::size_t> next = 0;
    const Lore& lore = prover.lore;
    const auto appraise_them = [&] {
        for (std::size_t at = next++; at < wanted.size(); at = next++) {
            states[at] = appraised(lore, wanted[at].profile, wanted[at].wish);
        }
    };
    std::future<void> beside;
    if (wanted.size() > 1) beside = std::async(appraise_them);
    appraise_them();
    if (beside.valid()) beside.get();
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

}  // namespace

ProofCount prove(const Framework& framework, Findings& findings) {
    Diagnostics plain;
    auto beside = std::async([&] {
        Findings found(findings.source(), plain);
        prove_reads(framework, found);
        prove_weights(framework, found);
        check_wording(framework, found);
    });
    const auto before = static_cast<std::ptrdiff_t>(findings.list().size());
    Prover prover(framework);
    prove_bounds(prover.lore, findings);
    prove_bands(prover, findings);
    prove_flags(prover, findings);
    prove_verdict(prover, findings);
    compare_flags(prover, findings);
    beside.get();
    findings.list().insert(findings.list().begin() + before, std::make_move_iterator(plain.begin()),
                           std::make_move_iterator(plain.end()));
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
