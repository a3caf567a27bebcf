// A comparison as a web page: the answer first, then what moved, drawn.
#include <algorithm>
#include <string>

#include "report/comparison.hpp"
#include "report/comparison_document.hpp"
#include "report/html_moves.hpp"
#include "report/html_page.hpp"
#include "report/html_parts.hpp"
#include "report/html_plot.hpp"

namespace waymark {
namespace {

using html::Markup;

void plain_table(Markup& markup, const DocumentTable& table) {
    html::Table made{table.caption, {}, table.rows};
    for (const std::string& column : table.columns)
        made.columns.push_back({column, column == "SHA-256" ? "digest" : ""});
    html::table(markup, made);
}

// The ends of the scale, where all rows have the same.
std::optional<html::Scale> shared_scale(const std::vector<DocumentMove>& moves) {
    const DocumentMove& first = moves.front();
    const bool same = std::all_of(moves.begin(), moves.end(), [&](const DocumentMove& each) {
        return each.lowest == first.lowest && each.highest == first.highest;
    });
    if (!same) return std::nullopt;
    return html::Scale{first.lowest, first.highest, {{"", "", first.lowest}, {"", "", first.highest}}};
}

void head(Markup& markup, const std::string& first, const std::optional<html::Scale>& scale,
          const std::vector<std::string>& others, const std::string& kind) {
    const auto head = markup.in("thead");
    const auto row = markup.in("tr");
    markup.leaf("th", {{"scope", "col"}}, first);
    {
        const auto drawn = markup.in("th", {{"scope", "col"}, {"class", "drawn"}});
        markup.text("Then and now");
        if (scale) html::axis(markup, *scale);
    }
    for (const std::string& other : others) markup.leaf("th", {{"scope", "col"}, {"class", kind}}, other);
}

void name_and_move(Markup& markup, const std::string& name, const DocumentMove& move) {
    markup.leaf("th", {{"scope", "row"}, {"dir", "auto"}}, name);
    const auto cell = markup.in("td", {{"class", "drawn"}});
    html::move_plot(markup, move);
}

void drawn_table(Markup& markup, const DocumentTable& table) {
    html::moves_legend(markup);
    const auto element = markup.in("table", {{"class", "scores moves"}});
    markup.leaf("caption", {{"class", "unseen"}}, table.caption);
    head(markup, "Part", shared_scale(table.moves), {table.columns.begin() + 1, table.columns.end()}, "number");
    const auto body = markup.in("tbody");
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const std::vector<std::string>& cells = table.rows[i];
        const auto line = markup.in("tr");
        name_and_move(markup, cells.front(), table.moves[i]);
        for (std::size_t at = 1; at < cells.size(); ++at) {
            // What a cell is called stands beside it where there is no room for a head.
            markup.leaf("td", {{"data-label", table.columns[at]}}, cells[at]);
        }
    }
}

void moved_items(Markup& markup, const DocumentPart& part) {
    const auto element = markup.in("table", {{"class", "scores moves"}});
    markup.leaf("caption", {{"class", "unseen"}}, part.heading);
    std::vector<DocumentMove> moves;
    for (const DocumentItem& item : part.items) moves.push_back(*item.move);
    head(markup, "Practice", shared_scale(moves), {"What moved"}, "words");
    const auto body = markup.in("tbody");
    for (const DocumentItem& item : part.items) {
        const auto line = markup.in("tr");
        name_and_move(markup, title_with_mark(item), *item.move);
        const auto cell = markup.in("td");
        for (const std::string& each : item.lines)
            html::prose(markup, each, &each == &item.lines.front() ? "" : "quiet");
    }
}

void plain_item(Markup& markup, const DocumentItem& item) {
    const auto one = markup.in("div", {{"class", "sign"}});
    {
        const auto heading = markup.in("h3", {{"dir", "auto"}});
        if (!item.mark.empty()) html::mark(markup, item.mark);
        markup.text(title_with_mark(item));
    }
    for (const std::string& line : item.lines) html::prose(markup, line);
}

void print(Markup& markup, const DocumentPart& part) {
    const html::Part section(markup, part.id, part.heading);
    for (const std::string& paragraph : part.paragraphs) html::prose(markup, paragraph);
    for (const DocumentTable& table : part.tables) {
        table.moves.empty() ? plain_table(markup, table) : drawn_table(markup, table);
    }
    const bool drawn =
        !part.items.empty() && std::all_of(part.items.begin(), part.items.end(),
                                           [](const DocumentItem& item) { return item.move.has_value(); });
    if (drawn) return moved_items(markup, part);
    for (const DocumentItem& item : part.items) plain_item(markup, item);
}

void answer(Markup& markup, const Document& document) {
    const html::Part part(markup, "reading", "What changed", "part wide");
    if (!document.answer.empty()) markup.leaf("p", {{"class", "answer"}, {"dir", "auto"}}, document.answer);
    {
        const auto figures = markup.in("div", {{"class", "figures"}});
        for (const DocumentFigure& each : document.figures) {
            const auto figure = markup.in("p", {{"class", "is-" + each.kind}});
            markup.leaf("span", each.label + " ");
            markup.leaf("b", each.figure);
        }
    }
    for (std::size_t i = 1; i < document.lead.size(); ++i) html::prose(markup, document.lead[i]);
}

}  // namespace

std::string comparison_as_html(const AssessmentComparison& comparison, const HouseStyle& house) {
    const Document document = comparison_document(comparison);
    const std::string days = comparison.cards.front().date + " to " + comparison.cards.back().date;
    const html::Frame frame{document.title + " – " + document.lead.front(), document.title + ", " + days, house};
    return html::page(frame, [&](Markup& markup) {
        {
            const auto header = markup.in("header", {{"class", "masthead"}});
            html::logo(markup, house);
            markup.leaf("h1", {{"dir", "auto"}}, document.title);
            html::prose(markup, document.lead.front());
        }
        {
            const auto main = markup.in("main", {{"id", "main"}});
            answer(markup, document);
            for (const DocumentPart& part : document.parts) print(markup, part);
        }
        markup.leaf("footer", {{"class", "foot"}}, "This page carries no script and fetches nothing.");
    });
}

}  // namespace waymark
