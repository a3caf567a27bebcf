#include "condition/evaluate.hpp"

#include <algorithm>

#include "condition/words.hpp"

namespace waymark {

namespace {

using Kind = Condition::Kind;

Truth truth_of_some(const Condition& condition, const Scene& scene) {
    const Sifted rows = sift(condition.table, condition.where.get(), scene);
    if (!rows.given) return Truth::unknown;
    if (!rows.yes.empty()) return Truth::yes;
    return rows.maybe.empty() ? Truth::no : Truth::unknown;
}

// Never true for want of rows: "every indicator is short-term" says nothing about a mission without
// indicators.
Truth truth_of_every(const Condition& condition, const Scene& scene) {
    const Sifted rows = sift_every(condition.table, condition.where.get(), *condition.that, scene);
    if (!rows.no.empty()) return Truth::no;
    return rows.given && rows.maybe.empty() && !rows.yes.empty() ? Truth::yes : Truth::unknown;
}

Truth truth_of_record(const Condition& condition, const Scene& scene) {
    const Row* row = scene.record(condition.table);
    return row == nullptr ? Truth::unknown : test_row(*condition.where, condition.table, *row, scene);
}

Truth truth_of_measure(const Measure& measure, const Scene& scene) {
    const Measured found = measured(measure, nullptr, scene);
    return found.value ? within(*found.value, measure.bounds, scene) : Truth::unknown;
}

void merge(std::set<Missing>& into, const std::set<Missing>& from) {
    into.insert(from.begin(), from.end());
}

void why_record(const Condition& condition, const Scene& scene, std::set<Missing>& why) {
    if (const Row* row = scene.record(condition.table))
        return why_row(*condition.where, condition.table, *row, scene, why);
    std::set<int> columns;
    columns_tested(*condition.where, columns);
    for (const int column : columns) why.insert({Missing::Kind::record_field, condition.table, column, -1, -1});
}

// The condition is unknown.
void why_unknown(const Condition& condition, const Scene& scene, std::set<Missing>& why) {
    switch (condition.kind) {
        case Kind::all:
        case Kind::any:
        case Kind::no:
            for (const auto& part : condition.parts) {
                if (truth_of(part, scene) == Truth::unknown) why_unknown(part, scene, why);
            }
            break;
        case Kind::raised:
            break;
        case Kind::record:
            why_record(condition, scene, why);
            break;
        case Kind::some:
        case Kind::none:
            merge(why, sift(condition.table, condition.where.get(), scene).missing);
            break;
        case Kind::every:
            merge(why, sift_every(condition.table, condition.where.get(), *condition.that, scene).missing);
            break;
        case Kind::measure:
            merge(why, measured(*condition.measure, nullptr, scene).missing);
            break;
    }
}

}  // namespace

Truth truth_of(const Condition& condition, const Scene& asking) {
    const Scene scene = asking.without_why();
    Truth result = condition.kind == Kind::any ? Truth::no : Truth::yes;
    switch (condition.kind) {
        case Kind::all:
            for (const auto& part : condition.parts) result = both(result, truth_of(part, scene));
            return result;
        case Kind::any:
            for (const auto& part : condition.parts) result = either(result, truth_of(part, scene));
            return result;
        case Kind::no:
            return opposite(truth_of(condition.parts.front(), scene));
        case Kind::raised:
            return scene.world->raised ? scene.world->raised(condition.flag) : Truth::unknown;
        case Kind::record:
            return truth_of_record(condition, scene);
        case Kind::some:
            return truth_of_some(condition, scene);
        case Kind::none:
            return opposite(truth_of_some(condition, scene));
        case Kind::every:
            return truth_of_every(condition, scene);
        case Kind::measure:
            return truth_of_measure(*condition.measure, scene);
    }
    return result;
}

Observation observe(const Condition& condition, const World& world, const std::vector<Limit>& limits) {
    const Scene scene{&world, &limits};
    Observation observation = judge(condition, scene);
    observation.sentence = sentence_of(condition, scene.without_why());
    return observation;
}

Observation judge(const Condition& condition, const Scene& scene) {
    Observation observation;
    observation.truth = truth_of(condition, scene);
    if (observation.truth == Truth::unknown) {
        why_unknown(condition, scene, observation.missing);
        observation.only_out_of_scope =
            !observation.missing.empty() &&
            std::all_of(observation.missing.begin(), observation.missing.end(),
                        [](const Missing& each) { return each.kind == Missing::Kind::out_of_scope; });
    }
    return observation;
}

}  // namespace waymark
