#include "text/suppression.hpp"

#include "catch.hpp"
#include "text/comments.hpp"
#include "unit/text/reading.hpp"

using namespace waymark;

namespace {

Diagnostic warning(int line, const std::string& code = "A020") {
    Diagnostic finding;
    finding.code = code;
    finding.severity = Severity::warning;
    finding.file = "a.yaml";
    finding.span = {line, 1, 1};
    finding.message = "something";
    return finding;
}

std::vector<std::string> left(const std::string& text, Diagnostics findings) {
    pass_over("a.yaml", text, true, findings);
    sort_diagnostics(findings);
    std::vector<std::string> codes;
    for (const Diagnostic& finding : findings) codes.push_back(finding.code + ":" + std::to_string(finding.span.line));
    return codes;
}

std::vector<std::string> comments(const std::string& text) {
    const Source source("a.yaml", text);
    Diagnostics list;
    Findings findings(source, list);
    const auto root = parse_yaml(findings);
    REQUIRE(root);
    std::vector<std::string> found;
    for (const YamlComment& comment : comments_in(source, *root)) {
        found.push_back(std::to_string(comment.line) + (comment.alone ? "a " : "  ") + std::string(comment.text));
    }
    return found;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("comments are found where YAML has them, and nowhere else", "[suppression]") {
    CHECK(comments("# one\na: 1 # two\nb: x#y\n  # three\n") == Codes{"1a # one", "2  # two", "4a # three"});
    CHECK(comments("a: \"x # y\" # z\nb: 'it''s # no' # yes\n") == Codes{"1  # z", "2  # yes"});
    CHECK(comments("a: \"x \\\" # y\"\n\"k # e\": 1 # c\n") == Codes{"2  # c"});
    CHECK(comments("a: |\n  # text\n\n  more # text\nb: 1 # c\n") == Codes{"5  # c"});
    CHECK(comments("a: > # head\n  # text\n# out\nb: 1\n") == Codes{"1  # head", "3a # out"});
    CHECK(comments("- k: |\n    # text\n  # out\n  m: 1\n") == Codes{"3a # out"});
    CHECK(comments("- |\n  # text\n- b # c\n") == Codes{"3  # c"});
    CHECK(comments("a: \"x\n  # inside\n  y\" # out\n") == Codes{"3  # out"});
    CHECK(comments("a: 1 # c\r\nb: 2\r\n") == Codes{"1  # c"});
}

TEST_CASE("a comment passes over its own line, or the next that holds anything", "[suppression]") {
    CHECK(left("a: 1  # waymark: ignore A020 because x\n", {warning(1)}).empty());
    CHECK(left("# waymark: ignore A020 because x\n\n# more\na: 1\n", {warning(4)}).empty());
    CHECK(left("a: 1\n# waymark: ignore-file A020 because x\n", {warning(1), warning(0)}).empty());
    CHECK(left("a: 1  # waymark: ignore A020, X006 because x\n", {warning(1), warning(1, "X006")}).empty());
    CHECK(left("a: 1  # waymark: ignore A020 because x\nb: 1\n", {warning(1), warning(2)}) == Codes{"A020:2"});
}

TEST_CASE("a comment that does nothing is a finding, unless an error hides what it is about", "[suppression]") {
    CHECK(left("a: 1  # waymark: ignore A020 because x\n", {}) == Codes{"I001:1"});
    CHECK(left("a: 1  # waymark: ignore A020\n", {warning(1)}) == Codes{"I002:1"});
    CHECK(left("a: 1  # waymark: ignore A020 because\n", {warning(1)}) == Codes{"I002:1"});
    Diagnostic error = warning(1, "S001");
    error.severity = Severity::error;
    CHECK(left("a: 1  # waymark: ignore A020 because x\n", {error}) == Codes{"S001:1"});
    CHECK(left("a: 1  # waymark: ignore S001 because x\n", {error}) == Codes{"S001:1", "I003:1"});
    CHECK(left("a: 1  # waymark: framework/1\n", {}).empty());
    CHECK(left("a: 1  # waymark: ignored A020 because x\n", {}) == Codes{"I003:1"});
}

TEST_CASE("findings about other files are not passed over", "[suppression]") {
    Diagnostic other = warning(1);
    other.file = "b.yaml";
    Diagnostics findings{other};
    pass_over("a.yaml", "a: 1  # waymark: ignore A020 because x\n", false, findings);
    CHECK(findings.size() == 1);
}
