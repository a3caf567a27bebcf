#include "report/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/outline.hpp"
#include "text/english.hpp"

namespace waymark {
namespace {

std::string with_unit(const std::string& figures, const std::string& unit) {
    return unit.starts_with('%') ? figures + unit : joined({figures, unit}, " ");
}

}  // namespace

std::string count_of(std::int64_t number, std::string_view singular, std::string_view plural) {
    return fmt::format("{} {}", number, number == 1 ? singular : plural);
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += separator;
        text += part;
    }
    return text;
}

std::string title_line(const Scorecard& card) {
    return joined({joined({card.framework_title, card.framework_version}, " "), card.profile_title, card.date}, ", ");
}

std::string people_line(const Scorecard& card) {
    std::vector<std::string> roles;
    for (const CardRoleCount& role : card.roles) {
        if (role.respondents > 0) roles.push_back(fmt::format("{} {}", role.title, role.respondents));
    }
    const std::string people = card.respondents == 0 ? "nobody has answered yet"
                                                     : count_of(card.respondents, "person", "people") + " answered";
    return roles.empty() ? people : people + ": " + joined(roles, ", ");
}

std::string purpose_line() {
    return "What people say beside what they can show: for a conversation, not for a grade.";
}

std::string limits_line() {
    return "No certificate, no ranking and no forecast. The kind and the age of evidence are weighed; the evidence "
           "itself "
           "is not opened. Not known is never counted as nothing.";
}

std::string first_look_line() {
    return "A first look, by one person";
}

std::string first_look_reason() {
    return "One person's answers show where to look and whom to ask next. They do not describe the organisation.";
}

std::string sign_line() {
    return "A sign is a pattern that is worth checking, not an accusation.";
}

std::string too_early_line() {
    return "These patterns are there, but it is early days; they are shown and not counted.";
}

std::string no_evidence_line() {
    return "No evidence was asked for, so these are claims and nothing more.";
}

std::string no_indicators_line() {
    return "No indicators were recorded.";
}

std::string together_heading() {
    return "Practice and outcomes read together";
}

std::string ladder_heading() {
    return "Which horizon shows what";
}

std::vector<std::string> shape_lines(const Scorecard& card) {
    std::vector<std::string> lines;
    for (const CardShape& shape : card.shapes) {
        lines.push_back(joined({shape.title + ": " + shape.says, as_sentence(shape.saw)}, " "));
    }
    return lines;
}

std::vector<std::string> source_titles(const CardFlag& flag) {
    std::vector<std::string> titles;
    for (const CardSource& source : flag.sources) titles.push_back(source.title);
    return titles;
}

std::vector<std::string> source_lines(const CardFlag& flag) {
    std::vector<std::string> lines;
    for (const CardSource& source : flag.sources) {
        lines.push_back(source.url.empty() ? source.title : source.title + " " + source.url);
    }
    return lines;
}

std::string verdict_line(const Scorecard& card) {
    const CardVerdict& verdict = card.verdict;
    const std::string line = verdict.title.empty() ? capitalised(raised_text(verdict))
                                                   : fmt::format("{} — {}", verdict.title, raised_text(verdict));
    const bool told = verdict.applicable > 0;
    return joined({line, told_text(verdict)}, told ? ", " : "; ") + ".";
}

std::string raised_text(const CardVerdict& verdict) {
    std::vector<std::string> counts;
    if (verdict.high > 0) counts.push_back(fmt::format("{} high", verdict.high));
    if (verdict.medium > 0) counts.push_back(fmt::format("{} medium", verdict.medium));
    if (verdict.low > 0) counts.push_back(fmt::format("{} low", verdict.low));
    if (counts.empty()) return "no signs raised";
    const bool one = (verdict.low > 0 ? verdict.low : verdict.medium > 0 ? verdict.medium : verdict.high) == 1;
    return join(counts, "and") + (one ? " sign raised" : " signs raised");
}

std::string told_text(const CardVerdict& verdict) {
    std::vector<std::string> parts;
    if (verdict.applicable > 0) {
        parts.push_back(fmt::format("{} of {} signs could be told", verdict.told, verdict.applicable));
    }
    if (!verdict.settle_most.empty()) {
        parts.push_back(fmt::format("facts about {} would settle {} of the others", lower_first(verdict.settle_most),
                                    verdict.settle_count));
    }
    return joined(parts, "; ");
}

std::string unsafe_line(const Scorecard& card) {
    if (!card.verdict.unsafe) return "";
    return joined({card.verdict.unsafe_title, card.verdict.unsafe_says}, ": ");
}

std::vector<std::string> gate_lines(const Scorecard& card) {
    std::vector<std::string> lines;
    for (const CardGate& gate : card.gates) {
        lines.push_back(fmt::format("Gate {} is {}. {}", gate.gate, gate.met ? "met" : "not met", gate.says));
    }
    return lines;
}

std::string none_raised_line(const Scorecard& card) {
    const int untold = card.verdict.applicable - card.verdict.told;
    if (untold <= 0) return "No sign is raised.";
    return fmt::format("No sign is raised; {} could not be told.", count_of(untold, "sign", "signs"));
}

std::string scale_line(const Scorecard& card) {
    std::vector<std::string> levels;
    levels.reserve(card.levels.size());
    for (const CardLevel& level : card.levels) levels.push_back(level.value.to_short(2) + " " + level.title);
    return levels.empty() ? "" : "Scale: " + joined(levels, ", ") + ".";
}

std::string headline_of(const CardFlag& flag) {
    return joined({capitalised(flag.severity), label_of(flag)}, ": ");
}

std::string as_sentence(const std::string& text) {
    const std::string sentence = capitalised(text);
    const bool ended = sentence.empty() || std::string_view(".!?").find(sentence.back()) != std::string_view::npos;
    return ended ? sentence : sentence + ".";
}

std::string label_of(const CardNode& node) {
    return joined({node.code, node.title}, " ");
}
std::string label_of(const CardFlag& flag) {
    return joined({flag.code, flag.title}, " ");
}

std::string hidden_roles_line(const Scorecard& card) {
    const std::vector<std::string> titles = hidden_roles(card);
    if (titles.empty()) return "";
    return "Not shown where too few people answered in that role: " + join(titles, "and") + ".";
}

std::string family_heading(const CardIndicator& indicator) {
    return capitalised(indicator.family_title.empty() ? indicator.family : indicator.family_title);
}

std::string values_text(const CardIndicator& indicator) {
    constexpr std::size_t kMostValues = 6;
    const std::size_t first = indicator.readings.size() > kMostValues ? indicator.readings.size() - kMostValues : 0;
    std::string text;
    for (std::size_t i = first; i < indicator.readings.size(); ++i) {
        const CardReading& reading = indicator.readings[i];
        if (i > first) text += reading.series_break ? " | " : " → ";
        text += reading.value.to_short(2);
    }
    return text.empty() ? "no readings" : with_unit(text, indicator.unit);
}

std::string value_text(const CardIndicator& indicator, const Rational& value) {
    return with_unit(value.to_short(2), indicator.unit);
}

std::string reading_remarks(const CardReading& reading) {
    return joined({reading.series_break ? "not comparable with the reading before" : "", reading.note}, "; ");
}

std::string trend_text(const CardIndicator& indicator) {
    const std::string aim = aim_text(indicator);
    return joined({indicator.name + ": " + values_text(indicator), aim.empty() ? "" : "target " + aim}, "; ");
}

std::string aim_text(const CardIndicator& indicator) {
    return joined({indicator.aim, indicator.pace_note}, ", ");
}

std::vector<std::string> ladder_lines(const CardRung& rung) {
    if (rung.shows.empty()) return {"Nothing is measured here yet."};
    return rung.shows;
}

std::string step_title(const CardNextStep& step) {
    const std::string title = joined({step.code, step.title}, " ") + (step.core ? " (core)" : "");
    return step.from.empty() ? title : title + ", from " + step.from;
}

std::string together_text(const CardOutcomes& outcomes) {
    if (outcomes.says.empty()) return "";
    return joined({joined({outcomes.row_title, outcomes.column}, ", "), outcomes.says}, ": ");
}

std::vector<std::string> method_lines(const Scorecard& card) {
    std::vector<std::string> lines = card.method;
    if (!card.framework_licence.empty()) {
        lines.push_back(fmt::format("The framework is licensed under {}.", card.framework_licence));
    }
    lines.push_back(fmt::format("Scored by waymark {}.", card.waymark_version));
    return lines;
}

}  // namespace waymark
