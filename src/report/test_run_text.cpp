#include <fmt/format.h>

#include "report/printer.hpp"
#include "report/test_run.hpp"

namespace waymark {

namespace {

void show_failure(const TestResult& result, Printer& printer) {
    printer.gap();
    printer.line(fmt::format("{}:{}: failed: {}", result.file, result.span.line, result.name), kBold);
    for (const Mismatch& mismatch : result.mismatches) {
        printer.line(fmt::format("  {} (line {})", mismatch.what, mismatch.span.line));
        printer.line("    - expected: " + mismatch.expected, kGreen);
        printer.line("    + found:    " + mismatch.found, kRed);
        if (!mismatch.because.empty()) printer.wrapped("      because:  ", mismatch.because);
    }
}

std::string percentage(const Coverage& coverage) {
    if (coverage.items.empty()) return "100 %";
    // Rounded down: 99.9 % is not all.
    const auto all = static_cast<std::int64_t>(coverage.items.size());
    const std::int64_t tenths = static_cast<std::int64_t>(coverage.covered()) * 1000 / all;
    return fmt::format("{}.{} %", tenths / 10, tenths % 10);
}

void show_coverage(const Coverage& coverage, const std::optional<Rational>& least, Printer& printer) {
    printer.gap();
    printer.line(fmt::format("Coverage of {}: {} ({} of {})", coverage.framework, percentage(coverage),
                             coverage.covered(), coverage.items.size()),
                 kBold);
    for (const CoverageItem::Kind kind : kCoverageKinds) {
        if (coverage.all(kind) == 0) continue;
        printer.line(fmt::format("  {:<16}{:>4} of {}", plural_of(kind), coverage.covered(kind), coverage.all(kind)));
    }
    if (coverage.covered() < static_cast<int>(coverage.items.size())) printer.line("Not covered:");
    for (const CoverageItem& item : coverage.items) {
        if (!item.covered) printer.line("  " + in_words(item));
    }
    if (least && !coverage.at_least(*least)) {
        printer.line(fmt::format("The coverage is below the {} % asked for", least->to_short(4)), kRed);
    }
}

std::string counted(std::size_t count) {
    return fmt::format("{} test{}", count, count == 1 ? "" : "s");
}

}  // namespace

std::string test_run_as_text(const TestRun& run, const TextStyle& style) {
    Printer printer(style);
    for (const TestResult& result : run.results) {
        if (!result.mismatches.empty()) show_failure(result, printer);
    }
    printer.gap();
    if (run.failed() == 0) {
        printer.line(fmt::format("{} passed", counted(run.results.size())), run.results.empty() ? "" : kGreen);
    } else {
        printer.line(fmt::format("{} of {} failed", run.failed(), counted(run.results.size())), kRed);
    }
    for (const Coverage& coverage : run.coverage) show_coverage(coverage, run.min_coverage, printer);
    return std::move(printer).take();
}

}  // namespace waymark
