// The head, the respondents and their answers.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "assessment/edit_tree.hpp"
#include "assessment/names.hpp"
#include "assessment/write.hpp"

namespace waymark {

namespace {

constexpr std::array<std::string_view, 7> kHeadKeys{"framework", "organisation", "profile", "date",
                                                    "currency",  "note",         "previous"};
constexpr std::array<std::string_view, 3> kRespondentOrder{"id", "role", "answers"};
constexpr std::array<std::string_view, 5> kAnswerOrder{"level", "state", "not-applicable", "evidence", "note"};
constexpr std::array<std::string_view, 5> kItemOrder{"strength", "what", "dated", "produced_by", "form"};

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

Node* respondent(Editing& editing, const std::string& id) {
    Node* list = member(*editing.root, "respondents");
    if (list == nullptr) return nullptr;
    for (Node& person : list->items) {
        const Node* own = person.find("id");
        if (own != nullptr && own->text == id) return &person;
    }
    return nullptr;
}

std::string no_respondent(const std::string& id) {
    return fmt::format("there is no respondent {} in the file", in_quotes(id));
}

Node item_node(const EvidenceText& item) {
    Node node = mapping_node();
    const std::array<const std::string*, 5> values{&item.strength, &item.what, &item.dated, &item.produced_by,
                                                   &item.form};
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i]->empty()) put(node, std::string(kItemOrder[i]), scalar_node(*values[i]));
    }
    return node;
}

// The key that says which of the kinds of answer it is, and its value.
std::pair<std::string, std::string> state_of(const AnswerText& answer) {
    switch (answer.state) {
        case AnswerState::level:
            return {"level", answer.level};
        case AnswerState::not_applicable:
            return {"not-applicable", answer.reason};
        case AnswerState::dont_know:
            return {"state", "dont-know"};
        default:
            return {"state", "skipped"};
    }
}

void set_evidence(Node& node, const AnswerText& answer) {
    if (answer.evidence_state == EvidenceState::not_asked) {
        remove_member(node, "evidence");
    } else if (answer.evidence_state == EvidenceState::none) {
        set_member(node, "evidence", scalar_node("none"), kAnswerOrder);
    } else {
        Node items = sequence_node();
        for (const EvidenceText& item : answer.evidence) items.items.push_back(item_node(item));
        set_member(node, "evidence", std::move(items), kAnswerOrder);
    }
}

// The short form for what is only a word, unless a person has already written the long one.
Node answer_node(const AnswerText& answer, const Node* present) {
    const auto [key, value] = state_of(answer);
    const bool is_word = answer.state != AnswerState::not_applicable && answer.note.empty() &&
                         answer.evidence_state == EvidenceState::not_asked;
    const bool is_long = present != nullptr && present->kind == Node::Kind::mapping;
    if (is_word && !is_long) return scalar_node(value);
    Node node = is_long ? *present : mapping_node();
    for (const char* other : {"level", "state", "not-applicable"}) {
        if (other != key) remove_member(node, other);
    }
    set_member(node, key, scalar_node(value), kAnswerOrder);
    set_evidence(node, answer);
    if (answer.note.empty()) {
        remove_member(node, "note");
    } else {
        set_member(node, "note", scalar_node(answer.note), kAnswerOrder);
    }
    return node;
}

std::string fault_of(const AnswerText& answer) {
    if (answer.state == AnswerState::not_applicable && is_blank(answer.reason))
        return "'not applicable' needs a reason";
    if (answer.state == AnswerState::level && answer.level.empty()) return "the answer names no level";
    if (answer.evidence_state != EvidenceState::items) return "";
    const bool named = !answer.evidence.empty() && std::ranges::none_of(answer.evidence, [](const EvidenceText& item) {
        return item.strength.empty();
    });
    return named ? "" : "evidence needs at least one item, and every item a strength";
}

}  // namespace

std::string make_change(Editing& editing, const SetHead& change) {
    if (std::ranges::find(kHeadKeys, change.key) == kHeadKeys.end()) {
        return fmt::format("{} is no key of the head", in_quotes(change.key));
    }
    if (change.value.empty()) {
        remove_member(*editing.root, change.key);
    } else {
        set_top(*editing.root, change.key, scalar_node(change.value));
    }
    return "";
}

std::string make_change(Editing& editing, const AddRespondent& change) {
    if (respondent(editing, change.id) != nullptr) {
        return fmt::format("there is a respondent {} in the file already", in_quotes(change.id));
    }
    Node* list = member(*editing.root, "respondents");
    if (list == nullptr || list->kind != Node::Kind::sequence) {
        set_top(*editing.root, "respondents", sequence_node());
        list = member(*editing.root, "respondents");
    }
    Node person = mapping_node();
    put(person, "id", scalar_node(change.id));
    if (!change.role.empty()) put(person, "role", scalar_node(change.role));
    list->items.push_back(std::move(person));
    return "";
}

std::string make_change(Editing& editing, const SetRole& change) {
    Node* person = respondent(editing, change.respondent);
    if (person == nullptr) return no_respondent(change.respondent);
    set_member(*person, "role", scalar_node(change.role), kRespondentOrder);
    return "";
}

std::string make_change(Editing& editing, const RemoveRespondent& change) {
    const Node* person = respondent(editing, change.respondent);
    if (person == nullptr) return no_respondent(change.respondent);
    auto& list = member(*editing.root, "respondents")->items;
    list.erase(list.begin() + (person - list.data()));
    return "";
}

std::string make_change(Editing& editing, const SetAnswer& change) {
    Node* person = respondent(editing, change.respondent);
    if (person == nullptr) return no_respondent(change.respondent);
    Node* answers = member(*person, "answers");
    if (change.answer.state == AnswerState::not_asked) {
        if (answers != nullptr) remove_member(*answers, change.practice);
        return "";
    }
    if (std::string fault = fault_of(change.answer); !fault.empty()) return fault;
    if (answers == nullptr || answers->kind != Node::Kind::mapping) {
        set_member(*person, "answers", mapping_node(), kRespondentOrder);
        answers = member(*person, "answers");
    }
    Node node = answer_node(change.answer, answers->find(change.practice));
    set_member(*answers, change.practice, std::move(node));
    return "";
}

std::string make_change(Editing& editing, const RetireAnswer& change) {
    Node* person = respondent(editing, change.respondent);
    if (person == nullptr) return no_respondent(change.respondent);
    Node* answers = member(*person, "answers");
    const Node* key = answers == nullptr ? nullptr : answers->find_key(change.practice);
    if (key == nullptr) return "";
    std::string why = change.why;
    std::ranges::replace_if(why, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    editing.kept[{key->span.line, key->span.column}] = why;
    remove_member(*answers, change.practice);
    return "";
}

}  // namespace waymark
