#include "assessment/combine.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "assessment/names.hpp"
#include "assessment/paths.hpp"
#include "assessment/read.hpp"
#include "assessment/write.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

// One of the files, parsed, with paths in it already rewritten for the new place.
struct Part {
    explicit Part(const AssessmentFile& file) : source(file.name, file.text) {}

    Source source;
    Node root;
};

struct Joining {
    std::deque<Part> parts;
    std::string output_name;
    Diagnostics* diagnostics = nullptr;
    Node result = mapping_node();

    Findings findings(const Part& part) { return {part.source, *diagnostics}; }
};

// A value and the file it came from.
struct Found {
    const Part* part = nullptr;
    const Node* node = nullptr;
};

std::string place_of(const Found& found) {
    return fmt::format("{}:{}", found.part->source.name, found.node->span.line);
}

void conflict(Joining& joining, const Found& first, const Found& other, const std::string& what) {
    joining.findings(*other.part)
        .report("A040", other.node->span, fmt::format("{} differs from {}", what, place_of(first)),
                "people's files are joined only where they agree: make the two the same, or remove one");
}

// The values of a key in every file that has it.
std::vector<Found> found_in_parts(const Joining& joining, const std::string& key) {
    std::vector<Found> all;
    for (const Part& part : joining.parts) {
        const Node* node = part.root.find(key);
        if (node != nullptr && node->kind != Node::Kind::null) all.push_back({&part, node});
    }
    return all;
}

// A key on which all files that have it must agree.
void join_agreed_key(Joining& joining, const std::string& key) {
    const auto all = found_in_parts(joining, key);
    for (const Found& other : all) {
        if (!same_tree(*all.front().node, *other.node)) {
            conflict(joining, all.front(), other, fmt::format("the key '{}'", key));
        }
    }
    if (!all.empty()) put(joining.result, key, *all.front().node);
}

// Without a profile a file means the framework's first, which cannot be told from here.
void check_profile(Joining& joining) {
    const auto all = found_in_parts(joining, "profile");
    if (all.empty() || all.size() == joining.parts.size()) return;
    for (const Part& part : joining.parts) {
        if (part.root.find("profile") != nullptr) continue;
        joining.findings(part).report("A040", Span{},
                                      fmt::format("no profile is named here, but {} names one", place_of(all.front())),
                                      fmt::format("add 'profile: {}' if it is meant", all.front().node->text));
    }
}

void join_date(Joining& joining) {
    const auto all = found_in_parts(joining, "date");
    if (all.empty()) return;
    // Dates are written year first, so the latest is the greatest text.
    const auto latest =
        std::ranges::max_element(all, [](const Found& a, const Found& b) { return a.node->text < b.node->text; });
    for (const Found& other : all) {
        if (other.node->text == latest->node->text) continue;
        joining.findings(*other.part)
            .report("A042", other.node->span,
                    fmt::format("this file is dated {}, the joined one {}", other.node->text, latest->node->text),
                    "ages of evidence are counted to the later date");
    }
    put(joining.result, "date", *latest->node);
}

void join_notes(Joining& joining) {
    std::vector<std::string> seen;
    std::string joined;
    for (const Found& note : found_in_parts(joining, "note")) {
        if (std::ranges::find(seen, note.node->text) != seen.end()) continue;
        seen.push_back(note.node->text);
        joined += (joined.empty() ? "" : "\n\n") + note.node->text;
    }
    if (!joined.empty()) put(joining.result, "note", scalar_node(joined));
}

// Being named needs everybody's consent who spoke about it.
void join_publish(Joining& joining) {
    const auto all = found_in_parts(joining, "publish");
    if (all.empty()) return;
    const bool agree = std::ranges::all_of(all, [&](const Found& one) { return same_tree(*one.node, *all[0].node); });
    Node publish = mapping_node();
    put(publish, "name", scalar_node("no"));
    put(joining.result, "publish", agree ? *all.front().node : publish);
}

// `agreed`, `targets` and `facts`: the keys of all files; a key that several give must be the same.
void join_mapping(Joining& joining, const std::string& key, const std::string& what) {
    Node joined = mapping_node();
    std::vector<Found> origins;
    for (const Found& found : found_in_parts(joining, key)) {
        for (std::size_t i = 0; i < found.node->keys.size(); ++i) {
            const Node& name = found.node->keys[i];
            const Node& value = found.node->items[i];
            const Node* present = joined.find(name.text);
            if (present == nullptr) {
                put(joined, name.text, value);
                origins.push_back({found.part, &name});
            } else if (!same_tree(*present, value)) {
                const auto first =
                    std::ranges::find_if(origins, [&](const Found& origin) { return origin.node->text == name.text; });
                conflict(joining, *first, {found.part, &name}, fmt::format("{} '{}'", what, name.text));
            }
        }
    }
    if (!joined.keys.empty()) put(joining.result, key, std::move(joined));
}

struct Person {
    Found place;
    std::string id;  // in the joined file
};

std::string id_of(const Node& respondent) {
    const Node* id = respondent.find("id");
    return id == nullptr ? "" : id->text;
}

std::string free_id(const std::string& id, const std::set<std::string>& taken) {
    for (int number = 2;; ++number) {
        std::string candidate = fmt::format("{}-{}", id, number);
        if (!taken.contains(candidate)) return candidate;
    }
}

std::vector<Found> all_respondents(const Joining& joining) {
    std::vector<Found> all;
    for (const Found& list : found_in_parts(joining, "respondents")) {
        for (const Node& respondent : list.node->items) all.push_back({list.part, &respondent});
    }
    return all;
}

void report_renamed(Joining& joining, const Person& first, const Found& other, const std::string& id) {
    joining.findings(*other.part)
        .report("A041", other.node->find("id")->span,
                fmt::format("respondent '{}' is now '{}': {} has another of that name", id_of(*other.node), id,
                            place_of(first.place)),
                "if both are the same person, remove the older answers, or that person counts twice");
}

void report_same(Joining& joining, const Person& first, const Found& other) {
    joining.findings(*other.part)
        .report("A043", other.node->span,
                fmt::format("respondent '{}' gave the same answers in {} and is kept once", id_of(*other.node),
                            place_of(first.place)),
                "if these are two people, give one of them another id");
}

Node renamed(const Node& respondent, const std::string& id) {
    Node result = respondent;
    for (std::size_t i = 0; i < result.keys.size(); ++i) {
        if (result.keys[i].text == "id") result.items[i] = scalar_node(id);
    }
    return result;
}

void join_respondents(Joining& joining) {
    const auto all = all_respondents(joining);
    std::set<std::string> taken;
    for (const Found& found : all) taken.insert(id_of(*found.node));
    std::map<std::string, std::vector<Person>> people;  // by the id as written
    Node list = sequence_node();
    for (const Found& found : all) {
        auto& namesakes = people[id_of(*found.node)];
        const auto same = std::ranges::find_if(
            namesakes, [&](const Person& person) { return same_tree(*person.place.node, *found.node); });
        if (same != namesakes.end()) {
            report_same(joining, *same, found);
            continue;
        }
        std::string id = id_of(*found.node);
        if (!namesakes.empty()) {
            id = free_id(id, taken);
            taken.insert(id);
            report_renamed(joining, namesakes.front(), found, id);
        }
        list.items.push_back(renamed(*found.node, id));
        namesakes.push_back({found, id});
    }
    put(joining.result, "respondents", std::move(list));
}

void check_respondent(const Node& node, Findings& findings) {
    Fields person(node, "a respondent", findings);
    person.need_text("id");
    person.find("role");
    person.mapping("answers");
    person.finish();
}

// Shapes that joining relies on; everything finer is for read_assessment to say.
bool read_part(Joining& joining, Part& part) {
    Findings findings = joining.findings(part);
    auto root = parse_yaml(findings);
    if (!root) return false;
    part.root = std::move(*root);
    Fields fields(part.root, "an assessment", findings);
    if (!fields.is_mapping() || !read_head(fields, "assessment", findings)) return false;
    for (const char* key : {"framework", "organisation", "date"}) fields.need_text(key);
    for (const char* key : {"profile", "currency", "note", "previous"}) fields.text(key);
    for (const char* key : {"agreed", "facts", "targets", "publish"}) fields.mapping(key);
    for (const Node* respondent : fields.list("respondents")) check_respondent(*respondent, findings);
    fields.finish();
    move_paths(part.root, part.source.name, joining.output_name, findings);
    return findings.errors() == 0;
}

bool has_room(Joining& joining, const std::string& text) {
    const Source source(joining.output_name, text);
    Findings findings(source, *joining.diagnostics);
    return parse_yaml(findings).has_value();
}

}  // namespace

std::optional<std::string> combine_assessments(const std::vector<AssessmentFile>& files, const std::string& output_name,
                                               Diagnostics& diagnostics) {
    Joining joining;
    joining.output_name = output_name;
    joining.diagnostics = &diagnostics;
    bool readable = !files.empty();
    for (const AssessmentFile& file : files) {
        joining.parts.emplace_back(file);
        readable = read_part(joining, joining.parts.back()) && readable;
    }
    if (!readable) return std::nullopt;
    const std::size_t before = diagnostics.size();
    for (const char* key : {"waymark", "framework", "organisation", "profile"}) join_agreed_key(joining, key);
    check_profile(joining);
    join_date(joining);
    join_agreed_key(joining, "currency");
    join_notes(joining);
    join_respondents(joining);
    join_mapping(joining, "agreed", "the agreed level of");
    join_mapping(joining, "facts", "the table");
    join_mapping(joining, "targets", "the target of");
    join_publish(joining);
    join_agreed_key(joining, "previous");
    const Diagnostics of_joining(diagnostics.begin() + static_cast<std::ptrdiff_t>(before), diagnostics.end());
    if (has_errors(of_joining)) return std::nullopt;
    std::string text = yaml_of(joining.result);
    if (!has_room(joining, text)) return std::nullopt;
    return text;
}

}  // namespace waymark
