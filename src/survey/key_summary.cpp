#include "survey/key_summary.hpp"

#include <algorithm>
#include <array>

#include "text/display.hpp"

namespace waymark {

namespace {

constexpr int kDeepest = 6;
constexpr std::size_t kLongestCode = 60;  // characters; longer ones are free text

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return result;
}

// Words in names of members that hold what points to a person, or lets somebody act as one.
bool sounds_personal(std::string_view key) {
    static constexpr std::array<std::string_view, 26> parts{
        "mail",       "ipaddr",   "ip_addr",    "ip address", "_ip",       "userinfo",   "firstname",
        "first_name", "lastname", "last_name",  "surname",    "phone",     "telephone",  "mobile",
        "address",    "latitude", "longitude",  "geoloc",     "useragent", "user_agent", "edit_url",
        "editlink",   "token",    "respondent", "responder",  "recipient"};
    static constexpr std::array<std::string_view, 9> whole{
        "ip",       "name",     "contact_name", "submittername", "submitterid", "_submitted_by",
        "deviceid", "username", "your name"};
    const std::string name = lower(key.substr(key.rfind('/') == std::string_view::npos ? 0 : key.rfind('/') + 1));
    return std::ranges::any_of(parts, [&](std::string_view part) { return name.find(part) != std::string::npos; }) ||
           std::ranges::find(whole, name) != whole.end();
}

bool is_ip_address(std::string_view text) {
    const auto dots = std::ranges::count(text, '.');
    return dots == 3 && text.size() >= 7 && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

bool looks_personal(std::string_view value) {
    const std::size_t at = value.find('@');
    const bool mail = at != std::string_view::npos && at > 0 && value.find('.', at) != std::string_view::npos;
    return mail || is_ip_address(value) || value.starts_with("http://") || value.starts_with("https://");
}

bool is_plain_list(const Json& value) {
    return value.is_array() && std::ranges::none_of(value, [](const Json& item) { return item.is_structured(); });
}

}  // namespace

// Codes and labels come again; where there are too few records to tell, words with spaces may be anything.
bool KeySummary::may_be_shown() const {
    if (personal || more_values || values.empty()) return false;
    const bool few = values_seen <= 3;
    if (!few && !repeats()) return false;
    return std::ranges::all_of(values, [&](const auto& one) {
        return characters(one.first) <= kLongestCode &&
               (!few || one.second > 1 || one.first.find(' ') == std::string::npos);
    });
}

bool KeySummary::repeats() const {
    return static_cast<std::int64_t>(values.size()) < values_seen;
}

std::vector<std::pair<std::string, std::int64_t>> KeySummary::most_frequent() const {
    std::vector<std::pair<std::string, std::int64_t>> sorted(values.begin(), values.end());
    std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return a.second > b.second; });
    return sorted;
}

KeySummary* KeySummaries::summary(const Id& id) {
    const auto known = places_.find(id);
    if (known != places_.end()) return &keys_[known->second];
    if (keys_.size() >= kMostKeys) {
        more_keys_ = true;
        return nullptr;
    }
    places_.emplace(id, keys_.size());
    KeySummary fresh;
    fresh.kind = id.kind;
    fresh.key = id.key;
    fresh.row = id.row;
    fresh.is_pointer = id.is_pointer;
    fresh.personal = sounds_personal(id.key);
    keys_.push_back(std::move(fresh));
    return &keys_.back();
}

void KeySummaries::count(const Id& id, const Json& value) {
    KeySummary* key = summary(id);
    if (key == nullptr || is_empty(&value)) return;
    ++key->filled;
    const auto add_one = [&](const Json& one) {
        const auto text = canonical_text(one);
        if (!text || text->empty()) return;
        ++key->values_seen;
        if (looks_personal(*text)) key->personal = true;
        if (key->personal) return key->values.clear();
        const auto known = key->values.find(*text);
        if (known != key->values.end()) {
            ++known->second;
        } else if (key->values.size() < kMostValues) {
            key->values.emplace(*text, 1);
        } else {
            key->more_values = true;
        }
    };
    if (!value.is_array()) return add_one(value);
    for (const Json& one : value) add_one(one);
}

// Objects inside are followed; a list of plain values is several values of one answer.
void KeySummaries::flatten(const Json& value, const std::string& at, KeySummary::Kind kind, int depth) {
    if (!value.is_structured() || is_plain_list(value) || depth > kDeepest) {
        return count({kind, at, "", true}, value);
    }
    if (value.is_array()) {
        for (const Json& item : value) flatten(item, at + "/*", kind, depth + 1);
        return;
    }
    for (const auto& [name, inner] : value.items()) flatten(inner, at + "/" + escaped_token(name), kind, depth + 1);
}

void KeySummaries::add_members(const Json& answers) {
    for (const auto& [name, member] : answers.items()) {
        const Json* value = &member;
        if (!map_->answers.value.empty()) {
            value = nullptr;
            for (const Pointer& inside : map_->answers.value) {
                if (value == nullptr) value = first_at(member, inside);
            }
            if (value == nullptr) continue;
        }
        if (value->is_object() && !value->empty()) {
            flatten(*value, map_->answers.in->as_written + "/" + escaped_token(name), KeySummary::Kind::answer, 1);
        } else {
            count({KeySummary::Kind::answer, name, "", false}, *value);
        }
    }
}

void KeySummaries::add_entries(const Json& record) {
    const AnswerShape& shape = map_->answers;
    const auto first = [](const JsonPath& entry, const Pointer& pointer) {
        const Json* found = nullptr;
        each_at(entry, pointer, [&](const JsonPath& path) { found = found == nullptr ? path.back() : found; });
        return found;
    };
    each_at({&record}, *shape.each, [&](const JsonPath& entry) {
        const Json* key = shape.key ? first(entry, *shape.key) : nullptr;
        const auto name = key == nullptr ? std::nullopt : canonical_text(*key);
        if (!name) return;
        const Json* row = shape.row ? first(entry, *shape.row) : nullptr;
        const auto row_name = row == nullptr ? std::nullopt : canonical_text(*row);
        const Json* value = shape.value.empty() ? entry.back() : nullptr;
        for (const Pointer& inside : shape.value) {
            if (value == nullptr) value = first(entry, inside);
        }
        if (value != nullptr) count({KeySummary::Kind::answer, *name, row_name.value_or(""), false}, *value);
    });
}

// What stands in the record beside its answers.
void KeySummaries::add_facts(const Json& record) {
    const auto& tokens = map_->answers.in ? map_->answers.in->tokens : map_->answers.each->tokens;
    if (tokens.empty()) return;
    for (const auto& [name, member] : record.items()) {
        if (name != tokens.front().name) flatten(member, "/" + escaped_token(name), KeySummary::Kind::fact, 1);
    }
}

void KeySummaries::add(const Json& record) {
    if (!record.is_object()) return;
    if (map_->answers.each) {
        add_entries(record);
    } else if (map_->answers.in) {
        const Json* answers = first_at(record, *map_->answers.in);
        if (answers != nullptr && answers->is_object()) add_members(*answers);
    }
    add_facts(record);
}

}  // namespace waymark
