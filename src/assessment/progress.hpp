// How far an assessment file has come, and what of it still counts when the framework has changed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/edit.hpp"
#include "waymark/framework.hpp"

namespace waymark {

// What a file says about itself, read without a framework and without findings.
struct RespondentOutline {
    std::string id, role;
    std::vector<std::string> practices;  // with any answer, `skipped` included: they were shown
};
struct AssessmentOutline {
    std::string framework;  // as written: "mission-maturity@1.0.0" or a path
    std::string organisation, profile, date;
    std::vector<RespondentOutline> respondents;
};
// nullopt unless the text is YAML with the head `waymark: assessment/1`.
std::optional<AssessmentOutline> outline_assessment(const std::string& text);

// Practices of the framework that have no answer of any kind: neither answered nor shown. By index into
// Framework::elements, in the framework's order. A respondent that the file does not have was asked nothing.
std::vector<int> questions_left(const AssessmentOutline& outline, const std::string& respondent,
                                const Framework& framework);

// A file is one person's and unfinished if it has at most one respondent, and that one has questions left. A file with
// several respondents is a combined one: nobody goes on answering in it.
bool is_unfinished(const AssessmentOutline& outline, const Framework& framework);

// What a framework that changed since the file was begun means for the answers in it.
struct FrameworkChange {
    bool refused = false;  // another framework, or another major version: answers would mean something else
    std::string problem;   // then: why, and in `help` what to do
    std::string help;
    std::string from, to;           // "1.0.0"; equal if nothing changed. `from` is empty where the file names a path
    std::vector<Change> changes;    // to be made before going on: answers retired, the version brought up to date
    std::vector<std::string> says;  // for people, one sentence each: what still counts, what was set aside and why
};
// Answers that the framework still understands are carried over as they are. Those that it no longer does (the practice,
// level, strength … is gone, or may no longer be called not applicable) are retired: kept as comments with the reason.
// Nothing is retired from a file of the present version: what is wrong there is a mistake, for read_assessment to say. A
// file that names its framework by a path does not tell its version; without answers to retire it gives no sentences.
FrameworkChange compare_framework(const std::string& text, const Framework& framework);

}  // namespace waymark
