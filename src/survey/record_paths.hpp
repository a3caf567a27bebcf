// The places in a record that a map reads, gathered into one tree of names: a record is walked once, and no value is
// looked up by a path of its own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "survey/map.hpp"

namespace waymark {

// One step of a path through a record.
struct PathStep {
    enum class Kind {
        member,      // of this name, or the element with this number
        every,       // each element or member
        loose,       // of this name once both are normalised: a matrix row is a label
        ending_with  // of a name that ends with this text
    };
    Kind kind = Kind::member;
    std::string name;
    friend bool operator==(const PathStep&, const PathStep&) = default;
};
using Path = std::vector<PathStep>;

Path path_of(const Pointer& pointer);  // its tokens; levels up are the caller's matter
void append(Path& path, const Path& rest);

// A value goes into a slot of a scope. Scope 0 is the record; a further scope is opened anew for each value at its
// path (an entry of a list, or what stands above one), and its slots belong to that value.
struct PathTarget {
    int scope = 0;
    int slot = 0;
    friend auto operator<=>(const PathTarget&, const PathTarget&) = default;
};

// Member names known at one place. `next` is where the search goes on after a member was found: exports keep their
// order, so that the next name is nearly always the right guess.
struct MemberName {
    std::string name;
    int node = -1;
    std::int32_t array_index = -1;  // if the name is a whole number
};

struct PathNode {
    std::vector<PathTarget> targets;  // what takes the value that stands here
    std::vector<int> opens;           // scopes that begin here, the outer ones first
    std::vector<MemberName> members;
    std::vector<std::int16_t> buckets;  // a power of two of them; index into `members`, -1: none
    std::vector<MemberName> loose;      // normalised names
    std::vector<MemberName> endings;    // longest first
    int every = -1;                     // node of a value without a node of its own
    bool leads_on() const { return !members.empty() || !loose.empty() || !endings.empty() || every >= 0; }
};

struct PathTree {
    std::vector<PathNode> nodes;   // [0] is the record
    std::vector<int> scope_slots;  // how many slots each scope has
    std::vector<int> scope_parents;
};

// The member of this name at a node, or -1. `name` must be followed by seven readable bytes.
int find_member(const PathNode& node, std::string_view name);
// Node of a member that has no exact entry: by normalised name, by ending, else `every`.
int find_loosely(const PathNode& node, std::string_view name, std::string& room);

// Collects paths and makes the tree.
class PathTreeBuilder {
  public:
    PathTreeBuilder();
    // The slot of the record (or of a scope) that takes what stands at `path`, counted from there. Asking again for
    // the same path gives the same slot.
    int slot_at(const Path& path, int scope = 0);
    // A slot that nothing is read into directly.
    int free_slot();
    // A scope for each value at `path`, counted from the record.
    int scope_at(const Path& path);
    PathTree finish();

  private:
    struct Edge {
        PathStep step;
        int to = -1;
    };
    struct Draft {
        std::vector<Edge> edges;
        std::vector<PathTarget> targets;
        std::vector<int> opens;
    };
    int reach(int from, const Path& path);
    int settle(const std::vector<int>& drafts, PathTree& tree);
    void settle_members(const std::vector<int>& drafts, int node, PathTree& tree);

    std::vector<Draft> drafts_;
    std::vector<int> scope_drafts_;
    std::vector<Path> scope_paths_;
    std::vector<int> scope_slots_;
    std::vector<std::pair<std::vector<int>, int>> settled_;
};

}  // namespace waymark
