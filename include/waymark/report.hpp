// Renderers: a scorecard in, text out. They compute nothing and know no files.
#pragma once

#include <optional>
#include <string>

#include "waymark/diagnostic.hpp"
#include "waymark/scorecard.hpp"

namespace waymark {

struct TextStyle {
    bool colour = false;
    bool unicode = true;  // false: plain ASCII
    int width = 80;       // columns; text is wrapped, bars scaled; 40 to 120
    bool with_notes = false;
};

std::string report_as_text(const Scorecard& card, const TextStyle& style);
std::string report_as_markdown(const Scorecard& card, bool with_notes);

// The scorecard file. Notes, reasons and evidence texts are left out unless asked for.
std::string report_as_json(const Scorecard& card, bool with_notes);

// Reads what report_as_json wrote. Findings go to `diagnostics`; nullopt if it is not a scorecard.
std::optional<Scorecard> read_scorecard(const std::string& name, const std::string& json, Diagnostics& diagnostics);

}  // namespace waymark
