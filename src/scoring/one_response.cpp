#include "scoring/one_response.hpp"

#include <algorithm>
#include <optional>

#include "scoring/levels.hpp"
#include "scoring/roll_up.hpp"
#include "scoring/small_fraction.hpp"
#include "waymark/tally.hpp"

namespace waymark {

namespace {

struct SmallTypes {
    using Number = SmallFraction;
    struct Ends {
        SmallFraction low, high;
        friend bool operator==(const Ends&, const Ends&) = default;
    };
    struct Score {
        std::optional<SmallFraction> point;
        std::optional<Ends> range;
        bool withheld = false;
        int known = 0;
        int in_scope = 0;
    };
    static Number number(const Rational& value) { return SmallFraction::of(value); }
    static std::int64_t thousandths(const Number& value) { return value.thousandths(); }
};

struct LargeTypes : ExactTypes {
    static std::int64_t thousandths(const Rational& value) {
        const bool negative = value < Rational(0);
        const Int128 top = negative ? -value.numerator() : value.numerator();
        const Int128 whole = top / value.denominator();
        const Int128 rest = top % value.denominator();
        const Int128 rounded = whole * 1000 + (rest * 2000 + value.denominator()) / (value.denominator() * 2);
        return static_cast<std::int64_t>(negative ? -rounded : rounded);
    }
};

// One side of a response, in one kind of numbers.
template <typename Types>
class Side {
  public:
    explicit Side(const Plan& plan) : plan_(&plan), rolling_(plan, false), values_(plan.leaves.size()) {
        for (std::size_t leaf = 0; leaf < plan.leaves.size(); ++leaf) {
            const PlanNode& node = plan.nodes[static_cast<std::size_t>(plan.leaves[leaf])];
            for (const std::int64_t value : node.level_values) {
                values_[leaf].push_back(Types::number(from_units(value)));
            }
        }
    }

    // `caps`: as ResponseScorer::score; null for the claimed side.
    void run(std::span<const LeafAnswer> answers, const std::int64_t* caps) {
        for (std::size_t leaf = 0; leaf < answers.size(); ++leaf) {
            auto& score = rolling_.scores[static_cast<std::size_t>(plan_->leaves[leaf])];
            const LeafAnswer& answer = answers[leaf];
            score.point.reset();
            score.known = 0;
            score.in_scope = answer.state == AnswerState::not_applicable ? 0 : 1;
            if (answer.state != AnswerState::level) continue;
            if (caps == nullptr) {
                score.point = values_[leaf][static_cast<std::size_t>(answer.level)];
            } else if (caps[leaf] != kUnknownCap) {
                score.point = lower(leaf, answer.level, std::max(plan_->base_supports[leaf], caps[leaf]));
            } else {
                continue;
            }
            score.known = 1;
        }
        rolling_.run();
    }

    void read(std::vector<std::int32_t>& into) const {
        for (std::size_t i = 0; i < into.size(); ++i) {
            const auto& point = rolling_.scores[i].point;
            into[i] = point ? static_cast<std::int32_t>(Types::thousandths(*point)) : kNoThousandths;
        }
    }
    void count(ResponseScores& into) const {
        for (std::size_t i = 0; i < into.known.size(); ++i) {
            into.known[i] = rolling_.scores[i].known;
            into.in_scope[i] = rolling_.scores[i].in_scope;
        }
    }

  private:
    typename Types::Number lower(std::size_t leaf, int level, std::int64_t cap) const {
        const PlanNode& node = plan_->nodes[static_cast<std::size_t>(plan_->leaves[leaf])];
        const std::int64_t value = node.level_values[static_cast<std::size_t>(level)];
        return value <= cap ? values_[leaf][static_cast<std::size_t>(level)] : Types::number(from_units(cap));
    }

    const Plan* plan_;
    RollUp<Types> rolling_;
    std::vector<std::vector<typename Types::Number>> values_;  // per leaf and level
};

}  // namespace

struct ResponseScorer::Workspace {
    explicit Workspace(const Plan& of) : plan(&of) {
        try {
            small = std::make_unique<Side<SmallTypes>>(of);
        } catch (const RationalOverflow&) {
            small.reset();  // a framework with such numbers is counted in large ones throughout
        }
        scores.claimed.resize(of.nodes.size(), kNoThousandths);
        scores.evidenced.resize(of.nodes.size(), kNoThousandths);
        scores.known.resize(of.nodes.size(), 0);
        scores.in_scope.resize(of.nodes.size(), 0);
    }

    template <typename Types>
    void run(Side<Types>& side, std::span<const LeafAnswer> answers, std::span<const std::int64_t> caps) {
        side.run(answers, nullptr);
        side.read(scores.claimed);
        side.count(scores);
        if (caps.empty()) return;  // the evidenced side stays without scores
        side.run(answers, caps.data());
        side.read(scores.evidenced);
    }

    const Plan* plan;
    std::unique_ptr<Side<SmallTypes>> small;
    std::unique_ptr<Side<LargeTypes>> large;  // made when it is first needed
    ResponseScores scores;
};

ResponseScorer::ResponseScorer(const Plan& plan) : workspace_(std::make_unique<Workspace>(plan)) {}
ResponseScorer::~ResponseScorer() = default;
ResponseScorer::ResponseScorer(ResponseScorer&&) noexcept = default;
ResponseScorer& ResponseScorer::operator=(ResponseScorer&&) noexcept = default;

const ResponseScores& ResponseScorer::score(std::span<const LeafAnswer> answers, std::span<const std::int64_t> caps) {
    Workspace& workspace = *workspace_;
    if (workspace.small) {
        try {
            workspace.run(*workspace.small, answers, caps);
            return workspace.scores;
        } catch (const RationalOverflow&) {
            // Counted anew below.
        }
    }
    if (!workspace.large) workspace.large = std::make_unique<Side<LargeTypes>>(*workspace.plan);
    workspace.run(*workspace.large, answers, caps);
    return workspace.scores;
}

}  // namespace waymark
