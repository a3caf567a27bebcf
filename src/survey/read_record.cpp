// What a map says of a record as a whole, and of the shape its answers have.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "assessment/names.hpp"
#include "survey/map_reader.hpp"

namespace waymark {

namespace {

void lay_over(Fields& fields, std::string_view key, Selectors& selectors, Findings& findings) {
    const Node* node = fields.find(key);
    if (node == nullptr) return;
    selectors.clear();
    if (with_value(node) != nullptr) selectors = read_selectors(*node, findings);
}

void lay_over(Fields& fields, std::string_view key, std::optional<Pointer>& pointer, PointerRoot root,
              Findings& findings) {
    const Node* node = fields.find(key);
    if (node == nullptr) return;
    pointer.reset();
    if (with_value(node) != nullptr) pointer = read_pointer(*node, root, findings);
}

void lay_over(Fields& fields, std::string_view key, PointerRoot root, std::vector<RecordTest>& tests,
              Findings& findings) {
    const Node* node = fields.find(key);
    if (node == nullptr) return;
    if (with_value(node) == nullptr) {
        tests.clear();
    } else {
        read_tests(*node, root, tests, findings);
    }
}

// The keys that only one of the two shapes has.
void refuse_keys_of_the_other(const Node& node, const AnswerShape& shape, Findings& findings) {
    static constexpr std::array<std::string_view, 3> of_entries{"only", "key", "row"};
    static constexpr std::array<std::string_view, 1> of_members{"keys"};
    for (const Node& key : node.keys) {
        const bool entry_key = std::ranges::find(of_entries, key.text) != of_entries.end();
        const bool member_key = std::ranges::find(of_members, key.text) != of_members.end();
        if (shape.in && entry_key) {
            findings.report("M005", key.span,
                            fmt::format("'{}' belongs to answers that are entries of a list", key.text),
                            "with 'in' the answers are members of an object and their names are the keys; write 'each' "
                            "if they are entries");
        } else if (shape.each && member_key) {
            findings.report("M005", key.span, "'keys' belongs to answers that are members of an object",
                            "with 'each' an entry's key is always compared as a whole");
        }
    }
}

void check_shape(const Node& node, const AnswerShape& shape, Findings& findings) {
    if (shape.in.has_value() == shape.each.has_value()) {
        findings.report("M004", node.span,
                        shape.in ? "answers are said to be members of an object and entries of a list"
                                 : "it is not said where the answers are",
                        "write 'in: POINTER' if they are the members of an object, or 'each: POINTER/*' and 'key: "
                        "POINTER' if they are the entries of a list");
    } else if (shape.each && !shape.key) {
        findings.report("M004", node.span, "it is not said where an entry's question stands",
                        "add 'key: POINTER', read from the entry: key: /field/ref");
    }
    refuse_keys_of_the_other(node, shape, findings);
}

}  // namespace

void read_record_facts(const Node& node, RecordFacts& facts, Findings& findings) {
    Fields fields(node, "record", findings);
    lay_over(fields, "id", facts.id, findings);
    lay_over(fields, "organisation", facts.organisation, findings);
    lay_over(fields, "role", facts.role, findings);
    lay_over(fields, "respondent", facts.respondent, findings);
    lay_over(fields, "submitted", facts.submitted, findings);
    lay_over(fields, "language", facts.language, findings);
    lay_over(fields, "complete", PointerRoot::record, facts.complete, findings);
    fields.finish();
}

void read_answer_shape(const Node& node, AnswerShape& shape, Findings& findings) {
    Fields fields(node, "answers", findings);
    const bool members = with_value(fields.find("in")) != nullptr;
    const bool entries = with_value(fields.find("each")) != nullptr;
    // The platform's shape is kept, or left behind as a whole.
    if ((members && shape.each) || (entries && shape.in)) shape = AnswerShape{};
    shape.span = node.span;
    lay_over(fields, "in", shape.in, PointerRoot::record, findings);
    lay_over(fields, "each", shape.each, PointerRoot::record, findings);
    lay_over(fields, "only", PointerRoot::entry, shape.only, findings);
    lay_over(fields, "key", shape.key, PointerRoot::entry, findings);
    lay_over(fields, "row", shape.row, PointerRoot::entry, findings);
    lay_over(fields, "shown", shape.shown, PointerRoot::record, findings);
    if (const Node* value = fields.find("value")) {
        shape.value.clear();
        const auto root = shape.each ? PointerRoot::entry : PointerRoot::record;
        if (with_value(value) != nullptr) shape.value = read_pointers(*value, root, findings);
    }
    if (const Node* keys = with_value(fields.find("keys"))) {
        shape.suffix_keys = read_word(*keys, "'keys'", {"exact", "suffix"}, findings).value_or(0) == 1;
    }
    if (fields.find("chosen") != nullptr) shape.chosen = fields.texts("chosen");
    if (const Node* pattern = fields.find("key_from")) {
        shape.key_from = fields.text("key_from");
        shape.key_from_span = pattern->span;
    }
    fields.finish();
    if (fields.is_mapping()) check_shape(node, shape, findings);
}

}  // namespace waymark
