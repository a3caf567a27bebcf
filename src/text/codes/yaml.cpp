// Y: YAML and text.
#include "text/codes.hpp"

namespace waymark {

namespace {

constexpr CodeInfo kCodes[] = {
    {"Y001", Severity::error, CodeSubject::yaml, "The file is not UTF-8",
     "Files are read as UTF-8, the encoding that every platform shares. Another encoding would turn accented "
     "letters "
     "into other ones without a word. Save the file as UTF-8; spreadsheets call it 'CSV UTF-8', editors "
     "'UTF-8'.",
     "title: Caf\xE9\n", "", "title: Café\n"},
    {"Y002", Severity::error, CodeSubject::yaml, "A control character stands in the text",
     "Characters such as NUL, escape or a lone carriage return are invisible, can steer a terminal, and "
     "usually come "
     "from a copy that went wrong or a file that is no text. Remove them.",
     "title: Clean\x07 air\n", "", "title: Clean air\n"},
    {"Y003", Severity::error, CodeSubject::file, "The file is too large",
     "Files that people write stay far below four megabytes and 400,000 values; a larger one is refused "
     "before it "
     "takes the machine's memory. Keep long tables in CSV files beside it.",
     "waymark check five-megabytes.yaml\n", "", "waymark check with-facts.yaml\n"},
    {"Y004", Severity::error, CodeSubject::yaml, "Lists and mappings are nested too deeply",
     "No waymark file needs more than a dozen levels; more than 32 is nearly always a bracket that was never "
     "closed.",
     "a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n", "", "a: [[1]]\n"},
    {"Y005", Severity::error, CodeSubject::yaml, "The file is empty",
     "There is nothing in it, or nothing but comments. A file begins with its kind.", "# nothing yet\n", "",
     "waymark: framework/1\n"},
    {"Y006", Severity::error, CodeSubject::yaml, "The file cannot be read as YAML",
     "The usual causes: text with ': ' in it that is not in quotes, a line that does not line up with its "
     "neighbours, a "
     "tab for indentation, a bracket that is not closed. Reading stops here, so there may be more to find "
     "afterwards.",
     "title: Warm homes: a mission\n", "", "title: \"Warm homes: a mission\"\n"},
    {"Y007", Severity::error, CodeSubject::yaml, "A key is written twice",
     "Only one of the two could count, and which one is a matter of luck. Remove one, or rename it.",
     "title: First\nabout: Homes\ntitle: Second\n", "", "title: Second\nabout: Homes\n"},
    {"Y008", Severity::error, CodeSubject::yaml, "Anchors, aliases and merge keys are not used",
     "A file should read the same from top to bottom for everyone. Write shared values out. If the text is "
     "meant to "
     "begin with '*' or '&', put it in quotes.",
     "title: *important*\n", "", "title: \"*important*\"\n"},
    {"Y009", Severity::error, CodeSubject::yaml, "Tags are not used",
     "What a value is follows from its key, so '!!str' and the like say nothing here. Put text that begins "
     "with '!' in "
     "quotes.",
     "version: !!str 1.0\n", "", "version: \"1.0\"\n"},
    {"Y010", Severity::error, CodeSubject::yaml, "The file holds more than one document",
     "A line '---' begins another document. Only one would be read, so the rest would be lost without a "
     "word.",
     "title: One\n---\ntitle: Two\n", "", "title: One\n"},
    {"Y011", Severity::error, CodeSubject::yaml, "A quote is not closed",
     "Everything up to the next quote would become part of the text, keys included. Close the quote on its "
     "own line, or "
     "indent the lines that belong to it.",
     "title: \"Warm homes\nabout: Homes\n", "", "title: \"Warm homes\"\nabout: Homes\n"},
    {"Y012", Severity::error, CodeSubject::yaml, "A key has no colon",
     "A word on a line of its own is a key without a value, which is hardly ever meant: either the ': ' is "
     "missing, or "
     "the '- ' of a list item.",
     "title: Warm homes\nabout\n", "", "title: Warm homes\nabout: Homes that stay warm\n"},
    {"Y013", Severity::error, CodeSubject::yaml, "A key is not a plain word",
     "Keys are names. A list, a mapping, '~' or 'null' cannot be one; text that begins with '[' or '{' needs "
     "quotes.",
     "[a, b]: 1\n", "", "\"[a, b]\": 1\n"},
};

}  // namespace

std::span<const CodeInfo> yaml_codes() {
    return kCodes;
}

}  // namespace waymark
