// Small JSON values as trees, and what stands at a map's pointers in them. For looking into exports; reading a million
// records goes another way (survey/record_walk.hpp).
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "survey/map.hpp"

namespace waymark {

using Json = nlohmann::ordered_json;

// The first document in `text` as far as it goes: an export's beginning, cut anywhere, is enough to see its shape.
// nullopt if nothing of it is JSON.
std::optional<Json> beginning_of_json(std::string_view text);

// From the root down to a value; the last is the value itself.
using JsonPath = std::vector<const Json*>;

// Everything at a pointer that is read from the end of `from`, in order.
void each_at(const JsonPath& from, const Pointer& pointer, const std::function<void(const JsonPath&)>& visit);

// The first thing there; null if there is none.
const Json* first_at(const Json& root, const Pointer& pointer);

// Absent, null, "", [] and {}.
bool is_empty(const Json* value);

// A value as a map compares it; nullopt for lists and objects.
std::optional<std::string> canonical_text(const Json& value);

}  // namespace waymark
