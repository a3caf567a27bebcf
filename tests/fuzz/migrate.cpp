// A framework and an assessment from any bytes, a line "#---" between them: what is migrated reads without an error, keeps
// every word of the comments, and stays as it is when it is migrated again.
#include "verify/migrate.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const std::size_t middle = text.find("\n#---\n");
    if (middle == std::string::npos) return 0;
    waymark::Diagnostics diagnostics;
    const auto to = waymark::read_versioned_framework("framework.yaml", text.substr(0, middle), diagnostics);
    if (!to) return 0;
    diagnostics.clear();
    const auto migrated = waymark::migrate_assessment("a.yaml", text.substr(middle + 6), {&*to, ""}, {}, diagnostics);
    if (migrated.text.has_value() == waymark::has_errors(diagnostics)) std::abort();
    if (!migrated.text) return 0;
    diagnostics.clear();
    if (!waymark::read_assessment("a.yaml", *migrated.text, to->framework, {}, diagnostics)) std::abort();
    const auto again = waymark::migrate_assessment("a.yaml", *migrated.text, {&*to, ""}, {}, diagnostics);
    if (!again.text || *again.text != *migrated.text || !again.lost.empty()) std::abort();
    return 0;
}
