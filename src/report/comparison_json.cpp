// The file of a comparison; docs/schemas/comparison-1.json says the same to other programs.
#include "report/comparison.hpp"
#include "report/field_json.hpp"
#include "report/scorecard_fields.hpp"

namespace waymark {

template <class Archive>
void fields(Archive& archive, ComparedCard& card) {
    archive.need_date("date", card.date);
    archive.need("framework_version", card.framework_version);
    archive.need("framework_sha256", card.framework_sha256);
    archive.need("profile", card.profile);
    archive.need("verdict", card.verdict);
    archive.need("verdict_title", card.verdict_title);
    archive.need("high", card.high);
    archive.need("medium", card.medium);
    archive.need("low", card.low);
    archive.need("told", card.told);
    archive.need("applicable", card.applicable);
    archive.need("respondents", card.respondents);
    archive.may("roles", card.roles);
    archive.may("inputs", card.inputs);
    archive.need("waymark_version", card.waymark_version);
}

template <class Archive>
void fields(Archive& archive, ScoreSeries& series) {
    archive.need("id", series.id);
    archive.may("code", series.code);
    archive.need("title", series.title);
    archive.need("kind", series.kind);
    archive.need("claimed", series.claimed);
    archive.need("evidenced", series.evidenced);
}

template <class Archive>
void fields(Archive& archive, MovedPractice& moved) {
    archive.need("id", moved.id);
    archive.may("code", moved.code);
    archive.need("title", moved.title);
    archive.may("dimension", moved.dimension);
    archive.need("core", moved.core);
    archive.need("direction", moved.direction);
    archive.need("side", moved.side);
    archive.need("from", moved.from);
    archive.need("to", moved.to);
    archive.may("claimed_from", moved.claimed_from);
    archive.may("claimed_to", moved.claimed_to);
    archive.may("evidenced_from", moved.evidenced_from);
    archive.may("evidenced_to", moved.evidenced_to);
    archive.need("evidence_told", moved.evidence_told);
    archive.may("dated_since", moved.dated_since);
    archive.may("first_shown", moved.first_shown);
    archive.may("aged", moved.aged);
    archive.need("nothing_new", moved.nothing_new);
    archive.need("cause", moved.cause);
    archive.need("says", moved.says);
}

template <class Archive>
void fields(Archive& archive, UncomparedPractice& practice) {
    archive.need("id", practice.id);
    archive.may("code", practice.code);
    archive.need("title", practice.title);
    archive.need("before", practice.before);
    archive.need("after", practice.after);
}

template <class Archive>
void fields(Archive& archive, SignChange& change) {
    archive.need("id", change.id);
    archive.may("code", change.code);
    archive.need("title", change.title);
    archive.need("kind", change.kind);
    archive.need("change", change.change);
    archive.need("before", change.before);
    archive.need("after", change.after);
    archive.may("severity_before", change.severity_before);
    archive.may("severity_after", change.severity_after);
    archive.may("saw", change.saw);
}

template <class Archive>
void fields(Archive& archive, ComparisonStep& step) {
    archive.need_date("from", step.from);
    archive.need_date("to", step.to);
    archive.may("framework", step.framework);
    archive.may("people", step.people);
    archive.may("notes", step.notes);
    archive.need("rises", step.rises);
    archive.need("falls", step.falls);
    archive.need("claims", step.claims);
    archive.need("apart", step.apart);
    archive.need("uncompared", step.uncompared);
    archive.need("unchanged", step.unchanged);
    archive.need("signs", step.signs);
}

template <class Archive>
void fields(Archive& archive, AssessmentComparison& comparison) {
    archive.need("organisation", comparison.organisation);
    archive.inside("framework", [&](auto& framework) {
        framework.need("id", comparison.framework_id);
        framework.need("title", comparison.framework_title);
    });
    archive.need("cards", comparison.cards);
    archive.need("scores", comparison.scores);
    archive.need("steps", comparison.steps);
}

std::string comparison_as_json(const AssessmentComparison& comparison) {
    AssessmentComparison copy =
        comparison;  // the description of the fields serves reading elsewhere, and asks for what it may change
    return field_json::written("comparison/1", copy);
}

}  // namespace waymark
