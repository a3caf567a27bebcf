// Comments of any YAML: whatever they say, nothing but what they pass over may go.
#include "text/suppression.hpp"

#include <cstdlib>
#include <string>

using namespace waymark;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    Diagnostics findings;
    for (const Severity severity : {Severity::error, Severity::warning}) {
        Diagnostic finding;
        finding.code = severity == Severity::error ? "S001" : "A020";
        finding.severity = severity;
        finding.file = "a.yaml";
        finding.span = {2, 1, 1};
        findings.push_back(finding);
    }
    pass_over("a.yaml", text, true, findings);
    if (!has_errors(findings)) std::abort();
    return 0;
}
