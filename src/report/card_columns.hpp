// The kinds of column that tables of a scorecard are made of.
#pragma once

#include <string>
#include <utility>

#include "report/data_table.hpp"

namespace waymark {

inline DataColumn text(std::string name, std::string title, double width, std::string meaning, std::string missing = "",
                       std::string range = "") {
    return {std::move(name),  std::move(title),   ColumnKind::text,  width, "",
            std::move(range), std::move(meaning), std::move(missing)};
}

inline DataColumn prose(std::string name, std::string title, std::string meaning, std::string missing) {
    return {std::move(name),    std::move(title),  ColumnKind::long_text, 55, "", "",
            std::move(meaning), std::move(missing)};
}

}  // namespace waymark
