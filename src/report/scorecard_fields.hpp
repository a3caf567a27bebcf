// The keys of a scorecard file, described once: writing and reading both walk these functions, so neither can know a
// key that the other does not. An archive offers
//   need(key, value)             always written, required when read
//   may(key, value)              left out when empty, none or false
//   need_word, may_word(…, words)  a text that must be one of these words
//   inside(key, function)        an object of its own within the file, with no struct behind it
// docs/schemas/scorecard-1.json says the same to other programs.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "waymark/scorecard.hpp"

namespace waymark {

inline constexpr std::string_view kScorecardHead = "scorecard/1";

using Words = std::span<const std::string_view>;

namespace words {
inline constexpr std::array<std::string_view, 4> kNodeKinds = {"overall", "dimension", "group", "practice"};
inline constexpr std::array<std::string_view, 4> kNodeStates = {"scored", "not-applicable", "unknown", "not-asked"};
inline constexpr std::array<std::string_view, 4> kRollups = {"mean", "sum", "minimum", "staged"};
inline constexpr std::array<std::string_view, 2> kFlagKinds = {"washing", "real"};
inline constexpr std::array<std::string_view, 5> kFlagStates = {"does-not-apply", "cannot-tell", "clear", "too-early",
                                                                "raised"};
inline constexpr std::array<std::string_view, 3> kSeverities = {"high", "medium", "low"};
inline constexpr std::array<std::string_view, 6> kReadings = {"too-early", "flat",         "improving",
                                                              "worsening", "expected-dip", "not-read"};
inline constexpr std::array<std::string_view, 12> kColumnTypes = {"text",   "number",  "integer",  "money",
                                                                  "share",  "date",    "duration", "yes-no",
                                                                  "one-of", "some-of", "level",    "row-of"};
inline constexpr std::array<std::string_view, 3> kFactStates = {"given", "none", "not-given"};
inline constexpr std::array<std::string_view, 4> kEquity = {"widened", "narrowed", "not-narrowed", "not-recorded"};
}  // namespace words

template <class Archive>
void fields(Archive& archive, Interval& interval) {
    archive.need("low", interval.low);
    archive.need("high", interval.high);
}

template <class Archive>
void fields(Archive& archive, CardScore& score) {
    archive.may("point", score.point);
    archive.may("range", score.range);
    archive.need("withheld", score.withheld);
    archive.need("known", score.known);
    archive.need("in_scope", score.in_scope);
}

template <class Archive>
void fields(Archive& archive, CardRole& role) {
    archive.need("role", role.role);
    archive.need("title", role.title);
    archive.need("answered", role.answered);
    archive.need("dont_know", role.dont_know);
    archive.may("mean", role.mean);
    archive.need("hidden", role.hidden);
}

template <class Archive>
void fields(Archive& archive, CardLevel& level) {
    archive.need("id", level.id);
    archive.need("title", level.title);
    archive.need("value", level.value);
}

template <class Archive>
void fields(Archive& archive, CardTerm& term) {
    archive.need("node", term.node);
    archive.need("weight", term.weight);
    archive.may("claimed", term.claimed);
    archive.may("evidenced", term.evidenced);
}

template <class Archive>
void practice_fields(Archive& archive, CardNode& node) {
    archive.may("ask", node.ask);
    archive.may("level", node.level);
    archive.may("evidenced_level", node.evidenced_level);
    archive.may("anchor", node.anchor);
    archive.may("target", node.target);
    archive.may("target_value", node.target_value);
    archive.may("agreed", node.agreed);
    archive.may("scope_disputed", node.scope_disputed);
    archive.may("respondents", node.respondents);
    archive.may("dont_know", node.dont_know);
    archive.may("spread_lowest", node.spread_lowest);
    archive.may("spread_highest", node.spread_highest);
    archive.may("lower_quartile", node.lower_quartile);
    archive.may("upper_quartile", node.upper_quartile);
    archive.may("agreement", node.agreement);
    archive.may("roles", node.roles);
    archive.may("role_gap", node.role_gap);
    archive.may("role_gap_high", node.role_gap_high);
    archive.may("role_gap_low", node.role_gap_low);
    archive.may("strongest_evidence", node.strongest_evidence);
    archive.may("evidence_items", node.evidence_items);
    archive.may("new_evidence", node.new_evidence);
    archive.may("reasons", node.reasons);
    archive.may("notes", node.notes);
    archive.may("evidence", node.evidence);
    archive.may("previous_claimed", node.previous_claimed);
    archive.may("previous_evidenced", node.previous_evidenced);
}

template <class Archive>
void fields(Archive& archive, CardNode& node) {
    archive.need("id", node.id);
    archive.may("code", node.code);
    archive.need("title", node.title);
    archive.need_word("kind", node.kind, words::kNodeKinds);
    archive.may("parent", node.parent);
    archive.may("dimension", node.dimension);
    archive.need("depth", node.depth);
    archive.may("core", node.core);
    archive.need_word("state", node.state, words::kNodeStates);
    archive.may_word("rollup", node.rollup, words::kRollups);
    archive.need("claimed", node.claimed);
    archive.need("evidenced", node.evidenced);
    archive.may("gap", node.gap);
    archive.need("lowest", node.lowest);
    archive.need("highest", node.highest);
    archive.may("band", node.band);
    archive.may("band_title", node.band_title);
    archive.may("band_is_claimed", node.band_is_claimed);
    archive.may("terms", node.terms);
    practice_fields(archive, node);
}

template <class Archive>
void fields(Archive& archive, CardSource& source) {
    archive.need("title", source.title);
    archive.may("url", source.url);
}

template <class Archive>
void fields(Archive& archive, CardFlag& flag) {
    archive.need("id", flag.id);
    archive.may("code", flag.code);
    archive.need_word("kind", flag.kind, words::kFlagKinds);
    archive.need("title", flag.title);
    archive.may("says", flag.says);
    archive.need_word("state", flag.state, words::kFlagStates);
    archive.may_word("severity", flag.severity, words::kSeverities);
    archive.may("saw", flag.saw);
    archive.may("would_tell", flag.would_tell);
    archive.may("why", flag.why);
    archive.may("do", flag.action);
    archive.may("sources", flag.sources);
}

template <class Archive>
void fields(Archive& archive, CardVerdict& verdict) {
    archive.need("id", verdict.id);
    archive.need("title", verdict.title);
    archive.may("says", verdict.says);
    archive.need("unsafe", verdict.unsafe);
    archive.may("unsafe_title", verdict.unsafe_title);
    archive.may("unsafe_says", verdict.unsafe_says);
    archive.need("told", verdict.told);
    archive.need("applicable", verdict.applicable);
    archive.need("high", verdict.high);
    archive.need("medium", verdict.medium);
    archive.need("low", verdict.low);
    archive.may("settle_most", verdict.settle_most);
    archive.may("settle_count", verdict.settle_count);
}

template <class Archive>
void fields(Archive& archive, CardMissing& missing) {
    archive.need("what", missing.what);
    archive.may("columns", missing.columns);
    archive.need("flags", missing.flags);
}

template <class Archive>
void fields(Archive& archive, CardNextStep& step) {
    archive.need("practice", step.practice);
    archive.may("code", step.code);
    archive.need("title", step.title);
    archive.may("core", step.core);
    archive.may("from", step.from);
    archive.need("step", step.step);
    archive.may("because", step.because);
}

template <class Archive>
void fields(Archive& archive, CardReading& reading) {
    archive.need_date("date", reading.date);
    archive.need("value", reading.value);
    archive.may("series_break", reading.series_break);
    archive.may("note", reading.note);
}

template <class Archive>
void fields(Archive& archive, CardIndicator& indicator) {
    archive.need("id", indicator.id);
    archive.need("name", indicator.name);
    archive.need("family", indicator.family);
    archive.may("family_title", indicator.family_title);
    archive.may("unit", indicator.unit);
    archive.need("higher_is_better", indicator.higher_is_better);
    archive.need_word("reading", indicator.reading, words::kReadings);
    archive.need("reading_title", indicator.reading_title);
    archive.may("says", indicator.says);
    archive.may("baseline", indicator.baseline);
    archive.may("latest", indicator.latest);
    archive.may("change", indicator.change);
    archive.may("pace", indicator.pace);
    archive.may("pace_note", indicator.pace_note);
    archive.may("target", indicator.target);
    archive.may("noise", indicator.noise);
    archive.may_date("baseline_date", indicator.baseline_date);
    archive.may_date("target_due", indicator.target_due);
    archive.may("commitment", indicator.commitment);
    archive.may("aim", indicator.aim);
    archive.may("required", indicator.required);
    archive.may("best_pace", indicator.best_pace);
    archive.may("expected", indicator.expected);
    archive.may("by_waypoints", indicator.by_waypoints);
    archive.may("untouched", indicator.untouched);
    archive.may("course", indicator.course);
    archive.may_word("equity", indicator.equity, words::kEquity);
    archive.may("definition", indicator.definition);
    archive.may("publisher", indicator.publisher);
    archive.may("doubt", indicator.doubt);
    archive.may("gaming", indicator.gaming);
    archive.may("readings", indicator.readings);
}

template <class Archive>
void fields(Archive& archive, CardRung& rung) {
    archive.need("id", rung.id);
    archive.need("title", rung.title);
    archive.may("says", rung.says);
    archive.may("shows", rung.shows);
}

template <class Archive>
void fields(Archive& archive, CardShape& shape) {
    archive.need("id", shape.id);
    archive.need("title", shape.title);
    archive.need("says", shape.says);
    archive.may("saw", shape.saw);
}

template <class Archive>
void fields(Archive& archive, CardOutcomes& outcomes) {
    archive.need("given", outcomes.given);
    archive.may("indicators", outcomes.indicators);
    archive.may("ladder", outcomes.ladder);
    archive.may("ladder_says", outcomes.ladder_says);
    archive.may("row", outcomes.row);
    archive.may("row_title", outcomes.row_title);
    archive.may("column", outcomes.column);
    archive.may("says", outcomes.says);
    archive.may("caveats", outcomes.caveats);
}

template <class Archive>
void fields(Archive& archive, CardEvidence& item) {
    archive.need("practice", item.practice);
    archive.need("strength", item.strength);
    archive.need("counts_as", item.counts_as);
    archive.may_date("dated", item.dated);
    archive.may("produced_by", item.produced_by);
    archive.may("form", item.form);
    archive.may("what", item.what);
}

template <class Archive>
void fields(Archive& archive, CardColumn& column) {
    archive.need("id", column.id);
    archive.need("title", column.title);
    archive.need_word("type", column.type, words::kColumnTypes);
    archive.may("unit", column.unit);
}

template <class Archive>
void fields(Archive& archive, CardFacts& facts) {
    archive.need("id", facts.id);
    archive.need("title", facts.title);
    archive.may("is_record", facts.is_record);
    archive.need_word("state", facts.state, words::kFactStates);
    archive.may("private_columns", facts.private_columns);
    archive.may("columns", facts.columns);
    archive.may("rows", facts.rows);
}

template <class Archive>
void fields(Archive& archive, CardGate& gate) {
    archive.need("gate", gate.gate);
    archive.need("met", gate.met);
    archive.need("says", gate.says);
}

template <class Archive>
void fields(Archive& archive, CardNote& note) {
    archive.need("kind", note.kind);
    archive.need("text", note.text);
}

template <class Archive>
void fields(Archive& archive, CardRoleCount& role) {
    archive.need("role", role.role);
    archive.need("title", role.title);
    archive.need("respondents", role.respondents);
}

template <class Archive>
void fields(Archive& archive, CardInput& input) {
    archive.need("name", input.name);
    archive.need("sha256", input.sha256);
}

template <class Archive>
void head_fields(Archive& archive, Scorecard& card) {
    archive.need("waymark_version", card.waymark_version);
    archive.inside("framework", [&](auto& framework) {
        framework.need("id", card.framework_id);
        framework.need("version", card.framework_version);
        framework.need("title", card.framework_title);
        framework.need("sha256", card.framework_sha256);
        framework.may("licence", card.framework_licence);
        framework.may("about", card.framework_about);
    });
    archive.need("organisation", card.organisation);
    archive.inside("profile", [&](auto& profile) {
        profile.need("id", card.profile);
        profile.need("title", card.profile_title);
    });
    archive.need_date("date", card.date);
    archive.may_date("previous_date", card.previous_date);
    archive.may("inputs", card.inputs);
    archive.need("respondents", card.respondents);
    archive.may("roles", card.roles);
    archive.need("first_look", card.first_look);
    archive.need("evidence_collected", card.evidence_collected);
    archive.need("may_be_named", card.may_be_named);
}

template <class Archive>
void fields(Archive& archive, Scorecard& card) {
    head_fields(archive, card);
    archive.need("levels", card.levels);
    archive.need("verdict", card.verdict);
    archive.need("flags", card.flags);
    archive.need("nodes", card.nodes);
    archive.may("shapes", card.shapes);
    archive.may("core_hold", card.core_hold);
    archive.may("weakest", card.weakest);
    archive.may("next_steps", card.next_steps);
    archive.need("outcomes", card.outcomes);
    archive.may("evidence", card.evidence);
    archive.may("facts", card.facts);
    archive.may("gates", card.gates);
    archive.may("missing", card.missing);
    archive.may("confidence", card.confidence);
    archive.may("changes", card.changes);
    archive.may("method", card.method);
}

}  // namespace waymark
