#include "report/html_plot.hpp"

#include <algorithm>

#include "report/position.hpp"
#include "text/display.hpp"

namespace waymark::html {
namespace {

constexpr std::string_view kClaimedLane = "32%";
constexpr std::string_view kEvidencedLane = "68%";
constexpr std::string_view kMiddle = "50%";  // of what stands alone

std::string along(const Scale& scale, const Rational& number) {
    return percent_along(number, scale.lowest, scale.highest);
}

void line(Markup& markup, std::string_view kind, const std::string& from, const std::string& to, std::string_view y) {
    markup.shape(
        "line",
        {{"class", std::string(kind)}, {"x1", from}, {"x2", to}, {"y1", std::string(y)}, {"y2", std::string(y)}});
}

void target(Markup& markup, const std::string& x) {
    markup.shape("line", {{"class", "target"}, {"x1", x}, {"x2", x}, {"y1", "8%"}, {"y2", "92%"}});
}

// A score without a point keeps its range, broken, as nobody knows where in it the score lies.
// Heights that are the same in every picture stand in charts.css.
void lane(Markup& markup, const Scale& scale, const CardScore& score, const std::string& kind, std::string_view y) {
    if (score.range && score.range->low != score.range->high) {
        line(markup, kind + (score.point ? " range" : " range open"), along(scale, score.range->low),
             along(scale, score.range->high), y);
    }
    if (!score.point) return;
    const std::string alone = y == kMiddle ? " alone" : "";
    markup.shape("circle", {{"class", kind + " point" + alone}, {"cx", along(scale, *score.point)}});
}

void gap(Markup& markup, const Scale& scale, const PlotRow& row) {
    if (!row.evidenced || !row.claimed.point || !row.evidenced->point) return;
    const Rational& low = *row.evidenced->point;
    const Rational& high = *row.claimed.point;
    if (low >= high) return;
    const Rational start = scale.lowest;
    const std::string width = percent_along(start + (high - low), start, scale.highest);
    markup.shape("rect", {{"class", "gap"}, {"x", along(scale, low)}, {"width", width}});
}

// Names at the ends stay inside the picture.
std::string side_of(const Scale& scale, const CardLevel& tick) {
    if (tick.value == scale.lowest) return "start";
    return tick.value == scale.highest ? "end" : "middle";
}

void sample(Markup& markup, std::string_view words, const Scale& scale, const PlotRow& row) {
    const auto item = markup.in("li");
    {
        const auto svg = markup.in("svg", {{"class", "plot sample"}, {"aria-hidden", "true"}});
        gap(markup, scale, row);
        lane(markup, scale, row.claimed, "claimed", row.evidenced ? kClaimedLane : kMiddle);
        if (row.evidenced) lane(markup, scale, *row.evidenced, "evidenced", kEvidencedLane);
        if (row.target) target(markup, along(scale, *row.target));
    }
    markup.leaf("span", words);
}

CardScore point_at(int value) {
    return {Rational(value), std::nullopt, false, 0, 0};
}

bool has_short_names(const Scale& scale) {
    constexpr std::size_t kMostNames = 6;
    constexpr std::size_t kLongestName = 12;
    return scale.ticks.size() <= kMostNames &&
           std::all_of(scale.ticks.begin(), scale.ticks.end(),
                       [](const CardLevel& tick) { return characters(tick.title) <= kLongestName; });
}

void tick_text(Markup& markup, const Scale& scale, const CardLevel& tick, const std::string& side,
               const std::string& words) {
    markup.leaf("text", {{"x", along(scale, tick.value)}, {"y", "75%"}, {"text-anchor", side}}, words);
}

}  // namespace

void axis(Markup& markup, const Scale& scale) {
    const auto svg = markup.in("svg", {{"class", "axis"}, {"aria-hidden", "true"}});
    for (const CardLevel& tick : scale.ticks) tick_text(markup, scale, tick, "middle", tick.value.to_short(2));
}

void named_plot(Markup& markup, const Scale& scale, const PlotRow& row) {
    plot(markup, scale, row);
    axis(markup, scale);
    if (!has_short_names(scale)) return;
    const auto svg = markup.in("svg", {{"class", "axis names"}, {"aria-hidden", "true"}});
    for (const CardLevel& tick : scale.ticks) tick_text(markup, scale, tick, side_of(scale, tick), tick.title);
}

void plot(Markup& markup, const Scale& scale, const PlotRow& row) {
    const auto svg = markup.in("svg", {{"class", "plot"}, {"role", "img"}});
    markup.leaf("title", row.says);
    for (const CardLevel& tick : scale.ticks)
        markup.shape("rect", {{"class", "tick"}, {"x", along(scale, tick.value)}});
    gap(markup, scale, row);
    if (row.target) target(markup, along(scale, *row.target));
    lane(markup, scale, row.claimed, "claimed", row.evidenced ? kClaimedLane : kMiddle);
    if (row.evidenced) lane(markup, scale, *row.evidenced, "evidenced", kEvidencedLane);
}

void legend(Markup& markup, const PlotLegend& legend) {
    const Scale scale = {0, 4, {}};
    const CardScore nothing;
    const auto list = markup.in("ul", {{"class", "legend"}});
    sample(markup, "claimed", scale, {point_at(2), std::nullopt, std::nullopt, ""});
    if (legend.evidence) {
        sample(markup, "evidenced", scale, {nothing, point_at(2), std::nullopt, ""});
        sample(markup, "the gap between them", scale, {point_at(4), point_at(0), std::nullopt, ""});
    }
    if (legend.ranges) {
        const CardScore open = {std::nullopt, Interval{0, 4}, true, 0, 0};
        sample(markup, "what is not known leaves this range open", scale, {open, std::nullopt, std::nullopt, ""});
    }
    if (legend.targets) sample(markup, "target", scale, {nothing, std::nullopt, Rational(2), ""});
}

}  // namespace waymark::html
