// Proofs run on two threads, and long files are read in parts on two: the same findings every time, under ThreadSanitizer too
// (preset tsan).
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

Proved prove_text(const std::string& name, const std::string& text) {
    Diagnostics list;
    const auto framework = read_framework(name, text, list);
    for (const Diagnostic& one : list) UNSCOPED_INFO(one.code << " " << one.message);
    REQUIRE(framework);
    const Source source(name, text);
    Findings findings(source, list);
    Proved proved;
    proved.count = prove(*framework, findings);
    for (const Diagnostic& one : list) proved.findings += one.code + " " + one.message + "\n";
    return proved;
}

Proved prove_file(const std::string& name) {
    std::ifstream file(std::string(WAYMARK_SOURCE_DIR) + "/frameworks/" + name);
    return prove_text(name, std::string{std::istreambuf_iterator<char>(file), {}});
}

constexpr int kTediousFlags = 330;

// Flags that cannot be raised, in thirty ways each: more than there is time to look at.
std::string with_tedious_flags() {
    std::string text =
        "waymark: framework/1\nid: demo\nversion: 1.0.0\ntitle: Demo\n"
        "scales:\n  quality: [{id: low, title: Low}, {id: high, title: High}]\n"
        "dimensions:\n  - id: work\n    title: Work\n    practices:\n"
        "      - {id: plan, title: A plan, ask: 'Is there a plan?', levels: {low: None, high: New}}\nflags:\n";
    const auto any_of = [](int count) {
        std::string parts;
        for (int i = 0; i < count; ++i)
            parts += (i > 0 ? ", " : "") + std::string("{claimed: {of: plan, at_most: low}}");
        return "{any: [" + parts + "]}";
    };
    for (int i = 0; i < kTediousFlags; ++i) {
        text += "  - {id: f" + std::to_string(i) + ", kind: washing, severity: low, title: Tedious, when: {all: [" +
                "{claimed: {of: plan, at_least: high}}, " + any_of(5) + ", " + any_of(6) + "]}}\n";
    }
    return text;
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

TEST_CASE("proofs that run out of time leave the same undecided each time", "[proofs]") {
    const Proved first = prove_text("demo.yaml", with_tedious_flags());
    const Proved second = prove_text("demo.yaml", with_tedious_flags());
    CHECK(first.count.undecided >= kTediousFlags);
    CHECK(first.count.undecided == second.count.undecided);
    CHECK(first.count.never == second.count.never);
    CHECK(first.findings == second.findings);
}
