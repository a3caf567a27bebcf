// The catalogue: everything a condition may name.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "condition/read.hpp"
#include "framework/draft.hpp"
#include "framework/ends.hpp"
#include "text/english.hpp"

namespace waymark {

namespace {

std::vector<Choice> choices_of(const std::vector<Term>& terms) {
    std::vector<Choice> choices;
    for (const Term& term : terms) choices.push_back({term.id, term.title, static_cast<int>(choices.size())});
    return choices;
}

// Every tag once, in alphabetical order.
std::vector<Choice> tags_of(Draft& draft) {
    std::set<std::string> tags;
    for (const Element& element : draft.framework.elements) {
        tags.insert(element.question.tags.begin(), element.question.tags.end());
    }
    if (tags.size() > kMostChoices) {
        draft.report("F003", draft.framework.elements[1].span, fmt::format("there are {} different tags", tags.size()),
                     fmt::format("use at most {}", kMostChoices));
    }
    std::vector<Choice> choices;
    for (const std::string& tag : tags) {
        if (choices.size() < kMostChoices) choices.push_back({tag, in_words(tag), static_cast<int>(choices.size())});
    }
    return choices;
}

// Sums of sums can be beyond exact numbers; that is reported as such, and the rest of the file is still checked.
std::vector<Interval> ends_for_conditions(const Framework& framework) {
    try {
        return widest_ends(framework);
    } catch (const RationalOverflow&) {
        return unit_ends(framework);
    }
}

std::vector<NodeName> nodes_of(const Framework& framework) {
    const auto scales = scales_of_nodes(framework);
    const auto ends = ends_for_conditions(framework);
    std::vector<NodeName> nodes;
    for (std::size_t i = 0; i < framework.elements.size(); ++i) {
        const Element& element = framework.elements[i];
        NodeName node{element.id, element.code, element.title, element.kind, {}, ends[i].low, ends[i].high};
        for (const Level& level : framework.scales[static_cast<std::size_t>(scales[i])].levels) {
            node.levels.push_back({level.id, level.title, level.value});
        }
        nodes.push_back(std::move(node));
    }
    return nodes;
}

CatalogueWords words_of(Draft& draft) {
    const Framework& framework = draft.framework;
    CatalogueWords words;
    words.nodes = framework.catalogue.nodes;
    words.roles = choices_of(framework.roles);
    words.producers = choices_of(framework.evidence.producers);
    words.forms = choices_of(framework.evidence.forms);
    words.tags = tags_of(draft);
    for (const Profile& profile : framework.profiles) {
        words.profiles.push_back({profile.id, profile.title, static_cast<int>(words.profiles.size())});
    }
    for (const Strength& strength : framework.evidence.strengths) {
        words.strengths.push_back({strength.id, strength.title, static_cast<int>(words.strengths.size())});
    }
    for (const Flag& flag : framework.flags) {
        words.flags.push_back({flag.id, flag.title, static_cast<int>(words.flags.size())});
    }
    return words;
}

void add_indicator_columns(std::vector<TableType>& tables) {
    for (TableType& table : tables) {
        if (table.id != "indicators" || table.is_record) continue;
        for (Column& column : computed_indicator_columns()) table.columns.push_back(std::move(column));
    }
}

}  // namespace

const std::vector<std::string>& reserved_words() {
    static const std::vector<std::string> words = [] {
        std::vector<std::string> all{"overall", "previous", "assessed"};
        for (const TableType& table : computed_tables({})) all.push_back(table.id);
        return all;
    }();
    return words;
}

void build_catalogue(Draft& draft) {
    Framework& framework = draft.framework;
    Catalogue& catalogue = framework.catalogue;
    catalogue.nodes = nodes_of(framework);
    for (const Term& role : framework.roles) {
        catalogue.roles.push_back(role.id);
        catalogue.role_titles.push_back(lower_first(role.title));
    }
    for (const Flag& flag : framework.flags) {
        catalogue.flags.push_back(flag.id);
        catalogue.flag_titles.push_back(flag.title);
    }
    add_indicator_columns(catalogue.tables);
    auto tables = computed_tables(words_of(draft));
    std::move(catalogue.tables.begin(), catalogue.tables.end(), std::back_inserter(tables));
    catalogue.tables = std::move(tables);
}

}  // namespace waymark
