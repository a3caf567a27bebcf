#include "report/cohort_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/wording.hpp"

namespace waymark {

std::string count_text(const CohortCell& cell, std::int64_t least) {
    switch (cell.told) {
        case Told::exactly:
            return fmt::format("{}", *cell.count);
        case Told::fewer:
            return fmt::format("fewer than {}", least);
        case Told::or_more:
            return fmt::format("{} or more", cell.at_least);
        case Told::nothing:
            break;
    }
    return "not shown";
}

std::string share_text(const CohortCell& cell, std::int64_t all) {
    if (!cell.count || all == 0) return "";
    return (Rational::whole(*cell.count) * Rational(100) / Rational::whole(all)).to_fixed(0) + "%";
}

std::string units(const Cohort& cohort) {
    return count_of(cohort.organisations, cohort.unit, cohort.unit + "s");
}

std::string cohort_title(const Cohort& cohort) {
    const std::string dates = cohort.first_date == cohort.last_date
                                  ? cohort.first_date
                                  : fmt::format("{} to {}", cohort.first_date, cohort.last_date);
    return joined({joined({cohort.framework_title, cohort.framework_version}, " "), cohort.profile_title, dates}, ", ");
}

std::string cohort_people(const Cohort& cohort) {
    if (cohort.unit != "organisation" || cohort.too_few) return units(cohort);
    return joined({units(cohort), count_of(cohort.quality.respondents, "person answered", "people answered")}, ", ");
}

std::string cohort_purpose() {
    return "What a group of teams can show together: for learning from each other, not for a league table.";
}

std::string node_label(const CohortNode& node) {
    return joined({node.code, node.title}, " ");
}

std::string flag_label(const CohortFlag& flag) {
    return joined({flag.code, flag.title}, " ");
}

std::string steps_text(const CohortScores& scores) {
    std::vector<std::string> parts;
    for (const CohortStep& step : scores.steps) parts.push_back(fmt::format("{} {}", step.title, step.count));
    if (parts.empty()) return "not shown";
    // One step of several levels holds everybody: it says where they are, and not how many are where.
    const bool apart = parts.size() > 1 || scores.steps.front().levels.size() == 1;
    return apart ? joined(parts, "; ") : scores.steps.front().title + ", not told apart";
}

std::string figure_text(const std::optional<Rational>& value) {
    return value ? value->to_fixed(1) : "";
}

std::string percentiles_text(const CohortScores& scores) {
    const auto part = [](const char* name, const std::optional<Rational>& value) {
        return value ? fmt::format("{} {}", name, figure_text(value)) : "";
    };
    return joined({part("lower tenth", scores.p10), part("middle", scores.p50), part("upper tenth", scores.p90)}, ", ");
}

std::string nobody_text(const CohortNode& node) {
    return node.nobody_above ? fmt::format("no organisation can show more than {}", node.highest) : "";
}

std::vector<std::string> peer_lines(const Cohort& cohort, const CohortExchange& exchange) {
    std::vector<std::string> lines;
    for (auto level = cohort.levels.rbegin(); level != cohort.levels.rend(); ++level) {
        std::vector<std::string> names;
        for (const CohortPeer& peer : exchange.peers) {
            if (peer.level == level->title) names.push_back(peer.organisation);
        }
        if (!names.empty()) lines.push_back(fmt::format("{}: {}", level->title, joined(names, ", ")));
    }
    return lines;
}

namespace {

std::string percent(const Rational& share) {
    return (share * Rational(100)).to_fixed(0) + "%";
}

std::string yes_of(const CohortCells& cells, const Cohort& cohort) {
    return fmt::format("{} of {}", count_text(cells.front(), cohort.least_cell), cohort.organisations);
}

}  // namespace

std::vector<std::string> quality_lines(const Cohort& cohort) {
    const CohortQuality& quality = cohort.quality;
    if (cohort.too_few || cohort.unit != "organisation") return {};
    std::vector<std::string> lines;
    std::string people = count_of(quality.respondents, "person answered", "people answered") + " in all";
    if (quality.respondents_middle)
        people += fmt::format("; {} in the middle organisation", *quality.respondents_middle);
    lines.push_back(people + ".");
    if (quality.evidence_known) {
        lines.push_back(fmt::format("Evidence was given, or said to be missing, for {} of all practices that apply.",
                                    percent(*quality.evidence_known)));
    }
    if (quality.dont_know)
        lines.push_back(fmt::format("{} of answers are \"don't know\".", percent(*quality.dont_know)));
    for (const CohortQuality::Remark& remark : quality.remarks) {
        lines.push_back(fmt::format("{}: {}.",
                                    as_sentence(remark.title).substr(0, as_sentence(remark.title).size() - 1),
                                    yes_of(remark.cells, cohort)));
    }
    return lines;
}

std::vector<const CohortNode*> lacking_first(const Cohort& cohort) {
    std::vector<const CohortNode*> nodes;
    for (const CohortNode& node : cohort.nodes) {
        if (node.kind == "practice" && !node.half_below.empty()) nodes.push_back(&node);
    }
    const auto level = [&](const CohortNode& node) {
        return std::find_if(cohort.levels.begin(), cohort.levels.end(),
                            [&](const CohortLevel& one) { return one.title == node.half_below; }) -
               cohort.levels.begin();
    };
    std::stable_sort(nodes.begin(), nodes.end(), [&](const CohortNode* a, const CohortNode* b) {
        const auto first = level(*a);
        const auto second = level(*b);
        return first != second ? first < second : a->half_count > b->half_count;
    });
    return nodes;
}

std::vector<const CohortFlag*> raised_often(const Cohort& cohort) {
    std::vector<const CohortFlag*> flags;
    for (const CohortFlag& flag : cohort.flags) {
        if (flag.kind == "washing" && flag.states.front().at_least > 0) flags.push_back(&flag);
    }
    return flags;
}

std::vector<const CohortFlag*> mostly_untold(const Cohort& cohort) {
    std::vector<const CohortFlag*> flags;
    for (const CohortFlag& flag : cohort.flags) {
        if (flag.mostly_cannot_tell) flags.push_back(&flag);
    }
    return flags;
}

std::vector<std::string> in_short(const Cohort& cohort) {
    if (cohort.too_few) return {};
    std::vector<std::string> lines;
    const CohortNode& whole = cohort.nodes.front();
    const CohortScores& scores = whole.evidenced.steps.empty() ? whole.claimed : whole.evidenced;
    const std::string middle = joined({whole.claimed.p50 ? "claimed " + figure_text(whole.claimed.p50) : "",
                                       whole.evidenced.p50 ? "evidenced " + figure_text(whole.evidenced.p50) : ""},
                                      ", ");
    const std::string spread = scores.steps.size() > 1 ? steps_text(scores) : "";
    if (!spread.empty() || !middle.empty()) {
        lines.push_back(fmt::format("Where the group stands: {}.",
                                    joined({spread, middle.empty() ? "" : "in the middle " + middle}, "; ")));
    }
    std::vector<std::string> lacking;
    const auto nodes = lacking_first(cohort);
    for (std::size_t at = 0; at < nodes.size() && at < 3; ++at) {
        if (nodes[at]->half_below != nodes.front()->half_below) break;
        lacking.push_back(
            fmt::format("{} ({} of {})", node_label(*nodes[at]), nodes[at]->half_count, cohort.organisations));
    }
    if (!lacking.empty()) {
        lines.push_back(fmt::format("What most lack: no more than {} can be shown in {}.", nodes.front()->half_below,
                                    joined(lacking, "; ")));
    }
    std::vector<std::string> signs;
    for (const CohortFlag* flag : raised_often(cohort)) {
        if (signs.size() == 3) break;
        signs.push_back(fmt::format("{} ({})", flag_label(*flag), count_text(flag->states.front(), cohort.least_cell)));
    }
    if (!signs.empty()) lines.push_back(fmt::format("Signs raised most often: {}.", joined(signs, "; ")));
    if (!cohort.exchange.empty()) {
        lines.push_back(fmt::format(
            "Who can help whom: for {} somebody who agreed to be named has evidence that at least half lack.",
            count_of(static_cast<std::int64_t>(cohort.exchange.size()), "practice", "practices")));
    }
    return lines;
}

}  // namespace waymark
