// The frame of every web page: head, style sheet, skip link, print. A page allows itself no script and fetches nothing.
#pragma once

#include <functional>
#include <string>

#include "report/markup.hpp"
#include "waymark/page.hpp"

namespace waymark::html {

struct Frame {
    std::string title;
    std::string foot;  // at the foot of each printed page, beside its number
    HouseStyle house;
};

// `body` writes what stands in <body>: a header, one <main id="main">, a footer.
std::string page(const Frame& frame, const std::function<void(Markup&)>& body);

// The logo, if there is one.
void logo(Markup& markup, const HouseStyle& house);

}  // namespace waymark::html
