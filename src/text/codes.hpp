// Every code a finding may carry, with what `waymark explain CODE` says about it. A test runs each example.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "waymark/diagnostic.hpp"

namespace waymark {

// What kind of file a code's examples are: `table` is a CSV file, `yaml` any YAML. Examples of the subject `file` are
// command lines, or a line of an assessment: they are about what lies where.
enum class CodeSubject { yaml, framework, assessment, table, test, map, scorecard, file };

struct CodeInfo {
    std::string_view code;
    Severity severity;
    CodeSubject subject;
    std::string_view title;  // "A key is written twice"
    std::string_view why;    // why it matters and what to do
    std::string_view bad;    // a file that raises this code among others; subject `file`: a command
    std::string_view wrong;  // what of it is to be replaced, where it stands first; empty: all of it
    std::string_view right;  // what to write instead
};

// The example without its mistake.
std::string mended(const CodeInfo& info);

// The lines of it that differ, for people; "…" stands for those that do not.
std::string mended_lines(const CodeInfo& info);

std::span<const CodeInfo> all_codes();  // rising by code

// The families, each in a file of its own under src/text/codes/.
std::span<const CodeInfo> yaml_codes();            // Y: YAML and text
std::span<const CodeInfo> shape_codes();           // S: keys, types and words of any file
std::span<const CodeInfo> framework_codes();       // F: frameworks
std::span<const CodeInfo> condition_codes();       // C: conditions
std::span<const CodeInfo> assessment_codes();      // A: assessments
std::span<const CodeInfo> table_codes();           // T: CSV files
std::span<const CodeInfo> fact_codes();            // T1: tables and records of facts
std::span<const CodeInfo> test_codes();            // X: test files
std::span<const CodeInfo> map_codes();             // M: maps of survey exports
std::span<const CodeInfo> proof_codes();           // P: proofs about frameworks
std::span<const CodeInfo> wording_codes();         // L: how frameworks are worded
std::span<const CodeInfo> suppression_codes();     // I: findings passed over in place
std::span<const CodeInfo> file_codes();            // E: files that cannot be reached or written; scorecards
const CodeInfo* find_code(std::string_view code);  // null if unknown

}  // namespace waymark
