// Profiles: variants of weights, of what is core and of what may be said not to apply.
#include <fmt/format.h>

#include <algorithm>

#include "framework/draft.hpp"

namespace waymark {

namespace {

// A node of the tree below the whole.
std::optional<int> refer_node(Draft& draft, const Node& node) {
    const auto index = refer(draft.nodes, node, *draft.findings);
    if (!index || *index != 0) return index;
    draft.report("F022", node.span, "'overall' is the whole, which has no weight", "name a dimension or practice");
    return std::nullopt;
}

std::optional<int> refer_practice(Draft& draft, const Node& node, std::string_view why) {
    const auto index = refer(draft.nodes, node, *draft.findings);
    if (!index || draft.element(*index).kind == NodeName::Kind::practice) return index;
    draft.report("F022", node.span, fmt::format("'{}' is a group, and only practices {}", node.text, why),
                 "name the practices of the group one by one");
    return std::nullopt;
}

void read_weights(Draft& draft, Fields& fields, Profile& profile) {
    const Node* weights = fields.mapping("weights");
    if (!weights) return;
    for (std::size_t i = 0; i < weights->keys.size(); ++i) {
        const auto element = refer_node(draft, weights->keys[i]);
        const auto weight = read_figure(draft, weights->items[i], "the weight", 0, 1000);
        if (element && weight) profile.weights[*element] = *weight;
    }
}

void read_not_core(Draft& draft, Fields& fields, Profile& profile) {
    for (const Node* item : fields.list("not_core")) {
        const auto element = refer_practice(draft, *item, "can be core");
        if (!element) continue;
        if (!draft.element(*element).core) {
            draft.report("F051", item->span, fmt::format("'{}' is not core in any profile", item->text),
                         "remove it here, or write 'core: yes' on the practice");
        }
        profile.not_core.push_back(*element);
    }
}

void read_not_applicable(Draft& draft, Fields& fields, Profile& profile) {
    const Node* node = fields.mapping("not_applicable");
    if (!node) return;
    for (std::size_t i = 0; i < node->keys.size(); ++i) {
        const auto element = refer_practice(draft, node->keys[i], "can be said not to apply");
        const auto when = read_text(node->items[i], "when it may be said", *draft.findings);
        if (!element || !when) continue;
        const auto& not_core = profile.not_core;
        const bool is_core =
            draft.element(*element).core && std::find(not_core.begin(), not_core.end(), *element) == not_core.end();
        if (is_core) {
            draft.report("F042", node->keys[i].span,
                         fmt::format("'{}' is core in the profile '{}', so it cannot be said not to apply",
                                     node->keys[i].text, profile.id),
                         "a core practice can never be left out; add it to 'not_core' of this profile, or "
                         "remove it here");
        }
        profile.not_applicable[*element] = *when;
    }
}

Profile read_profile(Draft& draft, const Node& node, int index) {
    Fields fields(node, "a profile", *draft.findings);
    Profile profile;
    profile.span = node.span;
    if (fields.is_mapping()) {
        profile.id = fields.need_id();
        profile.title = title_or_id(fields, profile.id);
        profile.about = fields.text("about");
        note_was(draft, fields.find("was"), NameKind::profile, "", profile.id);
        read_weights(draft, fields, profile);
        read_not_core(draft, fields, profile);
        read_not_applicable(draft, fields, profile);
        declare(draft.profiles, profile.id, index, span_of(fields, "id"), *draft.findings);
    }
    fields.finish();
    return profile;
}

}  // namespace

void read_profiles(Draft& draft, Fields& top) {
    auto& profiles = draft.framework.profiles;
    auto items = top.list("profiles");
    keep_to(draft, items, kMostChoices, "profiles");
    for (const Node* item : items) profiles.push_back(read_profile(draft, *item, static_cast<int>(profiles.size())));
    if (profiles.empty()) {
        Profile only;
        only.id = "default";
        only.title = "Default";
        profiles.push_back(std::move(only));
        draft.profiles.entries.emplace("default", Names::Entry{0, {}});
    }
}

void check_core_and_scope(Draft& draft) {
    const Framework& framework = draft.framework;
    for (std::size_t i = 0; i < framework.elements.size(); ++i) {
        const Element& element = framework.elements[i];
        if (!element.core || !element.question.not_applicable) continue;
        for (const Profile& profile : framework.profiles) {
            const auto& list = profile.not_core;
            if (std::find(list.begin(), list.end(), static_cast<int>(i)) != list.end()) continue;
            draft.report("F042", element.span,
                         fmt::format("the practice '{}' is core in the profile '{}', so it cannot be said not to apply",
                                     element.id, profile.id),
                         "remove 'not_applicable' here; a profile in which the practice is not core may allow it");
            break;
        }
    }
}

}  // namespace waymark
