#include "text/render.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "text/display.hpp"

using namespace waymark;

namespace {

Diagnostic finding() {
    return {"F021",
            Severity::error,
            "frameworks/mission.yaml",
            {214, 25, 15},
            "no practice is called 'shared-ownershp'",
            "did you mean 'shared-ownership' (line 131)?",
            "      - evidenced: {of: shared-ownershp, at_most: 1}"};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t start = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', start)) {
        lines.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

}  // namespace

TEST_CASE("a finding is shown in its line", "[render]") {
    CHECK(diagnostics_as_text({finding()}, false) ==
          "frameworks/mission.yaml:214:25: error[F021]: no practice is called 'shared-ownershp'\n"
          "  214 |       - evidenced: {of: shared-ownershp, at_most: 1}\n"
          "      |                         ^^^^^^^^^^^^^^^\n"
          "  help: did you mean 'shared-ownership' (line 131)?\n");
}

TEST_CASE("a finding about a file has no line", "[render]") {
    Diagnostic d = finding();
    d.span = {0, 0, 0};
    d.excerpt.clear();
    d.help.clear();
    d.severity = Severity::warning;
    CHECK(diagnostics_as_text({d}, false) ==
          "frameworks/mission.yaml: warning[F021]: no practice is called 'shared-ownershp'\n");
    CHECK(diagnostics_as_text({d, d}, false).find("\n\n") != std::string::npos);
    CHECK(diagnostics_as_text({}, false).empty());
}

TEST_CASE("carets stand under what is shown, whatever its width", "[render]") {
    Diagnostic d = finding();
    d.excerpt = "\tä: 健康, 値: x";
    d.span = {1, 5, 2};  // 健康: two characters, four columns
    const auto lines = lines_of(diagnostics_as_text({d}, false));
    CHECK(lines[1] == "  1 |  ä: 健康, 値: x");
    CHECK(lines[2] == "    |     ^^^^");
}

TEST_CASE("a span beyond the end of its line still has a caret", "[render]") {
    Diagnostic d = finding();
    d.excerpt = "ab";
    d.span = {1, 9, 4};
    CHECK(lines_of(diagnostics_as_text({d}, false))[2] == "    |   ^");
    d.span = {1, 2, 40};
    CHECK(lines_of(diagnostics_as_text({d}, false))[2] == "    |  ^");
}

TEST_CASE("long lines are cut around the caret", "[render]") {
    Diagnostic d = finding();
    d.excerpt = std::string(300, 'a') + "HERE" + std::string(300, 'b');
    d.span = {7, 301, 4};
    const auto lines = lines_of(diagnostics_as_text({d}, false));
    CHECK(display_width(lines[1]) <= 110);
    const std::size_t here = lines[1].find("HERE");
    REQUIRE(here != std::string::npos);
    CHECK(display_width(lines[1].substr(0, here)) == static_cast<int>(lines[2].find('^')));
    CHECK(lines[1].find("…") != std::string::npos);
}

TEST_CASE("what a file says cannot steer the terminal", "[render]") {
    Diagnostic d = finding();
    d.file = "a\x1B[2Jb";
    d.message = "bad \x1B]0;x\x07 name";
    d.help =
        "\xC2\x9B"
        "31m";
    d.excerpt = "x\x1B[31m\xE2\x80\xAEy";
    const std::string text = diagnostics_as_text({d}, false);
    CHECK(text.find('\x1B') == std::string::npos);
    CHECK(text.find('\x07') == std::string::npos);
    CHECK(text.find("\xC2\x9B") == std::string::npos);
    CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
}

TEST_CASE("colour is there only when asked for", "[render]") {
    CHECK(diagnostics_as_text({finding()}, false).find('\x1B') == std::string::npos);
    const std::string coloured = diagnostics_as_text({finding()}, true);
    CHECK(coloured.find("\x1B[1;31merror[F021]:\x1B[0m") != std::string::npos);
}

TEST_CASE("findings as JSON have every field", "[render]") {
    const auto document = nlohmann::ordered_json::parse(diagnostics_as_json({finding()}));
    REQUIRE(document["diagnostics"].size() == 1);
    const auto& d = document["diagnostics"][0];
    CHECK(d["code"] == "F021");
    CHECK(d["severity"] == "error");
    CHECK(d["file"] == "frameworks/mission.yaml");
    CHECK(d["line"] == 214);
    CHECK(d["column"] == 25);
    CHECK(d["length"] == 15);
    CHECK(d["message"] == "no practice is called 'shared-ownershp'");
    CHECK(d["help"] == "did you mean 'shared-ownership' (line 131)?");
    CHECK(diagnostics_as_json({}) == "{\n  \"diagnostics\": []\n}\n");
    Diagnostic broken = finding();
    broken.message = "\xFF";
    CHECK(nlohmann::ordered_json::accept(diagnostics_as_json({broken})));
}

TEST_CASE("a summary counts by severity", "[render]") {
    Diagnostic warning = finding();
    warning.severity = Severity::warning;
    CHECK(diagnostics_summary({}) == "");
    CHECK(diagnostics_summary({finding()}) == "1 error");
    CHECK(diagnostics_summary({finding(), warning, finding()}) == "2 errors, 1 warning");
}
