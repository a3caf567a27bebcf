// What a test expects: flags, scores, verdict, next steps, and findings about what was answered.
#include <fmt/format.h>

#include <algorithm>

#include "text/codes.hpp"
#include "verify/test_reader.hpp"

namespace waymark {

namespace {

const std::vector<std::string> kStates{"raised", "too-early", "clear", "cannot-tell", "does-not-apply"};
const std::vector<std::string> kSeverities{"high", "medium", "low", "none"};

bool says_none(Fields& fields, std::string_view key) {
    const Node* node = fields.find(key);
    return node != nullptr && node->kind == Node::Kind::scalar && node->text == "none";
}

std::string word_of(const Node& node, std::string_view what, const std::vector<std::string>& words,
                    Findings& findings) {
    const auto index = read_word(node, what, words, findings);
    return index ? words[static_cast<std::size_t>(*index)] : "";
}

std::vector<std::string> element_ids(const Framework& framework) {
    std::vector<std::string> ids;
    for (const Element& element : framework.elements) ids.push_back(element.id);
    return ids;
}

void read_verdict(Fields& fields, const TestContext& context, FrameworkTest& test) {
    if (const Node* node = fields.find("verdict")) {
        std::vector<std::string> known;
        for (const VerdictReading& reading : context.framework->verdict.readings) known.push_back(reading.id);
        test.verdict = word_of(*node, "the verdict", known, *context.findings);
    }
    if (const Node* node = fields.find("unsafe")) test.unsafe = read_yes_no(*node, "'unsafe'", *context.findings);
}

// A flag's state alone, or with a severity: `raised`, `{state: raised, severity: high}`.
void read_flag(const Node& node, Findings& findings, ExpectedFlag& expected) {
    if (node.kind != Node::Kind::mapping) {
        expected.state = word_of(node, "the state of a flag", kStates, findings);
        return;
    }
    Fields fields(node, "what is expected of a flag", findings);
    if (const Node* state = fields.need("state")) {
        expected.state = word_of(*state, "the state of a flag", kStates, findings);
    }
    if (const Node* severity = fields.find("severity")) {
        expected.severity = word_of(*severity, "the severity", kSeverities, findings);
    }
    fields.finish();
}

void read_flags(const Node& node, const TestContext& context, FrameworkTest& test) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        ExpectedFlag expected;
        expected.span = node.keys[i].span;
        const auto index = context.framework->catalogue.flag(node.keys[i].text);
        if (!index) {
            context.findings->report("X001", expected.span, fmt::format("no flag is called '{}'", node.keys[i].text),
                                     suggest(node.keys[i].text, context.framework->catalogue.flags));
            continue;
        }
        expected.flag = *index;
        read_flag(node.items[i], *context.findings, expected);
        test.flags.push_back(std::move(expected));
    }
}

ExpectedScore read_score(const Node& node, const TestContext& context) {
    std::vector<std::string> bands;
    for (const Band& band : context.framework->scoring.bands) bands.push_back(band.id);
    Fields fields(node, "an expected score", *context.findings);
    ExpectedScore expected;
    expected.no_claimed = says_none(fields, "claimed");
    expected.no_evidenced = says_none(fields, "evidenced");
    if (!expected.no_claimed) expected.claimed = fields.decimal("claimed");
    if (!expected.no_evidenced) expected.evidenced = fields.decimal("evidenced");
    expected.tolerance = fields.decimal("tolerance").value_or(Rational(0));
    if (const Node* band = fields.find("band")) expected.band = word_of(*band, "the band", bands, *context.findings);
    fields.finish();
    return expected;
}

void read_scores(const Node& node, const TestContext& context, FrameworkTest& test) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const auto element = context.framework->element(node.keys[i].text);
        if (!element) {
            context.findings->report("X001", node.keys[i].span,
                                     fmt::format("nothing that is scored is called '{}'", node.keys[i].text),
                                     suggest(node.keys[i].text, element_ids(*context.framework)));
            continue;
        }
        ExpectedScore expected = read_score(node.items[i], context);
        expected.element = *element;
        expected.span = node.keys[i].span;
        test.scores.push_back(std::move(expected));
    }
}

void read_next_steps(Fields& fields, const TestContext& context, FrameworkTest& test) {
    for (const Node* step : fields.list("next_steps")) {
        if (!context.framework->element(step->text)) {
            context.findings->report("X001", step->span, fmt::format("no practice is called '{}'", step->text),
                                     suggest(step->text, element_ids(*context.framework)));
        }
        test.next_steps.push_back(step->text);
    }
}

void read_diagnostics(Fields& fields, const TestContext& context, FrameworkTest& test) {
    if (fields.find("diagnostics") == nullptr) return;
    test.diagnostics.emplace();
    for (const Node* node : fields.list("diagnostics")) {
        const auto code = read_text(*node, "an item of 'diagnostics'", *context.findings);
        if (!code) continue;
        if (find_code(*code) == nullptr) {
            context.findings->report("X001", node->span, fmt::format("no finding has the code '{}'", *code),
                                     "'waymark explain --all' lists the codes");
        }
        test.diagnostics->push_back(*code);
    }
}

}  // namespace

void read_expectations(const Node& node, const TestContext& context, FrameworkTest& test) {
    Fields fields(node, "what is expected", *context.findings);
    if (!fields.is_mapping()) return;
    test.expect_span = node.span;
    read_verdict(fields, context, test);
    if (const Node* found = fields.mapping("flags")) read_flags(*found, context, test);
    if (const Node* found = fields.mapping("scores")) read_scores(*found, context, test);
    read_next_steps(fields, context, test);
    read_diagnostics(fields, context, test);
    fields.finish();
    if (node.keys.empty()) {
        context.findings->report("X002", node.span, "the test expects nothing, so it cannot fail",
                                 "add flags, scores or a verdict");
    }
}

}  // namespace waymark
