// From a chunk of an export to responses, one after the other. One reader for each thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "survey/account.hpp"
#include "survey/csv_cut.hpp"
#include "survey/reading_plan.hpp"
#include "survey/record_chunks.hpp"
#include "survey/record_values.hpp"
#include "survey/record_walk.hpp"
#include "survey/response.hpp"

namespace waymark {

// Where a record stands. `record` and `line` count from 0 in the chunk.
struct RecordPlace {
    std::uint64_t begin = 0, end = 0;  // bytes of the file
    std::uint64_t fault = 0;           // where in it something is wrong; 0: not known
    std::uint32_t record = 0;
    std::uint32_t line = 0;
};

class ChunkReading {
  public:
    ChunkReading(const BoundMap& map, const ReadingPlan& plan, int leaves, bool let_unmapped_pass);

    enum class Wanted { whole, identity };
    // visit(place, response, bytes of the record) for every record and fault of the chunk, in their order. Responses
    // and bytes live until the next call of it.
    template <typename Visit>
    void read(const Chunk& chunk, Wanted wanted, Visit visit) {
        begin(chunk);
        std::string_view record;
        while (next(chunk, record)) {
            understand(chunk, record, wanted);
            visit(place_, response_, record);
        }
    }
    std::uint32_t records() const { return place_.record + (any_ ? 1 : 0); }  // of the chunk that was read last
    std::uint32_t lines() const { return lines_; }                            // where lines are counted
    static bool counts_lines(const Chunk& chunk) { return chunk.kind != Chunk::Kind::spans; }

  private:
    void begin(const Chunk& chunk);
    bool next(const Chunk& chunk, std::string_view& record);
    bool next_fault(const Chunk& chunk, std::uint64_t before);
    bool next_line(const Chunk& chunk, std::string_view& record);
    bool next_span(const Chunk& chunk, std::string_view& record);
    bool next_row(const Chunk& chunk, std::string_view& record);
    void understand(const Chunk& chunk, std::string_view record, Wanted wanted);
    Reject put_row(const Chunk& chunk);
    void learn_header(const Chunk& chunk);
    void place_at(const Chunk& chunk, std::size_t begin, std::size_t end);

    const ReadingPlan* plan_;
    RecordWalker walker_;
    RecordValues values_;
    ResponseReader reader_;
    Response response_;
    RecordPlace place_;
    bool any_ = false;
    std::uint32_t lines_ = 0;
    std::size_t at_ = 0;           // byte, or index of a span
    std::size_t fault_ = 0;        // index of the next one
    Reject ready_ = Reject::none;  // why the record at hand is not read
    CsvRow row_;
    std::string row_room_;
    const std::vector<std::string>* header_ = nullptr;  // the one that `columns_` was made for
    std::vector<int> columns_;                          // node of the path tree for each; -1: not read
    std::shared_ptr<const std::vector<std::string>> header_kept_;
};

}  // namespace waymark
