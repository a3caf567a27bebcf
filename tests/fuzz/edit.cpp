// Assessments from any bytes, changed in their text: a change is refused, or the result reads and holds it.
#include "assessment/edit.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "assessment/progress.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto outline = waymark::outline_assessment(text);
    waymark::AnswerText answer;
    answer.state = waymark::AnswerState::level;
    answer.level = "embedded";
    answer.note = "two\nlines";
    const std::string id = outline && !outline->respondents.empty() ? outline->respondents.front().id : "new";
    std::vector<waymark::Change> changes{waymark::SetHead{"profile", "grand"},
                                         waymark::SetAnswer{id, "networks", answer}, waymark::MarkNone{"partners"}};
    if (id == "new") changes.insert(changes.begin(), waymark::AddRespondent{id, "leader"});
    const auto edited = waymark::edit_assessment(text, changes);
    if (!edited.text) return 0;
    const auto result = waymark::outline_assessment(*edited.text);
    if (!result || result->profile != "grand" || result->respondents.empty()) std::abort();
    const bool found = std::ranges::any_of(result->respondents, [&](const waymark::RespondentOutline& person) {
        return person.id == id && std::ranges::find(person.practices, "networks") != person.practices.end();
    });
    if (!found) std::abort();
    const auto again = waymark::edit_assessment(
        *edited.text, changes.size() == 3 ? changes : std::vector(changes.begin() + 1, changes.end()));
    if (again.text != edited.text) std::abort();  // what is so already stays as it is
    return 0;
}
