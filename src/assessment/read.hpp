// Assessments and their fact tables from YAML and CSV, checked against a framework.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "text/yaml.hpp"
#include "waymark/assessment.hpp"

namespace waymark {

// How files named by files are reached; given by whoever knows the file system. `relative` is as written in
// `from`. On failure returns nullopt and sets `problem` to a sentence ("it does not exist", "it leaves the
// folder …").
struct FileAccess {
    std::function<std::optional<std::string>(const std::string& from, const std::string& relative,
                                             std::string& problem)>
        read;
};

// What `framework:` in the head says: an id with version ("mission-maturity@1.0.0"), or a path ending in
// .yaml.
struct FrameworkReference {
    std::string path;
    std::string id;
    std::string version;
    Span span;
};
std::optional<FrameworkReference> framework_reference(const Node& root);

std::optional<Assessment> read_assessment(std::string name, std::string text, const Framework& framework,
                                          const FileAccess& files, Diagnostics& diagnostics);

// The same from a tree that is part of another file (a test case): keys organisation, profile, date,
// currency, respondents, agreed, facts, targets … without the head.
std::optional<Assessment> read_assessment_body(const Node& body, const Framework& framework, const FileAccess& files,
                                               Findings& findings);

}  // namespace waymark
