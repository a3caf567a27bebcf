// The parts of the reader of test files: parameters, the assessment inside a test, what is expected of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/fields.hpp"
#include "verify/test_file.hpp"

namespace waymark {

struct TestContext {
    const Framework* framework;
    const FileAccess* files;
    Findings* findings;
};

// test_parameters.cpp
// One test for each item under `parameters`, its values in the place of `<name>`; the test itself without any.
std::vector<Node> with_parameters(Node test, Findings& findings);

// test_body.cpp
Node empty_mapping(Span span);
// Facts are laid over what is below table by table, every other key as a whole. Answers of one person and a list of
// people are two spellings of the same thing, so each replaces the other.
void lay_over(Node& body, const Node& layer);
// The assessment that a test's keys amount to. What its reader finds goes to `found`.
std::optional<Assessment> read_test_body(const Node& merged, Fields& fields, const std::string& name,
                                         const TestContext& context, Diagnostics& found);

// test_expectations.cpp
void read_expectations(const Node& node, const TestContext& context, FrameworkTest& test);

}  // namespace waymark
