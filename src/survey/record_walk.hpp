// Walks one JSON record: every value is looked at, so that nothing invalid passes, and what stands at a place that the
// map reads is kept.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "survey/record_paths.hpp"
#include "survey/record_tokens.hpp"
#include "survey/record_values.hpp"

namespace waymark {

struct Walked {
    WalkProblem problem = WalkProblem::none;
    std::size_t at = 0;       // byte in the record where it shows
    std::string_view member;  // duplicate_member: its name, which the map reads
};

// Its memory is used again from record to record. One for each thread.
class RecordWalker {
  public:
    explicit RecordWalker(const PathTree& tree);
    ~RecordWalker();
    RecordWalker(RecordWalker&&) noexcept;
    RecordWalker& operator=(RecordWalker&&) noexcept;

    // `record` is followed by kRecordPadding readable bytes. `values` is cleared first.
    Walked walk(std::string_view record, RecordValues& values);

  private:
    struct Parsing;
    std::unique_ptr<Parsing> parsing_;
};

}  // namespace waymark
