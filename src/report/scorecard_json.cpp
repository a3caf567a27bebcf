// Writing the scorecard file.
#include <string>

#include "report/field_json.hpp"
#include "report/scorecard_fields.hpp"
#include "waymark/report.hpp"

namespace waymark {
namespace {

void leave_out_what_people_wrote(Scorecard& card) {
    for (CardNode& node : card.nodes) {
        node.reasons.clear();
        node.notes.clear();
        node.evidence.clear();
    }
    for (CardEvidence& item : card.evidence) item.what.clear();
}

}  // namespace

std::string report_as_json(const Scorecard& card, bool with_notes) {
    Scorecard copy = card;  // the description of the fields serves reading too, and so asks for what it may change
    if (!with_notes) leave_out_what_people_wrote(copy);
    return field_json::written(kScorecardHead, copy);
}

}  // namespace waymark
