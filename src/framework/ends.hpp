// Lowest and highest values of nodes, and the scale whose words describe them.
#pragma once

#include <vector>

#include "waymark/framework.hpp"
#include "waymark/truth.hpp"

namespace waymark {

// How a group rolls up: its own way, or the framework's. Stages are of practices, so a group of groups that
// has no way of its own under `rollup: staged` is as far as the least advanced of its parts.
Rollup rollup_of(const Framework& framework, int element);

// The declared weight under this profile.
Rational weight_of(const Framework& framework, const Profile& profile, int element);

// The last stage among a group's practices.
int last_stage(const Framework& framework, int element);

// Per element, the ends of the scale it is scored on: practices their own scale's; staged groups 0 and the
// last stage; other groups those that all their children share, else the default scale's. For sums: the ends
// of one unit of weight.
std::vector<Interval> unit_ends(const Framework& framework);

// Per element, the lowest and highest score it can have under any profile, whatever applies.
std::vector<Interval> widest_ends(const Framework& framework);

// Per element, the scale of all practices below it if they share one, else the default.
std::vector<int> scales_of_nodes(const Framework& framework);

// A sum adds like to like: true if what its children are scored on is not the same.
bool mixes_scales(const Framework& framework, const std::vector<Interval>& units, int element);

}  // namespace waymark
