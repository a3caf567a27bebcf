#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/framework_words.hpp"

namespace waymark {

namespace {

using Lines = std::vector<std::string>;

std::string lower(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

bool same_word(const std::string& a, const std::string& b) {
    return lower(a) == lower(b);
}

void say(Lines& lines, const std::string& label, const std::string& text) {
    if (!text.empty()) lines.push_back(label.empty() ? text : label + ": " + text);
}

std::string titled(const std::string& code, const std::string& title) {
    return code.empty() ? title : code + " " + title;
}

void say_sources(Lines& lines, const Framework& framework, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
        for (const SourceEntry& source : framework.sources) {
            if (source.id == id) lines.push_back(fmt::format("Source: {} {}", source.title, source.url));
        }
    }
}

Lines explain_practice(const Framework& framework, const Element& element, int index) {
    Lines lines{titled(element.code, element.title)};
    const Question& question = element.question;
    say(lines, "", question.ask);
    say(lines, "What it is", question.what);
    say(lines, "Why it matters", question.why);
    if (element.core) lines.emplace_back("A core practice: strength elsewhere cannot make up for it.");
    const auto& levels = framework.scale_of(index).levels;
    for (std::size_t i = 0; i < levels.size() && i < question.anchors.size(); ++i) {
        lines.push_back(fmt::format("{} {}: {}", levels[i].value.to_short(2), levels[i].title, question.anchors[i]));
    }
    say(lines, "What would show it", question.evidence);
    for (std::size_t i = 0; i < levels.size() && i < question.next.size(); ++i) {
        if (!question.next[i].empty())
            lines.push_back(fmt::format("Next step from {}: {}", levels[i].title, question.next[i]));
    }
    std::vector<std::string> roles;
    for (const int role : question.best_known_by)
        roles.push_back(framework.roles[static_cast<std::size_t>(role)].title);
    if (!roles.empty()) lines.push_back(fmt::format("Best known by: {}", fmt::join(roles, ", ")));
    lines.push_back("Not applicable: " + question.not_applicable.value_or("never."));
    say_sources(lines, framework, element.sources);
    return lines;
}

Lines explain_element(const Framework& framework, int index) {
    const Element& element = framework.elements[static_cast<std::size_t>(index)];
    if (element.kind == NodeName::Kind::practice) return explain_practice(framework, element, index);
    Lines lines{titled(element.code, element.title)};
    say(lines, "", element.about);
    for (const int child : element.children) {
        const Element& part = framework.elements[static_cast<std::size_t>(child)];
        lines.push_back(fmt::format("  {}  ({})", titled(part.code, part.title), part.id));
    }
    say_sources(lines, framework, element.sources);
    return lines;
}

std::string severity_words(const Flag& flag) {
    static constexpr const char* words[] = {"low", "medium", "high"};
    std::vector<std::string> cases;
    for (const SeverityCase& one : flag.severity) cases.emplace_back(words[static_cast<int>(one.level)]);
    return fmt::format("{}", fmt::join(cases, " or "));
}

// What the flag looks at, so that a reader knows which facts to bring.
Lines what_it_reads(const Framework& framework, const Flag& flag) {
    Lines names;
    for (const int node : flag.reads.claimed) names.push_back(framework.elements[static_cast<std::size_t>(node)].title);
    for (const int node : flag.reads.evidenced) {
        const std::string& title = framework.elements[static_cast<std::size_t>(node)].title;
        if (std::find(names.begin(), names.end(), title) == names.end()) names.push_back(title);
    }
    for (const auto& [table, column] : flag.reads.columns) {
        const TableType& type = framework.catalogue.tables[static_cast<std::size_t>(table)];
        if (column < 0 || type.is_computed) continue;
        names.push_back(fmt::format("{}: {}", type.title, type.columns[static_cast<std::size_t>(column)].title));
    }
    return names;
}

Lines explain_flag(const Framework& framework, const Flag& flag) {
    Lines lines{titled(flag.code, flag.title)};
    say(lines, "", flag.says);
    if (flag.kind == FlagKind::washing) lines.push_back("Severity: " + severity_words(flag));
    if (flag.kind == FlagKind::real) lines.emplace_back("A sign that it is real.");
    for (const Limit& limit : flag.limits) {
        lines.push_back(fmt::format("Limit {} = {} (change it with --limit {}.{}=…)", limit.name,
                                    limit.value.to_short(4), flag.id, limit.name));
    }
    const Lines reads = what_it_reads(framework, flag);
    if (!reads.empty()) lines.push_back(fmt::format("It reads: {}", fmt::join(reads, "; ")));
    say(lines, "Why it matters", flag.why);
    say(lines, "What to do", flag.action);
    say_sources(lines, framework, flag.sources);
    return lines;
}

std::optional<Lines> explain_vocabulary(const Framework& framework, const std::string& word) {
    for (const GlossaryEntry& entry : framework.glossary) {
        if (!same_word(entry.id, word) && !same_word(entry.term, word)) continue;
        Lines lines{entry.term, entry.means};
        say_sources(lines, framework, entry.sources);
        return lines;
    }
    for (const Guide& guide : framework.guides) {
        if (same_word(guide.id, word)) return Lines{guide.title, guide.text};
    }
    for (const Scale& scale : framework.scales) {
        for (const Level& level : scale.levels) {
            if (!same_word(level.id, word) && !same_word(level.title, word)) continue;
            return Lines{fmt::format("{} (level {} of the scale '{}')", level.title, level.value.to_short(2), scale.id),
                         level.means};
        }
    }
    for (const Term& role : framework.roles) {
        if (same_word(role.id, word)) return Lines{role.title, role.about};
    }
    for (const Profile& profile : framework.profiles) {
        if (same_word(profile.id, word)) return Lines{profile.title, profile.about};
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::vector<std::string>> explain_word(const Framework& framework, const std::string& word) {
    for (std::size_t i = 0; i < framework.elements.size(); ++i) {
        const Element& element = framework.elements[i];
        if (same_word(element.id, word) || (!element.code.empty() && same_word(element.code, word))) {
            return explain_element(framework, static_cast<int>(i));
        }
    }
    for (const Flag& flag : framework.flags) {
        if (same_word(flag.id, word) || (!flag.code.empty() && same_word(flag.code, word)))
            return explain_flag(framework, flag);
    }
    return explain_vocabulary(framework, word);
}

std::vector<std::string> explainable_words(const Framework& framework) {
    Lines words;
    for (const Element& element : framework.elements) words.push_back(element.id);
    for (const Flag& flag : framework.flags) words.push_back(flag.id);
    for (const GlossaryEntry& entry : framework.glossary) words.push_back(entry.id);
    for (const Guide& guide : framework.guides) words.push_back(guide.id);
    for (const Scale& scale : framework.scales) {
        for (const Level& level : scale.levels) words.push_back(level.id);
    }
    for (const Term& role : framework.roles) words.push_back(role.id);
    for (const Profile& profile : framework.profiles) words.push_back(profile.id);
    return words;
}

}  // namespace waymark
