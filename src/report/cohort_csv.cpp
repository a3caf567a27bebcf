// The cohort as a tidy table: one figure a row.
#include <fmt/format.h>

#include "report/cohort_report.hpp"
#include "report/row_columns.hpp"
#include "text/csv.hpp"

namespace waymark {

namespace {

class Figures {
  public:
    explicit Figures(std::string& text) : text_(text) {}

    void of(const Cohort& cohort) {
        start_ = {cohort.framework_id, cohort.framework_version, cohort.profile, cohort.unit};
        all_ = cohort.organisations;
    }
    void number(const char* part, const std::string& id, const std::string& title, const char* measure,
                const std::string& value) {
        row(part, id, title, measure, "", "", value, "", "exactly");
    }
    void percentiles(const char* part, const CohortNode& node, const std::string& side, const CohortScores& scores) {
        const auto put = [&](const char* name, const std::optional<Rational>& value) {
            if (value) number(part, node.id, node.title, (side + "_" + name).c_str(), value->to_fixed(1));
        };
        put("p10", scores.p10);
        put("p50", scores.p50);
        put("p90", scores.p90);
    }
    void steps(const char* part, const CohortNode& node, const std::string& side, const CohortScores& scores) {
        for (const CohortStep& step : scores.steps) {
            row(part, node.id, node.title, side + "_level", fmt::format("{}", fmt::join(step.levels, " ")), step.title,
                fmt::format("{}", step.count), share(step.count), "exactly");
        }
        percentiles(part, node, side, scores);
    }
    void cells(const char* part, const std::string& id, const std::string& title, const char* measure,
               const CohortCells& cells) {
        for (const CohortCell& cell : cells) {
            const bool exact = cell.count.has_value();
            row(part, id, title, measure, cell.id, cell.title, exact ? fmt::format("{}", *cell.count) : "",
                exact ? share(*cell.count) : "", told(cell.told));
        }
    }

  private:
    static std::string told(Told told) {
        return told == Told::exactly   ? "exactly"
               : told == Told::fewer   ? "fewer"
               : told == Told::or_more ? "or-more"
                                       : "nothing";
    }
    std::string share(std::int64_t count) const { return all_ == 0 ? "" : Rational::fraction(count, all_).to_fixed(3); }
    void row(const std::string& part, const std::string& id, const std::string& title, const std::string& measure,
             const std::string& group, const std::string& group_title, const std::string& value,
             const std::string& of_all, const std::string& how) {
        std::vector<std::string> cells = start_;
        cells.insert(cells.end(), {part, id, title, measure, group, group_title, value, of_all, how});
        text_ += csv_line(cells);
    }
    std::string& text_;
    std::vector<std::string> start_;
    std::int64_t all_ = 0;
};

void put_cohort(Figures& figures, const Cohort& cohort) {
    figures.of(cohort);
    figures.number("cohort", "", "", "count", fmt::format("{}", cohort.organisations));
    figures.number("cohort", "", "", "least_cell", fmt::format("{}", cohort.least_cell));
    figures.number("cohort", "", "", "set_aside", fmt::format("{}", cohort.set_aside));
    if (cohort.too_few) return;
    for (const CohortNode& node : cohort.nodes) {
        const char* part = node.kind == "practice" ? "practice" : node.kind == "overall" ? "overall" : "dimension";
        figures.steps(part, node, "claimed", node.claimed);
        figures.steps(part, node, "evidenced", node.evidenced);
        figures.cells(part, node.id, node.title, "band", node.bands);
    }
    if (cohort.unit != "organisation") return;
    figures.cells("verdict", "", "", "reading", cohort.verdicts);
    for (const CohortFlag& flag : cohort.flags) figures.cells("flag", flag.id, flag.title, "state", flag.states);
    figures.cells("outcomes", "", "", "reading", cohort.outcomes);
    figures.number("quality", "", "", "respondents", fmt::format("{}", cohort.quality.respondents));
    for (const CohortQuality::Remark& remark : cohort.quality.remarks) {
        figures.cells("quality", remark.id, remark.title, "organisations", remark.cells);
    }
}

}  // namespace

std::string cohort_as_csv(const CohortReport& report) {
    std::string text = csv_head(cohort_columns());
    Figures figures(text);
    for (const Cohort& cohort : report.groups) put_cohort(figures, cohort);
    return text;
}

}  // namespace waymark
