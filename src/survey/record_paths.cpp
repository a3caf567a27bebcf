#include "survey/record_paths.hpp"

#include <algorithm>

#include "survey/short_text.hpp"
#include "survey/written_value.hpp"

namespace waymark {

namespace {

std::int32_t array_index_of(const std::string& name) {
    if (name.empty() || name.size() > 6 || name.find_first_not_of("0123456789") != std::string::npos) return -1;
    if (name.size() > 1 && name.front() == '0') return -1;
    return std::stoi(name);
}

void fill_buckets(PathNode& node) {
    std::size_t size = 4;
    while (size < 4 * node.members.size()) size *= 2;
    node.buckets.assign(size, -1);
    for (std::size_t i = 0; i < node.members.size(); ++i) {
        std::string padded = node.members[i].name + std::string(kHashPadding, '\0');
        std::size_t at = padded_hash({padded.data(), node.members[i].name.size()}) & (size - 1);
        while (node.buckets[at] >= 0) at = (at + 1) & (size - 1);
        node.buckets[at] = static_cast<std::int16_t>(i);
    }
}

}  // namespace

Path path_of(const Pointer& pointer) {
    Path path;
    for (const Pointer::Token& token : pointer.tokens) {
        path.push_back({token.every ? PathStep::Kind::every : PathStep::Kind::member, token.name});
    }
    return path;
}

void append(Path& path, const Path& rest) {
    path.insert(path.end(), rest.begin(), rest.end());
}

int find_member(const PathNode& node, std::string_view name) {
    if (node.members.empty()) return -1;
    const std::size_t mask = node.buckets.size() - 1;
    for (std::size_t at = padded_hash(name) & mask; node.buckets[at] >= 0; at = (at + 1) & mask) {
        if (node.members[static_cast<std::size_t>(node.buckets[at])].name == name) return node.buckets[at];
    }
    return -1;
}

int find_loosely(const PathNode& node, std::string_view name, std::string& room) {
    if (!node.loose.empty()) {
        const std::string_view normal = normalised_text(name, room);
        for (const MemberName& known : node.loose) {
            if (known.name == normal) return known.node;
        }
    }
    for (const MemberName& known : node.endings) {
        if (name.ends_with(known.name)) return known.node;
    }
    return node.every;
}

PathTreeBuilder::PathTreeBuilder() : drafts_(1), scope_drafts_{0}, scope_paths_(1), scope_slots_{0} {}

int PathTreeBuilder::reach(int from, const Path& path) {
    int at = from;
    for (const PathStep& step : path) {
        auto& edges = drafts_[static_cast<std::size_t>(at)].edges;
        const auto known = std::ranges::find(edges, step, &Edge::step);
        if (known != edges.end()) {
            at = known->to;
            continue;
        }
        const int fresh = static_cast<int>(drafts_.size());
        edges.push_back({step, fresh});
        drafts_.emplace_back();
        at = fresh;
    }
    return at;
}

int PathTreeBuilder::slot_at(const Path& path, int scope) {
    const int at = reach(scope_drafts_[static_cast<std::size_t>(scope)], path);
    auto& targets = drafts_[static_cast<std::size_t>(at)].targets;
    const auto known = std::ranges::find(targets, scope, &PathTarget::scope);
    if (known != targets.end()) return known->slot;
    const int slot = scope_slots_[static_cast<std::size_t>(scope)]++;
    targets.push_back({scope, slot});
    return slot;
}

int PathTreeBuilder::free_slot() {
    return scope_slots_[0]++;
}

int PathTreeBuilder::scope_at(const Path& path) {
    const auto known = std::ranges::find(scope_paths_, path);
    if (known != scope_paths_.end()) return static_cast<int>(known - scope_paths_.begin());
    const int scope = static_cast<int>(scope_paths_.size());
    const int at = reach(0, path);
    drafts_[static_cast<std::size_t>(at)].opens.push_back(scope);
    scope_drafts_.push_back(at);
    scope_paths_.push_back(path);
    scope_slots_.push_back(0);
    return scope;
}

namespace {

std::vector<int> united(std::vector<int> a, const std::vector<int>& b) {
    a.insert(a.end(), b.begin(), b.end());
    std::ranges::sort(a);
    a.erase(std::unique(a.begin(), a.end()), a.end());
    return a;
}

}  // namespace

// A member may be meant by several steps at once: by its name, by its ending, and by `*`. Each node of the tree
// therefore stands for a set of drafts, as when an automaton is made deterministic.
void PathTreeBuilder::settle_members(const std::vector<int>& drafts, int node, PathTree& tree) {
    std::vector<int> every;
    std::vector<Edge> edges;
    for (const int draft : drafts) {
        for (const Edge& edge : drafts_[static_cast<std::size_t>(draft)].edges) {
            if (edge.step.kind == PathStep::Kind::every) every.push_back(edge.to);
            edges.push_back(edge);
        }
    }
    std::string room;
    const auto meant_by = [&](const std::string& name, const Edge& edge) {
        switch (edge.step.kind) {
            case PathStep::Kind::member:
                return edge.step.name == name;
            case PathStep::Kind::every:
                return true;
            case PathStep::Kind::loose:
                return std::string(normalised_text(edge.step.name, room)) == normalised_text(name, room);
            case PathStep::Kind::ending_with:
                return name.ends_with(edge.step.name);
        }
        return false;
    };
    PathNode made;
    std::vector<std::string> seen;
    for (const Edge& edge : edges) {
        if (edge.step.kind == PathStep::Kind::every) continue;
        std::string name = edge.step.name;
        if (edge.step.kind == PathStep::Kind::loose) name = normalised_text(edge.step.name, room);
        const std::string kind_and_name = std::to_string(static_cast<int>(edge.step.kind)) + name;
        if (std::ranges::find(seen, kind_and_name) != seen.end()) continue;
        seen.push_back(kind_and_name);
        std::vector<int> targets;
        for (const Edge& other : edges) {
            if (other.step == edge.step || meant_by(name, other)) targets.push_back(other.to);
        }
        const MemberName member{name, settle(united(targets, {}), tree), array_index_of(name)};
        (edge.step.kind == PathStep::Kind::member  ? made.members
         : edge.step.kind == PathStep::Kind::loose ? made.loose
                                                   : made.endings)
            .push_back(member);
    }
    if (!every.empty()) made.every = settle(united(every, {}), tree);
    std::ranges::stable_sort(made.endings,
                             [](const MemberName& a, const MemberName& b) { return a.name.size() > b.name.size(); });
    fill_buckets(made);
    PathNode& kept = tree.nodes[static_cast<std::size_t>(node)];
    made.targets = std::move(kept.targets);
    made.opens = std::move(kept.opens);
    kept = std::move(made);
}

int PathTreeBuilder::settle(const std::vector<int>& drafts, PathTree& tree) {
    for (const auto& [set, node] : settled_) {
        if (set == drafts) return node;
    }
    const int node = static_cast<int>(tree.nodes.size());
    PathNode fresh;
    for (const int draft : drafts) {
        const Draft& from = drafts_[static_cast<std::size_t>(draft)];
        fresh.targets.insert(fresh.targets.end(), from.targets.begin(), from.targets.end());
        fresh.opens.insert(fresh.opens.end(), from.opens.begin(), from.opens.end());
    }
    std::ranges::sort(fresh.opens);
    tree.nodes.push_back(std::move(fresh));
    settled_.emplace_back(drafts, node);
    settle_members(drafts, node, tree);
    return node;
}

PathTree PathTreeBuilder::finish() {
    PathTree tree;
    settled_.clear();
    settle({0}, tree);
    tree.scope_slots = scope_slots_;
    for (const Path& path : scope_paths_) {
        int parent = -1;
        for (std::size_t i = 0; i < scope_paths_.size(); ++i) {
            const Path& outer = scope_paths_[i];
            const bool holds = outer.size() < path.size() && std::equal(outer.begin(), outer.end(), path.begin());
            const bool nearer = parent < 0 || outer.size() > scope_paths_[static_cast<std::size_t>(parent)].size();
            if (holds && nearer) parent = static_cast<int>(i);
        }
        tree.scope_parents.push_back(parent);
    }
    return tree;
}

}  // namespace waymark
