// `waymark explain`: a finding's code, a word of the framework, or how a score came about.
#include <fmt/format.h>

#include <algorithm>

#include "appraisal/explain_score.hpp"
#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "report/framework_words.hpp"
#include "text/codes.hpp"
#include "text/display.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

const char* severity_word(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::note:
            break;
    }
    return "note";
}

// Examples are code: their lines stay as they are.
std::string example(std::string_view title, std::string_view text) {
    if (text.empty()) return "";
    std::string shown = fmt::format("\n{}:\n\n", title);
    std::size_t start = 0;
    while (start < text.size()) {
        std::size_t end = text.find('\n', start);
        if (end == std::string_view::npos) end = text.size();
        shown += fmt::format("    {}\n", printable(text.substr(start, end - start)));
        start = end + 1;
    }
    return shown;
}

std::string code_text(const CodeInfo& code, const TextStyle& style) {
    std::string text = fmt::format("{} ({}): {}\n\n", code.code, severity_word(code.severity), code.title);
    for (const std::string& line : wrap(code.why, style.width)) text += line + "\n";
    return text + example("Raises it", code.bad) + example("Does not", mended_lines(code));
}

std::string paragraphs(const std::vector<std::string>& lines, const TextStyle& style) {
    std::string text;
    for (const std::string& line : lines) {
        const std::string shown = printable(style.unicode ? line : to_ascii(line), true);
        if (shown.starts_with("  ")) {
            text += shown + "\n";
            continue;
        }
        for (const std::string& wrapped : wrap(shown, style.width)) text += wrapped + "\n";
        text += line.empty() ? "\n" : "";
    }
    return text;
}

std::string spaced(const std::vector<std::string>& lines, const TextStyle& style) {
    std::vector<std::string> with_gaps;
    for (const std::string& line : lines) {
        const bool list = line.starts_with("  ") || line.starts_with("Source: ");
        if (!with_gaps.empty() &&
            !(list && (with_gaps.back().starts_with("  ") || with_gaps.back().starts_with("Source: ")))) {
            with_gaps.emplace_back();
        }
        with_gaps.push_back(line);
    }
    return paragraphs(with_gaps, style);
}

int explain_codes(Terminal& terminal) {
    for (const CodeInfo& code : all_codes()) {
        terminal.print(fmt::format("{}  {:<8} {}\n", code.code, severity_word(code.severity), code.title));
    }
    return kDone;
}

int explain_number(const ExplainOptions& options, Terminal& terminal) {
    Diagnostics diagnostics;
    const auto text = read_file(options.assessment, diagnostics);
    const auto loaded = text ? load_assessment(options.assessment, *text, options.choice, "", diagnostics) : nullptr;
    sort_diagnostics(diagnostics);
    terminal.show(diagnostics);
    if (!loaded) return kWrongUse;
    const auto& elements = loaded->framework.elements;
    const auto found = std::find_if(elements.begin(), elements.end(), [&](const Element& element) {
        return element.id == options.thing || (!element.code.empty() && element.code == options.thing);
    });
    if (found == elements.end()) {
        std::vector<std::string> known;
        for (const Element& element : elements) known.push_back(element.id);
        terminal.say(fmt::format("waymark: nothing that is scored is called '{}'; {}\n", options.thing,
                                 suggest(options.thing, known).help));
        return kWrongUse;
    }
    terminal.print(
        paragraphs(explain_score(loaded->input, static_cast<int>(found - elements.begin())), terminal.style()));
    return kDone;
}

bool is_code(const std::string& word) {
    return word.size() == 4 && word[0] >= 'A' && word[0] <= 'Z' && find_code(word) != nullptr;
}

}  // namespace

int run_explain(const ExplainOptions& options, Terminal& terminal) {
    if (options.all) return explain_codes(terminal);
    if (options.score) return explain_number(options, terminal);
    if (is_code(options.thing)) {
        terminal.print(code_text(*find_code(options.thing), terminal.style()));
        return kDone;
    }
    Diagnostics diagnostics;
    const auto framework = load_framework(options.choice.framework, diagnostics);
    terminal.show(diagnostics);
    if (!framework) return kWrongUse;
    if (const auto lines = explain_word(*framework, options.thing)) {
        terminal.print(spaced(*lines, terminal.style()));
        return kDone;
    }
    std::string near = suggest(options.thing, explainable_words(*framework)).help;
    if (near.empty()) near = "'waymark show' lists everything it holds";
    terminal.say(
        fmt::format("waymark: nothing is called '{}' in {}; {}\n", printable(options.thing), framework->title, near));
    return kWrongUse;
}

}  // namespace waymark
