// Proofs about any framework that can be read: they end, and say nothing that the count does not bear out.
#include "verify/proofs.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    waymark::Diagnostics diagnostics;
    const auto framework = waymark::read_framework("framework.yaml", text, diagnostics);
    if (!framework) return 0;
    const waymark::Source source("framework.yaml", text);
    waymark::Findings findings(source, diagnostics);
    const waymark::ProofCount count = waymark::prove(*framework, findings);
    if (count.possible + count.never + count.undecided != count.questions) std::abort();
    if (waymark::has_errors(diagnostics)) std::abort();  // proofs warn; they refuse nothing
    return 0;
}
