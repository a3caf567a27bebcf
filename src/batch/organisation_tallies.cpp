#include "batch/organisation_tallies.hpp"

#include <algorithm>

#include "assessment/evidence_kinds.hpp"

namespace waymark {

namespace {

constexpr std::size_t kOtherStates = 4;

// Of the cells of one leaf.
std::size_t width(const Plan& plan) {
    return static_cast<std::size_t>(plan.widest_scale) + kOtherStates;
}

std::size_t place(const Plan& plan, const LeafAnswer& answer) {
    if (answer.state == AnswerState::level) return static_cast<std::size_t>(answer.level);
    return static_cast<std::size_t>(plan.widest_scale) + static_cast<std::size_t>(answer.state) -
           static_cast<std::size_t>(AnswerState::dont_know);
}

// Behind the answers: people who gave 0, 1, 2 … levels, each without and with straight-lining.
std::size_t people_place(const Plan& plan, std::size_t answered, bool straight_lining) {
    return plan.leaves.size() * width(plan) + 2 * answered + (straight_lining ? 1 : 0);
}

std::size_t answer_cells(const Plan& plan) {
    return people_place(plan, plan.leaves.size() + 1, false);
}

// Of the undated evidence for one leaf: said that there is none, then every strength.
std::size_t evidence_width(const Framework& framework) {
    return framework.evidence.strengths.size() + 1;
}

std::size_t evidence_place(const Framework& framework, int leaf, int strength) {
    return static_cast<std::size_t>(leaf) * evidence_width(framework) + static_cast<std::size_t>(strength + 1);
}

std::size_t evidence_cells(const Plan& plan, const Framework& framework) {
    return plan.leaves.size() * evidence_width(framework);
}

template <typename Counts>
void make(Counts& counts, std::size_t size) {
    if (counts.empty()) counts = Counts(size);
}

}  // namespace

void let_go(OrganisationTally& counted) {
    counted.roles = {};
    counted.vouched = {};
    counted.dated = {};
}

void OrganisationTallies::add(std::string_view key, std::string_view name, const Response& response,
                              bool straight_lining) {
    const int role = response.role < 0 ? plan_->roles : response.role;
    Shard& shard = shard_of(key);
    const std::lock_guard guard(shard.lock);
    auto found = shard.organisations.find(key);
    if (found == shard.organisations.end()) {
        found = shard.organisations.emplace(std::string(key), OrganisationTally()).first;
        found->second.name = name;
        found->second.roles.resize(static_cast<std::size_t>(plan_->roles) + 1);
    }
    OrganisationTally& into = found->second;
    if (name < into.name) into.name = name;
    ++into.responses;
    RoleCounts& counts = into.roles[static_cast<std::size_t>(role)];
    make(counts.answers, answer_cells(*plan_));
    std::size_t answered = 0;
    std::size_t row = 0;
    for (const LeafAnswer& answer : response.answers) {
        counts.answers.add(row + place(*plan_, answer), 1);
        answered += answer.state == AnswerState::level ? 1 : 0;
        row += width(*plan_);
    }
    counts.answers.add(people_place(*plan_, answered, straight_lining), 1);
    for (const GivenEvidence& given : response.evidence) {
        const LeafAnswer& answer = response.answers[static_cast<std::size_t>(given.leaf)];
        if (answer.state != AnswerState::level) continue;  // it supports nothing
        if (given.strength >= 0 && given.dated) {
            into.dated.add({given.leaf, role, answer.level, given.strength, *given.dated});
            continue;
        }
        const std::size_t kind = evidence_place(*framework_, given.leaf, given.strength);
        make(counts.evidence, evidence_cells(*plan_, *framework_));
        counts.evidence.add(kind, 1);
        make(into.vouched, evidence_cells(*plan_, *framework_));
        into.vouched[kind] = std::max(into.vouched[kind], static_cast<std::uint8_t>(answer.level + 1));
    }
}

void OrganisationTallies::add(const OrganisationTallies& other) {
    for (const Shard& from : other.shards_) {
        for (const auto& [key, counted] : from.organisations) {
            const auto [place, is_new] = shard_of(key).organisations.try_emplace(key, counted);
            if (is_new) continue;
            OrganisationTally& into = place->second;
            into.name = std::min(into.name, counted.name);
            into.responses += counted.responses;
            for (std::size_t role = 0; role < counted.roles.size(); ++role) {
                into.roles[role].answers.add(counted.roles[role].answers);
                into.roles[role].evidence.add(counted.roles[role].evidence);
            }
            into.vouched.resize(std::max(into.vouched.size(), counted.vouched.size()));
            for (std::size_t i = 0; i < counted.vouched.size(); ++i) {
                into.vouched[i] = std::max(into.vouched[i], counted.vouched[i]);
            }
            into.dated.add(counted.dated);
        }
    }
}

std::size_t OrganisationTallies::size() const {
    std::size_t total = 0;
    for (const Shard& shard : shards_) total += shard.organisations.size();
    return total;
}

std::vector<OrganisationTally*> OrganisationTallies::sorted() {
    std::vector<OrganisationTally*> all;
    all.reserve(size());
    for (Shard& shard : shards_) {
        for (auto& [key, counted] : shard.organisations) all.push_back(&counted);
    }
    std::ranges::sort(all, {}, [](const OrganisationTally* counted) -> const std::string& { return counted->name; });
    return all;
}

namespace {

std::int64_t signed_count(std::uint64_t count) {
    return static_cast<std::int64_t>(count);
}

void put_answers(const OrganisationTally& counted, const Plan& plan, Tally& tally) {
    // A role more than the plan's, for those who did not say theirs.
    const bool roleless = !counted.roles.back().answers.empty();
    tally.roles = plan.roles + (roleless ? 1 : 0);
    const auto roles = static_cast<std::size_t>(tally.roles);
    tally.counts.assign(plan.leaves.size() * roles * width(plan), 0);
    for (std::size_t role = 0; role < roles; ++role) {
        const NarrowCounts& from = counted.roles[role].answers;
        if (from.empty()) continue;
        for (std::size_t i = 0; i < plan.leaves.size() * width(plan); ++i) {
            const std::size_t group = i / width(plan) * roles + role;
            tally.counts[group * width(plan) + i % width(plan)] = signed_count(from[i]);
        }
        for (std::size_t answered = 0; answered <= plan.leaves.size(); ++answered) {
            for (const bool straight : {false, true}) {
                const std::uint64_t people = from[people_place(plan, answered, straight)];
                if (people == 0) continue;
                tally.respondents[{static_cast<int>(role), static_cast<int>(answered), straight}] =
                    signed_count(people);
            }
        }
    }
}

// What the items of an organisation come to on a date.
class EvidenceSum {
  public:
    EvidenceSum(const Plan& plan, const Framework& framework, Date date, Tally& tally)
        : plan_(plan), framework_(framework), date_(date), tally_(tally) {}

    void count(const OrganisationTally& counted) {
        for (std::size_t role = 0; role < counted.roles.size(); ++role) {
            if (!counted.roles[role].evidence.empty()) count_undated(counted.roles[role].evidence, role);
        }
        for (std::size_t i = 0; i < counted.vouched.size(); ++i) {
            if (counted.vouched[i] == 0) continue;
            const auto leaf = static_cast<int>(i / evidence_width(framework_));
            const int strength = static_cast<int>(i % evidence_width(framework_)) - 1;
            lift(leaf, counted.vouched[i] - 1, strength, std::nullopt);
        }
        counted.dated.each([&](const DatedItem& item, std::uint32_t times) {
            lift(item.leaf, item.level, item.strength, item.dated);
            count_items(item.leaf, item.role, item.strength, item.dated, times);
        });
    }
    bool any() const { return any_; }
    const EvidenceCounts& items() const { return items_; }

  private:
    void count_undated(const NarrowCounts& counts, std::size_t role) {
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const int strength = static_cast<int>(i % evidence_width(framework_)) - 1;
            if (strength < 0 || counts[i] == 0) continue;
            count_items(static_cast<int>(i / evidence_width(framework_)), static_cast<int>(role), strength,
                        std::nullopt, counts[i]);
        }
    }

    void count_items(int leaf, int role, int strength, const std::optional<Date>& dated, std::uint64_t times) {
        const int element = plan_.leaves[static_cast<std::size_t>(leaf)];
        const int effective = effective_strength(strength, dated, framework_.evidence, date_);
        items_[{element, role < plan_.roles ? role : -1, strength, effective, dated, -1, -1}] += signed_count(times);
    }

    // Strength -1 says that there is nothing, which supports what no evidence does.
    void lift(int leaf, int level, int strength, const std::optional<Date>& dated) {
        any_ = true;
        const auto at = static_cast<std::size_t>(leaf);
        std::int64_t cap = plan_.base_supports[at];
        if (strength >= 0) {
            const int effective = effective_strength(strength, dated, framework_.evidence, date_);
            cap = std::max(cap, supported_value(plan_, framework_, plan_.leaves[at], level, effective));
        }
        tally_.caps[at] = std::max(tally_.caps[at], cap);
    }

    const Plan& plan_;
    const Framework& framework_;
    Date date_;
    Tally& tally_;
    EvidenceCounts items_;
    bool any_ = false;
};

}  // namespace

FullTally full_tally(const OrganisationTally& counted, const Plan& plan, const Framework& framework, Date date) {
    FullTally full;
    full.tally = empty_tally(plan);
    put_answers(counted, plan, full.tally);
    EvidenceSum evidence(plan, framework, date, full.tally);
    evidence.count(counted);
    if (evidence.any()) full.evidence = evidence_table(evidence.items(), plan.profile, framework);
    return full;
}

}  // namespace waymark
