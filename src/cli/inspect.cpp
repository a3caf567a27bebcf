// `waymark inspect`: what survey exports hold, and a map to begin with.
#include "survey/inspect.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/export_files.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "survey/platforms.hpp"
#include "survey/practices.hpp"
#include "survey/starter.hpp"
#include "survey/value_guess.hpp"
#include "text/display.hpp"

namespace waymark {

namespace {

constexpr int kShownValues = 12;
constexpr int kValueWidth = 40;
constexpr std::size_t kMostGuesses = 40;

std::string records_in_words(std::int64_t count) {
    return fmt::format("{} record{}", count, count == 1 ? "" : "s");
}

std::string name_of(const KeySummary& key) {
    return key.row.empty() ? key.key : key.key + ", row " + key.row;
}

std::string values_of(const KeySummary& key) {
    if (key.personal) return "may point to people; not shown";
    if (key.values_seen == 0) return "";
    const std::string different = key.more_values ? fmt::format("more than {} different", kMostValues)
                                                  : fmt::format("{} different", key.values.size());
    if (!key.may_be_shown()) return different + "; not shown";
    std::string text;
    int shown = 0;
    for (const auto& [value, count] : key.most_frequent()) {
        if (++shown > kShownValues) return text + fmt::format(", {} more", key.values.size() - kShownValues);
        text +=
            fmt::format("{}{} \u00D7{}", text.empty() ? "" : ", ", cut_to_width(printable(value), kValueWidth), count);
    }
    return text;
}

void print_keys(const Inspector& inspector, KeySummary::Kind kind, const std::string& heading, Terminal& terminal) {
    int width = 12;
    for (const KeySummary& key : inspector.keys()) {
        if (key.kind == kind) width = std::max(width, std::min(36, display_width(printable(name_of(key)))));
    }
    bool headed = false;
    for (const KeySummary& key : inspector.keys()) {
        if (key.kind != kind) continue;
        if (!headed) terminal.print(fmt::format("\n{}\n", heading));
        headed = true;
        const std::string name = printable(name_of(key));
        const std::string start = fmt::format("  {} {:>7}  ", pad_to_width(name, width), key.filled);
        const int room = std::max(24, terminal.style().width - display_width(start));
        std::string text;
        for (const std::string& line : wrap(values_of(key), room)) {
            text +=
                (text.empty() ? start : std::string(static_cast<std::size_t>(display_width(start)), ' ')) + line + "\n";
        }
        if (text.empty()) text = start.substr(0, start.find_last_not_of(' ') + 1) + "\n";
        terminal.print(terminal.style().unicode ? text : to_ascii(text));
    }
}

void print_file(const InspectedFile& file, Terminal& terminal) {
    if (!file.problem.empty()) {
        terminal.say(fmt::format("waymark: {}: {}{}{}\n", printable(file.name), file.problem,
                                 file.help.empty() ? "" : "; ", file.help));
        if (file.records == 0) return;
    }
    std::string line = fmt::format("{}: {}, {}", printable(file.name), file.kind, records_in_words(file.records));
    if (file.unreadable > 0) line += fmt::format(", {} of them unreadable", file.unreadable);
    terminal.print(line + "\n");
    if (file.expected && *file.expected != file.records) {
        terminal.print(fmt::format("  The platform speaks of {}: the export may be cut off, or hold only a part.\n",
                                   records_in_words(*file.expected)));
    } else if (file.more) {
        terminal.print("  Its last page says that another page follows.\n");
    }
}

void print_platform(const Inspector& inspector, const InspectOptions& options, Terminal& terminal) {
    const RecordsFound& where = inspector.where();
    const std::string records =
        where.records.as_written.empty() ? "\"\" (each document or row)" : where.records.as_written;
    terminal.print(fmt::format("\nrecords: {}\n", printable(records)));
    if (!options.map.empty()) return;
    if (where.platform.empty()) {
        terminal.print(fmt::format("The platform is not recognised; {}.\n", where.reason));
        return;
    }
    terminal.print(fmt::format("This looks like {}: {}.\n", platform_map(where.platform)->notes.title, where.reason));
    for (const std::string& line : wrap(platform_map(where.platform)->notes.about, terminal.style().width - 2)) {
        terminal.print("  " + (terminal.style().unicode ? line : to_ascii(line)) + "\n");
    }
}

SeenInExport seen_in(const Inspector& inspector, const Framework& framework) {
    SeenInExport seen;
    seen.seen = true;
    seen.records = inspector.where().records.as_written;
    std::map<std::string, std::string> meanings;
    for (const KeySummary& key : inspector.keys()) {
        if (key.kind != KeySummary::Kind::answer) continue;
        const int practice = guessed_practice(key.key, framework);
        if (practice >= 0) seen.keys.emplace(practice, name_of(key));
        if (!key.may_be_shown() || (practice < 0 && !key.repeats())) continue;
        const int scale = practice >= 0 ? framework.elements[static_cast<std::size_t>(practice)].scale : 0;
        for (const auto& [value, count] : key.values) {
            const auto means = guessed_meaning(value, framework.scales[static_cast<std::size_t>(scale)]);
            if (means && meanings.size() < kMostGuesses) meanings.emplace(value, *means);
        }
    }
    seen.values.assign(meanings.begin(), meanings.end());
    return seen;
}

int write_map(const Inspector& inspector, const InspectOptions& options, Terminal& terminal) {
    Diagnostics diagnostics;
    const auto framework = load_framework(options.choice.framework, diagnostics);
    sort_diagnostics(diagnostics);
    terminal.show(diagnostics);
    if (!framework) return kWrongUse;
    const auto profile = profile_named(*framework, options.profile, terminal);
    if (!profile) return kWrongUse;
    const std::string text =
        map_starter(*framework, *profile, inspector.where().platform, seen_in(inspector, *framework));
    const int status = deliver(text, options.output, terminal);
    if (status == kDone && options.output != "-") {
        terminal.say(fmt::format("A map to fill in: {}\n", printable(options.output)));
    }
    return status;
}

std::optional<SurveyMap> map_given(const std::string& path, Diagnostics& diagnostics) {
    const auto text = read_file(path, diagnostics);
    return text ? read_map(path, *text, diagnostics) : std::nullopt;
}

}  // namespace

int run_inspect(const InspectOptions& options, Terminal& terminal) {
    std::error_code error;
    if (!options.output.empty() && options.output != "-" && std::filesystem::exists(options.output, error)) {
        terminal.say(fmt::format("waymark: '{}' is there already; choose another name\n", printable(options.output)));
        return kWrongUse;
    }
    Diagnostics diagnostics;
    std::optional<SurveyMap> map;
    if (!options.map.empty()) map = map_given(options.map, diagnostics);
    const auto exports = exports_named(options.exports, false, diagnostics);
    sort_diagnostics(diagnostics);
    terminal.show(diagnostics);
    if (exports.empty() || (!options.map.empty() && !map)) return kWrongUse;
    Inspector inspector(std::move(map));
    for (const ExportFile& file : exports) {
        ReadResult problem;
        ReadBytes bytes = file.open(problem);
        if (!bytes) bytes = [problem](char*, std::size_t) { return problem; };
        inspector.add(file.name, std::move(bytes));
        print_file(inspector.files().back(), terminal);
    }
    const auto failed =
        std::ranges::count_if(inspector.files(), [](const auto& file) { return !file.problem.empty(); });
    if (inspector.map() == nullptr) return kWrongUse;
    print_platform(inspector, options, terminal);
    print_keys(inspector, KeySummary::Kind::answer, "Answers: key, how many records have one, values with how often",
               terminal);
    print_keys(inspector, KeySummary::Kind::fact, "Beside the answers", terminal);
    if (inspector.more_keys()) terminal.print(fmt::format("  … and more than {} keys\n", kMostKeys));
    const int status = options.output.empty() ? kDone : write_map(inspector, options, terminal);
    return status == kDone && (failed > 0 || has_errors(diagnostics)) ? kFindings : status;
}

}  // namespace waymark
