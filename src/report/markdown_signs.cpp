// The reading and the signs, as Markdown.
#include <string>

#include "report/markdown_sections.hpp"
#include "report/outline.hpp"
#include "report/wording.hpp"
#include "text/english.hpp"

namespace waymark::markdown {
namespace {

void explained(Page& page, const CardFlag& flag) {
    page.item("What was seen", as_sentence(flag.saw));
    page.item("Why it matters", flag.why);
    page.item("What to do", flag.action);
    page.item(flag.sources.size() > 1 ? "Sources" : "Source", joined(source_lines(flag), "; "));
}

void titles(Page& page, std::string_view label, const std::vector<const CardFlag*>& flags) {
    if (flags.empty()) return;
    page.strong(std::string(label) + " (" + std::to_string(flags.size()) + ")");
    for (const CardFlag* flag : flags) page.item(label_of(*flag));
}

}  // namespace

void reading(Page& page, const Scorecard& card) {
    page.strong(verdict_line(card));
    page.paragraph(card.verdict.says);
    page.paragraph(unsafe_line(card));
    for (const std::string& gate : gate_lines(card)) page.item(gate);
}

void raised(Page& page, const Scorecard& card) {
    const std::vector<const CardFlag*> flags = raised_signs(card);
    page.paragraph(flags.empty() ? none_raised_line(card) : sign_line());
    for (const CardFlag* flag : flags) {
        page.heading(3, headline_of(*flag));
        page.paragraph(flag->says);
        explained(page, *flag);
    }
}

void too_early(Page& page, const Scorecard& card) {
    page.paragraph(too_early_line());
    for (const CardFlag* flag : warning_signs(card, "too-early")) {
        page.heading(3, label_of(*flag));
        page.item("What was seen", as_sentence(flag->saw));
        page.item("What to do", flag->action);
    }
}

void real(Page& page, const Scorecard& card) {
    for (const CardFlag* flag : real_signs(card)) {
        page.heading(3, label_of(*flag));
        page.paragraph(flag->says);
        explained(page, *flag);
    }
}

void missing(Page& page, const Scorecard& card) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(card.missing.size());
    for (const CardMissing& each : card.missing) {
        rows.push_back({capitalised(each.what), join(each.columns, "and"), std::to_string(each.flags.size()),
                        join(each.flags, "and")});
    }
    page.table({"What is missing", "Facts needed", ">Signs", "Would help to tell"}, rows);
}

void other_signs(Page& page, const Scorecard& card) {
    titles(page, "Clear", warning_signs(card, "clear"));
    titles(page, "Cannot tell", warning_signs(card, "cannot-tell"));
    titles(page, "Does not apply", warning_signs(card, "does-not-apply"));
}

}  // namespace waymark::markdown
