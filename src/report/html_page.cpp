#include "report/html_page.hpp"

#include <fmt/format.h>

#include "report/colour.hpp"
#include "report/html_escape.hpp"
#include "text/embedded.hpp"
#include "text/hash.hpp"

namespace waymark::html {
namespace {

// The papers of page.css, light and dark.
constexpr Colour kPaper = {0xff, 0xff, 0xff};
constexpr Colour kNightPaper = {0x12, 0x17, 0x1c};
constexpr double kReadable = 4.5;  // WCAG 2.2, success criterion 1.4.3

std::string accent_rules(const std::optional<Colour>& accent) {
    if (!accent) return "";
    return fmt::format(":root{{--accent:{}}}\n@media screen and (prefers-color-scheme:dark){{:root{{--accent:{}}}}}\n",
                       to_text(readable_on(kPaper, *accent, kReadable)),
                       to_text(readable_on(kNightPaper, *accent, kReadable)));
}

bool is_space(char c) {
    return c == ' ' || c == '\n';
}

// Without comments, and without spaces that say nothing; strings as they are. Knows no more of CSS than our own sheets
// need.
std::string packed(std::string_view css) {
    std::string result;
    char quote = '\0';
    for (std::size_t at = 0; at < css.size(); ++at) {
        const char c = css[at];
        if (quote == '\0' && css.substr(at, 2) == "/*") {
            at = css.find("*/", at) + 1;
            continue;
        }
        const bool after_mark =
            result.empty() || std::string_view("{};:, ").find(result.back()) != std::string_view::npos;
        if (quote == '\0' && is_space(c)) {
            if (!after_mark) result += ' ';
            continue;
        }
        if (quote == '\0' && (c == '{' || c == '}') && !result.empty() && result.back() == ' ') result.pop_back();
        if (c == '"') quote = quote == '\0' ? c : '\0';
        result += c;
        if (quote == '\0' && c == '}') result += '\n';
    }
    return result;
}

std::string style_sheet(const Frame& frame) {
    std::string style;
    for (const EmbeddedFile& file : embedded_styles()) style += packed(file.text);
    style += accent_rules(frame.house.accent);
    style += fmt::format("@page{{@bottom-left{{content:{}}}}}\n", css_string(frame.foot));
    return style;
}

// Nothing but this one style sheet and pictures in the page itself.
std::string policy(const std::string& style) {
    return "default-src 'none'; style-src 'sha256-" + sha256_base64(style) +
           "'; img-src data:; base-uri 'none'; form-action 'none'";
}

void head(Markup& markup, const Frame& frame) {
    const std::string style = style_sheet(frame);
    const auto head = markup.in("head");
    markup.empty("meta", {{"charset", "utf-8"}});
    markup.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy(style)}});
    markup.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    markup.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    markup.empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
    markup.leaf("title", frame.title);
    const auto element = markup.in("style");
    markup.as_written(style);
}

}  // namespace

std::string page(const Frame& frame, const std::function<void(Markup&)>& body) {
    Markup markup;
    {
        const auto html = markup.in("html", {{"lang", "en"}});
        head(markup, frame);
        const auto element = markup.in("body");
        markup.leaf("a", {{"class", "skip"}, {"href", "#main"}}, "Skip to the report");
        body(markup);
    }
    return "<!DOCTYPE html>\n" + std::move(markup).take() + "\n";
}

void logo(Markup& markup, const HouseStyle& house) {
    if (!house.logo) return;
    const std::string address = "data:" + house.logo->type + ";base64," + base64(house.logo->bytes);
    // It repeats the name beside it, so it has no words of its own.
    markup.empty("img", {{"class", "logo"}, {"src", address}, {"alt", ""}});
}

}  // namespace waymark::html
