// Maps from any bytes: reading and binding never fail but by findings, and looking up any value in what was bound ends.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "survey/bound_map.hpp"
#include "survey/written_value.hpp"
#include "text/embedded.hpp"

namespace {

const waymark::Framework& mission_maturity() {
    static const waymark::Framework framework = [] {
        waymark::Diagnostics unheard;
        for (const waymark::EmbeddedFile& file : waymark::embedded_frameworks()) {
            if (file.name != "mission-maturity.yaml") continue;
            auto read = waymark::read_framework(std::string(file.name), std::string(file.text), unheard);
            if (read) return std::move(*read);
        }
        std::abort();
    }();
    return framework;
}

// Normalising twice changes nothing but what stood in entities or tags; it always ends and never grows.
void check_texts(std::string_view text) {
    std::string room;
    if (waymark::normalised_text(text, room).size() > text.size()) std::abort();
    std::string number_room;
    const std::string number(waymark::canonical_number(text, number_room));
    std::string again_room;
    if (waymark::canonical_number(number, again_room) != number) std::abort();
    waymark::number_in_label(text);
}

void check_bound(const waymark::BoundMap& map, std::string_view text) {
    std::string room;
    for (const waymark::BoundTable& table : map.tables) {
        const auto found = waymark::look_up(table, text, room);
        if (found && found->kind == waymark::Outcome::Kind::level && table.scale < 0) std::abort();
        for (const auto& [value, means] : table.exact) {
            if (waymark::look_up(table, value, room) != means) std::abort();
        }
    }
    waymark::role_named(map, text, room);
    waymark::organisation_named(map, text, room);
    for (const waymark::BoundQuestion& question : map.questions) {
        if (question.table < 0 || question.leaf < 0) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    check_texts(text);
    waymark::PointerProblem problem;
    if (!waymark::parse_pointer(text, problem) && problem.message.empty()) std::abort();
    waymark::Diagnostics diagnostics;
    auto map = waymark::read_map("map.yaml", text, diagnostics);
    if (map.has_value() == waymark::has_errors(diagnostics)) std::abort();
    if (!map) {
        waymark::check_map("map.yaml", text, &mission_maturity(), diagnostics);
        return 0;
    }
    const auto bound = waymark::bind_map(std::move(*map), mission_maturity(), diagnostics);
    if (bound.has_value() == waymark::has_errors(diagnostics)) std::abort();
    if (bound) check_bound(*bound, text);
    return 0;
}
