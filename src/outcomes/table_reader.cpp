#include "outcomes/table_reader.hpp"

#include <utility>
#include <variant>

namespace waymark {

TableReader::TableReader(const Framework& framework, std::string_view table) {
    const std::optional<int> index = framework.catalogue.table(table);
    if (index) type_ = &framework.catalogue.tables[static_cast<std::size_t>(*index)];
}

template <typename Value>
const Value* TableReader::cell(const Row& row, std::string_view column) const {
    if (type_ == nullptr) return nullptr;
    const std::optional<int> index = type_->column(column);
    if (!index || static_cast<std::size_t>(*index) >= row.cells.size()) return nullptr;
    return std::get_if<Value>(&row.cells[static_cast<std::size_t>(*index)]);
}

std::string TableReader::text(const Row& row, std::string_view column) const {
    const auto* value = cell<std::string>(row, column);
    return value != nullptr ? *value : std::string();
}

std::optional<Rational> TableReader::number(const Row& row, std::string_view column) const {
    const auto* value = cell<Rational>(row, column);
    return value != nullptr ? std::optional<Rational>(*value) : std::nullopt;
}

std::optional<Date> TableReader::date(const Row& row, std::string_view column) const {
    const auto* value = cell<Date>(row, column);
    return value != nullptr ? std::optional<Date>(*value) : std::nullopt;
}

std::optional<Duration> TableReader::duration(const Row& row, std::string_view column) const {
    const auto* value = cell<Duration>(row, column);
    return value != nullptr ? std::optional<Duration>(*value) : std::nullopt;
}

std::string TableReader::choice(const Row& row, std::string_view column) const {
    const auto* chosen = cell<ChosenIndex>(row, column);
    if (chosen == nullptr) return {};
    const ColumnType& type = type_->columns[static_cast<std::size_t>(*type_->column(column))].type;
    return type.choices[static_cast<std::size_t>(chosen->index)].id;
}

bool TableReader::yes(const Row& row, std::string_view column) const {
    return choice(row, column) == "yes";
}

void TableReader::set(Row& row, std::string_view column, Cell cell) const {
    if (type_ == nullptr) return;
    const std::optional<int> index = type_->column(column);
    if (index) row.cells[static_cast<std::size_t>(*index)] = std::move(cell);
}

void TableReader::set_choice(Row& row, std::string_view column, std::string_view choice) const {
    if (type_ == nullptr) return;
    const std::optional<int> index = type_->column(column);
    if (!index) return;
    const ColumnType& type = type_->columns[static_cast<std::size_t>(*index)].type;
    for (std::size_t i = 0; i < type.choices.size(); ++i) {
        if (type.choices[i].id == choice) set(row, column, ChosenIndex{static_cast<int>(i)});
    }
}

std::size_t TableReader::width() const {
    return type_ != nullptr ? type_->columns.size() : 0;
}

}  // namespace waymark
