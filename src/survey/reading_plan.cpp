#include "survey/reading_plan.hpp"

#include <algorithm>

#include "survey/written_value.hpp"

namespace waymark {

namespace {

class Planner {
  public:
    explicit Planner(const BoundMap& map) : map_(&map), shape_(&map.map.answers) {}
    ReadingPlan made();

  private:
    PathTarget target_from(const Path& base, const Pointer& pointer);
    PlannedTest planned(const RecordTest& test, const Path& base);
    PlannedFact planned(const Selectors& selectors);
    int named_entry(const Selector& selector);
    std::vector<int> slots_of_key(const std::string& key, const std::string& row);
    std::vector<int> slots_at(const Path& path, const std::string& row);
    int slot_of_entry(PlannedEntries& entries, const std::string& key, const std::string& row);
    PlannedPlace planned(const AnswerPlace& place);
    PlannedQuestion planned(const BoundQuestion& question);
    void plan_entries();
    std::string pointer_to_key(const std::string& key, const std::string& row) const;

    const BoundMap* map_;
    const AnswerShape* shape_;
    PathTreeBuilder paths_;
    ReadingPlan plan_;
    int answers_ = -1;  // index into ReadingPlan::entries of the answers, if they stand in a list
};

// Entries are the elements of a list, also where its `*` was left out.
Path entries_at(const Pointer& each) {
    Path path = path_of(each);
    const bool ends_in_star = !path.empty() && path.back().kind == PathStep::Kind::every;
    if (!ends_in_star) path.push_back({PathStep::Kind::every, ""});
    return path;
}

bool has_star(const Path& path) {
    return std::ranges::any_of(path, [](const PathStep& step) { return step.kind == PathStep::Kind::every; });
}

// Up from the base by as many levels as the pointer says, then down.
PathTarget Planner::target_from(const Path& base, const Pointer& pointer) {
    Path start = base;
    for (int i = 0; i < pointer.up && !start.empty(); ++i) start.pop_back();
    if (!has_star(start)) {
        append(start, path_of(pointer));
        return {0, paths_.slot_at(start)};
    }
    const int scope = paths_.scope_at(start);
    return {scope, paths_.slot_at(path_of(pointer), scope)};
}

PlannedTest Planner::planned(const RecordTest& test, const Path& base) {
    return {test.kind, target_from(base, test.at), test.values, test.at.as_written};
}

// {each: /variables/*, key: /name, is: org, value: /value}
int Planner::named_entry(const Selector& selector) {
    const Path base = entries_at(selector.at);
    PlannedEntries entries;
    entries.scope = paths_.scope_at(base);
    entries.key = target_from(base, selector.entry_key);
    entries.values.push_back(target_from(base, selector.entry_value));
    const int slot = slot_of_entry(entries, selector.key, "");
    plan_.entries.push_back(std::move(entries));
    return slot;
}

PlannedFact Planner::planned(const Selectors& selectors) {
    PlannedFact fact;
    for (const Selector& selector : selectors) {
        std::vector<int> slots;
        std::string pointer = selector.at.as_written;
        if (selector.kind == Selector::Kind::pointer) {
            slots.push_back(paths_.slot_at(path_of(selector.at)));
        } else if (selector.kind == Selector::Kind::answer) {
            slots = slots_of_key(selector.key, "");
            pointer = pointer_to_key(selector.key, "");
        } else {
            slots.push_back(named_entry(selector));
        }
        fact.slots.insert(fact.slots.end(), slots.begin(), slots.end());
        if (fact.pointer.empty()) fact.pointer = pointer;
    }
    return fact;
}

int Planner::slot_of_entry(PlannedEntries& entries, const std::string& key, const std::string& row) {
    std::string room;
    const std::string normal(normalised_text(row, room));
    auto& wanted = entries.wanted[key];
    for (const PlannedEntries::Wanted& known : wanted) {
        if (known.row == normal) return known.slot;
    }
    wanted.push_back({normal, paths_.free_slot()});
    return wanted.back().slot;
}

std::vector<int> Planner::slots_at(const Path& path, const std::string& row) {
    std::vector<int> slots;
    const auto add = [&](Path whole) {
        if (!row.empty()) whole.push_back({PathStep::Kind::loose, row});
        slots.push_back(paths_.slot_at(whole));
    };
    for (const Pointer& value : shape_->value) {
        Path whole = path;
        for (int i = 0; i < value.up && !whole.empty(); ++i) whole.pop_back();
        append(whole, path_of(value));
        add(std::move(whole));
    }
    if (shape_->value.empty()) add(path);
    return slots;
}

std::vector<int> Planner::slots_of_key(const std::string& key, const std::string& row) {
    if (answers_ >= 0) return {slot_of_entry(plan_.entries[static_cast<std::size_t>(answers_)], key, row)};
    Path path = shape_->in ? path_of(*shape_->in) : Path{};
    path.push_back({shape_->suffix_keys ? PathStep::Kind::ending_with : PathStep::Kind::member, key});
    return slots_at(path, row);
}

std::string Planner::pointer_to_key(const std::string& key, const std::string& row) const {
    std::string text;
    if (answers_ >= 0) {
        text = shape_->each->as_written + " with key " + key;
        return row.empty() ? text : text + " and row " + row;
    }
    if (shape_->in) text = shape_->in->as_written;
    text += "/" + escaped_token(key);
    if (shape_->value.size() == 1) text += shape_->value.front().as_written;
    return row.empty() ? text : text + "/" + escaped_token(row);
}

PlannedPlace Planner::planned(const AnswerPlace& place) {
    PlannedPlace made;
    made.many = place.many;
    made.split = place.split;
    if (!place.columns.empty()) {
        for (const auto& [code, column] : place.columns) {
            made.columns.push_back({code, slots_of_key(column, place.row)});
        }
        made.pointer = pointer_to_key(place.columns.front().second, place.row);
    } else if (place.at) {
        // A pointer of its own leads to the value itself.
        Path path = path_of(*place.at);
        if (!place.row.empty()) path.push_back({PathStep::Kind::loose, place.row});
        made.slots.push_back(paths_.slot_at(path));
        made.pointer = place.at->as_written + (place.row.empty() ? "" : "/" + escaped_token(place.row));
    } else {
        made.slots = slots_of_key(place.key, place.row);
        made.pointer = pointer_to_key(place.key, place.row);
        made.key = place.key;
    }
    return made;
}

PlannedQuestion Planner::planned(const BoundQuestion& question) {
    PlannedQuestion made;
    made.leaf = question.leaf;
    made.table = question.table;
    made.may_be_not_applicable = question.may_be_not_applicable;
    made.place = planned(question.place);
    if (!question.evidence) return made;
    made.asks_evidence = true;
    made.evidence = planned(question.evidence->place);
    made.evidence_table = question.evidence->table;
    if (!question.evidence->dated) return made;
    made.asks_date = true;
    made.dated = planned(*question.evidence->dated);
    return made;
}

void Planner::plan_entries() {
    if (!shape_->each) return;
    const Path base = entries_at(*shape_->each);
    PlannedEntries entries;
    entries.scope = paths_.scope_at(base);
    for (const RecordTest& test : shape_->only) entries.only.push_back(planned(test, base));
    if (shape_->key) entries.key = target_from(base, *shape_->key);
    entries.has_row = shape_->row.has_value();
    if (shape_->row) entries.row = target_from(base, *shape_->row);
    for (const Pointer& value : shape_->value) entries.values.push_back(target_from(base, value));
    if (shape_->value.empty()) entries.values.push_back(target_from(base, Pointer{}));
    answers_ = static_cast<int>(plan_.entries.size());
    plan_.entries.push_back(std::move(entries));
}

ReadingPlan Planner::made() {
    plan_entries();
    for (const RecordTest& test : map_->map.where) plan_.where.push_back(planned(test, {}));
    for (const RecordTest& test : map_->map.record.complete) plan_.complete.push_back(planned(test, {}));
    const RecordFacts& facts = map_->map.record;
    plan_.id = planned(facts.id);
    plan_.organisation = planned(facts.organisation);
    plan_.role = planned(facts.role);
    plan_.respondent = planned(facts.respondent);
    plan_.submitted = planned(facts.submitted);
    plan_.language = planned(facts.language);
    for (const BoundQuestion& question : map_->questions) plan_.questions.push_back(planned(question));
    if (shape_->shown) plan_.shown_slot = paths_.slot_at(path_of(*shape_->shown));
    plan_.chosen = shape_->chosen;
    plan_.tree = paths_.finish();
    return std::move(plan_);
}

}  // namespace

ReadingPlan plan_reading(const BoundMap& map) {
    return Planner(map).made();
}

}  // namespace waymark
