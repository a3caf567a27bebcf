// Evidence counted by kind: what scoring many respondents keeps of their items.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>

#include "waymark/date.hpp"
#include "waymark/framework.hpp"
#include "waymark/plan.hpp"
#include "waymark/table.hpp"

namespace waymark {

// Items that say the same are one row, counted; an item's own words are no part of the table. Sorted, so that the order
// of respondents does not matter.
struct EvidenceKind {
    int element, role, strength, effective_strength;
    std::optional<Date> dated;
    int produced_by, form;
    friend auto operator<=>(const EvidenceKind&, const EvidenceKind&) = default;
};
using EvidenceCounts = std::map<EvidenceKind, std::int64_t>;

// The computed table "evidence" where evidence was asked for: "none" if there are no items.
Table evidence_table(const EvidenceCounts& counted, int profile, const Framework& framework);

// The strength of an item on `date`; nullopt as its date: not known.
int effective_strength(int strength, const std::optional<Date>& dated, const EvidenceRules& rules, Date date);

// How high an item of this effective strength lifts a practice that it was offered for at this level: no higher than
// either. In kValueUnit.
std::int64_t supported_value(const Plan& plan, const Framework& framework, int element, int level, int strength);

}  // namespace waymark
