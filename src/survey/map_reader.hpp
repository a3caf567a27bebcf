// Reading a map part by part; read_map() puts the parts together. Each part is laid over what is there already, which
// is empty or what the map's platform says. A key without a value takes back what the platform says.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "survey/map.hpp"
#include "text/fields.hpp"

namespace waymark {

// What a pointer is read from. Only entries, which are small, can be left upwards.
enum class PointerRoot { document, record, entry };

std::optional<Pointer> read_pointer(const Node& node, PointerRoot root, Findings& findings);
std::vector<Pointer> read_pointers(const Node& node, PointerRoot root, Findings& findings);  // one, or a list
Selectors read_selectors(const Node& node, Findings& findings);                              // one, or a list
void read_tests(const Node& node, PointerRoot root, std::vector<RecordTest>& tests, Findings& findings);

void read_record_facts(const Node& node, RecordFacts& facts, Findings& findings);
void read_answer_shape(const Node& node, AnswerShape& shape, Findings& findings);
std::vector<ValueTable> read_value_tables(const Node& node, Findings& findings);
std::vector<ValueEntry> read_value_entries(const Node& node, Findings& findings);
std::vector<OrganisationNames> read_organisations(const Node& node, Findings& findings);
std::vector<QuestionMap> read_questions(const Node& node, Findings& findings);

// What only the whole map shows: keys used twice, tables nobody uses, patterns that make no keys.
void check_whole(const SurveyMap& map, Findings& findings);

struct MapRead {
    std::optional<SurveyMap> map;  // as far as it could be read; nullopt: not at all
    bool sound = false;            // without any error
};
MapRead read_as_far_as_possible(std::string name, std::string text, Diagnostics& diagnostics);

// The node, or null if it is absent or has no value.
inline const Node* with_value(const Node* node) {
    return node == nullptr || node->kind == Node::Kind::null ? nullptr : node;
}

}  // namespace waymark
