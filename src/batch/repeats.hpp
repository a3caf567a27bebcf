// Responses that do not count beside another one: copies of one response, and earlier responses of one person.
#pragma once

#include <string>
#include <string_view>

#include "batch/batch.hpp"
#include "batch/copies.hpp"
#include "survey/response.hpp"

namespace waymark {

struct Repeats {
    Copies ids;
    Copies people;  // known by their hash alone

    void add(Repeats&& other);
    void settle(Duplicates rule);
};

// Whose response it is; empty: not said. Uses `room` for a name that the map spells otherwise.
std::string_view organisation_of(const BatchSetting& setting, const ExportFile& file, const Response& response,
                                 std::string& room);

void note_repeats(const BatchSetting& setting, const ExportFile& file, const Response& response,
                  std::string_view record, const CopyPlace& place, Repeats& found);

// Drops or rejects a response that does not count.
void leave_out_repeats(const BatchSetting& setting, const Repeats& repeats, const CopyPlace& place, Response& response);

}  // namespace waymark
