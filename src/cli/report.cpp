// `waymark report`: one assessment, or a saved scorecard, for reading.
#include "waymark/report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/house_style.hpp"
#include "cli/load.hpp"
#include "cli/spreadsheet.hpp"
#include "report/card_tables.hpp"
#include "report/card_workbook.hpp"
#include "text/display.hpp"
#include "text/fields.hpp"
#include "waymark/page.hpp"

namespace waymark {

namespace {

// Empty, or what is wrong with the options for tables.
std::string table_misuse(const ReportOptions& options) {
    if (options.format != "csv" && (options.dictionary || !options.table.empty())) {
        return "--table and --dictionary go with -f csv";
    }
    const std::vector<std::string>& known = card_table_ids();
    if (options.table.empty() || std::find(known.begin(), known.end(), options.table) != known.end()) return "";
    return fmt::format("there is no table '{}'; {}", printable(options.table), suggest(options.table, known).help);
}

std::string as_csv(const Scorecard& card, const ReportOptions& options) {
    const std::string id = options.table.empty() ? card_table_ids().front() : options.table;
    const auto table = card_table(card, id, options.with_notes);
    if (!table) return "";
    return options.dictionary ? dictionary_as_csv({*table}) : table_as_csv(*table);
}

std::string rendered(const Scorecard& card, const ReportOptions& options, const HouseStyle& house,
                     const Terminal& terminal) {
    if (options.format == "json") return report_as_json(card, options.with_notes);
    if (options.format == "csv") return as_csv(card, options);
    if (options.format == "md") return report_as_markdown(card, options.with_notes);
    if (options.format == "html") return report_as_html(card, {house, options.with_notes});
    TextStyle style = terminal.style();
    style.with_notes = options.with_notes;
    if (!options.output.empty()) style.colour = false;
    return report_as_text(card, style);
}

int write_report(const Scorecard& card, const ReportOptions& options, const HouseStyle& house, Terminal& terminal) {
    if (options.format == "xlsx") {
        return deliver_spreadsheet(card_workbook(card, options.with_notes), options.output, terminal);
    }
    return deliver(rendered(card, options, house, terminal), options.output, terminal);
}

}  // namespace

int run_report(const ReportOptions& options, Terminal& terminal) {
    std::string misuse = table_misuse(options);
    if (misuse.empty() && options.format == "xlsx") misuse = why_no_spreadsheet(options.output);
    if (!misuse.empty()) {
        terminal.say(fmt::format("waymark: {}\n", misuse));
        return kWrongUse;
    }
    Gates gates;
    if (const int status = load_gates(options.gates, options.choice, gates, terminal); status != kDone) return status;
    const auto house = read_house_style(options.house, terminal);
    if (!house) return kWrongUse;
    Diagnostics diagnostics;
    auto card = load_scorecard(options.input, options.choice, options.previous, options.limits, diagnostics);
    sort_diagnostics(diagnostics);
    terminal.show(diagnostics);
    if (!card) return kWrongUse;
    if (gates_fit(gates, *card, terminal) != kDone) return kWrongUse;
    if (!gates.empty()) card->gates = check_gates(gates, *card);
    const int delivered = write_report(*card, options, *house, terminal);
    if (gates.empty()) return delivered;
    say_unmet(card->gates, "", terminal);
    return delivered == kDone && !all_met(card->gates) ? static_cast<int>(kFindings) : delivered;
}

}  // namespace waymark
