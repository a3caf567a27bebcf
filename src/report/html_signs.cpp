// The signs, as parts of a web page.
#include <string>

#include "report/html_escape.hpp"
#include "report/html_parts.hpp"
#include "report/html_sections.hpp"
#include "report/outline.hpp"
#include "report/wording.hpp"
#include "text/english.hpp"

namespace waymark::html {
namespace {

std::string place_of(const CardFlag& flag) {
    return anchor("sign", flag.id);
}

void sources(Markup& markup, const CardFlag& flag) {
    if (flag.sources.empty()) return;
    markup.leaf("dt", flag.sources.size() > 1 ? "Sources" : "Source");
    const auto entry = markup.in("dd");
    const auto list = markup.in("ul", {{"class", "plain"}});
    for (const CardSource& source : flag.sources) {
        const auto item = markup.in("li", {{"dir", "auto"}});
        if (url(source.url).empty()) {
            markup.text(joined({source.title, source.url}, " "));
        } else {
            markup.leaf("a", {{"href", source.url}}, source.title.empty() ? source.url : source.title);
        }
    }
}

void explained(Markup& markup, const CardFlag& flag) {
    const auto facts = markup.in("dl", {{"class", "facts"}});
    fact(markup, "What was seen", as_sentence(flag.saw));
    fact(markup, "Why it matters", flag.why);
    fact(markup, "What to do", flag.action);
    sources(markup, flag);
}

void title_of(Markup& markup, const CardFlag& flag, std::string_view kind) {
    const auto title = markup.in("h3", {{"dir", "auto"}});
    mark(markup, kind);
    if (!flag.severity.empty()) {
        const auto severity = markup.in("span", {{"class", "severity " + std::string(kind)}});
        markup.text(capitalised(flag.severity));
    }
    markup.text(" " + label_of(flag));
}

void sign(Markup& markup, const CardFlag& flag, const std::string& kind) {
    const auto article = markup.in("article", {{"class", "sign"}, {"id", place_of(flag)}});
    title_of(markup, flag, kind);
    prose(markup, flag.says, "says");
    explained(markup, flag);
}

// All raised signs at one look, each a way to its own.
void overview(Markup& markup, const std::vector<const CardFlag*>& flags) {
    const auto list = markup.in("ul", {{"class", "overview plain"}});
    for (const CardFlag* flag : flags) {
        const auto item = markup.in("li");
        mark(markup, flag->severity);
        markup.leaf("span", {{"class", "unseen"}}, capitalised(flag->severity) + ": ");
        markup.leaf("a", {{"href", "#" + place_of(*flag)}, {"dir", "auto"}}, label_of(*flag));
    }
}

void titles(Markup& markup, const std::string& label, const std::vector<const CardFlag*>& flags) {
    if (flags.empty()) return;
    const auto block = markup.in("div");
    markup.leaf("h3", label + " (" + std::to_string(flags.size()) + ")");
    const auto list = markup.in("ul", {{"class", "overview plain"}});
    for (const CardFlag* flag : flags) markup.leaf("li", {{"dir", "auto"}}, label_of(*flag));
}

}  // namespace

void raised(Markup& markup, const Scorecard& card) {
    const std::vector<const CardFlag*> flags = raised_signs(card);
    prose(markup, flags.empty() ? none_raised_line(card) : sign_line());
    if (flags.size() > 1) overview(markup, flags);
    for (const CardFlag* flag : flags) sign(markup, *flag, flag->severity);
}

void too_early(Markup& markup, const Scorecard& card) {
    prose(markup, too_early_line());
    for (const CardFlag* flag : warning_signs(card, "too-early")) sign(markup, *flag, "early");
}

void real(Markup& markup, const Scorecard& card) {
    for (const CardFlag* flag : real_signs(card)) sign(markup, *flag, "good");
}

void missing(Markup& markup, const Scorecard& card) {
    Table table = {"What to supply, most useful first",
                   {{"What is missing", ""}, {"Facts needed", ""}, {"Signs", "number"}, {"Would help to tell", ""}},
                   {}};
    for (const CardMissing& each : card.missing) {
        table.rows.push_back({capitalised(each.what), join(each.columns, "and"), std::to_string(each.flags.size()),
                              join(each.flags, "and")});
    }
    html::table(markup, table);
}

void other_signs(Markup& markup, const Scorecard& card) {
    titles(markup, "Clear", warning_signs(card, "clear"));
    titles(markup, "Cannot tell", warning_signs(card, "cannot-tell"));
    titles(markup, "Does not apply", warning_signs(card, "does-not-apply"));
}

}  // namespace waymark::html
