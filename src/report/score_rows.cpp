#include "report/score_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/display.hpp"

namespace waymark {

namespace {

constexpr int kFigures = 46;  // columns of the text table that are not the name

std::string fixed(const std::optional<Rational>& value) {
    return value ? value->to_fixed(2) : "";
}

int name_width(const TextStyle& style) {
    return std::max(16, style.width - kFigures);
}

}  // namespace

std::vector<std::string> score_cells(const Scorecard& card) {
    const CardVerdict& verdict = card.verdict;
    std::vector<std::string> cells{card.organisation, card.date, card.profile, fmt::format("{}", card.respondents),
                                   verdict.id};
    for (const int count : {verdict.high, verdict.medium, verdict.low, verdict.told, verdict.applicable}) {
        cells.push_back(fmt::format("{}", count));
    }
    for (const CardNode& node : card.nodes) {
        if (node.kind != "overall" && node.kind != "dimension") continue;
        cells.push_back(fixed(node.claimed.point));
        cells.push_back(fixed(node.evidenced.point));
    }
    return cells;
}

std::vector<std::string> summary_columns() {
    return {"Organisation", "Date",      "Framework", "Profile", "People",
            "Claimed",      "Evidenced", "High",      "Medium",  "Reading"};
}

std::vector<std::string> summary_cells(const Scorecard& card) {
    const CardNode& overall = card.nodes.front();
    return {card.organisation,
            card.date,
            fmt::format("{} {}", card.framework_title, card.framework_version),
            card.profile_title,
            fmt::format("{}", card.respondents),
            fixed(overall.claimed.point),
            fixed(overall.evidenced.point),
            fmt::format("{}", card.verdict.high),
            fmt::format("{}", card.verdict.medium),
            card.verdict.title};
}

std::string json_line(const Scorecard& card) {
    return harmless_json(nlohmann::ordered_json::parse(report_as_json(card, false)).dump()) + "\n";
}

std::string text_row_head(const TextStyle& style) {
    return pad_to_width("Organisation", name_width(style)) + "Claimed  Evidenced  High  Medium  Verdict\n";
}

std::string text_row(const Scorecard& card, const TextStyle& style) {
    const CardNode& overall = card.nodes.front();
    const std::string name = printable(style.unicode ? card.organisation : to_ascii(card.organisation));
    const auto figure = [](const std::optional<Rational>& value) {
        return value ? value->to_fixed(1) : std::string("-");
    };
    return fmt::format("{}{:>7}{:>11}{:>6}{:>8}  {}\n",
                       pad_to_width(cut_to_width(name, name_width(style) - 2, style.unicode), name_width(style)),
                       figure(overall.claimed.point), figure(overall.evidenced.point), card.verdict.high,
                       card.verdict.medium, printable(card.verdict.title));
}

}  // namespace waymark
