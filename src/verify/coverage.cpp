#include "verify/coverage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace waymark {

namespace {

using Kind = CoverageItem::Kind;
using Tests = std::vector<const FrameworkTest*>;
using LevelOfScale = std::pair<int, int>;

std::set<LevelOfScale> levels_answered(const Tests& tests, const Framework& framework) {
    std::set<LevelOfScale> given;
    const auto add = [&](int element, int level) {
        given.emplace(framework.elements[static_cast<std::size_t>(element)].scale, level);
    };
    for (const FrameworkTest* test : tests) {
        for (const Respondent& respondent : test->assessment.respondents) {
            for (const Answer& answer : respondent.answers) {
                if (answer.state == AnswerState::level) add(answer.element, answer.level);
            }
        }
        for (const auto& [element, level] : test->assessment.agreed) add(element, level);
    }
    return given;
}

void add_levels(const Tests& tests, const Framework& framework, Coverage& coverage) {
    const auto given = levels_answered(tests, framework);
    std::set<int> answered;  // other scales only order the choices of facts
    for (const Element& element : framework.elements) {
        if (element.kind == NodeName::Kind::practice) answered.insert(element.scale);
    }
    for (std::size_t scale = 0; scale < framework.scales.size(); ++scale) {
        if (answered.count(static_cast<int>(scale)) == 0) continue;
        const auto& levels = framework.scales[scale].levels;
        for (std::size_t level = 0; level < levels.size(); ++level) {
            const LevelOfScale key{static_cast<int>(scale), static_cast<int>(level)};
            coverage.items.push_back({Kind::level, levels[level].id, framework.scales[scale].id, given.count(key) > 0});
        }
    }
}

void add_profiles(const Tests& tests, const Framework& framework, Coverage& coverage) {
    for (std::size_t i = 0; i < framework.profiles.size(); ++i) {
        const bool used = std::any_of(tests.begin(), tests.end(), [&](const FrameworkTest* test) {
            return test->readable && test->assessment.profile == static_cast<int>(i);
        });
        coverage.items.push_back({Kind::profile, framework.profiles[i].id, "", used});
    }
}

void add_flags(const Tests& tests, const Framework& framework, Coverage& coverage) {
    std::set<std::pair<int, std::string>> expected;
    for (const FrameworkTest* test : tests) {
        for (const ExpectedFlag& flag : test->flags) expected.emplace(flag.flag, flag.state);
    }
    for (std::size_t i = 0; i < framework.flags.size(); ++i) {
        for (const char* state : {"raised", "clear", "cannot-tell", "too-early"}) {
            if (state == std::string_view("too-early") && !framework.flags[i].too_early_when) continue;
            const bool covered = expected.count({static_cast<int>(i), state}) > 0;
            coverage.items.push_back({Kind::flag, framework.flags[i].id, state, covered});
        }
    }
}

void add_verdicts(const Tests& tests, const Framework& framework, Coverage& coverage) {
    for (const VerdictReading& reading : framework.verdict.readings) {
        const bool covered = std::any_of(tests.begin(), tests.end(),
                                         [&](const FrameworkTest* test) { return test->verdict == reading.id; });
        coverage.items.push_back({Kind::verdict, reading.id, "", covered});
    }
}

Rational a_little(const Rational& limit) {
    if (limit.denominator() == 1) return 1;
    const Rational tenth = limit / Rational(10);
    return tenth < Rational(0) ? Rational(0) - tenth : tenth;
}

bool measures_practices(const Condition& condition, const Framework& framework, const std::string& limit) {
    for (const Condition& part : condition.parts) {
        if (measures_practices(part, framework, limit)) return true;
    }
    const Measure* measure = condition.measure.get();
    if (measure == nullptr || measure->kind != Measure::Kind::share || measure->by >= 0 || measure->among) return false;
    const TableType& type = framework.catalogue.tables[static_cast<std::size_t>(measure->table)];
    return type.is_computed && type.id == "practices" &&
           std::any_of(measure->bounds.begin(), measure->bounds.end(),
                       [&](const Bound& bound) { return bound.limit == limit; });
}

Rational whole_part(const Rational& value) {
    return Rational::fraction(value.numerator() / value.denominator(), 1);
}

// A share of the practices can only be a whole number of them: moved by less than to the next, a limit says the same as
// before, and no test could notice.
Rational moved(const Flag& flag, const Framework& framework, const Limit& limit, bool lower) {
    const Rational step = a_little(limit.value);
    const Rational value = lower ? limit.value - step : limit.value + step;
    if (!measures_practices(flag.when, framework, limit.name)) return value;
    const auto practices = std::count_if(framework.elements.begin(), framework.elements.end(),
                                         [](const Element& one) { return one.kind == NodeName::Kind::practice; });
    const Rational all = Rational::whole(practices);
    const Rational below = whole_part(limit.value * all) / all;
    const Rational hair = step / Rational(10);
    return lower ? std::min(value, below - hair) : std::max(value, below + Rational(1) / all + hair);
}

// Whether some of the tests notices that the limit has moved.
bool noticed(const Tests& naming, const Framework& framework, const LimitOverride& moved) {
    return std::any_of(naming.begin(), naming.end(),
                       [&](const FrameworkTest* test) { return !run_test(*test, framework, {moved}).empty(); });
}

// Passing tests that name the flag: only these can show that its limit has moved.
Tests naming(int flag, const Tests& tests, const Framework& framework) {
    Tests found;
    for (const FrameworkTest* test : tests) {
        const bool names = test->readable && std::any_of(test->flags.begin(), test->flags.end(),
                                                         [&](const ExpectedFlag& one) { return one.flag == flag; });
        if (names && run_test(*test, framework).empty()) found.push_back(test);
    }
    return found;
}

void add_limits(const Tests& tests, const Framework& framework, Coverage& coverage) {
    for (std::size_t i = 0; i < framework.flags.size(); ++i) {
        const Flag& flag = framework.flags[i];
        const int index = static_cast<int>(i);
        const Tests candidates = flag.limits.empty() ? Tests() : naming(index, tests, framework);
        for (const Limit& limit : flag.limits) {
            for (const bool lower : {true, false}) {
                const Rational value = moved(flag, framework, limit, lower);
                std::string state = fmt::format("{} ({}): no test fails when it is a little {} ({})", limit.name,
                                                limit.value.to_short(4), lower ? "lower" : "higher", value.to_short(4));
                const bool covered = noticed(candidates, framework, {index, limit.name, value});
                coverage.items.push_back({Kind::limit, flag.id, std::move(state), covered});
            }
        }
    }
}

}  // namespace

int Coverage::covered() const {
    return static_cast<int>(
        std::count_if(items.begin(), items.end(), [](const CoverageItem& item) { return item.covered; }));
}

int Coverage::covered(CoverageItem::Kind kind) const {
    return static_cast<int>(std::count_if(
        items.begin(), items.end(), [kind](const CoverageItem& item) { return item.kind == kind && item.covered; }));
}

int Coverage::all(CoverageItem::Kind kind) const {
    return static_cast<int>(
        std::count_if(items.begin(), items.end(), [kind](const CoverageItem& item) { return item.kind == kind; }));
}

bool Coverage::at_least(const Rational& percent) const {
    const auto all = static_cast<std::int64_t>(items.size());
    return Rational::whole(covered()) * Rational(100) >= percent * Rational::whole(all);
}

Coverage coverage_of(const std::vector<const FrameworkTest*>& tests, const Framework& framework) {
    Coverage coverage;
    coverage.framework = fmt::format("{}@{}", framework.id, framework.version);
    add_levels(tests, framework, coverage);
    add_profiles(tests, framework, coverage);
    add_flags(tests, framework, coverage);
    add_verdicts(tests, framework, coverage);
    add_limits(tests, framework, coverage);
    return coverage;
}

std::string_view plural_of(CoverageItem::Kind kind) {
    switch (kind) {
        case Kind::level:
            return "levels";
        case Kind::profile:
            return "profiles";
        case Kind::flag:
            return "states of flags";
        case Kind::verdict:
            return "verdicts";
        case Kind::limit:
            break;
    }
    return "sides of limits";
}

std::string in_words(const CoverageItem& item) {
    switch (item.kind) {
        case Kind::level:
            return fmt::format("level {} of {}: no answer gives it", item.name, item.state);
        case Kind::profile:
            return fmt::format("profile {}: no test uses it", item.name);
        case Kind::flag:
            return fmt::format("flag {}: no test expects it to be {}", item.name, item.state);
        case Kind::verdict:
            return fmt::format("verdict {}: no test expects it", item.name);
        case Kind::limit:
            break;
    }
    return fmt::format("limit {}.{}", item.name, item.state);
}

}  // namespace waymark
