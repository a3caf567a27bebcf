#include "survey/bind_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "assessment/names.hpp"
#include "survey/written_value.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

constexpr int kStrengths = -1;

struct StateWord {
    std::string_view word;
    Outcome::Kind kind;
};
constexpr std::array<StateWord, 4> kStates{{{"dont-know", Outcome::Kind::dont_know},
                                            {"not-applicable", Outcome::Kind::not_applicable},
                                            {"skipped", Outcome::Kind::skipped},
                                            {"not-asked", Outcome::Kind::not_asked}}};

std::optional<Outcome> state(std::string_view word) {
    const auto found = std::ranges::find(kStates, word, &StateWord::word);
    return found == kStates.end() ? std::nullopt : std::optional(Outcome{found->kind, -1});
}

std::vector<std::string> level_words(const Scale& scale) {
    std::vector<std::string> words = ids_of(scale.levels);
    for (const StateWord& one : kStates) words.emplace_back(one.word);
    return words;
}

}  // namespace

std::optional<Outcome> ValueBinder::level(const ValueEntry& entry, const Scale& scale) {
    if (const auto word = state(entry.means)) return word;
    const auto value = parse_decimal(entry.means);
    for (std::size_t i = 0; i < scale.levels.size(); ++i) {
        const bool is_it = value ? scale.levels[i].value == *value : scale.levels[i].id == entry.means;
        if (is_it) return Outcome{Outcome::Kind::level, static_cast<int>(i)};
    }
    if (value) {
        findings_->report("M101", entry.span,
                          fmt::format("no level of the scale '{}' has the value {}", scale.id, entry.means),
                          fmt::format("its values go from {} to {}", scale.levels.front().value.to_short(4),
                                      scale.levels.back().value.to_short(4)));
    } else {
        findings_->report("M101", entry.span,
                          fmt::format("{} is no level of the scale '{}'", in_quotes(entry.means), scale.id),
                          suggest(entry.means, level_words(scale)));
    }
    return std::nullopt;
}

std::optional<Outcome> ValueBinder::strength(const ValueEntry& entry) {
    if (entry.means == "none") return Outcome{Outcome::Kind::no_evidence, -1};
    if (entry.means == "skipped" || entry.means == "not-asked") return state(entry.means);
    const auto& strengths = framework_->evidence.strengths;
    const auto found = std::ranges::find(strengths, entry.means, &Strength::id);
    if (found != strengths.end()) return Outcome{Outcome::Kind::strength, static_cast<int>(found - strengths.begin())};
    std::vector<std::string> known = ids_of(strengths);
    for (const char* word : {"none", "skipped", "not-asked"}) {
        if (std::ranges::find(known, word) == known.end()) known.emplace_back(word);
    }
    findings_->report("M102", entry.span, fmt::format("{} is no strength of evidence", in_quotes(entry.means)),
                      suggest(entry.means, known));
    return std::nullopt;
}

std::optional<Outcome> ValueBinder::meaning(const ValueEntry& entry, int scale) {
    return scale == kStrengths ? strength(entry) : level(entry, framework_->scales[static_cast<std::size_t>(scale)]);
}

// Numbers are written in exports in more ways than one; texts that read alike but mean different things count only
// as they stand.
void ValueBinder::fill(BoundTable& bound, const ValueTable& table) {
    std::string room;
    std::set<std::string> contested;
    for (const ValueEntry& entry : table.entries) {
        const auto means = meaning(entry, bound.scale);
        if (!means) continue;
        bound.exact.insert_or_assign(entry.value, *means);
        const auto [first, is_new] = bound.normalised.emplace(std::string(normalised_text(entry.value, room)), *means);
        if (!is_new && first->second != *means) contested.insert(first->first);
    }
    for (const ValueEntry& entry : table.entries) {
        const auto means = bound.exact.find(entry.value);
        if (means != bound.exact.end())
            bound.exact.emplace(std::string(canonical_number(entry.value, room)), means->second);
    }
    for (const std::string& text : contested) bound.normalised.erase(text);
}

// A level that no value means can never be scored: perhaps on purpose, more often a line forgotten.
void ValueBinder::check_reach(const BoundTable& bound, const ValueTable& table) {
    if (bound.scale == kStrengths || table.pass != Pass::nothing || table.entries.empty()) return;
    const Scale& scale = framework_->scales[static_cast<std::size_t>(bound.scale)];
    std::string missing;
    for (std::size_t i = 0; i < scale.levels.size(); ++i) {
        const Outcome wanted{Outcome::Kind::level, static_cast<int>(i)};
        const bool reached = std::ranges::any_of(bound.exact, [&](const auto& one) { return one.second == wanted; });
        if (!reached) missing += (missing.empty() ? "" : ", ") + scale.levels[i].id;
    }
    if (missing.empty()) return;
    findings_->report("M108", table.span, fmt::format("no value in {} means {}", in_quotes(table.id), missing),
                      "add the values that do, unless the survey does not offer these levels");
}

int ValueBinder::bind(const std::string& name, int scale) {
    const auto made = made_.find({name, scale});
    if (made != made_.end()) return made->second;
    const int index = static_cast<int>(bound_->tables.size());
    BoundTable bound;
    bound.scale = scale;
    const auto& tables = bound_->map.values;
    const auto found = std::ranges::find(tables, name, &ValueTable::id);
    if (found != tables.end()) {
        bound.table = static_cast<int>(found - tables.begin());
        const std::size_t before = findings_->errors();
        fill(bound, *found);
        if (findings_->errors() == before) check_reach(bound, *found);
        bound.pass = scale == kStrengths ? Pass::nothing : found->pass;
        bound.offset = found->offset;
    }
    if (scale != kStrengths) {
        for (const Level& one : framework_->scales[static_cast<std::size_t>(scale)].levels) {
            bound.level_values.push_back(one.value);
        }
    }
    bound_->tables.push_back(std::move(bound));
    made_[{name, scale}] = index;
    return index;
}

int ValueBinder::for_levels(const AnswerPlace& place, int scale) {
    return bind(place.values, scale);
}

int ValueBinder::for_strengths(const AnswerPlace& place) {
    return bind(place.values, kStrengths);
}

}  // namespace waymark
