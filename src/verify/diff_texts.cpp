// How outcomes are read, and the texts beside the questions.
#include <fmt/format.h>

#include "verify/diff_working.hpp"

namespace waymark {

namespace {

constexpr Span kTop{1, 1, 1};  // of parts that have no place of their own

std::string started_text(const Framework& framework, const Catalogue& names) {
    const OutcomeRules& rules = framework.outcomes;
    if (rules.started_table < 0) return "nothing";
    const TableType& table = at(names.tables, rules.started_table);
    return table.id + "." + at(table.columns, rules.started_column).id;
}

void compare_matrix(Comparison& work) {
    const auto& old_rows = work.before->outcomes.matrix;
    const auto& new_rows = work.after->outcomes.matrix;
    const Matches rows = match_ids(ids_in(old_rows), ids_in(new_rows));
    const auto edge = [](const OutcomeRules::Row& row) { return row.below ? row.below->to_short(4) : "open"; };
    const auto subject = [](const OutcomeRules::Row& row) { return fmt::format("row '{}' of the matrix", row.id); };
    for (const auto& [old_index, new_index] : rows.same) {
        const auto& was = at(old_rows, old_index);
        const auto& is = at(new_rows, new_index);
        work.compare("outcomes", subject(is), "the upper edge", edge(was), edge(is), {kTop, kTop});
        work.compare("outcome-text", subject(is), "the title", was.title, is.title, {kTop, kTop});
        for (const auto& [word, text] : is.says) {
            const auto before = was.says.find(word);
            work.compare("outcome-text", subject(is), fmt::format("what it says of '{}'", word),
                         before == was.says.end() ? "" : before->second, text, {kTop, kTop});
        }
    }
    for (const int added : rows.added) work.add("outcomes", subject(at(new_rows, added)), "added", {{}, kTop});
    for (const int removed : rows.removed) work.add("outcomes", subject(at(old_rows, removed)), "removed", {kTop, {}});
}

void compare_rung(Comparison& work, const Rung& was, const Rung& is) {
    const std::string subject = fmt::format("rung '{}'", is.id);
    std::vector<std::string> families;
    for (const std::string& family : was.families) {
        families.push_back(work.now(NameKind::choice, "indicators.family", family));
    }
    work.compare("outcomes", subject, "the families", listed(families), listed(is.families), {kTop, kTop});
    work.compare("outcomes", subject, "whether it lists targets", yes_or_no(was.targets), yes_or_no(is.targets),
                 {kTop, kTop});
    work.compare("outcome-text", subject, "the title", was.title, is.title, {kTop, kTop});
    work.compare("outcome-text", subject, "what it says", was.says, is.says, {kTop, kTop});
}

void compare_ladder(Comparison& work) {
    const auto& old_rungs = work.before->outcomes.ladder;
    const auto& new_rungs = work.after->outcomes.ladder;
    const Matches rungs = match_ids(ids_in(old_rungs), ids_in(new_rungs));
    const auto subject = [](const Rung& rung) { return fmt::format("rung '{}'", rung.id); };
    for (const auto& [was, is] : rungs.same) compare_rung(work, at(old_rungs, was), at(new_rungs, is));
    for (const int added : rungs.added) work.add("outcomes", subject(at(new_rungs, added)), "added", {{}, kTop});
    for (const int removed : rungs.removed)
        work.add("outcomes", subject(at(old_rungs, removed)), "removed", {kTop, {}});
    work.compare_order("outcomes", "the ladder", rungs, ids_in(new_rungs), {kTop, kTop});
}

// Lists of texts with an id and a place; `text_of` gives everything that people read.
template <typename List, typename Text>
void diff_entries(Comparison& work, std::string_view rule, std::string_view noun, const List& old_list,
                  const List& new_list, Text text_of) {
    const Matches matches = match_ids(ids_in(old_list), ids_in(new_list));
    const auto subject = [&](const auto& one) { return fmt::format("{} '{}'", noun, one.id); };
    for (const auto& [old_index, new_index] : matches.same) {
        const auto& was = at(old_list, old_index);
        const auto& is = at(new_list, new_index);
        work.compare(rule, subject(is), "the text", text_of(was), text_of(is), {was.span, is.span});
    }
    for (const int added : matches.added) {
        work.add(rule, subject(at(new_list, added)), "added", {{}, at(new_list, added).span});
    }
    for (const int removed : matches.removed) {
        work.add(rule, subject(at(old_list, removed)), "removed", {at(old_list, removed).span, {}});
    }
    if (matches.same.empty()) return;
    work.compare_order("order", fmt::format("the list of {}s", noun), matches, ids_in(new_list),
                       {old_list[0].span, new_list[0].span});
}

std::string joined(std::vector<std::string> parts) {
    std::erase(parts, "");
    return fmt::format("{}", fmt::join(parts, " | "));
}

}  // namespace

void diff_outcomes(Comparison& work) {
    const OutcomeRules& was = work.before->outcomes;
    const OutcomeRules& is = work.after->outcomes;
    if (was.declared != is.declared) {
        work.add("outcomes", "outcomes", is.declared ? "are now read" : "are no longer read", {kTop, kTop});
        return;
    }
    const Comparison::Places top{kTop, kTop};
    work.compare("outcomes", "outcomes", "the date from which lags are counted",
                 started_text(*work.before, work.old_names), started_text(*work.after, work.after->catalogue), top);
    work.compare("outcomes", "outcomes", "the headline family",
                 work.now(NameKind::choice, "indicators.family", was.headline), is.headline, top);
    compare_matrix(work);
    compare_ladder(work);
    work.compare("outcome-text", "outcomes", "the text of the ladder", was.ladder_says, is.ladder_says, top);
    work.compare("outcome-text", "outcomes", "the caveats", joined(was.caveats), joined(is.caveats), top);
}

void diff_texts(Comparison& work) {
    const Framework& was = *work.before;
    const Framework& is = *work.after;
    const auto own = [&](std::string_view what, const std::string& before, const std::string& after) {
        work.compare("framework-text", "the framework", what, before, after, {kTop, kTop});
    };
    own("the title", was.title, is.title);
    own("the language", was.language, is.language);
    own("the licence", was.licence, is.licence);
    own("the text about it", was.about, is.about);
    diff_entries(work, "glossary", "word", was.glossary, is.glossary, [](const GlossaryEntry& entry) {
        return joined({entry.term, entry.means, fmt::format("{}", fmt::join(entry.sources, ", "))});
    });
    diff_entries(work, "guide", "guide", was.guides, is.guides,
                 [](const Guide& guide) { return joined({guide.title, guide.text}); });
    diff_entries(work, "source", "source", was.sources, is.sources,
                 [](const SourceEntry& source) { return joined({source.title, source.url, source.note}); });
}

}  // namespace waymark
