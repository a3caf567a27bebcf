#include "cli/assess_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <random>

#include "assessment/progress.hpp"
#include "assessment/read.hpp"
#include "cli/exit_status.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "storage/find.hpp"
#include "text/embedded.hpp"
#include "text/fields.hpp"
#include "text/yaml.hpp"

namespace waymark {

namespace {

namespace fs = std::filesystem;

// The assessment's date is the day it was begun; everything later is counted from the date in the file.
Date today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

// People's files are joined later: ids that nobody chose should not be alike.
std::string fresh_id() {
    std::random_device source;
    return fmt::format("r-{:06x}", source() & 0xFFFFFFU);
}

struct Trouble {
    Terminal* terminal;
    int* status;
};

std::unique_ptr<Sitting> fail(const Trouble& trouble, const std::string& problem, const std::string& help) {
    *trouble.status = kWrongUse;
    trouble.terminal->say(fmt::format("waymark: {}\n", problem));
    if (!help.empty()) trouble.terminal->say(fmt::format("  help: {}\n", help));
    return nullptr;
}

// The index of the id in the list; -1 and a message if it is not there. Empty: not given.
template <typename List>
int chosen(const List& list, const std::string& id, const char* what, const Trouble& trouble) {
    std::vector<std::string> known;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].id == id) return static_cast<int>(i);
        known.push_back(list[i].id);
    }
    fail(trouble, fmt::format("no {} is called '{}'", what, id), suggest(id, known));
    return -1;
}

bool load_frameworks(Sitting& sitting, const AssessOptions& options, const Trouble& trouble) {
    Diagnostics diagnostics;
    std::vector<std::string> names{options.choice.framework};
    if (options.choice.framework.empty()) {
        names = {kDefaultFramework};
        for (const EmbeddedFile& file : embedded_frameworks()) {
            const std::string id(file.name.substr(0, file.name.rfind('.')));
            if (id != kDefaultFramework) names.push_back(id);
        }
    }
    for (const std::string& name : names) {
        auto framework = load_framework(name, diagnostics);
        if (framework) sitting.frameworks.push_back(std::move(*framework));
    }
    trouble.terminal->show(diagnostics);
    if (has_errors(diagnostics)) *trouble.status = kWrongUse;
    return !has_errors(diagnostics);
}

// A framework in a file is named by its path where the assessment lies beside it or above it.
std::string reference_to(const std::string& framework, const std::string& assessment) {
    std::error_code error;
    if (!fs::is_regular_file(framework, error)) return "";
    const fs::path folder = fs::weakly_canonical(fs::absolute(assessment).parent_path(), error);
    const fs::path relative = fs::weakly_canonical(fs::absolute(framework), error).lexically_relative(folder);
    const bool below = !error && !relative.empty() && *relative.begin() != "..";
    return below && relative.extension() == ".yaml" ? relative.generic_string() : "";
}

std::unique_ptr<Sitting> begin_new(const AssessOptions& options, const Trouble& trouble) {
    auto sitting = std::make_unique<Sitting>();
    if (!load_frameworks(*sitting, options, trouble)) return nullptr;
    interview::Setting setting;
    for (const Framework& framework : sitting->frameworks) setting.frameworks.push_back(&framework);
    const bool ask = options.choice.framework.empty() && options.profile.empty() && options.role.empty();
    const Framework* framework = ask ? nullptr : setting.frameworks.front();
    Assessment draft;
    draft.date = today();
    if (!options.date.empty()) {
        const auto date = parse_date(options.date);
        if (!date) return fail(trouble, fmt::format("'{}' is not a date", options.date), "write it as 2026-11-20");
        draft.date = *date;
    }
    draft.organisation = options.organisation;
    setting.organisation_known = !options.organisation.empty();
    draft.respondents.emplace_back();
    draft.respondents.front().id = options.respondent.empty() ? fresh_id() : options.respondent;
    if (!options.profile.empty()) {
        draft.profile = chosen(framework->profiles, options.profile, "profile", trouble);
        if (draft.profile < 0) return nullptr;
        setting.profile_known = true;
    }
    if (!options.role.empty()) {
        draft.respondents.front().role = chosen(framework->roles, options.role, "role", trouble);
        if (draft.respondents.front().role < 0) return nullptr;
        setting.role_known = true;
    }
    sitting->new_path = options.file;
    sitting->framework_reference =
        reference_to(options.choice.framework, options.file.empty() ? "./assessment.yaml" : options.file);
    sitting->state = interview::begin(std::move(setting), std::move(draft), framework, 0);
    return sitting;
}

// The tables that stand in files of their own.
std::map<int, std::string> csv_tables(const std::string& path, const std::string& text, const Framework& framework) {
    std::map<int, std::string> files;
    const Source source(path, text);
    Diagnostics unheard;
    Findings findings(source, unheard);
    const auto root = parse_yaml(findings);
    const Node* facts = root ? root->find("facts") : nullptr;
    if (facts == nullptr || facts->kind != Node::Kind::mapping) return files;
    for (std::size_t i = 0; i < facts->keys.size(); ++i) {
        const auto table = framework.catalogue.table(facts->keys[i].text);
        const Node* csv = facts->items[i].kind == Node::Kind::mapping ? facts->items[i].find("csv") : nullptr;
        const bool is_record = table && framework.catalogue.tables[static_cast<std::size_t>(*table)].is_record;
        if (table && csv != nullptr && !is_record) files[*table] = csv->text;
    }
    return files;
}

// Whose answers these are. -1 after a message.
int whose(const Assessment& draft, const AssessOptions& options, const Trouble& trouble) {
    if (!options.respondent.empty() && !draft.respondents.empty()) {
        return chosen(draft.respondents, options.respondent, "respondent in this file", trouble);
    }
    if (draft.respondents.size() <= 1) return 0;
    fail(trouble, fmt::format("{} holds the answers of {} people", draft.file, draft.respondents.size()),
         "everybody answers in a file of their own; begin one with --new, or name yourself with --respondent");
    return -1;
}

// A file that was begun without anybody in it: this person is the first. False after a message.
bool add_respondent(Sitting& sitting, Assessment& draft, const AssessOptions& options, const Trouble& trouble) {
    const auto& roles = sitting.frameworks.front().roles;
    Respondent respondent;
    respondent.id = options.respondent.empty() ? fresh_id() : options.respondent;
    respondent.role = roles.size() == 1 ? 0 : chosen(roles, options.role, "role", trouble);
    if (respondent.role < 0) return false;
    save(sitting.kept, {AddRespondent{respondent.id, roles[static_cast<std::size_t>(respondent.role)].id}});
    draft.respondents.push_back(std::move(respondent));
    return true;
}

std::vector<std::string> open_sitting(Sitting& sitting, const std::string& path, const FrameworkChange& change,
                                      const AssessOptions& options, const Trouble& trouble, bool& opened) {
    const Opening opening = open_file(sitting.kept, path, options.take_over);
    opened = opening.opened;
    if (!opened) {
        fail(trouble, opening.problem, opening.help);
        return {};
    }
    std::vector<std::string> news = opening.says;
    news.insert(news.end(), change.says.begin(), change.says.end());
    if (change.changes.empty()) return news;
    for (const std::string& said : save(sitting.kept, change.changes).says) news.push_back(said);
    return news;
}

std::unique_ptr<Sitting> resume(const std::string& path, const std::string& text, const AssessOptions& options,
                                const Trouble& trouble) {
    auto sitting = std::make_unique<Sitting>();
    Diagnostics diagnostics;
    auto framework = framework_for(path, text, options.choice, diagnostics);
    if (!framework) {
        trouble.terminal->show(diagnostics);
        *trouble.status = kWrongUse;
        return nullptr;
    }
    sitting->frameworks.push_back(std::move(*framework));
    const FrameworkChange change = compare_framework(text, sitting->frameworks.front());
    if (change.refused) return fail(trouble, change.problem, change.help);
    bool opened = false;
    interview::Setting setting;
    setting.news = open_sitting(*sitting, path, change, options, trouble, opened);
    if (!opened) return nullptr;
    auto draft = read_assessment(path, sitting->kept.text, sitting->frameworks.front(), confined_access(), diagnostics);
    if (!draft) {
        trouble.terminal->show(diagnostics);
        return fail(trouble, fmt::format("{} has mistakes that must be put right first", path),
                    fmt::format("waymark check {}", path));
    }
    const int self = whose(*draft, options, trouble);
    if (self < 0) return nullptr;
    if (draft->respondents.empty() && !add_respondent(*sitting, *draft, options, trouble)) return nullptr;
    setting.frameworks = {&sitting->frameworks.front()};
    setting.file = sitting->kept.path;
    setting.resume = fmt::format("waymark assess --file {}", sitting->kept.path);
    setting.resumed = setting.profile_known = setting.organisation_known = setting.role_known = true;
    setting.csv = csv_tables(path, sitting->kept.text, sitting->frameworks.front());
    sitting->state = interview::begin(std::move(setting), std::move(*draft), &sitting->frameworks.front(),
                                      static_cast<std::size_t>(self));
    sitting->answered_before = interview::answered(sitting->state);
    return sitting;
}

// Unfinished ones in this folder, as far as their frameworks can be had.
std::vector<FoundAssessment> unfinished_here(const AssessOptions& options) {
    std::deque<Framework> frameworks;
    return find_unfinished(".", [&](const FoundAssessment& found) -> const Framework* {
        Diagnostics unheard;
        auto framework = framework_for(found.path, found.text, options.choice, unheard);
        if (!framework) return nullptr;
        frameworks.push_back(std::move(*framework));
        return &frameworks.back();
    });
}

std::unique_ptr<Sitting> choose_file(const std::vector<FoundAssessment>& found, const Trouble& trouble) {
    std::string help = "name one of them, or begin another with --new:";
    for (const FoundAssessment& each : found) {
        help += fmt::format("\n    waymark assess --file {}    ({})", each.path, each.outline.organisation);
    }
    return fail(trouble, fmt::format("there are {} unfinished assessments here", found.size()), help);
}

// What somebody else wrote in the file meanwhile is shown from now on, and not written over.
void read_again(Sitting& sitting) {
    Diagnostics unheard;
    auto draft =
        read_assessment(sitting.kept.path, sitting.kept.text, *sitting.state.framework, confined_access(), unheard);
    if (draft) interview::replace_draft(sitting.state, std::move(*draft));
}

}  // namespace

std::unique_ptr<Sitting> prepare_sitting(const AssessOptions& options, Terminal& terminal, int& status) {
    const Trouble trouble{&terminal, &status};
    std::error_code error;
    if (!options.file.empty() && fs::symlink_status(options.file, error).type() != fs::file_type::not_found) {
        if (options.fresh)
            return fail(trouble, fmt::format("'{}' is there already", options.file), "choose another name");
        Diagnostics diagnostics;
        const auto text = read_file(options.file, diagnostics);
        terminal.show(diagnostics);
        if (!text) status = kWrongUse;
        return text ? resume(options.file, *text, options, trouble) : nullptr;
    }
    if (!options.file.empty() || options.fresh) return begin_new(options, trouble);
    const auto found = unfinished_here(options);
    if (found.empty()) return begin_new(options, trouble);
    if (found.size() > 1) return choose_file(found, trouble);
    return resume(found.front().path, found.front().text, options, trouble);
}

interview::Keeping keeping_of(Sitting& sitting, const AssessOptions& options) {
    const auto begin = [&sitting, &options](interview::State& state) -> std::string {
        const Framework& framework = *state.framework;
        const Respondent& self = state.draft.respondents[state.self];
        const std::string date = state.draft.date.to_text();
        NewAssessment head;
        head.framework = sitting.framework_reference.empty() ? fmt::format("{}@{}", framework.id, framework.version)
                                                             : sitting.framework_reference;
        head.organisation = state.draft.organisation;
        head.profile = framework.profiles[static_cast<std::size_t>(state.draft.profile)].id;
        head.date = date;
        const std::string path = sitting.new_path.empty()
                                     ? free_path(".", default_file_name(head.organisation, date, options.respondent))
                                     : sitting.new_path;
        const Opening opening = create_file(sitting.kept, path, new_assessment(head), options.take_over);
        if (!opening.opened) return opening.problem + (opening.help.empty() ? "" : "; " + opening.help);
        const std::string role = self.role < 0 ? "" : framework.roles[static_cast<std::size_t>(self.role)].id;
        const Saving saving = save(sitting.kept, {AddRespondent{self.id, role}});
        state.setting.file = sitting.kept.path;
        state.setting.resume = fmt::format("waymark assess --file {}", sitting.kept.path);
        return saving.saved || saving.says.empty() ? "" : saving.says.front();
    };
    const auto keep = [&sitting](const std::vector<Change>& changes) {
        if (sitting.kept.path.empty()) return std::vector<std::string>();
        const Saving saving = save(sitting.kept, changes);
        sitting.state.setting.file = sitting.kept.path;
        if (saving.others_changed) read_again(sitting);
        return saving.says;
    };
    return {begin, keep, [&sitting] { return sitting.kept.unsaved.empty(); }};
}

}  // namespace waymark
