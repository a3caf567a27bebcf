// Which known name a misspelt one was meant to be.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>

#include "text/fields.hpp"

namespace waymark {

namespace {

constexpr std::size_t kLongestWord = 64;
constexpr std::size_t kMostNamesListed = 12;

// Case, and the choice between '-', '_' and a space, are no differences.
std::string folded(std::string_view word) {
    std::string text(word);
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == '_' || c == ' ') c = '-';
    }
    return text;
}

// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment: F. J. Damerau, "A
// technique for computer detection and correction of spelling errors", 1964).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> older(b.size() + 1);
    std::vector<std::size_t> previous(b.size() + 1);
    std::vector<std::size_t> current(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) current[j] = std::min(current[j], older[j - 2] + 1);
        }
        std::swap(older, previous);
        std::swap(previous, current);
    }
    return previous[b.size()];
}

// One name is the beginning of the other: 'desc' for 'description'.
bool begins_alike(std::string_view a, std::string_view b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    return shorter >= 3 && a.substr(0, shorter) == b.substr(0, shorter);
}

std::string digits_of(std::string_view word) {
    std::string digits;
    std::copy_if(word.begin(), word.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

// A slip nobody could have meant: a letter too many, too few, wrong or swapped in a word long enough to be known by the
// rest, and no other name is near. Another first letter or number is another thing.
bool is_one_slip(std::string_view word, std::string_view name, const std::vector<std::string>& known) {
    constexpr std::size_t kLongEnough = 4;
    if (word.size() < kLongEnough || word.front() != name.front() || digits_of(word) != digits_of(name)) return false;
    if (distance(word, name) != 1) return false;
    return std::none_of(known.begin(), known.end(), [&](const std::string& other) {
        return other != name && other.size() <= kLongestWord && distance(word, other) <= 2;
    });
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known) {
    if (word.empty() || word.size() > kLongestWord) return std::nullopt;
    const std::string wanted = folded(word);
    const std::size_t allowed = std::clamp<std::size_t>(wanted.size() / 3, 1, 3);
    const std::string* best = nullptr;
    std::size_t best_distance = allowed + 1;
    const std::string* alike = nullptr;
    for (const std::string& name : known) {
        if (name.empty() || name.size() > kLongestWord) continue;
        const std::string candidate = folded(name);
        if (alike == nullptr && begins_alike(wanted, candidate)) alike = &name;
        const std::size_t gap = std::max(wanted.size(), candidate.size()) - std::min(wanted.size(), candidate.size());
        if (gap >= best_distance) continue;
        const std::size_t d = distance(wanted, candidate);
        // A word of one or two letters is near everything; half of it must be right.
        if (d < best_distance && d < wanted.size()) {
            best = &name;
            best_distance = d;
        }
    }
    if (best == nullptr) best = alike;
    return best == nullptr ? std::nullopt : std::optional(*best);
}

Suggestion suggest(std::string_view word, const std::vector<std::string>& known) {
    Suggestion suggestion;
    suggestion.word = word;
    if (const auto name = nearest(word, known)) {
        suggestion.help = fmt::format("did you mean '{}'?", *name);
        suggestion.name = *name;
        suggestion.sure = is_one_slip(word, *name, known);
        return suggestion;
    }
    if (known.empty() || known.size() > kMostNamesListed) return suggestion;
    suggestion.help = fmt::format("known: {}", fmt::join(known, ", "));
    return suggestion;
}

}  // namespace waymark
