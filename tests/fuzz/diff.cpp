// Two frameworks from any bytes, a line "#---" between them: comparing and showing never fail, and nothing differs from
// itself.
#include "verify/diff.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "report/framework_diff.hpp"

namespace {

std::optional<waymark::VersionedFramework> read(const std::string& text) {
    waymark::Diagnostics diagnostics;
    return waymark::read_versioned_framework("framework.yaml", text, diagnostics);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const std::size_t middle = text.find("\n#---\n");
    const auto before = read(text.substr(0, middle));
    if (!before) return 0;
    if (!waymark::diff_frameworks(*before, *before).differences.empty()) std::abort();
    const auto after = middle == std::string::npos ? std::nullopt : read(text.substr(middle + 6));
    if (!after) return 0;
    const waymark::DiffReport report{waymark::diff_frameworks(*before, *after), {}};
    const waymark::DiffReport back{waymark::diff_frameworks(*after, *before), {}};
    if (waymark::diff_as_text(report, {}).empty() || waymark::diff_as_markdown(report).empty()) std::abort();
    if (waymark::diff_as_json(report).empty() || waymark::diff_as_json(back).empty()) std::abort();
    return 0;
}
