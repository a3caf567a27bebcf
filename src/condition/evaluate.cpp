#include "condition/evaluate.hpp"

#include <algorithm>
#include <utility>

#include "condition/words.hpp"

namespace waymark {

namespace {

using Kind = Condition::Kind;

// Whether a condition is true, and where that cannot be told, what it would take.
struct Judged {
    Truth truth = Truth::unknown;
    std::set<Missing> missing;
};

Judged judged(const Condition& condition, const Scene& scene);

Judged judged_some(const Condition& condition, const Scene& scene) {
    Sifted rows = sift(condition.table, condition.where.get(), scene);
    if (!rows.given) return {Truth::unknown, std::move(rows.missing)};
    if (!rows.yes.empty()) return {Truth::yes, {}};
    return {rows.maybe.empty() ? Truth::no : Truth::unknown, std::move(rows.missing)};
}

// Never true for want of rows: "every indicator is short-term" says nothing about a mission without
// indicators.
Judged judged_every(const Condition& condition, const Scene& scene) {
    Sifted rows = sift_every(condition.table, condition.where.get(), *condition.that, scene);
    if (!rows.no.empty()) return {Truth::no, {}};
    const bool holds = rows.given && rows.maybe.empty() && !rows.yes.empty();
    return {holds ? Truth::yes : Truth::unknown, std::move(rows.missing)};
}

Judged judged_record(const Condition& condition, const Scene& scene) {
    Judged result;
    if (const Row* row = scene.record(condition.table)) {
        result.truth = test_row(*condition.where, condition.table, *row, scene);
        if (result.truth == Truth::unknown && scene.asks_why) {
            why_untold(*condition.where, condition.table, *row, scene, result.missing);
        }
        return result;
    }
    std::set<int> columns;
    columns_tested(*condition.where, columns);
    for (const int column : columns) {
        result.missing.insert({Missing::Kind::record_field, condition.table, column, -1, -1});
    }
    return result;
}

Judged judged_measure(const Measure& measure, const Scene& scene) {
    Measured found = measured(measure, nullptr, scene);
    return {found.value ? within(*found.value, measure.bounds, scene) : Truth::unknown, std::move(found.missing)};
}

// One part that settles the matter is enough: nothing is missing then.
Judged judged_parts(const Condition& condition, const Scene& scene) {
    const bool any = condition.kind == Kind::any;
    const Truth settling = any ? Truth::yes : Truth::no;
    Judged result{opposite(settling), {}};
    for (const Condition& part : condition.parts) {
        Judged one = judged(part, scene);
        if (one.truth == settling) return {settling, {}};
        if (one.truth != Truth::unknown) continue;
        result.truth = Truth::unknown;
        result.missing.merge(std::move(one.missing));
    }
    return result;
}

Judged reversed(Judged one) {
    one.truth = opposite(one.truth);
    return one;
}

Judged judged(const Condition& condition, const Scene& scene) {
    switch (condition.kind) {
        case Kind::all:
        case Kind::any:
            return judged_parts(condition, scene);
        case Kind::no:
            return reversed(judged(condition.parts.front(), scene));
        case Kind::raised:
            return {scene.world->raised ? scene.world->raised(condition.flag) : Truth::unknown, {}};
        case Kind::record:
            return judged_record(condition, scene);
        case Kind::some:
            return judged_some(condition, scene);
        case Kind::none:
            return reversed(judged_some(condition, scene));
        case Kind::every:
            return judged_every(condition, scene);
        case Kind::measure:
            return judged_measure(*condition.measure, scene);
    }
    return {};
}

}  // namespace

Truth truth_of(const Condition& condition, const Scene& scene) {
    return judged(condition, scene.without_why()).truth;
}

Observation observe(const Condition& condition, const World& world, const std::vector<Limit>& limits) {
    const Scene scene{&world, &limits};
    Observation observation = judge(condition, scene);
    observation.sentence = sentence_of(condition, scene.without_why());
    return observation;
}

Observation judge(const Condition& condition, const Scene& scene) {
    Judged found = judged(condition, scene);
    Observation observation;
    observation.truth = found.truth;
    if (observation.truth == Truth::unknown) {
        observation.missing = std::move(found.missing);
        observation.only_out_of_scope =
            !observation.missing.empty() &&
            std::all_of(observation.missing.begin(), observation.missing.end(),
                        [](const Missing& each) { return each.kind == Missing::Kind::out_of_scope; });
    }
    return observation;
}

}  // namespace waymark
