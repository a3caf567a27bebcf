#include "report/html_parts.hpp"

#include "report/html_escape.hpp"
#include "report/paragraphs.hpp"

namespace waymark::html {
namespace {

Markup::Element opened(Markup& markup, std::string_view id, std::string_view kind) {
    return markup.in(
        "section",
        {{"class", std::string(kind)}, {"id", std::string(id)}, {"aria-labelledby", std::string(id) + "-heading"}});
}

Markup::Element headed(Markup& markup, std::string_view id, std::string_view heading) {
    markup.leaf("h2", {{"id", std::string(id) + "-heading"}, {"dir", "auto"}}, heading);
    return markup.in("div", {{"class", "body"}});
}

Attributes with_kind(const std::string& kind, Attributes attributes) {
    if (!kind.empty()) attributes.push_back({"class", kind});
    return attributes;
}

void row(Markup& markup, const Table& table, const std::vector<std::string>& cells) {
    const auto element = markup.in("tr");
    for (std::size_t i = 0; i < cells.size() && i < table.columns.size(); ++i) {
        const Attributes attributes =
            i == 0 ? Attributes{{"scope", "row"}, {"dir", "auto"}} : Attributes{{"dir", "auto"}};
        markup.leaf(i == 0 ? "th" : "td", with_kind(table.columns[i].kind, attributes), cells[i]);
    }
}

}  // namespace

Part::Part(Markup& markup, std::string_view id, std::string_view heading, std::string_view kind)
    : section_(opened(markup, id, kind)), body_(headed(markup, id, heading)) {}

void prose(Markup& markup, std::string_view text, std::string_view kind) {
    for (const std::string& each : paragraphs_of(text)) {
        markup.leaf("p", with_kind(std::string(kind), {{"dir", "auto"}}), each);
    }
}

void items(Markup& markup, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    const auto list = markup.in("ul", {{"class", "dots"}});
    for (const std::string& each : texts) markup.leaf("li", {{"dir", "auto"}}, each);
}

void fact(Markup& markup, std::string_view label, std::string_view text) {
    if (text.empty()) return;
    fact(markup, label, std::vector<std::string>{std::string(text)});
}

void fact(Markup& markup, std::string_view label, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    markup.leaf("dt", label);
    for (const std::string& each : texts) markup.leaf("dd", {{"dir", "auto"}}, each);
}

Markup::Element scrolling(Markup& markup, std::string_view name) {
    return markup.in("div",
                     {{"class", "scroll"}, {"role", "region"}, {"tabindex", "0"}, {"aria-label", std::string(name)}});
}

void table(Markup& markup, const Table& table) {
    if (table.rows.empty()) return;
    const auto frame = scrolling(markup, table.caption);
    const auto element = markup.in("table");
    markup.leaf("caption", table.caption);
    {
        const auto head = markup.in("thead");
        const auto line = markup.in("tr");
        for (const Column& column : table.columns) {
            markup.leaf("th", with_kind(column.kind, {{"scope", "col"}}), column.title);
        }
    }
    const auto body = markup.in("tbody");
    for (const std::vector<std::string>& cells : table.rows) row(markup, table, cells);
}

void mark(Markup& markup, std::string_view severity) {
    const auto svg = markup.in(
        "svg", {{"class", "mark " + std::string(severity)}, {"viewBox", "0 0 16 16"}, {"aria-hidden", "true"}});
    const auto shape = [&](std::string_view outline) { markup.shape("path", {{"d", std::string(outline)}}); };
    if (severity == "high") return shape("M8 1 15.5 15H.5z");
    if (severity == "medium") return shape("M8 .5 15.5 8 8 15.5.5 8z");
    if (severity == "good") return shape("M6.5 1h3v5.5H15v3H9.5V15h-3V9.5H1v-3h5.5z");
    markup.shape("circle", {{"cx", "8"}, {"cy", "8"}, {"r", "6"}});
}

}  // namespace waymark::html
