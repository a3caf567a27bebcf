#include "survey/response.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "survey/short_text.hpp"
#include "survey/written_value.hpp"

namespace waymark {

namespace {

constexpr std::size_t kKnownTexts = 1024;  // per table; a power of two, at most half full
constexpr std::size_t kLongestKnown = 120;
constexpr std::size_t kUsualRoles = 16;  // so many are compared one by one, which is faster than hashing
constexpr std::int16_t kNotSaid = -1;
constexpr std::int16_t kNoLevel = -1;

std::int16_t packed(const Outcome& outcome) {
    return static_cast<std::int16_t>(static_cast<int>(outcome.kind) * 256 + (outcome.index & 0xFF));
}

Outcome unpacked(std::int16_t packed) {
    const int index = packed % 256;
    return {static_cast<Outcome::Kind>(packed / 256), index == 0xFF ? -1 : index};
}

std::optional<Date> date_in(std::string_view text) {
    constexpr std::size_t kDateLength = 10;
    if (text.size() > kDateLength && text[kDateLength] != 'T' && text[kDateLength] != ' ') return std::nullopt;
    return parse_date(text.substr(0, kDateLength));
}

}  // namespace

ResponseReader::ResponseReader(const BoundMap& map, const ReadingPlan& plan, int leaves, bool let_unmapped_pass)
    : map_(&map),
      plan_(&plan),
      leaves_(static_cast<std::size_t>(leaves)),
      let_pass_(let_unmapped_pass),
      tables_(map.tables.size()) {
    for (std::size_t i = 0; i < tables_.size(); ++i) {
        Table& table = tables_[i];
        table.bound = &map.tables[i];
        table.known.resize(kKnownTexts);
        for (int c = 0; c < 256; ++c) {
            const char text = static_cast<char>(c);
            const auto outcome = c < 0x80 ? look_up(*table.bound, {&text, 1}, room_) : std::nullopt;
            const bool level = outcome && outcome->kind == Outcome::Kind::level;
            table.single[static_cast<std::size_t>(c)] = outcome ? packed(*outcome) : kNotSaid;
            table.level[static_cast<std::size_t>(c)] = level ? static_cast<std::int16_t>(outcome->index) : kNoLevel;
        }
    }
    for (const auto& [text, role] : map.roles_exact) {
        if (usual_roles_.size() < kUsualRoles) usual_roles_.emplace_back(text, role);
    }
    for (const PlannedQuestion& question : plan.questions) {
        const PlannedPlace& place = question.place;
        const bool usual = place.slots.size() == 1 && place.columns.empty() && place.split == Split::never &&
                           place.many != Many::count;
        usual_.push_back({question.leaf, usual ? place.slots.front() : -1, question.table,
                          tables_[static_cast<std::size_t>(question.table)].level.data(), question.asks_evidence,
                          &question});
    }
}

// Entries of a list go to where their keys are looked for.
void ResponseReader::put_entries(RecordValues& values) {
    for (const PlannedEntries& entries : plan_->entries) {
        for (std::size_t i = 0; i < values.instances().size(); ++i) {
            if (values.instances()[i].scope != entries.scope) continue;
            const int instance = static_cast<int>(i);
            const bool counts = std::ranges::all_of(
                entries.only, [&](const PlannedTest& test) { return holds(test, values, instance); });
            if (!counts) continue;
            const Found& key = values.at(instance, entries.key.scope, entries.key.slot);
            if (key.count == 0) continue;
            const auto wanted = entries.wanted.find(canonical(key.first));
            if (wanted == entries.wanted.end()) continue;
            for (const PlannedEntries::Wanted& want : wanted->second) {
                if (!want.row.empty()) {
                    if (!entries.has_row) continue;
                    const Found& row = values.at(instance, entries.row.scope, entries.row.slot);
                    if (row.count == 0 || normalised_text(canonical(row.first), room_) != want.row) continue;
                }
                for (const PathTarget& value : entries.values) {
                    const Found found = values.at(instance, value.scope, value.slot);
                    if (!found.present) continue;
                    if (found.count == 0) values.add_empty_to_slot(want.slot);
                    values.each(found, [&](const RecordValue& one) {
                        values.add_to_slot(want.slot, one.kind, one.text);
                        return true;
                    });
                    break;
                }
            }
        }
    }
}

std::string_view ResponseReader::canonical(const RecordValue& value) {
    if (value.kind != RecordValue::Kind::number || value.text.size() == 1) return value.text;
    return canonical_number(value.text, number_room_);
}

bool ResponseReader::holds(const PlannedTest& test, const RecordValues& values, int instance) {
    const Found& found = values.at(instance, test.at.scope, test.at.slot);
    bool filled = false;
    bool one_of = false;
    values.each(found, [&](const RecordValue& value) {
        if (value.is_empty()) return true;
        filled = true;
        if (value.kind == RecordValue::Kind::filled) return true;
        const std::string_view text = canonical(value);
        one_of = one_of || std::ranges::find(test.values, text) != test.values.end();
        return !one_of;
    });
    switch (test.kind) {
        case RecordTest::Kind::present:
            return filled;
        case RecordTest::Kind::absent:
            return !filled;
        case RecordTest::Kind::one_of:
            return one_of;
        case RecordTest::Kind::none_of:
            return !one_of;
    }
    return false;
}

// A fact about the record as canonical text. Numbers may need room of their own.
std::string_view ResponseReader::fact(const PlannedFact& fact, const RecordValues& values, std::string& room) {
    std::string_view text;
    for (const int slot : fact.slots) {
        values.each(values.at(slot), [&](const RecordValue& value) {
            if (value.is_empty() || value.kind == RecordValue::Kind::filled) return true;
            text = value.kind == RecordValue::Kind::number ? canonical_number(value.text, room) : value.text;
            return false;
        });
        if (!text.empty()) break;
    }
    return text;
}

// What a text means. Texts that the map knows are remembered as they were written; nothing else ever is.
std::optional<Outcome> ResponseReader::look_up_known(std::size_t index, std::string_view text, bool padded) {
    Table& table = tables_[index];
    if (text.size() == 1) {
        const std::int16_t single = table.single[static_cast<unsigned char>(text.front())];
        return single == kNotSaid ? std::nullopt : std::optional(unpacked(single));
    }
    if (!padded || text.size() > kLongestKnown) return look_up(*table.bound, text, room_);
    std::size_t at = padded_hash(text) & (kKnownTexts - 1);
    while (!table.known[at].text.empty()) {
        if (table.known[at].text == text) return table.known[at].outcome;
        at = (at + 1) & (kKnownTexts - 1);
    }
    const auto outcome = look_up(*table.bound, text, room_);
    if (outcome && table.used < kKnownTexts / 2) {
        table.known[at] = {std::string(text), *outcome};
        ++table.used;
    }
    return outcome;
}

bool ResponseReader::refuse(Response& response, Reject reject, std::string_view pointer, std::string_view value) {
    response.end = Response::End::rejected;
    response.reject = reject;
    response.pointer = pointer;
    response.value.assign(value);
    return false;
}

// Says whether the response can go on without this value.
bool ResponseReader::unmapped(Response& response, const PlannedPlace& place, std::string_view value) {
    if (!let_pass_) return refuse(response, Reject::unmapped_value, place.pointer, value);
    ++response.unmapped;
    return true;
}

// What several values come to.
bool ResponseReader::settle(const PlannedQuestion& question, Response& response, Outcome& outcome) {
    const PlannedPlace& place = question.place;
    const auto table = static_cast<std::size_t>(question.table);
    outcome = {Outcome::Kind::skipped, -1};
    if (place.many == Many::count) {
        const auto unreadable = std::ranges::find(values_, false, &Value::readable);
        if (unreadable != values_.end()) return unmapped(response, place, unreadable->text);
        const std::string number = fmt::format_int(values_.size()).str();
        const auto counted = look_up(*tables_[table].bound, number, room_);
        if (!counted) return unmapped(response, place, number);
        outcome = *counted;
        return true;
    }
    if (values_.empty()) return true;  // shown, and nothing ticked
    if (values_.size() > 1 && place.many == Many::refuse) {
        return refuse(response, Reject::several_values, place.pointer, values_[1].text);
    }
    const std::size_t considered = place.many == Many::first ? 1 : values_.size();
    bool any = false;
    for (std::size_t i = 0; i < considered; ++i) {
        const bool padded =
            place.split == Split::never && place.columns.empty() && values_[i].text.data() != number_room_.data();
        const auto found =
            values_[i].readable ? look_up_known(table, values_[i].text, padded) : std::optional<Outcome>();
        if (!found) {
            if (!unmapped(response, place, values_[i].text)) return false;
            continue;
        }
        const bool level = found->kind == Outcome::Kind::level;
        const bool better = outcome.kind != Outcome::Kind::level ||
                            (place.many == Many::max ? found->index > outcome.index : found->index < outcome.index);
        if (!any || (level && better)) outcome = *found;
        any = true;
    }
    return true;
}

bool ResponseReader::was_shown(const PlannedPlace& place, const RecordValues& values) {
    if (plan_->shown_slot < 0 || place.key.empty()) return true;
    bool shown = false;
    values.each(values.at(plan_->shown_slot), [&](const RecordValue& value) {
        shown = canonical(value) == place.key;
        return !shown;
    });
    return shown;
}

// The level that the one value of a usual question means; below 0: it has to be looked at closely.
int ResponseReader::usual_level(const Usual& usual, const Found& found) {
    const RecordValue& value = found.first;
    const bool written = value.kind == RecordValue::Kind::number || value.kind == RecordValue::Kind::text ||
                         value.kind == RecordValue::Kind::boolean;
    if (found.count != 1 || !written || value.text.empty()) return -1;
    const std::string_view text = canonical(value);
    const auto outcome = look_up_known(static_cast<std::size_t>(usual.table), text, text.data() == value.text.data());
    return outcome && outcome->kind == Outcome::Kind::level ? outcome->index : -1;
}

bool ResponseReader::answer(const PlannedQuestion& question, const RecordValues& values, Response& response) {
    LeafAnswer& answer = response.answers[static_cast<std::size_t>(question.leaf)];
    if (!gather(question.place, values)) {
        answer.state = was_shown(question.place, values) ? AnswerState::skipped : AnswerState::not_asked;
        return true;
    }
    Outcome outcome;
    if (!settle(question, response, outcome)) return false;
    switch (outcome.kind) {
        case Outcome::Kind::level:
            answer = {AnswerState::level, outcome.index};
            return true;
        case Outcome::Kind::dont_know:
            answer.state = AnswerState::dont_know;
            return true;
        case Outcome::Kind::not_applicable:
            if (!question.may_be_not_applicable) {
                return refuse(response, Reject::always_applies, question.place.pointer,
                              values_.empty() ? "" : values_.front().text);
            }
            answer.state = AnswerState::not_applicable;
            return true;
        case Outcome::Kind::not_asked:
            return true;
        case Outcome::Kind::skipped:
        case Outcome::Kind::strength:
        case Outcome::Kind::no_evidence:
            answer.state = AnswerState::skipped;
            return true;
    }
    return true;
}

bool ResponseReader::evidence(const PlannedQuestion& question, const RecordValues& values, Response& response) {
    if (!question.asks_evidence || !gather(question.evidence, values)) return true;
    const std::size_t first = response.evidence.size();
    for (const Value& value : values_) {
        const auto found = value.readable
                               ? look_up_known(static_cast<std::size_t>(question.evidence_table), value.text, false)
                               : std::nullopt;
        if (!found) {
            if (!unmapped(response, question.evidence, value.text)) return false;
        } else if (found->kind == Outcome::Kind::strength) {
            response.evidence.push_back({question.leaf, found->index, std::nullopt});
        } else if (found->kind == Outcome::Kind::no_evidence) {
            response.evidence.push_back({question.leaf, -1, std::nullopt});
        }
    }
    if (!question.asks_date || response.evidence.size() == first || !gather(question.dated, values)) return true;
    const auto date = date_in(values_.front().text);
    if (!date && !let_pass_) {
        return refuse(response, Reject::not_a_date, question.dated.pointer, values_.front().text);
    }
    if (!date) ++response.unmapped;
    for (std::size_t i = first; i < response.evidence.size(); ++i) response.evidence[i].dated = date;
    return true;
}

void ResponseReader::read_identity(RecordValues& values, Response& response) {
    response.end = Response::End::scored;
    response.reject = Reject::none;
    response.pointer = {};
    response.value.clear();
    response.unmapped = 0;
    response.role = -1;
    if (!plan_->entries.empty()) put_entries(values);
    response.id = fact(plan_->id, values, id_room_);
    response.submitted = fact(plan_->submitted, values, submitted_room_);
    response.organisation = fact(plan_->organisation, values, organisation_room_);
    response.respondent = fact(plan_->respondent, values, respondent_room_);
    response.complete =
        std::ranges::all_of(plan_->complete, [&](const PlannedTest& test) { return holds(test, values, -1); });
    for (const PlannedTest& test : plan_->where) {
        if (holds(test, values, -1)) continue;
        response.end = Response::End::dropped;
        response.drop = Drop::where;
        return;
    }
    if (response.complete || map_->map.incomplete == Incomplete::keep) return;
    if (map_->map.incomplete == Incomplete::drop) {
        response.end = Response::End::dropped;
        response.drop = Drop::incomplete;
    } else {
        refuse(response, Reject::incomplete, plan_->complete.front().pointer, "");
    }
}

void ResponseReader::read(RecordValues& values, Response& response) {
    const bool found_anything = values.found_anything();
    read_identity(values, response);
    if (!found_anything) {
        refuse(response, Reject::nothing_found, "", "");
        return;
    }
    if (response.end != Response::End::scored) return;
    if (read_role(values, response)) read_answers(values, response);
}

int ResponseReader::role_of(std::string_view text) {
    for (const auto& [known, role] : usual_roles_) {
        if (same_text(known, text)) return role;
    }
    return role_named(*map_, text, room_).value_or(-1);
}

// False if the response cannot go on.
bool ResponseReader::read_role(const RecordValues& values, Response& response) {
    const std::string_view role = fact(plan_->role, values, number_room_);
    if (role.empty()) return true;
    response.role = role_of(role);
    if (response.role >= 0) return true;
    if (!let_pass_) return refuse(response, Reject::unmapped_role, plan_->role.pointer, role);
    ++response.unmapped;
    return true;
}

void ResponseReader::read_answers(const RecordValues& values, Response& response) {
    response.answers.assign(leaves_, LeafAnswer{});
    response.evidence.clear();
    LeafAnswer* const answers = response.answers.data();
    // Which questions were left out is hard to foresee, so what is usual is told without a branch on it.
    const bool absent_is_skipped = plan_->shown_slot < 0;
    for (const Usual& usual : usual_) {
        int level = kNoLevel;
        bool settled = false;
        if (usual.slot >= 0) {
            const Found& found = values.at(usual.slot);
            const bool one_byte = (found.count == 1) & (found.first.text.size() == 1);
            const auto* const text = one_byte ? found.first.text.data() : "";
            const int said = usual.level[static_cast<unsigned char>(*text)];
            level = one_byte ? said : kNoLevel;
            settled = (level >= 0) | (absent_is_skipped & !found.present);
        }
        if (settled) {
            answers[usual.leaf] = {level >= 0 ? AnswerState::level : AnswerState::skipped, level};
        } else if (!unusual_answer(usual, values, response)) {
            return;
        }
        if (usual.asks_evidence && !evidence(*usual.question, values, response)) return;
    }
}

// The answer to a question that is not written as one digit or letter, as one word for a level perhaps.
bool ResponseReader::unusual_answer(const Usual& usual, const RecordValues& values, Response& response) {
    const int level = usual.slot >= 0 ? usual_level(usual, values.at(usual.slot)) : kNoLevel;
    if (level < 0) return answer(*usual.question, values, response);
    response.answers[static_cast<std::size_t>(usual.leaf)] = {AnswerState::level, level};
    return true;
}

}  // namespace waymark
