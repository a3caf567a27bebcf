// What is said of one indicator: its reading, its pace, its course.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "outcomes/readings.hpp"
#include "waymark/scorecard.hpp"
#include "waymark/table.hpp"

namespace waymark {

// Typed access to one row of the indicators table.
struct IndicatorRow {
    const TableType& type;
    const Row& row;

    template <class Value>
    const Value* get(std::string_view column) const {
        const auto index = type.column(column);
        return index ? std::get_if<Value>(&row.cells[static_cast<std::size_t>(*index)]) : nullptr;
    }
    std::string text(std::string_view column) const {
        const auto* value = get<std::string>(column);
        return value != nullptr ? *value : "";
    }
    std::optional<Rational> number(std::string_view column) const {
        const auto* value = get<Rational>(column);
        return value != nullptr ? std::optional(*value) : std::nullopt;
    }
    const Choice* choice(std::string_view column) const {
        const auto index = type.column(column);
        const auto* value = get<ChosenIndex>(column);
        if (value == nullptr) return nullptr;
        return &type.columns[static_cast<std::size_t>(*index)].type.choices[static_cast<std::size_t>(value->index)];
    }
};

std::string reading_in_words(std::string_view reading);                            // "too early to say"
std::string reading_words(const IndicatorReading& read, const IndicatorRow& row);  // sentences
std::string pace_words(const IndicatorReading& read);                              // "behind", "target met"
std::string target_words(const IndicatorRow& row);  // "6% of homes by 31 December 2033 (aspirational)"; or empty
// Sentences: where its course and the do-nothing trend put it, and the best pace on record.
std::vector<std::string> course_words(const IndicatorRow& row, const IndicatorReading& read);

}  // namespace waymark
