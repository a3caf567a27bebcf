#include "cohort/doubt.hpp"

#include <algorithm>

namespace waymark {

namespace {

constexpr std::int64_t kFar = std::int64_t{1} << 40U;

// Numbers of organisations below each level are unknowns whose differences are bounded; shortest paths between them give
// the exact bounds of every cell (difference constraints).
class Differences {
  public:
    explicit Differences(std::size_t unknowns) : size_(unknowns), bound_(unknowns * unknowns, kFar) {
        for (std::size_t at = 0; at < size_; ++at) at_most(at, at, 0);
    }
    void at_most(std::size_t of, std::size_t less, std::int64_t value) {
        std::int64_t& bound = bound_[less * size_ + of];
        bound = std::min(bound, value);
    }
    void at_least(std::size_t of, std::size_t less, std::int64_t value) { at_most(less, of, -value); }
    void is(std::size_t of, std::size_t less, std::int64_t value) {
        at_most(of, less, value);
        at_least(of, less, value);
    }
    void settle() {
        for (std::size_t by = 0; by < size_; ++by) {
            for (std::size_t from = 0; from < size_; ++from) {
                for (std::size_t to = 0; to < size_; ++to) {
                    std::int64_t& bound = bound_[from * size_ + to];
                    bound = std::min(bound, bound_[from * size_ + by] + bound_[by * size_ + to]);
                }
            }
        }
    }
    std::int64_t width(std::size_t of, std::size_t less) const {
        return bound_[less * size_ + of] + bound_[of * size_ + less];
    }

  private:
    std::size_t size_;
    std::vector<std::int64_t> bound_;  // [less][of]: at most so much more
};

// `base`: the unknown that counts those below the first cell of this side.
void add_side(Differences& known, std::size_t base, const LevelSteps& told, std::size_t cells, const LevelsTold& all) {
    known.is(base + cells, base, all.all);
    for (std::size_t cell = 0; cell < cells; ++cell) known.at_least(base + cell + 1, base + cell, 0);
    if (told.steps.empty()) return;
    if (told.steps.front().first == 1) {
        known.is(base + 1, base, 0);
    } else if (told.steps.front().last > 0) {
        known.at_least(base + 1, base, 1);
    }
    for (std::size_t at = 0; at < told.steps.size(); ++at) {
        const auto first = static_cast<std::size_t>(told.steps[at].first);
        const auto last = static_cast<std::size_t>(told.steps[at].last);
        known.is(base + last + 1, base + first, told.steps[at].count);
        // Joining goes on only while there are too few.
        const bool may_have_a_tail = at + 1 == told.steps.size();
        if (!may_have_a_tail) known.at_most(base + last, base + first, all.least - 1);
    }
    if (told.highest >= 0) {
        const auto highest = static_cast<std::size_t>(told.highest);
        known.at_least(base + highest + 1, base + highest, 1);
        known.is(base + cells, base + highest + 1, 0);
    }
}

bool doubtful(const Differences& known, std::size_t base, const LevelSteps& told) {
    for (const LevelSteps::Step& step : told.steps) {
        if (step.first == step.last) continue;
        for (int cell = step.first; cell <= step.last; ++cell) {
            const std::size_t at = base + static_cast<std::size_t>(cell);
            if (known.width(at + 1, at) < 2) return false;
        }
    }
    return true;
}

}  // namespace

bool leaves_doubt(const LevelsTold& told) {
    const std::size_t cells = told.named.size();
    const std::size_t evidenced = cells + 1;
    Differences known(2 * (cells + 1));
    known.is(evidenced, 0, 0);
    add_side(known, 0, told.claimed, cells, told);
    add_side(known, evidenced, told.evidenced, cells, told);
    for (std::size_t cell = 0; cell < cells; ++cell) {
        known.at_least(evidenced + cell + 1, evidenced + cell, told.named[cell]);
        if (told.dominated) known.at_least(evidenced + cell + 1, cell + 1, 0);
    }
    known.settle();
    return doubtful(known, 0, told.claimed) && doubtful(known, evidenced, told.evidenced);
}

}  // namespace waymark
