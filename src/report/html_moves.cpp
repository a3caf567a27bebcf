#include "report/html_moves.hpp"

#include <string>

#include "report/position.hpp"

namespace waymark::html {
namespace {

void lane(Markup& markup, const DocumentMove& move, const std::optional<Rational>& from,
          const std::optional<Rational>& to, const std::string& kind, const std::string& y) {
    const auto along = [&](const Rational& value) { return percent_along(value, move.lowest, move.highest); };
    if (from && to && *from != *to) {
        markup.shape("line",
                     {{"class", kind + " range"}, {"x1", along(*from)}, {"x2", along(*to)}, {"y1", y}, {"y2", y}});
    }
    if (from) markup.shape("rect", {{"class", kind + " before"}, {"x", along(*from)}});
    if (to) markup.shape("circle", {{"class", kind + " point"}, {"cx", along(*to)}});
}

void picture(Markup& markup, const DocumentMove& move, const std::string& kind) {
    const auto svg = markup.in("svg", {{"class", kind}, {"aria-hidden", "true"}});
    for (const Rational& end : {move.lowest, move.highest}) {
        markup.shape("rect", {{"class", "tick"}, {"x", percent_along(end, move.lowest, move.highest)}});
    }
    lane(markup, move, move.claimed_from, move.claimed_to, "claimed", "32%");
    lane(markup, move, move.evidenced_from, move.evidenced_to, "evidenced", "68%");
}

void sample(Markup& markup, const DocumentMove& move, const char* words) {
    const auto item = markup.in("li");
    picture(markup, move, "plot sample way");
    markup.leaf("span", words);
}

}  // namespace

void move_plot(Markup& markup, const DocumentMove& move) {
    picture(markup, move, "plot");
}

void moves_legend(Markup& markup) {
    const auto list = markup.in("ul", {{"class", "legend"}});
    sample(markup, {0, 4, Rational(3), Rational(1), std::nullopt, std::nullopt}, "claimed, from then to now");
    sample(markup, {0, 4, std::nullopt, std::nullopt, Rational(1), Rational(3)}, "evidenced, from then to now");
}

}  // namespace waymark::html
