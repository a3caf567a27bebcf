// I: findings passed over in place.
#include "text/codes.hpp"

// A macro, because only literals can be joined before the program runs.
#define REST                                                          \
    "scales: {s: [{id: low, title: Low}, {id: high, title: High}]}\n" \
    "dimensions:\n  - id: d\n    title: D\n"                          \
    "    practices: [{id: p, title: P, ask: Is it so, levels: {low: No, high: Yes}}]\n"

namespace waymark {

namespace {

constexpr CodeInfo kCodes[] = {
    {"I001", Severity::warning, CodeSubject::framework, "A comment passes over a finding that is not there",
     "What the comment excused has gone, or the comment stands at another line. Left in place, it would hide the next "
     "finding of this kind. Remove it.",
     "waymark: framework/1\nid: demo\nversion: 1.0.0\ntitle: Demo  # waymark: ignore A020 because nobody answered yet\n"
     "scales: {s: [{id: low, title: Low}, {id: high, title: High}]}\n"
     "dimensions:\n  - id: d\n    title: D\n    practices: [{id: p, title: P, ask: Is it so, levels: {low: No, high: "
     "Yes}}]\n",
     "  # waymark: ignore A020 because nobody answered yet", ""},
    {"I002", Severity::warning, CodeSubject::framework, "A finding is passed over without a reason",
     "Whoever reads the file next wants to know why the finding does not matter here, and when it will again. Say it "
     "behind 'because'.",
     "waymark: framework/1\nid: demo\nversion: 1.0.0\ntitle: Demo  # waymark: ignore A020\n" REST, "ignore A020",
     "ignore A020 because the answers come next week"},
    {"I003", Severity::error, CodeSubject::framework, "A comment to waymark cannot be understood",
     "It begins as one that passes over findings, but names no code that can be passed over. Errors cannot be: they "
     "stand "
     "in the way of reading the file.",
     "waymark: framework/1\nid: demo\nversion: 1.0.0\ntitle: Demo  # waymark: ignore everything because we know\n" REST,
     "everything because we know", "A020 because the answers come next week"},
};

}  // namespace

std::span<const CodeInfo> suppression_codes() {
    return kCodes;
}

}  // namespace waymark
