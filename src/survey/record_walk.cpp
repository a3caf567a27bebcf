// From token to token, down the tree of places that the map reads. Values are taken as written: big whole numbers stay
// exact, and a string without escapes needs no copy.
#include "survey/record_walk.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "survey/record_tokens.hpp"
#include "survey/short_text.hpp"

namespace waymark {

namespace {

constexpr int kGuessesWrong = 4;  // in one object, before guessing stops

// A member that the map reads, and what was seen of it.
struct Known {
    std::string_view name;
    std::int32_t place = -1;   // that it leads to
    std::int32_t slot = -1;    // of the record, if a value goes there and nowhere else
    std::uint32_t seen = 0;    // the object that it was last seen in
    std::uint32_t length = 0;  // of what is compared below; 0: it is not
    Known* behind = nullptr;   // the member that stood behind it last time: exports keep their order

    // The name as most exports write it, between its quotes and with the colon behind it, and which bytes of it count.
    static constexpr std::size_t kWords = 4;
    std::array<std::uint64_t, kWords> bytes{};
    std::array<std::uint64_t, kWords> masks{};
    static_assert(sizeof bytes + 2 <= kRecordPadding);

    // Whether it stands here. So many bytes are read wherever the record ends; kRecordPadding has room for them.
    bool stands_at(const char* text) const {
        std::uint64_t different = 0;
        for (std::size_t i = 0; i < kWords; ++i) {
            std::uint64_t word = 0;
            std::memcpy(&word, text + i * sizeof word, sizeof word);
            different |= (word ^ bytes[i]) & masks[i];
        }
        return different == 0;
    }
};

// A node of the path tree, with what the walk needs of it at hand.
struct Place {
    const PathNode* node = nullptr;
    bool leads_on = false;
    bool by_name_only = false;  // no member leads on but those known by their names
    std::uint64_t looks = 0;    // of their names, one bit for each look; most names that nobody reads look otherwise
    std::vector<Known> known;   // as many as the node's members, never more
    Known* first = nullptr;     // the member that stood first last time
};

int only_slot(const PathNode& node) {
    const bool one_target = node.targets.size() == 1 && node.targets[0].scope == 0;
    return one_target && node.opens.empty() && !node.leads_on() ? node.targets[0].slot : -1;
}

std::uint64_t look_of(std::string_view name) {
    const std::size_t first = name.empty() ? 0 : static_cast<unsigned char>(name.front());
    return std::uint64_t{1} << ((first + 7 * name.size()) % 64);
}

bool is_written_as_it_is(std::string_view name) {
    return std::ranges::all_of(name,
                               [](char c) { return static_cast<unsigned char>(c) >= ' ' && c != '"' && c != '\\'; });
}

void learn_to_spell(Known& known) {
    const std::string text = '"' + std::string(known.name) + "\":";
    if (!is_written_as_it_is(known.name) || text.size() > sizeof known.bytes) return;
    std::memcpy(known.bytes.data(), text.data(), text.size());
    std::memset(known.masks.data(), 0xFF, text.size());
    known.length = static_cast<std::uint32_t>(text.size());
}

Place place_of(const PathNode& node, const PathTree& tree) {
    Place place;
    place.node = &node;
    place.leads_on = node.leads_on();
    place.by_name_only = node.loose.empty() && node.endings.empty() && node.every < 0;
    for (const MemberName& member : node.members) {
        place.looks |= look_of(member.name);
        Known known;
        known.name = member.name;
        known.place = member.node;
        known.slot = only_slot(tree.nodes[static_cast<std::size_t>(member.node)]);
        learn_to_spell(known);
        place.known.push_back(known);
    }
    for (std::size_t i = 1; i < place.known.size(); ++i) place.known[i - 1].behind = &place.known[i];
    if (!place.known.empty()) place.first = place.known.data();
    return place;
}

bool is_digit(char c) {
    return static_cast<unsigned char>(c - '0') < 10;
}

}  // namespace

struct RecordWalker::Parsing {
    explicit Parsing(const PathTree& tree) {
        for (const PathNode& node : tree.nodes) places.push_back(place_of(node, tree));
    }

    Walked run(std::string_view bytes, RecordValues& into);
    // Each takes what begins at the token at hand, and leaves the one behind it at hand.
    bool value(int index, int depth, const PathNode* list);
    bool array(int index, int depth);
    bool object(int index, int depth, bool& hollow);
    Known** usual_members(Known** guess, std::uint32_t object);
    bool look_closely(Place& place, Known* guess, Known*& member, int& child);
    bool slot_value(int slot, int child, int depth);
    void keep(const PathNode& node, const RecordValue& value) {
        for (const PathTarget& target : node.targets) values->add(target, value);
    }

    std::vector<Place> places;  // by node of the tree
    RecordTokens tokens;
    RecordValues* values = nullptr;
    std::string loose_room;
    std::string_view twice;
    std::uint32_t objects = 0;
};

// `list`: the place of the list that the value is an element of, if the map reads that list.
bool RecordWalker::Parsing::value(int index, int depth, const PathNode* list) {
    if (index < 0 && list == nullptr) return tokens.skip(depth);
    const PathNode* node = index >= 0 ? places[static_cast<std::size_t>(index)].node : nullptr;
    if (node != nullptr) {
        for (const int scope : node->opens) values->open(scope);
    }
    RecordValue read;
    const char first = tokens.sign();
    if (first != '{' && first != '[') {
        if (!tokens.scalar(read)) return false;
    } else if (depth >= kDeepestRecord) {
        return tokens.fail_here(WalkProblem::too_deep);
    } else if (first == '[') {
        tokens.advance();
        if (list != nullptr) keep(*list, {RecordValue::Kind::filled, {}});
        return array(index, depth + 1);
    } else {
        tokens.advance();
        bool hollow = true;
        if (!object(index, depth + 1, hollow)) return false;
        read.kind = hollow ? RecordValue::Kind::hollow : RecordValue::Kind::filled;
    }
    if (node != nullptr) keep(*node, read);
    if (list != nullptr) keep(*list, read);
    return true;
}

// A list at a place that the map reads counts as its elements; `*` and numbers lead into it.
bool RecordWalker::Parsing::array(int index, int depth) {
    const PathNode* node = index >= 0 ? places[static_cast<std::size_t>(index)].node : nullptr;
    const bool is_read = node != nullptr && !node->targets.empty();
    std::int32_t number = 0;
    if (tokens.left() > 0 && tokens.sign() == ']') {
        tokens.advance();
        if (!is_read) return true;
        for (const PathTarget& target : node->targets) values->add_empty_list(target);
        return true;
    }
    while (tokens.left() >= 2) {  // an element, and what follows it
        int child = -1;
        if (node != nullptr) {
            child = node->every;
            for (const MemberName& member : node->members) {
                if (member.array_index == number) child = member.node;
            }
        }
        if (!value(child, depth, is_read ? node : nullptr)) return false;
        ++number;
        if (tokens.left() == 0) break;
        const char follows = tokens.sign();
        if (follows != ',' && follows != ']') return tokens.fail_here(WalkProblem::not_json);
        tokens.advance();
        if (follows == ']') return true;
    }
    return tokens.fail(WalkProblem::cut_off, tokens.size());
}

// The member at hand by its name, or the place that another name leads to. `guess`: which member it should be.
bool RecordWalker::Parsing::look_closely(Place& place, Known* guess, Known*& member, int& child) {
    member = nullptr;
    child = -1;
    if (guess != nullptr && guess->length > 0 && guess->stands_at(tokens.text() + *tokens.token())) {
        member = guess;
        tokens.go_to(tokens.token() + 2);
        return true;
    }
    std::string_view name;
    if (!tokens.name(name)) return false;
    if (guess != nullptr && same_text(guess->name, name)) {
        member = guess;
    } else if ((place.looks & look_of(name)) != 0) {
        const int found = find_member(*place.node, name);
        if (found >= 0) member = &place.known[static_cast<std::size_t>(found)];
    }
    if (member == nullptr && !place.by_name_only) child = find_loosely(*place.node, name, loose_room);
    return true;
}

bool RecordWalker::Parsing::slot_value(int slot, int child, int depth) {
    if (tokens.sign() == '{' || tokens.sign() == '[') return value(child, depth, nullptr);
    RecordValue read;
    if (!tokens.scalar(read)) return false;
    values->add_to_slot(slot, read.kind, read.text);
    return true;
}

// Runs through members whose names are guessed rightly and whose values are one digit, as most answers are, and stops in
// front of the first that is anything else. A name, a colon, a digit and a comma are one token each.
Known** RecordWalker::Parsing::usual_members(Known** guess, std::uint32_t object) {
    constexpr std::ptrdiff_t kTokens = 4;
    const char* const text = tokens.text();
    const std::uint32_t* token = tokens.token();
    for (Known* read = *guess; read != nullptr && tokens.last() - token >= kTokens; read = *guess) {
        const char* const begin = text + *token;
        const char* const value = begin + read->length;
        const bool usual =
            is_digit(value[0]) & (value[1] == ',') & (read->length != 0) & (read->slot >= 0) & (read->seen != object);
        if (!usual || !read->stands_at(begin)) break;
        read->seen = object;
        values->add_to_slot(read->slot, RecordValue::Kind::number, {value, 1});
        guess = &read->behind;
        token += kTokens;
    }
    tokens.go_to(token);
    return guess;
}

bool RecordWalker::Parsing::object(int index, int depth, bool& hollow) {
    hollow = tokens.left() > 0 && tokens.sign() == '}';
    if (hollow || index < 0 || !places[static_cast<std::size_t>(index)].leads_on) return tokens.skip_object(depth);
    Place& place = places[static_cast<std::size_t>(index)];
    const std::uint32_t object = ++objects;
    Known** guess = &place.first;
    int wrong = 0;
    while (true) {
        if (wrong < kGuessesWrong) guess = usual_members(guess, object);
        if (tokens.left() < 4) break;  // a name, a colon, a value, and what follows it
        const std::size_t begin = *tokens.token();
        Known* member = nullptr;
        int child = -1;
        int slot = -1;
        if (!look_closely(place, wrong < kGuessesWrong ? *guess : nullptr, member, child)) return false;
        if (member != nullptr) {
            wrong += member != *guess ? 1 : 0;
            // A member that the map reads may stand only once in an object: which of two would count?
            if (member->seen == object) {
                twice = member->name;
                return tokens.fail(WalkProblem::duplicate_member, begin + 1);
            }
            member->seen = object;
            child = member->place;
            slot = member->slot;
            *guess = member;
            guess = &member->behind;
        }
        if (!(slot >= 0 ? slot_value(slot, child, depth) : value(child, depth, nullptr))) return false;
        if (tokens.left() == 0) break;
        const char follows = tokens.sign();
        if (follows != ',' && follows != '}') return tokens.fail_here(WalkProblem::not_json);
        tokens.advance();
        if (follows == '}') return true;
    }
    return tokens.fail(WalkProblem::cut_off, tokens.size());
}

Walked RecordWalker::Parsing::run(std::string_view bytes, RecordValues& into) {
    values = &into;
    twice = {};
    into.clear();
    bool hollow = false;
    if (tokens.find(bytes)) {
        tokens.advance();
        if (object(0, 1, hollow) && tokens.left() > 0) tokens.fail_here(WalkProblem::more_behind);
    }
    if (hollow && tokens.problem() == WalkProblem::none) return {WalkProblem::empty_object, 0, {}};
    return {tokens.problem(), tokens.place(), twice};
}

RecordWalker::RecordWalker(const PathTree& tree) : parsing_(std::make_unique<Parsing>(tree)) {}
RecordWalker::~RecordWalker() = default;
RecordWalker::RecordWalker(RecordWalker&&) noexcept = default;
RecordWalker& RecordWalker::operator=(RecordWalker&&) noexcept = default;

Walked RecordWalker::walk(std::string_view record, RecordValues& values) {
    return parsing_->run(record, values);
}

}  // namespace waymark
