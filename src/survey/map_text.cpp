#include "survey/map_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/scalars.hpp"
#include "survey/practices.hpp"

namespace waymark {

std::string yaml_text(const std::string& text) {
    Node node;
    node.kind = Node::Kind::scalar;
    node.text = text;
    node.quoted = true;
    return inline_scalar(node);
}

std::string map_head(const Framework& framework, int profile) {
    std::string head = fmt::format("waymark: map/1\nframework: {}@{}\n", framework.id, framework.version);
    if (framework.profiles.size() < 2) return head;
    std::string others;
    for (const Profile& one : framework.profiles) others += (others.empty() ? "" : ", ") + one.id;
    return head +
           fmt::format("profile: {}  # one of: {}\n", framework.profiles[static_cast<std::size_t>(profile)].id, others);
}

std::vector<TableUse> table_uses(const Framework& framework, int profile) {
    std::vector<TableUse> uses;
    for (const int index : practices_of(framework)) {
        const int scale = framework.elements[static_cast<std::size_t>(index)].scale;
        const bool not_applicable = may_be_not_applicable(framework, profile, index);
        const auto same = [&](const TableUse& use) {
            return use.scale == scale && use.not_applicable == not_applicable;
        };
        if (std::ranges::any_of(uses, same)) continue;
        std::string id = scale == 0 ? "" : framework.scales[static_cast<std::size_t>(scale)].id;
        if (not_applicable) id += id.empty() ? "may-not-apply" : "-may-not-apply";
        uses.push_back({uses.empty() ? "default" : id.empty() ? "always-applies" : id, scale, not_applicable});
    }
    return uses;
}

const TableUse& table_of(const std::vector<TableUse>& uses, const Framework& framework, int profile, int element) {
    const int scale = framework.elements[static_cast<std::size_t>(element)].scale;
    const bool not_applicable = may_be_not_applicable(framework, profile, element);
    return *std::ranges::find_if(
        uses, [&](const TableUse& use) { return use.scale == scale && use.not_applicable == not_applicable; });
}

}  // namespace waymark
