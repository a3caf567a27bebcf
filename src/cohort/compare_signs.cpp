// Signs that were raised or cleared, and those that can be told for the first time, or no longer.
#include "appraisal/find.hpp"
#include "cohort/compare_parts.hpp"

namespace waymark {
namespace {

int rank(const std::string& severity) {
    return severity == "high" ? 3 : severity == "medium" ? 2 : severity == "low" ? 1 : 0;
}

// Empty if nothing happened that a reader should hear of. What appears with facts that were not there before is called
// told, not raised: the pattern may have been there all along.
std::string change_of(const CardFlag& before, const CardFlag& after) {
    const bool was = before.state == "raised";
    const bool is = after.state == "raised";
    const bool untold = after.state == "cannot-tell";
    if (before.state == "cannot-tell") return untold ? "" : is ? "raised" : "told";
    if (untold) return "untold";
    if (was && !is) return after.kind == "real" ? "lost" : "cleared";
    if (is && !was) return after.kind == "real" ? "gained" : "raised";
    if (!is || after.kind == "real" || rank(before.severity) == rank(after.severity)) return "";
    return rank(after.severity) > rank(before.severity) ? "graver" : "milder";
}

}  // namespace

std::vector<SignChange> sign_changes(const Scorecard& before, const Scorecard& after) {
    std::vector<SignChange> changes;
    for (const CardFlag& now : after.flags) {
        const CardFlag* then = find_flag(before, now.id);
        if (then == nullptr) continue;
        std::string change = change_of(*then, now);
        if (change.empty()) continue;
        if (change == "raised" && now.kind == "real") change = "gained";
        changes.push_back({now.id, now.code, now.title, now.kind, change, then->state, now.state, then->severity,
                           now.severity, now.saw});
    }
    return changes;
}

}  // namespace waymark
