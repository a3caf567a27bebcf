// What a report holds and in which order, the same for every format that people read: signs and weakest practices
// before any overall figure, and for a single respondent signs and next steps first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "appraisal/find.hpp"
#include "waymark/scorecard.hpp"

namespace waymark {

enum class Section {
    reading,
    raised,
    too_early,
    real,
    weakest,
    profile,
    practices,
    roles,
    outcomes,
    next_steps,
    missing,
    other_signs,
    confidence,
    changes,
    written,  // what people wrote; only when asked for
    method
};

// Sections without content are left out; `raised` always stands, as "none" is an answer too.
std::vector<Section> outline(const Scorecard& card, bool with_notes);
std::string heading(const Scorecard& card, Section section);

// By severity, then in the framework's order.
std::vector<const CardFlag*> raised_signs(const Scorecard& card);
// Signs of the kind that warns, in this state.
std::vector<const CardFlag*> warning_signs(const Scorecard& card, std::string_view state);
std::vector<const CardFlag*> real_signs(const Scorecard& card);

const CardNode* whole(const Scorecard& card);  // null if there are no nodes
std::vector<const CardNode*> dimensions(const Scorecard& card);
// The nodes below a dimension, in order: groups and practices.
std::vector<const CardNode*> below(const Scorecard& card, const CardNode& dimension);
std::vector<const CardNode*> weakest_practices(const Scorecard& card);
// Practices by the widest difference between roles, widest first; at most `most`.
std::vector<const CardNode*> widest_role_gaps(const Scorecard& card, std::size_t most);
// Titles of roles with groups too small to show anywhere in the card, each once.
std::vector<std::string> hidden_roles(const Scorecard& card);
// Dimensions and groups with a score that differs from the previous one; practices have notes of their own.
std::vector<const CardNode*> changed_nodes(const Scorecard& card);
// Practices that people wrote something about.
// Each text once, with how often it was given: "Strategy 2026 (12 times)".
std::vector<std::string> without_repeats(const std::vector<std::string>& texts);
std::vector<const CardNode*> written_about(const Scorecard& card);

}  // namespace waymark
