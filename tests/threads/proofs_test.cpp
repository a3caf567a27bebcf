// Proofs appraise what they make up on two threads, and long files are read on two: the same findings every time,
// under ThreadSanitizer too (preset tsan).
#include "verify/proofs.hpp"

#include <fstream>
#include <iterator>

#include "catch.hpp"

namespace {

using namespace waymark;

struct Proved {
    std::string findings;
    ProofCount count;
};

Proved prove_file(const std::string& name) {
    std::ifstream file(std::string(WAYMARK_SOURCE_DIR) + "/frameworks/" + name);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    Diagnostics list;
    const auto framework = read_framework(name, text, list);
    REQUIRE(framework);
    const Source source(name, text);
    Findings findings(source, list);
    Proved proved;
    proved.count = prove(*framework, findings);
    for (const Diagnostic& one : list) proved.findings += one.code + " " + one.message + "\n";
    return proved;
}

}  // namespace

TEST_CASE("proofs find the same each time they run", "[proofs]") {
    for (const char* name : {"mission-maturity.yaml", "mission-quick.yaml"}) {
        const Proved first = prove_file(name);
        const Proved second = prove_file(name);
        CHECK(first.findings == second.findings);
        CHECK(first.count.possible == second.count.possible);
        CHECK(first.count.undecided == second.count.undecided);
        CHECK(first.count.possible > 0);
    }
}
