#include <algorithm>
#include <utility>

#include "condition/evaluate.hpp"

namespace waymark {

namespace {

Rational times(const Row& row) {
    return Rational::whole(row.times);
}

std::optional<Rational> weight_of(const Row& row, int by, int table, const Scene& scene) {
    if (by < 0) return Rational(1);
    return amount_of(scene.column(table, by).type, cell_of(row, by));
}

bool suffice(std::int64_t known, std::int64_t all, const Scene& scene) {
    return Rational::whole(known) >= scene.world->withhold_below * Rational::whole(all);
}

void add_row(Weighed& sum, const Row& row, Truth truth, const std::optional<Rational>& weight) {
    sum.all += row.times;
    if (truth == Truth::yes) sum.yes += row.times;
    if (truth == Truth::unknown) sum.maybe += row.times;
    if (!weight) return;
    sum.weights_known += row.times;
    const Rational total = *weight * times(row);
    sum.weight_all += total;
    if (truth == Truth::yes) sum.weight_yes += total;
    if (truth == Truth::unknown) sum.weight_maybe += total;
}

Measured without_rows(int table) {
    return {std::nullopt, {{Missing::Kind::table, table, -1, -1, -1}}};
}

// The `top` heaviest of these groups, `alone` rows being groups of one.
Rational heaviest(const std::vector<std::pair<Cell, Rational>>& known,
                  const std::vector<std::pair<Rational, std::int64_t>>& alone, int top) {
    std::vector<Rational> weights;
    weights.reserve(known.size());
    for (const auto& [cell, weight] : known) weights.push_back(weight);
    for (const auto& [weight, count] : alone) {
        weights.insert(weights.end(), static_cast<std::size_t>(std::min<std::int64_t>(count, top)), weight);
    }
    std::sort(weights.begin(), weights.end(), [](const Rational& a, const Rational& b) { return b < a; });
    Rational sum;
    for (std::size_t i = 0; i < std::min(weights.size(), static_cast<std::size_t>(top)); ++i) sum += weights[i];
    return sum;
}

void add_to_group(Groups& groups, const Cell& cell, const Rational& weight) {
    const auto found =
        std::find_if(groups.known.begin(), groups.known.end(), [&](const auto& each) { return each.first == cell; });
    if (found == groups.known.end())
        groups.known.emplace_back(cell, weight);
    else
        found->second += weight;
}

}  // namespace

// A row of which it is not known whether it is among those asked about counts as not fitting for the low end. For the
// high end it counts as fitting if it may fit; one that does not fit can only lower a share, so it is left out there.
Weighed weigh(const Measure& share, const Scene& scene) {
    Weighed sum;
    sum.given = scene.table(share.table) != nullptr;
    bool blank_weights = false;
    for (const Row* row : rows_asked(share.table, {share.where.get(), share.among.get()}, scene)) {
        const Truth among = share.among ? test_row(*share.among, share.table, *row, scene) : Truth::yes;
        if (among == Truth::no) continue;
        Truth truth = share.where ? test_row(*share.where, share.table, *row, scene) : Truth::yes;
        if (truth == Truth::unknown && scene.asks_why) why_row(*share.where, share.table, *row, scene, sum.missing);
        const auto weight = weight_of(*row, share.by, share.table, scene);
        if (among == Truth::unknown) {
            if (scene.asks_why) why_row(*share.among, share.table, *row, scene, sum.missing);
            if (truth == Truth::no) {
                sum.weight_outside += weight.value_or(Rational(0)) * times(*row);
                continue;
            }
            truth = Truth::unknown;
        }
        blank_weights = blank_weights || !weight;
        add_row(sum, *row, truth, weight);
    }
    sum.weights_suffice = suffice(sum.weights_known, sum.all, scene);
    if (blank_weights && !sum.weights_suffice)
        sum.missing.insert({Missing::Kind::column, share.table, share.by, -1, -1});
    return sum;
}

Measured measured_share(const Measure& share, const Scene& scene) {
    Weighed sum = weigh(share, scene);
    if (sum.given && sum.all == 0 && !sum.missing.empty()) return {std::nullopt, std::move(sum.missing)};
    if (!sum.given || sum.all == 0) return without_rows(share.table);
    if (!sum.weights_suffice) return {std::nullopt, std::move(sum.missing)};
    if (sum.weight_all <= Rational(0)) {
        return {std::nullopt, {{Missing::Kind::column, share.table, share.by, -1, -1}}};
    }
    const Rational one_end = sum.weight_yes / (sum.weight_all + sum.weight_outside);
    const Rational other_end = (sum.weight_yes + sum.weight_maybe) / sum.weight_all;
    return {Interval{std::min(one_end, other_end), std::max(one_end, other_end)}, std::move(sum.missing)};
}

Groups group(const Measure& largest_share, const Scene& scene) {
    Groups groups;
    const int table = largest_share.table;
    groups.given = scene.table(table) != nullptr;
    std::int64_t weights_known = 0;
    for (const Row* row : rows_asked(table, {}, scene)) {
        groups.rows += row->times;
        const auto weight = weight_of(*row, largest_share.by, table, scene);
        if (!weight) continue;
        weights_known += row->times;
        groups.all += *weight * times(*row);
        const Cell& cell = cell_of(*row, largest_share.per);
        if (cell.index() == 0) {
            groups.alone.emplace_back(*weight, row->times);
            groups.missing.insert(missing_cell(table, largest_share.per, *row, scene));
        } else {
            add_to_group(groups, cell, *weight * times(*row));
        }
    }
    groups.weights_suffice = suffice(weights_known, groups.rows, scene);
    const auto lighter = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto heaviest_group = std::max_element(groups.known.begin(), groups.known.end(), lighter);
    if (heaviest_group != groups.known.end()) std::iter_swap(groups.known.begin(), heaviest_group);
    return groups;
}

Measured measured_largest_share(const Measure& largest_share, const Scene& scene) {
    Groups groups = group(largest_share, scene);
    if (!groups.given || groups.rows == 0) return without_rows(largest_share.table);
    if (!groups.weights_suffice || groups.all <= Rational(0)) {
        return {std::nullopt, {{Missing::Kind::column, largest_share.table, largest_share.by, -1, -1}}};
    }
    Rational blank;
    for (const auto& [weight, count] : groups.alone) blank += weight * Rational::whole(count);
    const Rational low = heaviest(groups.known, groups.alone, largest_share.top);
    const Rational high = heaviest(groups.known, {}, largest_share.top) + blank;
    return {Interval{std::min(low, high) / groups.all, std::max(low, high) / groups.all}, std::move(groups.missing)};
}

}  // namespace waymark
