// simdjson finds and checks the structure of a record; On-Demand looks only at what it is asked for, so this walk asks
// for everything. What the library would convert (numbers, plain strings) is taken as written instead: big whole
// numbers stay exact, and a string without escapes needs no copy.
#include "survey/record_walk.hpp"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string>
#include <vector>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace waymark {

namespace {

namespace ondemand = simdjson::ondemand;

constexpr int kGuessesWrong = 4;  // in one object, before guessing stops

// How far it is to the first quote or backslash; the caller knows that there is one.
std::size_t plain_length(const char* text) {
    std::size_t at = 0;
#if defined(__SSE2__)
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i backslash = _mm_set1_epi8('\\');
    while (true) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + at));
        const int hits =
            _mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(block, quote), _mm_cmpeq_epi8(block, backslash)));
        if (hits != 0) return at + static_cast<std::size_t>(__builtin_ctz(static_cast<unsigned>(hits)));
        at += 16;
    }
#else
    while (text[at] != '"' && text[at] != '\\') ++at;
    return at;
#endif
}

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

std::string_view without_space_behind(std::string_view token) {
    while (!token.empty() && is_space(token.back())) token.remove_suffix(1);
    return token;
}

std::size_t digits(std::string_view text, std::size_t from) {
    std::size_t at = from;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at - from;
}

// What the guesses of one place have come to.
struct Memory {
    std::vector<std::int16_t> followers;  // [0]: the first member of the object; [i + 1]: the one after member i
    std::vector<std::uint32_t> seen;      // per member: the object it was last seen in
};

struct Guess {
    std::uint32_t object = 0;  // a number for the object that is being read
    std::size_t behind = 0;    // index into Memory::followers
    int wrong = 0;
};

}  // namespace

bool is_json_number(std::string_view text) {
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

struct RecordWalker::Parsing {
    explicit Parsing(const PathTree& paths) : tree(&paths), memories(paths.nodes.size()) {
        for (std::size_t i = 0; i < paths.nodes.size(); ++i) {
            memories[i].followers.assign(paths.nodes[i].members.size() + 1, 0);
            for (std::size_t m = 0; m < paths.nodes[i].members.size(); ++m) {
                memories[i].followers[m] = static_cast<std::int16_t>(m);
            }
            memories[i].seen.assign(paths.nodes[i].members.size(), 0);
        }
    }

    Walked run(std::string_view bytes, RecordValues& into);
    bool value(ondemand::value& value, int index, int depth, const PathNode* list);
    bool scalar(ondemand::value& value, RecordValue& read);
    bool string(ondemand::value& value, std::string_view token, RecordValue& read);
    bool array(ondemand::array& list, int index, int depth);
    bool object(ondemand::object& object, int index, int depth, bool& hollow);
    bool child_of(ondemand::field& field, int index, Guess& guess, int& child);
    bool first_time(int index, int member, const Guess& guess);
    void keep(const PathNode& node, const RecordValue& value) {
        for (const PathTarget& target : node.targets) values->add(target, value);
    }
    bool failed(WalkProblem what, const char* where) {
        problem = what;
        place = where != nullptr && where >= begin && where <= end ? static_cast<std::size_t>(where - begin) : 0;
        return false;
    }
    static WalkProblem problem_of(simdjson::error_code error);

    const PathTree* tree;
    std::vector<Memory> memories;
    simdjson::ondemand::parser parser;
    std::string room, loose_room;

    RecordValues* values = nullptr;
    const char* begin = nullptr;
    const char* end = nullptr;
    WalkProblem problem = WalkProblem::none;
    std::size_t place = 0;
    std::string_view twice;
    std::uint32_t objects = 0;
};

WalkProblem RecordWalker::Parsing::problem_of(simdjson::error_code error) {
    switch (error) {
        case simdjson::UTF8_ERROR:
            return WalkProblem::not_utf8;
        case simdjson::UNESCAPED_CHARS:
            return WalkProblem::control_character;
        case simdjson::STRING_ERROR:
            return WalkProblem::bad_text;
        case simdjson::UNCLOSED_STRING:
        case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
        case simdjson::EMPTY:
            return WalkProblem::cut_off;
        case simdjson::DEPTH_ERROR:
            return WalkProblem::too_deep;
        default:
            return WalkProblem::not_json;
    }
}

bool RecordWalker::Parsing::string(ondemand::value& value, std::string_view token, RecordValue& into) {
    into.kind = RecordValue::Kind::text;
    if (token.size() < 2 || token.back() != '"') return failed(WalkProblem::not_json, token.data());
    const std::string_view inside = token.substr(1, token.size() - 2);
    if (std::memchr(inside.data(), '\\', inside.size()) == nullptr) {
        into.text = inside;
        return true;
    }
    const simdjson::error_code error = value.get_string().get(into.text);
    return error == simdjson::SUCCESS || failed(problem_of(error), token.data());
}

bool RecordWalker::Parsing::scalar(ondemand::value& value, RecordValue& read) {
    const std::string_view token = without_space_behind(value.raw_json_token());
    switch (token.empty() ? '\0' : token.front()) {
        case '"':
            return string(value, token, read);
        case 't':
        case 'f':
            read = {RecordValue::Kind::boolean, token};
            return token == "true" || token == "false" || failed(WalkProblem::not_json, token.data());
        case 'n':
            return token == "null" || failed(WalkProblem::not_json, token.data());
        default:
            read = {RecordValue::Kind::number, token};
            return is_json_number(token) || failed(WalkProblem::not_json, token.data());
    }
}

// `list`: the place of the list that the value is an element of, if the map reads that list.
bool RecordWalker::Parsing::value(ondemand::value& value, int index, int depth, const PathNode* list) {
    const PathNode* node = index >= 0 ? &tree->nodes[static_cast<std::size_t>(index)] : nullptr;
    if (node != nullptr) {
        for (const int scope : node->opens) values->open(scope);
    }
    const std::string_view token = value.raw_json_token();
    RecordValue read;
    if (token.empty() || (token.front() != '{' && token.front() != '[')) {
        if (!scalar(value, read)) return false;
    } else if (depth >= kDeepestRecord) {
        return failed(WalkProblem::too_deep, token.data());
    } else if (token.front() == '[') {
        ondemand::array inner;
        if (const auto error = value.get_array().get(inner)) return failed(problem_of(error), token.data());
        if (list != nullptr) keep(*list, {RecordValue::Kind::filled, {}});
        return array(inner, index, depth + 1);
    } else {
        ondemand::object inner;
        if (const auto error = value.get_object().get(inner)) return failed(problem_of(error), token.data());
        bool hollow = true;
        if (!object(inner, index, depth + 1, hollow)) return false;
        read.kind = hollow ? RecordValue::Kind::hollow : RecordValue::Kind::filled;
    }
    if (node != nullptr) keep(*node, read);
    if (list != nullptr) keep(*list, read);
    return true;
}

// A list at a place that the map reads counts as its elements; `*` and numbers lead into it.
bool RecordWalker::Parsing::array(ondemand::array& list, int index, int depth) {
    const PathNode* node = index >= 0 ? &tree->nodes[static_cast<std::size_t>(index)] : nullptr;
    const bool is_read = node != nullptr && !node->targets.empty();
    std::int32_t number = 0;
    for (auto entry : list) {
        ondemand::value element;
        if (const auto error = std::move(entry).get(element)) return failed(problem_of(error), nullptr);
        int child = -1;
        if (node != nullptr) {
            child = node->every;
            for (const MemberName& member : node->members) {
                if (member.array_index == number) child = member.node;
            }
        }
        if (!value(element, child, depth, is_read ? node : nullptr)) return false;
        ++number;
    }
    if (is_read && number == 0) {
        for (const PathTarget& target : node->targets) values->add_empty_list(target);
    }
    return true;
}

// A member that the map reads may stand only once in an object: which of two would count?
bool RecordWalker::Parsing::first_time(int index, int member, const Guess& guess) {
    std::uint32_t& seen = memories[static_cast<std::size_t>(index)].seen[static_cast<std::size_t>(member)];
    if (seen == guess.object) {
        twice = tree->nodes[static_cast<std::size_t>(index)].members[static_cast<std::size_t>(member)].name;
        return false;
    }
    seen = guess.object;
    return true;
}

// Which place a member leads to: the guess first, its name otherwise.
bool RecordWalker::Parsing::child_of(ondemand::field& field, int index, Guess& guess, int& child) {
    const char* raw = field.key().raw();
    const PathNode& node = tree->nodes[static_cast<std::size_t>(index)];
    auto& followers = memories[static_cast<std::size_t>(index)].followers;
    int member = -1;
    if (guess.wrong < kGuessesWrong && guess.behind < followers.size()) {
        const auto next = static_cast<std::size_t>(followers[guess.behind]);
        if (next < node.members.size()) {
            const std::string& quoted = node.members[next].quoted;
            const bool fits = !quoted.empty() && raw + quoted.size() <= end + kRecordPadding;
            if (fits && std::memcmp(raw, quoted.data(), quoted.size()) == 0) member = static_cast<int>(next);
        }
    }
    if (member < 0) {
        const std::size_t length = plain_length(raw);
        std::string_view name(raw, length);
        if (raw[length] == '\\') {
            if (const auto error = field.unescaped_key().get(name)) return failed(problem_of(error), raw);
            room.assign(name).append(8, '\0');
            name = std::string_view(room).substr(0, room.size() - 8);
        }
        member = find_member(node, name);
        if (member < 0) {
            child = find_loosely(node, name, loose_room);
            return true;
        }
        if (guess.behind < followers.size()) followers[guess.behind] = static_cast<std::int16_t>(member);
        ++guess.wrong;
    }
    guess.behind = static_cast<std::size_t>(member) + 1;
    child = node.members[static_cast<std::size_t>(member)].node;
    return first_time(index, member, guess) || failed(WalkProblem::duplicate_member, raw);
}

bool RecordWalker::Parsing::object(ondemand::object& object, int index, int depth, bool& hollow) {
    const bool is_read = index >= 0 && tree->nodes[static_cast<std::size_t>(index)].leads_on();
    Guess guess;
    if (is_read) guess.object = ++objects;
    for (auto entry : object) {
        ondemand::field field;
        if (const auto error = std::move(entry).get(field)) return failed(problem_of(error), nullptr);
        hollow = false;
        int child = -1;
        if (is_read) {
            if (!child_of(field, index, guess, child)) return false;
        } else {
            const char* raw = field.key().raw();
            std::string_view name;
            if (raw[plain_length(raw)] == '\\') {
                if (const auto error = field.unescaped_key().get(name)) return failed(problem_of(error), raw);
            }
        }
        if (!value(field.value(), child, depth, nullptr)) return false;
    }
    return true;
}

Walked RecordWalker::Parsing::run(std::string_view bytes, RecordValues& into) {
    values = &into;
    begin = bytes.data();
    end = begin + bytes.size();
    problem = WalkProblem::none;
    place = 0;
    twice = {};
    into.clear();
    ondemand::document document;
    const simdjson::padded_string_view padded(bytes.data(), bytes.size(), bytes.size() + kRecordPadding);
    if (const auto error = parser.iterate(padded).get(document)) {
        failed(problem_of(error), error == simdjson::UTF8_ERROR ? nullptr : end);
        return {problem, place, {}};
    }
    ondemand::object root;
    bool hollow = true;
    if (document.get_object().get(root) != simdjson::SUCCESS) {
        const char first = bytes.empty() ? ' ' : bytes[bytes.find_first_not_of(" \t\r\n")];
        failed(first == '{' ? WalkProblem::cut_off : WalkProblem::not_an_object, begin);
    } else if (object(root, 0, 1, hollow)) {
        const char* behind = nullptr;
        if (document.current_location().get(behind) == simdjson::SUCCESS) failed(WalkProblem::more_behind, behind);
        if (hollow) problem = problem == WalkProblem::none ? WalkProblem::empty_object : problem;
    } else if (place == 0) {
        const char* where = nullptr;
        place = document.current_location().get(where) == simdjson::SUCCESS && where >= begin && where <= end
                    ? static_cast<std::size_t>(where - begin)
                    : bytes.size();
    }
    return {problem, place, twice};
}

RecordWalker::RecordWalker(const PathTree& tree) : parsing_(std::make_unique<Parsing>(tree)) {}
RecordWalker::~RecordWalker() = default;
RecordWalker::RecordWalker(RecordWalker&&) noexcept = default;
RecordWalker& RecordWalker::operator=(RecordWalker&&) noexcept = default;

Walked RecordWalker::walk(std::string_view record, RecordValues& values) {
    return parsing_->run(record, values);
}

}  // namespace waymark
