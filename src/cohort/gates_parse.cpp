// Gates as they are written on the command line.
#include <fmt/format.h>

#include <algorithm>

#include "appraisal/find.hpp"
#include "cohort/gates.hpp"
#include "text/fields.hpp"

namespace waymark {
namespace {

constexpr const char* kMinimumHelp = "for example --min 'implementing>=2' or --min 'overall.claimed>=2.5'";
constexpr const char* kFlagHelp = "for example --max-flags high=0, --max-flags all=3 or --max-flags high.raised=0";

std::string not_a_minimum(const std::string& written, const std::string& why) {
    return fmt::format("--min '{}' {}; {}", written, why, kMinimumHelp);
}

std::string not_a_limit(const std::string& written, const std::string& why) {
    return fmt::format("--max-flags '{}' {}; {}", written, why, kFlagHelp);
}

std::string without_blanks(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// "implementing.claimed" into the part and the side.
std::string read_side(const std::string& left, MinimumGate& gate) {
    const std::size_t point = left.rfind('.');
    gate.part = left.substr(0, point);
    if (point == std::string::npos) return "";
    const std::string side = left.substr(point + 1);
    if (side == "claimed") {
        gate.side = MinimumGate::Side::claimed;
    } else if (side == "evidenced") {
        gate.side = MinimumGate::Side::evidenced;
    } else {
        return fmt::format("asks for '{}'; {}", side, suggest(side, {"claimed", "evidenced"}).help);
    }
    return "";
}

// The operator's place and length; at least as much, or more than.
struct Operator {
    std::size_t at = std::string::npos;
    std::size_t length = 0;
    bool more_than = false;
};

Operator find_operator(const std::string& text) {
    for (const auto& [word, more_than] : {std::pair{">=", false}, std::pair{"≥", false}, std::pair{">", true}}) {
        const std::size_t at = text.find(word);
        if (at != std::string::npos) return {at, std::string_view(word).size(), more_than};
    }
    return {};
}

std::string read_minimum(const std::string& written, MinimumGate& gate) {
    gate.written = written;
    const Operator found = find_operator(written);
    if (found.at == std::string::npos) {
        const bool other = written.find_first_of("<=") != std::string::npos;
        return not_a_minimum(written, other ? "is no minimum: it needs '>='" : "says no number: it needs '>='");
    }
    gate.more_than = found.more_than;
    if (const std::string why = read_side(without_blanks(written.substr(0, found.at)), gate); !why.empty()) {
        return not_a_minimum(written, why);
    }
    if (gate.part.empty()) return not_a_minimum(written, "does not say of what");
    const auto number = parse_fraction(without_blanks(written.substr(found.at + found.length)));
    if (!number) return not_a_minimum(written, "does not end in a number such as 2, 2.5 or 5/2");
    gate.number = *number;
    return "";
}

std::string read_limit(const std::string& written, FlagGate& gate) {
    constexpr std::string_view kRaised = ".raised";
    gate.written = written;
    const std::size_t equals = written.find('=');
    if (equals == std::string::npos) return not_a_limit(written, "says no number: it needs '='");
    std::string severity = without_blanks(written.substr(0, equals));
    if (severity.ends_with(kRaised)) {
        gate.raised_only = true;
        severity.resize(severity.size() - kRaised.size());
    }
    const std::vector<std::string> known = {"high", "medium", "low", "all"};
    if (std::find(known.begin(), known.end(), severity) == known.end()) {
        return not_a_limit(written, fmt::format("names no severity ({})", suggest(severity, known).help));
    }
    gate.severity = severity == "all" ? "" : severity;
    const std::string digits = without_blanks(written.substr(equals + 1));
    constexpr std::size_t kMostDigits = 6;
    const bool whole =
        !digits.empty() && digits.size() <= kMostDigits && digits.find_first_not_of("0123456789") == std::string::npos;
    if (!whole) return not_a_limit(written, "does not end in a whole number from 0");
    gate.most = std::stoll(digits);
    return "";
}

std::string part_misfit(const MinimumGate& gate, const Scorecard& card) {
    const CardNode* part = find_part(card, gate.part);
    if (part == nullptr) {
        std::vector<std::string> known;
        for (const CardNode& node : card.nodes) known.push_back(node.id);
        const std::string help = suggest(gate.part, known).help;
        return not_a_minimum(gate.written, fmt::format("names no part of '{}'{}", card.framework_title,
                                                       help.empty() ? "" : " (" + help + ")"));
    }
    if (part->rollup == "sum") return "";  // what can be reached differs from one assessment to the next
    const bool beyond = gate.number > part->highest || (gate.more_than && gate.number == part->highest);
    if (!beyond) return "";
    return not_a_minimum(gate.written, fmt::format("can never be met: the scale of '{}' ends at {}", part->title,
                                                   part->highest.to_short(4)));
}

}  // namespace

std::optional<Gates> parse_gates(const GateOptions& options, std::string& problem) {
    Gates gates;
    for (const std::string& written : options.minimums) {
        problem = read_minimum(written, gates.minimums.emplace_back());
        if (!problem.empty()) return std::nullopt;
    }
    for (const std::string& written : options.flag_limits) {
        problem = read_limit(written, gates.flag_limits.emplace_back());
        if (!problem.empty()) return std::nullopt;
    }
    return gates;
}

std::string misfit(const Gates& gates, const Scorecard& card) {
    for (const MinimumGate& gate : gates.minimums) {
        if (std::string problem = part_misfit(gate, card); !problem.empty()) return problem;
    }
    return "";
}

}  // namespace waymark
