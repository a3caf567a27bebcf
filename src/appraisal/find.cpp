#include "appraisal/find.hpp"

#include <algorithm>
#include <cctype>

namespace waymark {

const CardNode* find_node(const Scorecard& card, std::string_view id) {
    for (const CardNode& node : card.nodes) {
        if (node.id == id) return &node;
    }
    return nullptr;
}

const CardNode* find_part(const Scorecard& card, std::string_view id_or_code) {
    if (const CardNode* node = find_node(card, id_or_code)) return node;
    const auto same = [](char a, char b) {
        return std::toupper(static_cast<unsigned char>(a)) == std::toupper(static_cast<unsigned char>(b));
    };
    for (const CardNode& node : card.nodes) {
        if (std::equal(node.code.begin(), node.code.end(), id_or_code.begin(), id_or_code.end(), same)) return &node;
    }
    return nullptr;
}

const CardFlag* find_flag(const Scorecard& card, std::string_view id) {
    for (const CardFlag& flag : card.flags) {
        if (flag.id == id) return &flag;
    }
    return nullptr;
}

}  // namespace waymark
