// `waymark show`: a framework as a document that can be printed, discussed and marked up.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/framework_words.hpp"
#include "text/display.hpp"

namespace waymark {

namespace {

std::string md(const std::string& text) {
    return escape_markdown(printable(text));
}

std::string heading(int depth, const std::string& code, const std::string& title) {
    return fmt::format("\n{} {}{}\n\n", std::string(static_cast<std::size_t>(depth), '#'),
                       code.empty() ? "" : md(code) + " ", md(title));
}

std::string labelled(const std::string& label, const std::string& text) {
    return text.empty() ? "" : fmt::format("**{}.** {}\n\n", label, md(text));
}

std::string practice_text(const Framework& framework, int index, int depth) {
    const Element& element = framework.elements[static_cast<std::size_t>(index)];
    const Question& question = element.question;
    std::string text = heading(depth, element.code, element.title + (element.core ? " (core)" : ""));
    if (!question.ask.empty()) text += fmt::format("*{}*\n\n", md(question.ask));
    text += labelled("What", question.what) + labelled("Why", question.why);
    text += "| Level | What it looks like | Next step |\n| --- | --- | --- |\n";
    const auto& levels = framework.scale_of(index).levels;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const std::string anchor = i < question.anchors.size() ? question.anchors[i] : "";
        const std::string next = i < question.next.size() ? question.next[i] : "";
        text += fmt::format("| {} {} | {} | {} |\n", levels[i].value.to_short(2), md(levels[i].title), md(anchor),
                            md(next));
    }
    text += "\n" + labelled("What would show it", question.evidence);
    std::vector<std::string> roles;
    for (const int role : question.best_known_by)
        roles.push_back(framework.roles[static_cast<std::size_t>(role)].title);
    text += labelled("Best known by", fmt::format("{}", fmt::join(roles, ", ")));
    text += labelled("Not applicable", question.not_applicable.value_or("Never."));
    return text + labelled("Sources", fmt::format("{}", fmt::join(element.sources, ", ")));
}

std::string element_text(const Framework& framework, int index, int depth) {
    const Element& element = framework.elements[static_cast<std::size_t>(index)];
    if (element.kind == NodeName::Kind::practice) return practice_text(framework, index, depth);
    std::string text = heading(depth, element.code, element.title);
    if (!element.about.empty()) text += md(element.about) + "\n";
    for (const int child : element.children) text += element_text(framework, child, depth + 1);
    return text;
}

std::string facts_text(const Framework& framework) {
    std::string text = heading(2, "", "Facts");
    for (const TableType& table : framework.catalogue.tables) {
        if (table.is_computed) continue;
        text += heading(3, "", table.title);
        if (!table.about.empty()) text += md(table.about) + "\n\n";
        text += "| Column | What to enter |\n| --- | --- |\n";
        for (const Column& column : table.columns) {
            text += fmt::format("| {}{} | {} |\n", md(column.id), column.type.is_private ? " (never printed)" : "",
                                md(column.about));
        }
    }
    return text;
}

std::string flags_text(const Framework& framework, FlagKind kind, const std::string& title) {
    std::string text = heading(2, "", title);
    for (const Flag& flag : framework.flags) {
        if (flag.kind != kind) continue;
        text += heading(3, flag.code, flag.title);
        if (!flag.says.empty()) text += fmt::format("*{}*\n\n", md(flag.says));
        std::vector<std::string> limits;
        for (const Limit& limit : flag.limits)
            limits.push_back(fmt::format("{} {}", limit.name, limit.value.to_short(4)));
        text += labelled("Limits", fmt::format("{}", fmt::join(limits, ", ")));
        text += labelled("Why", flag.why) + labelled("What to do", flag.action);
        text += labelled("Sources", fmt::format("{}", fmt::join(flag.sources, ", ")));
    }
    return text;
}

std::string words_text(const Framework& framework) {
    std::string text;
    if (!framework.glossary.empty()) text += heading(2, "", "Glossary");
    for (const GlossaryEntry& entry : framework.glossary) text += labelled(md(entry.term), entry.means);
    for (const Guide& guide : framework.guides) {
        text += heading(2, "", guide.title);
        text += escape_markdown(printable(guide.text, true)) + "\n";
    }
    if (!framework.sources.empty()) text += heading(2, "", "Sources");
    for (const SourceEntry& source : framework.sources) {
        text += fmt::format("- **{}** {} {}{}\n", md(source.id), md(source.title), md(source.url),
                            source.note.empty() ? "" : " (" + md(source.note) + ")");
    }
    return text;
}

}  // namespace

std::string framework_as_markdown(const Framework& framework) {
    std::string text = fmt::format("# {}\n\nVersion {}. Licence {}.\n\n{}\n", md(framework.title),
                                   md(framework.version), md(framework.licence), md(framework.about));
    for (const int dimension : framework.elements[0].children) text += element_text(framework, dimension, 2);
    text += facts_text(framework);
    text += flags_text(framework, FlagKind::washing, "Warning signs");
    text += flags_text(framework, FlagKind::real, "Signs that it is real");
    return text + words_text(framework);
}

}  // namespace waymark
