// Fact tables from any bytes as CSV.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "../unit/assessment/small_framework.hpp"
#include "assessment/read.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string csv(reinterpret_cast<const char*>(data), size);
    waymark::FileAccess files;
    files.read = [&](const std::string&, const std::string&, std::string&) { return std::optional(csv); };
    waymark::Diagnostics diagnostics;
    const auto read = waymark::read_assessment(
        "team.yaml",
        "waymark: assessment/1\nframework: mission-maturity@1.2.3\norganisation: A\ndate: 2026-11-20\n"
        "currency: GBP\nrespondents: []\nfacts:\n  portfolio: {csv: a.csv}\n",
        sample::framework(), files, diagnostics);
    if (!read && !waymark::has_errors(diagnostics)) std::abort();
    if (!read) return 0;
    for (const auto& table : read->facts) {
        if (table.state != waymark::Table::State::given && !table.rows.empty()) std::abort();
    }
    return 0;
}
