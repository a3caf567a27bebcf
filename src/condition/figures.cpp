#include "condition/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace waymark {

namespace {

std::string with_thousands(const std::string& number) {
    const auto point = std::min(number.find('.'), number.size());
    const std::size_t start = number.front() == '-' ? 1 : 0;
    std::string result = number.substr(0, point);
    for (std::size_t at = point; at > start + 3;) result.insert(at -= 3, ",");
    return result + number.substr(point);
}

std::string with_currency(const std::string& figure, const std::string& currency) {
    static const std::array<std::pair<std::string_view, std::string_view>, 3> signs = {
        {{"GBP", "£"}, {"EUR", "€"}, {"USD", "$"}}};
    const bool negative = figure.front() == '-';
    const std::string digits = negative ? figure.substr(1) : figure;
    std::string sign = currency.empty() ? "" : currency + " ";
    for (const auto& [code, symbol] : signs) {
        if (code == currency) sign = symbol;
    }
    return (negative ? "-" : "") + sign + digits;
}

Rational magnitude(const Rational& value) {
    return value < Rational(0) ? Rational(0) - value : value;
}

struct Unit {
    int size;
    std::string_view suffix;
};
constexpr std::array<Unit, 2> kUnits = {{{1000000000, "bn"}, {1000000, "m"}}};

std::string whole_money(const Rational& amount) {
    return with_thousands(amount.to_fixed(amount.denominator() == 1 ? 0 : 2));
}

// The verb in the present tense that a phrase in the plural starts with, and its form for one thing.
constexpr std::array<std::pair<std::string_view, std::string_view>, 35> kVerbs = {{
    {"are", "is"},
    {"were", "was"},
    {"have", "has"},
    {"do", "does"},
    {"involve", "involves"},
    {"hold", "holds"},
    {"use", "uses"},
    {"cite", "cites"},
    {"need", "needs"},
    {"end", "ends"},
    {"last", "lasts"},
    {"run", "runs"},
    {"rest", "rests"},
    {"depend", "depends"},
    {"belong", "belongs"},
    {"come", "comes"},
    {"serve", "serves"},
    {"give", "gives"},
    {"take", "takes"},
    {"measure", "measures"},
    {"address", "addresses"},
    {"promise", "promises"},
    {"fund", "funds"},
    {"share", "shares"},
    {"follow", "follows"},
    {"fit", "fits"},
    {"show", "shows"},
    {"work", "works"},
    {"name", "names"},
    {"report", "reports"},
    {"release", "releases"},
    {"map", "maps"},
    {"start", "starts"},
    {"continue", "continues"},
    {"count", "counts"},
}};

bool is_plural(std::string_view word) {
    return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss");
}

std::string singular_noun(const std::string& word) {
    if (!is_plural(word)) return word;
    if (word.size() > 4 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
    return word.substr(0, word.size() - 1);
}

// The word right after a figure of one, without the ending of its plural.
std::string after_one(const std::string& text) {
    const auto end = std::min(text.find_first_of(" ,;."), text.size());
    return singular_noun(text.substr(0, end)) + text.substr(end);
}

bool is_preposition(std::string_view word) {
    static constexpr std::array<std::string_view, 16> words = {"about", "at",     "by",      "for",   "from", "in",
                                                               "of",    "on",     "over",    "past",  "to",   "under",
                                                               "with",  "within", "without", "always"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

// "headline outcomes": one plural, or a plural with a word before it.
bool is_short_plural(const std::string& what) {
    const auto first = what.find(' ');
    if (first == std::string::npos) return is_plural(what) && !is_preposition(what);
    const std::string noun = what.substr(first + 1);
    return noun.find(' ') == std::string::npos && is_plural(noun) && noun[0] >= 'a' && noun[0] <= 'z' &&
           !is_preposition(what.substr(0, first));
}

// "headline outcomes" becomes "is a headline outcome"; what is no short noun keeps its words: "is defined by what they
// make". A list of plurals stays as it is, which reads better than half a change: "are grants or subsidies".
std::string being_one(const std::string& what) {
    if (is_short_plural(what)) {
        const auto noun = what.rfind(' ') == std::string::npos ? 0 : what.rfind(' ') + 1;
        const bool vowel = std::string_view("aeiouAEIOU").find(what.front()) != std::string_view::npos;
        return fmt::format("is {} {}{}", vowel ? "an" : "a", what.substr(0, noun), singular_noun(what.substr(noun)));
    }
    const std::string start = what.substr(0, std::min(what.find_first_of(" ,"), what.size()));
    return (is_plural(start) && !is_preposition(start) ? "are " : "is ") + what;
}

std::string set_text(const ColumnType& type, const ChosenSet& set) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < type.choices.size() && i < 64; ++i) {
        if ((set.bits >> i & 1U) != 0) names.push_back(id_in_words(type.choices[i].id));
    }
    return names.empty() ? "nothing" : join(names, "and");
}

std::string chosen_text(const ColumnType& type, int index) {
    if (type.kind == ColumnType::Kind::yes_no) return index == 0 ? "no" : "yes";
    const Choice& choice = type.choices[static_cast<std::size_t>(index)];
    return type.kind == ColumnType::Kind::level && has_phrase(choice) ? choice.phrase : id_in_words(choice.id);
}

}  // namespace

std::string quoted(const std::string& text) {
    return fmt::format("‘{}’", text);
}

std::string date_text(Date date) {
    static const std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                            "May",       "June",     "July",     "August",
                                                            "September", "October",  "November", "December"};
    return fmt::format("{} {} {}", date.day, months[static_cast<std::size_t>(date.month - 1)], date.year);
}

std::string number_text(const Rational& value) {
    return with_thousands(value.to_short(4));
}

std::string score_text(const Rational& value) {
    std::string text = value.to_fixed(2);
    if (text.back() == '0') text.pop_back();
    return text;
}

std::string percent_text(const Rational& share, const std::vector<Rational>& limits) {
    const Rational percent = share * Rational(100);
    for (int places = 0; places < 6; ++places) {
        const std::string text = percent.to_fixed(places);
        const bool told_apart = std::all_of(limits.begin(), limits.end(), [&](const Rational& limit) {
            return limit == share || (limit * Rational(100)).to_fixed(places) != text;
        });
        if (told_apart) return text + "%";
    }
    return percent.to_fixed(6) + "%";
}

std::string money_text(const Rational& amount, const std::string& currency) {
    return money_text(amount, currency, amount);
}

std::string money_text(const Rational& amount, const std::string& currency, const Rational& beside) {
    for (const auto& [size, suffix] : kUnits) {
        const bool big_enough = magnitude(amount) * Rational(20) >= Rational(size);  // rounds to 0.1 at least
        if (magnitude(beside) < Rational(size) || !big_enough) continue;
        return with_currency((amount / Rational(size)).to_fixed(1), currency) + std::string(suffix);
    }
    return with_currency(whole_money(amount), currency);
}

std::string amount_text(const ColumnType& type, const Rational& amount, const std::string& currency) {
    if (type.kind == ColumnType::Kind::money) return money_text(amount, currency);
    if (type.kind == ColumnType::Kind::share) return percent_text(amount);
    if (type.kind != ColumnType::Kind::duration) return with_thousands(amount.to_short(2));
    const Rational months = amount / Rational::fraction(487, 16);
    if (months.denominator() == 1 && amount != Rational(0)) {
        return Duration{static_cast<int>(months.numerator()), Duration::Unit::months}.to_text();
    }
    return with_thousands(amount.to_short(0)) + (amount == Rational(1) ? " day" : " days");
}

bool has_phrase(const Choice& choice) {
    return !choice.phrase.empty() && choice.phrase != choice.id && choice.phrase != id_in_words(choice.id);
}

std::string title_text(const Column& column) {
    if (column.title.empty() || lower_first(column.title) == id_in_words(column.id))
        return quoted(id_in_words(column.id));
    return lower_first(column.title);
}

std::string table_text(const TableType& table) {
    return table.title.empty() ? id_in_words(table.id) : lower_first(table.title);
}

std::string cell_text(const Column& column, const Cell& cell, const std::string& currency) {
    if (const auto* text = std::get_if<std::string>(&cell)) return quoted(*text);
    if (const auto* number = std::get_if<Rational>(&cell)) return amount_text(column.type, *number, currency);
    if (const auto* date = std::get_if<Date>(&cell)) return date_text(*date);
    if (const auto* duration = std::get_if<Duration>(&cell)) return duration->to_text();
    if (const auto* set = std::get_if<ChosenSet>(&cell)) return set_text(column.type, *set);
    if (const auto* chosen = std::get_if<ChosenIndex>(&cell)) return chosen_text(column.type, chosen->index);
    return "not recorded";
}

std::string singular(std::string phrase) {
    if (phrase.starts_with("are ")) return being_one(phrase.substr(4));
    const auto end = std::min(phrase.find(' '), phrase.size());
    for (const auto& [many, one] : kVerbs) {
        if (std::string_view(phrase).substr(0, end) == many) return phrase.replace(0, end, one);
    }
    return phrase;
}

std::string filled(const std::string& says, const std::string& value) {
    const auto hole = says.find("{}");
    if (hole == std::string::npos) return says + " " + value;
    std::string rest = says.substr(hole + 2);
    if (value == "1" && rest.size() > 1 && rest.front() == ' ') rest = " " + after_one(rest.substr(1));
    return says.substr(0, hole) + value + rest;
}

}  // namespace waymark
