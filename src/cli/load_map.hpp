// A map and its framework, ready to read exports with.
#pragma once

#include <memory>

#include "cli/commands.hpp"
#include "survey/bound_map.hpp"
#include "survey/reading_plan.hpp"
#include "survey/record_chunks.hpp"
#include "waymark/framework.hpp"
#include "waymark/plan.hpp"

namespace waymark {

// At fixed addresses: its parts point to each other.
struct LoadedMap {
    Framework framework;
    BoundMap map;
    Plan plan;
    ReadingPlan reading;
    Envelope envelope;

    bool asks_evidence() const;
};

// The map that is named, or the built-in one of the platform. nullptr after any error.
std::unique_ptr<LoadedMap> load_map(const ScoreOptions& options, Diagnostics& diagnostics);

}  // namespace waymark
