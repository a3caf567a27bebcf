// The tokens of one JSON record: where its strings, other values and signs begin. simdjson finds them, and checks that
// strings are closed and all is UTF-8. What is checked here is each value by itself; what may follow what is for the
// caller to check.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

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

// Whether this is a number as JSON writes it.
bool is_json_number(std::string_view text);

class RecordTokens {
  public:
    RecordTokens();
    ~RecordTokens();
    RecordTokens(RecordTokens&&) noexcept;
    RecordTokens& operator=(RecordTokens&&) noexcept;

    // False, with a problem, unless the record begins with '{' and ends with '}'. The first token is then at hand.
    bool find(std::string_view record);
    WalkProblem problem() const { return problem_; }
    std::size_t place() const { return place_; }  // of the problem
    bool fail(WalkProblem what, std::size_t where) {
        problem_ = what;
        place_ = where;
        return false;
    }
    bool fail_here(WalkProblem what) { return fail(what, *token_); }

    const char* text() const { return text_; }
    std::size_t size() const { return size_; }
    std::ptrdiff_t left() const { return last_ - token_; }
    char sign() const { return text_[*token_]; }  // that the token at hand begins with
    void advance() { ++token_; }
    // For who goes on by himself for a while: tokens are where they begin; the last is followed by the record's size.
    const std::uint32_t* token() const { return token_; }
    const std::uint32_t* last() const { return last_; }
    void go_to(const std::uint32_t* token) { token_ = token; }

    // The string or other scalar at hand; the token behind it is then at hand.
    bool string(RecordValue& read) {
        const std::size_t begin = *token_ + std::size_t{1};
        const std::size_t end = end_of_token() - 1;
        if (end < begin || text_[end] != '"') return fail_here(WalkProblem::not_json);
        read.kind = RecordValue::Kind::text;
        read.text = {text_ + begin, end - begin};
        if (has_escape(begin, end) && !unescape(begin, read.text)) return fail_here(WalkProblem::bad_text);
        ++token_;
        return true;
    }
    bool scalar(RecordValue& read) { return sign() == '"' ? string(read) : other_scalar(read); }
    // The name of a member, with its colon.
    bool name(std::string_view& read);
    // A value that nobody reads; checked all the same. `depth`: how many objects and lists are open around it.
    bool skip(int depth) {
        const char first = sign();
        if (first == '"') {
            // Usually nothing stands between the closing quote and the next token.
            const std::size_t end = token_[1];
            if (text_[end - 1] == '"' && end - *token_ >= 2 && (escape_ >= end || escapes_are_plain(end - 1))) {
                ++token_;
                return true;
            }
        } else if (first == '{' || first == '[') {
            return skip_inner(first, depth);
        }
        RecordValue unread;
        return scalar(unread);
    }
    bool skip_object(int depth);  // behind its '{'

  private:
    // One behind the last byte of the token at hand; the next token may stand behind white space.
    std::size_t end_of_token() const {
        std::size_t end = token_[1];
        while (text_[end - 1] == ' ' || text_[end - 1] == '\n' || text_[end - 1] == '\r' || text_[end - 1] == '\t')
            --end;
        return end;
    }
    // Tokens go forwards, so each stretch of a record is searched once.
    bool has_escape(std::size_t begin, std::size_t end) {
        if (escape_ < begin) find_escape(begin);
        return escape_ < end;
    }
    void find_escape(std::size_t from);
    bool escapes_are_plain(std::size_t end);
    bool unescape(std::size_t begin, std::string_view& result);
    bool other_scalar(RecordValue& read);
    bool skip_inner(char first, int depth);

    struct Finder;
    std::unique_ptr<Finder> finder_;
    std::vector<std::uint8_t> room_;  // for strings without their escapes
    std::size_t room_used_ = 0;
    const char* text_ = nullptr;
    std::size_t size_ = 0;
    const std::uint32_t* token_ = nullptr;  // the one at hand: where it begins
    const std::uint32_t* last_ = nullptr;   // behind the last token; holds the record's size
    std::size_t escape_ = 0;                // the first backslash behind what was looked at
    WalkProblem problem_ = WalkProblem::none;
    std::size_t place_ = 0;
};

}  // namespace waymark
