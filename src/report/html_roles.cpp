// A heat map of practices by role: where people in different places see the same thing differently.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "report/html_parts.hpp"
#include "report/html_sections.hpp"
#include "report/outline.hpp"
#include "report/position.hpp"
#include "report/wording.hpp"

namespace waymark::html {
namespace {

constexpr std::size_t kMostWidest = 5;
constexpr std::array<std::string_view, 9> kShades = {"heat-0", "heat-1", "heat-2", "heat-3", "heat-4",
                                                     "heat-5", "heat-6", "heat-7", "heat-8"};

std::string_view shade(const CardNode& node, const Rational& mean) {
    constexpr std::int64_t kSteps = kShades.size() - 1;
    return kShades[static_cast<std::size_t>(position(mean, node.lowest, node.highest, kSteps))];
}

const CardRole* find_role(const CardNode& node, const std::string& id) {
    for (const CardRole& role : node.roles) {
        if (role.role == id) return &role;
    }
    return nullptr;
}

// Roles that somebody has, in the framework's order.
std::vector<CardRoleCount> columns_of(const Scorecard& card) {
    std::vector<CardRoleCount> columns;
    for (const CardRoleCount& role : card.roles) {
        if (role.respondents > 0) columns.push_back(role);
    }
    return columns;
}

void cell(Markup& markup, const CardNode& node, const CardRole* role) {
    if (role == nullptr || (!role->hidden && !role->mean)) {
        const auto element = markup.in("td", {{"class", "unasked"}});
        markup.text("–");
        if (role != nullptr && role->dont_know > 0) markup.leaf("small", dont_know_text(*role));
        return;
    }
    if (role->hidden) {
        markup.leaf("td", {{"class", "withheld"}}, "not shown");
        return;
    }
    const std::string kind(shade(node, *role->mean));
    const auto element = markup.in("td", {{"class", kind}});
    {
        const auto svg = markup.in("svg", {{"aria-hidden", "true"}});
        markup.shape("rect", {});
    }
    markup.leaf("b", figure(*role->mean));
    if (role->dont_know > 0) markup.leaf("small", dont_know_text(*role));
}

// How far apart the roles are, drawn as a share of the scale.
void apart(Markup& markup, const CardNode& node) {
    const auto element = markup.in("td", {{"class", "between"}});
    if (!node.role_gap) return markup.text("–");
    markup.text(figure(*node.role_gap));
    if (*node.role_gap <= Rational(0)) return;
    {
        const auto svg = markup.in("svg", {{"class", "apart"}, {"aria-hidden", "true"}});
        const std::string width = percent_along(node.lowest + *node.role_gap, node.lowest, node.highest);
        markup.shape("rect", {{"width", width}});
    }
    markup.leaf("small", joined({node.role_gap_high, node.role_gap_low}, " above "));
}

bool has_roles(const CardNode* node) {
    return node->kind == "practice" && !node->roles.empty();
}

void rows(Markup& markup, const Scorecard& card, const CardNode& dimension, const std::vector<CardRoleCount>& columns) {
    const std::vector<const CardNode*> nodes = below(card, dimension);
    if (std::none_of(nodes.begin(), nodes.end(), has_roles)) return;
    const auto body = markup.in("tbody");
    {
        const auto line = markup.in("tr", {{"class", "group"}});
        markup.leaf("th", {{"scope", "rowgroup"}, {"colspan", std::to_string(columns.size() + 2)}, {"dir", "auto"}},
                    dimension.title);
    }
    for (const CardNode* node : nodes) {
        if (!has_roles(node)) continue;
        const auto line = markup.in("tr");
        markup.leaf("th", {{"scope", "row"}, {"dir", "auto"}}, label_of(*node));
        for (const CardRoleCount& role : columns) cell(markup, *node, find_role(*node, role.role));
        apart(markup, *node);
    }
}

void widest(Markup& markup, const Scorecard& card) {
    std::vector<std::string> texts;
    for (const CardNode* node : widest_role_gaps(card, kMostWidest)) texts.push_back(role_gap_line(*node));
    items(markup, texts);
}

}  // namespace

void roles(Markup& markup, const Scorecard& card) {
    widest(markup, card);
    const std::vector<CardRoleCount> columns = columns_of(card);
    if (!columns.empty()) {
        const auto frame = scrolling(markup, "Means by role");
        const auto table = markup.in("table", {{"class", "heatmap"}});
        markup.leaf(
            "caption",
            "The mean of the levels given, by role. The more a field stands out from the page, the higher the level.");
        {
            const auto head = markup.in("thead");
            const auto line = markup.in("tr");
            markup.leaf("th", {{"scope", "col"}}, "Practice");
            for (const CardRoleCount& role : columns) {
                markup.leaf("th", {{"scope", "col"}, {"dir", "auto"}}, role.title);
            }
            markup.leaf("th", {{"scope", "col"}, {"class", "between"}}, "Apart");
        }
        for (const CardNode* dimension : dimensions(card)) rows(markup, card, *dimension, columns);
    }
    prose(markup, hidden_roles_line(card));
}

}  // namespace waymark::html
