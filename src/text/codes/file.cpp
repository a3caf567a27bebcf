// E: files that cannot be reached or written; scorecards.
#include "text/codes.hpp"

namespace waymark {

namespace {

constexpr CodeInfo kCodes[] = {
    {"E001", Severity::error, CodeSubject::file, "A file cannot be read",
     "It does not exist, is a folder, or may not be read by you. Check the name and the folder you are in.",
     "", ""},
    {"E002", Severity::error, CodeSubject::file, "A file cannot be written",
     "The folder does not exist or may not be written to, or the disk is full. Nothing of the file's former "
     "content was "
     "touched.",
     "", ""},
    {"E003", Severity::error, CodeSubject::file, "A file named by another file is out of reach",
     "Files named by a file are given relative to its folder, are regular files, and stay below that folder "
     "after links "
     "are followed, so that an assessment sent by somebody else cannot read other files of yours.",
     "", "facts:\n  portfolio: {csv: portfolio.csv}\n"},
    {"E004", Severity::error, CodeSubject::scorecard, "The file is not a scorecard",
     "It is no JSON, or JSON of another kind. Scorecards are written by `waymark score -f json` and `waymark "
     "report -f "
     "json`.",
     "{\"hello\": 1}\n", ""},
    {"E005", Severity::error, CodeSubject::scorecard, "The scorecard's version is not supported",
     "It was written by a waymark with another version of the scorecard format. Score the assessment again.",
     "{\"waymark\": \"scorecard/2\"}\n", ""},
    {"E006", Severity::error, CodeSubject::scorecard, "The scorecard is damaged",
     "A part that every scorecard has is missing, stands there twice, has the wrong type, or is one that no "
     "scorecard has. Score the assessment again.",
     "{\"waymark\": \"scorecard/1\", \"date\": 2026}\n", ""},
    {"E007", Severity::error, CodeSubject::file, "The framework cannot be found",
     "No built-in framework has this id, and no file was given. Name the framework's file, or check the id.",
     "", ""},
    {"E008", Severity::error, CodeSubject::file, "The framework is another version",
     "An assessment is read with a framework of the same id and the same major version, because ids may mean "
     "something "
     "else in another. Bring the assessment to the new version first.",
     "", ""},
};

}  // namespace

std::span<const CodeInfo> file_codes() {
    return kCodes;
}

}  // namespace waymark
