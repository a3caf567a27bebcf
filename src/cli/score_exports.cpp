// `waymark score --map`: survey exports, one row for each organisation. The one scorer, the one appraisal.
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <thread>

#include "batch/batch.hpp"
#include "cli/batch_progress.hpp"
#include "cli/batch_words.hpp"
#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/export_files.hpp"
#include "cli/load.hpp"
#include "cli/row_stream.hpp"
#include "cli/score_output.hpp"
#include "survey/platforms.hpp"
#include "survey/written_value.hpp"
#include "text/display.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

constexpr std::size_t kShownRejections = 20;

// A map with its framework, at fixed addresses.
struct LoadedMap {
    Framework framework;
    BoundMap map;
    Plan plan;
    ReadingPlan reading;
    Envelope envelope;
};

std::optional<SurveyMap> map_named(const ExportOptions& exports, std::string& text, Diagnostics& diagnostics) {
    if (exports.map.empty()) {
        if (const SurveyMap* map = platform_map(exports.platform)) return *map;
        diagnostics.push_back(about_file("E007", exports.platform, "no platform of this name has a built-in map",
                                         suggest(exports.platform, platform_ids()).help));
        return std::nullopt;
    }
    auto read = read_file(exports.map, diagnostics);
    if (!read) return std::nullopt;
    text = *read;
    return read_map(exports.map, std::move(*read), diagnostics);
}

std::unique_ptr<LoadedMap> load_map(const ScoreOptions& options, Diagnostics& diagnostics) {
    std::string text;
    auto map = map_named(options.exports, text, diagnostics);
    if (!map) return nullptr;
    auto loaded = std::make_unique<LoadedMap>();
    auto framework = text.empty() ? load_framework(options.choice.framework, diagnostics)
                                  : framework_for(options.exports.map, text, options.choice, diagnostics);
    if (!framework) return nullptr;
    loaded->framework = std::move(*framework);
    if (!options.exports.profile.empty()) map->profile = options.exports.profile;
    auto bound = bind_map(std::move(*map), loaded->framework, diagnostics);
    if (!bound) return nullptr;
    loaded->map = std::move(*bound);
    loaded->plan = make_plan(loaded->framework, loaded->map.profile);
    loaded->reading = plan_reading(loaded->map);
    loaded->envelope = envelope_of(loaded->map.map);
    return loaded;
}

std::optional<Duplicates> duplicates_wanted(const std::string& word) {
    if (word == "latest") return Duplicates::latest;
    if (word == "first") return Duplicates::first;
    if (word == "error") return Duplicates::error;
    if (word == "none") return Duplicates::none;
    return std::nullopt;
}

std::uint64_t bytes_of_all(const std::vector<ExportFile>& files) {
    std::uint64_t bytes = 0;
    for (const ExportFile& file : files) {
        struct stat status{};
        // Packed files hold more than their size says.
        if (file.name.ends_with(".gz") || file.name.ends_with(".zst")) return 0;
        if (::stat(file.name.c_str(), &status) != 0) return 0;
        bytes += static_cast<std::uint64_t>(status.st_size);
    }
    return bytes;
}

// The records that an earlier run rejected, found again by their file and number.
bool choose_rejects(const std::string& list, const std::vector<ExportFile>& files, BatchSetting& setting,
                    Diagnostics& diagnostics) {
    const auto text = read_file(list, diagnostics, std::size_t{256} << 20U);
    if (!text) return false;
    const auto listed = read_rejects(list, *text, diagnostics);
    if (!listed) return false;
    setting.only.emplace();
    setting.threads = 1;
    const auto name_of_file = [](const std::string& path) { return std::filesystem::path(path).filename(); };
    for (const ListedReject& reject : *listed) {
        auto file = std::ranges::find(files, reject.file, &ExportFile::name);
        if (file == files.end()) {
            file = std::ranges::find_if(files, [&](const ExportFile& candidate) {
                return name_of_file(candidate.name) == name_of_file(reject.file);
            });
        }
        if (file != files.end()) {
            setting.only->emplace(static_cast<std::uint32_t>(file - files.begin()), reject.record);
        }
    }
    if (!setting.only->empty() || listed->empty()) return true;
    diagnostics.push_back(about_file("E008", list, "none of the files in this list is among the inputs",
                                     "name the corrected exports as they were called before"));
    return false;
}

// The one run: what is gathered, and what is said of it.
class ExportScoring {
  public:
    ExportScoring(const ScoreOptions& options, const LoadedMap& loaded, std::vector<ExportFile> files,
                  Terminal& terminal)
        : options_(options), loaded_(loaded), files_(std::move(files)), terminal_(terminal), tallies_(loaded.plan) {}

    int run(const BatchSetting& setting, std::optional<Date> date);

  private:
    TakeResponse taker();
    void rejected(const Rejection& rejection);
    int stopped(int signal) const;
    void say_result(const BatchResult& result);
    int write_cards(const BatchResult& result, std::optional<Date> date);
    Scorecard card_of(const OrganisationTally& counted, Date date, bool date_given, Diagnostics& diagnostics) const;

    const ScoreOptions& options_;
    const LoadedMap& loaded_;
    std::vector<ExportFile> files_;
    Terminal& terminal_;
    OrganisationTallies tallies_;
    std::unique_ptr<RowStream> rejects_;
    std::vector<std::string> shown_;
};

TakeResponse ExportScoring::taker() {
    // Each thread has room of its own for the name as it is compared.
    return [this, room = std::string(), last = std::string(), key = std::string()](
               const Response& response, std::string_view organisation, std::string&) mutable {
        if (organisation != last || last.empty()) {
            last.assign(organisation);
            key = normalised_text(organisation, room);
        }
        tallies_.add(key, organisation, response, straight_lining(loaded_.plan, response.answers));
    };
}

void ExportScoring::rejected(const Rejection& rejection) {
    const std::string& file = files_[rejection.file].name;
    if (shown_.size() < kShownRejections) shown_.push_back(rejection_in_words(rejection, file));
    if (rejects_) rejects_->write(rejects_row(rejection, file));
}

void ExportScoring::say_result(const BatchResult& result) {
    for (const std::string& line : shown_) terminal_.say(line + "\n");
    const std::int64_t all = result.account.all_rejected();
    if (all > static_cast<std::int64_t>(shown_.size())) {
        terminal_.say(fmt::format("… and {} more{}\n", all - static_cast<std::int64_t>(shown_.size()),
                                  rejects_ ? "" : "; --rejects FILE lists all of them"));
    }
    for (const std::string& remark : batch_remarks(result, files_)) terminal_.say(remark + "\n");
    terminal_.say(account_in_words(result.account, files_.size()) + "\n");
}

int ExportScoring::stopped(int signal) const {
    terminal_.say("waymark: stopped; nothing was written\n");
    return signal == SIGTERM ? 143 : static_cast<int>(kInterrupted);
}

Scorecard ExportScoring::card_of(const OrganisationTally& counted, Date date, bool date_given,
                                 Diagnostics& diagnostics) const {
    FullTally full = full_tally(counted, loaded_.plan, loaded_.framework, date);
    Case input;
    input.framework = &loaded_.framework;
    input.plan = &loaded_.plan;
    input.tally = std::move(full.tally);
    input.tables.resize(loaded_.framework.catalogue.tables.size());
    const auto evidence = loaded_.framework.catalogue.table("evidence");
    if (evidence && full.evidence) input.tables[static_cast<std::size_t>(*evidence)] = std::move(*full.evidence);
    input.date = date;
    input.organisation = counted.name;
    if (!loaded_.map.map.sha256.empty()) input.inputs.push_back({loaded_.map.map.file, loaded_.map.map.sha256});
    apply_limits(options_.limits, loaded_.framework, input, diagnostics);
    Scorecard card = appraise(input);
    card.method.emplace_back(date_given ? "The date of this assessment was given."
                                        : "The date of this assessment is that of the latest response.");
    return card;
}

int ExportScoring::write_cards(const BatchResult& result, std::optional<Date> date) {
    const bool date_given = date.has_value();
    if (!date) date = result.latest;
    if (!date) {
        terminal_.say(
            "waymark: no response says when it was sent, so there is no date to count from; give --date YYYY-MM-DD\n");
        return kWrongUse;
    }
    ScoreOutput output(options_, terminal_);
    for (const OrganisationTally* counted : tallies_.sorted()) {
        Diagnostics diagnostics;
        output.add(card_of(*counted, *date, date_given, diagnostics));
        if (has_errors(diagnostics)) {
            terminal_.show(diagnostics);
            return kWrongUse;
        }
        if (output.failed() || Interruption::flag()) break;
    }
    if (const int signal = Interruption::signal_number(); signal != 0) return stopped(signal);
    return output.finish();
}

int ExportScoring::run(const BatchSetting& setting, std::optional<Date> date) {
    if (!options_.exports.rejects.empty()) {
        rejects_ = std::make_unique<RowStream>(options_.exports.rejects, terminal_);
        rejects_->write(rejects_header());
    }
    const Interruption interruption;
    BatchProgress progress;
    BatchResult result;
    {
        const ProgressLine line(progress, bytes_of_all(files_), options_.exports.quiet);
        const BatchOutputs outputs{[this] { return taker(); }, nullptr,
                                   [this](const Rejection& rejection) { rejected(rejection); }};
        result = run_batch(setting, files_, outputs, progress, Interruption::flag());
    }
    say_result(result);
    if (const int signal = Interruption::signal_number(); signal != 0) return stopped(signal);
    const bool bad_file =
        std::ranges::any_of(result.files, [](const FileAccount& file) { return !file.reading.problem.empty(); });
    if (bad_file && files_.size() == 1 && result.account.read == 0) return kWrongUse;
    int status = result.account.scored > 0 ? write_cards(result, date) : static_cast<int>(kDone);
    if (rejects_ && rejects_->finish() != kDone) status = kOurFailure;
    if (status == kDone && (bad_file || result.account.all_rejected() > 0)) status = kFindings;
    return status;
}

bool is_from_input(const std::vector<ExportFile>& files) {
    return std::ranges::any_of(files, [](const ExportFile& file) { return file.name == kStandardInput; });
}

// Both `latest` and `first` need to see every id before any response counts.
bool copies_can_be_found(const BatchSetting& setting, const std::vector<ExportFile>& files, Terminal& terminal) {
    if (setting.duplicates == Duplicates::none || setting.reading->id.slots.empty() || !is_from_input(files)) {
        return true;
    }
    terminal.say(
        "waymark: copies of a response are found by reading everything twice, and standard input can be read only "
        "once; name a file, or say --duplicates none\n");
    return false;
}

}  // namespace

int run_score_exports(const ScoreOptions& options, Terminal& terminal) {
    Diagnostics diagnostics;
    const ExportOptions& exports = options.exports;
    std::optional<Date> date;
    if (!exports.date.empty() && !(date = parse_date(exports.date))) {
        terminal.say("waymark: --date is written as YYYY-MM-DD, for example 2026-11-20\n");
        return kWrongUse;
    }
    std::vector<ExportFile> files = exports_named(options.inputs, exports.organisation_from_filename, diagnostics);
    for (ExportFile& file : files) {
        if (!exports.organisation.empty()) file.organisation = exports.organisation;
    }
    const auto loaded = has_errors(diagnostics) ? nullptr : load_map(options, diagnostics);
    BatchSetting setting;
    if (loaded) {
        setting.map = &loaded->map;
        setting.reading = &loaded->reading;
        setting.envelope = &loaded->envelope;
        setting.framework = &loaded->framework;
        setting.plan = &loaded->plan;
        setting.duplicates = duplicates_wanted(exports.duplicates).value_or(loaded->map.map.duplicates);
        setting.let_unmapped_pass = exports.unmapped == "warn";
        setting.threads =
            exports.threads > 0 ? exports.threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
        if (!exports.only_rejects.empty()) choose_rejects(exports.only_rejects, files, setting, diagnostics);
    }
    sort_diagnostics(diagnostics);
    terminal.show(diagnostics);
    if (!loaded || has_errors(diagnostics)) return kWrongUse;
    if (!copies_can_be_found(setting, files, terminal)) return kWrongUse;
    return ExportScoring(options, *loaded, std::move(files), terminal).run(setting, date);
}

}  // namespace waymark
