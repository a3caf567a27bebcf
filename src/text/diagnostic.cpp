#include "waymark/diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace waymark {

namespace {

// Complete but for what follows from these, so that the order is the same on every machine.
auto order_of(const Diagnostic& d) {
    return std::tie(d.file, d.span.line, d.span.column, d.code, d.message, d.span.length, d.help);
}

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void sort_diagnostics(Diagnostics& diagnostics) {
    std::sort(diagnostics.begin(), diagnostics.end(),
              [](const Diagnostic& a, const Diagnostic& b) { return order_of(a) < order_of(b); });
    const auto same = [](const Diagnostic& a, const Diagnostic& b) { return order_of(a) == order_of(b); };
    diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
}

}  // namespace waymark
