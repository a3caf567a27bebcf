// What would let untold flags tell, said once per flag and once for all of them together.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "appraisal/working.hpp"
#include "text/english.hpp"

namespace waymark {

namespace {

// One thing that somebody could go and get: a table, a record, evidence, answers, a role, a previous
// assessment.
struct Thing {
    Missing::Kind kind = Missing::Kind::table;
    int index = -1;  // table or role
    friend auto operator<=>(const Thing&, const Thing&) = default;
};

struct Wanted {
    std::set<int> columns;
    std::set<int> nodes;
    std::vector<int> flags;
};

Thing thing_of(const Missing& reason) {
    switch (reason.kind) {
        case Missing::Kind::table:
        case Missing::Kind::column:
        case Missing::Kind::record_field:
            return {Missing::Kind::table, reason.table};
        case Missing::Kind::role:
            return {reason.kind, reason.role};
        default:
            return {reason.kind, -1};
    }
}

const TableType& table_type(const Working& working, int table) {
    return working.framework.catalogue.tables[static_cast<std::size_t>(table)];
}

// Gathers one flag's reasons. A table that was not given is wanted with every column that the flag reads.
void gather(const Working& working, const std::set<Missing>& reasons, const Reads& reads,
            std::map<Thing, Wanted>& wanted) {
    for (const Missing& reason : reasons) {
        if (reason.kind == Missing::Kind::out_of_scope) continue;
        // A blank in a computed table is a missing answer or missing evidence, which stands beside it by
        // name.
        if (reason.table >= 0 && table_type(working, reason.table).is_computed) {
            Wanted& some = wanted[{Missing::Kind::answers, -1}];
            if (reason.node >= 0) some.nodes.insert(reason.node);
            continue;
        }
        Wanted& entry = wanted[thing_of(reason)];
        if (reason.column >= 0) entry.columns.insert(reason.column);
        if (reason.node >= 0) entry.nodes.insert(reason.node);
        if (reason.kind != Missing::Kind::table) continue;
        for (const auto& [table, column] : reads.columns) {
            if (table == reason.table && column >= 0) entry.columns.insert(column);
        }
    }
}

std::string names_or_count(const Working& working, const std::set<int>& nodes, const std::string& what) {
    if (nodes.empty() || nodes.count(0) > 0) return what + " throughout";
    if (nodes.size() > 3) return fmt::format("{} for {} practices", what, nodes.size());
    std::vector<std::string> names;
    for (const int node : nodes) names.push_back(working.framework.elements[static_cast<std::size_t>(node)].title);
    return fmt::format("{} for {}", what, fmt::join(names, ", "));
}

std::string name_of(const Working& working, const Thing& thing, const Wanted& wanted) {
    switch (thing.kind) {
        case Missing::Kind::table:
            return lower_first(table_type(working, thing.index).title);
        case Missing::Kind::evidence:
            return names_or_count(working, wanted.nodes, "evidence");
        case Missing::Kind::answers:
            return names_or_count(working, wanted.nodes, "answers");
        case Missing::Kind::previous:
            return "an earlier assessment to compare with";
        case Missing::Kind::role:
            return fmt::format("at least {} people answering as {}", working.plan.rules.role_min,
                               lower_first(working.framework.roles[static_cast<std::size_t>(thing.index)].title));
        default:
            return "answers";
    }
}

std::vector<std::string> column_titles(const Working& working, const Thing& thing, const Wanted& wanted) {
    std::vector<std::string> titles;
    if (thing.kind != Missing::Kind::table) return titles;
    for (const int column : wanted.columns) {
        titles.push_back(table_type(working, thing.index).columns[static_cast<std::size_t>(column)].title);
    }
    return titles;
}

std::string flag_name(const Flag& flag) {
    return flag.code.empty() ? flag.title : flag.code;
}

}  // namespace

std::vector<std::string> would_tell(const Working& working, const FlagResult& flag, const Reads& reads) {
    std::map<Thing, Wanted> wanted;
    gather(working, flag.missing, reads, wanted);
    std::vector<std::string> told;
    for (const auto& [thing, entry] : wanted) {
        const std::vector<std::string> columns = column_titles(working, thing, entry);
        const std::string name = name_of(working, thing, entry);
        told.push_back(columns.empty() ? name : fmt::format("{}: {}", name, fmt::join(columns, ", ")));
    }
    return told;
}

std::vector<CardMissing> group_missing(const Working& working) {
    std::map<Thing, Wanted> wanted;
    for (std::size_t i = 0; i < working.flags.size(); ++i) {
        if (working.flags[i].state != FlagState::cannot_tell) continue;
        std::map<Thing, Wanted> of_flag;
        gather(working, working.flags[i].missing, working.framework.flags[i].reads, of_flag);
        for (auto& [thing, entry] : of_flag) {
            Wanted& all = wanted[thing];
            all.columns.merge(entry.columns);
            all.nodes.merge(entry.nodes);
            all.flags.push_back(static_cast<int>(i));
        }
    }
    std::vector<std::pair<Thing, Wanted>> ordered(wanted.begin(), wanted.end());
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto& a, const auto& b) { return a.second.flags.size() > b.second.flags.size(); });
    std::vector<CardMissing> groups;
    for (const auto& [thing, entry] : ordered) {
        CardMissing group{name_of(working, thing, entry), column_titles(working, thing, entry), {}};
        for (const int flag : entry.flags) {
            group.flags.push_back(flag_name(working.framework.flags[static_cast<std::size_t>(flag)]));
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

}  // namespace waymark
