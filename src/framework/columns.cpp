// Columns of fact tables and their types.
#include <fmt/format.h>

#include <algorithm>

#include "framework/draft.hpp"

namespace waymark {

namespace {

using Kind = ColumnType::Kind;

struct TypeWord {
    std::string_view word;
    Kind kind;
};
constexpr TypeWord kTypeWords[] = {{"text", Kind::text},         {"number", Kind::number}, {"integer", Kind::integer},
                                   {"money", Kind::money},       {"share", Kind::share},   {"date", Kind::date},
                                   {"duration", Kind::duration}, {"yes-no", Kind::yes_no}};

constexpr std::string_view kShapes =
    "a column is a type (text, number, integer, money, share, date, duration, yes-no), a list of choices, or "
    "a mapping "
    "with 'type', 'one_of', 'some_of', 'level' or 'one_of_table'";

std::vector<std::string> type_words() {
    std::vector<std::string> words;
    for (const TypeWord& entry : kTypeWords) words.emplace_back(entry.word);
    return words;
}

std::optional<Kind> kind_of(std::string_view word) {
    for (const TypeWord& entry : kTypeWords) {
        if (entry.word == word) return entry.kind;
    }
    return std::nullopt;
}

// Removes a '?' at the end, which lets cells be blank.
std::string without_mark(std::string word, ColumnType& type) {
    if (word.empty() || word.back() != '?') return word;
    word.pop_back();
    type.may_be_blank = true;
    return word;
}

void set_kind(Kind kind, ColumnType& type) {
    type.kind = kind;
    if (kind == Kind::yes_no) type.choices = {{"no", "no", 0}, {"yes", "yes", 1}};
}

void read_type_word(Draft& draft, const Node& node, ColumnType& type) {
    const auto text = read_text(node, "the type of a column", *draft.findings);
    if (!text) return;
    const std::string word = without_mark(*text, type);
    if (const auto kind = kind_of(word)) {
        set_kind(*kind, type);
        return;
    }
    const auto near = nearest(word, type_words());
    draft.report("F060", node.span, fmt::format("'{}' is no type of column", *text),
                 near ? fmt::format("did you mean '{}'?", *near) : std::string(kShapes));
}

// {id: phrase}, or {id: phrase, was: earlier-id}. `place` is "table.column".
std::optional<Choice> read_phrased_choice(Draft& draft, const Node& node, const std::string& place) {
    const Node* was = node.keys.size() == 2 ? node.find("was") : nullptr;
    const std::size_t at = was && node.keys[0].text == "was" ? 1 : 0;
    const auto id = read_id(node.keys[at], "a choice", *draft.findings);
    const auto phrase = read_text(node.items[at], "the phrase of a choice", *draft.findings);
    if (!id || !phrase) return std::nullopt;
    note_was(draft, was, NameKind::choice, place, *id);
    return Choice{*id, phrase->empty() ? in_words(*id) : *phrase, 0};
}

// An id, or an id with a phrase.
std::optional<Choice> read_choice(Draft& draft, const Node& node, const std::string& place) {
    if (node.kind == Node::Kind::mapping && (node.keys.size() == 1 || (node.keys.size() == 2 && node.find("was")))) {
        return read_phrased_choice(draft, node, place);
    }
    if (node.kind != Node::Kind::scalar) {
        draft.report("F060", node.span, "a choice is neither an id nor an id with a phrase",
                     "write 'existing', or {existing: existed before the mission}");
        return std::nullopt;
    }
    const auto id = read_id(node, "a choice", *draft.findings);
    if (!id) return std::nullopt;
    return Choice{*id, in_words(*id), 0};
}

void read_choices(Draft& draft, const Node& node, Kind kind, const std::string& place, ColumnType& type) {
    type.kind = kind;
    if (node.kind != Node::Kind::sequence || node.items.empty()) {
        draft.report("F060", node.span, "the choices of a column are no list", "write them as [existing, new]");
        return;
    }
    Names names("choice");
    for (const Node& item : node.items) {
        auto choice = read_choice(draft, item, place);
        if (!choice) continue;
        choice->value = static_cast<int>(type.choices.size());
        const Span span = item.kind == Node::Kind::mapping ? item.keys[0].span : item.span;
        if (!declare(names, choice->id, static_cast<int>(type.choices.size()), span, *draft.findings)) continue;
        type.choices.push_back(std::move(*choice));
    }
    if (type.choices.size() > kMostChoices) {
        draft.report("F003", node.span, fmt::format("a column has {} choices", type.choices.size()),
                     fmt::format("offer at most {}; a longer list is a table of its own, referred to by 'one_of_table'",
                                 kMostChoices));
        type.choices.resize(kMostChoices);
    }
}

void read_level_type(Draft& draft, const Node& node, ColumnType& type) {
    type.kind = Kind::level;
    const auto text = read_text(node, "the scale of a column", *draft.findings);
    if (!text) return;
    type.scale = without_mark(*text, type);
    const auto scale = refer(draft.scales, type.scale, node.span, *draft.findings);
    if (!scale) return;
    for (const Level& level : draft.framework.scales[static_cast<std::size_t>(*scale)].levels) {
        type.choices.push_back({level.id, level.title, level.value});
    }
}

void read_table_type(Draft& draft, const Node& node, ColumnType& type) {
    type.kind = Kind::row_of;
    const auto text = read_text(node, "the table of a column", *draft.findings);
    if (!text) return;
    type.table = without_mark(*text, type);
    refer(draft.tables, type.table, node.span, *draft.findings);
}

// {text: private}
bool is_shorthand(const Node& node) {
    return node.keys.size() == 1 && node.items[0].kind == Node::Kind::scalar && node.items[0].text == "private";
}

void read_shorthand(Draft& draft, const Node& node, ColumnType& type) {
    read_type_word(draft, node.keys[0], type);
    type.is_private = true;
}

// Exactly one of the keys that say what a column holds.
void read_shape(Draft& draft, Fields& fields, const std::string& table, const std::string& column, ColumnType& type) {
    const std::vector<std::string> keys{"type", "one_of", "some_of", "level", "one_of_table"};
    std::vector<std::string> given;
    for (const std::string& key : keys) {
        if (fields.find(key)) given.push_back(key);
    }
    if (given.size() != 1) {
        draft.report("F060", given.empty() ? fields.node().span : span_of_key(fields, given[1]),
                     given.empty() ? fmt::format("the column '{}' does not say what it holds", column)
                                   : fmt::format("the column '{}' has both '{}' and '{}'", column, given[0], given[1]),
                     std::string(kShapes));
        return;
    }
    const Node& node = *fields.find(given[0]);
    if (given[0] == "type") read_type_word(draft, node, type);
    if (given[0] == "one_of") read_choices(draft, node, Kind::one_of, table + "." + column, type);
    if (given[0] == "some_of") read_choices(draft, node, Kind::some_of, table + "." + column, type);
    if (given[0] == "level") read_level_type(draft, node, type);
    if (given[0] == "one_of_table") read_table_type(draft, node, type);
}

void read_phrases(Draft& draft, Fields& fields, ColumnType& type) {
    for (const char* key : {"yes", "no"}) {
        if (!fields.find(key)) continue;
        const std::string phrase = fields.text(key);
        if (type.kind == Kind::yes_no) {
            type.choices[std::string_view(key) == "no" ? 0 : 1].phrase = phrase;
        } else {
            draft.report("F043", span_of_key(fields, key), fmt::format("'{}' has no meaning on this column", key),
                         "it is the phrase of a yes-no column; give choices their phrase as {id: phrase}");
        }
    }
}

void read_mapping(Draft& draft, const Node& node, const std::string& table, Column& column) {
    Fields fields(node, "a column", *draft.findings);
    read_shape(draft, fields, table, column.id, column.type);
    note_was(draft, fields.find("was"), NameKind::column, table, column.id);
    const std::string title = fields.text("title");
    if (!title.empty()) column.title = title;
    column.about = fields.text("about");
    column.says = fields.text("says");
    column.blank = fields.text("blank");
    const Node* says = fields.find("says");
    if (says != nullptr && says->kind == Node::Kind::scalar && column.says.find("{}") == std::string::npos) {
        draft.report("F060", span_of(fields, "says"), "'says' has no place for the value",
                     "put {} where the value belongs: \"involve {} organisations\"");
    }
    column.type.is_private = fields.yes_no("private", false);
    column.type.may_be_blank = fields.yes_no("optional", column.type.may_be_blank);
    read_phrases(draft, fields, column.type);
    fields.finish();
}

}  // namespace

Column read_column(Draft& draft, const std::string& table, const std::string& id, const Node& node) {
    Column column;
    column.id = id;
    column.title = in_words(id);
    switch (node.kind) {
        case Node::Kind::scalar:
            read_type_word(draft, node, column.type);
            break;
        case Node::Kind::sequence:
            read_choices(draft, node, Kind::one_of, table + "." + id, column.type);
            break;
        case Node::Kind::mapping:
            if (is_shorthand(node)) {
                read_shorthand(draft, node, column.type);
            } else {
                read_mapping(draft, node, table, column);
            }
            break;
        case Node::Kind::null:
            draft.report("F060", node.span, fmt::format("the column '{}' does not say what it holds", id),
                         std::string(kShapes));
            break;
    }
    return column;
}

}  // namespace waymark
