// The tables of scores: nodes, practices, roles.
#include "report/card_tables.hpp"

#include "report/card_columns.hpp"
#include "report/outline.hpp"
#include "report/wording.hpp"

namespace waymark {
namespace {

constexpr const char* kNoPoint = "withheld, unknown or not applicable (see state and withheld)";

std::string scale_range(const Scorecard& card) {
    if (card.levels.empty()) return "";
    return card.levels.front().value.to_short(4) + " to " + card.levels.back().value.to_short(4);
}

std::string title_of(const Scorecard& card, const std::string& id) {
    const CardNode* node = find_node(card, id);
    return node == nullptr ? id : node->title;
}

DataColumn level(const Scorecard& card, std::string name, std::string title, std::string meaning,
                 std::string missing = kNoPoint) {
    return {std::move(name), std::move(title),  ColumnKind::decimal, 11,
            "level",         scale_range(card), std::move(meaning),  std::move(missing)};
}

DataColumn count(std::string name, std::string title, std::string unit, std::string meaning, std::string missing = "") {
    return {std::move(name), std::move(title), ColumnKind::whole,  11,
            std::move(unit), "0 or more",      std::move(meaning), std::move(missing)};
}

DataColumn yes_no(std::string name, std::string title, std::string meaning) {
    return text(std::move(name), std::move(title), 9, std::move(meaning), "", "yes, no");
}

std::vector<DataColumn> naming_columns() {
    return {text("id", "Id", 24, "The id in the framework."),
            text("code", "Code", 7, "The short name for people.", "the framework gives none"),
            text("title", "Title", 42, "What it is called.")};
}

void add(std::vector<DataColumn>& columns, std::vector<DataColumn> more) {
    for (DataColumn& column : more) columns.push_back(std::move(column));
}

std::vector<DataColumn> side_columns(const Scorecard& card, const std::string& side, const std::string& title,
                                     const std::string& what) {
    return {level(card, side, title, what + "."),
            level(card, side + "_low", title + ", at least",
                  what + ", if every unknown practice stood at the lowest level.", "not applicable"),
            level(card, side + "_high", title + ", at most",
                  what + ", if every unknown practice stood at the highest level.", "not applicable"),
            yes_no(side + "_withheld", title + ": withheld",
                   "Whether too few practices are known for a figure (" + title + ")."),
            count(side + "_known", title + ": known", "practices", "How many practices are known (" + title + ")."),
            count(side + "_in_scope", title + ": in scope", "practices",
                  "How many practices could be known; those that do not apply are left out (" + title + ").")};
}

std::vector<SheetCell> side_cells(const CardScore& score) {
    const auto end = [&](bool high) -> SheetCell {
        if (!score.range) return std::monostate();
        return high ? score.range->high : score.range->low;
    };
    return {cell_of(score.point),      end(false), end(true), yes_no_cell(score.withheld), count_cell(score.known),
            count_cell(score.in_scope)};
}

void add(std::vector<SheetCell>& row, std::vector<SheetCell> more) {
    for (SheetCell& cell : more) row.push_back(std::move(cell));
}

std::string lines_of(const std::vector<std::string>& texts) {
    return joined(texts, "\n");
}

std::vector<const CardNode*> practices_of(const Scorecard& card) {
    std::vector<const CardNode*> found;
    for (const CardNode& node : card.nodes) {
        if (node.kind == "practice") found.push_back(&node);
    }
    return found;
}

}  // namespace

const std::vector<std::string>& card_table_ids() {
    static const std::vector<std::string> ids = {"scores",   "practices", "roles",    "flags",
                                                 "evidence", "facts",     "outcomes", "next-steps"};
    return ids;
}

std::optional<DataTable> card_table(const Scorecard& card, const std::string& id, bool with_notes) {
    if (id == "scores") return scores_table(card);
    if (id == "practices") return practices_table(card, with_notes);
    if (id == "roles") return roles_table(card);
    if (id == "flags") return flags_table(card);
    if (id == "evidence") return evidence_table(card, with_notes);
    if (id == "facts") return facts_table(card);
    if (id == "outcomes") return outcomes_table(card);
    if (id == "next-steps") return next_steps_table(card);
    return std::nullopt;
}

DataTable scores_table(const Scorecard& card) {
    DataTable table{"scores", "Scores", naming_columns(), {}};
    add(table.columns, {text("kind", "Kind", 11, "What it is.", "", "overall, dimension, group, practice"),
                        text("parent", "Parent", 16, "The id of the group or dimension above.", "the whole"),
                        text("state", "State", 14, "Whether it has a score, and if not why.", "",
                             "scored, not-applicable, unknown, not-asked")});
    add(table.columns, side_columns(card, "claimed", "Claimed", "The level that people gave"));
    add(table.columns,
        side_columns(card, "evidenced", "Evidenced", "The lower of that and what the evidence offered supports"));
    add(table.columns,
        {level(card, "gap", "Gap", "Claimed less evidenced.", "one of the two is not known"),
         text("band", "Band", 14, "The band that the score falls in.", "not the whole or a dimension, or no figure"),
         text("band_side", "Band by", 11, "The side that the band goes by.", "no band", "claimed, evidenced"),
         level(card, "lowest", "Scale from", "The lower end of its scale.", ""),
         level(card, "highest", "Scale to", "The upper end of its scale; of a sum, what can be reached.", ""),
         text("rollup", "Rolled up by", 12, "How its parts make its score.", "a practice",
              "mean, sum, minimum, staged"),
         level(card, "previous_claimed", "Claimed before", "Claimed in the assessment before.",
               "no assessment before, or no figure then"),
         level(card, "previous_evidenced", "Evidenced before", "Evidenced in the assessment before.",
               "no assessment before, or no figure then")});
    for (const CardNode& node : card.nodes) {
        std::vector<SheetCell> row = {cell_of(node.id),   cell_of(node.code),   cell_of(node.title),
                                      cell_of(node.kind), cell_of(node.parent), cell_of(node.state)};
        add(row, side_cells(node.claimed));
        add(row, side_cells(node.evidenced));
        const std::string side = node.band.empty() ? "" : node.band_is_claimed ? "claimed" : "evidenced";
        add(row, {cell_of(node.gap), cell_of(node.band_title), cell_of(side), SheetCell(node.lowest),
                  SheetCell(node.highest), cell_of(node.rollup), cell_of(node.previous_claimed),
                  cell_of(node.previous_evidenced)});
        table.rows.push_back(std::move(row));
    }
    return table;
}

DataTable practices_table(const Scorecard& card, bool with_notes) {
    DataTable table{"practices", "Practices", naming_columns(), {}};
    add(table.columns,
        {text("dimension", "Dimension", 18, "The dimension it belongs to.", "it belongs to none"),
         yes_no("core", "Core", "Whether it is a core practice, which others cannot make up for."),
         text("state", "State", 14, "Whether it has a score, and if not why.", "",
              "scored, not-applicable, unknown, not-asked"),
         level(card, "claimed", "Claimed", "The level that people gave."),
         text("claimed_level", "Claimed level", 14, "The level that describes it, never above it.", "no figure"),
         level(card, "evidenced", "Evidenced", "The lower of that and what the evidence offered supports.",
               "not known, or evidence was not asked for"),
         text("evidenced_level", "Evidenced level", 14, "The level that describes it, never above it.", "no figure"),
         level(card, "gap", "Gap", "Claimed less evidenced.", "one of the two is not known"),
         level(card, "target", "Target", "The level aimed at.", "no target was set"),
         text("strongest_evidence", "Strongest evidence", 22, "The strongest evidence, as it counts.", "not known"),
         count("evidence_items", "Items of evidence", "items", "How many items of evidence were offered."),
         count("new_evidence", "New items", "items", "How many of them are dated after the assessment before.",
               "no assessment before"),
         count("answered", "Gave a level", "people", "How many people gave a level."),
         count("dont_know", "Do not know", "people", "How many people answered that they do not know."),
         level(card, "lowest_answer", "Lowest answer", "The lowest level given.", "nobody gave a level"),
         level(card, "lower_quartile", "Lower quartile", "A quarter of the answers are at or below this.",
               "fewer than ten people gave a level"),
         level(card, "upper_quartile", "Upper quartile", "A quarter of the answers are at or above this.",
               "fewer than ten people gave a level"),
         level(card, "highest_answer", "Highest answer", "The highest level given.", "nobody gave a level"),
         {"agreement", "Agreement", ColumnKind::decimal, 11, "", "1 or less",
          "1: everybody gave the same level; 0: as mixed as chance; below 0: more divided than chance.",
          "fewer than three people gave a level"},
         yes_no("agreed", "Agreed level", "Whether the team agreed the level after talking it over."),
         yes_no("scope_disputed", "Scope disputed",
                "Whether some said that it does not apply while others gave a level."),
         level(card, "role_gap", "Role gap", "The widest difference between the means of two roles that are shown.",
               "fewer than two roles are shown"),
         text("role_gap_high", "Higher role", 14, "The role with the higher mean.", "fewer than two roles are shown"),
         text("role_gap_low", "Lower role", 14, "The role with the lower mean.", "fewer than two roles are shown"),
         level(card, "previous_claimed", "Claimed before", "Claimed in the assessment before.",
               "no assessment before, or no figure then"),
         level(card, "previous_evidenced", "Evidenced before", "Evidenced in the assessment before.",
               "no assessment before, or no figure then"),
         prose("ask", "Question", "What people were asked.", "not recorded")});
    if (with_notes) {
        add(table.columns,
            {prose("reasons", "Why it does not apply", "In people's own words, a line each.", "nobody wrote one"),
             prose("notes", "Notes", "In people's own words, a line each.", "nobody wrote one")});
    }
    for (const CardNode* node : practices_of(card)) {
        std::vector<SheetCell> row = {cell_of(node->id),
                                      cell_of(node->code),
                                      cell_of(node->title),
                                      cell_of(title_of(card, node->dimension)),
                                      yes_no_cell(node->core),
                                      cell_of(node->state),
                                      cell_of(node->claimed.point),
                                      cell_of(node->level),
                                      cell_of(node->evidenced.point),
                                      cell_of(node->evidenced_level),
                                      cell_of(node->gap),
                                      cell_of(node->target_value),
                                      cell_of(node->strongest_evidence),
                                      count_cell(node->evidence_items),
                                      node->new_evidence ? count_cell(*node->new_evidence) : SheetCell(),
                                      count_cell(node->respondents),
                                      count_cell(node->dont_know),
                                      cell_of(node->spread_lowest),
                                      cell_of(node->lower_quartile),
                                      cell_of(node->upper_quartile),
                                      cell_of(node->spread_highest),
                                      cell_of(node->agreement),
                                      yes_no_cell(node->agreed),
                                      yes_no_cell(node->scope_disputed),
                                      cell_of(node->role_gap),
                                      cell_of(node->role_gap_high),
                                      cell_of(node->role_gap_low),
                                      cell_of(node->previous_claimed),
                                      cell_of(node->previous_evidenced),
                                      cell_of(node->ask)};
        if (with_notes) add(row, {cell_of(lines_of(node->reasons)), cell_of(lines_of(node->notes))});
        table.rows.push_back(std::move(row));
    }
    return table;
}

DataTable roles_table(const Scorecard& card) {
    const char* hidden = "too few people answered in this role to show it";
    DataTable table{
        "roles",
        "Roles",
        {text("practice", "Practice id", 24, "The practice's id."),
         text("code", "Code", 7, "The practice's short name.", "the framework gives none"),
         text("title", "Practice", 42, "What the practice is called."), text("role", "Role", 16, "The role."),
         yes_no("hidden", "Hidden", "Whether too few people answered in this role to show what they said."),
         count("answered", "Gave a level", "people", "How many in this role gave a level.", hidden),
         count("dont_know", "Do not know", "people", "How many in this role do not know.", hidden),
         level(card, "mean", "Mean", "The mean of the levels given in this role; claimed, never evidenced.",
               "hidden, or nobody in this role gave a level")},
        {}};
    for (const CardNode* node : practices_of(card)) {
        for (const CardRole& role : node->roles) {
            table.rows.push_back({cell_of(node->id), cell_of(node->code), cell_of(node->title), cell_of(role.title),
                                  yes_no_cell(role.hidden), role.hidden ? SheetCell() : count_cell(role.answered),
                                  role.hidden ? SheetCell() : count_cell(role.dont_know),
                                  role.hidden ? SheetCell() : cell_of(role.mean)});
        }
    }
    return table;
}

}  // namespace waymark
