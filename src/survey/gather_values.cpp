// The values of one answer, gathered from wherever a map says that they stand.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "survey/response.hpp"
#include "survey/written_value.hpp"

namespace waymark {

const Found* ResponseReader::found_at(const std::vector<int>& slots, const RecordValues& values) const {
    for (const int slot : slots) {
        const Found& found = values.at(slot);
        if (found.present) return &found;
    }
    return nullptr;
}

bool ResponseReader::is_chosen(const RecordValue& value) {
    if (value.is_empty() || value.kind == RecordValue::Kind::filled) return false;
    const std::string_view text = canonical(value);
    if (std::ranges::find(plan_->chosen, text) != plan_->chosen.end()) return true;
    const std::string_view normal = normalised_text(text, room_);
    return std::ranges::any_of(plan_->chosen, [&](const std::string& chosen) { return chosen == normal; });
}

// One column per option: the codes of those that are ticked. Nothing ticked in filled cells is an empty list.
void ResponseReader::gather_columns(const PlannedPlace& place, const RecordValues& values) {
    for (const PlannedPlace::Column& column : place.columns) {
        const Found* found = found_at(column.slots, values);
        if (found == nullptr || found->count == 0) continue;
        answer_is_there_ = answer_is_there_ || !found->first.is_empty();
        if (is_chosen(found->first)) values_.push_back({column.code, true});
    }
}

void ResponseReader::gather_split(std::string_view text, Split split) {
    if (split == Split::json) {
        const auto parsed = nlohmann::json::parse(text, nullptr, false);
        if (!parsed.is_array()) {
            // A text that begins like a list was meant to be one.
            values_.push_back({text, !text.starts_with('[') && !text.starts_with('{')});
            return;
        }
        for (const auto& element : parsed) {
            if (element.is_null() || (element.is_string() && element.get_ref<const std::string&>().empty())) continue;
            if (element.is_structured()) {
                values_.push_back({text, false});
                continue;
            }
            values_.push_back(
                {json_room_.emplace_back(element.is_string() ? element.get<std::string>() : element.dump()), true});
        }
        return;
    }
    const char separator = split == Split::space ? ' ' : split == Split::comma ? ',' : ';';
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        std::string_view part = text.substr(0, end);
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        if (!part.empty()) values_.push_back({part, true});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

// The non-empty values of an answer. False if there is nothing, or nothing but blanks.
bool ResponseReader::gather(const PlannedPlace& place, const RecordValues& values) {
    values_.clear();
    if (!json_room_.empty()) json_room_.clear();
    answer_is_there_ = false;
    if (!place.columns.empty()) {
        gather_columns(place, values);
        return answer_is_there_;
    }
    const Found* found = found_at(place.slots, values);
    if (found == nullptr) return false;
    values.each(*found, [&](const RecordValue& value) {
        if (value.is_empty()) return true;
        if (value.kind == RecordValue::Kind::filled) {
            values_.push_back({"", false});
        } else if (place.split != Split::never && value.kind == RecordValue::Kind::text) {
            gather_split(value.text, place.split);
        } else {
            // Several numbers would share one room.
            values_.push_back({found->count == 1 ? canonical(value) : value.text, true});
        }
        return true;
    });
    answer_is_there_ = !values_.empty();
    return answer_is_there_;
}

}  // namespace waymark
