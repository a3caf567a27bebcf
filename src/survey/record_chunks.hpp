// An export's bytes cut into chunks of whole records, in bounded memory: JSON lines, one document, pages one after the
// other, one response per file, or CSV. What it cuts is checked when it is read.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "survey/account.hpp"
#include "survey/export_bytes.hpp"
#include "survey/map.hpp"
#include "survey/record_paths.hpp"

namespace waymark {

inline constexpr std::size_t kChunkSize = std::size_t{256} << 10U;
inline constexpr std::size_t kLargestRecord = std::size_t{1} << 20U;

// What stands around the records.
struct Envelope {
    PathTree tree;
    bool records_are_documents = false;  // `records` is the whole document
    int records_slot = -1;
    int expect_slot = -1;
    std::vector<int> more_slots;
};
Envelope envelope_of(const SurveyMap& map);

// A stretch that is counted as a record and rejected before anybody reads it.
struct ChunkFault {
    Reject reason = Reject::not_json;
    std::uint64_t begin = 0, end = 0;  // in the file
};

struct Chunk {
    enum class Kind { lines, spans, rows };
    Kind kind = Kind::lines;
    std::string bytes;  // `size` of them, and kRecordPadding more that may be read
    std::size_t size = 0;
    std::uint64_t offset = 0;                                    // of the first byte in the file
    std::vector<std::pair<std::uint32_t, std::uint32_t>> spans;  // Kind::spans: begin and end of each record
    std::vector<ChunkFault> faults;                              // rising
    std::shared_ptr<const std::vector<std::string>> header;      // Kind::rows: its names
    std::uint32_t header_lines = 0;                              // of the file, above the rows of its first chunk
    char separator = ',';
};

// One JSON document that told how many responses there should be, or that another page follows.
struct Page {
    std::optional<std::int64_t> expected;
    std::int64_t records = 0;
    bool more = false;
};

struct FileReading {
    std::uint64_t bytes = 0;
    std::int64_t documents = 0;    // JSON only
    std::int64_t empty_lists = 0;  // documents whose list of responses is there and empty
    std::vector<Page> pages;
    std::string problem;  // why the rest of the file was not read; empty: it was
    std::string help;
};

class ChunkReader {
  public:
    // `name` decides between JSON and CSV where it ends in .csv, .tsv, .json, .jsonl or .ndjson (also with .gz or
    // .zst behind); otherwise the first bytes do.
    ChunkReader(ReadBytes bytes, std::string name, const Envelope& envelope);
    ~ChunkReader();
    ChunkReader(const ChunkReader&) = delete;
    ChunkReader& operator=(const ChunkReader&) = delete;

    // False at the end, or where the file cannot be read any further (see `problem`). The chunk's memory is reused.
    bool next(Chunk& chunk);
    const FileReading& reading() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace waymark
