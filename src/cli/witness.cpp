// `waymark check FRAMEWORK --witness THING`: a made-up assessment that shows that something is possible.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/files.hpp"
#include "text/display.hpp"
#include "text/fields.hpp"
#include "verify/find_witness.hpp"

namespace waymark {

namespace {

namespace fs = std::filesystem;

struct Request {
    WitnessTarget target;
    std::string file;  // empty: standard output
};

int refuse(const std::string& problem, Terminal& terminal) {
    terminal.say(fmt::format("waymark: {}\n", printable(problem)));
    return kWrongUse;
}

std::string remark_for(const Request& request, const Framework& framework) {
    return fmt::format("Made up by waymark to show that {}. Nobody answered it.", in_words(request.target, framework));
}

std::string name_of_previous(const std::string& file) {
    const fs::path path(file);
    return path.stem().string() + "-previous" + path.extension().string();
}

int write_one(const std::string& path, const std::string& text, Terminal& terminal) {
    std::string problem;
    if (write_file(path, text, problem)) return kDone;
    terminal.say(fmt::format("waymark: {}\n", printable(problem)));
    return kOurFailure;
}

// `all`: what cannot be shown is said, and is no failure.
int write(const Request& request, const Framework& framework, bool all, Terminal& terminal) {
    const auto witness = find_witness(framework, request.target);
    if (!witness) {
        terminal.say(fmt::format("waymark: no assessment was found to show that {}\n",
                                 printable(in_words(request.target, framework))));
        return all ? kDone : kFindings;
    }
    if (request.file.empty()) {
        if (witness->previous)
            return refuse("this takes two files, as it needs a previous assessment; name one: --witness …=FILE.yaml",
                          terminal);
        terminal.print(text_of(witness->assessment, framework, remark_for(request, framework), ""));
        return kDone;
    }
    std::string previous;
    if (witness->previous) {
        previous = name_of_previous(request.file);
        const std::string path = (fs::path(request.file).parent_path() / previous).string();
        const int status =
            write_one(path, text_of(*witness->previous, framework, remark_for(request, framework), ""), terminal);
        if (status != kDone) return status;
    }
    return write_one(request.file, text_of(witness->assessment, framework, remark_for(request, framework), previous),
                     terminal);
}

std::vector<Request> all_in(const std::string& folder, const Framework& framework) {
    std::vector<Request> requests;
    const auto add = [&](WitnessTarget::Kind kind, const char* word, const auto& list) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            requests.push_back({{kind, static_cast<int>(i)}, fmt::format("{}/{}-{}.yaml", folder, word, list[i].id)});
        }
    };
    add(WitnessTarget::Kind::flag, "flag", framework.flags);
    add(WitnessTarget::Kind::band, "band", framework.scoring.bands);
    add(WitnessTarget::Kind::verdict, "verdict", framework.verdict.readings);
    return requests;
}

int write_wanted(const std::string& wanted, const Framework& framework, Terminal& terminal) {
    const std::size_t equals = wanted.find('=');
    const std::string thing = wanted.substr(0, equals);
    const std::string file = equals == std::string::npos ? "" : wanted.substr(equals + 1);
    int status = kDone;
    if (thing == "all") {
        if (file.empty()) return refuse("write '--witness all=FOLDER'", terminal);
        std::error_code error;
        fs::create_directories(file, error);
        for (const Request& request : all_in(file, framework))
            status = std::max(status, write(request, framework, true, terminal));
        return status;
    }
    std::vector<std::string> known;
    const auto target = witness_target(thing, framework, known);
    if (!target) {
        const std::string help = suggest(thing.substr(thing.find(':') + 1), known);
        return refuse(
            fmt::format(
                "the framework has nothing called '{}' that can be shown; name a flag, 'band:ID' or 'verdict:ID'{}",
                thing, help.empty() ? "" : "; " + help),
            terminal);
    }
    return write({*target, file}, framework, false, terminal);
}

}  // namespace

int write_witnesses(const CheckOptions& options, Terminal& terminal) {
    if (options.files.size() != 1) return refuse("--witness takes one framework", terminal);
    Diagnostics diagnostics;
    const auto text = read_file(options.files.front(), diagnostics);
    const std::string name = options.files.front() == "-" ? options.name : options.files.front();
    const auto framework = text ? read_framework(name, *text, diagnostics) : std::nullopt;
    if (!framework) {
        sort_diagnostics(diagnostics);
        terminal.show(diagnostics);
        return kWrongUse;
    }
    int status = kDone;
    for (const std::string& wanted : options.witnesses)
        status = std::max(status, write_wanted(wanted, *framework, terminal));
    return status;
}

}  // namespace waymark
