#include "assessment/team.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/names.hpp"
#include "assessment/paths.hpp"
#include "assessment/rewrite.hpp"
#include "assessment/write.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

struct Read {
    explicit Read(const AssessmentFile& file) : source(file.name, file.text) {}

    Source source;
    Node root;
};

struct Changing {
    const Read* team = nullptr;
    Node after;
    RewriteWishes wishes;
    Diagnostics* diagnostics = nullptr;
};

bool read(Read& file, Diagnostics& diagnostics) {
    Findings findings(file.source, diagnostics);
    auto root = parse_yaml(findings);
    if (!root) return false;
    file.root = std::move(*root);
    Fields fields(file.root, "an assessment", findings);
    if (!fields.is_mapping() || !read_head(fields, "assessment", findings)) return false;
    for (const Node* person : fields.list("respondents")) Fields(*person, "a respondent", findings).need_text("id");
    return findings.errors() == 0;
}

std::string id_of(const Node& respondent) {
    const Node* id = respondent.find("id");
    return id == nullptr ? "" : id->text;
}

std::vector<Node>& people(Node& root) {
    return member(root, "respondents")->items;
}

std::vector<std::string> ids(const Node& root) {
    std::vector<std::string> result;
    if (const Node* list = root.find("respondents")) {
        for (const Node& person : list->items) result.push_back(id_of(person));
    }
    return result;
}

// The position of a respondent in the list; a finding if there is none of that id.
std::optional<std::size_t> find_person(Changing& changing, const std::string& id, const std::string& help) {
    const auto known = ids(changing.after);
    const auto found = std::ranges::find(known, id);
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    std::string advice = suggest(id, known);
    if (!help.empty()) advice += (advice.empty() ? "" : "; ") + help;
    changing.diagnostics->push_back(about_file("A045", changing.team->source.name,
                                               fmt::format("there is no respondent {} in the file", in_quotes(id)),
                                               advice));
    return std::nullopt;
}

// What a person wrote between the old answers goes with them.
void forget(Changing& changing, const std::string& id) {
    const Node* list = changing.team->root.find("respondents");
    for (const Node& person : list->items) {
        if (id_of(person) == id) changing.wishes.forgotten.insert({person.span.line, person.span.column});
    }
}

void withdraw(Changing& changing, const std::string& id) {
    const auto at = find_person(changing, id, "");
    if (!at) return;
    forget(changing, id);
    auto& list = people(changing.after);
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(*at));
}

bool agree(Changing& changing, const Read& file) {
    Findings findings(file.source, *changing.diagnostics);
    for (const char* key : {"framework", "organisation", "profile"}) {
        const Node* theirs = file.root.find(key);
        const Node* ours = changing.team->root.find(key);
        const bool same = theirs == nullptr || ours == nullptr ? theirs == ours : same_tree(*theirs, *ours);
        if (same) continue;
        findings.report("A040", theirs == nullptr ? Span{} : theirs->span,
                        fmt::format("the key '{}' differs from {}", key, changing.team->source.name),
                        "a respondent is replaced only where both files are about the same: make the two the same");
    }
    return findings.errors() == 0;
}

void take_later_date(Changing& changing, const Read& file) {
    const Node* theirs = file.root.find("date");
    Node* ours = member(changing.after, "date");
    // Dates are written year first, so the later one is the greater text.
    if (theirs == nullptr || ours == nullptr || theirs->text <= ours->text) return;
    Findings(file.source, *changing.diagnostics)
        .report("A042", theirs->span,
                fmt::format("the combined file was dated {}, and takes this later date", ours->text),
                "ages of evidence are counted to the later date");
    ours->text = theirs->text;
}

void note_what_stays(Changing& changing, const Read& file) {
    for (const char* key : {"facts", "agreed", "targets", "note", "publish", "previous", "currency"}) {
        const Node* theirs = filled(file.root.find(key));
        const Node* ours = changing.team->root.find(key);
        if (theirs == nullptr || (ours != nullptr && same_tree(*theirs, *ours))) continue;
        Findings(file.source, *changing.diagnostics)
            .report("A046", file.root.find_key(key)->span, fmt::format("'{}' is not taken over", key),
                    "only the respondent is replaced; combine all files anew to take over the rest");
    }
}

void put_in_place(Changing& changing, const std::string& id, Node person, const std::string& help) {
    const auto at = find_person(changing, id, help);
    if (!at) return;
    *member(person, "id") = scalar_node(id);
    Node& present = people(changing.after)[*at];
    if (same_tree(present, person)) return;
    forget(changing, id);
    present = std::move(person);
}

void replace(Changing& changing, const Replacement& replacement, const Read& file) {
    if (!agree(changing, file)) return;
    const auto theirs = ids(file.root);
    const bool one_named = !replacement.id.empty();
    if (theirs.empty() || (one_named && theirs.size() != 1)) {
        changing.diagnostics->push_back(
            about_file("A045", file.source.name,
                       fmt::format("the file has {}", theirs.empty() ? "no respondent" : "several respondents"),
                       theirs.empty() ? "name a file with somebody's answers"
                                      : "name the file alone to replace them all by their ids"));
        return;
    }
    for (const Node& person : file.root.find("respondents")->items) {
        put_in_place(changing, one_named ? replacement.id : id_of(person), person,
                     fmt::format("say whom it replaces: --replace ID={}", file.source.name));
    }
    take_later_date(changing, file);
    note_what_stays(changing, file);
}

}  // namespace

std::optional<std::string> change_team(const AssessmentFile& team, const TeamChange& change,
                                       const std::string& output_name, Diagnostics& diagnostics) {
    Read present(team);
    if (!read(present, diagnostics)) return std::nullopt;
    Changing changing{&present, present.root, {}, &diagnostics};
    const std::size_t before = diagnostics.size();
    for (const std::string& id : change.withdraw) withdraw(changing, id);
    for (const Replacement& replacement : change.replace) {
        Read file(replacement.file);
        if (read(file, diagnostics)) replace(changing, replacement, file);
    }
    Findings findings(present.source, diagnostics);
    move_paths(changing.after, team.name, output_name, findings);
    const Diagnostics of_change(diagnostics.begin() + static_cast<std::ptrdiff_t>(before), diagnostics.end());
    if (has_errors(of_change)) return std::nullopt;
    return rewrite(present.source, present.root, changing.after, changing.wishes).text;
}

}  // namespace waymark
