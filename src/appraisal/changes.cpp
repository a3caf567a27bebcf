// What moved since the previous assessment, and on what new evidence.
#include <fmt/format.h>

#include "appraisal/working.hpp"

namespace waymark {

namespace {

// Only practices scored both times can be compared.
void practice_change(const Working& working, int node, std::vector<CardNote>& notes) {
    const auto& now = working.scores.nodes[static_cast<std::size_t>(node)];
    const auto& before = working.previous->nodes[static_cast<std::size_t>(node)];
    if (!now.claimed.point || !before.claimed.point) return;
    const auto& title = working.framework.elements[static_cast<std::size_t>(node)].title;
    const bool both_evidenced = now.evidenced.point && before.evidenced.point;
    const Rational moved =
        both_evidenced ? *now.evidenced.point - *before.evidenced.point : *now.claimed.point - *before.claimed.point;
    if (moved == Rational(0)) return;
    const Rational& from = both_evidenced ? *before.evidenced.point : *before.claimed.point;
    const Rational& to = both_evidenced ? *now.evidenced.point : *now.claimed.point;
    const std::int64_t fresh = new_evidence(working, node).value_or(0);
    std::string on = fresh > 0 ? fmt::format(" on {} new item{} of evidence", fresh, fresh == 1 ? "" : "s") : "";
    if (fresh == 0 && moved > Rational(0)) on = " with no evidence dated since";
    notes.push_back({moved > Rational(0) ? "rise" : "fall",
                     fmt::format("{}: {} from {} to {}{}.", title, both_evidenced ? "evidenced" : "claimed",
                                 from.to_short(2), to.to_short(2), on)});
}

}  // namespace

std::vector<CardNote> changes_since(const Working& working) {
    std::vector<CardNote> notes;
    if (!working.previous) return notes;
    for (const int node : working.plan.leaves) practice_change(working, node, notes);
    return notes;
}

}  // namespace waymark
