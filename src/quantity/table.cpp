#include "waymark/table.hpp"

#include <algorithm>

namespace waymark {

namespace {

template <typename List, typename Fits>
std::optional<int> position(const List& list, Fits fits) {
    const auto found = std::find_if(list.begin(), list.end(), fits);
    if (found == list.end()) return std::nullopt;
    return static_cast<int>(found - list.begin());
}

template <typename List>
std::optional<int> position_of_id(const List& list, std::string_view id) {
    return position(list, [&](const auto& item) { return item.id == id; });
}

std::optional<int> position_of(const std::vector<std::string>& list, std::string_view id) {
    return position(list, [&](const std::string& item) { return item == id; });
}

}  // namespace

std::optional<int> TableType::column(std::string_view wanted) const {
    return position_of_id(columns, wanted);
}

std::optional<int> Catalogue::table(std::string_view id) const {
    return position_of_id(tables, id);
}

std::optional<int> Catalogue::node(std::string_view id) const {
    return position_of_id(nodes, id);
}

std::optional<int> Catalogue::role(std::string_view id) const {
    return position_of(roles, id);
}

std::optional<int> Catalogue::flag(std::string_view id) const {
    return position_of(flags, id);
}

}  // namespace waymark
