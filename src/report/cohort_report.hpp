// Renderers of cohorts: one or several groups in, text out. They compute nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/workbook.hpp"
#include "waymark/cohort.hpp"
#include "waymark/page.hpp"
#include "waymark/report.hpp"

namespace waymark {

// What became of everything that was read: read = scored + dropped + rejected.
struct ReadingAccount {
    struct Dropped {
        std::string rule;  // "incomplete", "an earlier response of the same person"
        std::int64_t count = 0;
    };
    std::int64_t read = 0;
    std::int64_t scored = 0;
    std::vector<Dropped> dropped;
    std::int64_t rejected = 0;
};

// All that a page, a workbook or a file about cohorts is made of.
struct CohortReport {
    std::vector<Cohort> groups;
    std::optional<ReadingAccount> account;
    // Only where asked for: one row for each organisation, for those who may see their answers.
    std::vector<std::string> row_columns;
    std::vector<std::vector<std::string>> rows;
};

std::vector<std::string> account_lines(const ReadingAccount& account);

std::string cohort_as_text(const CohortReport& report, const TextStyle& style);  // short: below the rows
std::string cohort_as_markdown(const CohortReport& report);
std::string cohort_as_json(const CohortReport& report);
std::string cohort_as_csv(const CohortReport& report);  // one figure a row
std::string cohort_as_html(const CohortReport& report, const HouseStyle& house);
Workbook cohort_as_workbook(const CohortReport& report);

}  // namespace waymark
