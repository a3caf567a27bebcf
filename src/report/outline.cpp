#include "report/outline.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace waymark {
namespace {

constexpr std::array kOrder = {Section::reading,    Section::raised,     Section::too_early, Section::real,
                               Section::weakest,    Section::profile,    Section::practices, Section::roles,
                               Section::outcomes,   Section::next_steps, Section::missing,   Section::other_signs,
                               Section::confidence, Section::changes,    Section::written,   Section::method};

// One person's answers are no basis for a reading of the organisation, but good for a first conversation.
constexpr std::array kFirstLookOrder = {Section::raised,     Section::too_early, Section::real,    Section::next_steps,
                                        Section::reading,    Section::weakest,   Section::profile, Section::practices,
                                        Section::roles,      Section::outcomes,  Section::missing, Section::other_signs,
                                        Section::confidence, Section::changes,   Section::written, Section::method};

bool has_practices(const Scorecard& card) {
    return std::any_of(card.nodes.begin(), card.nodes.end(),
                       [](const CardNode& node) { return node.kind == "practice"; });
}

bool has_content(const Scorecard& card, Section section, bool with_notes) {
    switch (section) {
        case Section::reading:
        case Section::raised:
        case Section::method:
            return true;
        case Section::too_early:
            return !warning_signs(card, "too-early").empty();
        case Section::real:
            return !real_signs(card).empty();
        case Section::weakest:
            return !weakest_practices(card).empty();
        case Section::profile:
            return whole(card) != nullptr;
        case Section::practices:
            return has_practices(card);
        case Section::roles:
            return !widest_role_gaps(card, 1).empty() || !hidden_roles(card).empty();
        case Section::outcomes:
            return card.outcomes.given;
        case Section::next_steps:
            return !card.next_steps.empty();
        case Section::missing:
            return !card.missing.empty();
        case Section::other_signs:
            return !warning_signs(card, "clear").empty() || !warning_signs(card, "cannot-tell").empty() ||
                   !warning_signs(card, "does-not-apply").empty();
        case Section::confidence:
            return !card.confidence.empty();
        case Section::changes:
            return !card.changes.empty() || !changed_nodes(card).empty();
        case Section::written:
            return with_notes && !written_about(card).empty();
    }
    return false;
}

int rank(std::string_view severity) {
    return severity == "high" ? 0 : severity == "medium" ? 1 : 2;
}

template <class Wanted>
std::vector<const CardNode*> nodes_where(const Scorecard& card, Wanted wanted) {
    std::vector<const CardNode*> found;
    for (const CardNode& node : card.nodes) {
        if (wanted(node)) found.push_back(&node);
    }
    return found;
}

}  // namespace

std::vector<Section> outline(const Scorecard& card, bool with_notes) {
    std::vector<Section> sections;
    for (const Section section : card.first_look ? kFirstLookOrder : kOrder) {
        if (has_content(card, section, with_notes)) sections.push_back(section);
    }
    return sections;
}

std::string heading(const Scorecard& card, Section section) {
    switch (section) {
        case Section::reading:
            return "The reading";
        case Section::raised:
            return "Signs raised";
        case Section::too_early:
            return "Too early to count";
        case Section::real:
            return "Signs that it is real";
        case Section::weakest:
            return "Weakest practices";
        case Section::profile:
            return card.evidence_collected ? "Claimed beside evidenced" : "What is claimed";
        case Section::practices:
            return "Practice by practice";
        case Section::roles:
            return "Where roles see it differently";
        case Section::outcomes:
            return "Outcomes";
        case Section::next_steps:
            return "Next steps";
        case Section::missing:
            return "What would let more signs tell";
        case Section::other_signs:
            return "The other signs";
        case Section::confidence:
            return "How far to trust this";
        case Section::changes:
            return card.previous_date.empty() ? "What has changed" : "What has changed since " + card.previous_date;
        case Section::written:
            return "What people wrote";
        case Section::method:
            return "How this was worked out";
    }
    return "";
}

std::vector<const CardFlag*> warning_signs(const Scorecard& card, std::string_view state) {
    std::vector<const CardFlag*> found;
    for (const CardFlag& flag : card.flags) {
        if (flag.kind == "washing" && flag.state == state) found.push_back(&flag);
    }
    return found;
}

std::vector<const CardFlag*> raised_signs(const Scorecard& card) {
    std::vector<const CardFlag*> raised = warning_signs(card, "raised");
    // The addresses rise in the framework's order.
    std::sort(raised.begin(), raised.end(), [](const CardFlag* a, const CardFlag* b) {
        return std::pair(rank(a->severity), a) < std::pair(rank(b->severity), b);
    });
    return raised;
}

std::vector<const CardFlag*> real_signs(const Scorecard& card) {
    std::vector<const CardFlag*> found;
    for (const CardFlag& flag : card.flags) {
        if (flag.kind == "real" && flag.state == "raised") found.push_back(&flag);
    }
    return found;
}

const CardNode* whole(const Scorecard& card) {
    return card.nodes.empty() ? nullptr : card.nodes.data();
}

std::vector<const CardNode*> dimensions(const Scorecard& card) {
    return nodes_where(card, [](const CardNode& node) { return node.kind == "dimension"; });
}

std::vector<const CardNode*> below(const Scorecard& card, const CardNode& dimension) {
    return nodes_where(card, [&](const CardNode& node) {
        return node.dimension == dimension.id && node.kind != "dimension" && node.kind != "overall";
    });
}

std::vector<const CardNode*> weakest_practices(const Scorecard& card) {
    std::vector<const CardNode*> found;
    for (const std::string& id : card.weakest) {
        if (const CardNode* node = find_node(card, id)) found.push_back(node);
    }
    return found;
}

std::vector<const CardNode*> widest_role_gaps(const Scorecard& card, std::size_t most) {
    std::vector<const CardNode*> found =
        nodes_where(card, [](const CardNode& node) { return node.role_gap && *node.role_gap > Rational(0); });
    std::sort(found.begin(), found.end(), [](const CardNode* a, const CardNode* b) {
        return *a->role_gap == *b->role_gap ? a < b : *a->role_gap > *b->role_gap;
    });
    found.resize(std::min(found.size(), most));
    return found;
}

std::vector<std::string> hidden_roles(const Scorecard& card) {
    std::vector<std::string> titles;
    for (const CardNode& node : card.nodes) {
        for (const CardRole& role : node.roles) {
            const bool known = std::find(titles.begin(), titles.end(), role.title) != titles.end();
            if (role.hidden && !known) titles.push_back(role.title);
        }
    }
    return titles;
}

std::vector<const CardNode*> changed_nodes(const Scorecard& card) {
    return nodes_where(card, [](const CardNode& node) {
        if (node.kind == "practice") return false;
        const bool claimed =
            node.previous_claimed && node.claimed.point && *node.previous_claimed != *node.claimed.point;
        const bool evidenced =
            node.previous_evidenced && node.evidenced.point && *node.previous_evidenced != *node.evidenced.point;
        return claimed || evidenced;
    });
}

std::vector<std::string> without_repeats(const std::vector<std::string>& texts) {
    std::vector<std::string> once;
    std::map<std::string_view, std::size_t> places;
    std::vector<int> times;
    for (const std::string& text : texts) {
        const auto [place, fresh] = places.emplace(text, once.size());
        if (fresh) {
            once.push_back(text);
            times.push_back(0);
        }
        ++times[place->second];
    }
    for (std::size_t i = 0; i < once.size(); ++i) {
        if (times[i] > 1) once[i] += " (" + std::to_string(times[i]) + " times)";
    }
    return once;
}

std::vector<const CardNode*> written_about(const Scorecard& card) {
    return nodes_where(card, [](const CardNode& node) {
        return !node.reasons.empty() || !node.notes.empty() || !node.evidence.empty();
    });
}

}  // namespace waymark
