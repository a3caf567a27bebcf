#include "batch/batch.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

#include "batch/chunk_reading.hpp"
#include "batch/repeats.hpp"
#include "survey/instant.hpp"

namespace waymark {

namespace {

// Hands out chunks in order, file after file. One thread at a time.
class ChunkSource {
  public:
    ChunkSource(const BatchSetting& setting, const std::vector<ExportFile>& files, std::vector<FileAccount>& accounts,
                BatchProgress& progress)
        : setting_(&setting), files_(&files), accounts_(&accounts), progress_(&progress) {}

    struct Ticket {
        std::uint64_t number = 0;
        std::uint32_t file = 0;
    };
    std::optional<Ticket> next(Chunk& chunk, const std::atomic<bool>& stop) {
        const std::lock_guard guard(lock_);
        while (!stop && (reader_ || file_ < files_->size())) {
            if (!reader_ && !open()) continue;
            const bool any = reader_->next(chunk);
            progress_->bytes += reader_->reading().bytes - counted_;
            counted_ = reader_->reading().bytes;
            if (any) return Ticket{number_++, static_cast<std::uint32_t>(file_)};
            (*accounts_)[file_].reading = reader_->reading();
            reader_.reset();
            ++file_;
        }
        return std::nullopt;
    }

  private:
    bool open() {
        ReadResult problem;
        ReadBytes bytes = (*files_)[file_].open(problem);
        counted_ = 0;
        if (bytes) {
            reader_ = std::make_unique<ChunkReader>(std::move(bytes), (*files_)[file_].name, *setting_->envelope);
            return true;
        }
        (*accounts_)[file_].reading.problem = problem.problem;
        (*accounts_)[file_].reading.help = problem.help;
        ++file_;
        return false;
    }

    const BatchSetting* setting_;
    const std::vector<ExportFile>* files_;
    std::vector<FileAccount>* accounts_;
    BatchProgress* progress_;
    std::mutex lock_;
    std::size_t file_ = 0;
    std::unique_ptr<ChunkReader> reader_;
    std::uint64_t counted_ = 0;
    std::uint64_t number_ = 0;
};

// What a chunk came to.
struct ChunkResult {
    std::uint32_t file = 0;
    std::string rows;
    std::vector<Rejection> rejections;  // record and line counted from 0 in the chunk
    Account account;
    std::uint32_t records = 0;
    std::uint32_t lines = 0;
    std::uint32_t lines_above = 0;  // of the file, before its first record can begin
    bool has_lines = false;
};

// Puts results back into the order of their chunks. A thread that is far ahead waits, so that little is held back.
class Ordered {
  public:
    Ordered(const BatchOutputs& outputs, BatchResult& result, int threads)
        : outputs_(&outputs), result_(&result), limit_(2 * static_cast<std::uint64_t>(threads)) {}

    // Swaps the result's memory against used memory.
    void deliver(std::uint64_t number, ChunkResult& result) {
        std::unique_lock guard(lock_);
        turn_.wait(guard, [&] { return number < next_ + limit_ || abandoned_; });
        waiting_[number] = std::move(result);
        result = ChunkResult();
        if (!used_.empty()) {
            result = std::move(used_.back());
            used_.pop_back();
        }
        while (!waiting_.empty() && waiting_.begin()->first == next_) {
            pass_on(waiting_.begin()->second);
            used_.push_back(std::move(waiting_.begin()->second));
            waiting_.erase(waiting_.begin());
            ++next_;
        }
        guard.unlock();
        turn_.notify_all();
    }

    // A thread will not deliver: nobody may wait for it.
    void abandon() {
        const std::lock_guard guard(lock_);
        abandoned_ = true;
        turn_.notify_all();
    }

  private:
    void pass_on(ChunkResult& result) {
        if (result.file != file_) records_ = lines_ = 0;
        file_ = result.file;
        for (Rejection& rejection : result.rejections) {
            rejection.record += records_ + 1;
            rejection.line = result.has_lines ? rejection.line + lines_ + result.lines_above + 1 : 0;
            if (outputs_->rejected) outputs_->rejected(rejection);
        }
        if (!result.rows.empty() && outputs_->rows) outputs_->rows(result.rows);
        records_ += result.records;
        lines_ += result.lines;
        add(result_->account, result.account);
        result_->files[file_].records += result.records;
    }

    const BatchOutputs* outputs_;
    BatchResult* result_;
    std::mutex lock_;
    std::condition_variable turn_;
    std::map<std::uint64_t, ChunkResult> waiting_;
    std::vector<ChunkResult> used_;
    std::uint64_t next_ = 0;
    std::uint64_t limit_;
    bool abandoned_ = false;
    std::uint32_t file_ = 0;
    std::uint64_t records_ = 0;
    std::uint64_t lines_ = 0;
};

// The first defect of a thread stops all of them and is thrown on.
class Defects {
  public:
    void keep() {
        const std::lock_guard guard(lock_);
        if (!first_) first_ = std::current_exception();
    }
    void rethrow() const {
        if (first_) std::rethrow_exception(first_);
    }

  private:
    std::mutex lock_;
    std::exception_ptr first_;
};

template <typename Work>
void in_threads(int threads, Work work) {
    Defects defects;
    {
        std::vector<std::jthread> running;
        for (int i = 0; i < threads; ++i) {
            running.emplace_back([&work, &defects, i] {
                try {
                    work(static_cast<std::size_t>(i));
                } catch (...) {
                    defects.keep();
                }
            });
        }
    }
    defects.rethrow();
}

int leaves_of(const BatchSetting& setting) {
    return static_cast<int>(setting.plan->leaves.size());
}

// The pass that only finds out which responses do not count.
Repeats find_repeats(const BatchSetting& setting, const std::vector<ExportFile>& files, BatchProgress& progress,
                     const std::atomic<bool>& stop) {
    std::vector<FileAccount> unheard(files.size());
    ChunkSource source(setting, files, unheard, progress);
    std::vector<Repeats> found(static_cast<std::size_t>(setting.threads));
    in_threads(setting.threads, [&](std::size_t thread) {
        ChunkReading reading(*setting.map, *setting.reading, leaves_of(setting), setting.let_unmapped_pass);
        Chunk chunk;
        while (const auto ticket = source.next(chunk, stop)) {
            reading.read(chunk, ChunkReading::Wanted::identity,
                         [&](const RecordPlace& place, const Response& response, std::string_view record) {
                             note_repeats(setting, files[ticket->file], response, record, {ticket->file, place.begin},
                                          found[thread]);
                         });
        }
    });
    Repeats all;
    for (Repeats& part : found) all.add(std::move(part));
    all.settle(setting.duplicates);
    return all;
}

class Worker {
  public:
    Worker(const BatchSetting& setting, const std::vector<ExportFile>& files, const Repeats& repeats,
           TakeResponse taker)
        : setting_(&setting),
          files_(&files),
          repeats_(&repeats),
          take_(std::move(taker)),
          reading_(*setting.map, *setting.reading, leaves_of(setting), setting.let_unmapped_pass) {}

    void work(const Chunk& chunk, std::uint32_t file, ChunkResult& result) {
        result.file = file;
        result.rows.clear();
        result.rejections.clear();
        result.account = {};
        reading_.read(chunk, ChunkReading::Wanted::whole,
                      [&](const RecordPlace& place, Response& response, std::string_view) {
                          if (wanted(file, place.record)) settle(file, place, response, result);
                      });
        result.records = reading_.records();
        records_before_ = (file == file_before_ ? records_before_ : 0) + result.records;
        file_before_ = file;
        result.lines = reading_.lines();
        result.lines_above = chunk.header_lines;
        result.has_lines = ChunkReading::counts_lines(chunk);
    }
    const std::optional<Date>& latest() const { return latest_; }

  private:
    // With a choice of records there is one thread, which sees all chunks of a file in order.
    bool wanted(std::uint32_t file, std::uint32_t record) const {
        if (!setting_->only) return true;
        const std::uint64_t before = file == file_before_ ? records_before_ : 0;
        return setting_->only->contains({file, before + record + 1});
    }

    void settle(std::uint32_t file, const RecordPlace& place, Response& response, ChunkResult& result) {
        ++result.account.read;
        if (response.end == Response::End::scored) {
            leave_out_repeats(*setting_, *repeats_, {file, place.begin}, response);
        }
        switch (response.end) {
            case Response::End::scored:
                score(file, response, result);
                break;
            case Response::End::dropped:
                ++result.account.dropped[static_cast<std::size_t>(response.drop)];
                break;
            case Response::End::rejected:
                reject(file, place, response, result);
                break;
        }
    }

    void score(std::uint32_t file, const Response& response, ChunkResult& result) {
        ++result.account.scored;
        result.account.unmapped += response.unmapped;
        result.account.incomplete += response.complete ? 0 : 1;
        result.account.roleless += response.role < 0 ? 1 : 0;
        std::string_view name = organisation_of(*setting_, (*files_)[file], response, room_);
        if (name.empty()) {
            ++result.account.nameless;
            name = kNoOrganisation;
        }
        note_date(response.submitted);
        take_(response, name, result.rows);
    }

    // Dates as text stand in their order, so most of them need no reading.
    void note_date(std::string_view submitted) {
        const std::string_view day = submitted.substr(0, latest_text_.size());
        if (submitted.empty() || (latest_ && day <= latest_text_)) return;
        const auto sent = parse_instant(submitted);
        if (!sent || (latest_ && sent->date <= *latest_)) return;
        latest_ = sent->date;
        latest_text_ = sent->date.to_text();
    }

    void reject(std::uint32_t file, const RecordPlace& place, const Response& response, ChunkResult& result) {
        ++result.account.rejected[static_cast<std::size_t>(response.reject)];
        Rejection rejection;
        rejection.reason = response.reject;
        rejection.file = file;
        rejection.begin = place.begin;
        rejection.end = place.end;
        rejection.fault = place.fault;
        rejection.record = place.record;
        rejection.line = place.line;
        rejection.id = cut_value(response.id);
        rejection.pointer = response.reject == Reject::no_records ? setting_->map->map.records.as_written
                                                                  : std::string(response.pointer);
        rejection.value = cut_value(response.value);
        result.rejections.push_back(std::move(rejection));
    }

    const BatchSetting* setting_;
    const std::vector<ExportFile>* files_;
    const Repeats* repeats_;
    TakeResponse take_;
    ChunkReading reading_;
    std::string room_;
    std::optional<Date> latest_;
    std::string latest_text_;
    std::uint32_t file_before_ = 0;
    std::uint64_t records_before_ = 0;
};

}  // namespace

BatchResult run_batch(const BatchSetting& setting, const std::vector<ExportFile>& files, const BatchOutputs& outputs,
                      BatchProgress& progress, const std::atomic<bool>& stop) {
    BatchResult result;
    result.files.resize(files.size());
    Repeats repeats;
    if (compares_responses(setting)) {
        progress.finding_copies = true;
        repeats = find_repeats(setting, files, progress, stop);
        progress.finding_copies = false;
        result.undecided_copies = repeats.ids.undecided() + repeats.people.undecided();
        progress.bytes = 0;
    }
    std::vector<std::unique_ptr<Worker>> workers;
    for (int i = 0; i < setting.threads; ++i) {
        workers.push_back(std::make_unique<Worker>(setting, files, repeats, outputs.taker()));
    }
    ChunkSource source(setting, files, result.files, progress);
    Ordered ordered(outputs, result, setting.threads);
    in_threads(setting.threads, [&](std::size_t thread) {
        Chunk chunk;
        ChunkResult done;
        try {
            while (const auto ticket = source.next(chunk, stop)) {
                workers[thread]->work(chunk, ticket->file, done);
                progress.records += done.records;
                progress.rejected += done.rejections.size();
                ordered.deliver(ticket->number, done);
            }
        } catch (...) {
            ordered.abandon();
            throw;
        }
    });
    for (const auto& worker : workers) {
        if (worker->latest() && (!result.latest || *result.latest < *worker->latest()))
            result.latest = worker->latest();
    }
    result.stopped = stop;
    return result;
}

}  // namespace waymark
