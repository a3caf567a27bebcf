#include "report/comparison_document.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/wording.hpp"
#include "text/english.hpp"

namespace waymark {
namespace {

std::string number(const std::optional<Rational>& value) {
    return value ? figure(*value) : "–";
}

std::string arrow(const std::optional<Rational>& from, const std::optional<Rational>& to) {
    if (from == to) return number(to);
    return number(from) + " → " + number(to);
}

std::string label(const std::string& code, const std::string& title) {
    return joined({code, title}, " ");
}

bool is_series(const AssessmentComparison& comparison) {
    return comparison.cards.size() > 2;
}

std::string signs_text(const ComparedCard& card) {
    std::vector<std::string> counts;
    if (card.high > 0) counts.push_back(fmt::format("{} high", card.high));
    if (card.medium > 0) counts.push_back(fmt::format("{} medium", card.medium));
    if (card.low > 0) counts.push_back(fmt::format("{} low", card.low));
    const std::string raised = counts.empty() ? "none" : join(counts, "and");
    return fmt::format("{} ({} of {} told)", raised, card.told, card.applicable);
}

DocumentPart assessments(const AssessmentComparison& comparison) {
    DocumentPart part{"assessments", "What is compared", {}, {}, {}};
    DocumentTable table{"Each assessment", {"Date", "Reading", "Signs raised", "People", "Framework"}, {}};
    for (const ComparedCard& card : comparison.cards) {
        table.rows.push_back({card.date, card.verdict_title.empty() ? "–" : card.verdict_title, signs_text(card),
                              fmt::format("{}", card.respondents),
                              joined({card.framework_version, card.profile}, ", ")});
    }
    part.tables.push_back(std::move(table));
    return part;
}

// The whole, the dimensions and their groups; practices have a part of their own.
DocumentPart scores(const AssessmentComparison& comparison) {
    DocumentPart part{"scores", "Claimed and evidenced", {}, {}, {}};
    const auto is_shown = [](const ScoreSeries& series) { return series.kind != "practice"; };
    if (!is_series(comparison)) {
        DocumentTable table{"Before and after", {"", "Claimed", "Evidenced"}, {}, {}};
        for (const ScoreSeries& series : comparison.scores) {
            if (!is_shown(series)) continue;
            table.rows.push_back({series.title, arrow(series.claimed[0], series.claimed[1]),
                                  arrow(series.evidenced[0], series.evidenced[1])});
            table.moves.push_back({series.lowest, series.highest, series.claimed[0], series.claimed[1],
                                   series.evidenced[0], series.evidenced[1]});
        }
        part.tables.push_back(std::move(table));
        return part;
    }
    for (const bool evidenced : {true, false}) {
        DocumentTable table{evidenced ? "Evidenced" : "Claimed", {evidenced ? "Evidenced" : "Claimed"}, {}};
        for (const ComparedCard& card : comparison.cards) table.columns.push_back(card.date);
        for (const ScoreSeries& series : comparison.scores) {
            if (!is_shown(series)) continue;
            std::vector<std::string> row = {series.title};
            for (const auto& value : evidenced ? series.evidenced : series.claimed) row.push_back(number(value));
            table.rows.push_back(std::move(row));
        }
        part.tables.push_back(std::move(table));
    }
    return part;
}

// Never what somebody wrote: the kinds of evidence, and their days.
std::string evidence_text(const CardEvidence& item) {
    const std::string about = joined({item.form, item.produced_by, item.dated.empty() ? "undated" : item.dated}, ", ");
    return fmt::format("{} ({})", item.strength, about);
}

std::string new_evidence(const MovedPractice& moved) {
    constexpr std::size_t kMostShown = 3;
    std::vector<std::string> items;
    for (const auto* list : {&moved.dated_since, &moved.first_shown}) {
        for (const CardEvidence& item : *list) items.push_back(evidence_text(item));
    }
    if (items.empty()) return "";
    const std::size_t more = items.size() - std::min(items.size(), kMostShown);
    items.resize(items.size() - more);
    if (more > 0) items.push_back(fmt::format("{} more", more));
    return "New: " + joined(items, "; ") + ".";
}

DocumentItem item_of(const AssessmentComparison& comparison, const MovedPractice& moved) {
    DocumentItem item{"", label(moved.code, moved.title) + (moved.core ? " (core)" : ""), {capitalised(moved.says)}};
    if (const std::string news = new_evidence(moved); !news.empty()) item.lines.push_back(news);
    const auto series = std::find_if(comparison.scores.begin(), comparison.scores.end(),
                                     [&](const ScoreSeries& each) { return each.id == moved.id; });
    if (series == comparison.scores.end()) return item;
    item.move = DocumentMove{series->lowest,   series->highest,      moved.claimed_from,
                             moved.claimed_to, moved.evidenced_from, moved.evidenced_to};
    return item;
}

void add_moved(Document& document, const AssessmentComparison& comparison, const std::string& id,
               const std::string& heading, const std::string& about, const std::vector<MovedPractice>& list) {
    if (list.empty()) return;
    DocumentPart part{id, fmt::format("{} ({})", heading, list.size()), {}, {}, {}};
    if (!about.empty()) part.paragraphs.push_back(about);
    for (const MovedPractice& moved : list) part.items.push_back(item_of(comparison, moved));
    document.parts.push_back(std::move(part));
}

std::vector<MovedPractice> without_news(const ComparisonStep& step) {
    std::vector<MovedPractice> found;
    for (const auto* list : {&step.rises, &step.claims}) {
        std::copy_if(list->begin(), list->end(), std::back_inserter(found),
                     [](const MovedPractice& moved) { return moved.nothing_new; });
    }
    return found;
}

std::vector<MovedPractice> with_news(const std::vector<MovedPractice>& list) {
    std::vector<MovedPractice> found;
    std::copy_if(list.begin(), list.end(), std::back_inserter(found),
                 [](const MovedPractice& moved) { return !moved.nothing_new; });
    return found;
}

std::string sign_words(const SignChange& change) {
    if (change.change == "raised") {
        return change.before == "cannot-tell" ? "Raised; it could not be told before." : "Raised, and was not before.";
    }
    if (change.change == "graver" || change.change == "milder") {
        return fmt::format("Now {}: {} before, {} now.", change.change, change.severity_before, change.severity_after);
    }
    if (change.change == "gained") return "Seen, and was not before.";
    if (change.change == "lost") return "No longer seen.";
    return change.after == "does-not-apply" ? "Raised before; it no longer applies." : "Raised before, and no longer.";
}

void add_signs(Document& document, const ComparisonStep& step, const std::string& suffix, const std::string& id,
               const std::string& heading, const std::vector<std::string>& kinds) {
    DocumentPart part{id + suffix, heading, {}, {}, {}};
    for (const SignChange& change : step.signs) {
        if (std::find(kinds.begin(), kinds.end(), change.change) == kinds.end()) continue;
        // What is cleared warns of nothing any more, and what is lost encourages nobody.
        const bool stands = change.after == "raised";
        const std::string severity = !stands ? "" : change.kind == "real" ? "good" : change.severity_after;
        DocumentItem item{severity, label(change.code, change.title), {sign_words(change)}};
        if (!change.saw.empty()) item.lines.push_back("What was seen now: " + as_sentence(change.saw));
        part.items.push_back(std::move(item));
    }
    if (part.items.empty()) return;
    part.heading += fmt::format(" ({})", part.items.size());
    document.parts.push_back(std::move(part));
}

void add_told(Document& document, const ComparisonStep& step, const std::string& suffix) {
    DocumentPart part{"told" + suffix, "What can be told", {}, {}, {}};
    std::vector<std::string> told, untold;
    for (const SignChange& change : step.signs) {
        if (change.change == "told") told.push_back(label(change.code, change.title));
        if (change.change == "untold") untold.push_back(label(change.code, change.title));
    }
    if (!told.empty())
        part.items.push_back({"", "Can be told for the first time, and not raised", {joined(told, "; ")}});
    if (!untold.empty()) part.items.push_back({"", "Could be told before, and cannot now", {joined(untold, "; ")}});
    if (!part.items.empty()) document.parts.push_back(std::move(part));
}

std::string state_words(const std::string& state) {
    if (state == "absent") return "not in the framework";
    if (state == "scored") return "scored";
    return id_in_words(state);
}

void add_uncompared(Document& document, const ComparisonStep& step, const std::string& suffix) {
    if (step.uncompared.empty()) return;
    DocumentPart part{"uncompared" + suffix, fmt::format("Not compared ({})", step.uncompared.size()), {}, {}, {}};
    part.paragraphs.push_back("Only practices that were scored both times are compared.");
    for (const UncomparedPractice& practice : step.uncompared) {
        part.items.push_back({"",
                              label(practice.code, practice.title),
                              {fmt::format("{} before, {} now.", capitalised(state_words(practice.before)),
                                           state_words(practice.after))}});
    }
    document.parts.push_back(std::move(part));
}

// What a reader has to know before any figure.
void add_context(Document& document, const ComparisonStep& step, const std::string& suffix) {
    DocumentPart part{"context" + suffix, "What else is other than before", {}, {}, {}};
    for (const auto* sentences : {&step.notes, &step.framework, &step.people}) {
        part.paragraphs.insert(part.paragraphs.end(), sentences->begin(), sentences->end());
    }
    if (!part.paragraphs.empty()) document.parts.push_back(std::move(part));
}

std::string in_short(const ComparisonStep& step) {
    std::vector<std::string> parts;
    const auto count = [&](std::size_t number, const std::string& words) {
        if (number > 0) parts.push_back(fmt::format("{} {}", number, words));
    };
    count(step.rises.size(), "rose");
    count(step.falls.size(), "fell");
    count(step.claims.size(), "moved only in what is claimed");
    count(step.apart.size(), "moved for other reasons");
    count(static_cast<std::size_t>(step.unchanged), "did not move");
    if (parts.empty()) return "No practice was scored both times.";
    return "Of the practices scored both times, " + join(parts, "and") + ".";
}

void add_step(Document& document, const AssessmentComparison& comparison, const ComparisonStep& step,
              const std::string& suffix) {
    add_context(document, step, suffix);
    add_signs(document, step, suffix, "raised", "Signs raised", {"raised"});
    add_signs(document, step, suffix, "still", "Still raised, and graver or milder than before", {"graver", "milder"});
    add_signs(document, step, suffix, "cleared", "Signs cleared", {"cleared"});
    add_signs(document, step, suffix, "real", "Signs that it is real", {"gained", "lost"});
    add_moved(document, comparison, "rose" + suffix, "What rose", "", with_news(step.rises));
    add_moved(
        document, comparison, "nothing-new" + suffix, "Rises with nothing new to show",
        "The figure went up, and no item of evidence is new. It may be deserved; it is worth asking what is behind "
        "it.",
        without_news(step));
    add_moved(document, comparison, "fell" + suffix, "What fell", "", step.falls);
    add_moved(document, comparison, "claims" + suffix, "Only what is claimed moved",
              "What can be shown stands where it stood. A claim that comes down to it is no loss.",
              with_news(step.claims));
    add_moved(
        document, comparison, "apart" + suffix, "Moved for other reasons",
        "These are not counted as rises or falls: a change of the framework, or of who answered, can explain them.",
        step.apart);
    add_told(document, step, suffix);
    add_uncompared(document, step, suffix);
}

std::string from_to(const std::string& from, const std::string& to) {
    return from == to ? to : joined({from, to}, " → ");
}

std::optional<Rational> gap_of(const std::optional<Rational>& claimed, const std::optional<Rational>& evidenced) {
    if (!claimed || !evidenced) return std::nullopt;
    return *claimed - *evidenced;
}

void add_answer(Document& document, const AssessmentComparison& comparison) {
    document.answer = from_to(comparison.cards.front().verdict_title, comparison.cards.back().verdict_title);
    const ScoreSeries& whole = comparison.scores.front();
    const auto add = [&](const char* title, const std::optional<Rational>& from, const std::optional<Rational>& to,
                         const char* kind) {
        if (from || to) document.figures.push_back({title, arrow(from, to), kind});
    };
    add("Claimed", whole.claimed.front(), whole.claimed.back(), "claimed");
    add("Evidenced", whole.evidenced.front(), whole.evidenced.back(), "evidenced");
    add("Gap", gap_of(whole.claimed.front(), whole.evidenced.front()),
        gap_of(whole.claimed.back(), whole.evidenced.back()), "gap");
}

DocumentPart method(const AssessmentComparison& comparison) {
    DocumentPart part{"method", "How this was worked out", {}, {}, {}};
    part.paragraphs = {
        "A practice rises or falls by what is evidenced where evidence is known both times, else by what is claimed.",
        "An item of evidence is new if it is dated after the assessment before, or was not offered then."};
    DocumentTable table{"What was read", {"Read", "SHA-256"}, {}};
    for (const ComparedCard& card : comparison.cards) {
        table.rows.push_back(
            {fmt::format("Framework {} {}", comparison.framework_id, card.framework_version), card.framework_sha256});
        for (const CardInput& input : card.inputs) table.rows.push_back({input.name, input.sha256});
    }
    // The same framework and files once.
    std::vector<std::vector<std::string>> once;
    for (auto& row : table.rows) {
        if (std::find(once.begin(), once.end(), row) == once.end()) once.push_back(std::move(row));
    }
    table.rows = std::move(once);
    part.tables.push_back(std::move(table));
    return part;
}

}  // namespace

std::string title_with_mark(const DocumentItem& item) {
    if (item.mark.empty()) return item.title;
    return (item.mark == "good" ? "Encouraging" : capitalised(item.mark)) + ": " + item.title;
}

Document comparison_document(const AssessmentComparison& comparison) {
    Document document;
    document.title = comparison.organisation.empty() ? comparison.framework_title : comparison.organisation;
    document.lead.push_back(fmt::format("{}: what changed from {} to {}", comparison.framework_title,
                                        comparison.cards.front().date, comparison.cards.back().date));
    if (!is_series(comparison)) document.lead.push_back(in_short(comparison.steps.front()));
    add_answer(document, comparison);
    document.parts.push_back(assessments(comparison));
    document.parts.push_back(scores(comparison));
    for (std::size_t i = 0; i < comparison.steps.size(); ++i) {
        const ComparisonStep& step = comparison.steps[i];
        if (!is_series(comparison)) {
            add_step(document, comparison, step, "");
            break;
        }
        const std::string suffix = fmt::format("-{}", i + 1);
        document.parts.push_back(
            {"step" + suffix, fmt::format("From {} to {}", step.from, step.to), {in_short(step)}, {}, {}});
        const std::size_t first = document.parts.size();
        add_step(document, comparison, step, suffix);
        for (std::size_t at = first; at < document.parts.size(); ++at) {
            document.parts[at].heading += fmt::format(", {} to {}", step.from, step.to);
        }
    }
    document.parts.push_back(method(comparison));
    return document;
}

}  // namespace waymark
