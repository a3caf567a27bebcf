// A cohort as a web page: where the group stands, what most lack, who can help whom.
#include <fmt/format.h>

#include <algorithm>

#include "report/cohort_report.hpp"
#include "report/cohort_words.hpp"
#include "report/html_escape.hpp"
#include "report/html_page.hpp"
#include "report/html_parts.hpp"
#include "report/wording.hpp"

namespace waymark {

namespace {

using html::Markup;

std::string percent(std::int64_t part, std::int64_t all) {
    return Rational::fraction(Int128{100} * part, all).to_short(3) + "%";
}

// The shade of a step is that of its middle level; those without a score have the lightest.
int shade_of(const CohortStep& step, const Cohort& cohort) {
    std::int64_t sum = 0;
    for (const std::string& id : step.levels) {
        const auto level = std::find_if(cohort.levels.begin(), cohort.levels.end(),
                                        [&](const CohortLevel& one) { return one.id == id; });
        if (level != cohort.levels.end()) sum += level - cohort.levels.begin();
    }
    const auto steps = static_cast<std::int64_t>(step.levels.size());
    const auto top = std::max<std::int64_t>(1, static_cast<std::int64_t>(cohort.levels.size()) - 1);
    return static_cast<int>((4 * sum + steps * top / 2) / (steps * top));
}

void spread(Markup& markup, const Cohort& cohort, const CohortScores& scores, const std::string& side) {
    if (scores.steps.empty()) return;
    const auto svg = markup.in("svg", {{"class", "spread " + side}, {"role", "img"}});
    markup.leaf("title", side + ": " + steps_text(scores));
    std::int64_t before = 0;
    for (const CohortStep& step : scores.steps) {
        markup.shape("rect", {{"class", fmt::format("s{}", shade_of(step, cohort))},
                              {"x", percent(before, cohort.organisations)},
                              {"width", percent(step.count, cohort.organisations)},
                              {"height", "100%"}});
        markup.leaf("text", {{"x", percent(2 * before + step.count, 2 * cohort.organisations)}, {"y", "50%"}},
                    fmt::format("{}", step.count));
        before += step.count;
    }
}

std::string words_of(const CohortNode& node) {
    const std::string claimed = percentiles_text(node.claimed);
    const std::string evidenced = percentiles_text(node.evidenced);
    const CohortScores& scores = node.evidenced.steps.empty() ? node.claimed : node.evidenced;
    return joined({node.bands.empty() ? steps_text(scores) : "", claimed.empty() ? "" : "claimed: " + claimed,
                   evidenced.empty() ? "" : "evidenced: " + evidenced, nobody_text(node)},
                  " · ");
}

void spreads(Markup& markup, const Cohort& cohort, bool practices) {
    const auto list = markup.in("ul", {{"class", "spreads"}});
    for (const CohortNode& node : cohort.nodes) {
        if ((node.kind == "practice") != practices) continue;
        const auto item = markup.in("li");
        markup.leaf("div", {{"class", "name"}, {"dir", "auto"}}, node_label(node) + (node.core ? " (core)" : ""));
        const bool claims = node.evidenced.steps.empty();
        spread(markup, cohort, claims ? node.claimed : node.evidenced, claims ? "claimed" : "evidenced");
        markup.leaf("p", {{"class", "words"}, {"dir", "auto"}}, words_of(node));
    }
}

void practice_table(Markup& markup, const Cohort& cohort) {
    html::Table table{
        "Claimed and evidenced by level: how many organisations",
        {{"Practice", ""}, {"Claimed", ""}, {"Evidenced", ""}, {"Claimed, spread", ""}, {"Evidenced, spread", ""}},
        {}};
    for (const CohortNode& node : cohort.nodes) {
        if (node.kind != "practice") continue;
        table.rows.push_back({node_label(node), steps_text(node.claimed), steps_text(node.evidenced),
                              percentiles_text(node.claimed), percentiles_text(node.evidenced)});
    }
    const auto details = markup.in("details");
    markup.leaf("summary", "The same as a table, with what is claimed");
    html::table(markup, table);
}

void cells(Markup& markup, const Cohort& cohort, const CohortCells& list, const std::string& caption,
           const std::string& first) {
    html::Table table{caption, {{first, ""}, {as_sentence(cohort.unit + "s"), "number"}, {"Share", "number"}}, {}};
    table.columns[1].title.pop_back();
    for (const CohortCell& cell : list) {
        table.rows.push_back({cell.title, count_text(cell, cohort.least_cell), share_text(cell, cohort.organisations)});
    }
    html::table(markup, table);
}

// Solid as far as it is sure, dashed as far as it could be.
void often(Markup& markup, const CohortCell& cell, std::int64_t all, const std::string& signs) {
    const auto svg = markup.in("svg", {{"class", "often " + signs}, {"aria-hidden", "true"}});
    const auto bar = [&](const char* kind, std::int64_t from, std::int64_t to) {
        if (to <= from) return;
        markup.shape("rect", {{"class", kind},
                              {"x", percent(from, all)},
                              {"width", percent(to - from, all)},
                              {"y", "2"},
                              {"height", "10"}});
    };
    bar("track", 0, all);
    bar("sure", 0, cell.at_least);
    if (cell.told != Told::nothing) bar("open", cell.at_least, cell.at_most);
}

void sign_rows(Markup& markup, const Cohort& cohort, const std::string& kind, const std::string& caption) {
    const bool any = std::any_of(cohort.flags.begin(), cohort.flags.end(),
                                 [&](const CohortFlag& flag) { return flag.kind == kind; });
    if (!any) return;
    const auto frame = html::scrolling(markup, caption);
    const auto table = markup.in("table");
    markup.leaf("caption", caption);
    {
        const auto head = markup.in("thead");
        const auto row = markup.in("tr");
        for (const char* title : {"Sign", "Raised", "", "Cannot tell", "Does not apply, or too early", "Clear"}) {
            if (*title == '\0') {
                const auto cell = markup.in("td");
                continue;
            }
            markup.leaf("th", {{"scope", "col"}}, title);
        }
    }
    const auto body = markup.in("tbody");
    for (const CohortFlag& flag : cohort.flags) {
        if (flag.kind != kind) continue;
        const auto row = markup.in("tr");
        markup.leaf("th", {{"scope", "row"}, {"dir", "auto"}},
                    flag_label(flag) + (flag.mostly_cannot_tell ? " (mostly cannot be told)" : ""));
        markup.leaf("td", {{"class", "told"}}, count_text(flag.states[0], cohort.least_cell));
        {
            const auto cell = markup.in("td");
            often(markup, flag.states[0], cohort.organisations, kind);
        }
        for (std::size_t at = 1; at < flag.states.size(); ++at) {
            markup.leaf("td", {{"class", "told"}}, count_text(flag.states[at], cohort.least_cell));
        }
    }
}

void exchange(Markup& markup, const Cohort& cohort) {
    html::prose(
        markup,
        "Organisations that agreed to be named, with evidence at a level that at least half of the group cannot "
        "show. In the order of practices and of names: this is no ranking.");
    if (cohort.exchange.empty()) {
        return html::prose(markup, "Nobody who agreed to be named stands out in a single practice.");
    }
    const auto list = markup.in("ul", {{"class", "spreads"}});
    for (const CohortExchange& one : cohort.exchange) {
        const auto item = markup.in("li");
        markup.leaf("div", {{"class", "name"}, {"dir", "auto"}}, joined({one.code, one.title}, " "));
        const auto levels = markup.in("div", {{"class", "peers"}});
        for (const std::string& line : peer_lines(cohort, one)) markup.leaf("p", {{"dir", "auto"}}, line);
    }
}

void nobody(Markup& markup, const Cohort& cohort, const std::string& id) {
    std::vector<std::string> lines;
    for (const CohortNode& node : cohort.nodes) {
        if (node.nobody_above) lines.push_back(fmt::format("{}: nobody above {}", node_label(node), node.highest));
    }
    if (lines.empty()) return;
    const html::Part part(markup, "nobody" + id, "What nobody can do yet");
    html::prose(markup, "No organisation here has evidence above the level named. Look for peers outside the group.");
    html::items(markup, lines);
}

void one_group(Markup& markup, const Cohort& cohort, const std::string& id) {
    {
        const html::Part part(markup, "short" + id, "In short");
        html::prose(markup, joined({cohort_people(cohort), cohort_title(cohort)}, " · "), "quiet");
        html::items(markup, in_short(cohort));
    }
    if (!cohort.too_few) {
        {
            const html::Part part(markup, "stands" + id, "Where the group stands");
            spreads(markup, cohort, false);
            for (const CohortNode& node : cohort.nodes) {
                if (!node.bands.empty()) cells(markup, cohort, node.bands, node_label(node) + ": by band", "Band");
            }
            if (!cohort.verdicts.empty())
                cells(markup, cohort, cohort.verdicts, "How the signs read together", "Reading");
        }
        if (cohort.unit == "organisation") {
            const html::Part part(markup, "exchange" + id, "Who can help whom");
            exchange(markup, cohort);
        }
        nobody(markup, cohort, id);
        if (!cohort.flags.empty()) {
            const html::Part part(markup, "signs" + id, "Signs");
            html::prose(markup, "A solid bar is as many as is sure, the broken part how many more it could be.",
                        "quiet");
            sign_rows(markup, cohort, "washing",
                      "Signs worth checking, those raised most first: how many organisations");
            sign_rows(markup, cohort, "real", "Signs that it is real: how many organisations");
        }
        {
            const html::Part part(markup, "practices" + id, "Practices");
            html::prose(markup, "How many organisations can show which level. The stronger the colour, the higher.",
                        "quiet");
            spreads(markup, cohort, true);
            practice_table(markup, cohort);
        }
        if (cohort.unit == "organisation") {
            {
                const html::Part part(markup, "outcomes" + id, "Outcomes");
                cells(markup, cohort, cohort.outcomes, "How the headline indicators read", "Reading");
            }
            const html::Part part(markup, "quality" + id, "How far the answers carry");
            html::items(markup, quality_lines(cohort));
        }
    }
    const html::Part part(markup, "limits" + id, "What is not shown, and why");
    html::items(markup, cohort.limits);
    if (!cohort.framework_sha256.empty()) {
        const auto facts = markup.in("dl", {{"class", "facts"}});
        html::fact(markup, "Framework", fmt::format("{} {}", cohort.framework_id, cohort.framework_version));
        html::fact(markup, "SHA-256", cohort.framework_sha256);
        html::fact(markup, "waymark", WAYMARK_VERSION);
    }
}

std::string headline(const CohortReport& report) {
    if (report.groups.size() != 1) return fmt::format("{} groups, read together", report.groups.size());
    return units(report.groups.front()) + ", read together";
}

void rows(Markup& markup, const CohortReport& report) {
    if (report.rows.empty()) return;
    const html::Part part(markup, "rows", "Each organisation");
    html::prose(markup, "For those who may see these answers. Leave this part out before passing the page on.");
    html::Table table{"By name", {}, report.rows};
    for (const std::string& column : report.row_columns) table.columns.push_back({column, ""});
    html::table(markup, table);
}

}  // namespace

std::string cohort_as_html(const CohortReport& report, const HouseStyle& house) {
    const html::Frame frame{headline(report), headline(report), house};
    return html::page(frame, [&](Markup& markup) {
        {
            const auto header = markup.in("header", {{"class", "masthead"}});
            html::logo(markup, house);
            markup.leaf("h1", headline(report));
            html::prose(markup, cohort_purpose());
        }
        const auto body = markup.in("main", {{"id", "main"}});
        for (std::size_t at = 0; at < report.groups.size(); ++at) {
            const std::string id = at == 0 ? "" : fmt::format("-{}", at + 1);
            if (report.groups.size() > 1) markup.leaf("p", {{"class", "label"}}, cohort_title(report.groups[at]));
            one_group(markup, report.groups[at], id);
        }
        if (report.account) {
            const html::Part part(markup, "account", "What was read");
            html::items(markup, account_lines(*report.account));
        }
        rows(markup, report);
    });
}

}  // namespace waymark
