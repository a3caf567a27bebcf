#include "survey/value_guess.hpp"

#include <algorithm>
#include <array>

#include "survey/practices.hpp"
#include "survey/written_value.hpp"

namespace waymark {

namespace {

std::string normalised(const std::string& text) {
    std::string room;
    return std::string(normalised_text(text, room));
}

// Names as forms spell them: letters and digits only.
std::string bare(const std::string& text) {
    std::string result;
    for (const char c : normalised(text)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) result += c;
    }
    return result;
}

bool is_one_of(const std::string& text, std::initializer_list<const char*> words) {
    return std::ranges::any_of(words, [&](const char* word) { return text == word; });
}

}  // namespace

std::optional<std::string> guessed_meaning(const std::string& value, const Scale& scale) {
    const std::string text = bare(value);
    if (text.empty()) return std::nullopt;
    if (is_one_of(text, {"dontknow", "dk", "notsure", "idontknow", "cantsay", "cannotsay", "unsure"}))
        return "dont-know";
    if (is_one_of(text, {"na", "notapplicable", "doesnotapply"})) return "not-applicable";
    for (const Level& level : scale.levels) {
        const std::string title = bare(level.title);
        const std::string number = bare(level.value.to_short(4));
        const bool named = text == bare(level.id) || text == title || text == number + title || text == title + number;
        if (named || (normalised(value) == number && level.value >= Rational(0))) return level.id;
        // "Embedded: the normal way of working"
        if (title.size() >= 4 && normalised(value).starts_with(normalised(level.title) + ":")) return level.id;
    }
    return std::nullopt;
}

int guessed_practice(const std::string& key, const Framework& framework) {
    const std::string last = bare(key.substr(key.rfind('/') == std::string::npos ? 0 : key.rfind('/') + 1));
    if (last.empty()) return -1;
    for (const int index : practices_of(framework)) {
        const Element& practice = framework.elements[static_cast<std::size_t>(index)];
        const std::string code = bare(practice.code);
        const bool by_code =
            !code.empty() && (last == code || last == "q" + code || last == code + bare(practice.title));
        if (by_code || last == bare(practice.id) || last == bare(practice.question.ask)) return index;
    }
    return -1;
}

}  // namespace waymark
