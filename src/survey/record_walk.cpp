// From token to token, down the tree of places that the map reads. Values are taken as written: big whole numbers stay
// exact, and a string without escapes needs no copy.
#include "survey/record_walk.hpp"

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
    const char* name = nullptr;
    std::uint32_t size = 0;
    std::int32_t place = -1;   // that it leads to
    std::int32_t slot = -1;    // of the record, if a value goes there and nowhere else
    std::uint32_t seen = 0;    // the object that it was last seen in
    std::int32_t behind = -1;  // the member that stood behind it last time: exports keep their order

    // `text`: behind the opening quote, as far as the colon. Names with white space before the colon are left to those
    // who look closely.
    bool stands_at(const char* text, std::size_t length) const {
        return length == size + std::size_t{1} && text[size] == '"' && same_text({name, size}, {text, size});
    }
};

// A node of the path tree, with what the walk needs of it at hand.
struct Place {
    const PathNode* node = nullptr;
    bool leads_on = false;
    bool by_name_only = false;  // no member leads on but those known by their names
    std::uint64_t looks = 0;    // of their names, one bit for each look; most names that nobody reads look otherwise
    std::vector<Known> known;
    std::int32_t first = 0;  // the member that stood first last time
};

int only_slot(const PathNode& node) {
    const bool one_target = node.targets.size() == 1 && node.targets[0].scope == 0;
    return one_target && node.opens.empty() && !node.leads_on() ? node.targets[0].slot : -1;
}

std::uint64_t look_of(std::string_view name) {
    const std::size_t first = name.empty() ? 0 : static_cast<unsigned char>(name.front());
    return std::uint64_t{1} << ((first + 7 * name.size()) % 64);
}

Place place_of(const PathNode& node, const PathTree& tree) {
    Place place;
    place.node = &node;
    place.leads_on = node.leads_on();
    place.by_name_only = node.loose.empty() && node.endings.empty() && node.every < 0;
    for (const MemberName& member : node.members) {
        const auto size = static_cast<std::uint32_t>(member.name.size());
        place.looks |= look_of(member.name);
        const int slot = only_slot(tree.nodes[static_cast<std::size_t>(member.node)]);
        const auto behind = static_cast<std::int32_t>(place.known.size() + 1);
        place.known.push_back({member.name.data(), size, member.node, slot, 0, behind});
    }
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
    bool look_closely(Place& place, std::int32_t*& guess, int& member, int& child);
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

// A name that was not guessed. `guess`: where the wrong guess stands.
bool RecordWalker::Parsing::look_closely(Place& place, std::int32_t*& guess, int& member, int& child) {
    std::string_view name;
    if (!tokens.name(name)) return false;
    member = (place.looks & look_of(name)) != 0 ? find_member(*place.node, name) : -1;
    if (member < 0) {
        child = place.by_name_only ? -1 : find_loosely(*place.node, name, loose_room);
    } else {
        *guess = member;
    }
    return true;
}

bool RecordWalker::Parsing::slot_value(int slot, int child, int depth) {
    if (tokens.sign() == '{' || tokens.sign() == '[') return value(child, depth, nullptr);
    RecordValue read;
    if (!tokens.scalar(read)) return false;
    values->add({0, slot}, read);
    return true;
}

// The usual case, a name that was guessed and one digit, is dealt with here, token by token; `tokens` is told of it before
// anybody else goes on.
bool RecordWalker::Parsing::object(int index, int depth, bool& hollow) {
    hollow = tokens.left() > 0 && tokens.sign() == '}';
    if (hollow || index < 0 || !places[static_cast<std::size_t>(index)].leads_on) return tokens.skip_object(depth);
    Place& place = places[static_cast<std::size_t>(index)];
    Known* const known = place.known.data();
    const auto members = static_cast<std::uint32_t>(place.known.size());
    const std::uint32_t object = ++objects;
    const char* const text = tokens.text();
    const std::uint32_t* token = tokens.token();
    const std::uint32_t* const last = tokens.last();
    std::int32_t* guess = &place.first;
    int wrong = 0;
    while (last - token >= 4) {  // a name, a colon, a value, and what follows it
        const std::size_t begin = *token + std::size_t{1};
        auto member = static_cast<std::int32_t>(*guess);
        int child = -1;
        int slot = -1;
        if (wrong < kGuessesWrong && static_cast<std::uint32_t>(member) < members && text[*token] == '"' &&
            text[token[1]] == ':' && known[member].stands_at(text + begin, token[1] - begin)) {
            token += 2;
        } else {
            tokens.go_to(token);
            if (!look_closely(place, guess, member, child)) return false;
            token = tokens.token();
            wrong += member >= 0 ? 1 : 0;
        }
        if (member >= 0) {
            Known& read = known[member];
            // A member that the map reads may stand only once in an object: which of two would count?
            if (read.seen == object) {
                twice = {read.name, read.size};
                return tokens.fail(WalkProblem::duplicate_member, begin);
            }
            read.seen = object;
            child = read.place;
            slot = read.slot;
            guess = &read.behind;
        }
        if (slot >= 0 && is_digit(text[*token]) && token[1] == *token + 1) {
            values->add({0, slot}, {RecordValue::Kind::number, {text + *token, 1}});
            ++token;
        } else {
            tokens.go_to(token);
            if (!(slot >= 0 ? slot_value(slot, child, depth) : value(child, depth, nullptr))) return false;
            token = tokens.token();
        }
        if (token == last) break;
        const char follows = text[*token];
        if (follows != ',' && follows != '}') return tokens.fail(WalkProblem::not_json, *token);
        ++token;
        if (follows == '}') {
            tokens.go_to(token);
            return true;
        }
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
