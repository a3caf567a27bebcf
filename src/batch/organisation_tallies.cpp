#include "batch/organisation_tallies.hpp"

#include <algorithm>

namespace waymark {

namespace {

constexpr std::size_t kOtherStates = 4;

std::size_t width(const Plan& plan) {
    return static_cast<std::size_t>(plan.widest_scale) + kOtherStates;
}

std::size_t place(const Plan& plan, const LeafAnswer& answer) {
    if (answer.state == AnswerState::level) return static_cast<std::size_t>(answer.level);
    return static_cast<std::size_t>(plan.widest_scale) + static_cast<std::size_t>(answer.state) -
           static_cast<std::size_t>(AnswerState::dont_know);
}

std::uint32_t packed(int role, int answered, bool straight_lining) {
    return (static_cast<std::uint32_t>(role) << 16U) | (static_cast<std::uint32_t>(answered) << 1U) |
           (straight_lining ? 1U : 0U);
}

RespondentGroup unpacked(std::uint32_t group) {
    return {static_cast<int>(group >> 16U), static_cast<int>((group & 0xFFFFU) >> 1U), (group & 1U) != 0};
}

void add_people(OrganisationTally& into, std::uint32_t group, std::uint32_t people) {
    const auto place = std::ranges::lower_bound(into.groups, group, {}, [](const auto& known) { return known.first; });
    if (place != into.groups.end() && place->first == group) {
        place->second += people;
    } else {
        into.groups.emplace(place, group, people);
    }
}

}  // namespace

void let_go(OrganisationTally& counted) {
    counted.roles = {};
    counted.groups = {};
    counted.evidence = {};
}

void OrganisationTallies::add(std::string_view key, std::string_view name, const Response& response,
                              bool straight_lining) {
    const int role = response.role < 0 ? plan_->roles : response.role;
    Shard& shard = shard_of(key);
    const std::lock_guard guard(shard.lock);
    auto found = shard.organisations.find(key);
    if (found == shard.organisations.end()) {
        found = shard.organisations.emplace(std::string(key), std::make_unique<OrganisationTally>()).first;
        found->second->name = name;
        found->second->roles.resize(static_cast<std::size_t>(plan_->roles) + 1);
    }
    OrganisationTally& into = *found->second;
    if (name < into.name) into.name = name;
    ++into.responses;
    auto& block = into.roles[static_cast<std::size_t>(role)];
    if (block.empty()) block.assign(plan_->leaves.size() * width(*plan_), 0);
    int answered = 0;
    std::size_t row = 0;
    for (const LeafAnswer& answer : response.answers) {
        ++block[row + place(*plan_, answer)];
        answered += answer.state == AnswerState::level ? 1 : 0;
        row += width(*plan_);
    }
    add_people(into, packed(role, answered, straight_lining), 1);
    for (const GivenEvidence& given : response.evidence) {
        const LeafAnswer& answer = response.answers[static_cast<std::size_t>(given.leaf)];
        if (answer.state != AnswerState::level) continue;  // it supports nothing
        ++into.evidence[{static_cast<std::int16_t>(given.leaf), static_cast<std::int16_t>(role),
                         static_cast<std::int16_t>(answer.level), static_cast<std::int16_t>(given.strength),
                         given.dated}];
    }
}

void OrganisationTallies::add(const OrganisationTallies& other) {
    for (const Shard& from : other.shards_) {
        for (const auto& [key, counted] : from.organisations) {
            auto& into = shard_of(key).organisations[key];
            if (!into) {
                into = std::make_unique<OrganisationTally>(*counted);
                continue;
            }
            into->name = std::min(into->name, counted->name);
            into->responses += counted->responses;
            for (std::size_t role = 0; role < counted->roles.size(); ++role) {
                const auto& block = counted->roles[role];
                into->roles[role].resize(std::max(into->roles[role].size(), block.size()), 0);
                for (std::size_t i = 0; i < block.size(); ++i) into->roles[role][i] += block[i];
            }
            for (const auto& [group, people] : counted->groups) add_people(*into, group, people);
            for (const auto& [kind, times] : counted->evidence) into->evidence[kind] += times;
        }
    }
}

std::size_t OrganisationTallies::size() const {
    std::size_t total = 0;
    for (const Shard& shard : shards_) total += shard.organisations.size();
    return total;
}

std::vector<OrganisationTally*> OrganisationTallies::sorted() const {
    std::vector<OrganisationTally*> all;
    for (const Shard& shard : shards_) {
        for (const auto& [key, counted] : shard.organisations) all.push_back(counted.get());
    }
    std::ranges::sort(all, {}, [](const OrganisationTally* counted) -> const std::string& { return counted->name; });
    return all;
}

FullTally full_tally(const OrganisationTally& counted, const Plan& plan, const Framework& framework, Date date) {
    FullTally full;
    full.tally = empty_tally(plan);
    // A role more than the plan's, for those who did not say theirs.
    const bool roleless = !counted.roles.back().empty();
    full.tally.roles = plan.roles + (roleless ? 1 : 0);
    full.tally.counts.assign(plan.leaves.size() * static_cast<std::size_t>(full.tally.roles) * width(plan), 0);
    for (int role = 0; role < full.tally.roles; ++role) {
        const auto& block = counted.roles[static_cast<std::size_t>(role)];
        for (std::size_t i = 0; i < block.size(); ++i) {
            const std::size_t leaf = i / width(plan);
            const std::size_t group =
                leaf * static_cast<std::size_t>(full.tally.roles) + static_cast<std::size_t>(role);
            full.tally.counts[group * width(plan) + i % width(plan)] = block[i];
        }
    }
    for (const auto& [group, people] : counted.groups) full.tally.respondents[unpacked(group)] += people;
    if (counted.evidence.empty()) return full;
    EvidenceCounts items;
    for (const auto& [kind, times] : counted.evidence) {
        const auto leaf = static_cast<std::size_t>(kind.leaf);
        const int element = plan.leaves[leaf];
        std::int64_t cap = plan.base_supports[leaf];
        if (kind.strength >= 0) {
            const int strength = effective_strength(kind.strength, kind.dated, framework.evidence, date);
            cap = std::max(cap, supported_value(plan, framework, element, kind.level, strength));
            const int role = kind.role < plan.roles ? kind.role : -1;
            items[{element, role, kind.strength, strength, kind.dated, -1, -1}] += times;
        }
        full.tally.caps[leaf] = std::max(full.tally.caps[leaf], cap);
    }
    full.evidence = evidence_table(items, plan.profile, framework);
    return full;
}

}  // namespace waymark
