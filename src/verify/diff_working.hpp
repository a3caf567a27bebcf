// Two frameworks while they are compared; shared by the files that do it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "condition/describe.hpp"
#include "verify/diff.hpp"

namespace waymark {

// Things of a list known by id: which are the same in both versions, which came and which went.
struct Matches {
    std::vector<std::pair<int, int>> same;  // old, new; in the order of the new list
    std::vector<int> added, removed;

    int new_of(int old_index) const;  // -1: gone
};

// By id alone, for things that cannot be renamed.
Matches match_ids(const std::vector<std::string>& old_ids, const std::vector<std::string>& new_ids);

struct Comparison {
    const Framework* before;
    const Framework* after;
    const std::vector<FormerName>* old_history;
    const std::vector<FormerName>* history;  // what the new version says became of earlier names
    std::vector<Difference> found;
    Matches nodes, scales;
    Catalogue old_names;                // the old catalogue in the words of the new version
    ConditionNames was, was_as_is, is;  // for conditions: old ones in new words, old ones in their own, new ones

    // By the names themselves and what the new version says became of earlier ones; `scope` in its words.
    Matches match(NameKind kind, const std::string& scope, const std::vector<std::string>& old_ids,
                  const std::vector<std::string>& new_ids) const;
    // What an old name is called now; the name itself where nothing is said.
    std::string now(NameKind kind, const std::string& scope, const std::string& name) const;

    struct Places {
        Span was, is;
    };
    void add(std::string_view rule, std::string subject, std::string message, Places places, std::string before = "",
             std::string after = "");
    // Where the two differ. `what` is "the title".
    void compare(std::string_view rule, const std::string& subject, std::string_view what, const std::string& before,
                 const std::string& after, Places places);
    // For things that assessments name: says whether the removal was declared, and how to.
    void add_removed(std::string_view rule, NameKind kind, const std::string& scope, const std::string& id,
                     const std::string& subject, Span was);
    void add_renamed(std::string_view rule, const std::string& subject, const std::string& old_id, Places places);
    // Those that stay, in another order.
    void compare_order(std::string_view rule, const std::string& subject, const Matches& matches,
                       const std::vector<std::string>& new_ids, Places places);
    void compare_conditions(std::string_view rule, const std::string& subject, std::string_view what,
                            const Condition* before, const Condition* after, Places places);
};

template <typename List>
std::vector<std::string> ids_in(const List& list) {
    std::vector<std::string> ids;
    for (const auto& one : list) ids.push_back(one.id);
    return ids;
}

template <typename List>
auto& at(List& list, int index) {
    return list[static_cast<std::size_t>(index)];
}

std::string listed(const std::vector<std::string>& words);  // "a, b"; "none" for nothing
std::string yes_or_no(bool value);
const char* word_of(Rollup rollup);

// Each adds what it finds.
void match_names(Comparison& work);    // diff_names.cpp: nodes, scales and the catalogue in new words; called first
void diff_history(Comparison& work);   // diff_names.cpp
void diff_scales(Comparison& work);    // diff_scales.cpp
void diff_evidence(Comparison& work);  // diff_evidence.cpp: and roles
void diff_scoring(Comparison& work);   // diff_scoring.cpp
void diff_profiles(Comparison& work);  // diff_scoring.cpp
void diff_tree(Comparison& work);      // diff_tree.cpp
void diff_facts(Comparison& work);     // diff_facts.cpp
void diff_signs(Comparison& work);     // diff_signs.cpp
void diff_verdict(Comparison& work);   // diff_signs.cpp: and shapes
void diff_outcomes(Comparison& work);  // diff_texts.cpp
void diff_texts(Comparison& work);     // diff_texts.cpp

}  // namespace waymark
