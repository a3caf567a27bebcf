#include "assessment/answers.hpp"

#include <fmt/format.h>

#include <map>

#include "assessment/names.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

const Element& element_of(const AnswerRules& rules, int element) {
    return rules.framework->elements[static_cast<std::size_t>(element)];
}

std::string when_it_may_be_said(const AnswerRules& rules, int element) {
    const auto& profiles = rules.framework->profiles;
    for (std::size_t p = 0; p < profiles.size(); ++p) {
        if (!may_be_not_applicable(rules, element, static_cast<int>(p))) continue;
        return fmt::format("it may be said only under profile '{}'; else give a level or dont-know", profiles[p].id);
    }
    const bool core = element_of(rules, element).core;
    return fmt::format("{}; give a level or dont-know",
                       core ? "a core practice always applies" : "the framework never allows it for this practice");
}

void check_not_applicable(const Node& place, const AnswerRules& rules, const Answer& answer, Findings& findings) {
    if (may_be_not_applicable(rules, answer.element, rules.profile)) return;
    findings.report("A015", place.span,
                    fmt::format("practice '{}' may not be called not applicable under profile '{}'",
                                element_of(rules, answer.element).id,
                                rules.framework->profiles[static_cast<std::size_t>(rules.profile)].id),
                    when_it_may_be_said(rules, answer.element));
}

void read_reason(const Node& node, const AnswerRules& rules, Answer& answer, Findings& findings) {
    answer.state = AnswerState::not_applicable;
    const bool blank = node.kind == Node::Kind::null ||
                       (node.kind == Node::Kind::scalar && node.text.find_first_not_of(" \t\n") == std::string::npos);
    if (blank) {
        const auto& own = element_of(rules, answer.element).question.not_applicable;
        findings.report("A014", node.span, "'not applicable' needs a reason",
                        "write {not-applicable: why it cannot apply here}" +
                            (own ? fmt::format("; it may be said when: {}", *own) : std::string()));
    } else if (const auto reason = read_text(node, "the reason", findings)) {
        answer.reason = *reason;
    }
    check_not_applicable(node, rules, answer, findings);
}

void read_level_answer(const Node& node, const AnswerRules& rules, Answer& answer, Findings& findings) {
    const auto level = read_level(node, rules.framework->scale_of(answer.element), findings);
    if (!level) return;
    answer.state = AnswerState::level;
    answer.level = *level;
}

// A bare word: a level or a state.
void read_word_answer(const Node& node, const AnswerRules& rules, Answer& answer, Findings& findings) {
    if (node.text == "dont-know") {
        answer.state = AnswerState::dont_know;
    } else if (node.text == "skipped") {
        answer.state = AnswerState::skipped;
    } else if (node.text == "not-applicable") {
        Node nothing = node;
        nothing.kind = Node::Kind::null;
        read_reason(nothing, rules, answer, findings);
    } else {
        read_level_answer(node, rules, answer, findings);
    }
}

void read_state(const Node& node, Answer& answer, Findings& findings) {
    static const std::vector<std::string> words{"dont-know", "skipped"};
    const auto state = read_word(node, "state", words, findings);
    if (state) answer.state = *state == 0 ? AnswerState::dont_know : AnswerState::skipped;
}

void read_full_answer(const Node& node, const AnswerRules& rules, Answer& answer, Findings& findings) {
    Fields fields(node, "an answer", findings);
    const Node* level = fields.find("level");
    const Node* state = fields.find("state");
    const Node* reason = fields.find("not-applicable");
    const Node* evidence = fields.find("evidence");
    answer.note = fields.text("note");
    fields.finish();
    const int given = (level != nullptr ? 1 : 0) + (state != nullptr ? 1 : 0) + (reason != nullptr ? 1 : 0);
    if (given != 1) {
        findings.report(
            "A013", answer.span,
            given == 0 ? "the answer has neither a level nor a state" : "the answer says two things at once",
            "write one of level: …, state: dont-know, state: skipped, not-applicable: reason");
    } else if (level != nullptr) {
        read_level_answer(*level, rules, answer, findings);
    } else if (state != nullptr) {
        read_state(*state, answer, findings);
    } else {
        read_reason(*reason, rules, answer, findings);
    }
    if (evidence != nullptr) read_evidence(*evidence, rules, answer, findings);
}

std::optional<Answer> read_answer(const Node& key, const Node& value, const AnswerRules& rules, Findings& findings) {
    const auto element = read_practice(key, *rules.framework, findings);
    if (!element) return std::nullopt;
    Answer answer;
    answer.element = *element;
    answer.span = key.span;
    if (value.kind == Node::Kind::scalar) {
        read_word_answer(value, rules, answer, findings);
    } else if (value.kind == Node::Kind::mapping) {
        read_full_answer(value, rules, answer, findings);
    } else {
        findings.report(
            "A013", key.span,
            fmt::format("the answer to '{}' is {}", key.text, value.kind == Node::Kind::null ? "blank" : "a list"),
            "write a level, dont-know, skipped or {not-applicable: reason}, or remove the line if it was "
            "never asked");
    }
    return answer;
}

// With a single role there is nothing to say.
int read_role(Fields& fields, const AnswerRules& rules, Findings& findings) {
    const auto& roles = rules.framework->roles;
    const bool only_one = roles.size() == 1;
    const Node* node = only_one ? filled(fields.find("role")) : fields.need("role");
    if (node == nullptr) return 0;
    return read_name(*node, "role", ids_of(roles), findings).value_or(0);
}

Respondent read_respondent(const Node& node, const AnswerRules& rules, Findings& findings) {
    Respondent respondent;
    respondent.span = node.span;
    Fields fields(node, "a respondent", findings);
    respondent.id = fields.need_id();
    respondent.role = read_role(fields, rules, findings);
    if (const Node* answers = fields.mapping("answers")) {
        for (std::size_t i = 0; i < answers->keys.size(); ++i) {
            auto answer = read_answer(answers->keys[i], answers->items[i], rules, findings);
            if (answer) respondent.answers.push_back(std::move(*answer));
        }
    }
    fields.finish();
    return respondent;
}

}  // namespace

bool may_be_not_applicable(const AnswerRules& rules, int element, int profile) {
    if (element_of(rules, element).question.not_applicable) return true;
    const auto& permitted = rules.framework->profiles[static_cast<std::size_t>(profile)].not_applicable;
    for (int node = element; node >= 0; node = element_of(rules, node).parent) {
        if (permitted.contains(node)) return true;
    }
    return false;
}

std::vector<Respondent> read_respondents(const Node& list, const AnswerRules& rules, Findings& findings) {
    std::vector<Respondent> respondents;
    std::map<std::string, int> first_line;
    for (const Node& node : list.items) {
        Respondent respondent = read_respondent(node, rules, findings);
        const Node* id = node.kind == Node::Kind::mapping ? node.find("id") : nullptr;
        const auto [place, is_new] = first_line.emplace(respondent.id, respondent.span.line);
        if (!is_new && id != nullptr && !respondent.id.empty()) {
            findings.report(
                "A012", id->span, fmt::format("respondent '{}' is listed twice", respondent.id),
                fmt::format("the first one begins in line {}; give each person an id of their own", place->second));
        }
        respondents.push_back(std::move(respondent));
    }
    return respondents;
}

}  // namespace waymark
