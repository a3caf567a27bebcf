// Scales and their levels.
#include <fmt/format.h>

#include <algorithm>

#include "verify/diff_working.hpp"

namespace waymark {

namespace {

bool is_asked_on(const Framework& framework, int scale) {
    return std::any_of(framework.elements.begin(), framework.elements.end(), [&](const Element& element) {
        return element.kind == NodeName::Kind::practice && element.scale == scale;
    });
}

std::string level_name(const Scale& scale, const Level& level) {
    return fmt::format("level '{}' of scale '{}'", level.id, scale.id);
}

void compare_level(Comparison& work, const Scale& scale, const Level& was, const Level& is, bool asked) {
    const std::string subject = level_name(scale, is);
    const Comparison::Places places{was.span, is.span};
    if (was.id != is.id) work.add_renamed("level-renamed", subject, was.id, places);
    work.compare(asked ? "level-value" : "column-level-value", subject, "the value", was.value.to_short(4),
                 is.value.to_short(4), places);
    work.compare("level-text", subject, "the title", was.title, is.title, places);
    work.compare("level-text", subject, "the meaning", was.means, is.means, places);
}

void compare_scale(Comparison& work, int old_index, int new_index) {
    const Scale& was = at(work.before->scales, old_index);
    const Scale& is = at(work.after->scales, new_index);
    const std::string subject = fmt::format("scale '{}'", is.id);
    work.compare("scale-name", subject, "the name", was.id, is.id, {was.span, is.span});
    const bool asked = is_asked_on(*work.before, old_index) || is_asked_on(*work.after, new_index);
    const auto new_ids = ids_in(is.levels);
    const Matches levels = work.match(NameKind::level, is.id, ids_in(was.levels), new_ids);
    for (const auto& [old_level, new_level] : levels.same) {
        compare_level(work, is, at(was.levels, old_level), at(is.levels, new_level), asked);
    }
    for (const int added : levels.added) {
        const Level& level = at(is.levels, added);
        work.add(asked ? "level-added" : "column-level-added", level_name(is, level), "added", {{}, level.span});
    }
    for (const int removed : levels.removed) {
        const Level& level = at(was.levels, removed);
        work.add_removed("level-removed", NameKind::level, is.id, level.id, level_name(is, level), level.span);
    }
    work.compare_order("level-order", subject, levels, new_ids, {was.span, is.span});
}

}  // namespace

void diff_scales(Comparison& work) {
    const auto& old_scales = work.before->scales;
    const auto& new_scales = work.after->scales;
    for (const auto& [was, is] : work.scales.same) compare_scale(work, was, is);
    for (const int added : work.scales.added) {
        const Scale& scale = at(new_scales, added);
        work.add("scale-added", fmt::format("scale '{}'", scale.id), "added", {{}, scale.span});
    }
    for (const int removed : work.scales.removed) {
        const Scale& scale = at(old_scales, removed);
        work.add("scale-removed", fmt::format("scale '{}'", scale.id), "removed", {scale.span, {}});
    }
    if (work.scales.new_of(0) != 0) {
        work.add("default-scale", fmt::format("scale '{}'", new_scales[0].id), "now stands first",
                 {old_scales[0].span, new_scales[0].span}, old_scales[0].id, new_scales[0].id);
    }
}

}  // namespace waymark
