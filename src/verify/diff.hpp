// What changed between two versions of a framework, in its own terms, and which step of the version that asks for.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "waymark/history.hpp"

namespace waymark {

// Rising, so that the greatest of all changes decides.
enum class ChangeClass {
    editorial,   // words only
    compatible,  // old answers count as before, and give the same scores; signs and texts may differ
    breaking     // old answers no longer count, or scores move
};
enum class VersionStep { none, patch, minor, major };

std::string_view word_of(ChangeClass kind);
std::string_view word_of(VersionStep step);
VersionStep step_for(ChangeClass kind);

// One kind of change. All stand in one table (diff_rules.cpp), which docs/versioning.md shows.
struct DiffRule {
    std::string_view id;
    ChangeClass kind;
    std::string_view what;  // "A practice was removed"
    std::string_view why;   // why it is of this class
};
std::span<const DiffRule> diff_rules();

struct Difference {
    const DiffRule* rule = nullptr;
    std::string subject;  // "practice 'plan'"
    std::string message;  // what changed, without a full stop
    std::string before, after;
    Span was_at, is_at;  // line 0: not in that file
    std::string help;    // what to declare; may be empty
};

struct FrameworkDiff {
    std::string id, old_file, new_file, old_version, new_version;
    std::vector<Difference> differences;  // breaking first; then as in the new file, and what is gone as in the old one

    std::size_t count(ChangeClass kind) const;
    VersionStep asked() const;
};

FrameworkDiff diff_frameworks(const VersionedFramework& before, const VersionedFramework& after);

// How the version rose; nullopt if it fell.
std::optional<VersionStep> step_between(const std::string& before, const std::string& after);
// The least version that takes this step: "2.0.0".
std::string version_after(const std::string& before, VersionStep step);
// Empty if the version in the new file goes at least as far as the changes ask; else a sentence that says what to write.
std::string version_problem(const FrameworkDiff& diff);

}  // namespace waymark
