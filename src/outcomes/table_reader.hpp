// Cells by the ids of their columns. A column that the framework does not declare reads as blank everywhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "waymark/framework.hpp"
#include "waymark/table.hpp"

namespace waymark {

class TableReader {
  public:
    TableReader(const Framework& framework, std::string_view table);

    std::string text(const Row& row, std::string_view column) const;  // empty when blank
    std::optional<Rational> number(const Row& row, std::string_view column) const;
    std::optional<Date> date(const Row& row, std::string_view column) const;
    std::optional<Duration> duration(const Row& row, std::string_view column) const;
    std::string choice(const Row& row, std::string_view column) const;  // the choice's id; empty when blank
    bool yes(const Row& row, std::string_view column) const;            // blank is no

    // Nothing happens when the column, or the choice, is not declared.
    void set(Row& row, std::string_view column, Cell cell) const;
    void set_choice(Row& row, std::string_view column, std::string_view choice) const;

    std::size_t width() const;  // columns

  private:
    template <typename Value>
    const Value* cell(const Row& row, std::string_view column) const;

    const TableType* type_ = nullptr;
};

}  // namespace waymark
