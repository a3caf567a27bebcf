#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "assessment/names.hpp"
#include "survey/map_reader.hpp"
#include "survey/platforms.hpp"
#include "text/hash.hpp"

namespace waymark {

namespace {

// What the map extends, without what is said of that alone.
SurveyMap start_from_platform(Fields& fields, Findings& findings) {
    const Node* node = with_value(fields.find("platform"));
    if (node == nullptr) return {};
    const auto word = read_word(*node, "the platform", platform_ids(), findings);
    if (!word) return {};
    SurveyMap map = *platform_map(node->text);
    map.platform = node->text;
    map.notes.known_by.clear();
    return map;
}

void read_notes(Fields& fields, PlatformNotes& notes, Findings& findings) {
    if (fields.find("title") != nullptr) notes.title = fields.text("title");
    if (fields.find("about") != nullptr) notes.about = fields.text("about");
    if (const Node* values = with_value(fields.find("usual_values"))) {
        using Values = PlatformNotes::Values;
        constexpr std::array kinds{Values::codes, Values::labels, Values::ids, Values::numbers};
        const auto word = read_word(*values, "'usual_values'", {"codes", "labels", "ids", "numbers"}, findings);
        if (word) notes.values = kinds[static_cast<std::size_t>(*word)];
    }
    if (const Node* known = with_value(fields.find("known_by"))) {
        notes.known_by = read_pointers(*known, PointerRoot::record, findings);
    }
}

void read_framework(Fields& fields, SurveyMap& map) {
    if (const Node* node = with_value(fields.find("framework"))) {
        map.framework = fields.text("framework");
        map.framework_span = node->span;
    }
    if (const Node* node = with_value(fields.find("profile"))) {
        map.profile = fields.text("profile");
        map.profile_span = node->span;
    }
}

// Where records are, which of them count, and how many there should be.
void read_records(Fields& fields, SurveyMap& map, Findings& findings) {
    const bool inherited = !map.platform.empty();
    const Node* records = inherited ? fields.find("records") : fields.need("records");
    if (with_value(records) != nullptr) {
        if (auto at = read_pointer(*records, PointerRoot::record, findings)) map.records = std::move(*at);
    }
    if (const Node* expect = fields.find("expect")) {
        map.expect.reset();
        if (with_value(expect) != nullptr) map.expect = read_pointer(*expect, PointerRoot::document, findings);
    }
    if (const Node* more = fields.find("more")) {
        map.more.clear();
        if (with_value(more) != nullptr) map.more = read_pointers(*more, PointerRoot::document, findings);
    }
    if (const Node* where = fields.find("where")) {
        if (with_value(where) == nullptr) {
            map.where.clear();
        } else {
            read_tests(*where, PointerRoot::record, map.where, findings);
        }
    }
    if (const Node* record = fields.mapping("record")) read_record_facts(*record, map.record, findings);
}

void read_choices(Fields& fields, SurveyMap& map, Findings& findings) {
    if (const Node* node = with_value(fields.find("duplicates"))) {
        constexpr std::array kinds{Duplicates::latest, Duplicates::first, Duplicates::error, Duplicates::none};
        const auto word = read_word(*node, "'duplicates'", {"latest", "first", "error", "none"}, findings);
        if (word) map.duplicates = kinds[static_cast<std::size_t>(*word)];
        if (map.record.id.empty() && map.duplicates != Duplicates::none) {
            findings.report("M012", node->span, "'duplicates' does nothing without an 'id' of the record",
                            "say under 'record' where the id stands, or write 'duplicates: none'");
        }
    }
    if (const Node* node = with_value(fields.find("incomplete"))) {
        constexpr std::array kinds{Incomplete::keep, Incomplete::drop, Incomplete::error};
        const auto word = read_word(*node, "'incomplete'", {"keep", "drop", "error"}, findings);
        if (word) map.incomplete = kinds[static_cast<std::size_t>(*word)];
        if (map.record.complete.empty() && map.incomplete != Incomplete::keep) {
            findings.report("M012", node->span, "'incomplete' does nothing, as every record counts as complete",
                            "say under 'record' what a complete record has: complete: {/status: completed}");
        }
    }
}

void read_answers(Fields& fields, SurveyMap& map, Findings& findings) {
    const bool inherited = !map.platform.empty();
    const Node* answers = inherited ? fields.find("answers") : fields.need("answers");
    if (with_value(answers) != nullptr && fields.mapping("answers") != nullptr) {
        read_answer_shape(*answers, map.answers, findings);
    }
    if (const Node* values = fields.mapping("values")) map.values = read_value_tables(*values, findings);
    if (const Node* roles = fields.mapping("roles")) map.roles = read_value_entries(*roles, findings);
    if (const Node* questions = fields.mapping("questions")) map.questions = read_questions(*questions, findings);
    if (const Node* names = fields.mapping("organisations")) map.organisations = read_organisations(*names, findings);
}

SurveyMap read_body(Fields& fields, Findings& findings) {
    SurveyMap map = start_from_platform(fields, findings);
    read_notes(fields, map.notes, findings);
    read_framework(fields, map);
    read_records(fields, map, findings);
    read_choices(fields, map, findings);
    read_answers(fields, map, findings);
    fields.finish();
    return map;
}

// Labels are the texts that YAML takes for something else most often.
void say_quote_the_label(Diagnostics& list, std::size_t before) {
    static constexpr std::array<std::string_view, 3> codes{"Y006", "Y012", "Y013"};
    for (std::size_t i = before; i < list.size(); ++i) {
        if (std::ranges::find(codes, list[i].code) == codes.end()) continue;
        if (!list[i].help.empty()) list[i].help += "; ";
        list[i].help += "if this is a label, quote the label: \"Who? Who?\": dont-know";
    }
}

}  // namespace

MapRead read_as_far_as_possible(std::string name, std::string text, Diagnostics& diagnostics) {
    const Source source(std::move(name), std::move(text));
    Findings findings(source, diagnostics);
    const std::size_t before = diagnostics.size();
    const auto root = parse_yaml(findings);
    if (!root) {
        say_quote_the_label(diagnostics, before);
        return {};
    }
    Fields fields(*root, "a map", findings);
    if (!fields.is_mapping() || !read_head(fields, "map", findings)) return {};
    SurveyMap map = read_body(fields, findings);
    map.file = source.name;
    map.text = source.text;
    map.sha256 = sha256_hex(source.text);
    check_whole(map, findings);
    return {std::move(map), findings.errors() == 0};
}

std::optional<SurveyMap> read_map(std::string name, std::string text, Diagnostics& diagnostics) {
    MapRead read = read_as_far_as_possible(std::move(name), std::move(text), diagnostics);
    return read.sound ? std::move(read.map) : std::nullopt;
}

}  // namespace waymark
