// Assessments from any bytes: reading never fails but by findings, what was read can be counted, and what can be
// combined with nothing else is read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "../unit/assessment/small_framework.hpp"
#include "assessment/combine.hpp"
#include "assessment/read.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const waymark::FileAccess no_files;
    waymark::Diagnostics diagnostics;
    const auto read = waymark::read_assessment("team.yaml", text, sample::framework(), no_files, diagnostics);
    if (!read) return 0;
    const auto tally = waymark::tally_of(*read, sample::framework(), sample::plan());
    if (tally.all_respondents() != static_cast<std::int64_t>(read->respondents.size())) std::abort();
    waymark::evidence_table(*read, sample::framework());
    const auto combined = waymark::combine_assessments({{"team.yaml", text}}, "team.yaml", diagnostics);
    if (!combined) std::abort();
    const auto again = waymark::read_assessment("team.yaml", *combined, sample::framework(), no_files, diagnostics);
    if (!again || again->respondents.size() != read->respondents.size()) std::abort();
    if (again->organisation != read->organisation || again->note != read->note) std::abort();
    return 0;
}
