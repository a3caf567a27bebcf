#include "batch/repeats.hpp"

#include "survey/instant.hpp"
#include "survey/written_value.hpp"

namespace waymark {

namespace {

std::int64_t time_of(const Response& response) {
    const auto instant = parse_instant(response.submitted);
    return instant ? instant->microseconds : INT64_MIN;
}

bool compares_ids(const BatchSetting& setting) {
    return setting.duplicates != Duplicates::none && !setting.reading->id.slots.empty();
}

}  // namespace

bool compares_responses(const BatchSetting& setting) {
    return compares_ids(setting) || setting.one_per_respondent;
}

void Repeats::add(Repeats&& other) {
    ids.add(std::move(other.ids));
    people.add(std::move(other.people));
}

void Repeats::settle(Duplicates rule) {
    ids.settle(rule);
    people.leave_out(ids);
    people.settle(Duplicates::latest);
}

std::string_view organisation_of(const BatchSetting& setting, const ExportFile& file, const Response& response,
                                 std::string& room) {
    const std::string_view name = file.organisation.empty() ? response.organisation : file.organisation;
    return name.empty() || setting.map->organisations.empty() ? name : organisation_named(*setting.map, name, room);
}

void note_repeats(const BatchSetting& setting, const ExportFile& file, const Response& response,
                  std::string_view record, const CopyPlace& place, Repeats& found) {
    if (response.end != Response::End::scored) return;
    if (!response.id.empty() && compares_ids(setting)) found.ids.add(response.id, time_of(response), record, place);
    if (response.respondent.empty() || !setting.one_per_respondent) return;
    std::string name_room;
    std::string room;
    std::string person(normalised_text(organisation_of(setting, file, response, name_room), room));
    person += '\0';
    person += response.respondent;
    found.people.add(person, time_of(response), record, place);
}

void leave_out_repeats(const BatchSetting& setting, const Repeats& repeats, const CopyPlace& place,
                       Response& response) {
    const bool copy = repeats.ids.found() > 0 && repeats.ids.is_other(place);
    if (copy && setting.duplicates == Duplicates::error) {
        response.end = Response::End::rejected;
        response.reject = Reject::duplicate_id;
        response.pointer = setting.reading->id.pointer;
        response.value.assign(response.id);
    } else if (copy || (repeats.people.found() > 0 && repeats.people.is_other(place))) {
        response.end = Response::End::dropped;
        response.drop = copy ? Drop::duplicate : Drop::superseded;
    }
}

}  // namespace waymark
