// S: keys, types and words of any file.
#include "text/codes.hpp"

// A macro, because only literals can be joined before the program runs.
#define REST                                                                 \
    "scales:\n  quality: [{id: low, title: Low}, {id: high, title: High}]\n" \
    "dimensions:\n  - id: work\n    title: Work\n    practices:\n"           \
    "      - {id: plan, title: A plan, ask: 'Is there a plan?', levels: {low: None, high: One}}\n"

namespace waymark {

namespace {

constexpr CodeInfo kCodes[] = {
    {"S001", Severity::error, CodeSubject::framework, "A key is not known",
     "A key that nothing reads is nearly always a slip of the pen, and what it says would be lost without a "
     "word.",
     "waymark: framework/1\nid: demo\nversion: 1.0.0\ntitel: Demo\n" REST, "titel", "title"},
    {"S002", Severity::error, CodeSubject::framework, "A key is missing",
     "This part cannot be understood without it. Add the key with a value.",
     "waymark: framework/1\nid: demo\nversion: 1.0.0\n" REST, "version: 1.0.0", "version: 1.0.0\ntitle: Demo"},
    {"S003", Severity::error, CodeSubject::framework, "A value has the wrong shape",
     "A value is a single text or number, a list ('- a' lines or '[a, b]'), or a mapping ('key: value' lines "
     "or "
     "'{key: value}'). The documentation of the key says which.",
     "waymark: framework/1\nid: demo\nversion: 1.0.0\ntitle: [Demo]\n" REST, "[Demo]", "Demo"},
    {"S004", Severity::error, CodeSubject::framework, "A value is not a number",
     "Numbers are plain decimals such as 2 or -0.75, or fractions such as 2/3. Exponents, a leading '+', "
     "leading zeros, "
     "separators of thousands and signs of currency are refused because readers differ on what they mean.",
     "waymark: framework/1\nid: demo\nversion: 1.0.0\ntitle: Demo\nscoring: {withhold_below: most}\n" REST, "most",
     "2/3"},
    {"S005", Severity::error, CodeSubject::framework, "A number is out of range",
     "The value is a number, but one that this key cannot have.",
     "waymark: framework/1\nid: demo\nversion: 1.0.0\ntitle: Demo\nscoring: {next_steps: -1}\n" REST, "-1", "5"},
    {"S006", Severity::error, CodeSubject::assessment, "A value is not a date",
     "Dates are year, month and day in digits, because 03/04/2026 is two different days on two sides of a "
     "sea. The day "
     "must exist.",
     "waymark: assessment/1\nframework: mission-maturity@1.0.0\norganisation: Demo\ndate: 20 November "
     "2026\nrespondents: []\n",
     "20 November 2026", "2026-11-20"},
    {"S007", Severity::error, CodeSubject::framework, "A value is not a length of time",
     "A length of time is a whole number of days, months or years: '90 days', '18 months', '1 year'.",
     "waymark: framework/1\nid: demo\nversion: 1.0.0\ntitle: Demo\nevidence: {strengths: [{id: none, title: None, "
     "supports: low}, {id: record, title: Record, supports: high}], ages: {after: a while}}\n" REST,
     "a while", "12 months"},
    {"S008", Severity::error, CodeSubject::framework, "A word is not one of those that may stand here",
     "Only certain words have a meaning at this place; the help lists them or names the nearest.",
     "waymark: framework/1\nid: demo\nversion: 1.0.0\ntitle: Demo\nscoring: {rollup: average}\n" REST, "average",
     "mean"},
    {"S009", Severity::error, CodeSubject::framework, "An id is not well formed",
     "Ids stand in other files, in links and in commands, so they are kept simple: lower-case letters, "
     "digits, '-' and "
     "'_', beginning with a letter, at most 80 of them. Titles are for people.",
     "waymark: framework/1\nid: Our Framework\nversion: 1.0.0\ntitle: Demo\n" REST, "Our Framework", "our-framework"},
    {"S010", Severity::error, CodeSubject::framework, "A key has no value",
     "The key is there but says nothing, and what it should say is needed.",
     "waymark: framework/1\nid: demo\nversion: 1.0.0\ntitle: \"\"\n" REST, R"("")", "Demo"},
    {"S011", Severity::error, CodeSubject::assessment, "A value is neither yes nor no",
     "Write yes or no (true and false mean the same). Other words, and other cases, differ between readers "
     "of YAML.",
     "waymark: assessment/1\nframework: mission-maturity@1.0.0\norganisation: Demo\ndate: 2026-11-20\n"
     "publish: {name: maybe}\nrespondents: []\n",
     "maybe", "yes"},
    {"S012", Severity::error, CodeSubject::framework, "The file is not a waymark file",
     "Every file says in its first line what it is: framework, assessment or test.",
     "id: demo\nversion: 1.0.0\ntitle: Demo\n" REST, "id: demo", "waymark: framework/1\nid: demo"},
    {"S013", Severity::error, CodeSubject::framework, "The file is of another kind",
     "The file is a good waymark file, but not one of the kind that is read here. Check whether two names were "
     "swapped.",
     "waymark: assessment/1\nid: demo\nversion: 1.0.0\ntitle: Demo\n" REST, "assessment/1", "framework/1"},
    {"S014", Severity::error, CodeSubject::framework, "The file's version is not supported",
     "The number after the kind is the version of the file format. A newer waymark may read it.",
     "waymark: framework/2\nid: demo\nversion: 1.0.0\ntitle: Demo\n" REST, "framework/2", "framework/1"},
};

}  // namespace

std::span<const CodeInfo> shape_codes() {
    return kCodes;
}

}  // namespace waymark
