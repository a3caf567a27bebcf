// How the interview says things.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "interview/pages.hpp"
#include "text/display.hpp"
#include "text/english.hpp"

namespace waymark::interview {

namespace {

// Silent reading of non-fiction, English: 238 words a minute on average (M. Brysbaert, How many words do we read per
// minute?, Journal of Memory and Language 109, 2019). The seconds to decide are our judgement.
constexpr int kWordsPerMinute = 238;
constexpr int kSecondsToDecide = 12;

int words_in(const std::string& text) {
    return 1 + static_cast<int>(std::ranges::count(text, ' '));
}

int seconds_for(const Element& element) {
    int words = words_in(element.question.ask);
    for (const std::string& anchor : element.question.anchors) words += words_in(anchor);
    return words * 60 / kWordsPerMinute + kSecondsToDecide;
}

bool values_are_digits(const std::vector<Level>& levels) {
    return std::ranges::all_of(levels, [](const Level& level) {
        return level.value.denominator() == 1 && level.value >= Rational(0) && level.value <= Rational(9);
    });
}

}  // namespace

std::string name_of(const Element& element) {
    return element.code.empty() ? element.title : element.code + " " + element.title;
}

std::string heading_of(const Element& element) {
    return name_of(element) + (element.core ? " (core)" : "");
}

std::string level_key(const State& state, int element, int level) {
    const auto& levels = levels_of(state, element);
    if (!values_are_digits(levels)) return std::to_string(level + 1);
    return levels[static_cast<std::size_t>(level)].value.to_short(0);
}

std::string level_words(const State& state, int element, int level) {
    return fmt::format("{} {}", level_key(state, element, level),
                       levels_of(state, element)[static_cast<std::size_t>(level)].title);
}

std::string answer_words(const State& state, const Answer& answer) {
    switch (answer.state) {
        case AnswerState::level:
            return level_words(state, answer.element, answer.level);
        case AnswerState::dont_know:
            return "don't know";
        case AnswerState::not_applicable:
            return fmt::format("not applicable: {}", answer.reason);
        case AnswerState::skipped:
            return "skipped";
        case AnswerState::not_asked:
            break;
    }
    return "not answered";
}

std::string evidence_words(const State& state, const Answer& answer) {
    if (answer.state != AnswerState::level || !asks_for_evidence(state)) return "";
    if (answer.evidence_state == EvidenceState::none) return "we have no evidence";
    if (answer.evidence_state == EvidenceState::not_asked) return "evidence not given yet";
    return answer.evidence.size() == 1 ? "1 item of evidence"
                                       : fmt::format("{} items of evidence", answer.evidence.size());
}

std::string item_words(const State& state, const EvidenceItem& item) {
    const EvidenceRules& rules = state.framework->evidence;
    std::string words = rules.strengths[static_cast<std::size_t>(item.strength)].title;
    if (!item.what.empty()) words += ": " + item.what;
    words += item.dated ? ", " + item.dated->to_text() : ", no date";
    if (item.produced_by >= 0) {
        words += ", from " + lower_first(rules.producers[static_cast<std::size_t>(item.produced_by)].title);
    }
    if (item.form >= 0) words += ", " + lower_first(rules.forms[static_cast<std::size_t>(item.form)].title);
    return words;
}

int minutes_left(const State& state) {
    int seconds = 0;
    for (const int practice : practices_of(*state.framework)) {
        if (answer_to(state, practice) == nullptr) seconds += seconds_for(element_at(state, practice));
    }
    return (seconds + 59) / 60;
}

std::string progress_words(const State& state, int element) {
    const auto all = practices_of(*state.framework);
    const int dimension = element_at(state, element).dimension;
    std::vector<int> beside;
    std::ranges::copy_if(all, std::back_inserter(beside),
                         [&](int practice) { return element_at(state, practice).dimension == dimension; });
    const auto place = [&](const std::vector<int>& list) {
        return std::ranges::count_if(list, [&](int practice) { return practice <= element; });
    };
    std::string words = fmt::format("{} of {}", place(all), all.size());
    if (dimension >= 0) {
        words += fmt::format(" · {} {} of {}", element_at(state, dimension).title, place(beside), beside.size());
    }
    const int minutes = minutes_left(state);
    if (minutes > 0) words += fmt::format(" · about {} minute{} left", minutes, minutes == 1 ? "" : "s");
    return words;
}

std::string typed_text(State& state, const std::string& text, std::size_t limit, bool keep_lines) {
    std::string clean = printable(text, keep_lines);
    const auto first = clean.find_first_not_of(" \n");
    if (first == std::string::npos) return "";
    clean = clean.substr(first, clean.find_last_not_of(" \n") - first + 1);
    if (characters(clean) <= limit) return clean;
    std::size_t end = 0;
    for (std::size_t count = 0; end < clean.size(); ++end) {
        const bool starts = (static_cast<unsigned char>(clean[end]) & 0xC0U) != 0x80U;
        if (starts && count++ == limit) break;
    }
    clean.resize(end);
    complain(state, fmt::format("only the first {} characters were kept", limit));
    return clean;
}

Option numbered(const std::vector<Option>& before, std::string title, std::string text, bool current) {
    Option option;
    option.key = std::to_string(before.size() + 1);
    option.title = std::move(title);
    option.text = std::move(text);
    option.current = current;
    return option;
}

bool is(const Input& input, Command command) {
    return input.kind == Input::Kind::command && input.command == command;
}

}  // namespace waymark::interview
