// A short summary of a cohort for the terminal, below the rows.
#include <fmt/format.h>

#include "report/cohort_report.hpp"
#include "report/cohort_words.hpp"
#include "report/text_page.hpp"
#include "report/wording.hpp"

namespace waymark {

std::vector<std::string> account_lines(const ReadingAccount& account) {
    std::int64_t dropped = 0;
    std::vector<std::string> lines{""};
    for (const ReadingAccount::Dropped& rule : account.dropped) {
        dropped += rule.count;
        lines.push_back(fmt::format("dropped as {}: {}", rule.rule, rule.count));
    }
    lines.front() = fmt::format("{} read: {} scored, {} dropped by a rule, {} rejected", account.read, account.scored,
                                dropped, account.rejected);
    return lines;
}

namespace {

void put_cohort(TextPage& page, const Cohort& cohort) {
    page.heading(fmt::format("Together: {}", cohort_people(cohort)));
    page.prose(cohort_title(cohort));
    for (const std::string& line : in_short(cohort)) {
        page.space();
        page.prose(line);
    }
    const auto untold = mostly_untold(cohort);
    if (!untold.empty()) {
        page.space();
        page.prose(fmt::format("{} mostly cannot be told, for want of facts.",
                               count_of(static_cast<std::int64_t>(untold.size()), "sign", "signs")));
    }
    page.space();
    page.prose(cohort.limits.front(), 2, Paint::quiet);
}

}  // namespace

std::string cohort_as_text(const CohortReport& report, const TextStyle& style) {
    TextPage page(style);
    for (const Cohort& cohort : report.groups) put_cohort(page, cohort);
    const bool complete = !report.account || report.account->read == report.account->scored;
    if (!complete) {
        page.heading("What was read");
        for (const std::string& line : account_lines(*report.account)) page.prose(line);
    }
    return std::move(page).take();
}

}  // namespace waymark
