// `waymark score --map`: survey exports, one row for each organisation, or for each response. The one scorer, the one
// appraisal.
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <thread>

#include "batch/batch.hpp"
#include "batch/single_scores.hpp"
#include "cli/batch_progress.hpp"
#include "cli/batch_words.hpp"
#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/export_digests.hpp"
#include "cli/export_files.hpp"
#include "cli/gates.hpp"
#include "cli/load.hpp"
#include "cli/load_map.hpp"
#include "cli/organisation_cards.hpp"
#include "cli/row_stream.hpp"
#include "cli/score_dictionary.hpp"
#include "cli/score_output.hpp"
#include "storage/unfinished.hpp"
#include "survey/written_value.hpp"
#include "text/display.hpp"

namespace waymark {

namespace {

constexpr std::size_t kShownRejections = 20;

std::optional<Duplicates> duplicates_wanted(const std::string& word) {
    if (word == "latest") return Duplicates::latest;
    if (word == "first") return Duplicates::first;
    if (word == "error") return Duplicates::error;
    if (word == "none") return Duplicates::none;
    return std::nullopt;
}

// 0 if it is not known: packed files hold more than their size says.
std::uint64_t bytes_of_all(const std::vector<ExportFile>& files) {
    std::uint64_t bytes = 0;
    for (const ExportFile& file : files) {
        struct stat status{};
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

ReadingAccount account_for_reports(const Account& account) {
    ReadingAccount told;
    told.read = account.read;
    told.scored = account.scored;
    told.rejected = account.all_rejected();
    for (std::size_t i = 0; i < kDrops; ++i) {
        if (account.dropped[i] > 0) {
            told.dropped.push_back({std::string(drop_in_words(static_cast<Drop>(i))), account.dropped[i]});
        }
    }
    return told;
}

// One run: what is gathered, and what is said of it.
class ExportScoring {
  public:
    ExportScoring(const ScoreOptions& options, const LoadedMap& loaded, OrganisationCards& cards,
                  std::vector<ExportFile> files, const Gates& gates, Terminal& terminal)
        : options_(options),
          loaded_(loaded),
          cards_(cards),
          files_(std::move(files)),
          terminal_(terminal),
          output_(options, terminal),
          tallies_(loaded.plan, loaded.framework),
          rows_(loaded.framework, loaded.plan,
                options.format == "jsonl" ? ResponseRows::Format::json_lines : ResponseRows::Format::csv,
                loaded.asks_evidence()),
          keeper_(gates, terminal) {}

    int run(const BatchSetting& setting, std::optional<Date> date);

  private:
    TakeResponse take_for_organisation();
    TakeResponse take_alone(std::optional<Date> date);
    void rejected(const Rejection& rejection);
    int stopped(int signal) const;
    void say_result(const BatchResult& result);
    int add_cards(const BatchResult& result, std::optional<Date> date);
    void add_responses();
    int written(const BatchResult& result, std::optional<Date> date);

    const ScoreOptions& options_;
    const LoadedMap& loaded_;
    OrganisationCards& cards_;
    std::vector<ExportFile> files_;
    Terminal& terminal_;
    ScoreOutput output_;
    OrganisationTallies tallies_;
    ResponseRows rows_;
    std::vector<std::shared_ptr<SingleScores>> singles_;  // one for each thread
    GateKeeper keeper_;
    ExportDigests digests_;
    std::unique_ptr<RowStream> rejects_;
    std::vector<std::string> shown_;
};

TakeResponse ExportScoring::take_for_organisation() {
    // Each thread has memory of its own for the name as it is compared.
    return
        [this, room = std::string(), last = std::string(), key = std::string(), quality = StraightLining(loaded_.plan)](
            const Response& response, std::string_view organisation, std::string&) mutable {
            if (organisation != last || last.empty()) {
                last.assign(organisation);
                key = normalised_text(organisation, room);
            }
            tallies_.add(key, organisation, response, quality.in(response.answers));
        };
}

TakeResponse ExportScoring::take_alone(std::optional<Date> date) {
    const auto single =
        std::make_shared<SingleScores>(loaded_.framework, loaded_.plan, rows_, loaded_.asks_evidence(), date);
    singles_.push_back(single);
    return [single](const Response& response, std::string_view organisation, std::string& rows) {
        single->take(response, organisation, rows);
    };
}

void ExportScoring::rejected(const Rejection& rejection) {
    const std::string& file = files_[rejection.file].name;
    if (shown_.size() < kShownRejections) shown_.push_back(rejection_in_words(rejection, file));
    if (rejects_) rejects_->write(rejects_row(rejection, file));
}

void ExportScoring::say_result(const BatchResult& result) {
    for (const std::string& line : shown_) terminal_.say(line + "\n");
    const auto shown = static_cast<std::int64_t>(shown_.size());
    if (const std::int64_t all = result.account.all_rejected(); all > shown) {
        terminal_.say(
            fmt::format("… and {} more{}\n", all - shown, rejects_ ? "" : "; --rejects FILE lists all of them"));
    }
    for (const std::string& remark : batch_remarks(result, files_)) terminal_.say(remark + "\n");
    terminal_.say(account_in_words(result) + "\n");
}

int ExportScoring::stopped(int signal) const {
    const bool streamed = options_.exports.per_response && options_.output.empty();
    terminal_.say(streamed ? "waymark: stopped; the rows above are not all\n"
                           : "waymark: stopped; nothing was written\n");
    return 128 + signal;
}

int ExportScoring::add_cards(const BatchResult& result, std::optional<Date> date) {
    const bool date_given = date.has_value();
    if (!date) date = result.latest;
    if (!date) {
        terminal_.say(
            "waymark: no response says when it was sent, so there is no date to count from; give --date YYYY-MM-DD\n");
        return kWrongUse;
    }
    if (auto exports = digests_.told()) cards_.set_exports(std::move(*exports));
    const auto counted = tallies_.sorted();
    for (const std::string& name : cards_.facts_without_responses(counted)) {
        terminal_.say(fmt::format("there are facts for '{}', and no response of it\n", printable(name)));
    }
    terminal_.say(
        fmt::format("{} organisation{}, as of {}\n", counted.size(), counted.size() == 1 ? "" : "s", date->to_text()));
    // Gates say what they found in a scorecard's words.
    const bool words = output_.shows_words() || options_.gates.any();
    const auto wanted = words ? OrganisationCards::Wanted::whole : OrganisationCards::Wanted::figures;
    for (OrganisationTally* one : counted) {
        Scorecard card = cards_.card_of(*one, *date, date_given, wanted);
        let_go(*one);
        if (!keeper_.hold(card)) return kWrongUse;
        output_.add(card);
        if (output_.failed() || Interruption::flag()) break;
    }
    return kDone;
}

// The cohort of responses, beside the rows that are written already.
void ExportScoring::add_responses() {
    ScoreTally all(loaded_.plan);
    for (const auto& single : singles_) all.add(single->tally());
    if (!options_.cohorts.empty()) {
        output_.add_group(cohort_of(all, loaded_.framework, loaded_.plan, options_.min_cell));
    }
}

int ExportScoring::written(const BatchResult& result, std::optional<Date> date) {
    output_.account(account_for_reports(result.account));
    if (options_.exports.per_response) {
        add_responses();
    } else if (result.account.scored > 0) {
        if (const int problem = add_cards(result, date); problem != kDone) return problem;
        if (const int signal = Interruption::signal_number(); signal != 0) return stopped(signal);
    } else {
        return kDone;
    }
    return output_.finish();
}

// A file that cannot be read, a page that is no export, or a map that leads nowhere in it.
bool holds_no_export(const BatchResult& result) {
    const auto nowhere = result.account.rejected[static_cast<std::size_t>(Reject::no_records)];
    const bool unread = !result.files.front().reading.problem.empty();
    return result.account.read == nowhere && (unread || nowhere > 0);
}

int ExportScoring::run(const BatchSetting& setting, std::optional<Date> date) {
    const ExportOptions& exports = options_.exports;
    if (!exports.rejects.empty()) {
        rejects_ = std::make_unique<RowStream>(exports.rejects, terminal_);
        rejects_->write(rejects_header());
    }
    const Interruption interruption;
    // Hashing costs more than reading, and rows and cohorts do not show it.
    if (!exports.per_response && output_.shows_words()) digests_.follow(files_);
    BatchProgress progress;
    BatchResult result;
    {
        const ProgressLine line(progress, bytes_of_all(files_), exports.quiet);
        BatchOutputs outputs;
        outputs.rejected = [this](const Rejection& rejection) { rejected(rejection); };
        if (exports.per_response) {
            output_.rows().write(rows_.head());
            outputs.rows = [this](std::string_view rows) { output_.rows().write(rows); };
        }
        outputs.taker = [&] { return exports.per_response ? take_alone(date) : take_for_organisation(); };
        result = run_batch(setting, files_, outputs, progress, Interruption::flag());
    }
    say_result(result);
    if (const int signal = Interruption::signal_number(); signal != 0) return stopped(signal);
    const bool bad_file =
        std::ranges::any_of(result.files, [](const FileAccount& file) { return !file.reading.problem.empty(); });
    if (files_.size() == 1 && holds_no_export(result)) return kWrongUse;
    int status = written(result, date);
    if (rejects_ && rejects_->finish() != kDone) status = kOurFailure;
    const bool found = bad_file || result.account.all_rejected() > 0 || pages_are_missing(result) || !keeper_.all_met();
    if (status == kDone && found) status = kFindings;
    return status;
}

// What cannot be done is said before anything is read.
std::string not_possible(const ScoreOptions& options, const BatchSetting& setting, std::optional<Date> date,
                         const std::vector<ExportFile>& files) {
    if (options.dictionary) return why_no_dictionary(options);
    if (setting.one_per_respondent && setting.reading->respondent.slots.empty()) {
        return "the map does not say who answered: under 'record' name the key of the person or of their token as "
               "'respondent', or leave out --one-per-respondent";
    }
    const auto stream = std::ranges::find_if(files, &ExportFile::is_stream);
    if (compares_responses(setting) && stream != files.end()) {
        return fmt::format(
            "copies of a response are found by reading everything twice, and {} can be read only once; "
            "name a file, or say --duplicates none{}",
            stream->name == kStandardInput ? "standard input" : fmt::format("the pipe '{}'", stream->name),
            setting.one_per_respondent ? " and leave out --one-per-respondent" : "");
    }
    if (!options.exports.per_response && !date && setting.reading->submitted.slots.empty()) {
        return "the map does not say when responses were sent, so there is no date to count from; give --date "
               "YYYY-MM-DD";
    }
    const bool rows = options.format == "csv" || options.format == "jsonl";
    if (options.exports.per_response && !rows) return "--per response writes rows: add -f csv or -f jsonl";
    if (options.exports.per_response && options.gates.any()) {
        return "gates are for organisations; leave out --per response, or --min, --max-flags and --baseline";
    }
    if (options.exports.per_response && !options.exports.facts.empty()) {
        return "facts belong to organisations; leave out --facts or --per response";
    }
    return "";
}

}  // namespace

int run_score_exports(const ScoreOptions& options, Terminal& terminal) {
    Gates gates;
    if (const int status = load_gates(options.gates, options.choice, gates, terminal); status != kDone) return status;
    Diagnostics diagnostics;
    const ExportOptions& exports = options.exports;
    std::optional<Date> date;
    if (!exports.date.empty()) {
        date = parse_date(exports.date);
        if (!date) {
            terminal.say("waymark: --date is written as YYYY-MM-DD, for example 2026-11-20\n");
            return kWrongUse;
        }
    }
    std::vector<ExportFile> files = exports_named(options.inputs, exports.organisation_from_filename, diagnostics);
    for (ExportFile& file : files) {
        if (!exports.organisation.empty()) file.organisation = exports.organisation;
    }
    const auto loaded = has_errors(diagnostics) ? nullptr : load_map(options, diagnostics);
    BatchSetting setting;
    std::optional<OrganisationCards> cards;
    if (loaded) {
        setting.map = &loaded->map;
        setting.reading = &loaded->reading;
        setting.envelope = &loaded->envelope;
        setting.framework = &loaded->framework;
        setting.plan = &loaded->plan;
        setting.duplicates = duplicates_wanted(exports.duplicates).value_or(loaded->map.map.duplicates);
        setting.one_per_respondent = exports.one_per_respondent;
        setting.let_unmapped_pass = exports.unmapped == "warn";
        const int processors = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
        setting.threads = exports.threads > 0 ? exports.threads : processors;
        if (!exports.only_rejects.empty()) choose_rejects(exports.only_rejects, files, setting, diagnostics);
        cards.emplace(options, *loaded);
        cards->limits_fit(diagnostics);
        cards->read_facts(diagnostics);
    }
    // Notes are for whoever checks the map.
    std::erase_if(diagnostics, [](const Diagnostic& found) { return found.severity == Severity::note; });
    sort_diagnostics(diagnostics);
    terminal.show(diagnostics);
    if (!loaded || has_errors(diagnostics)) return kWrongUse;
    if (const std::string problem = not_possible(options, setting, date, files); !problem.empty()) {
        terminal.say(fmt::format("waymark: {}\n", problem));
        return kWrongUse;
    }
    if (options.dictionary) {
        return write_dictionary(options, row_nodes(loaded->framework, loaded->plan), loaded->asks_evidence(), terminal);
    }
    return ExportScoring(options, *loaded, *cards, std::move(files), gates, terminal).run(setting, date);
}

}  // namespace waymark
