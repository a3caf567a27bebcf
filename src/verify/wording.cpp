// Notes on how a framework is worded: what people choose between, and what they are told afterwards.
#include "framework/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <sstream>

#include "verify/proofs.hpp"

namespace waymark {

namespace {

bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0 || c == '-' || c == '_';
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

// Where a word stands by itself, in any case.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0) {
    const std::string where = lower(text);
    const std::string what = lower(word);
    for (std::size_t at = where.find(what, from); at != std::string::npos; at = where.find(what, at + 1)) {
        const bool begins = at == 0 || !is_word_byte(where[at - 1]);
        const bool ends = at + what.size() >= where.size() || !is_word_byte(where[at + what.size()]);
        if (begins && ends) return at;
    }
    return std::string::npos;
}

int characters(std::string_view text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

int words_in(const std::string& text) {
    std::istringstream stream(text);
    int count = 0;
    for (std::string word; stream >> word;) ++count;
    return count;
}

// The lines of one practice, and where things stand in them.
struct Passage {
    const Source* source;
    int first, last;
    Span otherwise;

    // The key of a level under `levels:`.
    Span level(const std::string& id) const {
        bool inside = false;
        for (int line = first; line <= last; ++line) {
            const std::string_view text = source->line(line);
            std::size_t from = 0;
            if (!inside) {
                from = text.find("levels:");
                if (from == std::string_view::npos) continue;
                inside = true;
            }
            for (std::size_t at = find_word(text, id, from); at != std::string::npos;
                 at = find_word(text, id, at + 1)) {
                if (at + id.size() < text.size() && text[at + id.size()] == ':')
                    return {line, characters(text.substr(0, at)) + 1, characters(id)};
            }
        }
        return otherwise;
    }

    Span word(const std::string& word) const {
        for (int line = first; line <= last; ++line) {
            const std::string_view text = source->line(line);
            const std::size_t at = find_word(text, word);
            if (at != std::string::npos) return {line, characters(text.substr(0, at)) + 1, characters(word)};
        }
        return otherwise;
    }
};

Passage passage_of(const Framework& framework, std::size_t element, const Source& source) {
    constexpr int kLongest = 200;
    const Element& practice = framework.elements[element];
    int last = practice.span.line + kLongest;
    if (element + 1 < framework.elements.size())
        last = std::max(practice.span.line, framework.elements[element + 1].span.line - 1);
    return {&source, practice.span.line, last, place_of(source, practice.span, practice.id)};
}

// Letters and digits only: what is left when punctuation and case are taken away.
std::string bare(const std::string& text) {
    std::string result;
    for (const char c : lower(text)) {
        if (is_word_byte(c) && c != '-') result += c;
    }
    return result;
}

void check_anchors(const Framework& framework, const WordingRules& rules, std::size_t element, const Passage& passage,
                   Findings& findings) {
    const Element& practice = framework.elements[element];
    const auto& levels = framework.scale_of(static_cast<int>(element)).levels;
    const auto& anchors = practice.question.anchors;
    std::vector<std::string> bare_texts;
    for (std::size_t i = 0; i < anchors.size(); ++i) {
        bare_texts.push_back(bare(anchors[i]));
        for (std::size_t j = 0; j < i; ++j) {
            if (bare_texts[i].empty() || bare_texts[i] != bare_texts[j]) continue;
            findings.report(
                "L001", passage.level(levels[i].id),
                fmt::format("the practice '{}' describes '{}' exactly as '{}'", practice.id, levels[i].id,
                            levels[j].id),
                "say what can be seen at one level and not at the other, or people will choose by the word");
            break;
        }
        const int words = words_in(anchors[i]);
        if (words > rules.longest_anchor) {
            findings.report(
                "L002", passage.level(levels[i].id),
                fmt::format("the practice '{}' describes '{}' in {} words", practice.id, levels[i].id, words),
                fmt::format("keep it to {}: longer texts are skimmed", rules.longest_anchor));
        }
    }
}

bool holds_word(const Question& question, const std::string& word) {
    if (find_word(question.ask, word) != std::string::npos) return true;
    return std::any_of(question.anchors.begin(), question.anchors.end(),
                       [&](const std::string& anchor) { return find_word(anchor, word) != std::string::npos; });
}

void check_banned(const Framework& framework, const WordingRules& rules, std::size_t element, const Passage& passage,
                  Findings& findings) {
    const Element& practice = framework.elements[element];
    for (const WordingRules::Banned& banned : rules.banned) {
        if (!holds_word(practice.question, banned.word)) continue;
        const Span span = passage.word(banned.word);
        std::optional<Fix> fix;
        if (!banned.instead.empty()) fix = replacement(findings.source(), span, banned.instead, false);
        findings.report(
            "L003", span,
            fmt::format("the practice '{}' uses '{}', which this framework does not want in its questions", practice.id,
                        banned.word),
            banned.instead.empty() ? "say what can be seen instead" : fmt::format("write '{}'", banned.instead),
            std::move(fix));
    }
}

// A text that most practices have and some lack was probably forgotten; one that none has was not wanted.
struct Habit {
    const char* what;
    const char* key;
    bool (*has)(const Element&);
};

constexpr Habit kHabits[] = {{"says what evidence would persuade", "evidence",
                              [](const Element& one) { return !one.question.evidence.empty(); }},
                             {"names a source", "sources", [](const Element& one) { return !one.sources.empty(); }},
                             {"gives a next step from every level", "next", [](const Element& one) {
                                  return !one.question.next.empty() &&
                                         std::none_of(one.question.next.begin(), one.question.next.end(),
                                                      [](const std::string& text) { return text.empty(); });
                              }}};

void check_habits(const Framework& framework, Findings& findings) {
    for (const Habit& habit : kHabits) {
        std::vector<std::size_t> without;
        std::size_t all = 0;
        for (std::size_t i = 0; i < framework.elements.size(); ++i) {
            if (framework.elements[i].kind != NodeName::Kind::practice) continue;
            ++all;
            if (!habit.has(framework.elements[i])) without.push_back(i);
        }
        if (without.empty() || 2 * without.size() > all) continue;
        for (const std::size_t i : without) {
            const Element& practice = framework.elements[i];
            findings.report("L004", place_of(findings.source(), practice.span, practice.id),
                            fmt::format("the practice '{}' lacks what {} of {} have: it never {}", practice.id,
                                        all - without.size(), all, habit.what),
                            fmt::format("add '{}'", habit.key));
        }
    }
}

struct FlagHabit {
    const char* what;
    const char* key;
    bool (*has)(const Flag&);
};

constexpr FlagHabit kFlagHabits[] = {
    {"says why it matters", "why", [](const Flag& one) { return !one.why.empty(); }},
    {"says what to do", "do", [](const Flag& one) { return !one.action.empty(); }},
    {"names a source", "sources", [](const Flag& one) { return !one.sources.empty(); }}};

void check_flag_habits(const Framework& framework, Findings& findings) {
    for (const FlagHabit& habit : kFlagHabits) {
        for (const FlagKind kind : {FlagKind::washing, FlagKind::real}) {
            std::vector<const Flag*> without;
            std::size_t all = 0;
            for (const Flag& flag : framework.flags) {
                if (flag.kind != kind) continue;
                ++all;
                if (!habit.has(flag)) without.push_back(&flag);
            }
            if (without.empty() || 2 * without.size() > all) continue;
            for (const Flag* flag : without) {
                findings.report("L005", place_of(findings.source(), flag->span, flag->id),
                                fmt::format("the flag '{}' lacks what {} of {} of its kind have: it never {}", flag->id,
                                            all - without.size(), all, habit.what),
                                fmt::format("add '{}'", habit.key));
            }
        }
    }
}

}  // namespace

void check_wording(const Framework& framework, Findings& findings) {
    const WordingRules rules = wording_of(findings.source());
    for (std::size_t i = 0; i < framework.elements.size(); ++i) {
        if (framework.elements[i].kind != NodeName::Kind::practice) continue;
        const Passage passage = passage_of(framework, i, findings.source());
        check_anchors(framework, rules, i, passage, findings);
        check_banned(framework, rules, i, passage, findings);
    }
    check_habits(framework, findings);
    check_flag_habits(framework, findings);
}

}  // namespace waymark
