// Whether the answers can carry a reading, and the reasons for lower confidence (docs/scoring.md,
// "Confidence").
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "appraisal/working.hpp"

namespace waymark {

namespace {

const NodeScore& score_at(const Working& working, int node) {
    return working.scores.nodes[static_cast<std::size_t>(node)];
}

const std::string& title_of(const Working& working, int node) {
    return working.framework.elements[static_cast<std::size_t>(node)].title;
}

const std::vector<int>& dimensions(const Working& working) {
    return working.plan.nodes[0].children;
}

std::string share(std::int64_t part, std::int64_t whole) {
    return (Rational::fraction(part, whole) * Rational(100)).to_fixed(0) + "%";
}

std::int64_t state_total(const Working& working, AnswerState state) {
    const Tally& tally = working.input.tally;
    std::int64_t total = 0;
    for (int leaf = 0; leaf < tally.leaves; ++leaf) {
        for (int role = 0; role < tally.roles; ++role) {
            if (state != AnswerState::level) total += tally.state_count(leaf, role, state);
            for (int level = 0; state == AnswerState::level && level < tally.levels; ++level) {
                total += tally.level_count(leaf, role, level);
            }
        }
    }
    return total;
}

// Every dimension within a small distance of the others, and nobody ever unsure.
bool has_halo(const Working& working) {
    std::optional<Rational> low;
    std::optional<Rational> high;
    int scored = 0;
    for (const int node : dimensions(working)) {
        const NodeScore& score = score_at(working, node);
        if (score.state == NodeState::not_applicable) continue;
        if (!score.claimed.point) return false;
        low = low ? std::min(*low, *score.claimed.point) : *score.claimed.point;
        high = high ? std::max(*high, *score.claimed.point) : *score.claimed.point;
        ++scored;
    }
    return scored >= 2 && *high - *low <= working.plan.rules.quality.halo_within &&
           state_total(working, AnswerState::dont_know) == 0;
}

std::vector<int> jumps_without_evidence(const Working& working) {
    std::vector<int> jumped;
    if (!working.previous) return jumped;
    for (const int node : dimensions(working)) {
        const auto& now = score_at(working, node).claimed.point;
        const auto& before = working.previous->nodes[static_cast<std::size_t>(node)].claimed.point;
        if (!now || !before || *now - *before < working.plan.rules.quality.score_jump) continue;
        std::int64_t fresh = 0;
        for (const int leaf : working.plan.leaves) {
            const bool inside = working.plan.nodes[static_cast<std::size_t>(leaf)].dimension == node;
            if (inside) fresh += new_evidence(working, leaf).value_or(0);
        }
        if (fresh == 0) jumped.push_back(node);
    }
    return jumped;
}

class Notes {
  public:
    void say(std::string text) { notes_.push_back({"confidence", std::move(text)}); }
    std::vector<CardNote> done() { return std::move(notes_); }

  private:
    std::vector<CardNote> notes_;
};

void who_answered(const Working& working, Notes& notes) {
    const std::int64_t people = working.input.tally.all_respondents();
    if (people == 0) return notes.say("Nobody has answered yet.");
    if (people == 1) return notes.say("One person answered. One view is a first look, not yet an organisation's.");
    const std::int64_t roleless = working.input.tally.respondents_in(working.plan.roles);
    if (roleless == people) return notes.say("Nobody's role is known.");
    if (roleless > 0) notes.say(fmt::format("The role of {} of {} people is not known.", roleless, people));
    if (working.quality.roles_heard < 2) {
        return notes.say(roleless > 0 ? "Everyone whose role is known has the same one."
                                      : "Everyone who answered has the same role.");
    }
    for (int role = 0; role < working.plan.roles; ++role) {
        const std::int64_t count = working.input.tally.respondents_in(role);
        if (count > 0 && count < working.plan.rules.role_min) {
            notes.say(fmt::format(
                "Fewer than {} people answered as {}, so their answers are counted but never shown apart.",
                working.plan.rules.role_min, working.framework.roles[static_cast<std::size_t>(role)].title));
        }
    }
}

void how_complete(const Working& working, Notes& notes) {
    const Score& claimed = score_at(working, 0).claimed;
    if (claimed.known < claimed.in_scope) {
        notes.say(fmt::format("{} of {} practices that apply have an answer.", claimed.known, claimed.in_scope));
    }
    const Score& evidenced = score_at(working, 0).evidenced;
    if (!working.scores.evidence_collected) {
        notes.say("Nobody was asked for evidence: every figure is a claim.");
    } else if (evidenced.known < claimed.known) {
        notes.say(fmt::format("Evidence was given, or said to be missing, for {} of {} answered practices.",
                              evidenced.known, claimed.known));
    }
    const std::int64_t unsure = state_total(working, AnswerState::dont_know);
    if (unsure == 0) return;
    const std::int64_t all = state_total(working, AnswerState::level) + unsure;
    notes.say(fmt::format("{} of {} answers {} \"don't know\" ({}).", unsure, all, unsure == 1 ? "is" : "are",
                          share(unsure, all)));
}

void agreement(const Working& working, Notes& notes) {
    std::vector<std::string> contested;
    std::vector<std::string> disputed;
    for (const int node : working.plan.leaves) {
        const NodeScore& score = score_at(working, node);
        const bool low = score.spread && score.spread->agreement && *score.spread->agreement < Rational::fraction(1, 2);
        if (low) contested.push_back(title_of(working, node));
        if (score.scope_disputed) disputed.push_back(title_of(working, node));
    }
    if (!contested.empty()) {
        notes.say(
            fmt::format("People differ widely on {} of {} practices ({}). Talk about these before using their scores.",
                        contested.size(), working.plan.leaves.size(), fmt::join(contested, ", ")));
    }
    if (!disputed.empty()) {
        notes.say(fmt::format("Some people scored what others call not applicable: {}.", fmt::join(disputed, ", ")));
    }
}

void patterns(const Working& working, Notes& notes) {
    const AnswerQuality& quality = working.quality;
    const std::int64_t people = working.input.tally.all_respondents();
    if (quality.straight_lining > 0) {
        notes.say(
            fmt::format("{} of {} people gave nearly the same level throughout.", quality.straight_lining, people));
    }
    if (quality.halo) {
        notes.say(fmt::format("All dimensions lie within {} of one another and nobody was unsure of anything.",
                              working.plan.rules.quality.halo_within.to_short(2)));
    }
    if (quality.too_good) {
        notes.say(fmt::format("The average claim is above {} in a first assessment, which is rare.",
                              working.plan.rules.quality.too_good_above.to_short(2)));
    }
    for (const int node : quality.jumps) {
        notes.say(fmt::format("{} rose by {} or more with no evidence dated since last time.", title_of(working, node),
                              working.plan.rules.quality.score_jump.to_short(2)));
    }
}

// Items that lost strength, or soon will, for want of a recent date.
void ages(const Working& working, Notes& notes) {
    const auto index = working.framework.catalogue.table("evidence");
    if (!index) return;
    const TableType& type = working.framework.catalogue.tables[static_cast<std::size_t>(*index)];
    const auto dated = type.column("dated");
    if (!dated) return;
    const EvidenceRules& rules = working.framework.evidence;
    std::int64_t all = 0;
    std::int64_t undated = 0;
    std::int64_t old = 0;
    std::int64_t getting_old = 0;
    for (const Row& row : working.tables[static_cast<std::size_t>(*index)].rows) {
        all += row.times;
        const auto* date = std::get_if<Date>(&row.cells[static_cast<std::size_t>(*dated)]);
        if (date == nullptr) {
            undated += row.times;
        } else if (plus(*date, rules.weaker_after) < working.input.date) {
            old += row.times;
        } else if (plus(*date, rules.ageing_after) <= working.input.date) {
            getting_old += row.times;
        }
    }
    if (undated > 0)
        notes.say(fmt::format("{} of {} evidence items {} no date and {} one strength less.", undated, all,
                              undated == 1 ? "has" : "have", undated == 1 ? "counts" : "count"));
    if (old > 0) {
        notes.say(fmt::format("{} of {} evidence items {} older than {} and {} one strength less ({}).", old, all,
                              old == 1 ? "is" : "are", rules.weaker_after.to_text(), old == 1 ? "counts" : "count",
                              share(old, all)));
    }
    if (getting_old > 0) {
        notes.say(fmt::format("{} of {} evidence items {} between {} and {} old.", getting_old, all,
                              getting_old == 1 ? "is" : "are", rules.ageing_after.to_text(),
                              rules.weaker_after.to_text()));
    }
}

}  // namespace

AnswerQuality answer_quality(const Working& working) {
    AnswerQuality quality;
    for (const auto& [group, count] : working.input.tally.respondents) {
        if (group.straight_lining) quality.straight_lining += count;
    }
    for (int role = 0; role < working.plan.roles; ++role) {
        if (working.input.tally.respondents_in(role) > 0) ++quality.roles_heard;
    }
    quality.halo = has_halo(working);
    const auto& overall = score_at(working, 0).claimed.point;
    quality.too_good = !working.previous && overall && *overall > working.plan.rules.quality.too_good_above;
    quality.jumps = jumps_without_evidence(working);
    return quality;
}

std::vector<CardNote> confidence_notes(const Working& working) {
    Notes notes;
    who_answered(working, notes);
    how_complete(working, notes);
    agreement(working, notes);
    patterns(working, notes);
    ages(working, notes);
    return notes.done();
}

}  // namespace waymark
