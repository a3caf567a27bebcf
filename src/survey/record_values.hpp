// What one record holds at the places that a map reads. The texts are views into the bytes of the record (or the
// parser's memory) and live until the next record is read.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "survey/record_paths.hpp"

namespace waymark {

struct RecordValue {
    enum class Kind : std::uint8_t {
        null,
        boolean,
        number,  // text: as written
        text,
        hollow,  // {} or []
        filled   // an object with members, or a list inside a list
    };
    Kind kind = Kind::null;
    std::string_view text;

    // Empty in the sense of the map language: null, "", [] and {}; zero, false and "No" are answers.
    bool is_empty() const { return kind == Kind::null || kind == Kind::hollow || (kind == Kind::text && text.empty()); }
};

// The values at one place, in the order of the record. A list counts as its elements.
struct Found {
    RecordValue first;
    std::int32_t count = 0;  // values; 0 with `present`: an empty list
    std::int32_t more = -1;  // the second value, in RecordValues
    std::int32_t last = -1;
    bool present = false;

    // `first` counts for nothing while nothing is counted.
    void clear() {
        count = 0;
        more = last = -1;
        present = false;
    }
};

class RecordValues {
  public:
    explicit RecordValues(const PathTree& tree);

    void clear();
    // While a record is walked.
    void open(int scope);
    void add(const PathTarget& target, const RecordValue& value) {
        if (target.scope == 0) return add_to_slot(target.slot, value.kind, value.text);
        found_anything_ = true;
        add_to(slot(target), value.kind, value.text);
    }
    // Of the record. A value goes there in parts: one that was put together first would have to be waited for.
    void add_to_slot(int slot, RecordValue::Kind kind, std::string_view text) {
        found_anything_ = true;
        add_to(slots_[static_cast<std::size_t>(slot)], kind, text);
    }
    void add_empty_list(const PathTarget& target);
    void add_empty_to_slot(int slot) { slots_[static_cast<std::size_t>(slot)].present = true; }

    // Afterwards. Slots of the record:
    const Found& at(int slot) const { return slots_[static_cast<std::size_t>(slot)]; }
    // The values of a place one after the other: visit(value); stops when it returns false.
    template <typename Visit>
    void each(const Found& found, Visit visit) const {
        if (found.count == 0 || !visit(found.first)) return;
        for (std::int32_t i = found.more; i >= 0; i = more_[static_cast<std::size_t>(i)].next) {
            if (!visit(more_[static_cast<std::size_t>(i)].value)) return;
        }
    }

    // What a scope was opened for, in the order of the record.
    struct Instance {
        int scope = 0;
        int parent = -1;       // index of the instance around it; -1: the record
        std::size_t base = 0;  // of its slots
    };
    std::span<const Instance> instances() const { return instances_; }
    // A slot of `scope`, seen from an instance of it or of a scope inside it.
    const Found& at(int instance, int scope, int slot) const;

    bool found_anything() const { return found_anything_; }

  private:
    struct More {
        RecordValue value;
        std::int32_t next = -1;
    };
    void add_to(Found& found, RecordValue::Kind kind, std::string_view text) {
        found.present = true;
        if (found.count++ == 0) {
            found.first.kind = kind;
            found.first.text = text;
        } else {
            add_more(found, {kind, text});
        }
    }
    void add_more(Found& found, const RecordValue& value);
    Found& slot(const PathTarget& target);

    const PathTree* tree_;
    std::vector<Found> slots_;  // the record's, then the instances'
    std::vector<More> more_;
    std::vector<Instance> instances_;
    std::vector<int> current_;  // per scope: its instance that is open
    bool found_anything_ = false;
};

}  // namespace waymark
