// Counts by name: verdicts, signs, readings, yes and no.
#include <algorithm>

#include "cohort/read_together.hpp"

namespace waymark {

CohortCells tell_cells(const std::vector<std::pair<std::string, std::string>>& names, const Counts& counts,
                       std::int64_t least) {
    const std::vector<CellBounds> told = protect_cells(counts, least);
    CohortCells cells;
    for (std::size_t at = 0; at < names.size(); ++at) {
        CohortCell cell{names[at].first, names[at].second,  told[at].told,
                        std::nullopt,    told[at].at_least, told[at].at_most};
        if (cell.told == Told::exactly) cell.count = counts[at];
        cells.push_back(std::move(cell));
    }
    return cells;
}

CohortCells tell_open_cells(const std::map<std::string, std::int64_t>& counts, const std::string& others,
                            std::int64_t least) {
    std::vector<std::pair<std::string, std::string>> names;
    Counts shown;
    std::int64_t rest = 0;
    for (const auto& [title, count] : counts) {
        if (count < least) {
            rest += count;
            continue;
        }
        names.emplace_back(title, title);
        shown.push_back(count);
    }
    if (rest > 0) {
        names.emplace_back("other", others);
        shown.push_back(rest);
    }
    return tell_cells(names, shown, least);
}

}  // namespace waymark
