// E: files that cannot be reached or written; scorecards.
#include "text/codes.hpp"

namespace waymark {

namespace {

constexpr CodeInfo kCodes[] = {
    {"E001", Severity::error, CodeSubject::file, "A file cannot be read",
     "It does not exist, is a folder, or may not be read by you. Check the name and the folder you are in.",
     "waymark report no-such-file.yaml\n", "", "waymark report ana.yaml\n"},
    {"E002", Severity::error, CodeSubject::file, "A file named by another file is out of reach",
     "Files named by a file are given relative to its folder, are regular files, and stay below that folder after "
     "links "
     "are followed, so that an assessment sent by somebody else cannot read other files of yours.",
     "framework: ../claims.yaml\n", "../claims.yaml", "claims.yaml"},
    {"E003", Severity::error, CodeSubject::file, "The framework cannot be found",
     "No built-in framework has this id. Check the id, or name the framework's file.",
     "waymark check ana.yaml --framework mission-maturty\n", "",
     "waymark check ana.yaml --framework mission-maturity\n"},
    {"E004", Severity::error, CodeSubject::file, "The previous assessment is not earlier",
     "Change is counted from an earlier date to a later one. Check the dates of the two files, and which of them was "
     "named as the previous one.",
     "waymark report ana.yaml --previous ben-in-july.yaml\n", "",
     "waymark report ben-in-july.yaml --previous ana.yaml\n"},
    {"E005", Severity::error, CodeSubject::file, "A limit given on the command line does not fit",
     "A limit is named by its flag's id, a point and its own name, and set to a decimal or a fraction.",
     "waymark report ana.yaml --limit old-portfolio-new-label.unchanged-spend=half\n", "",
     "waymark report ana.yaml --limit old-portfolio-new-label.unchanged-spend=0.4\n"},
    {"E006", Severity::error, CodeSubject::file, "A folder holds nothing to read",
     "A folder stands for the .yaml files in it and in the folders below, and this one has none.",
     "waymark check empty-folder\n", "", "waymark check team-folder\n"},
    {"E007", Severity::error, CodeSubject::file, "The survey platform is not known",
     "No map for a platform of this name is built in. Write a map of your own and name it with --map.",
     "waymark score exports --platform kobbo\n", "", "waymark score exports --map mission.map.yaml\n"},
    {"E008", Severity::error, CodeSubject::file, "The list of rejected responses does not fit the exports",
     "The list names, for each response, the file it was in. At least one of these files must be among the inputs.",
     "waymark score exports --map mission.map.yaml --only-rejects rejects-of-another-export.csv\n", "",
     "waymark score exports --map mission.map.yaml --only-rejects rejects.csv\n"},
    {"E009", Severity::error, CodeSubject::file, "Amounts of money have no currency",
     "Amounts are added up and shown, so they need one currency for all of them.",
     "waymark score team-exports --map team.map.yaml --facts facts\n", "",
     "waymark score team-exports --map team.map.yaml --facts facts --currency GBP\n"},
    {"E020", Severity::error, CodeSubject::scorecard, "The scorecard is not valid JSON",
     "A scorecard is written by waymark and read back as it was. A file cut off in transit or edited by hand breaks "
     "easily; make it again from the assessment.",
     "{\"waymark\": \"scorecard/1\",\n", "", "waymark report ana.yaml -f json -o scorecard.json\n"},
    {"E021", Severity::error, CodeSubject::scorecard, "The file is not a scorecard that this waymark reads",
     "It is JSON of another kind, or was written by a waymark with another version of the scorecard format. Score the "
     "assessment again.",
     "{\"hello\": 1}\n", "", "waymark report ana.yaml -f json -o scorecard.json\n"},
    {"E022", Severity::error, CodeSubject::scorecard, "A key of the scorecard is missing, unknown or written twice",
     "The file is not as waymark wrote it. Make it again from the assessment.", "{\"waymark\": \"scorecard/1\"}\n", "",
     "waymark report ana.yaml -f json -o scorecard.json\n"},
    {"E023", Severity::error, CodeSubject::scorecard, "A value of the scorecard is not what belongs there",
     "The file is not as waymark wrote it. Make it again from the assessment.",
     "{\"waymark\": \"scorecard/1\", \"nodes\": 7}\n", "", "waymark report ana.yaml -f json -o scorecard.json\n"},
    {"E024", Severity::error, CodeSubject::scorecard, "The scorecard is too large or too deeply nested",
     "No scorecard comes near these limits, so the file is hardly one.",
     "{\"waymark\": \"scorecard/1\", \"nodes\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n",
     "", "waymark report ana.yaml -f json -o scorecard.json\n"},
};

}  // namespace

std::span<const CodeInfo> file_codes() {
    return kCodes;
}

}  // namespace waymark
