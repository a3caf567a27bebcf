// From a value in an export to what it says.
#include <algorithm>

#include "survey/bound_map.hpp"
#include "survey/written_value.hpp"

namespace waymark {

namespace {

template <typename Value>
const Value* find_text(const ByText<Value>& table, std::string_view text) {
    const auto found = table.find(text);
    return found == table.end() ? nullptr : &found->second;
}

// "02" is a number in an export, though not in a file that people write.
std::optional<Rational> passed_number(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    while (text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9') text.remove_prefix(1);
    const auto number = parse_decimal(text);
    return number && negative ? Rational(0) - *number : number;
}

std::optional<Outcome> passed(const BoundTable& table, std::string_view normalised) {
    if (table.pass == Pass::nothing || table.level_values.empty()) return std::nullopt;
    const auto number = table.pass == Pass::number ? passed_number(normalised) : number_in_label(normalised);
    if (!number) return std::nullopt;
    const auto level = std::ranges::find(table.level_values, *number + table.offset);
    if (level == table.level_values.end()) return std::nullopt;
    return Outcome{Outcome::Kind::level, static_cast<int>(level - table.level_values.begin())};
}

}  // namespace

std::optional<Outcome> look_up(const BoundTable& table, std::string_view canonical, std::string& room) {
    if (const Outcome* exact = find_text(table.exact, canonical)) return *exact;
    const std::string_view normalised = normalised_text(canonical, room);
    if (const Outcome* found = find_text(table.normalised, normalised)) return *found;
    return passed(table, normalised);
}

std::optional<int> role_named(const BoundMap& map, std::string_view canonical, std::string& room) {
    const int* role = find_text(map.roles_exact, canonical);
    if (role == nullptr) role = find_text(map.roles_normalised, normalised_text(canonical, room));
    return role == nullptr ? std::nullopt : std::optional(*role);
}

std::string_view organisation_named(const BoundMap& map, std::string_view text, std::string& room) {
    const int* known = find_text(map.organisations, normalised_text(text, room));
    return known == nullptr ? text : std::string_view(map.map.organisations[static_cast<std::size_t>(*known)].name);
}

}  // namespace waymark
