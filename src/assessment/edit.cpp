#include "assessment/edit.hpp"

#include <array>

#include "assessment/edit_tree.hpp"
#include "assessment/write.hpp"
#include "text/source.hpp"

namespace waymark {

namespace {

constexpr std::array<std::string_view, 13> kTopOrder{"waymark",  "framework", "organisation", "profile", "date",
                                                     "currency", "note",      "respondents",  "agreed",  "facts",
                                                     "targets",  "publish",   "previous"};

std::string make_changes(Editing& editing, const std::vector<Change>& changes) {
    for (const Change& change : changes) {
        std::string problem = std::visit([&](const auto& one) { return make_change(editing, one); }, change);
        if (!problem.empty()) return problem;
    }
    return "";
}

std::optional<Node> read_tree(const Source& source, std::string& problem) {
    Diagnostics diagnostics;
    Findings findings(source, diagnostics);
    auto root = parse_yaml(findings);
    if (!root) {
        problem = "the file is not YAML: " + diagnostics.front().message;
    } else if (const Node* head = root->find("waymark"); head == nullptr || head->text != "assessment/1") {
        problem = "the file is no assessment: it does not begin with 'waymark: assessment/1'";
        root.reset();
    }
    return root;
}

}  // namespace

void set_top(Node& root, const std::string& key, Node value) {
    set_member(root, key, std::move(value), kTopOrder);
}

Edited edit_assessment(const std::string& text, const std::vector<Change>& changes) {
    Edited edited;
    const Source source("", text);
    const auto before = read_tree(source, edited.problem);
    if (!before) return edited;
    Node after = *before;
    Editing editing{&after, {}};
    edited.problem = make_changes(editing, changes);
    if (!edited.problem.empty()) return edited;
    Rewritten rewritten = rewrite(source, *before, after, {editing.kept, {}});
    const Source result("", rewritten.text);
    // What outgrew the limits of a file could be written but never be read again.
    if (!read_tree(result, edited.problem)) return edited;
    edited.text = std::move(rewritten.text);
    edited.whole = rewritten.whole;
    return edited;
}

std::string new_assessment(const NewAssessment& head) {
    Node root = mapping_node();
    put(root, "waymark", scalar_node("assessment/1"));
    put(root, "framework", scalar_node(head.framework));
    put(root, "organisation", scalar_node(head.organisation));
    if (!head.profile.empty()) put(root, "profile", scalar_node(head.profile));
    put(root, "date", scalar_node(head.date));
    put(root, "respondents", sequence_node());
    return yaml_of(root);
}

}  // namespace waymark
