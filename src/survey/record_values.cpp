#include "survey/record_values.hpp"

namespace waymark {

RecordValues::RecordValues(const PathTree& tree)
    : tree_(&tree), slots_(static_cast<std::size_t>(tree.scope_slots[0])), current_(tree.scope_slots.size(), -1) {}

void RecordValues::clear() {
    slots_.resize(static_cast<std::size_t>(tree_->scope_slots[0]));
    for (Found& found : slots_) found.clear();
    more_.clear();
    instances_.clear();
    found_anything_ = false;
}

void RecordValues::open(int scope) {
    const auto at = static_cast<std::size_t>(scope);
    const int parent = tree_->scope_parents[at];
    current_[at] = static_cast<int>(instances_.size());
    instances_.push_back({scope, parent > 0 ? current_[static_cast<std::size_t>(parent)] : -1, slots_.size()});
    slots_.resize(slots_.size() + static_cast<std::size_t>(tree_->scope_slots[at]));
}

Found& RecordValues::slot(const PathTarget& target) {
    if (target.scope == 0) return slots_[static_cast<std::size_t>(target.slot)];
    const int instance = current_[static_cast<std::size_t>(target.scope)];
    return slots_[instances_[static_cast<std::size_t>(instance)].base + static_cast<std::size_t>(target.slot)];
}

void RecordValues::add_empty_list(const PathTarget& target) {
    found_anything_ = true;
    slot(target).present = true;
}

void RecordValues::add_more(Found& found, const RecordValue& value) {
    const auto fresh = static_cast<std::int32_t>(more_.size());
    more_.push_back({value, -1});
    (found.more < 0 ? found.more : more_[static_cast<std::size_t>(found.last)].next) = fresh;
    found.last = fresh;
}

const Found& RecordValues::at(int instance, int scope, int slot) const {
    if (scope == 0) return slots_[static_cast<std::size_t>(slot)];
    int at = instance;
    while (instances_[static_cast<std::size_t>(at)].scope != scope)
        at = instances_[static_cast<std::size_t>(at)].parent;
    return slots_[instances_[static_cast<std::size_t>(at)].base + static_cast<std::size_t>(slot)];
}

}  // namespace waymark
