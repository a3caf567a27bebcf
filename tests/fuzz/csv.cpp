// Any bytes as a CSV file: no crash, rows as wide as the header, and written fields are read back.
#include "text/csv.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "text/render.hpp"

namespace {

void expect(bool condition) {
    if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const waymark::Source source("fuzz.csv", std::string(reinterpret_cast<const char*>(data), size));
    waymark::Diagnostics list;
    waymark::Findings findings(source, list);
    const auto table = waymark::parse_csv(findings);
    expect(table.has_value() == list.empty());
    if (table) {
        for (const auto& row : table->rows) {
            expect(row.size() == table->header.size());
            for (const auto& cell : row) expect(cell.span.line >= 1 && cell.span.column >= 1 && cell.span.length >= 1);
        }
        const std::string text = table->header.front().text;
        waymark::Diagnostics second_list;
        const waymark::Source second("again.csv", "first," + waymark::csv_field(text) + "\n");
        waymark::Findings again(second, second_list);
        const auto reread = waymark::parse_csv(again);
        if (reread) expect(reread->header.back().text == text || reread->header.back().text == "'" + text);
    }
    waymark::diagnostics_as_text(list, true);
    return 0;
}
