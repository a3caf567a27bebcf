#include "appraisal/indicator_words.hpp"

#include <fmt/format.h>

#include "condition/figures.hpp"
#include "text/english.hpp"

namespace waymark {

namespace {

std::string with_unit(const std::string& figure, const std::string& unit) {
    const bool close_up = unit.empty() || unit[0] == '%';
    return figure + (close_up ? unit : " " + unit);
}

std::string with_unit(const Rational& value, const std::string& unit) {
    return with_unit(value.to_short(2), unit);
}

std::string equity_words(Equity equity) {
    switch (equity) {
        case Equity::not_recorded:
            return "No figure is kept for those furthest behind.";
        case Equity::widened:
            return "The gap for those furthest behind widened.";
        case Equity::not_narrowed:
            return "The gap for those furthest behind has not narrowed.";
        case Equity::narrowed:
            return "The gap for those furthest behind narrowed.";
        case Equity::not_headline:
            break;
    }
    return "";
}

// Worked-out figures to about three digits: more would claim a precision that they do not have.
std::string about(const Rational& value, const std::string& unit) {
    const Rational size = value < Rational(0) ? 0 - value : value;
    const int decimals = size >= Rational(100) ? 0 : size >= Rational(10) ? 1 : 2;
    return with_unit(value.to_short(decimals), unit);
}

std::string yearly(const Rational& change, const std::string& unit) {
    return about(change, unit) + " a year";
}

std::string course_of(const IndicatorReading& read, const std::string& unit) {
    if (!read.expected || read.pace_note == PaceNote::target_met) return "";
    const std::string where = read.by_waypoints ? "The waypoints put it" : "A straight line to the target would put it";
    return fmt::format("{} at {} by now.", where, about(*read.expected, unit));
}

std::string untouched_of(const IndicatorReading& read, const std::string& unit, bool lower_is_better) {
    if (!read.untouched || !read.latest) return "";
    const Rational gain = lower_is_better ? *read.untouched - *read.latest : *read.latest - *read.untouched;
    return fmt::format("Had nothing been done, {} was to be expected by now{}.", about(*read.untouched, unit),
                       gain > Rational(0) ? "" : "; what came is no better");
}

std::string best_pace_of(const IndicatorReading& read, const std::optional<Rational>& best, const std::string& unit) {
    if (!read.required || !best) return "";
    return fmt::format("The target needs {} from here; the best on record in a comparable place is {}.",
                       yearly(*read.required, unit), yearly(*best, unit));
}

// The direction that was not said, or who rated it.
std::string unread_words(const IndicatorRow& row) {
    const Choice* source = row.choice("source");
    if (source != nullptr && source->id == "self-rated") {
        return "Self-rated: kept for learning, never read as an outcome.";
    }
    return "Not read: which direction is good was not said.";
}

std::string verdict_words(const IndicatorReading& read, const std::optional<Rational>& noise) {
    const std::string words = reading_in_words(id_of(read.reading));
    if (read.reading != Reading::flat || !noise) return words;
    return fmt::format("{}, within the noise of {}", words, noise->to_short(2));
}

}  // namespace

std::string reading_in_words(std::string_view reading) {
    if (reading == "too-early") return "too early to say";
    if (reading == "expected-dip") return "a dip that was expected at this stage";
    if (reading == "not-read") return "not read";
    return std::string(reading);
}

std::string pace_words(const IndicatorReading& read) {
    switch (read.pace_note) {
        case PaceNote::target_met:
            return "target met";
        case PaceNote::date_passed:
            return "the target date has passed";
        case PaceNote::no_target:
            return "no dated target";
        case PaceNote::too_few_readings:
            return "no reading a year or more before the latest";
        case PaceNote::none:
            break;
    }
    if (!read.pace) return "";
    if (*read.pace >= Rational(1)) return "on course";
    return *read.pace >= Rational::fraction(1, 2) ? "behind" : "far behind";
}

std::string target_words(const IndicatorRow& row) {
    const auto target = row.number("target");
    if (!target) return "";
    std::string text = with_unit(*target, row.text("unit"));
    if (const auto* due = row.get<Date>("target_due")) text += " by " + date_text(*due);
    const Choice* commitment = row.choice("commitment");
    return commitment == nullptr ? text : fmt::format("{} ({})", text, id_in_words(commitment->id));
}

// "1 to 1.2% of homes over 2 readings: flat, within the noise of 0.3%."
std::string reading_words(const IndicatorReading& read, const IndicatorRow& row) {
    if (!read.given || read.values.empty()) return "No reading yet.";
    if (read.reading == Reading::not_read) return unread_words(row);
    const std::string unit = row.text("unit");
    std::string text;
    if (read.baseline && read.latest && read.counted > 1) {
        text = fmt::format("{} to {} over {} readings: ", read.baseline->to_short(2), with_unit(*read.latest, unit),
                           read.counted);
    } else {
        text = fmt::format("{} at the last reading: ", with_unit(read.values.back().value, unit));
    }
    text += verdict_words(read, row.number("noise")) + ".";
    if (read.pace) text += fmt::format(" Pace {} of what the target needs.", read.pace->to_fixed(2));
    // An indicator that is itself a gap has no gap behind it.
    const bool is_gap = row.get<std::string>("gap_of") != nullptr;
    const std::string equity = is_gap ? "" : equity_words(read.equity);
    return equity.empty() ? text : text + " " + equity;
}

std::vector<std::string> course_words(const IndicatorRow& row, const IndicatorReading& read) {
    const std::string unit = row.text("unit");
    const Choice* better = row.choice("better");
    const bool lower_is_better = better != nullptr && better->id == "lower";
    std::vector<std::string> sentences;
    for (std::string sentence : {course_of(read, unit), untouched_of(read, unit, lower_is_better),
                                 best_pace_of(read, row.number("best_pace"), unit)}) {
        if (!sentence.empty()) sentences.push_back(std::move(sentence));
    }
    return sentences;
}

}  // namespace waymark
