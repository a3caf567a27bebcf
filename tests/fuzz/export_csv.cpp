// Any bytes as an export in CSV.
#include <cstddef>
#include <cstdint>

#include "export_run.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzzed::Reading reading(
        "waymark: map/1\nrecords: \"\"\nwhere: {/status: {not: Test}}\n"
        "record: {id: /id, organisation: /org, submitted: /at, complete: {/done: [1, true]}}\n"
        "answers: {in: \"\", chosen: [Y, '1']}\n"
        "values: {default: {pass: number-in-label, map: {na: skipped, dk: dont-know}}}\n"
        "questions: {real-mission: q1, tool-repertoire: {columns: {'0': a, '1': b}, many: max}}\n");
    fuzzed::check(reading, "export.csv", std::string_view(reinterpret_cast<const char*>(data), size));
    return 0;
}
