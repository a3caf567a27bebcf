// `waymark score`: many native assessments, one row each. The one scorer, the one appraisal.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/load.hpp"
#include "text/csv.hpp"
#include "text/display.hpp"
#include "waymark/report.hpp"

namespace waymark {

namespace {

std::string fixed(const std::optional<Rational>& value) {
    return value ? value->to_fixed(2) : "";
}

std::vector<std::string> header_of(const Scorecard& card) {
    std::vector<std::string> names{"organisation", "date",   "profile", "respondents", "verdict",
                                   "high",         "medium", "low",     "signs_told",  "signs_applicable"};
    for (const CardNode& node : card.nodes) {
        if (node.kind != "overall" && node.kind != "dimension") continue;
        names.push_back(node.id + "_claimed");
        names.push_back(node.id + "_evidenced");
    }
    return names;
}

std::vector<std::string> row_of(const Scorecard& card) {
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

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (const std::string& cell : cells) line += (line.empty() ? "" : ",") + (cell.empty() ? "\"\"" : csv_field(cell));
    return line + "\r\n";
}

std::string as_csv(const std::vector<Scorecard>& cards) {
    std::string text = csv_line(header_of(cards.front()));
    for (const Scorecard& card : cards) text += csv_line(row_of(card));
    return text;
}

// One table has one set of columns.
bool share_columns(const std::vector<Scorecard>& cards) {
    return std::all_of(cards.begin(), cards.end(),
                       [&](const Scorecard& card) { return header_of(card) == header_of(cards.front()); });
}

std::string as_json(const std::vector<Scorecard>& cards) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Scorecard& card : cards) list.push_back(nlohmann::ordered_json::parse(report_as_json(card, false)));
    return harmless_json(list.dump(2)) + "\n";
}

std::string as_text(const std::vector<Scorecard>& cards, const TextStyle& style) {
    constexpr int kFigures = 46;
    const int name_width = std::max(16, style.width - kFigures);
    std::string text = pad_to_width("Organisation", name_width) + "Claimed  Evidenced  High  Medium  Verdict\n";
    for (const Scorecard& card : cards) {
        const CardNode& overall = card.nodes.front();
        const std::string name = printable(style.unicode ? card.organisation : to_ascii(card.organisation));
        const auto figure = [](const std::optional<Rational>& value) {
            return value ? value->to_fixed(1) : std::string("-");
        };
        text += fmt::format("{}{:>7}{:>11}{:>6}{:>8}  {}\n",
                            pad_to_width(cut_to_width(name, name_width - 2, style.unicode), name_width),
                            figure(overall.claimed.point), figure(overall.evidenced.point), card.verdict.high,
                            card.verdict.medium, printable(card.verdict.title));
    }
    return text;
}

}  // namespace

int run_score(const ScoreOptions& options, Terminal& terminal) {
    Gates gates;
    if (const int status = load_gates(options.gates, options.choice, gates, terminal); status != kDone) return status;
    std::vector<Scorecard> cards;
    std::size_t failed = 0;
    for (const std::string& input : options.inputs) {
        Diagnostics diagnostics;
        auto card = load_scorecard(input, options.choice, "", options.limits, diagnostics);
        sort_diagnostics(diagnostics);
        terminal.show(diagnostics);
        if (card) {
            cards.push_back(std::move(*card));
        } else {
            ++failed;
        }
    }
    if (options.inputs.size() > 1 || failed > 0) {
        terminal.say(fmt::format("{} read: {} scored, {} rejected\n", options.inputs.size(), cards.size(), failed));
    }
    if (cards.empty()) return options.inputs.size() == 1 ? kWrongUse : kFindings;
    if (gates_fit(gates, cards.front(), terminal) != kDone) return kWrongUse;
    for (Scorecard& card : cards) {
        if (!gates.empty()) card.gates = check_gates(gates, card);
    }
    std::string text;
    if (options.format == "csv") {
        if (!share_columns(cards)) {
            terminal.say(
                "waymark: these assessments have different dimensions, so they cannot share one table; use -f json, or "
                "score each framework apart\n");
            return kWrongUse;
        }
        text = as_csv(cards);
    } else if (options.format == "json") {
        text = as_json(cards);
    } else {
        text = as_text(cards, terminal.style());
    }
    const int delivered = deliver(text, options.output, terminal);
    bool met = true;
    for (const Scorecard& card : cards) {
        if (gates.empty()) break;
        say_unmet(card.gates, card.organisation, terminal);
        met = met && all_met(card.gates);
    }
    return delivered == kDone && (failed > 0 || !met) ? static_cast<int>(kFindings) : delivered;
}

}  // namespace waymark
