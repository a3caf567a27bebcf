#include <fmt/format.h>

#include "condition/figures.hpp"
#include "condition/words.hpp"

namespace waymark {

namespace {

constexpr std::int64_t kFewRows = 5;  // below this a percentage says more than the rows do

std::vector<Rational> limits_of(const Measure& measure, const Scene& scene) {
    std::vector<Rational> limits;
    for (const auto& bound : measure.bounds) limits.push_back(value_of(bound, scene));
    return limits;
}

std::string raised_at_share(const Measure& measure, bool negated, const Scene& scene) {
    return raised_at(measure, negated, scene,
                     [](const Rational& limit) { return (limit * Rational(100)).to_short(4) + "%"; });
}

// "62%", or both ends of an interval: "between 38% and 63%", in brackets "38% to 63%".
std::string percent_range(const Interval& share, const std::vector<Rational>& limits, bool in_brackets) {
    const std::string low = percent_text(share.low, limits);
    const std::string high = percent_text(share.high, limits);
    if (low == high) return low;
    return in_brackets ? fmt::format("{} to {}", low, high) : fmt::format("between {} and {}", low, high);
}

std::string weight_text(const ColumnType& type, const Rational& part, const Rational& all, const Scene& scene) {
    const std::string& currency = scene.world->currency;
    if (type.kind != ColumnType::Kind::money) return fmt::format("{} of {}", number_text(part), number_text(all));
    return fmt::format("{} of {}", money_text(part, currency, all), money_text(all, currency));
}

// "62% of tagged spend (£3.1m of £5.0m, 5 of 8 items)".
std::string weighted_text(const Measure& measure, const Weighed& sum, const Interval& share, const Scene& scene) {
    const Column& by = scene.column(measure.table, measure.by);
    const std::string rows = part_of(sum.yes, sum.maybe, sum.all, subject_of(measure.table, scene));
    const bool exact = sum.maybe == 0 && !by.type.is_private;
    const std::string weights = exact ? weight_text(by.type, sum.weight_yes, sum.weight_all, scene) : "";
    const bool some_blank = sum.weights_known < sum.all;
    const std::string known = some_blank ? fmt::format("; {} of {} known", sum.weights_known, sum.all) : "";
    if (sum.all < kFewRows) {
        return weights.empty() ? rows : fmt::format("{} of {} ({}{})", weights, title_text(by), rows, known);
    }
    return fmt::format("{} of {} ({}{}{}{})", percent_range(share, limits_of(measure, scene), false), title_text(by),
                       weights, weights.empty() ? "" : ", ", rows, known);
}

// "5 of 8 items (63%)"; where the rows asked about were told before, "5 (63%)".
std::string unweighted_text(const Measure& measure, const Weighed& sum, const std::optional<Interval>& share,
                            const Scene& scene) {
    const std::string rows = measure.among ? some_of(sum.yes, sum.maybe, sum.all)
                                           : part_of(sum.yes, sum.maybe, sum.all, subject_of(measure.table, scene));
    if (sum.all < kFewRows || sum.yes + sum.maybe == 0 || !share || measure.by >= 0) return rows;
    return fmt::format("{} ({})", rows, percent_range(*share, limits_of(measure, scene), true));
}

// "of the 30 answers that come from Frontline, ": which rows are asked about.
std::string among_text(const Measure& measure, const Weighed& sum, const Scene& scene) {
    if (!measure.among) return "";
    const Subject meant = subject_that(measure.table, *measure.among, scene);
    if (sum.all == 1) return fmt::format("of the 1 {}, ", meant.one);
    return fmt::format("of the {} {}, ", number_text(Rational::whole(sum.all)), meant.many);
}

std::string group_name(const Measure& measure, const Groups& groups, const Scene& scene) {
    const Column& per = scene.column(measure.table, measure.per);
    const std::string by = title_text(per);
    if (measure.top > 1) return fmt::format("the {} largest groups by {} hold", measure.top, by);
    if (per.type.is_private || groups.known.empty() || !groups.alone.empty())
        return fmt::format("the largest group by {} holds", by);
    return fmt::format("the largest group by {} ({}) holds", by,
                       cell_text(per, groups.known.front().first, scene.world->currency));
}

}  // namespace

Fact share_fact(const Measure& measure, bool negated, const Scene& scene) {
    const Weighed sum = weigh(measure, scene);
    if (!sum.given) return {};
    const Subject subject = subject_of(measure.table, scene);
    if (sum.all == 0) {
        return {"there are no " + (measure.among ? subject_that(measure.table, *measure.among, scene) : subject).many,
                ""};
    }
    if (sum.maybe == sum.all) return {};
    const Said said = said_of(*measure.where, measure.table, scene);
    const auto share = measured_share(measure, scene).value;
    const bool weighted = measure.by >= 0 && share && sum.yes + sum.maybe > 0;
    std::string text = among_text(measure, sum, scene);
    text += weighted ? weighted_text(measure, sum, *share, scene) : unweighted_text(measure, sum, share, scene);
    // What is in the past tense can be said of money as of rows; what is not needs its rows back.
    const bool needs_rows = weighted && said.one != said.many;
    if (needs_rows) text += fmt::format(" is in {} that", subject.many);
    text += " " + (sum.yes + sum.maybe == 1 && !weighted ? said.one : said.many);
    return {std::move(text), share ? raised_at_share(measure, negated, scene) : ""};
}

Fact largest_share_fact(const Measure& measure, bool negated, const Scene& scene) {
    const Groups groups = group(measure, scene);
    const Measured share = measured_largest_share(measure, scene);
    if (!share.value || groups.rows == 0) return {};
    const bool exact = share.value->low == share.value->high;
    const Rational part = share.value->low * groups.all;
    const std::string name = group_name(measure, groups, scene);
    const std::string percent = percent_range(*share.value, limits_of(measure, scene), false);
    const std::string raised = raised_at_share(measure, negated, scene);
    const Subject subject = subject_of(measure.table, scene);
    const std::string rows =
        fmt::format("{} of {} {}", number_text(part), groups.rows, groups.rows == 1 ? subject.one : subject.many);
    if (measure.by < 0 && exact) {
        return {
            groups.rows < kFewRows ? fmt::format("{} {}", name, rows) : fmt::format("{} {} ({})", name, rows, percent),
            raised};
    }
    const std::string what =
        measure.by < 0 ? "the " + subject.many : title_text(scene.column(measure.table, measure.by));
    const bool shown = exact && measure.by >= 0 && !scene.column(measure.table, measure.by).type.is_private;
    const std::string weights =
        shown ? fmt::format(" ({})", weight_text(scene.column(measure.table, measure.by).type, part, groups.all, scene))
              : "";
    return {fmt::format("{} {} of {}{}", name, percent, what, weights), raised};
}

}  // namespace waymark
