#include "report/html_trend.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "report/position.hpp"
#include "report/wording.hpp"
#include "waymark/date.hpp"

namespace waymark::html {
namespace {

struct Spot {
    Rational day;
    Rational value;
    bool series_break = false;
};

struct Room {
    Rational first_day, last_day, lowest, highest;

    std::string x(const Rational& day) const { return percent_along(day, first_day, last_day); }
    // Pictures count from the top.
    std::string y(const Rational& value) const { return percent_along(highest + lowest - value, lowest, highest); }
};

std::optional<Rational> day_of(const std::string& text) {
    const auto date = parse_date(text);
    if (!date) return std::nullopt;
    return Rational::whole(days_between(Date{}, *date));
}

std::vector<Spot> spots_of(const CardIndicator& indicator) {
    std::vector<Spot> spots;
    for (const CardReading& reading : indicator.readings) {
        if (const auto day = day_of(reading.date)) spots.push_back({*day, reading.value, reading.series_break});
    }
    std::sort(spots.begin(), spots.end(),
              [](const Spot& a, const Spot& b) { return a.day == b.day ? a.value < b.value : a.day < b.day; });
    return spots;
}

std::optional<Spot> target_of(const CardIndicator& indicator) {
    const auto day = day_of(indicator.target_due);
    if (!day || !indicator.target) return std::nullopt;
    return Spot{*day, *indicator.target, false};
}

Room room_for(const CardIndicator& indicator, const std::vector<Spot>& spots, const std::optional<Spot>& target) {
    Room room = {spots.front().day, spots.back().day, spots.front().value, spots.front().value};
    const auto include = [&](const Rational& value) {
        room.lowest = std::min(room.lowest, value);
        room.highest = std::max(room.highest, value);
    };
    for (const Spot& spot : spots) include(spot.value);
    if (target) include(target->value);
    if (target) room.last_day = std::max(room.last_day, target->day);
    if (indicator.baseline && indicator.noise) {
        include(*indicator.baseline + *indicator.noise);
        include(*indicator.baseline - *indicator.noise);
    }
    return room;
}

void line(Markup& markup, const Room& room, std::string_view kind, const Spot& from, const Spot& to) {
    markup.shape("line", {{"class", std::string(kind)},
                          {"x1", room.x(from.day)},
                          {"y1", room.y(from.value)},
                          {"x2", room.x(to.day)},
                          {"y2", room.y(to.value)}});
}

void noise(Markup& markup, const Room& room, const CardIndicator& indicator) {
    if (!indicator.baseline || !indicator.noise || *indicator.noise <= Rational(0)) return;
    const Rational twice = *indicator.noise + *indicator.noise;
    markup.shape("rect", {{"class", "noise"},
                          {"x", "0"},
                          {"width", "100%"},
                          {"y", room.y(*indicator.baseline + *indicator.noise)},
                          {"height", percent_along(room.lowest + twice, room.lowest, room.highest)}});
}

void dot(Markup& markup, const Room& room, std::string_view kind, const Spot& spot) {
    markup.shape("circle",
                 {{"class", std::string(kind)}, {"cx", room.x(spot.day)}, {"cy", room.y(spot.value)}, {"r", "4"}});
}

void readings(Markup& markup, const Room& room, const std::vector<Spot>& spots) {
    for (std::size_t i = 1; i < spots.size(); ++i) {
        // Across a break the figures cannot be compared.
        if (!spots[i].series_break) line(markup, room, "course", spots[i - 1], spots[i]);
    }
    for (const Spot& spot : spots) dot(markup, room, "reading", spot);
}

void end(Markup& markup, const std::string& date, const std::string& words) {
    markup.leaf("span", joined({date, words}, ": "));
}

}  // namespace

void trend(Markup& markup, const CardIndicator& indicator) {
    const std::vector<Spot> spots = spots_of(indicator);
    if (spots.size() < 2) return;
    const std::optional<Spot> target = target_of(indicator);
    const Room room = room_for(indicator, spots, target);
    const auto figure_element = markup.in("figure", {{"class", "trend"}});
    {
        const auto svg = markup.in("svg", {{"role", "img"}});
        markup.leaf("title", trend_text(indicator));
        noise(markup, room, indicator);
        if (target) line(markup, room, "aim", spots.back(), *target);
        readings(markup, room, spots);
        if (target) dot(markup, room, "aim", *target);
    }
    const auto ends = markup.in("p", {{"class", "ends"}, {"aria-hidden", "true"}});
    end(markup, indicator.readings.front().date, value_text(indicator, spots.front().value));
    if (target) {
        end(markup, indicator.target_due, "target " + value_text(indicator, target->value));
    } else {
        end(markup, indicator.readings.back().date, value_text(indicator, spots.back().value));
    }
}

}  // namespace waymark::html
