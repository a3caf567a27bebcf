#include "assessment/progress.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/answers.hpp"
#include "assessment/names.hpp"
#include "assessment/read.hpp"
#include "assessment/write.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

std::optional<Node> parse_quietly(const Source& source) {
    Diagnostics unheard;
    Findings findings(source, unheard);
    return parse_yaml(findings);
}

std::string text_of(const Node& mapping, std::string_view key) {
    const Node* value = mapping.find(key);
    return value == nullptr ? "" : value->text;
}

RespondentOutline outline_respondent(const Node& node) {
    RespondentOutline outline{text_of(node, "id"), text_of(node, "role"), {}};
    if (const Node* answers = node.find("answers")) {
        for (const Node& key : answers->keys) outline.practices.push_back(key.text);
    }
    return outline;
}

std::string major_of(const std::string& version) {
    return version.substr(0, version.find('.'));
}

// Why an answer no longer counts, or "" if it does: whatever the reader of answers would call an error.
std::string fault_in(const Source& source, const Node& respondent, std::size_t answer, const AnswerRules& rules) {
    const Node& answers = *respondent.find("answers");
    Node one = mapping_node();
    put(one, answers.keys[answer].text, answers.items[answer]);
    one.keys.front().span = answers.keys[answer].span;
    Node person = respondent;
    *member(person, "answers") = one;
    Node list = sequence_node();
    list.items.push_back(std::move(person));
    Diagnostics diagnostics;
    Findings findings(source, diagnostics);
    read_respondents(list, rules, findings);
    const auto error = std::ranges::find(diagnostics, Severity::error, &Diagnostic::severity);
    return error == diagnostics.end() ? "" : error->message;
}

// Whether the person's own head (id, role) reads; answers are not to be blamed for it.
bool head_reads(const Source& source, Node person, const AnswerRules& rules) {
    remove_member(person, "answers");
    Node list = sequence_node();
    list.items.push_back(std::move(person));
    Diagnostics diagnostics;
    Findings findings(source, diagnostics);
    read_respondents(list, rules, findings);
    return !has_errors(diagnostics);
}

void retire_answers(const Source& source, const Node& root, const Framework& framework, FrameworkChange& change) {
    AnswerRules rules{&framework, 0, std::nullopt};
    const auto profile = std::ranges::find(framework.profiles, text_of(root, "profile"), &Profile::id);
    if (profile != framework.profiles.end()) rules.profile = static_cast<int>(profile - framework.profiles.begin());
    const Node* list = root.find("respondents");
    if (list == nullptr) return;
    for (const Node& person : list->items) {
        const Node* answers = person.find("answers");
        if (answers == nullptr || !head_reads(source, person, rules)) continue;
        for (std::size_t i = 0; i < answers->keys.size(); ++i) {
            const std::string fault = fault_in(source, person, i, rules);
            if (fault.empty()) continue;
            const std::string& practice = answers->keys[i].text;
            change.changes.emplace_back(
                RetireAnswer{text_of(person, "id"), practice,
                             fmt::format("Set aside with version {} of the framework: {}", framework.version, fault)});
            change.says.push_back(fmt::format("the answer to {} no longer counts: {}", in_quotes(practice), fault));
        }
    }
}

void refuse(FrameworkChange& change, std::string problem, std::string help) {
    change.refused = true;
    change.problem = std::move(problem);
    change.help = std::move(help);
}

// True if the versions can be read together.
bool compare_versions(const FrameworkReference& reference, const Framework& framework, FrameworkChange& change) {
    change.from = reference.version;
    if (reference.id != framework.id) {
        refuse(change,
               fmt::format("the file was begun with the framework {}, not with '{}'", in_quotes(reference.id),
                           framework.id),
               fmt::format("name that framework, or begin a new file for '{}'", framework.id));
    } else if (major_of(reference.version) != major_of(framework.version)) {
        refuse(
            change,
            fmt::format("the file was begun with version {} of the framework, and this is version {}",
                        reference.version, framework.version),
            "a new first number means that answers may mean something else: carry it over with 'waymark migrate' and "
            "read every answer again, or begin a new file");
    } else if (reference.version != framework.version) {
        change.changes.emplace_back(SetHead{"framework", framework.id + "@" + framework.version});
        change.says.push_back(fmt::format("the framework has gone from version {} to {} since the file was last saved",
                                          reference.version, framework.version));
    }
    return !change.refused;
}

void say_what_counts(const std::string& text, const AssessmentOutline& outline, std::size_t retired,
                     const Framework& framework, FrameworkChange& change) {
    std::size_t answers = 0;
    for (const RespondentOutline& person : outline.respondents) answers += person.practices.size();
    if (retired > 0) {
        change.says.push_back(fmt::format("{} of {} answers still count; the rest stand in the file as comments",
                                          answers - retired, answers));
    } else if (answers > 0) {
        change.says.push_back(answers == 1 ? "the one answer still counts"
                                           : fmt::format("all {} answers still count", answers));
    }
    const Edited edited = edit_assessment(text, change.changes);
    const auto after = edited.text ? outline_assessment(*edited.text) : std::nullopt;
    if (!after || after->respondents.size() != 1) return;
    const auto left = questions_left(*after, after->respondents.front().id, framework);
    if (left.empty()) return;
    std::string names;
    for (std::size_t i = 0; i < left.size() && i < 5; ++i) {
        names += (i == 0 ? "" : ", ") + framework.elements[static_cast<std::size_t>(left[i])].title;
    }
    change.says.push_back(fmt::format("{} {} no answer yet: {}{}", left.size(),
                                      left.size() == 1 ? "question has" : "questions have", names,
                                      left.size() > 5 ? fmt::format(" and {} more", left.size() - 5) : ""));
}

}  // namespace

std::optional<AssessmentOutline> outline_assessment(const std::string& text) {
    const Source source("", text);
    const auto root = parse_quietly(source);
    if (!root || text_of(*root, "waymark") != "assessment/1") return std::nullopt;
    AssessmentOutline outline{text_of(*root, "framework"),
                              text_of(*root, "organisation"),
                              text_of(*root, "profile"),
                              text_of(*root, "date"),
                              {}};
    if (const Node* list = root->find("respondents")) {
        for (const Node& person : list->items) outline.respondents.push_back(outline_respondent(person));
    }
    return outline;
}

std::vector<int> questions_left(const AssessmentOutline& outline, const std::string& respondent,
                                const Framework& framework) {
    const auto person = std::ranges::find(outline.respondents, respondent, &RespondentOutline::id);
    std::vector<int> left;
    for (std::size_t i = 0; i < framework.elements.size(); ++i) {
        const Element& element = framework.elements[i];
        if (element.kind != NodeName::Kind::practice) continue;
        const bool shown = person != outline.respondents.end() &&
                           std::ranges::find(person->practices, element.id) != person->practices.end();
        if (!shown) left.push_back(static_cast<int>(i));
    }
    return left;
}

bool is_unfinished(const AssessmentOutline& outline, const Framework& framework) {
    if (outline.respondents.size() > 1) return false;
    const std::string id = outline.respondents.empty() ? "" : outline.respondents.front().id;
    return !questions_left(outline, id, framework).empty();
}

FrameworkChange compare_framework(const std::string& text, const Framework& framework) {
    FrameworkChange change;
    change.to = framework.version;
    const Source source("", text);
    const auto root = parse_quietly(source);
    const auto outline = outline_assessment(text);
    if (!root || !outline) return change;
    const auto reference = framework_reference(*root);
    if (reference && reference->path.empty() && !compare_versions(*reference, framework, change)) return change;
    // Under the very version it was written for, a wrong answer is a slip of the pen: the reader says where.
    if (change.from == change.to) return change;
    const std::size_t before = change.changes.size();
    retire_answers(source, *root, framework, change);
    if (!change.changes.empty()) say_what_counts(text, *outline, change.changes.size() - before, framework, change);
    return change;
}

}  // namespace waymark
