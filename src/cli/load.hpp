// From paths to things ready to be appraised: frameworks, assessments with what they name, saved scorecards.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "waymark/appraisal.hpp"
#include "waymark/history.hpp"

namespace waymark {

inline constexpr const char* kDefaultFramework = "mission-maturity";

// A path, the id of a framework that the binary carries, or "" for the default one.
std::optional<Framework> load_framework(const std::string& name, Diagnostics& diagnostics);
struct FrameworkText {
    std::string name;  // as findings call it
    std::string text;
};
// As it stands in the file or in the binary, not yet read.
std::optional<FrameworkText> framework_text(const std::string& name, Diagnostics& diagnostics);
// Whether the name is the id of a framework that the binary carries.
bool is_built_in(const std::string& name);

// An assessment with all it refers to, at fixed addresses: Case points into it.
struct LoadedAssessment {
    Framework framework;
    Plan plan;
    Assessment assessment;
    std::optional<Assessment> previous;
    Case input;
};

// nullptr after any error. `previous`: a path that replaces the one in the file; empty: as the file says.
std::unique_ptr<LoadedAssessment> load_assessment(const std::string& path, const std::string& text,
                                                  const FrameworkChoice& choice, const std::string& previous,
                                                  Diagnostics& diagnostics);

// The same under a framework that is there already, whatever the text names.
std::unique_ptr<LoadedAssessment> load_assessment_under(const std::string& path, const std::string& text,
                                                        Framework framework, const FileAccess& files,
                                                        const std::string& previous, Diagnostics& diagnostics);

// The framework that an assessment's text names, or the choice that overrides it.
std::optional<Framework> framework_for(const std::string& path, const std::string& text, const FrameworkChoice& choice,
                                       Diagnostics& diagnostics);

// "FLAG.name=value" options onto a case.
void apply_limits(const std::vector<std::string>& options, const Framework& framework, Case& input,
                  Diagnostics& diagnostics);

// A scorecard from an assessment or from a saved scorecard file.
std::optional<Scorecard> load_scorecard(const std::string& path, const FrameworkChoice& choice,
                                        const std::string& previous, const std::vector<std::string>& limits,
                                        Diagnostics& diagnostics);

// The index of a profile; "" is the first. Says so, with the nearest name, if there is none.
std::optional<int> profile_named(const Framework& framework, const std::string& name, Terminal& terminal);

// Writes to `output`, or prints when it is empty. kDone or kOurFailure.
int deliver(const std::string& text, const std::string& output, Terminal& terminal,
            Readers readers = Readers::as_usual);
// Into the file itself, which is there already.
int deliver_in_place(const std::string& text, const std::string& path, Terminal& terminal);

}  // namespace waymark
