// Where the records of an export are, and which platform it is probably from, seen from its beginning.
#pragma once

#include <optional>
#include <string>

#include "survey/json_places.hpp"
#include "survey/map.hpp"

namespace waymark {

struct RecordsFound {
    Pointer records;
    std::string platform;  // empty: not recognised
    std::string reason;    // a sentence without a full stop
};

// `first`: the first document, as far as it is known.
RecordsFound find_records(const Json& first);

// What a name of a pointer looks like as one: "" for the whole.
Pointer pointer_to(const std::string& text);

}  // namespace waymark
