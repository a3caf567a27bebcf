// What to do next: what holds the score back most, first.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "appraisal/working.hpp"

namespace waymark {

namespace {

constexpr std::size_t kWeakest = 5;

const Element& element_at(const Working& working, int node) {
    return working.framework.elements[static_cast<std::size_t>(node)];
}
const NodeScore& score_at(const Working& working, int node) {
    return working.scores.nodes[static_cast<std::size_t>(node)];
}
bool is_core(const Working& working, int node) {
    return working.plan.nodes[static_cast<std::size_t>(node)].core;
}

// The level aimed at: the practice's own target, the assessment's default, else the top of the scale.
Rational target_of(const Working& working, int node) {
    const Scale& scale = working.framework.scale_of(node);
    const auto own = working.input.targets.find(node);
    if (own != working.input.targets.end()) return scale.levels[static_cast<std::size_t>(own->second)].value;
    const bool default_scale = element_at(working, node).scale == 0;
    if (working.input.default_target && default_scale) {
        return scale.levels[static_cast<std::size_t>(*working.input.default_target)].value;
    }
    return scale.levels.back().value;
}

struct Candidate {
    int node;
    int rank;         // 0: low enough to close the core gate, 1: closes it for want of a value, 2: core, 3: the rest
    Rational behind;  // weighted distance to the target
};

bool holds(const std::vector<int>& nodes, int node) {
    return std::find(nodes.begin(), nodes.end(), node) != nodes.end();
}

std::optional<Candidate> candidate(const Working& working, const CoreHold& hold, int node) {
    const NodeScore& score = score_at(working, node);
    if (score.state == NodeState::not_applicable) return std::nullopt;
    const auto& value = judged(score);
    if (!value) {
        if (!is_core(working, node)) return std::nullopt;
        return Candidate{node, 1, 0};
    }
    const Rational behind = target_of(working, node) - *value;
    if (behind <= Rational(0)) return std::nullopt;
    const Rational weight = declared_weight(working.plan, node);
    const int open = is_core(working, node) ? 2 : 3;
    return Candidate{node, holds(hold.low, node) ? 0 : holds(hold.unknown, node) ? 1 : open, behind * weight};
}

std::string ask_whom(const Working& working, int node) {
    std::vector<std::string> roles;
    for (const int role : element_at(working, node).question.best_known_by) {
        roles.push_back(working.framework.roles[static_cast<std::size_t>(role)].title);
    }
    if (roles.empty()) return "Ask somebody who knows, and record the answer.";
    return fmt::format("Ask somebody who knows, and record the answer. Best known by: {}.", fmt::join(roles, ", "));
}

std::string because(const Working& working, const Candidate& chosen) {
    const NodeScore& score = score_at(working, chosen.node);
    const std::string core = is_core(working, chosen.node) ? "A core practice, which others cannot make up for. " : "";
    if (!judged(score)) return core + "Nobody has given a level yet.";
    const std::string target = target_of(working, chosen.node).to_short(2);
    if (!score.evidenced.point) {
        return core + fmt::format("Claimed at {}, aiming for {}.", score.claimed.point->to_short(2), target);
    }
    std::string text =
        core + fmt::format("Evidenced at {}, aiming for {}.", score.evidenced.point->to_short(2), target);
    const std::string& proof = element_at(working, chosen.node).question.evidence;
    if (score.gap && *score.gap >= Rational(1) && !proof.empty()) {
        text += fmt::format(" It is claimed at {}: if that is so, what would show it is: {}",
                            score.claimed.point->to_short(2), proof);
    }
    return text;
}

CardNextStep step_for(const Working& working, const Candidate& chosen) {
    const Element& element = element_at(working, chosen.node);
    CardNextStep step;
    step.practice = element.id;
    step.code = element.code;
    step.title = element.title;
    step.core = is_core(working, chosen.node);
    step.because = because(working, chosen);
    const auto& value = judged(score_at(working, chosen.node));
    if (!value) {
        step.step = ask_whom(working, chosen.node);
        return step;
    }
    const auto level = static_cast<std::size_t>(describing_level(working.framework, chosen.node, *value));
    step.from = working.framework.scale_of(chosen.node).levels[level].title;
    if (level < element.question.next.size()) step.step = element.question.next[level];
    return step;
}

}  // namespace

std::vector<std::string> weakest_practices(const Working& working) {
    std::vector<int> scored;
    for (const int node : working.plan.leaves) {
        if (judged(score_at(working, node))) scored.push_back(node);
    }
    std::sort(scored.begin(), scored.end(), [&](int a, int b) {
        const Rational& left = *judged(score_at(working, a));
        const Rational& right = *judged(score_at(working, b));
        if (left != right) return left < right;
        if (is_core(working, a) != is_core(working, b)) return is_core(working, a);
        return a < b;
    });
    if (scored.size() > kWeakest) scored.resize(kWeakest);
    std::vector<std::string> ids;
    for (const int node : scored) ids.push_back(element_at(working, node).id);
    return ids;
}

std::vector<CardNextStep> next_steps(const Working& working) {
    std::vector<Candidate> candidates;
    const CoreHold hold = core_hold(working.plan, working.scores, working.scores.evidence_collected);
    for (const int node : working.plan.leaves) {
        if (const auto found = candidate(working, hold, node)) candidates.push_back(*found);
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        if (a.rank != b.rank) return a.rank < b.rank;
        return a.behind != b.behind ? b.behind < a.behind : a.node < b.node;
    });
    const auto most = static_cast<std::size_t>(working.plan.rules.next_steps);
    if (candidates.size() > most) candidates.resize(most, Candidate{});
    std::vector<CardNextStep> steps;
    for (const Candidate& chosen : candidates) steps.push_back(step_for(working, chosen));
    return steps;
}

}  // namespace waymark
