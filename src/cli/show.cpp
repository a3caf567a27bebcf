// `waymark show`: a framework as a readable document.
#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/load.hpp"
#include "report/framework_words.hpp"

namespace waymark {

int run_show(const ShowOptions& options, Terminal& terminal) {
    Diagnostics diagnostics;
    const auto framework = load_framework(options.framework, diagnostics);
    sort_diagnostics(diagnostics);
    terminal.show(diagnostics);
    if (!framework) return kWrongUse;
    return deliver(framework_as_markdown(*framework), options.output, terminal);
}

}  // namespace waymark
