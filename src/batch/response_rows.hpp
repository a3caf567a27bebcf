// One row for each response, as CSV or JSON lines, written into a flat buffer: whole numbers only, and no memory of its
// own for a row.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/one_response.hpp"
#include "survey/response.hpp"
#include "waymark/framework.hpp"
#include "waymark/plan.hpp"

namespace waymark {

// The columns in front of the scores, in their order.
struct ResponseFact {
    std::string_view name, unit, range, meaning, missing;  // of an empty unit: text; of an empty range: any
};
inline constexpr std::array<ResponseFact, 7> kResponseFacts{{
    {"id", "", "", "The response's id in its export.", "the map names no id"},
    {"organisation", "", "", "The organisation that the response is about.", "the map names none"},
    {"role", "", "", "The id of the respondent's role.", "not given, or not known to the map"},
    {"complete", "", "yes, no", "Whether the platform calls the response complete.", ""},
    {"practices_known", "practices", "0 or more", "How many practices were given a level.", ""},
    {"practices_in_scope", "practices", "0 or more", "How many could be; those that do not apply are left out.", ""},
    {"straight_lining", "", "yes, no", "Whether the same level was given throughout.", ""},
}};

class ResponseRows {
  public:
    enum class Format { csv, json_lines };
    ResponseRows(const Framework& framework, const Plan& plan, Format format, bool with_evidence);

    std::string head() const;  // the line of column names; empty for JSON lines
    void append(std::string& rows, const Response& response, std::string_view organisation,
                const ResponseScores& scores, bool straight_lining) const;

  private:
    struct Column {
        std::string name;  // "overall_claimed"
        int node = 0;
        bool evidenced = false;
    };
    void append_csv(std::string& rows, const Response& response, std::string_view organisation,
                    const ResponseScores& scores, bool straight_lining) const;
    void append_json(std::string& rows, const Response& response, std::string_view organisation,
                     const ResponseScores& scores, bool straight_lining) const;

    const Framework* framework_;
    Format format_;
    std::vector<Column> columns_;
};

// "2.625", "-0.050".
void append_thousandths(std::string& text, std::int32_t value);

}  // namespace waymark
