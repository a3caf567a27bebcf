#include "cli/load_map.hpp"

#include <algorithm>

#include "cli/load.hpp"
#include "survey/platforms.hpp"
#include "text/fields.hpp"
#include "text/source.hpp"

namespace waymark {

namespace {

std::optional<SurveyMap> map_named(const ExportOptions& exports, std::string& text, Diagnostics& diagnostics) {
    if (exports.map.empty()) {
        if (const SurveyMap* map = platform_map(exports.platform)) return *map;
        diagnostics.push_back(about_file("E007", exports.platform, "no platform of this name has a built-in map",
                                         suggest(exports.platform, platform_ids()).help));
        return std::nullopt;
    }
    auto read = read_file(exports.map, diagnostics);
    if (!read) return std::nullopt;
    text = *read;
    return read_map(exports.map, std::move(*read), diagnostics);
}

}  // namespace

bool LoadedMap::asks_evidence() const {
    return std::ranges::any_of(reading.questions, &PlannedQuestion::asks_evidence);
}

std::unique_ptr<LoadedMap> load_map(const ScoreOptions& options, Diagnostics& diagnostics) {
    std::string text;
    auto map = map_named(options.exports, text, diagnostics);
    if (!map) return nullptr;
    auto loaded = std::make_unique<LoadedMap>();
    auto framework = text.empty() ? load_framework(options.choice.framework, diagnostics)
                                  : framework_for(options.exports.map, text, options.choice, diagnostics);
    if (!framework) return nullptr;
    loaded->framework = std::move(*framework);
    if (!options.exports.profile.empty()) map->profile = options.exports.profile;
    auto bound = bind_map(std::move(*map), loaded->framework, diagnostics);
    if (!bound) return nullptr;
    loaded->map = std::move(*bound);
    loaded->plan = make_plan(loaded->framework, loaded->map.profile);
    loaded->reading = plan_reading(loaded->map);
    loaded->envelope = envelope_of(loaded->map.map);
    return loaded;
}

}  // namespace waymark
