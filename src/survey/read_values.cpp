// What the values in an export mean, and which names are one organisation's.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "assessment/names.hpp"
#include "survey/map_reader.hpp"
#include "survey/written_value.hpp"

namespace waymark {

namespace {

constexpr std::string_view kToFillIn = "…";  // how `map new` marks what only the author knows

ValueTable read_table(const Node& key, const Node& node, Findings& findings) {
    ValueTable table;
    table.id = key.text;
    table.span = key.span;
    read_id(key, "the name of a value table", findings);
    Fields fields(node, "a value table", findings);
    if (const Node* entries = fields.mapping("map")) table.entries = read_value_entries(*entries, findings);
    if (const Node* pass = with_value(fields.find("pass"))) {
        const auto word = read_word(*pass, "'pass'", {"number", "number-in-label"}, findings);
        if (word) table.pass = *word == 0 ? Pass::number : Pass::number_in_label;
    }
    table.offset = fields.decimal("offset").value_or(Rational(0));
    fields.finish();
    if (!fields.is_mapping()) return table;
    if (table.entries.empty() && table.pass == Pass::nothing) {
        findings.report("M011", key.span, fmt::format("the value table {} says nothing", in_quotes(table.id)),
                        "give it a 'map' of values to what they mean, or 'pass: number'");
    }
    if (table.pass == Pass::nothing && node.find("offset") != nullptr) {
        findings.report("M012", node.find("offset")->span, "'offset' does nothing without 'pass'",
                        "it is added to numbers that pass as levels: add 'pass: number'");
    }
    return table;
}

}  // namespace

std::vector<ValueEntry> read_value_entries(const Node& node, Findings& findings) {
    std::vector<ValueEntry> entries;
    std::string room;
    std::map<std::string, const Node*> seen;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const Node& key = node.keys[i];
        const Node& means = node.items[i];
        if (means.kind == Node::Kind::null) {
            findings.report("M017", key.span, fmt::format("it is not said what {} means", in_quotes(key.text)),
                            "write what it means after the ':'; a label with ',', '#', '?', ': ' or a bracket stands "
                            "in quotes");
            continue;
        }
        const auto text = read_text(means, "what a value means", findings);
        if (!text) continue;
        if (key.text.starts_with(kToFillIn)) {
            findings.report("M011", key.span, fmt::format("{} is still to be filled in", in_quotes(key.text)),
                            "write the value as the export has it, or take the line out");
            continue;
        }
        const auto [first, is_new] = seen.emplace(std::string(normalised_text(key.text, room)), &node.items[i]);
        if (!is_new && first->second->text != *text) {
            findings.report("M008", key.span,
                            fmt::format("{} reads like a value in line {} that means {}", in_quotes(key.text),
                                        first->second->span.line, in_quotes(first->second->text)),
                            "both count only where the export has exactly this text; give both one meaning, or put "
                            "them into tables of their own");
        }
        entries.push_back({key.text, *text, means.span, key.span});
    }
    return entries;
}

std::vector<ValueTable> read_value_tables(const Node& node, Findings& findings) {
    std::vector<ValueTable> tables;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        tables.push_back(read_table(node.keys[i], node.items[i], findings));
    }
    return tables;
}

std::vector<OrganisationNames> read_organisations(const Node& node, Findings& findings) {
    std::vector<OrganisationNames> all;
    std::map<std::string, std::string> owners;  // normalised name -> organisation
    std::string room;
    const auto claim = [&](const std::string& name, const OrganisationNames& of) {
        const auto [first, is_new] = owners.emplace(std::string(normalised_text(name, room)), of.name);
        if (is_new || first->second == of.name) return;
        findings.report("M009", of.span,
                        fmt::format("{} is a name of {} too", in_quotes(name), in_quotes(first->second)),
                        "names are compared without regard to capitals and spaces; each belongs to one organisation");
    };
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        OrganisationNames names{node.keys[i].text, {}, node.keys[i].span};
        const Node& item = node.items[i];
        const std::vector<Node> one{item};
        for (const Node& alias : item.kind == Node::Kind::sequence ? item.items : one) {
            const auto text = read_text(alias, "another name of an organisation", findings);
            if (text) names.aliases.push_back(*text);
        }
        claim(names.name, names);
        for (const std::string& alias : names.aliases) claim(alias, names);
        all.push_back(std::move(names));
    }
    return all;
}

}  // namespace waymark
