#include "waymark/table.hpp"

#include <algorithm>

namespace waymark {

namespace {

template <typename List, typename IdOf>
std::optional<int> position(const List& list, std::string_view id, IdOf id_of) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& item) { return id_of(item) == id; });
    if (found == list.end()) return std::nullopt;
    return static_cast<int>(found - list.begin());
}

constexpr auto own_id = [](const auto& item) -> const std::string& { return item.id; };
constexpr auto itself = [](const std::string& id) -> const std::string& { return id; };

}  // namespace

std::optional<int> TableType::column(std::string_view wanted) const {
    return position(columns, wanted, own_id);
}

std::optional<int> Catalogue::table(std::string_view id) const {
    return position(tables, id, own_id);
}

std::optional<int> Catalogue::node(std::string_view id) const {
    return position(nodes, id, own_id);
}

std::optional<int> Catalogue::role(std::string_view id) const {
    return position(roles, id, itself);
}

std::optional<int> Catalogue::flag(std::string_view id) const {
    return position(flags, id, itself);
}

}  // namespace waymark
