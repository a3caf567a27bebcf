// Gates held against a scorecard. What is withheld, or cannot be told, meets no gate.
#include <fmt/format.h>

#include <algorithm>

#include "appraisal/find.hpp"
#include "cohort/gates.hpp"
#include "text/english.hpp"

namespace waymark {
namespace {

constexpr const char* kBaseline = "baseline";

std::string figure(const Rational& number) {
    return number.to_fixed(2);
}

std::string counted(std::size_t number, const std::string& of) {
    return fmt::format("{} {}{}", number, of, number == 1 ? "" : "s");
}

std::string label_of(const CardFlag& flag) {
    return flag.code.empty() ? flag.title : flag.code + " " + flag.title;
}

// Two decimals, or the fraction where those would hide the difference from `other`.
std::string exact_enough(const Rational& number, const Rational& other) {
    const std::string rounded = figure(number);
    if (number == other || rounded != figure(other)) return rounded;
    return number.to_fraction();
}

std::string why_no_point(const CardNode& part, const CardScore& score, bool evidenced) {
    if (part.state == "not-applicable") return "is said not to apply";
    if (score.withheld) {
        return fmt::format("is withheld: {} of {} {} known", score.known, score.in_scope,
                           score.known == 1 ? "is" : "are");
    }
    if (part.state != "scored" && part.kind == "practice") return "is not known: nobody gave a level";
    return evidenced ? "is not known: its evidence was not asked for" : "is not known";
}

CardGate check_minimum(const MinimumGate& gate, const Scorecard& card) {
    CardGate result{gate.written, false, ""};
    const CardNode* part = find_part(card, gate.part);
    if (part == nullptr) {
        result.says = fmt::format("The framework '{}' has no part called '{}'.", card.framework_title, gate.part);
        return result;
    }
    const bool evidenced = gate.side == MinimumGate::Side::evidenced ||
                           (gate.side == MinimumGate::Side::judged && card.evidence_collected);
    const CardScore& score = evidenced ? part->evidenced : part->claimed;
    const char* side = evidenced ? "evidenced" : "claimed";
    if (!score.point) {
        result.says = fmt::format("{} ({}) {}.", part->title, side, why_no_point(*part, score, evidenced));
        return result;
    }
    result.met = gate.more_than ? *score.point > gate.number : *score.point >= gate.number;
    result.says = fmt::format("{} is {} ({}).", part->title, exact_enough(*score.point, gate.number), side);
    return result;
}

std::string names_of(const std::vector<const CardFlag*>& flags) {
    constexpr std::size_t kMostNames = 5;
    std::vector<std::string> names;
    for (const CardFlag* flag : flags) {
        if (names.size() == kMostNames) {
            names.push_back(fmt::format("{} more", flags.size() - kMostNames));
            break;
        }
        names.push_back(flag->code.empty() ? flag->id : flag->code);
    }
    return join(names, "and");
}

CardGate check_flags(const FlagGate& gate, const Scorecard& card) {
    std::vector<const CardFlag*> raised, untold;
    for (const CardFlag& flag : card.flags) {
        if (flag.kind != "washing" || (!gate.severity.empty() && flag.severity != gate.severity)) continue;
        if (flag.state == "raised") raised.push_back(&flag);
        if (flag.state == "cannot-tell") untold.push_back(&flag);
    }
    if (gate.raised_only) untold.clear();
    CardGate result{gate.written, false, ""};
    const auto most = static_cast<std::size_t>(gate.most);
    result.met = raised.size() + untold.size() <= most;
    const std::string of = gate.severity.empty() ? "sign" : gate.severity + " sign";
    result.says = raised.empty() ? fmt::format("No {} is raised", of)
                                 : fmt::format("{} {} raised ({})", counted(raised.size(), of),
                                               raised.size() == 1 ? "is" : "are", names_of(raised));
    if (!result.met && raised.size() <= most) {
        result.says += fmt::format(", but {} could not be told ({})", counted(untold.size(), of), names_of(untold));
    }
    result.says += ".";
    return result;
}

// What makes the two impossible to hold against each other; empty if nothing does.
std::string not_comparable(const Scorecard& before, const Scorecard& card) {
    const auto major = [](const std::string& version) { return version.substr(0, version.find('.')); };
    if (before.organisation != card.organisation) {
        return fmt::format("The baseline is about '{}', and this is about '{}'.", before.organisation,
                           card.organisation);
    }
    if (before.framework_id == card.framework_id && major(before.framework_version) == major(card.framework_version)) {
        return "";
    }
    return fmt::format("The baseline was scored with {} {}, and this with {} {}.", before.framework_id,
                       before.framework_version, card.framework_id, card.framework_version);
}

// Parts are held against each other by the side that the baseline was judged by. A claim that comes down to what can be
// shown is nothing worse.
void worse_part(const CardNode& before, const Scorecard& card, bool evidenced, std::vector<CardGate>& worse) {
    const CardScore& then = evidenced ? before.evidenced : before.claimed;
    const CardNode* part = find_node(card, before.id);
    if (!then.point || part == nullptr) return;
    const CardScore& now = evidenced ? part->evidenced : part->claimed;
    const char* side = evidenced ? "evidenced" : "claimed";
    if (!now.point) {
        worse.push_back({kBaseline, false,
                         fmt::format("{} ({}) was {} and now {}.", part->title, side, figure(*then.point),
                                     why_no_point(*part, now, evidenced))});
    } else if (*now.point < *then.point) {
        worse.push_back({kBaseline, false,
                         fmt::format("{} fell from {} to {} ({}).", part->title, exact_enough(*then.point, *now.point),
                                     exact_enough(*now.point, *then.point), side)});
    }
}

int weight_of(const std::string& severity) {
    return severity == "high" ? 3 : severity == "medium" ? 2 : 1;
}

void worse_sign(const CardFlag& then, const CardFlag& now, std::vector<CardGate>& worse) {
    const auto add = [&](const std::string& what) {
        worse.push_back({kBaseline, false, fmt::format("{} {}.", label_of(now), what)});
    };
    const bool was_told = then.state == "clear" || then.state == "too-early" || then.state == "raised";
    if (was_told && now.state == "cannot-tell") return add("could be told and cannot be told now");
    if (now.kind == "real") {
        if (then.state == "raised" && now.state != "raised") add("was a sign that it is real and no longer is");
        return;
    }
    if (now.state != "raised") return;
    if (then.state != "raised") {
        add(fmt::format("is raised ({}) and was not", now.severity));
    } else if (weight_of(now.severity) > weight_of(then.severity)) {
        add(fmt::format("was {} and is {} now", then.severity, now.severity));
    }
}

std::vector<CardGate> check_baseline(const Scorecard& before, const Scorecard& card) {
    if (const std::string why = not_comparable(before, card); !why.empty()) return {{kBaseline, false, why}};
    std::vector<CardGate> worse;
    for (const CardNode& node : before.nodes) worse_part(node, card, before.evidence_collected, worse);
    for (const CardFlag& now : card.flags) {
        if (const CardFlag* then = find_flag(before, now.id)) worse_sign(*then, now, worse);
    }
    if (!worse.empty()) return worse;
    return {{kBaseline, true, fmt::format("Nothing is worse than on {}.", before.date)}};
}

}  // namespace

std::vector<CardGate> check_gates(const Gates& gates, const Scorecard& card) {
    std::vector<CardGate> results;
    for (const MinimumGate& gate : gates.minimums) results.push_back(check_minimum(gate, card));
    for (const FlagGate& gate : gates.flag_limits) results.push_back(check_flags(gate, card));
    if (gates.baseline) {
        for (CardGate& result : check_baseline(*gates.baseline, card)) results.push_back(std::move(result));
    }
    return results;
}

bool all_met(const std::vector<CardGate>& results) {
    return std::all_of(results.begin(), results.end(), [](const CardGate& gate) { return gate.met; });
}

}  // namespace waymark
