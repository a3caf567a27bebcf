// Two people at one file: did both set the same thing?
#include "assessment/edit.hpp"
#include "assessment/write.hpp"

namespace waymark {

namespace {

std::optional<Node> parse_quietly(const std::string& text) {
    const Source source("", text);
    Diagnostics unheard;
    Findings findings(source, unheard);
    return parse_yaml(findings);
}

const Node* respondent(const Node& root, const std::string& id) {
    const Node* list = root.find("respondents");
    if (list == nullptr) return nullptr;
    for (const Node& person : list->items) {
        const Node* own = person.find("id");
        if (own != nullptr && own->text == id) return &person;
    }
    return nullptr;
}

const Node* below(const Node* mapping, const std::string& key) {
    return mapping == nullptr ? nullptr : mapping->find(key);
}

const Node* answer(const Node& root, const std::string& id, const std::string& practice) {
    return below(below(respondent(root, id), "answers"), practice);
}

// What a change sets, as it stands in a file; null if it is not there. Of tables the whole: rows have no names.
struct Place {
    const Node* root;

    const Node* operator()(const SetHead& change) const { return root->find(change.key); }
    const Node* operator()(const AddRespondent& change) const { return respondent(*root, change.id); }
    const Node* operator()(const SetRole& change) const { return below(respondent(*root, change.respondent), "role"); }
    const Node* operator()(const RemoveRespondent& change) const { return respondent(*root, change.respondent); }
    const Node* operator()(const SetAnswer& change) const { return answer(*root, change.respondent, change.practice); }
    const Node* operator()(const RetireAnswer& change) const {
        return answer(*root, change.respondent, change.practice);
    }
    const Node* operator()(const SetField& change) const { return below(table(change.record), change.field); }
    const Node* operator()(const AddRow& change) const { return table(change.table); }
    const Node* operator()(const ReplaceRow& change) const { return table(change.table); }
    const Node* operator()(const RemoveRow& change) const { return table(change.table); }
    const Node* operator()(const MarkNone& change) const { return table(change.table); }
    const Node* operator()(const ForgetTable& change) const { return table(change.table); }
    const Node* operator()(const SetTable& change) const { return table(change.table); }

    const Node* table(const std::string& id) const { return below(root->find("facts"), id); }
};

bool same(const Node* a, const Node* b) {
    return a == nullptr || b == nullptr ? a == b : same_tree(*a, *b);
}

}  // namespace

bool contradict(const std::string& base, const std::string& theirs, const std::vector<Change>& changes) {
    const Edited edited = edit_assessment(base, changes);
    const auto before = parse_quietly(base);
    const auto other = parse_quietly(theirs);
    const auto ours = edited.text ? parse_quietly(*edited.text) : std::nullopt;
    if (!before || !other || !ours) return true;
    for (const Change& change : changes) {
        const Node* their_value = std::visit(Place{&*other}, change);
        if (same(std::visit(Place{&*before}, change), their_value)) continue;
        if (!same(std::visit(Place{&*ours}, change), their_value)) return true;
    }
    return false;
}

}  // namespace waymark
