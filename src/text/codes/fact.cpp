// Findings about the tables and records of facts in an assessment.
#include <array>

#include "text/codes.hpp"

namespace waymark {

namespace {

constexpr std::array kCodes{
    CodeInfo{"T101", Severity::error, CodeSubject::assessment, "The framework has no table or record of this name",
             "Facts are tables and records that the framework declares. Anything else could not be read by "
             "any sign.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
currency: GBP
respondents: []
facts:
  portfolo: none
)",
             "portfolo", "portfolio"},
    CodeInfo{"T102", Severity::error, CodeSubject::assessment, "A table that waymark works out is given",
             "Tables such as `practices` and `evidence` follow from the answers. Supplying them could only "
             "contradict the answers.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
currency: GBP
respondents: []
facts:
  practices: none
)",
             "\n  practices: none", " {}"},
    CodeInfo{"T103", Severity::error, CodeSubject::assessment, "A table or record has the wrong shape",
             "A record holds single facts, written directly under its name. A table is a list of rows, a "
             "CSV file as `{csv: FILE}`, or `none` if the organisation has none.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
currency: GBP
respondents: []
facts:
  mission:
    - {started: 2024-09-01}
)",
             "\n    - {started", " {started"},
    CodeInfo{"T104", Severity::error, CodeSubject::assessment, "A table or record has no such column",
             "A value under a name that nothing reads would be lost in silence. Columns and fields are "
             "listed in the framework; a few are worked out by waymark and are not supplied.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
currency: GBP
respondents: []
facts:
  mission: {startd: 2024-09-01}
)",
             "startd", "started"},
    CodeInfo{"T105", Severity::error, CodeSubject::assessment, "A column is missing",
             "Every row needs every column, except those that the framework marks with a question mark. A "
             "missing one would read as \"not known\" for all rows.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
currency: GBP
respondents: []
facts:
  portfolio:
    - {spend: 1250000}
)",
             "{spend", "{item: Heat pumps, spend"},
    CodeInfo{"T106", Severity::error, CodeSubject::assessment, "A cell is blank where a value is needed",
             "A blank always means \"not known\", never \"no\" or zero. Where the framework does not mark the "
             "column with a question mark, the row needs a value.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
currency: GBP
respondents: []
facts:
  portfolio:
    - {item: , spend: 1250000}
)",
             "item: ,", "item: Heat pumps,"},
    CodeInfo{"T107", Severity::error, CodeSubject::assessment, "A cell does not fit its column",
             "Numbers are plain decimals, shares are 0.4 or 40%, dates are year-month-day, lengths of time "
             "are \"18 months\", yes-no columns take yes or no. Nothing is guessed: 03/04/2026 is two "
             "different days to two readers.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
currency: GBP
respondents: []
facts:
  mission: {started: 01/09/2024}
)",
             "01/09/2024", "2024-09-01"},
    CodeInfo{"T108", Severity::error, CodeSubject::assessment, "A cell names a choice that its column does not have",
             "The framework lists what a column may say. Sets are lists in YAML and are written with | "
             "between choices in CSV.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
currency: GBP
respondents: []
facts:
  portfolio:
    - {item: Heat pumps, origin: exsting}
)",
             "exsting", "existing"},
    CodeInfo{"T109", Severity::error, CodeSubject::assessment, "An amount of money is not a plain decimal",
             "Currency signs, thousands separators and suffixes are read differently in different places: "
             "1.250 is a little over one or more than a thousand. Amounts are plain decimals of the "
             "assessment's one currency, with at most two decimals after a point.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
currency: GBP
respondents: []
facts:
  portfolio:
    - {item: Heat pumps, spend: £1.2m}
)",
             "£1.2m", "1200000"},
    CodeInfo{"T110", Severity::error, CodeSubject::assessment, "A cell names a row that does not exist",
             "Some columns name a row of another table by its first column. A name without its row would "
             "leave the fact hanging in the air.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
currency: GBP
respondents: []
facts:
  readings:
    - {indicator: no-such-indicator, date: 2026-01-31, value: 12}
)",
             "readings:\n    - {indicator: no-such-indicator", R"(indicators:
    - {id: low-carbon-heat, name: Homes with low-carbon heat, family: headline, better: higher}
  readings:
    - {indicator: low-carbon-heat)"},
    CodeInfo{"T111", Severity::error, CodeSubject::assessment, "Two rows have the same name",
             "Other rows refer to the rows of this table by their first column, so each must be called "
             "differently.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
currency: GBP
respondents: []
facts:
  indicators:
    - {id: low-carbon-heat, name: Homes with low-carbon heat, family: headline, better: higher}
    - {id: low-carbon-heat, name: Homes that are cold, family: headline, better: lower}
)",
             "low-carbon-heat, name: Homes that", "cold-homes, name: Homes that"},
    CodeInfo{"T112", Severity::error, CodeSubject::assessment, "A file that the assessment names cannot be read",
             "Files that an assessment names are relative, ordinary files in its own folder or below it, "
             "after links are followed. Then a folder can be handed on as a whole, and a file from a "
             "stranger cannot reach for others.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
currency: GBP
respondents: []
facts:
  portfolio: {csv: ../elsewhere/portfolio.csv}
)",
             "../elsewhere/portfolio.csv", "portfolio.csv"},
    CodeInfo{"T113", Severity::note, CodeSubject::assessment, "A table or record is empty and counts as not given",
             "An empty list says nothing: perhaps there are none, perhaps nobody looked. Questions about "
             "it cannot be told. Write `none` if the organisation says that there are none.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
currency: GBP
respondents: []
facts:
  portfolio: []
)",
             "portfolio: []", "portfolio: none"},
    CodeInfo{"T114", Severity::note, CodeSubject::file, "A file has too many findings to list them all",
             "After a hundred findings in one CSV file the rest is not listed. A whole column is usually "
             "wrong in the same way: mend that and check again.",
             "waymark check with-many-slips.yaml\n", "", "waymark check with-facts.yaml\n"},
};

}  // namespace

std::span<const CodeInfo> fact_codes() {
    return kCodes;
}

}  // namespace waymark
