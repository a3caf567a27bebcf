#include "survey/find_records.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "survey/platforms.hpp"

namespace waymark {

namespace {

// A list stands for its first element: what one record looks like.
const Json* record_at(const Json& document, const Pointer& pointer) {
    const Json* found = first_at(document, pointer);
    if (found != nullptr && found->is_array()) found = found->empty() ? nullptr : &found->front();
    return found != nullptr && found->is_object() ? found : nullptr;
}

// Recognised by what its records hold, wherever the records are: the API, a webhook and a file of lines differ in that.
bool is_from(const SurveyMap& platform, const Json& record) {
    const auto& signs = platform.notes.known_by;
    return !signs.empty() &&
           std::ranges::all_of(signs, [&](const Pointer& sign) { return first_at(record, sign) != nullptr; });
}

std::string list_of(const std::vector<Pointer>& pointers) {
    std::vector<std::string> names;
    for (const Pointer& pointer : pointers) names.push_back(pointer.as_written);
    return fmt::format("{}", fmt::join(names, ", "));
}

std::optional<RecordsFound> by_platform(const Json& document, const std::vector<Pointer>& places) {
    std::optional<RecordsFound> best;
    std::size_t signs = 0;
    for (const std::string& id : platform_ids()) {
        const SurveyMap& platform = *platform_map(id);
        std::vector<Pointer> tried{platform.records};
        tried.insert(tried.end(), places.begin(), places.end());
        for (const Pointer& place : tried) {
            const Json* record = record_at(document, place);
            const std::size_t weight = platform.notes.known_by.size();
            if (record == nullptr || weight <= signs || !is_from(platform, *record)) continue;
            signs = weight;
            best = RecordsFound{place, id, fmt::format("a record has {}", list_of(platform.notes.known_by))};
        }
    }
    return best;
}

// Lists of objects in the outer two levels, the longest first.
void find_lists(const Json& value, const std::string& at, int depth,
                std::vector<std::pair<std::size_t, std::string>>& lists) {
    if (!value.is_object() || depth > 2) return;
    for (const auto& [name, inner] : value.items()) {
        const std::string here = at + "/" + escaped_token(name);
        if (inner.is_array() && !inner.empty() && inner.front().is_object()) lists.emplace_back(inner.size(), here);
        find_lists(inner, here, depth + 1, lists);
    }
}

// The shortest of names such as these is where pages of records usually are.
constexpr std::array<std::string_view, 8> kUsual{"/results", "/responses", "/data",        "/value",
                                                 "/items",   "/content",   "/submissions", "/records"};

}  // namespace

Pointer pointer_to(const std::string& text) {
    PointerProblem problem;
    return parse_pointer(text, problem).value_or(Pointer{});
}

RecordsFound find_records(const Json& first) {
    std::vector<std::pair<std::size_t, std::string>> lists;
    find_lists(first, "", 1, lists);
    std::ranges::stable_sort(lists, [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Pointer> places{pointer_to(""), pointer_to("/responses/*/*")};
    for (const auto& list : lists) places.push_back(pointer_to(list.second));
    if (auto found = by_platform(first, places)) return *found;
    if (first.is_array()) return {pointer_to(""), "", "the whole is a list"};
    for (const auto& [length, at] : lists) {
        const bool usual = std::ranges::find(kUsual, at) != kUsual.end();
        if (usual) return {pointer_to(at), "", fmt::format("'{}' is a list of objects", at)};
    }
    // A single list beside little else is a page; a record may hold lists too.
    if (lists.size() == 1 && first.size() <= 8 && lists.front().first > 1) {
        return {pointer_to(lists.front().second), "",
                fmt::format("'{}' is its only list of objects", lists.front().second)};
    }
    return {pointer_to(""), "", "each document looks like one record"};
}

}  // namespace waymark
