// The reading and the signs, as text.
#include <algorithm>
#include <string>
#include <vector>

#include "report/outline.hpp"
#include "report/text_sections.hpp"
#include "report/wording.hpp"
#include "text/english.hpp"

namespace waymark::text {
namespace {

std::string mark_of(std::string_view severity, bool unicode) {
    if (severity == "high") return unicode ? "●" : "!";
    if (severity == "medium") return unicode ? "◐" : "*";
    return unicode ? "○" : "-";
}

Paint paint_of(std::string_view severity) {
    return severity == "high" ? Paint::high : severity == "medium" ? Paint::medium : Paint::low;
}

void explained(TextPage& page, const CardFlag& flag) {
    page.prose(flag.says, 4);
    page.space();
    page.labelled("What was seen", as_sentence(flag.saw), 4);
    page.labelled("Why it matters", flag.why, 4);
    page.labelled("What to do", flag.action, 4);
    page.labelled(flag.sources.size() > 1 ? "Sources" : "Source", joined(source_titles(flag), "; "), 4);
}

// "High: W01 Old portfolio …, W02 …" as a wrapped list.
void titles(TextPage& page, std::string_view label, const std::vector<const CardFlag*>& flags) {
    if (flags.empty()) return;
    page.space();
    page.prose(std::string(label) + " (" + std::to_string(flags.size()) + ")", 2, Paint::strong);
    for (const CardFlag* flag : flags) {
        if (flag->code.empty()) {
            page.hanging({"-"}, flag->title, 4, 2);
        } else {
            page.hanging({flag->code}, flag->title, 4, 5);
        }
    }
}

}  // namespace

void reading(TextPage& page, const Scorecard& card) {
    page.prose(verdict_line(card), 2, Paint::strong);
    if (!card.verdict.says.empty()) {
        page.space();
        page.prose(card.verdict.says, 2);
    }
    if (const std::string unsafe = unsafe_line(card); !unsafe.empty()) {
        page.space();
        page.prose(unsafe, 2, Paint::medium);
    }
    if (!card.gates.empty()) page.space();
    for (const std::string& gate : gate_lines(card)) page.hanging({"-"}, gate, 2, 2);
}

void raised(TextPage& page, const Scorecard& card) {
    const std::vector<const CardFlag*> flags = raised_signs(card);
    if (flags.empty()) {
        page.prose(none_raised_line(card), 2);
        return;
    }
    page.prose(sign_line(), 2, Paint::quiet);
    for (const CardFlag* flag : flags) {
        page.space(flag == flags.front() ? 1 : 2);
        page.hanging({mark_of(flag->severity, page.unicode()), paint_of(flag->severity)}, headline_of(*flag), 2, 2,
                     Paint::strong);
        explained(page, *flag);
    }
}

void too_early(TextPage& page, const Scorecard& card) {
    page.prose(too_early_line(), 2, Paint::quiet);
    for (const CardFlag* flag : warning_signs(card, "too-early")) {
        page.space();
        page.prose(label_of(*flag), 2, Paint::strong);
        page.labelled("What was seen", as_sentence(flag->saw), 4);
        page.labelled("What to do", flag->action, 4);
    }
}

void real(TextPage& page, const Scorecard& card) {
    bool first = true;
    for (const CardFlag* flag : real_signs(card)) {
        if (!first) page.space();
        first = false;
        page.hanging({"+", Paint::good}, label_of(*flag), 2, 2, Paint::strong);
        page.prose(flag->says, 4);
        page.labelled("What was seen", as_sentence(flag->saw), 4);
        page.labelled("Why it matters", flag->why, 4);
        page.labelled("What to do", flag->action, 4);
    }
}

void missing(TextPage& page, const Scorecard& card) {
    bool first = true;
    for (const CardMissing& each : card.missing) {
        if (!first) page.space();
        first = false;
        page.prose(capitalised(each.what), 2, Paint::strong);
        const auto signs = static_cast<std::int64_t>(each.flags.size());
        page.labelled("Would help", count_of(signs, "sign", "signs") + ": " + join(each.flags, "and"), 4);
        page.labelled("Facts needed", join(each.columns, "and"), 4);
    }
}

void other_signs(TextPage& page, const Scorecard& card) {
    titles(page, "Clear", warning_signs(card, "clear"));
    titles(page, "Cannot tell", warning_signs(card, "cannot-tell"));
    titles(page, "Does not apply", warning_signs(card, "does-not-apply"));
}

}  // namespace waymark::text
