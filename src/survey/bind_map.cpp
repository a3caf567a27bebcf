// Holding a map against a framework.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "assessment/names.hpp"
#include "survey/bind_values.hpp"
#include "survey/map_reader.hpp"
#include "survey/written_value.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

constexpr Span kWholeMap{0, 0, 0};

Node as_node(const std::string& text, const Span& span) {
    Node node;
    node.kind = Node::Kind::scalar;
    node.text = text;
    node.span = span;
    return node;
}

std::string replaced(std::string text, std::string_view name, const std::string& by) {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + by.size())) {
        text.replace(at, name.size(), by);
    }
    return text;
}

class Binder {
  public:
    Binder(const Framework& framework, BoundMap& bound, Findings& findings)
        : framework_(&framework), bound_(&bound), findings_(&findings), values_(framework, bound, findings) {}

    void bind();
    void check_mapped();  // that no practice is left out

  private:
    const Element& element(int index) const { return framework_->elements[static_cast<std::size_t>(index)]; }
    void bind_profile();
    void bind_roles();
    void bind_organisations();
    void bind_questions();
    void add_question(const QuestionMap& question, int element);
    void add_by_pattern();
    std::string key_by_pattern(int element) const;
    void check_not_applicable();
    std::vector<int> practices() const;
    bool may_be_not_applicable(int element) const;

    const Framework* framework_;
    BoundMap* bound_;
    Findings* findings_;
    ValueBinder values_;
};

std::vector<int> Binder::practices() const {
    std::vector<int> found;
    for (std::size_t i = 0; i < framework_->elements.size(); ++i) {
        if (framework_->elements[i].kind == NodeName::Kind::practice) found.push_back(static_cast<int>(i));
    }
    return found;
}

void Binder::bind_profile() {
    const SurveyMap& map = bound_->map;
    if (map.profile.empty()) return;
    const Node node = as_node(map.profile, map.profile_span);
    bound_->profile = read_name(node, "profile", ids_of(framework_->profiles), *findings_).value_or(0);
}

void Binder::bind_roles() {
    std::string room;
    const auto learn = [&](const std::string& text, int role) {
        bound_->roles_exact.emplace(text, role);
        bound_->roles_normalised.emplace(std::string(normalised_text(text, room)), role);
    };
    const std::vector<std::string> ids = ids_of(framework_->roles);
    for (const ValueEntry& entry : bound_->map.roles) {
        const auto role = read_name(as_node(entry.means, entry.span), "role", ids, *findings_);
        if (role) learn(entry.value, *role);
    }
    for (std::size_t i = 0; i < framework_->roles.size(); ++i) {
        learn(framework_->roles[i].id, static_cast<int>(i));
        learn(framework_->roles[i].title, static_cast<int>(i));
    }
}

void Binder::bind_organisations() {
    std::string room;
    for (std::size_t i = 0; i < bound_->map.organisations.size(); ++i) {
        const OrganisationNames& names = bound_->map.organisations[i];
        bound_->organisations.emplace(std::string(normalised_text(names.name, room)), static_cast<int>(i));
        for (const std::string& alias : names.aliases) {
            bound_->organisations.emplace(std::string(normalised_text(alias, room)), static_cast<int>(i));
        }
    }
}

bool Binder::may_be_not_applicable(int index) const {
    const auto& in_profile = framework_->profiles[static_cast<std::size_t>(bound_->profile)].not_applicable;
    return element(index).question.not_applicable.has_value() || in_profile.contains(index);
}

void Binder::add_question(const QuestionMap& question, int index) {
    BoundQuestion bound;
    bound.element = index;
    bound.place = question.place;
    bound.table = values_.for_levels(question.place, element(index).scale);
    bound.may_be_not_applicable = may_be_not_applicable(index);
    if (question.evidence && framework_->evidence.strengths.empty()) {
        findings_->report("M104", question.evidence->place.span,
                          fmt::format("evidence is mapped, but {} does not ask for any", framework_->id),
                          "take out 'evidence'");
    } else if (question.evidence) {
        bound.evidence = BoundEvidence{question.evidence->place, values_.for_strengths(question.evidence->place),
                                       question.evidence->dated};
    }
    bound_->questions.push_back(std::move(bound));
}

std::string Binder::key_by_pattern(int index) const {
    const Element& practice = element(index);
    std::string key = bound_->map.answers.key_from;
    key = replaced(key, "{id}", practice.id);
    key = replaced(key, "{code}", practice.code);
    key = replaced(key, "{dimension}", element(std::max(practice.dimension, 0)).id);
    return replaced(key, "{group}", element(std::max(practice.parent, 0)).id);
}

// Questions that are not listed, where the map says how their keys are made.
void Binder::add_by_pattern() {
    if (bound_->map.answers.key_from.empty()) return;
    for (const int index : practices()) {
        const bool listed = std::ranges::any_of(bound_->questions, [&](const auto& q) { return q.element == index; });
        if (listed) continue;
        QuestionMap question;
        question.practice = element(index).id;
        question.place.key = key_by_pattern(index);
        question.place.values = "default";
        question.place.span = bound_->map.answers.key_from_span;
        add_question(question, index);
    }
}

void Binder::bind_questions() {
    for (const QuestionMap& question : bound_->map.questions) {
        const auto found = read_practice(as_node(question.practice, question.practice_span), *framework_, *findings_);
        if (found) add_question(question, *found);
    }
    add_by_pattern();
    std::map<int, int> leaves;
    for (const int index : practices()) leaves.emplace(index, static_cast<int>(leaves.size()));
    for (BoundQuestion& question : bound_->questions) question.leaf = leaves[question.element];
    std::ranges::sort(bound_->questions, {}, &BoundQuestion::leaf);
}

// Where a framework does not allow "not applicable", an answer that says so is refused when it is read.
void Binder::check_not_applicable() {
    for (const ValueTable& table : bound_->map.values) {
        std::string practices;
        for (const BoundQuestion& question : bound_->questions) {
            const bool uses =
                question.table >= 0 && !question.may_be_not_applicable && question.place.values == table.id;
            if (uses) practices += (practices.empty() ? "" : ", ") + element(question.element).id;
        }
        const auto entry = std::ranges::find(table.entries, "not-applicable", &ValueEntry::means);
        if (entry == table.entries.end() || practices.empty()) continue;
        findings_->report("M106", entry->value_span,
                          fmt::format("{} may mean 'not applicable', which these practices cannot be: {}",
                                      in_quotes(entry->value), practices),
                          "a record that says so of one of them is rejected, so best do not offer it there; or give "
                          "these questions a table of their own that says what such an answer means");
    }
}

void Binder::check_mapped() {
    const std::size_t all = practices().size();
    if (bound_->questions.empty()) {
        if (findings_->errors() > 0) return;
        findings_->report("M105", kWholeMap, "the map says of no question where its answer stands",
                          "list them under 'questions': 'PRACTICE: KEY'; 'waymark map new' writes them out");
        return;
    }
    if (bound_->questions.size() == all) return;
    std::string missing;
    for (const int index : practices()) {
        const bool mapped = std::ranges::any_of(bound_->questions, [&](const auto& q) { return q.element == index; });
        if (!mapped) missing += (missing.empty() ? "" : ", ") + element(index).id;
    }
    findings_->report("M103", kWholeMap,
                      fmt::format("{} of {} practices are not mapped and count as not asked: {}",
                                  all - bound_->questions.size(), all, missing),
                      "add them under 'questions' if the survey asks about them");
}

void Binder::bind() {
    bind_profile();
    bind_roles();
    bind_organisations();
    bind_questions();
    check_not_applicable();
}

// False if the map was written for another framework: then every name in it would be a finding of its own.
bool fits_framework(const SurveyMap& map, const Framework& framework, Findings& findings) {
    const bool is_path = map.framework.ends_with(".yaml") || map.framework.ends_with(".yml");
    if (map.framework.empty() || is_path) return true;
    const std::string id = map.framework.substr(0, map.framework.find('@'));
    const std::size_t at = map.framework.find('@');
    const std::string major =
        at == std::string::npos ? "" : map.framework.substr(at + 1, map.framework.find('.') - at - 1);
    if (id == framework.id && (major.empty() || major == std::to_string(framework.major_version()))) return true;
    findings.report(
        "M107", map.framework_span,
        fmt::format("the map is for {}, not for {}@{}", in_quotes(map.framework), framework.id, framework.version),
        "use it with its own framework, or check every question and value against this one and then "
        "change the line");
    return false;
}

}  // namespace

std::optional<BoundMap> bind_map(SurveyMap map, const Framework& framework, Diagnostics& diagnostics) {
    const Source source(map.file, map.text);
    Findings findings(source, diagnostics);
    if (!fits_framework(map, framework, findings)) return std::nullopt;
    BoundMap bound;
    bound.map = std::move(map);
    Binder binder(framework, bound, findings);
    binder.bind();
    binder.check_mapped();
    return findings.errors() > 0 ? std::nullopt : std::optional(std::move(bound));
}

void check_map(std::string name, std::string text, const Framework* framework, Diagnostics& diagnostics) {
    MapRead read = read_as_far_as_possible(std::move(name), std::move(text), diagnostics);
    if (!read.map || framework == nullptr) return;
    const Source source(read.map->file, read.map->text);
    Findings findings(source, diagnostics);
    if (!fits_framework(*read.map, *framework, findings)) return;
    BoundMap bound;
    bound.map = std::move(*read.map);
    Binder binder(*framework, bound, findings);
    binder.bind();
    if (read.sound) binder.check_mapped();  // else a question may be missing only because of an error in it
}

}  // namespace waymark
