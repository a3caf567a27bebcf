// Items of evidence that say when they date from, counted by kind. Twelve bytes for each kind, in no order until they are
// read; how much an item counts for is known only with the date of the assessment.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "waymark/date.hpp"

namespace waymark {

struct DatedItem {
    int leaf = 0;
    int role = 0;
    int level = 0;  // of the answer that it stands under
    int strength = 0;
    Date dated;
};

class DatedEvidence {
  public:
    void add(const DatedItem& item);
    void add(const DatedEvidence& other);
    bool empty() const { return kinds_.empty(); }

    // visit(item, times); a kind may come more than once.
    template <typename Visit>
    void each(Visit visit) const {
        for (const Kind& kind : kinds_) visit(item_of(kind), kind.times);
    }

  private:
    struct Kind {
        std::uint32_t what = 0, when = 0, times = 0;
    };
    static Kind kind_of(const DatedItem& item);
    static DatedItem item_of(const Kind& kind);
    void add(const Kind& kind);
    void count_alike_together();

    std::vector<Kind> kinds_;
};

}  // namespace waymark
