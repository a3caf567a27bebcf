// Frameworks from any bytes: reading never fails but by findings, and what was read can be planned under every profile.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "framework/exactness.hpp"
#include "waymark/plan.hpp"

namespace {

void check_plan(const waymark::Framework& framework, int profile) {
    const waymark::Plan plan = waymark::make_plan(framework, profile);
    if (plan.nodes.size() != framework.elements.size() || plan.leaves.empty()) std::abort();
    if (plan.base_supports.size() != plan.leaves.size() || !waymark::scores_stay_exact(plan)) std::abort();
    for (const waymark::PlanNode& node : plan.nodes) {
        if (node.weight < 0 || node.highest < node.lowest) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    waymark::Diagnostics diagnostics;
    const auto framework =
        waymark::read_framework("framework.yaml", std::string(reinterpret_cast<const char*>(data), size), diagnostics);
    if (framework.has_value() == waymark::has_errors(diagnostics)) std::abort();
    if (!framework) return 0;
    for (std::size_t i = 0; i < framework->profiles.size(); ++i) check_plan(*framework, static_cast<int>(i));
    return 0;
}
