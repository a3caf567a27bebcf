// The assessment inside a test: its keys laid over the defaults, and answers spread over practices.
#include <fmt/format.h>

#include "verify/test_reader.hpp"

namespace waymark {

namespace {

const std::vector<std::string> kBodyKeys{"organisation", "profile", "date",  "currency", "note",
                                         "respondents",  "agreed",  "facts", "targets"};

Node scalar(std::string text, Span span) {
    Node node;
    node.kind = Node::Kind::scalar;
    node.text = std::move(text);
    node.span = span;
    return node;
}

void put(Node& into, const Node& key, Node value) {
    for (std::size_t i = 0; i < into.keys.size(); ++i) {
        if (into.keys[i].text != key.text) continue;
        into.keys[i] = key;
        into.items[i] = std::move(value);
        return;
    }
    into.keys.push_back(key);
    into.items.push_back(std::move(value));
}

// Every practice that `answers` does not name gets the answer under `all`.
Node spread_answers(const Node& answers, const Framework& framework) {
    const Node* all = answers.find("all");
    Node full = empty_mapping(answers.span);
    for (std::size_t i = 0; i < answers.keys.size(); ++i) {
        if (answers.keys[i].text != "all") put(full, answers.keys[i], answers.items[i]);
    }
    if (all == nullptr) return full;
    for (const Element& element : framework.elements) {
        if (element.kind != NodeName::Kind::practice || full.find(element.id) != nullptr) continue;
        put(full, scalar(element.id, all->span), *all);
    }
    return full;
}

Node single_respondent(const Node& answers, const Node* role, const Framework& framework) {
    Node person = empty_mapping(answers.span);
    put(person, scalar("id", answers.span), scalar("r1", answers.span));
    put(person, scalar("role", answers.span), role != nullptr ? *role : scalar(framework.roles[0].id, answers.span));
    put(person, scalar("answers", answers.span), spread_answers(answers, framework));
    Node list;
    list.kind = Node::Kind::sequence;
    list.span = answers.span;
    list.items.push_back(std::move(person));
    return list;
}

// `all` serves every respondent of a list in the same way.
Node spread_respondents(const Node& list, const Framework& framework) {
    Node full = list;
    for (Node& person : full.items) {
        for (std::size_t i = 0; i < person.keys.size(); ++i) {
            const bool answers = person.keys[i].text == "answers" && person.items[i].kind == Node::Kind::mapping;
            if (answers) person.items[i] = spread_answers(person.items[i], framework);
        }
    }
    return full;
}

void drop(Node& from, std::string_view key) {
    for (std::size_t i = 0; i < from.keys.size(); ++i) {
        if (from.keys[i].text != key) continue;
        from.keys.erase(from.keys.begin() + static_cast<std::ptrdiff_t>(i));
        from.items.erase(from.items.begin() + static_cast<std::ptrdiff_t>(i));
        return;
    }
}

// Null after a finding.
const Node* answers_of_one(const Node& merged, Fields& fields, Findings& findings) {
    const Node* answers = fields.find("answers");
    if (answers == nullptr) return nullptr;
    if (merged.find("respondents") != nullptr) {
        findings.report("X004", answers->span, "'answers' and 'respondents' both say who answered",
                        "keep 'answers' for a single person, or 'respondents' for several");
        return nullptr;
    }
    if (answers->kind == Node::Kind::mapping) return answers;
    findings.report("S003", answers->span, "'answers' must be a mapping of practices to answers",
                    "for example answers: {all: developing}");
    return nullptr;
}

}  // namespace

Node empty_mapping(Span span) {
    Node node;
    node.kind = Node::Kind::mapping;
    node.span = span;
    return node;
}

void lay_over(Node& body, const Node& layer) {
    if (layer.kind != Node::Kind::mapping) return;
    if (layer.find("respondents") != nullptr) drop(body, "answers");
    if (layer.find("answers") != nullptr) drop(body, "respondents");
    for (std::size_t i = 0; i < layer.keys.size(); ++i) {
        const Node& key = layer.keys[i];
        const Node* below = body.find(key.text);
        const bool both_maps =
            below != nullptr && below->kind == Node::Kind::mapping && layer.items[i].kind == Node::Kind::mapping;
        if (key.text != "facts" || !both_maps) {
            put(body, key, layer.items[i]);
            continue;
        }
        Node facts = *below;
        for (std::size_t table = 0; table < layer.items[i].keys.size(); ++table) {
            put(facts, layer.items[i].keys[table], layer.items[i].items[table]);
        }
        put(body, key, std::move(facts));
    }
}

std::optional<Assessment> read_test_body(const Node& merged, Fields& fields, const std::string& name,
                                         const TestContext& context, Diagnostics& found) {
    Node assessment = empty_mapping(merged.span);
    for (const std::string& key : kBodyKeys) {
        const Node* value = fields.find(key);
        if (value == nullptr) continue;
        const bool people = key == "respondents";
        put(assessment, *merged.find_key(key), people ? spread_respondents(*value, *context.framework) : *value);
    }
    const Node* role = fields.find("role");
    const std::size_t errors_before = context.findings->errors();
    if (const Node* answers = answers_of_one(merged, fields, *context.findings)) {
        put(assessment, scalar("respondents", answers->span), single_respondent(*answers, role, *context.framework));
    }
    if (context.findings->errors() > errors_before) return std::nullopt;
    if (assessment.find("organisation") == nullptr) {
        put(assessment, scalar("organisation", merged.span), scalar(name, merged.span));
    }
    Findings collected(context.findings->source(), found);
    return read_assessment_body(assessment, *context.framework, *context.files, collected);
}

}  // namespace waymark
