// Walks one JSON record: every value is looked at, so that nothing invalid passes, and what stands at a place that the
// map reads is kept.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "survey/record_paths.hpp"
#include "survey/record_values.hpp"

namespace waymark {

inline constexpr int kDeepestRecord = 64;
// So many bytes behind a record must be readable.
inline constexpr std::size_t kRecordPadding = 64;

enum class WalkProblem {
    none,
    not_json,
    not_utf8,
    control_character,  // inside a string
    bad_text,           // a broken escape, or half of a surrogate pair
    cut_off,            // it ends too early
    more_behind,        // a second value behind it
    not_an_object,
    empty_object,
    too_deep,
    duplicate_member
};

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

// Whether this is a number as JSON writes it.
bool is_json_number(std::string_view text);

}  // namespace waymark
