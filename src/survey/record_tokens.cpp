#include "survey/record_tokens.hpp"

#include <simdjson.h>

#include <algorithm>
#include <new>

namespace waymark {

namespace {

using Library = simdjson::internal::dom_parser_implementation;

constexpr std::size_t kUsualRecord = std::size_t{16} << 10U;
constexpr std::size_t kUnescapingRoom = 64;  // the library writes whole registers

// Later versions of the library ask whether half a surrogate pair may pass.
template <typename Strings>
std::uint8_t* unescape_with(const Strings& library, const char* from, std::uint8_t* to) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(from);
    if constexpr (requires { library.parse_string(bytes, to, false); }) {
        return library.parse_string(bytes, to, false);
    } else {
        return library.parse_string(bytes, to);
    }
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t digits(std::string_view text, std::size_t from) {
    std::size_t at = from;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at - from;
}

WalkProblem problem_of(simdjson::error_code error) {
    switch (error) {
        case simdjson::UTF8_ERROR:
            return WalkProblem::not_utf8;
        case simdjson::UNESCAPED_CHARS:
            return WalkProblem::control_character;
        case simdjson::UNCLOSED_STRING:
        case simdjson::EMPTY:
            return WalkProblem::cut_off;
        default:
            return WalkProblem::not_json;
    }
}

}  // namespace

bool is_json_number(std::string_view text) {
    if (text.size() == 1) return is_digit(text.front());
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const std::size_t whole = digits(text, at);
    if (whole == 0 || (whole > 1 && text[at] == '0')) return false;
    at += whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t decimals = digits(text, ++at);
        if (decimals == 0) return false;
        at += decimals;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        const std::size_t exponent = digits(text, at);
        if (exponent == 0) return false;
        at += exponent;
    }
    return at == text.size();
}

struct RecordTokens::Finder {
    Finder() {
        const auto& library = simdjson::get_active_implementation();
        if (library->create_dom_parser_implementation(kUsualRecord, kDeepestRecord, made) != simdjson::SUCCESS) {
            throw std::bad_alloc();
        }
    }
    std::unique_ptr<Library> made;
};

RecordTokens::RecordTokens() : finder_(std::make_unique<Finder>()) {}
RecordTokens::~RecordTokens() = default;
RecordTokens::RecordTokens(RecordTokens&&) noexcept = default;
RecordTokens& RecordTokens::operator=(RecordTokens&&) noexcept = default;

bool RecordTokens::find(std::string_view record) {
    Library& library = *finder_->made;
    text_ = record.data();
    size_ = record.size();
    if (room_.size() < size_ + kUnescapingRoom) room_.resize(std::max(size_, kUsualRecord) + kUnescapingRoom);
    room_used_ = 0;
    escape_ = 0;
    problem_ = WalkProblem::none;
    place_ = 0;
    if (library.capacity() < size_ && library.set_capacity(size_) != simdjson::SUCCESS) throw std::bad_alloc();
    const auto* begin = reinterpret_cast<const std::uint8_t*>(text_);
    const auto error = library.stage1(begin, size_, simdjson::stage1_mode::regular);
    if (error != simdjson::SUCCESS) return fail(problem_of(error), error == simdjson::UTF8_ERROR ? 0 : size_);
    token_ = library.structural_indexes.get();
    last_ = token_ + library.n_structural_indexes;
    if (sign() != '{') return fail(WalkProblem::not_an_object, 0);
    return text_[last_[-1]] == '}' || fail(WalkProblem::cut_off, 0);
}

void RecordTokens::find_escape(std::size_t from) {
    const void* found = std::memchr(text_ + from, '\\', size_ - from);
    escape_ = found != nullptr ? static_cast<std::size_t>(static_cast<const char*>(found) - text_) : size_;
}

// Whether the string at hand, whose closing quote stands at `end`, is sound because every escape in it is of one letter.
// Others are left to the library.
bool RecordTokens::escapes_are_plain(std::size_t end) {
    static constexpr std::string_view kLetters = "\"\\/bfnrt";
    if (escape_ < *token_) find_escape(*token_);
    while (escape_ < end) {
        if (kLetters.find(text_[escape_ + 1]) == std::string_view::npos) return false;
        find_escape(escape_ + 2);
    }
    return true;
}

bool RecordTokens::unescape(std::size_t begin, std::string_view& result) {
    std::uint8_t* to = room_.data() + room_used_;
    const std::uint8_t* end = unescape_with(*finder_->made, text_ + begin, to);
    if (end == nullptr) return false;
    const auto length = static_cast<std::size_t>(end - to);
    result = {reinterpret_cast<const char*>(to), length};
    room_used_ += length;
    return true;
}

bool RecordTokens::other_scalar(RecordValue& read) {
    const std::string_view written(text_ + *token_, end_of_token() - *token_);
    bool sound = false;
    switch (written.front()) {
        case 't':
        case 'f':
            read = {RecordValue::Kind::boolean, written};
            sound = written == "true" || written == "false";
            break;
        case 'n':
            sound = written == "null";
            break;
        default:
            read = {RecordValue::Kind::number, written};
            sound = is_json_number(written);
    }
    if (!sound) return fail_here(WalkProblem::not_json);
    ++token_;
    return true;
}

bool RecordTokens::name(std::string_view& read) {
    if (sign() != '"') return fail_here(WalkProblem::not_json);
    if (text_[token_[1]] != ':') return fail(WalkProblem::not_json, token_[1]);
    const std::size_t begin = *token_ + std::size_t{1};
    const std::size_t end = end_of_token() - 1;
    read = {text_ + begin, end - begin};
    if (has_escape(begin, end)) {
        const std::size_t used = room_used_;
        if (!unescape(begin, read)) return fail(WalkProblem::bad_text, begin);
        room_used_ = used;  // no name is needed for long
    }
    token_ += 2;
    return true;
}

bool RecordTokens::skip_object(int depth) {
    if (left() > 0 && sign() == '}') {
        ++token_;
        return true;
    }
    std::string_view unread;
    while (left() >= 4) {  // a name, a colon, a value, and what follows it
        if (!name(unread) || !skip(depth)) return false;
        if (left() == 0) break;
        const char follows = sign();
        ++token_;
        if (follows == '}') return true;
        if (follows != ',') return fail(WalkProblem::not_json, token_[-1]);
    }
    return fail(WalkProblem::cut_off, size_);
}

bool RecordTokens::skip_inner(char first, int depth) {
    if (depth >= kDeepestRecord) return fail_here(WalkProblem::too_deep);
    ++token_;
    if (first == '{') return skip_object(depth + 1);
    if (left() > 0 && sign() == ']') {
        ++token_;
        return true;
    }
    // Lists of plain strings are the longest parts of many records, so they are run through here.
    const std::uint32_t* token = token_;
    while (last_ - token >= 2) {  // an element, and what follows it
        const std::size_t end = token[1];
        if (text_[*token] == '"' && escape_ >= end && text_[end - 1] == '"' && end - *token >= 2) {
            ++token;
        } else {
            token_ = token;
            if (!skip(depth + 1)) return false;
            token = token_;
        }
        if (token == last_) break;
        const char follows = text_[*token];
        if (follows != ',' && follows != ']') return fail(WalkProblem::not_json, *token);
        ++token;
        if (follows == ']') {
            token_ = token;
            return true;
        }
    }
    return fail(WalkProblem::cut_off, size_);
}

}  // namespace waymark
