#include "verify/test_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "verify/test_reader.hpp"

namespace waymark {

namespace {

class TestReader {
  public:
    TestReader(std::optional<Node> defaults, std::optional<Node> setups, const TestContext& context)
        : defaults_(std::move(defaults)), setups_(std::move(setups)), context_(context) {}

    void read(const Node& node, TestFile& file);
    void finish();
    bool failed() const { return failed_; }  // findings that Findings::errors() does not count

  private:
    Node with_setups(const Node& node);
    std::optional<FrameworkTest> read_one(const Node& merged, const Span& span);
    void sort_findings(Diagnostics found, FrameworkTest& test);
    void check_name(const FrameworkTest& test);

    std::optional<Node> defaults_;
    std::optional<Node> setups_;
    TestContext context_;
    std::set<std::string> used_setups_;
    std::map<std::string, int> lines_of_names_;
    bool failed_ = false;
};

// Defaults and set-ups hold keys of an assessment; what only a test has would be lost in them. Returns what is left
// without the keys that are reported.
Node read_layer(const Node& layer, const char* what, Findings& findings) {
    static const std::vector<std::string> known{"organisation", "profile", "date",    "currency",
                                                "note",         "role",    "answers", "respondents",
                                                "agreed",       "facts",   "targets", "previous"};
    Node kept = empty_mapping(layer.span);
    Fields fields(layer, what, findings);
    for (const std::string& key : known) {
        const Node* value = fields.find(key);
        if (value == nullptr) continue;
        kept.keys.push_back(*layer.find_key(key));
        kept.items.push_back(*value);
    }
    fields.finish();
    return kept;
}

// The set-ups by name, with the places of their names.
Node read_setups(const Node& setups, Findings& findings) {
    Node kept = empty_mapping(setups.span);
    kept.keys = setups.keys;
    for (const Node& setup : setups.items) kept.items.push_back(read_layer(setup, "a set-up", findings));
    return kept;
}

// The defaults, the set-ups that the test uses in their order, and the test itself on top.
Node TestReader::with_setups(const Node& node) {
    Node merged = empty_mapping(node.span);
    if (defaults_) lay_over(merged, *defaults_);
    Fields fields(node, "a test", *context_.findings);
    std::vector<std::string> known;
    if (setups_) {
        for (const Node& key : setups_->keys) known.push_back(key.text);
    }
    const Node* uses = fields.find("uses");
    const bool is_list = uses != nullptr && uses->kind == Node::Kind::sequence;
    const auto lay = [&](const Node& name) {
        const Node* setup = setups_ ? setups_->find(name.text) : nullptr;
        if (setup == nullptr || name.kind != Node::Kind::scalar) {
            context_.findings->report("X005", name.span, fmt::format("no set-up is called '{}'", name.text),
                                      suggest(name.text, known));
            return;
        }
        used_setups_.insert(name.text);
        lay_over(merged, *setup);
    };
    if (is_list) {
        for (const Node& name : uses->items) lay(name);
    } else if (uses != nullptr) {
        lay(*uses);
    }
    lay_over(merged, node);
    return merged;
}

void TestReader::read(const Node& node, TestFile& file) {
    if (node.kind != Node::Kind::mapping) {
        const Fields wrong(node, "a test", *context_.findings);
        return;
    }
    for (const Node& run : with_parameters(with_setups(node), *context_.findings)) {
        auto test = read_one(run, node.span);
        if (!test) continue;
        check_name(*test);
        file.tests.push_back(std::move(*test));
    }
}

// What a test expects to be found is no finding about the test file.
void TestReader::sort_findings(Diagnostics found, FrameworkTest& test) {
    const auto expected = [&](const Diagnostic& one) {
        return test.diagnostics &&
               std::find(test.diagnostics->begin(), test.diagnostics->end(), one.code) != test.diagnostics->end();
    };
    for (Diagnostic& one : found) {
        if (!expected(one)) {
            if (one.severity == Severity::error) failed_ = true;
            // Notes advise on real assessments; in a test an empty table, say, is there on purpose.
            if (one.severity != Severity::note) context_.findings->list().push_back(one);
        }
        test.found.push_back(std::move(one));
    }
}

std::optional<FrameworkTest> TestReader::read_one(const Node& merged, const Span& span) {
    Fields fields(merged, "a test", *context_.findings);
    FrameworkTest test;
    test.span = span;
    test.name = fields.need_text("name");
    fields.find("uses");
    Diagnostics found;
    auto now = read_test_body(merged, fields, test.name, context_, found);
    bool readable = now.has_value();
    if (const Node* before = fields.mapping("previous")) {
        Fields previous(*before, "the previous assessment", *context_.findings);
        test.previous = read_test_body(*before, previous, test.name, context_, found);
        readable = readable && test.previous.has_value();
        previous.finish();
    }
    if (const Node* expect = fields.need("expect")) read_expectations(*expect, context_, test);
    fields.finish();
    sort_findings(std::move(found), test);
    test.readable = readable;
    if (now) test.assessment = std::move(*now);
    return readable || test.diagnostics ? std::optional(std::move(test)) : std::nullopt;
}

void TestReader::check_name(const FrameworkTest& test) {
    const auto [first, is_new] = lines_of_names_.emplace(test.name, test.span.line);
    if (is_new || test.name.empty()) return;
    context_.findings->report(
        "X007", test.span, fmt::format("two tests are called '{}'", test.name),
        fmt::format("the first is in line {}; say what is different about this one", first->second));
}

void TestReader::finish() {
    if (!setups_) return;
    for (const Node& key : setups_->keys) {
        if (used_setups_.count(key.text) > 0) continue;
        context_.findings->report("X006", key.span, fmt::format("no test uses the set-up '{}'", key.text),
                                  fmt::format("write 'uses: {}' in a test, or remove it", key.text));
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
    file.name = source.name;
    const Node* setups = fields.mapping("setups");
    const auto layer =
        defaults != nullptr ? std::optional(read_layer(*defaults, "the defaults", findings)) : std::nullopt;
    const auto shared = setups != nullptr ? std::optional(read_setups(*setups, findings)) : std::nullopt;
    TestReader reader(layer, shared, {&framework, &files, &findings});
    for (const Node* node : fields.list("tests")) reader.read(*node, file);
    reader.finish();
    const Node* tests = root->find("tests");
    if (tests == nullptr || tests->items.empty()) {
        findings.report("X003", root->span, "the file holds no test", "add a list under 'tests'");
    }
    fields.finish();
    return findings.errors() == 0 && !reader.failed() ? std::optional(std::move(file)) : std::nullopt;
}

}  // namespace waymark
