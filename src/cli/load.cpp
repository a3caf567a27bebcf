#include "cli/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "assessment/read.hpp"
#include "cli/exit_status.hpp"
#include "cli/files.hpp"
#include "text/embedded.hpp"
#include "text/fields.hpp"
#include "text/hash.hpp"
#include "text/yaml.hpp"

namespace waymark {

namespace {

bool names_a_file(const std::string& name) {
    return name.find('/') != std::string::npos || name.ends_with(".yaml") || name.ends_with(".yml") ||
           name.ends_with(".json") || name == "-";
}

std::vector<std::string> embedded_ids() {
    std::vector<std::string> ids;
    for (const EmbeddedFile& file : embedded_frameworks()) {
        ids.emplace_back(file.name.substr(0, file.name.rfind('.')));
    }
    return ids;
}

// A syntax check only; findings are reported again, whole, by the reader proper.
std::optional<FrameworkReference> reference_in(const std::string& path, const std::string& text) {
    const Source source(path, text);
    Diagnostics unheard;
    Findings findings(source, unheard);
    const auto root = parse_yaml(findings);
    return root ? framework_reference(*root) : std::nullopt;
}

bool looks_like_scorecard(const std::string& text) {
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    return start != std::string::npos && text[start] == '{' &&
           text.substr(start, 200).find("\"scorecard/") != std::string::npos;
}

std::optional<Assessment> load_previous(const std::string& path, const std::string& named,
                                        const std::string& override_path, const Framework& framework,
                                        const FileAccess& files, Case& input, Diagnostics& diagnostics) {
    std::optional<std::string> text;
    const std::string name =
        override_path.empty() ? (std::filesystem::path(path).parent_path() / named).string() : override_path;
    if (!override_path.empty()) {
        text = read_file(override_path, diagnostics);
    } else {
        std::string problem;
        text = files.read(path, named, problem);
        if (!text) {
            diagnostics.push_back(about_file("E002", name,
                                             fmt::format("the previous assessment cannot be read: {}", problem),
                                             "keep it in the assessment's own folder, or name it with --previous"));
        }
    }
    if (!text) return std::nullopt;
    input.inputs.push_back({override_path.empty() ? named : override_path, sha256_hex(*text)});
    return read_assessment(name, *text, framework, files, diagnostics);
}

// A word for the shell.
std::string quoted_word(const std::string& word) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '.' ||
               c == '-' || c == '_';
    };
    if (!word.empty() && std::all_of(word.begin(), word.end(), plain)) return word;
    std::string quoted = "'";
    for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

// An older assessment can be carried over; what to run is known here, where the framework was found.
void name_migration(const FrameworkChoice& choice, const Framework& framework, Diagnostics& diagnostics) {
    for (Diagnostic& finding : diagnostics) {
        if (finding.code != "A002" || finding.help.empty() || !finding.help.starts_with("carry it over")) continue;
        const std::string to = !choice.framework.empty() ? choice.framework
                               : is_built_in(framework.id) && framework.file == framework.id + ".yaml" ? framework.id
                                                                                                       : framework.file;
        const std::filesystem::path old_file(finding.file);
        const auto new_file = old_file.parent_path() / fmt::format("{}-{}{}", old_file.stem().string(),
                                                                   framework.version, old_file.extension().string());
        finding.help = fmt::format("carry it over: waymark migrate {} --to {} -o {}", quoted_word(finding.file),
                                   quoted_word(to), quoted_word(new_file.string()));
    }
}

// False after any error. `loaded` has its framework already and must not move any more.
bool read_into(LoadedAssessment& loaded, const std::string& path, const std::string& text, const FileAccess& files,
               const std::string& previous, Diagnostics& diagnostics) {
    auto assessment = read_assessment(path, text, loaded.framework, files, diagnostics);
    if (!assessment) return false;
    loaded.assessment = std::move(*assessment);
    loaded.plan = make_plan(loaded.framework, loaded.assessment.profile);
    if (!previous.empty() || !loaded.assessment.previous.empty()) {
        Case inputs;
        loaded.previous =
            load_previous(path, loaded.assessment.previous, previous, loaded.framework, files, inputs, diagnostics);
        if (!loaded.previous) return false;
        if (loaded.previous->date >= loaded.assessment.date) {
            diagnostics.push_back(
                about_file("E004", path,
                           fmt::format("the previous assessment is dated {}, not before this one ({})",
                                       loaded.previous->date.to_text(), loaded.assessment.date.to_text()),
                           "correct a date, or name an earlier assessment"));
            return false;
        }
        for (const CardInput& input : inputs.inputs)
            loaded.assessment.read_files.emplace_back(input.name, input.sha256);
    }
    loaded.input =
        case_of(loaded.assessment, loaded.framework, loaded.plan, loaded.previous ? &*loaded.previous : nullptr);
    return true;
}

}  // namespace

bool is_built_in(const std::string& name) {
    const auto ids = embedded_ids();
    return std::find(ids.begin(), ids.end(), name) != ids.end();
}

std::optional<FrameworkText> framework_text(const std::string& name, Diagnostics& diagnostics) {
    const std::string wanted = name.empty() ? kDefaultFramework : name;
    if (names_a_file(wanted)) {
        auto text = read_file(wanted, diagnostics);
        if (!text) return std::nullopt;
        return FrameworkText{wanted, std::move(*text)};
    }
    for (const EmbeddedFile& file : embedded_frameworks()) {
        if (file.name.substr(0, file.name.rfind('.')) != wanted) continue;
        return FrameworkText{std::string(file.name), std::string(file.text)};
    }
    diagnostics.push_back(
        about_file("E003", wanted, "no framework of this name is built in",
                   suggest(wanted, embedded_ids()).help + "; a framework in a file is named by its path"));
    return std::nullopt;
}

std::optional<Framework> load_framework(const std::string& name, Diagnostics& diagnostics) {
    auto found = framework_text(name, diagnostics);
    if (!found) return std::nullopt;
    return read_framework(std::move(found->name), std::move(found->text), diagnostics);
}

std::optional<Framework> framework_for(const std::string& path, const std::string& text, const FrameworkChoice& choice,
                                       Diagnostics& diagnostics) {
    if (!choice.framework.empty()) return load_framework(choice.framework, diagnostics);
    const auto reference = reference_in(path, text);
    if (!reference) return load_framework("", diagnostics);  // the assessment's own findings will say what is wrong
    if (reference->path.empty()) {
        if (is_built_in(reference->id)) return load_framework(reference->id, diagnostics);
        diagnostics.push_back(about_file(
            "E003", path, fmt::format("it names the framework '{}', which is not built in", reference->id),
            fmt::format("{}; or say where it is with --framework FILE", suggest(reference->id, embedded_ids()).help)));
        return std::nullopt;
    }
    std::string problem;
    auto framework_text = confined_access().read(path, reference->path, problem);
    if (!framework_text) {
        diagnostics.push_back(about_file("E002", reference->path,
                                         fmt::format("the framework of '{}' cannot be read: {}", path, problem),
                                         "say where it is with --framework FILE"));
        return std::nullopt;
    }
    const auto name = std::filesystem::path(path).parent_path() / reference->path;
    return read_framework(name.lexically_normal().string(), std::move(*framework_text), diagnostics);
}

std::unique_ptr<LoadedAssessment> load_assessment(const std::string& path, const std::string& text,
                                                  const FrameworkChoice& choice, const std::string& previous,
                                                  Diagnostics& diagnostics) {
    auto framework = framework_for(path, text, choice, diagnostics);
    if (!framework) return nullptr;
    const std::size_t before = diagnostics.size();
    auto loaded = std::make_unique<LoadedAssessment>();
    loaded->framework = std::move(*framework);
    if (read_into(*loaded, path, text, confined_access(), previous, diagnostics)) return loaded;
    Diagnostics own(diagnostics.begin() + static_cast<std::ptrdiff_t>(before), diagnostics.end());
    name_migration(choice, loaded->framework, own);
    std::move(own.begin(), own.end(), diagnostics.begin() + static_cast<std::ptrdiff_t>(before));
    return nullptr;
}

std::unique_ptr<LoadedAssessment> load_assessment_under(const std::string& path, const std::string& text,
                                                        Framework framework, const FileAccess& files,
                                                        const std::string& previous, Diagnostics& diagnostics) {
    auto loaded = std::make_unique<LoadedAssessment>();
    loaded->framework = std::move(framework);
    return read_into(*loaded, path, text, files, previous, diagnostics) ? std::move(loaded) : nullptr;
}

void apply_limits(const std::vector<std::string>& options, const Framework& framework, Case& input,
                  Diagnostics& diagnostics) {
    for (const std::string& option : options) {
        const std::size_t equals = option.find('=');
        const std::size_t point = option.find('.');
        if (equals == std::string::npos || point == std::string::npos || point > equals) {
            diagnostics.push_back(about_file("E005", "--limit", fmt::format("'{}' is not FLAG.name=value", option),
                                             "for example --limit old-portfolio-new-label.unchanged-spend=0.4"));
            continue;
        }
        LimitOverride limit;
        const std::string flag = option.substr(0, point);
        limit.name = option.substr(point + 1, equals - point - 1);
        const auto index = framework.catalogue.flag(flag);
        const auto value = parse_fraction(option.substr(equals + 1));
        std::vector<std::string> names;
        if (index) {
            for (const Limit& known : framework.flags[static_cast<std::size_t>(*index)].limits)
                names.push_back(known.name);
        }
        const bool named = std::find(names.begin(), names.end(), limit.name) != names.end();
        if (index && value && named) {
            limit.flag = *index;
            limit.value = *value;
            input.limits.push_back(limit);
            continue;
        }
        std::string help = (index ? suggest(limit.name, names) : suggest(flag, framework.catalogue.flags)).help;
        if (index && named) help = "write it as a decimal or a fraction: 0.4, 2/3";
        diagnostics.push_back(about_file("E005", "--limit",
                                         fmt::format("'{}' {}", option,
                                                     !index   ? "names no flag of this framework"
                                                     : !named ? "names no limit of that flag"
                                                              : "has a value that is not a number"),
                                         help));
    }
}

std::optional<Scorecard> load_scorecard(const std::string& path, const FrameworkChoice& choice,
                                        const std::string& previous, const std::vector<std::string>& limits,
                                        Diagnostics& diagnostics) {
    const auto text = read_file(path, diagnostics);
    if (!text) return std::nullopt;
    if (looks_like_scorecard(*text)) {
        if (!choice.framework.empty() || !previous.empty() || !limits.empty()) {
            diagnostics.push_back(about_file(
                "E005", path,
                "a saved scorecard is not scored again, so --framework, --previous and --limit cannot change it",
                "leave them out, or give the assessment itself"));
            return std::nullopt;
        }
        return read_scorecard(path, *text, diagnostics);
    }
    const auto loaded = load_assessment(path, *text, choice, previous, diagnostics);
    if (!loaded) return std::nullopt;
    apply_limits(limits, loaded->framework, loaded->input, diagnostics);
    if (has_errors(diagnostics)) return std::nullopt;
    return appraise(loaded->input);
}

std::optional<int> profile_named(const Framework& framework, const std::string& name, Terminal& terminal) {
    std::vector<std::string> known;
    for (std::size_t i = 0; i < framework.profiles.size(); ++i) {
        if (name.empty() || framework.profiles[i].id == name) return static_cast<int>(i);
        known.push_back(framework.profiles[i].id);
    }
    terminal.say(fmt::format("waymark: no profile is called '{}'; {}\n", name, suggest(name, known).help));
    return std::nullopt;
}

int deliver(const std::string& text, const std::string& output, Terminal& terminal, Readers readers) {
    if (output.empty() || output == "-") {
        terminal.print(text);
        return kDone;
    }
    std::string problem;
    if (write_file(output, text, problem, readers)) return kDone;
    terminal.say(fmt::format("waymark: {}\n", problem));
    return kOurFailure;
}

int deliver_in_place(const std::string& text, const std::string& path, Terminal& terminal) {
    std::string problem;
    if (rewrite_file(path, text, problem)) return kDone;
    terminal.say(fmt::format("waymark: {}\n", problem));
    return kOurFailure;
}

}  // namespace waymark
