// Web pages: one file that needs no script, no font and no network, in the style of whoever passes it on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "waymark/scorecard.hpp"

namespace waymark {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    friend bool operator==(const Colour&, const Colour&) = default;
};

// "#1f5fa8" or "#15a"; nothing else: names of colours differ between programs.
std::optional<Colour> parse_colour(std::string_view text);

struct Logo {
    std::string type;   // "image/png", "image/jpeg"
    std::string bytes;  // as the file had them
};

inline constexpr std::size_t kLargestLogo = 64U << 10U;

// What kind of picture it is, is read from its bytes. nullopt and a sentence in `problem` if it is neither PNG nor
// JPEG, larger than kLargestLogo, or wider or higher than 4096 pixels.
std::optional<Logo> read_logo(std::string bytes, std::string& problem);

struct HouseStyle {
    std::optional<Colour> accent;
    std::optional<Logo> logo;
};

struct PageStyle {
    HouseStyle house;
    bool with_notes = false;  // notes, reasons and evidence texts
};

std::string report_as_html(const Scorecard& card, const PageStyle& style);

}  // namespace waymark
