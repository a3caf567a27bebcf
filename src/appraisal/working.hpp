// What an appraisal holds while it is under way: scores, tables and flag states, each filled once, in the
// order scores -> outcomes -> tables -> flags -> verdict.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "outcomes/readings.hpp"
#include "waymark/appraisal.hpp"
#include "waymark/condition.hpp"
#include "waymark/scores.hpp"

namespace waymark {

enum class FlagState { does_not_apply, cannot_tell, clear, too_early, raised };

struct FlagResult {
    FlagState state = FlagState::cannot_tell;
    std::optional<FlagSeverity> severity;  // none for kind real
    std::string saw;
    std::set<Missing> missing;
};

// Signs that the answers deserve less trust; thresholds in QualityRules.
struct AnswerQuality {
    bool halo = false;      // every dimension alike and no "don't know"
    bool too_good = false;  // a first assessment with a very high average claim
    std::int64_t straight_lining = 0;
    int roles_heard = 0;
    std::vector<int> jumps;  // dimensions that rose without new evidence
};

// A measure of one node by some roles.
struct RoleFigure {
    int node = -1;
    NodeMeasure::Kind kind = NodeMeasure::Kind::claimed;
    bool at_previous = false;
    bool everyone = true;
    std::uint64_t roles = 0;  // a bit for each, of which a framework has at most 64
    friend auto operator<=>(const RoleFigure&, const RoleFigure&) = default;
};

struct Working {
    explicit Working(const Case& the_case) : input(the_case), framework(*the_case.framework), plan(*the_case.plan) {}

    const Case& input;
    const Framework& framework;
    const Plan& plan;
    Scores scores;
    std::optional<Scores> previous;
    std::vector<IndicatorReading> readings;
    AnswerQuality quality;
    std::vector<Table> tables;  // as Case::tables, with the computed ones filled
    std::vector<FlagResult> flags;
    std::map<RoleFigure, Measured> role_figures;  // those that were asked for: rules ask again and again
    World world;                                  // points into this object
    bool in_words = true;                         // false: only states are asked for, and nothing is put into sentences
};

// Filling a computed row by column id; columns that a framework's words leave out are skipped.
class RowWriter {
  public:
    explicit RowWriter(const TableType& type) : type_(&type), row_{std::vector<Cell>(type.columns.size()), 1, -1} {}
    RowWriter& set(std::string_view column, Cell value);
    RowWriter& choose(std::string_view column, std::string_view choice);  // one_of, yes_no, level
    RowWriter& number(std::string_view column, const std::optional<Rational>& value);
    RowWriter& yes_no(std::string_view column, bool value) { return choose(column, value ? "yes" : "no"); }
    RowWriter& node(int index) {
        row_.node = index;
        return *this;
    }
    RowWriter& times(std::int64_t count) {
        row_.times = count;
        return *this;
    }
    Row done() { return std::move(row_); }

  private:
    const TableType* type_;
    Row row_;
};

// quality.cpp
AnswerQuality answer_quality(const Working& working);
std::vector<CardNote> confidence_notes(const Working& working);

// computed_tables.cpp
void fill_computed_tables(Working& working);
void fill_flag_table(Working& working);
std::int64_t evidence_items(const Working& working, int node);  // of one practice
// Evidence items of one practice that are dated after the previous assessment; none without one.
std::optional<std::int64_t> new_evidence(const Working& working, int node);

// measures.cpp
Measured measure_node(Working& working, const NodeMeasure& wanted);
// Roles whose answers to this practice are too few to be shown or used on their own.
bool role_is_small(const Plan& plan, const RoleScore& role);

// appraise.cpp: scores, outcomes, tables and flags; the rest of an appraisal reads them.
void work_out(Working& working);

// flag_states.cpp
void decide_flags(Working& working);

// verdict.cpp
CardVerdict decide_verdict(Working& working);
// Those whose condition is true; after the verdict.
std::vector<CardShape> card_shapes(const Working& working);

// missing.cpp
std::vector<CardMissing> group_missing(const Working& working);
std::vector<std::string> would_tell(const Working& working, const FlagResult& flag, const Reads& reads);

// nodes.cpp
std::vector<CardNode> card_nodes(const Working& working);
std::string core_hold_sentence(const Working& working);
// Bands go by evidence where it was collected, else by claims; of the whole, held by core practices.
std::optional<int> band_of_node(const Working& working, int node);
// Index of the highest level whose value is not above `point`; the lowest level if all are above.
int describing_level(const Framework& framework, int element, const Rational& point);
// The side that bands, weakest practices and next steps go by: evidenced where evidence is known, else
// claimed.
const std::optional<Rational>& judged(const NodeScore& score);

// next_steps.cpp
std::vector<std::string> weakest_practices(const Working& working);
std::vector<CardNextStep> next_steps(const Working& working);

// outcomes.cpp
CardOutcomes card_outcomes(const Working& working);

// facts.cpp
std::vector<CardFacts> card_facts(const Working& working);

// changes.cpp
std::vector<CardNote> changes_since(const Working& working);

std::string flag_state_id(FlagState state);
std::string severity_id(FlagSeverity severity);
std::string node_state_id(NodeState state);

}  // namespace waymark
