// `waymark combine`: several people's files of one assessment joined into one.
#include "assessment/combine.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/extents.hpp"
#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"

namespace waymark {

int run_combine(const CombineOptions& options, Terminal& terminal) {
    Diagnostics diagnostics;
    std::vector<AssessmentFile> files;
    for (const std::string& input : options.inputs) {
        auto text = read_file(input, diagnostics);
        if (!text) continue;
        // Each file must stand on its own before it is joined with others.
        load_assessment(input, *text, options.choice, "", diagnostics);
        files.push_back({input, std::move(*text)});
    }
    std::optional<std::string> combined;
    if (!has_errors(diagnostics)) combined = combine_assessments(files, options.output, diagnostics);
    sort_diagnostics(diagnostics);
    terminal.show(diagnostics);
    if (!combined || has_errors(diagnostics)) return kFindings;
    const int delivered = deliver(*combined, options.output, terminal, Readers::user_only);
    if (delivered == kDone && !options.output.empty() && options.output != "-") {
        const bool commented = std::ranges::any_of(files, has_comments, &AssessmentFile::text);
        terminal.say(fmt::format("wrote {} from {} files{}\n", options.output, files.size(),
                                 commented ? "; comments in them are not carried over" : ""));
    }
    return delivered;
}

}  // namespace waymark
