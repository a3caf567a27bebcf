// Rules of scoring, bands, and profiles.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "verify/diff_working.hpp"

namespace waymark {

namespace {

std::string edge_of(const Band& band) {
    return band.below ? "below " + band.below->to_short(4) : "open";
}

void diff_bands(Comparison& work) {
    const auto& old_bands = work.before->scoring.bands;
    const auto& new_bands = work.after->scoring.bands;
    const auto subject = [](const Band& band) { return fmt::format("band '{}'", band.id); };
    const Matches bands = match_ids(ids_in(old_bands), ids_in(new_bands));
    for (const auto& [old_index, new_index] : bands.same) {
        const Band& was = at(old_bands, old_index);
        const Band& is = at(new_bands, new_index);
        const Comparison::Places places{was.span, is.span};
        work.compare("band-edge", subject(is), "the upper edge", edge_of(was), edge_of(is), places);
        work.compare("band-text", subject(is), "the title", was.title, is.title, places);
        work.compare("band-text", subject(is), "what it says", was.says, is.says, places);
    }
    for (const int added : bands.added) {
        const Band& band = at(new_bands, added);
        work.add("band-added", subject(band), "added", {{}, band.span}, "", edge_of(band));
    }
    for (const int removed : bands.removed) {
        const Band& band = at(old_bands, removed);
        work.add("band-removed", subject(band), "removed", {band.span, {}}, edge_of(band), "");
    }
}

std::string gate_text(const Framework& framework) {
    const auto& core = framework.scoring.core;
    if (!core) return "none";
    return fmt::format("at most {} holds the band at {}", core->at_most.to_short(4),
                       at(framework.scoring.bands, core->caps_band_at).id);
}

void diff_quality(Comparison& work, Comparison::Places places) {
    const QualityRules& was = work.before->scoring.quality;
    const QualityRules& is = work.after->scoring.quality;
    const auto figure = [&](std::string_view key, const Rational& before, const Rational& after) {
        work.compare("quality", "the quality of answers", fmt::format("'{}'", key), before.to_short(4),
                     after.to_short(4), places);
    };
    figure("same_level_share", was.same_level_share, is.same_level_share);
    figure("at_least_questions", was.at_least_questions, is.at_least_questions);
    figure("whole_dimensions", was.whole_dimensions, is.whole_dimensions);
    figure("halo_within", was.halo_within, is.halo_within);
    figure("too_good_above", was.too_good_above, is.too_good_above);
    figure("score_jump", was.score_jump, is.score_jump);
}

// ---- profiles

std::string weight_text(const std::map<int, Rational>& weights, int element) {
    const auto found = weights.find(element);
    return found == weights.end() ? "as everywhere" : found->second.to_short(4);
}

void diff_weights(Comparison& work, const Profile& was, const Profile& is, const std::string& subject) {
    const Comparison::Places places{was.span, is.span};
    for (const auto& [old_node, new_node] : work.nodes.same) {
        work.compare("profile-weight", subject,
                     fmt::format("the weight of '{}'", at(work.after->elements, new_node).id),
                     weight_text(was.weights, old_node), weight_text(is.weights, new_node), places);
    }
}

// What of a list of nodes stays in both versions, by its new name.
std::vector<std::string> kept_names(const Comparison& work, const std::vector<int>& nodes, bool is_old) {
    std::vector<std::string> names;
    for (const auto& [old_node, new_node] : work.nodes.same) {
        const int wanted = is_old ? old_node : new_node;
        if (std::find(nodes.begin(), nodes.end(), wanted) != nodes.end()) {
            names.push_back(at(work.after->elements, new_node).id);
        }
    }
    return names;
}

void diff_permissions(Comparison& work, const Profile& was, const Profile& is, const std::string& subject) {
    const Comparison::Places places{was.span, is.span};
    for (const auto& [old_node, new_node] : work.nodes.same) {
        const auto before = was.not_applicable.find(old_node);
        const auto after = is.not_applicable.find(new_node);
        const bool did = before != was.not_applicable.end();
        const bool does = after != is.not_applicable.end();
        const std::string what = fmt::format("'{}'", at(work.after->elements, new_node).id);
        if (did && !does) {
            work.add("not-applicable-withdrawn", subject, what + " can no longer be said not to apply", places,
                     before->second, "");
        } else if (!did && does) {
            work.add("not-applicable-allowed", subject, what + " can now be said not to apply", places, "",
                     after->second);
        } else if (did) {
            work.compare("profile-text", subject, "when it may be said that " + what + " does not apply",
                         before->second, after->second, places);
        }
    }
}

void compare_profile(Comparison& work, const Profile& was, const Profile& is) {
    const std::string subject = fmt::format("profile '{}'", is.id);
    const Comparison::Places places{was.span, is.span};
    if (was.id != is.id) work.add_renamed("profile-renamed", subject, was.id, places);
    diff_weights(work, was, is, subject);
    work.compare("profile-core", subject, "what is not core in it", listed(kept_names(work, was.not_core, true)),
                 listed(kept_names(work, is.not_core, false)), places);
    diff_permissions(work, was, is, subject);
    work.compare("profile-text", subject, "the title", was.title, is.title, places);
    work.compare("profile-text", subject, "the text", was.about, is.about, places);
}

}  // namespace

void diff_scoring(Comparison& work) {
    const ScoringRules& was = work.before->scoring;
    const ScoringRules& is = work.after->scoring;
    const auto place = [](const ScoringRules& rules) {
        return rules.bands.empty() ? Span{1, 1, 1} : rules.bands[0].span;
    };
    const Comparison::Places places{place(was), place(is)};
    const auto statistic = [](const ScoringRules& rules) {
        return rules.respondents == RespondentStatistic::median ? "median" : "mean";
    };
    work.compare("scoring", "scoring", "the statistic over respondents", statistic(was), statistic(is), places);
    work.compare("scoring", "scoring", "the roll-up", word_of(was.rollup), word_of(is.rollup), places);
    work.compare("scoring", "scoring", "the share of answers below which a score is withheld",
                 was.withhold_below.to_fraction(), is.withhold_below.to_fraction(), places);
    work.compare("core-gate", "scoring", "the gate of core practices", gate_text(*work.before), gate_text(*work.after),
                 places);
    work.compare("next-steps", "scoring", "the number of next steps", std::to_string(was.next_steps),
                 std::to_string(is.next_steps), places);
    work.compare("privacy", "privacy", "the smallest group that is shown", std::to_string(was.role_min),
                 std::to_string(is.role_min), places);
    diff_quality(work, places);
    diff_bands(work);
}

void diff_profiles(Comparison& work) {
    const auto& old_list = work.before->profiles;
    const auto& new_list = work.after->profiles;
    const auto subject = [](const Profile& profile) { return fmt::format("profile '{}'", profile.id); };
    const Matches matches = work.match(NameKind::profile, "", ids_in(old_list), ids_in(new_list));
    for (const auto& [was, is] : matches.same) compare_profile(work, at(old_list, was), at(new_list, is));
    for (const int added : matches.added) {
        work.add("profile-added", subject(at(new_list, added)), "added", {{}, at(new_list, added).span});
    }
    for (const int removed : matches.removed) {
        const Profile& profile = at(old_list, removed);
        work.add_removed("profile-removed", NameKind::profile, "", profile.id, subject(profile), profile.span);
    }
    if (matches.new_of(0) != 0) {
        work.add("profile-default", subject(new_list[0]), "now stands first", {old_list[0].span, new_list[0].span},
                 old_list[0].id, new_list[0].id);
    }
}

}  // namespace waymark
