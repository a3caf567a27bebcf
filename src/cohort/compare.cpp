#include "cohort/compare.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "appraisal/find.hpp"
#include "cohort/compare_parts.hpp"

namespace waymark {
namespace {

std::string major_of(const std::string& version) {
    return version.substr(0, version.find('.'));
}

std::string why_not(const Scorecard& first, const Scorecard& other) {
    if (first.organisation != other.organisation) {
        return fmt::format(
            "these are about different organisations, '{}' and '{}'; compare is for one organisation over time, and "
            "'waymark score' reads several together",
            first.organisation, other.organisation);
    }
    if (first.framework_id != other.framework_id) {
        return fmt::format("these were scored with different frameworks, {} and {}; nothing in them is alike",
                           first.framework_id, other.framework_id);
    }
    if (major_of(first.framework_version) != major_of(other.framework_version)) {
        return fmt::format(
            "these were scored with {} {} and {}, in which the same ids may mean other things; score both with one of "
            "them",
            first.framework_id, first.framework_version, other.framework_version);
    }
    return "";
}

ComparedCard head_of(const Scorecard& card) {
    ComparedCard head;
    head.date = card.date;
    head.framework_version = card.framework_version;
    head.framework_sha256 = card.framework_sha256;
    head.profile = card.profile_title.empty() ? card.profile : card.profile_title;
    head.verdict = card.verdict.id;
    head.verdict_title = card.verdict.title;
    head.high = card.verdict.high;
    head.medium = card.verdict.medium;
    head.low = card.verdict.low;
    head.told = card.verdict.told;
    head.applicable = card.verdict.applicable;
    head.respondents = card.respondents;
    head.roles = card.roles;
    head.inputs = card.inputs;
    head.waymark_version = card.waymark_version;
    return head;
}

// The parts of the latest framework, then those that only earlier ones have.
std::vector<ScoreSeries> series_of(const std::vector<Scorecard>& cards) {
    std::vector<ScoreSeries> all;
    for (auto card = cards.rbegin(); card != cards.rend(); ++card) {
        for (const CardNode& node : card->nodes) {
            const bool known =
                std::any_of(all.begin(), all.end(), [&](const ScoreSeries& series) { return series.id == node.id; });
            if (!known) all.push_back({node.id, node.code, node.title, node.kind, {}, {}, node.lowest, node.highest});
        }
    }
    for (ScoreSeries& series : all) {
        for (const Scorecard& card : cards) {
            const CardNode* node = find_node(card, series.id);
            series.claimed.push_back(node != nullptr ? node->claimed.point : std::nullopt);
            series.evidenced.push_back(node != nullptr ? node->evidenced.point : std::nullopt);
        }
    }
    return all;
}

}  // namespace

std::optional<AssessmentComparison> compare(std::vector<Scorecard> cards, std::string& problem) {
    if (cards.size() < 2) {
        problem = "there is nothing to compare with: name at least two assessments or scorecards";
        return std::nullopt;
    }
    for (const Scorecard& card : cards) {
        problem = why_not(cards.front(), card);
        if (!problem.empty()) return std::nullopt;
    }
    if (cards.size() > 2) {
        std::stable_sort(cards.begin(), cards.end(),
                         [](const Scorecard& a, const Scorecard& b) { return a.date < b.date; });
    }
    AssessmentComparison result;
    result.organisation = cards.back().organisation;
    result.framework_id = cards.back().framework_id;
    result.framework_title = cards.back().framework_title;
    for (const Scorecard& card : cards) result.cards.push_back(head_of(card));
    result.scores = series_of(cards);
    for (std::size_t i = 1; i < cards.size(); ++i) result.steps.push_back(step_between(cards[i - 1], cards[i]));
    return result;
}

}  // namespace waymark
