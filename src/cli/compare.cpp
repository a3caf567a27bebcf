// `waymark compare`: one organisation's assessments held against each other.
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/house_style.hpp"
#include "cli/load.hpp"
#include "report/comparison.hpp"
#include "text/display.hpp"

namespace waymark {

namespace {

std::string rendered(const AssessmentComparison& comparison, const CompareOptions& options, const HouseStyle& house,
                     const Terminal& terminal) {
    if (options.format == "json") return comparison_as_json(comparison);
    if (options.format == "md") return comparison_as_markdown(comparison);
    if (options.format == "html") return comparison_as_html(comparison, house);
    TextStyle style = terminal.style();
    if (!options.output.empty()) style.colour = false;
    return comparison_as_text(comparison, style);
}

}  // namespace

int run_compare(const CompareOptions& options, Terminal& terminal) {
    const auto house = read_house_style(options.house, terminal);
    if (!house) return kWrongUse;
    std::vector<Scorecard> cards;
    Diagnostics diagnostics;
    for (const std::string& input : options.inputs) {
        if (auto card = load_scorecard(input, options.choice, "", {}, diagnostics)) cards.push_back(std::move(*card));
    }
    sort_diagnostics(diagnostics);
    terminal.show(diagnostics);
    if (cards.size() < options.inputs.size()) return kWrongUse;
    std::string problem;
    const auto comparison = compare(std::move(cards), problem);
    if (!comparison) {
        terminal.say(fmt::format("waymark: {}\n", printable(problem)));
        return kWrongUse;
    }
    return deliver(rendered(*comparison, options, *house, terminal), options.output, terminal);
}

}  // namespace waymark
