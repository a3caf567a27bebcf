// Which bands the whole can come to lie in, the gate of core practices counted, and how far scores can go at all.
#include <fmt/format.h>

#include <algorithm>

#include "scoring/tree.hpp"
#include "text/two_at_a_time.hpp"
#include "verify/prover.hpp"

namespace waymark {

namespace {

constexpr std::size_t kMostSums = 20000;

// Bands go by evidence where it is asked for.
const Rational& judged(const PracticeCase& one) {
    return one.evidenced ? *one.evidenced : one.claimed;
}

ScoreSide judged_side(const AnswerSpace& space) {
    return space.framework->evidence.strengths.empty() ? ScoreSide::claimed : ScoreSide::evidenced;
}

std::optional<Interval> judged_whole(const AnswerSpace& space, const std::vector<int>& chosen) {
    return scores_of(space, chosen, judged_side(space))[0];
}

Interval ends_of_whole(const AnswerSpace& space) {
    std::vector<Score> scores(space.plan->nodes.size());
    for (const int leaf : space.plan->leaves) {
        scores[static_cast<std::size_t>(leaf)] =
            practice_score(space.plan->nodes[static_cast<std::size_t>(leaf)], true, Rational(0));
    }
    return roll_up(*space.plan, std::move(scores)).ends[0];
}

// An edge of a band on the scale that the whole is scored on.
Rational on_scale_of_whole(const AnswerSpace& space, const Rational& edge) {
    return mapped(edge, {space.plan->band_lowest, space.plan->band_highest}, ends_of_whole(space));
}

// Does not close the gate.
bool passes_gate(const AnswerSpace& space, std::size_t leaf, const PracticeCase& one) {
    const PlanNode& node = space.plan->nodes[static_cast<std::size_t>(space.plan->leaves[leaf])];
    if (!space.plan->rules.core || !node.core || !one.applies) return true;
    const Rational value =
        mapped(judged(one), {node.lowest, node.highest}, {space.plan->band_lowest, space.plan->band_highest});
    return value > space.plan->rules.core->at_most;
}

bool closes_gate_when_low(const AnswerSpace& space, const std::vector<int>& chosen) {
    for (std::size_t leaf = 0; leaf < chosen.size(); ++leaf) {
        if (!passes_gate(space, leaf, space.practices[leaf][static_cast<std::size_t>(chosen[leaf])])) return true;
    }
    return false;
}

// Per practice, its cases from the lowest value to the highest, one each.
std::vector<std::vector<int>> ladders(const AnswerSpace& space, bool gate_open) {
    std::vector<std::vector<int>> result;
    for (std::size_t leaf = 0; leaf < space.practices.size(); ++leaf) {
        const auto& cases = space.practices[leaf];
        std::vector<int> ladder;
        for (std::size_t i = 0; i < cases.size(); ++i) {
            if (cases[i].applies && (!gate_open || passes_gate(space, leaf, cases[i])))
                ladder.push_back(static_cast<int>(i));
        }
        // Of cases with the same value, one that is claimed no higher than it is shown.
        std::stable_sort(ladder.begin(), ladder.end(), [&](int a, int b) {
            const PracticeCase& one = cases[static_cast<std::size_t>(a)];
            const PracticeCase& other = cases[static_cast<std::size_t>(b)];
            return one.shows != other.shows ? one.shows < other.shows : one.claims < other.claims;
        });
        ladder.erase(std::unique(ladder.begin(), ladder.end(),
                                 [&](int a, int b) {
                                     return cases[static_cast<std::size_t>(a)].shows ==
                                            cases[static_cast<std::size_t>(b)].shows;
                                 }),
                     ladder.end());
        result.push_back(std::move(ladder));
    }
    return result;
}

// The steps from everything at its lowest to everything at its highest: one practice up by one value each.
std::vector<int> after_steps(const std::vector<std::vector<int>>& ladders, std::size_t steps) {
    std::vector<int> chosen;
    for (const auto& ladder : ladders) {
        const std::size_t here = std::min(steps, ladder.size() - 1);
        steps -= here;
        chosen.push_back(ladder[here]);
    }
    return chosen;
}

std::optional<Rational> value_after(const AnswerSpace& space, const std::vector<std::vector<int>>& ladders,
                                    std::size_t steps) {
    const auto value = judged_whole(space, after_steps(ladders, steps));
    return value ? std::optional(value->low) : std::nullopt;
}

struct Edges {
    std::optional<Rational> from, below;  // none: no edge
    bool holds(const Rational& value) const { return (!from || value >= *from) && (!below || value < *below); }
};

Edges edges_of(const AnswerSpace& space, int band) {
    const auto& bands = space.plan->rules.bands;
    Edges edges;
    const auto at = static_cast<std::size_t>(band);
    if (at > 0) edges.from = on_scale_of_whole(space, *bands[at - 1].below);
    if (bands[at].below) edges.below = on_scale_of_whole(space, *bands[at].below);
    return edges;
}

// Rising answers raise the score, so that the first step at which it is high enough is found by halving.
std::optional<std::vector<int>> found_by_steps(const AnswerSpace& space, const Edges& edges, bool gate_open) {
    const auto ladder = ladders(space, gate_open);
    std::size_t last = 0;
    for (const auto& one : ladder) {
        if (one.empty()) return std::nullopt;
        last += one.size() - 1;
    }
    std::size_t low = 0;
    std::size_t high = last;
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        const auto value = value_after(space, ladder, middle);
        if (!value) return std::nullopt;
        if (edges.from && *value < *edges.from) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    const auto value = value_after(space, ladder, low);
    if (!value || !edges.holds(*value)) return std::nullopt;
    return after_steps(ladder, low);
}

// All values that a node can have, with whatever applies; none if they are too many or it rolls up in another way.
using Values = std::set<Rational>;
std::optional<Values> values_of(const AnswerSpace& space, int node, const std::vector<std::vector<int>>& ladder) {
    const PlanNode& here = space.plan->nodes[static_cast<std::size_t>(node)];
    if (here.leaf >= 0) {
        Values values;
        for (const int index : ladder[static_cast<std::size_t>(here.leaf)])
            values.insert(
                judged(space.practices[static_cast<std::size_t>(here.leaf)][static_cast<std::size_t>(index)]));
        return values;
    }
    if (here.rollup == Rollup::staged) return std::nullopt;
    Values sums{Rational(0)};
    bool first = true;
    Rational weights;
    for (const int child : here.children) {
        const PlanNode& part = space.plan->nodes[static_cast<std::size_t>(child)];
        const auto values = values_of(space, child, ladder);
        const bool same_scale =
            part.lowest == here.lowest && part.highest == here.highest && part.rollup != Rollup::sum;
        if (!values || (!same_scale && here.rollup != Rollup::sum)) return std::nullopt;
        const Rational weight = Rational::whole(part.weight);
        weights += weight;
        Values next;
        if (sums.size() * values->size() > kMostSums * 4) return std::nullopt;
        for (const Rational& sum : sums) {
            for (const Rational& value : *values) {
                if (here.rollup == Rollup::minimum) {
                    next.insert(first ? value : std::min(sum, value));
                } else {
                    next.insert(sum + weight * value);
                }
            }
        }
        if (next.size() > kMostSums) return std::nullopt;
        sums = std::move(next);
        first = false;
    }
    if (here.rollup == Rollup::minimum) return sums;
    if (weights == Rational(0)) return std::nullopt;
    Values result;
    for (const Rational& sum : sums) result.insert(here.rollup == Rollup::sum ? sum * here.weight_unit : sum / weights);
    return result;
}

bool anything_optional(const AnswerSpace& space) {
    for (const auto& cases : space.practices) {
        if (!cases.back().applies) return true;
    }
    return false;
}

// Never: no value of the whole lies there, with the gate as it must be.
bool out_of_reach(const AnswerSpace& space, const Edges& edges, bool gate_open) {
    Choices choices = space.every_case;
    for (std::size_t leaf = 0; gate_open && leaf < choices.size(); ++leaf) {
        auto& open = choices[leaf];
        open.erase(std::remove_if(open.begin(), open.end(),
                                  [&](int one) {
                                      return !passes_gate(space, leaf,
                                                          space.practices[leaf][static_cast<std::size_t>(one)]);
                                  }),
                   open.end());
        if (open.empty()) return true;
    }
    const auto range = ranges_of(space, choices, judged_side(space))[0];
    if (!range) return false;
    if ((edges.from && range->high < *edges.from) || (edges.below && range->low >= *edges.below)) return true;
    if (!space.exact || anything_optional(space)) return false;
    const auto values = values_of(space, 0, ladders(space, gate_open));
    return values &&
           std::none_of(values->begin(), values->end(), [&](const Rational& value) { return edges.holds(value); });
}

bool needs_open_gate(const AnswerSpace& space, int band) {
    return space.plan->rules.core && band > space.plan->rules.core->caps_band_at;
}

void note(Prover& prover, const Shown& shown) {
    const auto& bands = prover.lore.framework.scoring.bands;
    const auto reached = std::ranges::find(bands, shown.states.band, &Band::id);
    if (reached == bands.end()) return;
    prover.bands[static_cast<std::size_t>(shown.profile)][static_cast<std::size_t>(reached - bands.begin())] =
        Answer3::possible;
}

void report_unreached(const Prover& prover, Findings& findings) {
    const auto& bands = prover.lore.framework.scoring.bands;
    for (std::size_t band = 0; band < bands.size(); ++band) {
        const bool never = std::all_of(prover.bands.begin(), prover.bands.end(),
                                       [&](const auto& answers) { return answers[band] == Answer3::never; });
        if (!never) continue;
        findings.report("P001", place_of(findings.source(), bands[band].span, bands[band].id),
                        fmt::format("no answers lead to the band '{}'", bands[band].id),
                        "the score never lies between its edges, or a core practice always holds it back; move an edge "
                        "or the gate");
    }
}

// The highest level of a scale in use that no evidence supports: it can be claimed and never shown.
void report_supports(const Lore& lore, Findings& findings) {
    const Framework& framework = lore.framework;
    if (framework.evidence.strengths.empty()) return;
    std::set<int> scales;
    for (const Element& element : framework.elements) {
        if (element.kind == NodeName::Kind::practice) scales.insert(element.scale);
    }
    for (const int scale : scales) {
        const auto at = static_cast<std::size_t>(scale);
        int highest = -1;
        for (const Strength& strength : framework.evidence.strengths)
            highest = std::max(highest, strength.supports[at]);
        const auto& levels = framework.scales[at].levels;
        if (highest < 0 || highest + 1 == static_cast<int>(levels.size())) continue;
        const Strength& last = framework.evidence.strengths.back();
        findings.report("P002", place_of(findings.source(), last.span, last.id),
                        fmt::format("no evidence supports the level '{}' of the scale '{}'", levels.back().id,
                                    framework.scales[at].id),
                        fmt::format("the strongest supports '{}', and nobody can be shown to be beyond it; let the "
                                    "last strength support '{}'",
                                    levels[static_cast<std::size_t>(highest)].id, levels.back().id));
    }
}

void report_gate(const Prover& prover, Findings& findings) {
    const auto& rules = prover.lore.framework.scoring;
    if (!rules.core) return;
    const auto cap = static_cast<std::size_t>(rules.core->caps_band_at);
    const Span span = place_of(findings.source(), rules.bands[cap].span, rules.bands[cap].id);
    if (cap + 1 == rules.bands.size()) {
        findings.report(
            "P004", span,
            fmt::format("core practices hold the band at '{}', which is the highest anyway", rules.bands[cap].id),
            "cap the band lower, or remove 'core' from the scoring");
        return;
    }
    bool can_close = false;
    for (const AnswerSpace& space : prover.lore.spaces) {
        for (std::size_t leaf = 0; leaf < space.practices.size(); ++leaf) {
            can_close =
                can_close || std::any_of(space.practices[leaf].begin(), space.practices[leaf].end(),
                                         [&](const PracticeCase& one) { return !passes_gate(space, leaf, one); });
        }
    }
    if (can_close) return;
    findings.report("P004", span, "no core practice can ever hold back the band",
                    "no practice is core, or all of them always lie above 'at_most'; mark practices 'core: yes' or "
                    "raise 'at_most'");
}

}  // namespace

std::optional<AnswerPlan> answers_in_band(const AnswerSpace& space, int band, bool& proved) {
    const bool gate_open = needs_open_gate(space, band);
    const auto& core = space.plan->rules.core;
    const Edges edges = edges_of(space, band);
    auto chosen = found_by_steps(space, edges, gate_open);
    // A higher score ends up in the band at which a closed gate holds it.
    if (!chosen && core && band == core->caps_band_at) {
        const auto ladder = ladders(space, false);
        for (std::size_t leaf = 0; leaf < ladder.size() && !chosen; ++leaf) {
            std::vector<int> tried;
            for (const auto& one : ladder) tried.push_back(one.back());
            tried[leaf] = ladder[leaf].front();
            const auto value = judged_whole(space, tried);
            if (closes_gate_when_low(space, tried) && value && (!edges.from || value->low >= *edges.from))
                chosen = std::move(tried);
        }
    }
    if (!chosen) {
        proved = out_of_reach(space, edges, gate_open) && !(core && band == core->caps_band_at);
        return std::nullopt;
    }
    return AnswerPlan{std::move(*chosen), {}, 0};
}

void show_bands(Prover& prover) {
    const std::size_t bands = prover.lore.framework.scoring.bands.size();
    const std::size_t all = prover.lore.plans.size() * bands;
    std::vector<std::optional<AnswerPlan>> plans(all);
    std::vector<Answer3> answers(all, Answer3::undecided);
    two_at_a_time(all, [&](std::size_t at) {
        bool proved = false;
        plans[at] = answers_in_band(prover.lore.spaces[at / bands], static_cast<int>(at % bands), proved);
        if (proved) answers[at] = Answer3::never;
    });
    std::vector<Wanted> wanted;
    for (std::size_t at = 0; at < all; ++at) {
        if (at % bands == 0) prover.bands.emplace_back();
        prover.bands.back().push_back(answers[at]);
        if (plans[at]) wanted.push_back({static_cast<int>(at / bands), {std::move(*plans[at]), {}, false}});
    }
    for (std::size_t at = show_all(prover, std::move(wanted)); at < prover.shown.size(); ++at)
        note(prover, prover.shown[at]);
}

void report_bands(const Prover& prover, Findings& findings) {
    report_unreached(prover, findings);
    report_supports(prover.lore, findings);
    report_gate(prover, findings);
}

}  // namespace waymark
