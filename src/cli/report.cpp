// `waymark report`: one assessment, or a saved scorecard, for reading.
#include "waymark/report.hpp"

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/house_style.hpp"
#include "cli/load.hpp"
#include "waymark/page.hpp"

namespace waymark {

namespace {

std::string rendered(const Scorecard& card, const ReportOptions& options, const HouseStyle& house,
                     const Terminal& terminal) {
    if (options.format == "json") return report_as_json(card, options.with_notes);
    if (options.format == "md") return report_as_markdown(card, options.with_notes);
    if (options.format == "html") return report_as_html(card, {house, options.with_notes});
    TextStyle style = terminal.style();
    style.with_notes = options.with_notes;
    if (!options.output.empty()) style.colour = false;
    return report_as_text(card, style);
}

}  // namespace

int run_report(const ReportOptions& options, Terminal& terminal) {
    const auto house = read_house_style(options.house, terminal);
    if (!house) return kWrongUse;
    Diagnostics diagnostics;
    const auto card = load_scorecard(options.input, options.choice, options.previous, options.limits, diagnostics);
    sort_diagnostics(diagnostics);
    terminal.show(diagnostics);
    if (!card) return kWrongUse;
    return deliver(rendered(*card, options, *house, terminal), options.output, terminal);
}

}  // namespace waymark
