// The reading of all flags together: the framework's verdict, first match, and how much of it could be told; and the
// shapes that the scores have.
#include <map>
#include <utility>

#include "appraisal/working.hpp"
#include "condition/evaluate.hpp"

namespace waymark {

namespace {

// Makes `unsafe` known to the verdict's own conditions.
void set_unsafe(Working& working, bool unsafe) {
    const auto index = working.framework.catalogue.table("assessment");
    if (!index) return;
    Table& table = working.tables[static_cast<std::size_t>(*index)];
    const auto& type = working.framework.catalogue.tables[static_cast<std::size_t>(*index)];
    const auto column = type.column("unsafe");
    if (column && !table.rows.empty()) {
        table.rows[0].cells[static_cast<std::size_t>(*column)] = ChosenIndex{unsafe ? 1 : 0};
    }
}

void count_flags(const Working& working, CardVerdict& verdict) {
    for (std::size_t i = 0; i < working.flags.size(); ++i) {
        if (working.framework.flags[i].kind != FlagKind::washing) continue;
        const FlagResult& flag = working.flags[i];
        if (flag.state == FlagState::does_not_apply) continue;
        ++verdict.applicable;
        if (flag.state != FlagState::cannot_tell) ++verdict.told;
        if (flag.state != FlagState::raised || !flag.severity) continue;
        verdict.high += *flag.severity == FlagSeverity::high ? 1 : 0;
        verdict.medium += *flag.severity == FlagSeverity::medium ? 1 : 0;
        verdict.low += *flag.severity == FlagSeverity::low ? 1 : 0;
    }
}

// The supplied table or record that most untold signs wait for.
void find_what_settles_most(const Working& working, CardVerdict& verdict) {
    std::map<int, int> waiting;
    for (std::size_t i = 0; i < working.flags.size(); ++i) {
        if (working.framework.flags[i].kind != FlagKind::washing) continue;
        if (working.flags[i].state != FlagState::cannot_tell) continue;
        std::set<int> tables;
        for (const Missing& reason : working.flags[i].missing) {
            if (reason.table < 0) continue;
            if (!working.framework.catalogue.tables[static_cast<std::size_t>(reason.table)].is_computed) {
                tables.insert(reason.table);
            }
        }
        for (const int table : tables) ++waiting[table];
    }
    for (const auto& [table, count] : waiting) {
        if (count <= verdict.settle_count) continue;
        verdict.settle_count = count;
        verdict.settle_most = working.framework.catalogue.tables[static_cast<std::size_t>(table)].title;
    }
}

}  // namespace

CardVerdict decide_verdict(Working& working) {
    const VerdictRules& rules = working.framework.verdict;
    const std::vector<Limit> no_limits;
    const Scene scene{&working.world, &no_limits};
    CardVerdict verdict;
    count_flags(working, verdict);
    find_what_settles_most(working, verdict);
    verdict.unsafe = rules.unsafe && truth_of(*rules.unsafe, scene) == Truth::yes;
    if (verdict.unsafe) {
        verdict.unsafe_title = rules.unsafe_title;
        verdict.unsafe_says = rules.unsafe_says;
    }
    set_unsafe(working, verdict.unsafe);
    for (const VerdictReading& reading : rules.readings) {
        if (reading.when && truth_of(*reading.when, scene) != Truth::yes) continue;
        verdict.id = reading.id;
        verdict.title = reading.title;
        verdict.says = reading.says;
        break;
    }
    return verdict;
}

std::vector<CardShape> card_shapes(const Working& working) {
    const std::vector<Limit> no_limits;
    std::vector<CardShape> cards;
    for (const Shape& shape : working.framework.shapes) {
        Observation seen = observe(shape.when, working.world, no_limits);
        if (seen.truth != Truth::yes) continue;
        cards.push_back({shape.id, shape.title, shape.says, std::move(seen.sentence)});
    }
    return cards;
}

}  // namespace waymark
