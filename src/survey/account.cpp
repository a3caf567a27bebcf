#include "survey/account.hpp"

#include <numeric>

namespace waymark {

std::string_view drop_id(Drop drop) {
    switch (drop) {
        case Drop::where:
            return "where";
        case Drop::incomplete:
            return "incomplete";
        case Drop::duplicate:
            return "duplicate";
        case Drop::superseded:
            return "superseded";
        case Drop::empty:
            return "empty";
    }
    return "";
}

std::string_view drop_in_words(Drop drop) {
    switch (drop) {
        case Drop::where:
            return "did not meet a condition under 'where'";
        case Drop::incomplete:
            return "not complete";
        case Drop::duplicate:
            return "another copy of a response";
        case Drop::superseded:
            return "a person's earlier response";
        case Drop::empty:
            return "empty";
    }
    return "";
}

namespace {

struct RejectWords {
    std::string_view id, words;
};

RejectWords words_of(Reject reject) {
    switch (reject) {
        case Reject::none:
            return {"none", "nothing is wrong"};
        case Reject::not_json:
            return {"not-json", "it is not valid JSON"};
        case Reject::not_utf8:
            return {"not-utf8", "it holds bytes that are not UTF-8"};
        case Reject::control_character:
            return {"control-character", "a text holds a control character that JSON does not allow"};
        case Reject::bad_text:
            return {"bad-text", "a text holds a broken escape or half of a surrogate pair"};
        case Reject::cut_off:
            return {"cut-off", "it is cut off"};
        case Reject::more_behind:
            return {"more-behind", "something follows behind it on the same line"};
        case Reject::not_an_object:
            return {"not-an-object", "a response is an object with members, and this is something else"};
        case Reject::too_deep:
            return {"too-deep", "it is nested more than 64 deep"};
        case Reject::too_large:
            return {"too-large", "it is larger than 1 MiB"};
        case Reject::duplicate_member:
            return {"duplicate-member", "a member that the map reads stands in it twice"};
        case Reject::wrong_cells:
            return {"wrong-cells", "the row has more or fewer cells than the header"};
        case Reject::bad_quotes:
            return {"bad-quotes", "a quoted cell is not closed, or text follows its closing quote"};
        case Reject::nothing_found:
            return {"nothing-found", "the map finds nothing in it; is it from another platform or survey?"};
        case Reject::no_records:
            return {"no-records", "there are no responses where the map's 'records' points"};
        case Reject::unmapped_value:
            return {"unmapped-value", "the map does not say what this value means"};
        case Reject::unmapped_role:
            return {"unmapped-role", "neither the map nor the framework knows this role"};
        case Reject::several_values:
            return {"several-values", "there are several values where the map expects one"};
        case Reject::not_a_date:
            return {"not-a-date", "the date of the evidence is not written as YYYY-MM-DD"};
        case Reject::always_applies:
            return {"always-applies", "'not applicable' is said of a practice that always applies"};
        case Reject::incomplete:
            return {"incomplete", "it is not complete, which the map calls an error"};
        case Reject::duplicate_id:
            return {"duplicate-id", "its id stands in several records, which the map calls an error"};
    }
    return {};
}

template <std::size_t Size>
std::int64_t sum(const std::array<std::int64_t, Size>& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

}  // namespace

std::string_view reject_id(Reject reject) {
    return words_of(reject).id;
}

std::string_view reject_in_words(Reject reject) {
    return words_of(reject).words;
}

std::int64_t Account::all_dropped() const {
    return sum(dropped);
}

std::int64_t Account::all_rejected() const {
    return sum(rejected);
}

void add(Account& into, const Account& other) {
    into.read += other.read;
    into.scored += other.scored;
    for (std::size_t i = 0; i < kDrops; ++i) into.dropped[i] += other.dropped[i];
    for (std::size_t i = 0; i < kRejects; ++i) into.rejected[i] += other.rejected[i];
    into.unmapped += other.unmapped;
    into.incomplete += other.incomplete;
    into.nameless += other.nameless;
    into.roleless += other.roleless;
}

std::string cut_value(std::string_view value) {
    std::size_t characters = 0;
    for (std::size_t at = 0; at < value.size(); ++at) {
        const bool begins_one = (static_cast<unsigned char>(value[at]) & 0xC0U) != 0x80U;
        if (begins_one && ++characters > kLongestShownValue) return std::string(value.substr(0, at)) + "…";
    }
    return std::string(value);
}

}  // namespace waymark
