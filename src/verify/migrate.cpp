#include "verify/migrate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>

#include "assessment/names.hpp"
#include "assessment/rewrite.hpp"
#include "assessment/write.hpp"
#include "text/fields.hpp"
#include "verify/diff.hpp"
#include "verify/migrating.hpp"

namespace waymark {

namespace {

namespace fs = std::filesystem;

// One assessment, and the one before it; further back nothing is read.
struct Task {
    MigrationTarget target;
    bool with_previous = true;
};
Migration migrate(const std::string& name, const std::string& text, const Task& task, const FileAccess& files,
                  Diagnostics& diagnostics);

struct Work {
    const Source* source;
    const MigrationTarget* target;
    const FileAccess* files;
    Renames renames;
    Node root;                              // with new names, at the old places
    std::map<TreePath, std::string> aside;  // and why
    Migration result;

    const Framework& framework() const { return target->to->framework; }
};

// "portfolio-2.0.0.csv": beside the old file, which stays.
std::string beside_name(const std::string& path, const std::string& version) {
    const fs::path old_path(path);
    const std::string name = fmt::format("{}-{}{}", old_path.stem().string(), version, old_path.extension().string());
    return (old_path.parent_path() / name).generic_string();
}

// As findings call a file that this one names.
std::string called(const std::string& file, const std::string& relative) {
    return (fs::path(file).parent_path() / relative).generic_string();
}

// ---- the head

bool is_ours(const Work& work, const std::string& id) {
    return id == work.framework().id || find_former(work.renames.history(), NameKind::framework, "", id);
}

// False with a finding if the file cannot be carried over to this framework at all.
bool rename_framework(Work& work, Findings& findings) {
    const Framework& framework = work.framework();
    const std::string present = fmt::format("{}@{}", framework.id, framework.version);
    const auto reference = framework_reference(work.root);
    Node* node = member(work.root, "framework");
    if (!reference || !node) {
        findings.report("A004", work.root.span, "the file does not name its framework",
                        fmt::format("write 'framework: {}' with the version it was made with", framework.id));
        return false;
    }
    if (reference->path.empty() && !is_ours(work, reference->id)) {
        findings.report(
            "A001", reference->span,
            fmt::format("the assessment is of framework {}, not of '{}'", in_quotes(reference->id), framework.id),
            fmt::format("if '{}' is what it became, say so in the framework: 'was: {}' below its id", framework.id,
                        reference->id));
        return false;
    }
    if (reference->path.empty() && !step_between(reference->version, framework.version)) {
        findings.report("A002", reference->span,
                        fmt::format("the assessment was made with version {}, which is later than {}",
                                    reference->version, framework.version),
                        "assessments are carried over to later versions only; name a later one");
        return false;
    }
    node->text = reference->path.empty() || work.target->path.empty() ? present : work.target->path;
    return true;
}

// ---- files that the assessment names

void add_beside(Work& work, BesideFile file) {
    const auto same = [&](const BesideFile& other) { return other.new_path == file.new_path; };
    if (std::none_of(work.result.beside.begin(), work.result.beside.end(), same)) {
        work.result.beside.push_back(std::move(file));
    }
}

void migrate_tables(Work& work) {
    Node* facts = member(work.root, "facts");
    if (!facts || facts->kind != Node::Kind::mapping) return;
    const Catalogue& catalogue = work.framework().catalogue;
    for (std::size_t i = 0; i < facts->keys.size(); ++i) {
        Node* path = facts->items[i].kind == Node::Kind::mapping ? member(facts->items[i], "csv") : nullptr;
        const auto index = catalogue.table(facts->keys[i].text);
        if (!path || !index || path->kind != Node::Kind::scalar || !work.files->read) continue;
        const TableType& table = catalogue.tables[static_cast<std::size_t>(*index)];
        if (table.is_record || table.is_computed) continue;
        std::string problem;
        const auto text = work.files->read(work.source->name, path->text, problem);
        if (!text) continue;  // said when the assessment is read
        auto migrated =
            migrated_csv(called(work.source->name, path->text), *text, table, work.renames, work.result.lost);
        if (!migrated) continue;
        const std::string new_path = beside_name(path->text, work.framework().version);
        add_beside(work, {path->text, new_path, std::move(*migrated)});
        path->text = new_path;
    }
}

void set_aside(Work& work, const TreePath& path, const Span& span, std::string what, std::string why) {
    work.aside[path] = why;
    work.result.lost.push_back({work.source->name, span, std::move(what), std::move(why)});
}

// The assessment before this one is read under the new version too.
void migrate_previous(Work& work) {
    Node* previous = member(work.root, "previous");
    if (!previous || previous->kind != Node::Kind::scalar || previous->text.empty() || !work.files->read) return;
    const std::string name = called(work.source->name, previous->text);
    std::string problem;
    const auto text = work.files->read(work.source->name, previous->text, problem);
    Diagnostics findings;
    if (text && read_assessment(name, *text, work.framework(), *work.files, findings)) return;
    findings.clear();
    Migration migrated;
    if (text) migrated = migrate(name, *text, {{work.target->to, ""}, false}, *work.files, findings);
    if (!migrated.text) {
        const auto key = static_cast<std::size_t>(previous - work.root.items.data());
        const auto error = std::ranges::find(findings, Severity::error, &Diagnostic::severity);
        set_aside(work, {key}, work.root.keys[key].span, fmt::format("the assessment before this one, {}", name),
                  error == findings.end() ? problem : error->message);
        return;
    }
    const fs::path folder = fs::path(previous->text).parent_path();
    for (BesideFile& file : migrated.beside) {
        file.old_path = (folder / file.old_path).generic_string();
        file.new_path = (folder / file.new_path).generic_string();
        add_beside(work, std::move(file));
    }
    work.result.lost.insert(work.result.lost.end(), migrated.lost.begin(), migrated.lost.end());
    const std::string new_path = beside_name(previous->text, work.framework().version);
    add_beside(work, {previous->text, new_path, std::move(*migrated.text)});
    previous->text = new_path;
}

// ---- what cannot be carried over

std::string reason_of(const Work& work, const Diagnostic& finding) {
    const std::string word = word_at(work.root, finding);
    for (const FormerName& name : work.renames.history()) {
        if (word.empty() || name.was != word) continue;
        return name.now.empty() ? fmt::format("'{}' was retired", word)
                                : fmt::format("'{}' is now '{}', which is given too", word, name.now);
    }
    return finding.message;
}

// The table whose file a finding is about, as a place in the tree.
std::optional<SetAside> table_read_from(const Work& work, const std::string& file) {
    for (std::size_t top = 0; top < work.root.keys.size(); ++top) {
        if (work.root.keys[top].text != "facts") continue;
        const Node& facts = work.root.items[top];
        for (std::size_t i = 0; i < facts.keys.size(); ++i) {
            const Node* path = facts.items[i].find("csv");
            if (!path || called(work.source->name, path->text) != file) continue;
            return SetAside{{top, i}, fmt::format("the table '{}'", facts.keys[i].text)};
        }
    }
    return std::nullopt;
}

Diagnostics errors_in(const Work& work) {
    Node body = without(work.root, work.aside);
    remove_member(body, "waymark");
    remove_member(body, "framework");
    Diagnostics found;
    Findings findings(*work.source, found);
    read_assessment_body(body, work.framework(), with_beside(*work.files, work.result.beside), findings);
    std::erase_if(found, [](const Diagnostic& finding) { return finding.severity != Severity::error; });
    return found;
}

bool is_inside_any(const std::map<TreePath, std::string>& aside, const TreePath& path) {
    for (std::size_t length = 1; length <= path.size(); ++length) {
        if (aside.contains(TreePath(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(length)))) return true;
    }
    return false;
}

// A list of evidence without any item says something else than the answer did: then it goes as a whole.
void widen_to_list(const Work& work, SetAside& unit) {
    const TreePath list(unit.path.begin(), unit.path.end() - 1);
    if (list.empty() || node_at(work.root, list).kind != Node::Kind::sequence || list.size() < 5) return;
    const Node& items = node_at(work.root, list);
    for (std::size_t i = 0; i < items.items.size(); ++i) {
        TreePath other = list;
        other.push_back(i);
        if (other != unit.path && !work.aside.contains(other)) return;
    }
    unit.path = list;
}

// False if something is wrong that is not about names, or that cannot be set aside.
bool set_aside_all(Work& work, const Diagnostics& errors) {
    bool progress = false;
    for (const Diagnostic& error : errors) {
        const bool here = error.file == work.source->name;
        auto unit = here ? unit_of(work.root, error, work.framework()) : table_read_from(work, error.file);
        if (!unit) return false;
        widen_to_list(work, *unit);
        if (is_inside_any(work.aside, unit->path)) continue;
        // What is in it goes along.
        std::erase_if(work.aside, [&](const auto& one) {
            return one.first.size() > unit->path.size() &&
                   std::equal(unit->path.begin(), unit->path.end(), one.first.begin());
        });
        const std::string why =
            here ? reason_of(work, error) : fmt::format("{}, line {}: {}", error.file, error.span.line, error.message);
        work.aside[unit->path] = why;
        work.result.lost.push_back({error.file, error.span, unit->what, why});
        progress = true;
    }
    return progress;
}

// ---- the text

bool is_plain_word(const std::string& text) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '@' || c == '.' ||
               c == '|';
    };
    return !text.empty() && text[0] >= 'a' && text[0] <= 'z' && std::all_of(text.begin(), text.end(), plain);
}

// Words replaced where they stand, in the quotes that they stand in. What spans lines is left to be rewritten.
void replace_words(const Source& source, const Node& before, const Node& after, std::vector<Edit>& edits) {
    if (before.kind == Node::Kind::scalar && before.text != after.text && is_plain_word(after.text)) {
        if (const auto bytes = source.bytes_of(before.span)) {
            const std::string written = source.text.substr(bytes->first, bytes->second - bytes->first);
            const bool quoted =
                written.size() > 1 && (written[0] == '"' || written[0] == '\'') && written.back() == written[0];
            if (quoted) edits.push_back({bytes->first + 1, bytes->second - 1, after.text});
            if (written == before.text) edits.push_back({bytes->first, bytes->second, after.text});
        }
    }
    for (std::size_t i = 0; i < before.items.size(); ++i) {
        if (i < before.keys.size()) replace_words(source, before.keys[i], after.keys[i], edits);
        replace_words(source, before.items[i], after.items[i], edits);
    }
}

std::string edited(const std::string& text, std::vector<Edit> edits) {
    std::ranges::sort(edits, {}, &Edit::begin);
    std::string result;
    std::size_t at = 0;
    for (const Edit& edit : edits) {
        result += text.substr(at, edit.begin - at) + edit.text;
        at = edit.end;
    }
    return result + text.substr(at);
}

// The texts of one tree at the places of the other, which has the same shape.
Node at_places_of(const Node& texts, const Node& places) {
    Node result = texts;
    result.span = places.span;
    for (std::size_t i = 0; i < texts.items.size(); ++i) {
        if (i < texts.keys.size()) result.keys[i] = at_places_of(texts.keys[i], places.keys[i]);
        result.items[i] = at_places_of(texts.items[i], places.items[i]);
    }
    return result;
}

bool names_files(const Node& root) {
    if (root.find("previous")) return true;
    const auto reference = framework_reference(root);
    if (reference && !reference->path.empty()) return true;
    const Node* facts = root.find("facts");
    return facts && std::any_of(facts->items.begin(), facts->items.end(),
                                [](const Node& table) { return table.find("csv") != nullptr; });
}

void write_text(Work& work, const Node& before) {
    std::vector<Edit> edits;
    replace_words(*work.source, before, work.root, edits);
    const Source renamed(work.source->name, edited(work.source->text, std::move(edits)));
    Diagnostics unheard;
    Findings findings(renamed, unheard);
    const auto tree = parse_yaml(findings);
    if (!tree) return;
    RewriteWishes wishes;
    for (const auto& [path, why] : work.aside) {
        const Node& around = node_at(*tree, TreePath(path.begin(), path.end() - 1));
        const Span& span =
            around.kind == Node::Kind::mapping ? around.keys[path.back()].span : around.items[path.back()].span;
        wishes.kept[{span.line, span.column}] =
            fmt::format("Not carried over to {}: {}", work.framework().version, why);
    }
    Rewritten written = rewrite(renamed, *tree, without(at_places_of(work.root, *tree), work.aside), wishes);
    work.result.text = std::move(written.text);
    work.result.whole = written.whole;
    work.result.names_files = names_files(work.root);
}

Migration migrate(const std::string& name, const std::string& text, const Task& task, const FileAccess& files,
                  Diagnostics& diagnostics) {
    const Source source(name, text);
    Findings findings(source, diagnostics);
    const auto root = parse_yaml(findings);
    if (!root) return {};
    Fields fields(*root, "an assessment", findings);
    if (!fields.is_mapping() || !read_head(fields, "assessment", findings)) return {};
    Work work{&source, &task.target, &files, Renames(*task.target.to), *root, {}, {}};
    if (!rename_framework(work, findings)) return {};
    rename_in_tree(work.root, work.renames);
    migrate_tables(work);
    if (task.with_previous) migrate_previous(work);
    constexpr int kRounds = 50;  // each sets something aside, and most files need one
    Diagnostics errors = errors_in(work);
    for (int round = 0; round < kRounds && !errors.empty(); ++round) {
        if (!set_aside_all(work, errors)) break;
        errors = errors_in(work);
    }
    if (errors.empty()) write_text(work, *root);
    work.result.carried = work.renames.carried();
    if (work.result.text) {
        read_assessment(name, *work.result.text, task.target.to->framework, with_beside(files, work.result.beside),
                        errors);
        std::erase_if(errors, [](const Diagnostic& finding) { return finding.severity != Severity::error; });
    }
    if (!errors.empty()) {
        work.result.text.reset();
        diagnostics.insert(diagnostics.end(), errors.begin(), errors.end());
    }
    return std::move(work.result);
}

}  // namespace

FileAccess with_beside(const FileAccess& files, const std::vector<BesideFile>& beside) {
    return {[files, beside](const std::string& from, const std::string& relative,
                            std::string& problem) -> std::optional<std::string> {
        for (const BesideFile& file : beside) {
            if (file.new_path == relative) return file.text;
        }
        if (files.read) return files.read(from, relative, problem);
        problem = "files cannot be read from here";
        return std::nullopt;
    }};
}

Migration migrate_assessment(const std::string& name, const std::string& text, const MigrationTarget& target,
                             const FileAccess& files, Diagnostics& diagnostics) {
    return migrate(name, text, {target, true}, files, diagnostics);
}

}  // namespace waymark
