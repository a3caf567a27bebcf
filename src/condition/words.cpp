#include "condition/words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "condition/figures.hpp"

namespace waymark {

namespace {

using Kind = Condition::Kind;

// A true `any` is told by its true parts, a false `all` by what fell short; otherwise every part has its say.
bool is_told(Kind kind, Truth whole, Truth part) {
    if (kind == Kind::any && whole == Truth::yes) return part == Truth::yes;
    if (kind == Kind::all && whole == Truth::no) return part == Truth::no;
    return true;
}

Fact raised_fact(const Condition& condition, const Scene& scene) {
    const Truth truth = truth_of(condition, scene);
    if (truth == Truth::unknown) return {};
    const auto& title = scene.world->catalogue->flag_titles[static_cast<std::size_t>(condition.flag)];
    return {fmt::format("the sign {} is {}raised", quoted(title), truth == Truth::yes ? "" : "not "), ""};
}

void add_facts(const Condition& condition, bool negated, const Scene& scene, std::vector<Fact>& facts) {
    switch (condition.kind) {
        case Kind::all:
        case Kind::any: {
            const Truth whole = truth_of(condition, scene);
            for (const auto& part : condition.parts) {
                if (is_told(condition.kind, whole, truth_of(part, scene))) add_facts(part, negated, scene, facts);
            }
            break;
        }
        case Kind::no:
            add_facts(condition.parts.front(), !negated, scene, facts);
            break;
        case Kind::raised:
            facts.push_back(raised_fact(condition, scene));
            break;
        case Kind::record:
            facts.push_back(record_fact(condition, scene));
            break;
        case Kind::some:
        case Kind::none:
            facts.push_back({rows_that(condition.table, condition.where.get(), true, scene), ""});
            break;
        case Kind::every:
            facts.push_back({rows_every(condition, scene), ""});
            break;
        case Kind::measure:
            facts.push_back(measure_fact(*condition.measure, negated, scene));
            break;
    }
}

std::vector<Fact> told(const std::vector<Fact>& facts) {
    std::vector<Fact> result;
    for (const auto& fact : facts) {
        const bool known =
            std::any_of(result.begin(), result.end(), [&](const Fact& each) { return each.text == fact.text; });
        if (!fact.text.empty() && !known) result.push_back(fact);
    }
    return result;
}

}  // namespace

std::string sentence_of(const Condition& condition, const Scene& scene) {
    std::vector<Fact> facts;
    add_facts(condition, false, scene, facts);
    facts = told(facts);
    if (facts.size() == 1) {
        const Fact& fact = facts.front();
        return capitalised(fact.raised.empty() ? fact.text
                                               : fmt::format("{}; the sign is raised {}", fact.text, fact.raised));
    }
    std::string sentence;
    for (const auto& fact : facts) {
        if (!sentence.empty()) sentence += "; ";
        sentence += fact.raised.empty() ? fact.text : fmt::format("{} (raised {})", fact.text, fact.raised);
    }
    return capitalised(sentence);
}

}  // namespace waymark
