// Figures and words as people read them, for the sentences of conditions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/english.hpp"
#include "waymark/table.hpp"

namespace waymark {

std::string quoted(const std::string& text);

std::string date_text(Date date);                // "20 November 2026"
std::string number_text(const Rational& value);  // "1,250", "0.5"; at most four decimals
std::string score_text(const Rational& value);   // "3.0", "1.45"
// Whole per cent, with as many decimals as keep it apart from the limits it is compared with.
std::string percent_text(const Rational& share, const std::vector<Rational>& limits = {});
// "£3.1m", "CHF 250,000"; `beside` sets the unit of a part that stands beside its whole.
std::string money_text(const Rational& amount, const std::string& currency);
std::string money_text(const Rational& amount, const std::string& currency, const Rational& beside);
std::string amount_text(const ColumnType& type, const Rational& amount, const std::string& currency);

bool has_phrase(const Choice& choice);  // a phrase of its own, not just its id again
// A title in a sentence: "tagged spend"; the id in quotes where no title was given.
std::string title_text(const Column& column);
std::string table_text(const TableType& table);  // "the portfolio"
std::string cell_text(const Column& column, const Cell& cell, const std::string& currency);

// A phrase in the plural ("are new", "involve 2 organisations") said of one thing.
std::string singular(std::string phrase);
// A `says` text with its {} filled in; "1 organisations" becomes "1 organisation".
std::string filled(const std::string& says, const std::string& value);

}  // namespace waymark
