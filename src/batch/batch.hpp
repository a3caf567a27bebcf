// Many exports through one map: read by several threads, accounted for record by record, in an order that neither the
// number of threads nor the order of files can change.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "batch/copies.hpp"
#include "batch/organisation_tallies.hpp"
#include "survey/account.hpp"
#include "survey/export_bytes.hpp"
#include "survey/reading_plan.hpp"
#include "survey/record_chunks.hpp"
#include "waymark/plan.hpp"

namespace waymark {

struct ExportFile {
    std::string name;
    std::string organisation;  // if all of its responses belong to one; empty: as each record says
    // Opens it anew. An empty function, with a problem in the result, if it cannot be opened.
    std::function<ReadBytes(ReadResult& problem)> open;
    bool is_stream = false;  // what was read of it is gone: it can be opened only once
};

struct BatchSetting {
    const BoundMap* map = nullptr;
    const ReadingPlan* reading = nullptr;
    const Envelope* envelope = nullptr;
    const Framework* framework = nullptr;
    const Plan* plan = nullptr;
    Duplicates duplicates = Duplicates::none;
    bool one_per_respondent = false;  // of each person in an organisation the latest response alone
    bool let_unmapped_pass = false;
    int threads = 1;
    // Only these records, by file and number in it (counted from 1), read by one thread; nothing: all.
    std::optional<std::set<std::pair<std::uint32_t, std::uint64_t>>> only;
};

// What was found in one file.
struct FileAccount {
    FileReading reading;
    std::int64_t records = 0;
};

struct BatchProgress {
    std::atomic<std::uint64_t> bytes{0};
    std::atomic<std::uint64_t> records{0};
    std::atomic<std::uint64_t> rejected{0};
    std::atomic<bool> finding_copies{false};
};

// Takes a response that counts, and appends to `rows` what should stand in the output at its place.
using TakeResponse = std::function<void(const Response&, std::string_view organisation, std::string& rows)>;

struct BatchOutputs {
    std::function<TakeResponse()> taker;             // called once for each thread, before any is started
    std::function<void(std::string_view)> rows;      // in the order of the records
    std::function<void(const Rejection&)> rejected;  // in the order of the records
};

struct BatchResult {
    Account account;
    std::vector<FileAccount> files;  // as many as were given
    std::optional<Date> latest;      // of the times when responses were sent
    std::size_t undecided_copies = 0;
    bool stopped = false;
};

// Whether it has to read everything twice.
bool compares_responses(const BatchSetting& setting);

BatchResult run_batch(const BatchSetting& setting, const std::vector<ExportFile>& files, const BatchOutputs& outputs,
                      BatchProgress& progress, const std::atomic<bool>& stop);

inline constexpr std::string_view kNoOrganisation = "(organisation not named)";

}  // namespace waymark
