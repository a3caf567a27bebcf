#include "scoring/one_response.hpp"

#include <algorithm>
#include <optional>

#include "scoring/levels.hpp"
#include "scoring/mean_tree.hpp"
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
    static constexpr bool kRanges = false;
    struct Score {
        std::optional<SmallFraction> point;
        bool withheld = false;
        int known = 0;
        int in_scope = 0;
    };
    static Number number(const Rational& value) { return SmallFraction::of(value); }
    static std::int64_t thousandths(const Number& value) { return value.thousandths(); }
};

struct LargeTypes : ExactTypes {
    static constexpr bool kRanges = false;
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
    explicit Side(const Plan& plan) : plan_(&plan), rolling_(plan), step_(step_of_levels(plan)) {
        for (const int node : plan.leaves) {
            first_value_.push_back(values_.size());
            for (const std::int64_t value : plan.nodes[static_cast<std::size_t>(node)].level_values) {
                values_.push_back(value_of(value));
            }
        }
        for (std::size_t node = 0; node < plan.nodes.size(); ++node) {
            if (plan.nodes[node].leaf < 0) groups_.push_back(node);
        }
    }

    // `caps`: as ResponseScorer::score; null for the claimed side. `points`: by node, in thousandths.
    void run(std::span<const LeafAnswer> answers, const std::int64_t* caps, std::vector<std::int32_t>& points) {
        for (std::size_t leaf = 0; leaf < answers.size(); ++leaf) {
            const auto node = static_cast<std::size_t>(plan_->leaves[leaf]);
            const LeafAnswer& answer = answers[leaf];
            auto& score = rolling_.scores[node];
            score.known = 0;
            score.in_scope = answer.state == AnswerState::not_applicable ? 0 : 1;
            if (answer.state != AnswerState::level || (caps != nullptr && caps[leaf] == kUnknownCap)) {
                score.point.reset();
                points[node] = kNoThousandths;
                continue;
            }
            const Value& given = values_[first_value_[leaf] + static_cast<std::size_t>(answer.level)];
            const Value& value = caps == nullptr ? given : lower(leaf, answer.level, given, caps[leaf]);
            score.known = 1;
            score.point = value.exact;
            points[node] = value.thousandths;
        }
        rolling_.run();
        for (const std::size_t node : groups_) {
            const auto& point = rolling_.scores[node].point;
            points[node] = point ? static_cast<std::int32_t>(Types::thousandths(*point)) : kNoThousandths;
        }
    }
    int known() const { return rolling_.scores[0].known; }
    int in_scope() const { return rolling_.scores[0].in_scope; }

  private:
    struct Value {
        typename Types::Number exact;
        std::int32_t thousandths = 0;
    };
    Value value_of(std::int64_t units) const {
        const std::int64_t step = units % step_ == 0 ? step_ : 1;
        const auto exact = Types::Number::fraction(units / step, kValueUnit / step);
        return {exact, static_cast<std::int32_t>(Types::thousandths(exact))};
    }
    const Value& lower(std::size_t leaf, int level, const Value& given, std::int64_t cap) {
        const PlanNode& node = plan_->nodes[static_cast<std::size_t>(plan_->leaves[leaf])];
        cap = std::max(cap, plan_->base_supports[leaf]);
        if (node.level_values[static_cast<std::size_t>(level)] <= cap) return given;
        supported_ = value_of(cap);
        return supported_;
    }

    const Plan* plan_;
    RollUp<Types> rolling_;
    std::int64_t step_;
    std::vector<Value> values_;             // of all levels of all leaves
    std::vector<std::size_t> first_value_;  // by leaf
    std::vector<std::size_t> groups_;       // their nodes
    Value supported_;
};

}  // namespace

struct ResponseScorer::Workspace {
    explicit Workspace(const Plan& of) : plan(&of), means(MeanTree::of(of)) {
        try {
            small = std::make_unique<Side<SmallTypes>>(of);
        } catch (const RationalOverflow&) {
            small.reset();  // a framework with such numbers is counted in large ones throughout
        }
        scores.claimed.resize(of.nodes.size(), kNoThousandths);
        scores.evidenced.resize(of.nodes.size(), kNoThousandths);
    }

    template <typename Claimed>
    void take_counts(const Claimed& claimed) {
        scores.known = claimed.known();
        scores.in_scope = claimed.in_scope();
    }
    template <typename Types>
    void run(Side<Types>& side, std::span<const LeafAnswer> answers, std::span<const std::int64_t> caps) {
        if (means) {
            means->run(answers, scores.claimed);
            take_counts(*means);
        } else {
            side.run(answers, nullptr, scores.claimed);
            take_counts(side);
        }
        if (!caps.empty()) side.run(answers, caps.data(), scores.evidenced);  // else it stays without scores
    }

    const Plan* plan;
    std::optional<MeanTree> means;  // enough for the claimed side of most frameworks
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
