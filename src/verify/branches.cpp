#include "verify/branches.hpp"

namespace waymark {

namespace {

using Kind = Condition::Kind;

Branches of_one(const Condition& condition, bool holds) {
    const bool many_bounds =
        condition.kind == Kind::measure && !holds && condition.measure && condition.measure->bounds.size() > 1;
    if (!many_bounds) return {{{&condition, holds, 0}}};
    Branches found;
    for (std::size_t i = 0; i < condition.measure->bounds.size(); ++i) {
        found.push_back({{&condition, holds, static_cast<int>(i)}});
    }
    return found;
}

}  // namespace

std::optional<Branches> both(const Branches& one, const Branches& other, std::size_t most) {
    if (one.size() * other.size() > most) return std::nullopt;
    Branches result;
    for (const Branch& a : one) {
        for (const Branch& b : other) {
            result.push_back(a);
            result.back().insert(result.back().end(), b.begin(), b.end());
        }
    }
    return result;
}

std::optional<Branches> branches_of(const Condition& condition, bool holds, std::size_t most) {
    if (condition.kind == Kind::no) return branches_of(condition.parts.front(), !holds, most);
    if (condition.kind != Kind::all && condition.kind != Kind::any) return of_one(condition, holds);
    const bool together = (condition.kind == Kind::all) == holds;
    Branches result;
    if (together) result.emplace_back();
    for (const Condition& part : condition.parts) {
        const auto more = branches_of(part, holds, most);
        if (!more) return std::nullopt;
        if (!together) {
            result.insert(result.end(), more->begin(), more->end());
            if (result.size() > most) return std::nullopt;
            continue;
        }
        auto joined = both(result, *more, most);
        if (!joined) return std::nullopt;
        result = std::move(*joined);
    }
    return result;
}

}  // namespace waymark
