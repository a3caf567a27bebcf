#include "verify/test_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/fields.hpp"

namespace waymark {

namespace {

const std::vector<std::string> kBodyKeys{"organisation", "profile", "date",  "currency", "note",
                                         "respondents",  "agreed",  "facts", "targets"};

Node scalar(std::string text, Span span) {
    Node node;
    node.kind = Node::Kind::scalar;
    node.text = std::move(text);
    node.span = span;
    return node;
}

Node mapping(Span span) {
    Node node;
    node.kind = Node::Kind::mapping;
    node.span = span;
    return node;
}

void put(Node& into, const Node& key, Node value) {
    for (std::size_t i = 0; i < into.keys.size(); ++i) {
        if (into.keys[i].text != key.text) continue;
        into.keys[i] = key;
        into.items[i] = std::move(value);
        return;
    }
    into.keys.push_back(key);
    into.items.push_back(std::move(value));
}

bool says_none(Fields& fields, std::string_view key) {
    const Node* node = fields.find(key);
    return node != nullptr && node->kind == Node::Kind::scalar && node->text == "none";
}

// Every practice that `answers` does not name gets the answer under `all`.
Node spread_answers(const Node& answers, const Framework& framework) {
    const Node* all = answers.find("all");
    Node full = mapping(answers.span);
    for (std::size_t i = 0; i < answers.keys.size(); ++i) {
        if (answers.keys[i].text != "all") put(full, answers.keys[i], answers.items[i]);
    }
    if (all == nullptr) return full;
    for (const Element& element : framework.elements) {
        if (element.kind != NodeName::Kind::practice || full.find(element.id) != nullptr) continue;
        put(full, scalar(element.id, all->span), *all);
    }
    return full;
}

Node single_respondent(const Node& answers, const Node* role, const Framework& framework) {
    Node person = mapping(answers.span);
    put(person, scalar("id", answers.span), scalar("r1", answers.span));
    put(person, scalar("role", answers.span), role != nullptr ? *role : scalar(framework.roles[0].id, answers.span));
    put(person, scalar("answers", answers.span), spread_answers(answers, framework));
    Node list;
    list.kind = Node::Kind::sequence;
    list.span = answers.span;
    list.items.push_back(std::move(person));
    return list;
}

// `all` serves every respondent of a list in the same way.
Node spread_respondents(const Node& list, const Framework& framework) {
    Node full = list;
    for (Node& person : full.items) {
        for (std::size_t i = 0; i < person.keys.size(); ++i) {
            const bool answers = person.keys[i].text == "answers" && person.items[i].kind == Node::Kind::mapping;
            if (answers) person.items[i] = spread_answers(person.items[i], framework);
        }
    }
    return full;
}

void drop(Node& from, std::string_view key) {
    for (std::size_t i = 0; i < from.keys.size(); ++i) {
        if (from.keys[i].text != key) continue;
        from.keys.erase(from.keys.begin() + static_cast<std::ptrdiff_t>(i));
        from.items.erase(from.items.begin() + static_cast<std::ptrdiff_t>(i));
        return;
    }
}

// Facts are laid over the defaults table by table, every other key as a whole. Answers of one person and a list of
// people are two spellings of the same thing, so each replaces the other.
void lay_over(Node& body, const Node& layer) {
    if (layer.kind != Node::Kind::mapping) return;
    if (layer.find("respondents") != nullptr) drop(body, "answers");
    if (layer.find("answers") != nullptr) drop(body, "respondents");
    for (std::size_t i = 0; i < layer.keys.size(); ++i) {
        const Node& key = layer.keys[i];
        const Node* below = body.find(key.text);
        const bool both_maps =
            below != nullptr && below->kind == Node::Kind::mapping && layer.items[i].kind == Node::Kind::mapping;
        if (key.text != "facts" || !both_maps) {
            put(body, key, layer.items[i]);
            continue;
        }
        Node facts = *below;
        for (std::size_t table = 0; table < layer.items[i].keys.size(); ++table) {
            put(facts, layer.items[i].keys[table], layer.items[i].items[table]);
        }
        put(body, key, std::move(facts));
    }
}

class TestReader {
  public:
    TestReader(const Framework& framework, const FileAccess& files, Findings& findings)
        : framework_(framework), files_(files), findings_(findings) {}

    std::optional<FrameworkTest> read(const Node& node, const Node* defaults);
    bool failed() const { return failed_; }  // findings that Findings::errors() does not count

  private:
    std::optional<Assessment> body(const Node& merged, Fields& fields, const std::string& name);
    void expectations(const Node& node, FrameworkTest& test);
    void flags(const Node& node, FrameworkTest& test);
    void scores(const Node& node, FrameworkTest& test);
    void verdict(Fields& fields, FrameworkTest& test);

    const Framework& framework_;
    const FileAccess& files_;
    Findings& findings_;
    bool failed_ = false;
};

std::optional<Assessment> TestReader::body(const Node& merged, Fields& fields, const std::string& name) {
    Node assessment = mapping(merged.span);
    for (const std::string& key : kBodyKeys) {
        const Node* value = fields.find(key);
        if (value == nullptr) continue;
        const bool people = key == "respondents";
        put(assessment, *merged.find_key(key), people ? spread_respondents(*value, framework_) : *value);
    }
    const Node* role = fields.find("role");
    if (const Node* answers = fields.find("answers")) {
        if (assessment.find("respondents") != nullptr) {
            findings_.report("X004", answers->span, "'answers' and 'respondents' both say who answered",
                             "keep 'answers' for a single person, or 'respondents' for several");
            return std::nullopt;
        }
        if (answers->kind != Node::Kind::mapping) {
            findings_.report("S003", answers->span, "'answers' must be a mapping of practices to answers",
                             "for example answers: {all: developing}");
            return std::nullopt;
        }
        put(assessment, scalar("respondents", answers->span), single_respondent(*answers, role, framework_));
    }
    if (assessment.find("organisation") == nullptr) {
        put(assessment, scalar("organisation", merged.span), scalar(name, merged.span));
    }
    // Notes advise on real assessments; in a test an empty table, say, is there on purpose.
    Diagnostics found;
    Findings collected(findings_.source(), found);
    auto read = read_assessment_body(assessment, framework_, files_, collected);
    for (Diagnostic& one : found) {
        if (one.severity == Severity::error) failed_ = true;
        if (one.severity != Severity::note) findings_.list().push_back(std::move(one));
    }
    return read;
}

std::optional<FrameworkTest> TestReader::read(const Node& node, const Node* defaults) {
    Node merged = mapping(node.span);
    if (defaults != nullptr) lay_over(merged, *defaults);
    lay_over(merged, node);
    Fields fields(node.kind == Node::Kind::mapping ? merged : node, "a test", findings_);
    if (!fields.is_mapping()) return std::nullopt;
    FrameworkTest test;
    test.span = node.span;
    test.name = fields.need_text("name");
    auto now = body(merged, fields, test.name);
    if (const Node* before = fields.mapping("previous")) {
        Fields previous(*before, "the previous assessment", findings_);
        test.previous = body(*before, previous, test.name);
        previous.finish();
    }
    if (const Node* expect = fields.need("expect")) expectations(*expect, test);
    fields.finish();
    if (!now) return std::nullopt;
    test.assessment = std::move(*now);
    return test;
}

void TestReader::expectations(const Node& node, FrameworkTest& test) {
    Fields fields(node, "what is expected", findings_);
    if (!fields.is_mapping()) return;
    verdict(fields, test);
    if (const Node* found = fields.mapping("flags")) flags(*found, test);
    if (const Node* found = fields.mapping("scores")) scores(*found, test);
    for (const Node* step : fields.list("next_steps")) {
        if (!framework_.element(step->text)) {
            findings_.report("X001", step->span, fmt::format("no practice is called '{}'", step->text),
                             suggest(step->text, [&] {
                                 std::vector<std::string> names;
                                 for (const Element& element : framework_.elements) names.push_back(element.id);
                                 return names;
                             }()));
        }
        test.next_steps.push_back(step->text);
    }
    fields.finish();
    if (node.keys.empty()) {
        findings_.report("X002", node.span, "the test expects nothing, so it cannot fail",
                         "add flags, scores or a verdict");
    }
}

void TestReader::verdict(Fields& fields, FrameworkTest& test) {
    if (const Node* node = fields.find("verdict")) {
        std::vector<std::string> known;
        for (const VerdictReading& reading : framework_.verdict.readings) known.push_back(reading.id);
        if (const auto index = read_word(*node, "the verdict", known, findings_)) {
            test.verdict = known[static_cast<std::size_t>(*index)];
        }
    }
    if (const Node* node = fields.find("unsafe")) test.unsafe = read_yes_no(*node, "'unsafe'", findings_);
}

void TestReader::flags(const Node& node, FrameworkTest& test) {
    static const std::vector<std::string> states{"raised", "too-early", "clear", "cannot-tell", "does-not-apply"};
    static const std::vector<std::string> severities{"high", "medium", "low"};
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        ExpectedFlag expected;
        expected.span = node.keys[i].span;
        const auto index = framework_.catalogue.flag(node.keys[i].text);
        if (!index) {
            findings_.report("X001", expected.span, fmt::format("no flag is called '{}'", node.keys[i].text),
                             suggest(node.keys[i].text, framework_.catalogue.flags));
            continue;
        }
        expected.flag = *index;
        const Node* state = &node.items[i];
        std::optional<Fields> fields;
        if (node.items[i].kind == Node::Kind::mapping) {
            fields.emplace(node.items[i], "what is expected of a flag", findings_);
            state = fields->need("state");
            if (const Node* severity = fields->find("severity")) {
                const auto word = read_word(*severity, "the severity", severities, findings_);
                if (word) expected.severity = severities[static_cast<std::size_t>(*word)];
            }
            fields->finish();
        }
        if (state == nullptr) continue;
        const auto word = read_word(*state, "the state of a flag", states, findings_);
        if (word) expected.state = states[static_cast<std::size_t>(*word)];
        test.flags.push_back(std::move(expected));
    }
}

void TestReader::scores(const Node& node, FrameworkTest& test) {
    std::vector<std::string> bands;
    for (const Band& band : framework_.scoring.bands) bands.push_back(band.id);
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const auto element = framework_.element(node.keys[i].text);
        if (!element) {
            std::vector<std::string> names;
            for (const Element& known : framework_.elements) names.push_back(known.id);
            findings_.report("X001", node.keys[i].span,
                             fmt::format("nothing that is scored is called '{}'", node.keys[i].text),
                             suggest(node.keys[i].text, names));
            continue;
        }
        Fields fields(node.items[i], "an expected score", findings_);
        ExpectedScore expected;
        expected.element = *element;
        expected.span = node.keys[i].span;
        expected.no_claimed = says_none(fields, "claimed");
        expected.no_evidenced = says_none(fields, "evidenced");
        if (!expected.no_claimed) expected.claimed = fields.decimal("claimed");
        if (!expected.no_evidenced) expected.evidenced = fields.decimal("evidenced");
        expected.tolerance = fields.decimal("tolerance").value_or(Rational(0));
        if (const Node* band = fields.find("band")) {
            if (const auto word = read_word(*band, "the band", bands, findings_))
                expected.band = bands[static_cast<std::size_t>(*word)];
        }
        fields.finish();
        test.scores.push_back(std::move(expected));
    }
}

}  // namespace

std::optional<TestFile> read_test_file(std::string name, std::string text, const Framework& framework,
                                       const FileAccess& files, Diagnostics& diagnostics) {
    const Source source(std::move(name), std::move(text));
    Findings findings(source, diagnostics);
    const auto root = parse_yaml(findings);
    if (!root) return std::nullopt;
    Fields fields(*root, "the file", findings);
    if (!read_head(fields, "test", findings)) return std::nullopt;
    fields.need_text("framework");
    const Node* defaults = fields.mapping("defaults");
    TestFile file;
    TestReader reader(framework, files, findings);
    for (const Node* node : fields.list("tests")) {
        if (auto test = reader.read(*node, defaults)) file.tests.push_back(std::move(*test));
    }
    if (root->find("tests") == nullptr || file.tests.empty()) {
        findings.report("X003", root->span, "the file holds no test that can run", "add a list under 'tests'");
    }
    fields.finish();
    return findings.errors() == 0 && !reader.failed() ? std::optional(std::move(file)) : std::nullopt;
}

}  // namespace waymark
