#include "waymark/diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace waymark {

namespace {

auto order_of(const Diagnostic& d) {
    return std::tie(d.file, d.span.line, d.span.column, d.code, d.message);
}

bool same(const Diagnostic& a, const Diagnostic& b) {
    return order_of(a) == order_of(b) && a.span.length == b.span.length && a.help == b.help;
}

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void sort_diagnostics(Diagnostics& diagnostics) {
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return order_of(a) < order_of(b); });
    diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
}

}  // namespace waymark
