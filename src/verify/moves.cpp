#include "verify/moves.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace waymark {

namespace {

std::string score_text(const CardScore& score) {
    if (score.point) return score.point->to_fixed(2);
    return score.withheld ? "withheld" : "unknown";
}

std::string band_text(const CardNode& node) {
    if (node.band_title.empty()) return "none";
    return node.band_is_claimed ? node.band_title + " (claimed)" : node.band_title;
}

std::string flag_text(const CardFlag& flag) {
    std::string state = flag.state;
    std::replace(state.begin(), state.end(), '-', ' ');
    return flag.state == "raised" && !flag.severity.empty() ? fmt::format("{}, {}", state, flag.severity) : state;
}

std::string now(const std::vector<FormerName>& history, NameKind kind, const std::string& id) {
    const FormerName* former = find_former(history, kind, "", id);
    return former && !former->now.empty() ? former->now : id;
}

void add(std::vector<Move>& moves, std::string what, std::string before, std::string after) {
    if (before != after) moves.push_back({std::move(what), std::move(before), std::move(after)});
}

bool is_shown(const CardNode& node) {
    return node.kind == "overall" || node.kind == "dimension";
}

// The old one of the same name, or null.
template <typename List>
auto* old_one(const List& list, const std::vector<FormerName>& history, NameKind kind, const std::string& id) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto& one) { return now(history, kind, one.id) == id; });
    return found == list.end() ? nullptr : &*found;
}

void compare_nodes(std::vector<Move>& moves, const Scorecard& before, const Scorecard& after,
                   const std::vector<FormerName>& history) {
    const CardNode nothing;
    for (const CardNode& node : after.nodes) {
        if (!is_shown(node)) continue;
        const CardNode* was = old_one(before.nodes, history, NameKind::node, node.id);
        const bool is_new = was == nullptr || !is_shown(*was);
        const auto text = [&](const std::string& old_text) { return is_new ? std::string("not there") : old_text; };
        if (is_new) was = &nothing;
        const std::string& name = node.kind == "overall" ? node.kind : node.title;
        add(moves, name + ", claimed", text(score_text(was->claimed)), score_text(node.claimed));
        add(moves, name + ", evidenced", text(score_text(was->evidenced)), score_text(node.evidenced));
        add(moves, name + ", band", text(band_text(*was)), band_text(node));
    }
}

void compare_flags(std::vector<Move>& moves, const Scorecard& before, const Scorecard& after,
                   const std::vector<FormerName>& history) {
    const auto name = [](const CardFlag& flag) {
        return "sign " + (flag.code.empty() ? flag.id : flag.code + " " + flag.title);
    };
    for (const CardFlag& flag : after.flags) {
        const CardFlag* was = old_one(before.flags, history, NameKind::flag, flag.id);
        add(moves, name(flag), was ? flag_text(*was) : "not there", flag_text(flag));
    }
    for (const CardFlag& flag : before.flags) {
        const std::string id = now(history, NameKind::flag, flag.id);
        const bool stays =
            std::any_of(after.flags.begin(), after.flags.end(), [&](const CardFlag& other) { return other.id == id; });
        if (!stays) add(moves, name(flag), flag_text(flag), "not there");
    }
}

}  // namespace

std::vector<Move> moves_between(const Scorecard& before, const Scorecard& after,
                                const std::vector<FormerName>& history) {
    std::vector<Move> moves;
    add(moves, "verdict", before.verdict.title, after.verdict.title);
    compare_nodes(moves, before, after, history);
    compare_flags(moves, before, after, history);
    return moves;
}

}  // namespace waymark
