// What became of every record that was read: scored, dropped by a stated rule, or rejected with its place and reason.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace waymark {

enum class Drop : std::uint8_t { where, incomplete, duplicate, superseded, empty };
inline constexpr std::size_t kDrops = 5;

enum class Reject : std::uint8_t {
    none,
    // the record cannot be read
    not_json,
    not_utf8,
    control_character,
    bad_text,
    cut_off,
    more_behind,
    not_an_object,
    too_deep,
    too_large,
    duplicate_member,
    wrong_cells,  // CSV: not as many cells as the header
    bad_quotes,   // CSV
    // it can be read, and the map does not know what to make of it
    nothing_found,
    no_records,  // a whole document in which `records` leads nowhere
    unmapped_value,
    unmapped_role,
    several_values,
    not_a_date,
    always_applies,  // "not applicable" to a practice that always applies
    incomplete,      // the map says that this is an error
    duplicate_id     // the map says that this is an error
};
inline constexpr std::size_t kRejects = static_cast<std::size_t>(Reject::duplicate_id) + 1;

std::string_view drop_id(Drop drop);        // "where", for files that programs read
std::string_view drop_in_words(Drop drop);  // "by a condition under `where`"
std::string_view reject_id(Reject reject);  // "unmapped-value"
std::string_view reject_in_words(Reject reject);

// Adds up; read == scored + dropped + rejected always.
struct Account {
    std::int64_t read = 0;
    std::int64_t scored = 0;
    std::array<std::int64_t, kDrops> dropped{};
    std::array<std::int64_t, kRejects> rejected{};
    std::int64_t unmapped = 0;    // values let pass with a warning
    std::int64_t incomplete = 0;  // scored although not complete
    std::int64_t nameless = 0;    // scored without an organisation
    std::int64_t roleless = 0;    // scored without a role
    std::int64_t all_dropped() const;
    std::int64_t all_rejected() const;
    bool adds_up() const { return read == scored + all_dropped() + all_rejected(); }
};
void add(Account& into, const Account& other);

// One rejected record. Never the record itself: only the value that the map does not know, cut short.
struct Rejection {
    Reject reason = Reject::none;
    std::uint32_t file = 0;   // index among the inputs
    std::uint64_t begin = 0;  // bytes of the (decompressed) file
    std::uint64_t end = 0;
    std::uint64_t fault = 0;   // where in it something is wrong; 0: not known
    std::uint64_t record = 0;  // counted from 1 in its file
    std::uint64_t line = 0;    // counted from 1; 0: not known
    std::string id;
    std::string pointer;
    std::string value;
};

inline constexpr std::size_t kLongestShownValue = 80;  // characters
std::string cut_value(std::string_view value);

}  // namespace waymark
