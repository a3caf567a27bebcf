#include "cohort/read_together.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace waymark {

namespace {

void count_score(NodeScores& scores, std::int32_t score, std::int8_t level, std::size_t levels) {
    if (level != kOwnScale) {
        scores.levels.resize(levels + 1, 0);
        ++scores.levels[static_cast<std::size_t>(level)];
    }
    if (score == kNoScore) {
        ++scores.none;
    } else {
        ++scores.counts[score];
    }
}

NodeInput input_of(std::size_t node, const CohortEntries& entries, std::size_t levels) {
    NodeInput input;
    const bool evidence =
        std::any_of(entries.begin(), entries.end(), [](const CohortEntry& entry) { return entry.evidence_collected; });
    input.bands_are_claimed = !evidence;
    for (const CohortEntry& entry : entries) {
        count_score(input.claimed, entry.claimed[node], entry.claimed_level[node], levels);
        count_score(input.evidenced, entry.evidenced[node], entry.evidenced_level[node], levels);
        const std::string_view band = band_at(entry, node);
        if (entry.evidence_collected == evidence && !band.empty()) ++input.bands[std::string(band)];
    }
    return input;
}

CohortNode named_node(const CardNode& card) {
    CohortNode node;
    node.id = card.id;
    node.code = card.code;
    node.title = card.title;
    node.kind = card.kind;
    node.dimension = card.dimension;
    node.core = card.core;
    return node;
}

void tell_nodes(Cohort& cohort, const CohortFrame& frame, const CohortEntries& entries) {
    for (std::size_t at = 0; at < frame.nodes.size(); ++at) {
        CohortNode node = named_node(frame.nodes[at]);
        NodeInput input = input_of(at, entries, cohort.levels.size());
        const Named named = named_at(at, entries, cohort.levels.size(), cohort.least_cell);
        input.named = named.by_level;
        tell_node(node, input, cohort.levels, cohort.organisations, cohort.least_cell);
        if (!named.peers.empty()) {
            CohortExchange exchange{node.id, node.code, node.title, {}};
            for (const auto& [organisation, level] : named.peers) {
                exchange.peers.push_back({organisation, cohort.levels[static_cast<std::size_t>(level - 1)].title});
            }
            cohort.exchange.push_back(std::move(exchange));
        }
        cohort.nodes.push_back(std::move(node));
    }
}

void tell_flags(Cohort& cohort, const CohortFrame& frame, const CohortEntries& entries) {
    for (std::size_t at = 0; at < frame.flags.size(); ++at) {
        const CardFlag& sign = frame.flags[at];
        Counts counts(kSignStates, 0);
        for (const CohortEntry& entry : entries) ++counts[static_cast<std::size_t>(entry.signs[at])];
        CohortFlag flag{sign.id, sign.code, sign.kind, sign.title, sign.says, {}, false};
        flag.states = tell_cells({{"raised", "raised"},
                                  {"cannot-tell", "cannot tell"},
                                  {"does-not-apply", "does not apply, or too early"},
                                  {"clear", "clear"}},
                                 counts, cohort.least_cell);
        flag.mostly_cannot_tell = 2 * flag.states[1].at_least > cohort.organisations;
        cohort.flags.push_back(std::move(flag));
    }
    // By what is told, not by what is kept back.
    std::stable_sort(cohort.flags.begin(), cohort.flags.end(), [](const CohortFlag& a, const CohortFlag& b) {
        return a.states[0].at_least > b.states[0].at_least;
    });
}

void tell_readings(Cohort& cohort, const CohortEntries& entries) {
    std::map<std::string, std::int64_t> verdicts;
    Counts outcomes(4, 0);
    for (const CohortEntry& entry : entries) {
        ++verdicts[entry.verdict];
        const std::string& reading = entry.outcome;
        ++outcomes[reading == "improving" ? 0U : reading == "flat" ? 1U : reading == "worsening" ? 2U : 3U];
    }
    cohort.verdicts = tell_open_cells(verdicts, "another reading", cohort.least_cell);
    cohort.outcomes = tell_cells({{"improving", "improving"},
                                  {"flat", "flat"},
                                  {"worsening", "worsening"},
                                  {"unknown", "not known, or not yet"}},
                                 outcomes, cohort.least_cell);
}

}  // namespace

Cohort read_together(const CohortFrame& frame, const CohortEntries& entries, std::int64_t least) {
    Cohort cohort;
    cohort.framework_id = frame.framework_id;
    cohort.framework_version = frame.framework_version;
    cohort.framework_title = frame.framework_title;
    cohort.framework_sha256 = frame.framework_sha256;
    cohort.profile = frame.profile;
    cohort.profile_title = frame.profile_title;
    for (const CardLevel& level : frame.levels) cohort.levels.push_back({level.id, level.title});
    cohort.organisations = static_cast<std::int64_t>(entries.size());
    cohort.least_cell = least;
    cohort.too_few = cohort.organisations < least;
    for (const CohortEntry& entry : entries) {
        if (cohort.first_date.empty() || entry.date < cohort.first_date) cohort.first_date = entry.date;
        cohort.last_date = std::max(cohort.last_date, entry.date);
        if (entry.may_be_named) cohort.named.push_back(entry.organisation);
    }
    if (!cohort.too_few) {
        tell_nodes(cohort, frame, entries);
        tell_flags(cohort, frame, entries);
        tell_readings(cohort, entries);
        cohort.quality = tell_quality(frame, entries, least);
    }
    cohort.limits = limits_of(cohort);
    return cohort;
}

std::vector<std::string> limits_of(const Cohort& cohort) {
    const std::string unit = cohort.unit == "organisation" ? "organisations" : cohort.unit + "s";
    if (cohort.too_few) {
        return {fmt::format("Nothing is told of a group of fewer than {} {}.", cohort.least_cell, unit)};
    }
    return {
        fmt::format(
            "No count of fewer than {} {} is shown. Where one could be worked out from a total, another is kept "
            "back with it, and levels too small to show are counted together with their neighbours.",
            cohort.least_cell, unit),
        fmt::format("A percentile is shown only with at least {} {} on either side, rounded to a tenth.",
                    cohort.least_cell, unit),
        "Not protected against: two summaries that differ by one organisation, laid side by side; an organisation that "
        "subtracts itself, or others that agreed to be named; and a step that holds everybody, which tells each one's.",
    };
}

}  // namespace waymark
