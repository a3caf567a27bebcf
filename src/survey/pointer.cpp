// Pointers as maps write them: RFC 6901, `*` for every element or member, and `N/…` for N levels up.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "assessment/names.hpp"
#include "survey/map.hpp"

namespace waymark {

namespace {

constexpr std::size_t kMostTokens = 64;
constexpr int kMostLevelsUp = 64;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Nothing, with the problem said, after a `~` that escapes nothing.
std::optional<Pointer::Token> read_token(std::string_view written, PointerProblem& problem) {
    if (written == "*") return Pointer::Token{"", true};
    Pointer::Token token;
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (written[i] != '~') {
            token.name += written[i];
            continue;
        }
        const char escaped = i + 1 < written.size() ? written[i + 1] : ' ';
        if (escaped < '0' || escaped > '2') {
            problem.message = fmt::format("in {} a '~' stands alone", in_quotes(written));
            problem.help = "write ~0 for '~', ~1 for '/', and ~2 for a '*' that is part of a name";
            return std::nullopt;
        }
        token.name += escaped == '0' ? '~' : escaped == '1' ? '/' : '*';
        ++i;
    }
    return token;
}

void no_slash(std::string_view text, PointerProblem& problem) {
    problem.message = fmt::format("{} is a name, not a pointer", in_quotes(text));
    problem.better = "/" + escaped_token(text);
    const bool has_slash = text.find('/') != std::string_view::npos;
    problem.help = fmt::format("for the member of this name write '{}'", problem.better);
    if (has_slash) problem.help += fmt::format("; '/{}' looks for members inside members", text);
}

// The leading `N` of a relative pointer, taken off `text`. False if it is none.
bool take_levels(std::string_view& text, Pointer& pointer) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    const auto digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    if (end != text.end() && *end != '/') return false;
    const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), pointer.up);
    if (error != std::errc{} || pointer.up > kMostLevelsUp) return false;
    pointer.relative = true;
    text.remove_prefix(digits.size());
    return true;
}

}  // namespace

std::string escaped_token(std::string_view name) {
    if (name == "*") return "~2";
    std::string token;
    for (const char c : name) {
        if (c == '~' || c == '/') {
            token += c == '~' ? "~0" : "~1";
        } else {
            token += c;
        }
    }
    return token;
}

std::optional<Pointer> parse_pointer(std::string_view text, PointerProblem& problem) {
    Pointer pointer;
    pointer.as_written = text;
    std::string_view rest = text;
    const bool relative = !rest.empty() && is_digit(rest.front()) && take_levels(rest, pointer);
    if (!rest.empty() && !rest.starts_with('/')) {
        no_slash(text, problem);
        return std::nullopt;
    }
    if (relative && pointer.up == 0) pointer.relative = false;
    while (!rest.empty()) {
        rest.remove_prefix(1);
        const std::size_t end = std::min(rest.find('/'), rest.size());
        auto token = read_token(rest.substr(0, end), problem);
        if (!token) return std::nullopt;
        pointer.tokens.push_back(std::move(*token));
        rest.remove_prefix(end);
    }
    if (pointer.tokens.size() <= kMostTokens) return pointer;
    problem.message = fmt::format("the pointer is {} levels deep", pointer.tokens.size());
    problem.help = fmt::format("no export is read deeper than {} levels", kMostTokens);
    return std::nullopt;
}

}  // namespace waymark
