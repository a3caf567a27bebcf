#include <algorithm>
#include <utility>

#include "condition/evaluate.hpp"

namespace waymark {

namespace {

using Kind = Measure::Kind;

struct Amount {
    Rational value;
    std::int64_t times = 1;
};

// The cells of a statistic's column: of rows that count, and of rows that may.
struct Amounts {
    std::vector<Amount> yes, maybe;
    std::int64_t known = 0, all = 0;
    std::set<Missing> missing;  // why rows are not told
    std::set<Missing> blank;    // why cells are blank
    bool given = false;
};

void add_cells(Amounts& amounts, const std::vector<const Row*>& rows, std::vector<Amount>& into, const Measure& measure,
               const Scene& scene) {
    const ColumnType& type = scene.column(measure.table, measure.column).type;
    for (const Row* row : rows) {
        amounts.all += row->times;
        const auto amount = amount_of(type, cell_of(*row, measure.column));
        if (amount) {
            amounts.known += row->times;
            into.push_back({*amount, row->times});
        } else {
            amounts.blank.insert(missing_cell(measure.table, measure.column, *row, scene));
        }
    }
}

Amounts collect(const Measure& measure, const Scene& scene) {
    Sifted rows = sift(measure.table, measure.where.get(), scene);
    Amounts amounts;
    amounts.given = rows.given;
    amounts.missing = std::move(rows.missing);
    add_cells(amounts, rows.yes, amounts.yes, measure, scene);
    add_cells(amounts, rows.maybe, amounts.maybe, measure, scene);
    return amounts;
}

Measured sum_of(Amounts amounts) {
    if (!amounts.given) return {std::nullopt, std::move(amounts.missing)};
    if (!amounts.blank.empty()) return {std::nullopt, std::move(amounts.blank)};
    Interval sum;
    for (const auto& [value, count] : amounts.yes) sum.low += value * Rational::whole(count);
    sum.high = sum.low;
    for (const auto& [value, count] : amounts.maybe) {
        (value < Rational(0) ? sum.low : sum.high) += value * Rational::whole(count);
    }
    return {sum, std::move(amounts.missing)};
}

Rational middle(const std::vector<Amount>& sorted, std::int64_t count) {
    const auto at = [&](std::int64_t position) {
        for (const auto& amount : sorted) {
            if (position < amount.times) return amount.value;
            position -= amount.times;
        }
        return sorted.back().value;
    };
    return (at((count - 1) / 2) + at(count / 2)) / Rational(2);
}

// `amounts` is not empty.
Rational statistic(Kind kind, std::vector<Amount> amounts) {
    std::sort(amounts.begin(), amounts.end(), [](const Amount& a, const Amount& b) { return a.value < b.value; });
    if (kind == Kind::lowest) return amounts.front().value;
    if (kind == Kind::highest) return amounts.back().value;
    std::int64_t count = 0;
    Rational sum;
    for (const auto& [value, times] : amounts) {
        count += times;
        sum += value * Rational::whole(times);
    }
    return kind == Kind::median ? middle(amounts, count) : sum / Rational::whole(count);
}

// Every statistic here grows with each of its values. So for any number of uncertain rows the lowest result
// comes from the lowest of them, and the ends of the interval are found by adding them one by one from either
// end.
Interval spread(Kind kind, const std::vector<Amount>& yes, std::vector<Amount> maybe) {
    const Rational certain = statistic(kind, yes);
    Interval interval{certain, certain};
    for (const bool rising : {true, false}) {
        std::sort(maybe.begin(), maybe.end(),
                  [&](const Amount& a, const Amount& b) { return rising ? a.value < b.value : b.value < a.value; });
        std::vector<Amount> amounts = yes;
        for (const auto& each : maybe) {
            amounts.push_back(each);
            const Rational result = statistic(kind, amounts);
            interval.low = std::min(interval.low, result);
            interval.high = std::max(interval.high, result);
        }
    }
    return interval;
}

Measured statistic_of(const Measure& measure, const Scene& scene) {
    Amounts amounts = collect(measure, scene);
    if (measure.kind == Kind::sum) return sum_of(std::move(amounts));
    if (!amounts.given) return {std::nullopt, std::move(amounts.missing)};
    if (amounts.all == 0) return {std::nullopt, {{Missing::Kind::table, measure.table, -1, -1, -1}}};
    const bool enough = Rational::whole(amounts.known) >= scene.world->withhold_below * Rational::whole(amounts.all);
    if (!enough || amounts.yes.empty()) {
        amounts.missing.insert(amounts.blank.begin(), amounts.blank.end());
        return {std::nullopt, std::move(amounts.missing)};
    }
    return {spread(measure.kind, amounts.yes, std::move(amounts.maybe)), std::move(amounts.missing)};
}

void add_different(std::vector<Cell>& values, const Cell& cell) {
    if (std::find(values.begin(), values.end(), cell) == values.end()) values.push_back(cell);
}

Measured distinct_of(const Measure& measure, const Scene& scene) {
    Sifted rows = sift(measure.table, measure.where.get(), scene);
    if (!rows.given) return {std::nullopt, std::move(rows.missing)};
    std::vector<Cell> values;
    std::int64_t blanks = 0;
    const auto look_at = [&](const Row* row) {
        const Cell& cell = cell_of(*row, measure.column);
        if (cell.index() != 0) return add_different(values, cell);
        blanks += row->times;
        rows.missing.insert(missing_cell(measure.table, measure.column, *row, scene));
    };
    for (const Row* row : rows.yes) look_at(row);
    const auto low = static_cast<std::int64_t>(values.size());
    for (const Row* row : rows.maybe) look_at(row);
    const auto high = static_cast<std::int64_t>(values.size()) + blanks;
    return {Interval{Rational::whole(low), Rational::whole(high)}, std::move(rows.missing)};
}

Measured count_of(const Measure& measure, const Scene& scene) {
    Sifted rows = sift(measure.table, measure.where.get(), scene);
    if (!rows.given) return {std::nullopt, std::move(rows.missing)};
    const Rational low = Rational::whole(rows_in(rows.yes));
    return {Interval{low, low + Rational::whole(rows_in(rows.maybe))}, std::move(rows.missing)};
}

Measured node_measure(const NodeMeasure& asked, const Row* row, const Scene& scene) {
    NodeMeasure measure = asked;
    if (measure.node < 0 && row != nullptr) measure.node = row->node;
    if (measure.node < 0 || !scene.world->measure) return {};
    return scene.world->measure(measure);
}

Measured difference(const Measure& measure, const Row* row, const Scene& scene) {
    Measured one = measured(*measure.of, row, scene);
    const Measured other = measured(*measure.less, row, scene);
    one.missing.insert(other.missing.begin(), other.missing.end());
    if (!one.value || !other.value) return {std::nullopt, std::move(one.missing)};
    one.value = Interval{one.value->low - other.value->high, one.value->high - other.value->low};
    return one;
}

}  // namespace

Known known_cells(const Measure& measure, const Scene& scene) {
    const Amounts amounts = collect(measure, scene);
    return {amounts.known, amounts.all};
}

Rational value_of(const Bound& bound, const Scene& scene) {
    if (bound.duration) return days_of(*bound.duration);
    return scene.limit(bound.limit).value_or(bound.value);
}

Truth within(const Interval& interval, const std::vector<Bound>& bounds, const Scene& scene) {
    Interval left = interval;  // what of the interval satisfies the bounds, with open ends kept apart
    bool low_open = false;
    bool high_open = false;
    bool all = true;
    for (const auto& bound : bounds) {
        const Rational value = value_of(bound, scene);
        const bool from_below = bound.op == Bound::Op::at_least || bound.op == Bound::Op::more_than;
        const bool open = bound.op == Bound::Op::more_than || bound.op == Bound::Op::less_than;
        if (from_below) {
            all = all && (value < interval.low || (!open && value == interval.low));
            if (value > left.low || (value == left.low && open)) low_open = open;
            left.low = std::max(left.low, value);
        } else {
            all = all && (value > interval.high || (!open && value == interval.high));
            if (value < left.high || (value == left.high && open)) high_open = open;
            left.high = std::min(left.high, value);
        }
    }
    if (all) return Truth::yes;
    const bool nothing = left.low > left.high || (left.low == left.high && (low_open || high_open));
    return nothing ? Truth::no : Truth::unknown;
}

Measured measured(const Measure& measure, const Row* row, const Scene& scene) {
    switch (measure.kind) {
        case Kind::node:
            return node_measure(measure.node, row, scene);
        case Kind::difference:
            return difference(measure, row, scene);
        case Kind::count:
            return count_of(measure, scene);
        case Kind::share:
            return measured_share(measure, scene);
        case Kind::largest_share:
            return measured_largest_share(measure, scene);
        case Kind::distinct:
            return distinct_of(measure, scene);
        default:
            return statistic_of(measure, scene);
    }
}

}  // namespace waymark
