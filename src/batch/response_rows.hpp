// One row for each response, as CSV or JSON lines, written into a flat buffer: whole numbers only, and no memory of its
// own for a row.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/one_response.hpp"
#include "survey/response.hpp"
#include "waymark/framework.hpp"
#include "waymark/plan.hpp"

namespace waymark {

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
