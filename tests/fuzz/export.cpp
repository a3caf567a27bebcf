// Any bytes as an export in JSON: read through a map with entries and through one with members.
#include <cstddef>
#include <cstdint>

#include "export_run.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzzed::Reading members(
        "waymark: map/1\nrecords: /results\nexpect: /count\nmore: /next\nwhere: {/test: {not: true}}\n"
        "record: {id: /id, organisation: [/org, {key: org}], submitted: /at, complete: {/done: [1, true]}}\n"
        "incomplete: drop\nanswers: {in: /answers, shown: /shown}\n"
        "values: {default: {pass: number-in-label, map: {na: skipped, dk: dont-know, '-99': skipped}}}\n"
        "questions: {real-mission: {key: q1, many: max}, tool-repertoire: {key: m, row: r, split: json, many: "
        "count}}\n");
    static const fuzzed::Reading entries(
        "waymark: map/1\nrecords: \"\"\n"
        "record: {id: /id, organisation: {each: '/vars/*', key: /name, is: org, value: /value}}\nduplicates: first\n"
        "answers: {each: '/pages/*/questions/*/answers/*', only: {/type: [radio]}, key: 2/id, row: /row, value: "
        "[/choice, /text]}\n"
        "values: {default: {pass: number, map: {a: absent}}}\n"
        "questions: {real-mission: '1', tool-repertoire: {key: '2', row: '5', many: first}}\n");
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    fuzzed::check(members, "export.json", bytes);
    fuzzed::check(entries, "export", bytes);
    return 0;
}
