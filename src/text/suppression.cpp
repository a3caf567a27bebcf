#include "text/suppression.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/codes.hpp"
#include "text/comments.hpp"
#include "text/display.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

constexpr std::string_view kMark = "waymark:";
constexpr std::string_view kWordEnds = " \t,";

struct Code {
    std::string text;
    bool used = false;
};

struct Suppression {
    YamlComment comment;
    Span span;
    bool whole_file = false;
    std::vector<Code> codes;
    bool has_reason = false;
    int line = 0;  // that it is about
};

struct Words {
    std::string_view rest;

    std::string_view next() {
        const std::size_t start = std::min(rest.find_first_not_of(kWordEnds), rest.size());
        const std::size_t end = std::min(rest.find_first_of(kWordEnds, start), rest.size());
        const std::string_view word = rest.substr(start, end - start);
        rest.remove_prefix(end);
        return word;
    }
};

Span span_of(const YamlComment& comment, const Source& source) {
    const std::string_view line = source.line(comment.line);
    const auto start = static_cast<std::size_t>(line.data() - source.text.data());
    return {comment.line, static_cast<int>(characters(line.substr(0, comment.begin - start))) + 1,
            static_cast<int>(characters(comment.text))};
}

bool holds_a_value(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t");
    return first != std::string_view::npos && line[first] != '#';
}

// The line itself, or for a comment alone on its line the next one that holds anything.
int line_meant(const YamlComment& comment, const Source& source) {
    if (!comment.alone) return comment.line;
    const int last = static_cast<int>(std::count(source.text.begin(), source.text.end(), '\n')) + 1;
    int line = comment.line + 1;
    while (line <= last && !holds_a_value(source.line(line))) ++line;
    return line;
}

// False if the comment speaks of something else, such as a head that was commented out.
bool read_order(std::string_view word, Suppression& suppression, Findings* findings) {
    suppression.whole_file = word == "ignore-file";
    if (word == "ignore" || suppression.whole_file) return true;
    const Suggestion near = suggest(word, {"ignore", "ignore-file"});
    if (near.name.empty() || findings == nullptr) return false;
    findings->report("I003", suppression.span, fmt::format("'{}' is not what a comment to waymark can say", word),
                     near.help);
    return false;
}

void read_code(std::string_view word, Suppression& suppression, Findings* findings) {
    const CodeInfo* info = find_code(word);
    if (info != nullptr && info->severity != Severity::error) {
        suppression.codes.push_back({std::string(word)});
        return;
    }
    if (findings == nullptr) return;
    if (info != nullptr) {
        findings->report("I003", suppression.span, fmt::format("{} is an error, which cannot be passed over", word),
                         "mend what it says");
    } else {
        findings->report("I003", suppression.span, fmt::format("'{}' is no finding's code", word),
                         "write for example: # waymark: ignore A020 because the answers come next week");
    }
}

std::optional<Suppression> read_comment(const YamlComment& comment, const Source& source, Findings* findings) {
    Words words{comment.text.substr(1)};
    if (words.next() != kMark) return std::nullopt;
    Suppression suppression;
    suppression.comment = comment;
    suppression.span = span_of(comment, source);
    suppression.line = line_meant(comment, source);
    if (!read_order(words.next(), suppression, findings)) return std::nullopt;
    std::string_view word = words.next();
    const bool names_none = word.empty() || word == "because";
    for (; !word.empty() && word != "because"; word = words.next()) read_code(word, suppression, findings);
    suppression.has_reason = word == "because" && !words.next().empty();
    if (findings != nullptr && names_none) {
        findings->report("I003", suppression.span, "the comment names no finding's code",
                         "write for example: # waymark: ignore A020 because the answers come next week");
    }
    return suppression;
}

Fix without_comment(const Suppression& suppression, const Source& source) {
    const std::size_t end = suppression.comment.begin + suppression.comment.text.size();
    std::size_t behind = end;
    if (suppression.comment.alone && behind < source.text.size() && source.text[behind] == '\r') ++behind;
    if (suppression.comment.alone && behind < source.text.size()) ++behind;
    return {"remove the comment", true, {{suppression.comment.begin - suppression.comment.before, behind, ""}}};
}

void report_unused(const Suppression& suppression, Findings& findings) {
    for (const Code& code : suppression.codes) {
        if (code.used) continue;
        const bool alone = suppression.codes.size() == 1;
        findings.report(
            "I001", suppression.span,
            fmt::format("there is no finding {} {}", code.text,
                        suppression.whole_file ? "in this file" : fmt::format("in line {}", suppression.line)),
            alone ? "remove the comment" : fmt::format("remove {} from the comment", code.text),
            alone ? std::optional(without_comment(suppression, findings.source())) : std::nullopt);
    }
}

bool passes_over(Suppression& suppression, const Diagnostic& finding) {
    if (!suppression.whole_file && suppression.line != finding.span.line) return false;
    for (Code& code : suppression.codes) {
        if (code.text != finding.code) continue;
        code.used = true;
        return true;
    }
    return false;
}

}  // namespace

bool may_pass_over(const std::string& text) {
    for (std::size_t at = text.find(kMark); at != std::string::npos; at = text.find(kMark, at + 1)) {
        const std::size_t before = at == 0 ? std::string::npos : text.find_last_not_of(" \t", at - 1);
        if (before != std::string::npos && text[before] == '#') return true;
    }
    return false;
}

void pass_over(const std::string& name, const std::string& text, bool report, Diagnostics& diagnostics) {
    if (!may_pass_over(text)) return;
    const Source source(name, text);
    Diagnostics unheard;
    Findings syntax(source, unheard);
    if (const auto root = parse_yaml(syntax)) pass_over(source, *root, report, diagnostics);
}

void pass_over(const Source& source, const Node& root, bool report, Diagnostics& diagnostics) {
    if (!may_pass_over(source.text)) return;
    Diagnostics about_comments;
    Findings findings(source, about_comments);
    std::vector<Suppression> suppressions;
    for (const YamlComment& comment : comments_in(source, root)) {
        if (auto read = read_comment(comment, source, report ? &findings : nullptr)) suppressions.push_back(*read);
    }
    bool has_error = false;
    const auto passed_over = [&](const Diagnostic& finding) {
        if (finding.severity == Severity::error) has_error = true;
        if (finding.severity == Severity::error || finding.file != source.name) return false;
        bool passed = false;
        for (Suppression& suppression : suppressions) passed = passes_over(suppression, finding) || passed;
        return passed;
    };
    diagnostics.erase(std::remove_if(diagnostics.begin(), diagnostics.end(), passed_over), diagnostics.end());
    if (!report) return;
    for (const Suppression& suppression : suppressions) {
        if (!has_error) report_unused(suppression, findings);
        if (suppression.has_reason) continue;
        findings.report("I002", suppression.span, "the comment gives no reason",
                        "add one: … because the answers come next week");
    }
    diagnostics.insert(diagnostics.end(), about_comments.begin(), about_comments.end());
}

}  // namespace waymark
