// `waymark combine TEAM --replace … --withdraw …`: one person's answers changed in a combined assessment.
#include <fmt/format.h>

#include <filesystem>

#include "assessment/team.hpp"
#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "storage/keeper.hpp"

namespace waymark {

namespace {

// "ID=FILE" or "FILE". A file whose name holds a '=' is taken as it is.
Replacement split(const std::string& word) {
    const std::size_t equals = word.find('=');
    std::error_code error;
    if (equals == std::string::npos || std::filesystem::exists(word, error)) return {"", {word, ""}};
    return {word.substr(0, equals), {word.substr(equals + 1), ""}};
}

TeamChange read_change(const CombineOptions& options, Diagnostics& diagnostics) {
    TeamChange change;
    change.withdraw = options.withdraw;
    for (const std::string& word : options.replace) {
        Replacement replacement = split(word);
        auto text = read_file(replacement.file.name, diagnostics);
        if (!text) continue;
        load_assessment(replacement.file.name, *text, options.choice, "", diagnostics);
        replacement.file.text = std::move(*text);
        change.replace.push_back(std::move(replacement));
    }
    return change;
}

std::string in_words(const CombineOptions& options, const std::string& output) {
    std::string words;
    for (const std::string& id : options.withdraw) words += fmt::format("withdrew '{}'\n", id);
    for (const std::string& word : options.replace) {
        const Replacement replacement = split(word);
        words += replacement.id.empty() ? fmt::format("replaced the respondents in '{}'\n", replacement.file.name)
                                        : fmt::format("replaced '{}' by '{}'\n", replacement.id, replacement.file.name);
    }
    return words + fmt::format("wrote {}\n", output);
}

int save_in_place(Kept& kept, const std::string& text, Terminal& terminal) {
    const Saving saving = save_text(kept, text);
    for (const std::string& sentence : saving.says) terminal.say(fmt::format("waymark: {}\n", sentence));
    return saving.saved ? kDone : kOurFailure;
}

}  // namespace

int run_change_team(const CombineOptions& options, Terminal& terminal) {
    const std::string& path = options.inputs.front();
    const std::string output = options.output.empty() ? path : options.output;
    Kept kept;
    const Opening opening = open_file(kept, path, options.take_over);
    for (const std::string& sentence : opening.says) terminal.say(fmt::format("waymark: {}\n", sentence));
    if (!opening.opened) {
        terminal.say(fmt::format("waymark: {}\n  help: {}\n", opening.problem, opening.help));
        return kWrongUse;
    }
    Diagnostics diagnostics;
    load_assessment(path, kept.text, options.choice, "", diagnostics);
    const TeamChange change = read_change(options, diagnostics);
    std::optional<std::string> text;
    if (!has_errors(diagnostics)) text = change_team({path, kept.text}, change, output, diagnostics);
    if (text && output == path) load_assessment(output, *text, options.choice, "", diagnostics);
    sort_diagnostics(diagnostics);
    terminal.show(diagnostics);
    if (!text || has_errors(diagnostics)) return kFindings;
    const bool in_place = output == path;
    const int delivered =
        in_place ? save_in_place(kept, *text, terminal) : deliver(*text, output, terminal, Readers::user_only);
    if (delivered == kDone && output != "-") terminal.say(in_words(options, output));
    return delivered;
}

}  // namespace waymark
