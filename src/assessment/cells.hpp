// One cell of a fact table from YAML or CSV text. std::monostate is a blank; nullopt means a finding was
// reported.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/csv.hpp"
#include "text/yaml.hpp"
#include "waymark/table.hpp"

namespace waymark {

std::optional<Cell> read_cell(const Node& node, const Column& column, Findings& findings);
std::optional<Cell> read_cell(const CsvCell& cell, const Column& column, Findings& findings);

// Without spaces, tabs and line ends around it.
std::string trimmed(std::string_view text);

// What an amount as people write it ("£1.2m", "1,250,000", "EUR 3 bn") is as a plain decimal; nullopt where
// it could be read in more than one way. For suggestions only: amounts are never guessed.
std::optional<std::string> plain_amount(std::string_view text);

}  // namespace waymark
