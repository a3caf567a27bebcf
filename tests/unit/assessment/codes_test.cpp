// The examples of the codes about assessments and facts that need no framework of their own raise what they say.
#include "text/codes.hpp"

#include "catch.hpp"
#include "sample.hpp"

using namespace waymark;

namespace {

// What the examples say of the framework that they are read with.
bool needs_tables_of_its_own(std::string_view code) {
    return code == "T110" || code == "T111";
}

}  // namespace

TEST_CASE("every example of a code about assessments or facts raises it") {
    int tried = 0;
    for (const auto family : {assessment_codes(), fact_codes()}) {
        for (const CodeInfo& info : family) {
            if (info.subject != CodeSubject::assessment || needs_tables_of_its_own(info.code)) continue;
            const auto result = sample::read(std::string(info.bad));
            INFO(info.code << "\n" << result.places());
            bool raised = false;
            for (const auto& finding : result.diagnostics) {
                raised = raised || (finding.code == info.code && finding.severity == info.severity);
            }
            CHECK(raised);
            ++tried;
        }
    }
    CHECK(tried > 25);
}
