// The state, severity and sentence of every flag.
#include "appraisal/working.hpp"
#include "condition/evaluate.hpp"

namespace waymark {

std::string flag_state_id(FlagState state) {
    switch (state) {
        case FlagState::does_not_apply:
            return "does-not-apply";
        case FlagState::clear:
            return "clear";
        case FlagState::too_early:
            return "too-early";
        case FlagState::raised:
            return "raised";
        case FlagState::cannot_tell:
            break;
    }
    return "cannot-tell";
}

std::string severity_id(FlagSeverity severity) {
    switch (severity) {
        case FlagSeverity::high:
            return "high";
        case FlagSeverity::medium:
            return "medium";
        case FlagSeverity::low:
            break;
    }
    return "low";
}

namespace {

// `overridden` keeps them where an override is in force.
const std::vector<Limit>& limits_of(const Working& working, int index, std::vector<Limit>& overridden) {
    const std::vector<Limit>& own = working.framework.flags[static_cast<std::size_t>(index)].limits;
    if (working.input.limits.empty()) return own;
    std::vector<Limit>& limits = overridden = own;
    for (const LimitOverride& override_ : working.input.limits) {
        if (override_.flag != index) continue;
        for (Limit& limit : limits) {
            if (limit.name == override_.name) limit.value = override_.value;
        }
    }
    return limits;
}

// A group too small to be looked at alone shows up as blank roles in the computed tables; say "too few", not
// "blank".
std::set<Missing> in_words_of_people(const Working& working, std::set<Missing> reasons) {
    const auto answers = working.framework.catalogue.table("answers");
    if (!answers) return reasons;
    const auto role_column = working.framework.catalogue.tables[static_cast<std::size_t>(*answers)].column("role");
    std::set<Missing> told;
    for (const Missing& reason : reasons) {
        const bool blank_role = reason.kind == Missing::Kind::column && reason.table == *answers && role_column &&
                                reason.column == *role_column;
        if (!blank_role) {
            told.insert(reason);
            continue;
        }
        for (int role = 0; role < working.plan.roles; ++role) {
            const std::int64_t count = working.input.tally.respondents_in(role);
            if (count == 0 || count >= working.plan.rules.role_min) continue;
            Missing few;
            few.kind = Missing::Kind::role;
            few.role = role;
            told.insert(few);
        }
    }
    return told;
}

Observation seen_of(const Working& working, const Condition& condition, const std::vector<Limit>& limits) {
    if (working.in_words) return observe(condition, working.world, limits);
    return judge(condition, Scene{&working.world, &limits});
}

FlagResult decide(const Working& working, int index) {
    const Flag& flag = working.framework.flags[static_cast<std::size_t>(index)];
    std::vector<Limit> overridden;
    const std::vector<Limit>& limits = limits_of(working, index, overridden);
    FlagResult result;
    if (flag.applies) {
        Observation scope = seen_of(working, *flag.applies, limits);
        if (scope.truth != Truth::yes) {
            result.state = scope.truth == Truth::no ? FlagState::does_not_apply : FlagState::cannot_tell;
            result.saw = std::move(scope.sentence);
            result.missing = in_words_of_people(working, std::move(scope.missing));
            return result;
        }
    }
    Observation seen = seen_of(working, flag.when, limits);
    result.saw = std::move(seen.sentence);
    if (seen.truth == Truth::unknown) {
        result.state = seen.only_out_of_scope ? FlagState::does_not_apply : FlagState::cannot_tell;
        result.missing = in_words_of_people(working, std::move(seen.missing));
        return result;
    }
    if (seen.truth == Truth::no) {
        result.state = FlagState::clear;
        return result;
    }
    const Scene scene{&working.world, &limits};
    const bool early = flag.too_early_when && truth_of(*flag.too_early_when, scene) == Truth::yes;
    result.state = early ? FlagState::too_early : FlagState::raised;
    return result;
}

// Unknown is not true: a case whose facts are missing is passed over.
std::optional<FlagSeverity> severity_of(const Working& working, int index) {
    const Flag& flag = working.framework.flags[static_cast<std::size_t>(index)];
    std::vector<Limit> overridden;
    const Scene scene{&working.world, &limits_of(working, index, overridden)};
    for (const SeverityCase& one : flag.severity) {
        if (!one.when || truth_of(*one.when, scene) == Truth::yes) return one.level;
    }
    return std::nullopt;
}

}  // namespace

void decide_flags(Working& working) {
    const int count = static_cast<int>(working.framework.flags.size());
    working.flags.clear();
    for (int i = 0; i < count; ++i) working.flags.push_back(decide(working, i));
    // Severities may ask which other flags are raised, so they come second. States never do: no cycles.
    working.world.raised = [&working](int flag) {
        const FlagState state = working.flags[static_cast<std::size_t>(flag)].state;
        if (state == FlagState::cannot_tell) return Truth::unknown;
        return truth_of(state == FlagState::raised);
    };
    for (int i = 0; i < count; ++i) working.flags[static_cast<std::size_t>(i)].severity = severity_of(working, i);
}

}  // namespace waymark
