#include "assessment/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "assessment/answers.hpp"
#include "assessment/facts.hpp"
#include "assessment/names.hpp"
#include "text/fields.hpp"
#include "text/hash.hpp"

namespace waymark {

namespace {

bool errors_since(const Diagnostics& list, std::size_t before) {
    return std::any_of(list.begin() + static_cast<std::ptrdiff_t>(before), list.end(),
                       [](const Diagnostic& finding) { return finding.severity == Severity::error; });
}

// MAJOR.MINOR.PATCH.
std::optional<std::array<int, 3>> parse_version(std::string_view text) {
    std::array<int, 3> version{};
    for (std::size_t part = 0; part < version.size(); ++part) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version[part]);
        if (error != std::errc{} || version[part] < 0) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        const bool last = part + 1 == version.size();
        if (last != text.empty() || (!last && text.front() != '.')) return std::nullopt;
        if (!last) text.remove_prefix(1);
    }
    return version;
}

// False if the file was made with another major version: then answers may mean something else, and much may be unknown.
bool check_version(const FrameworkReference& reference, const Framework& framework, Findings& findings) {
    const auto written = parse_version(reference.version);
    const auto present = parse_version(framework.version);
    if (!written) {
        findings.report("A004", reference.span, "the version of the framework is missing or not MAJOR.MINOR.PATCH",
                        fmt::format("write '{}@{}'", framework.id, framework.version));
    } else if (present && written->front() != present->front()) {
        findings.report("A002", reference.span,
                        fmt::format("the assessment was made with version {} of the framework, this is version {}",
                                    reference.version, framework.version),
                        *written > *present
                            ? std::string("read it with that version of the framework, or a later one")
                            : fmt::format("carry it over with 'waymark migrate', then check every answer against "
                                          "version {}: a new major version changes what answers mean",
                                          framework.version));
        return false;
    } else if (present && *written != *present) {
        findings.report("A003", reference.span,
                        fmt::format("made with version {} of the framework, read with version {}", reference.version,
                                    framework.version),
                        "versions with the same first number mean the same by every answer");
    }
    return true;
}

// False if the file is about another framework: then every name in it would be a finding of its own.
bool check_framework(Fields& fields, const Framework& framework, Assessment& assessment, Findings& findings) {
    assessment.framework_id = framework.id;
    assessment.framework_version = framework.version;
    const Node* node = fields.need("framework");
    if (node == nullptr) return true;
    const auto reference = framework_reference(fields.node());
    if (!reference) {
        findings.report("A004", node->span, "the framework is named by id and version, or by a path ending in .yaml",
                        fmt::format("write '{}@{}'", framework.id, framework.version));
        return true;
    }
    if (!reference->path.empty()) return true;  // the framework at that path was loaded, or another was asked for
    if (reference->id != framework.id) {
        findings.report(
            "A001", reference->span,
            fmt::format("the assessment is of framework {}, not of '{}'", in_quotes(reference->id), framework.id),
            fmt::format("read it with its own framework, or write '{}@{}' if the id is a slip of the pen", framework.id,
                        framework.version));
        return false;
    }
    assessment.framework_version = reference->version;
    return check_version(*reference, framework, findings);
}

void read_currency(Fields& fields, Assessment& assessment, Findings& findings) {
    const Node* node = filled(fields.find("currency"));
    if (node == nullptr) return;
    const auto code = read_text(*node, "the currency", findings);
    if (!code) return;
    const bool fits = code->size() == 3 && std::ranges::all_of(*code, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!fits) {
        findings.report("A021", node->span, fmt::format("{} is not a currency code", in_quotes(*code)),
                        "write the three capital letters of ISO 4217, such as EUR, GBP or USD");
        return;
    }
    assessment.currency = *code;
}

// The keys of `agreed` and `targets`: practice -> level. `otherwise` takes the key `default`, where one is
// allowed.
std::map<int, int> read_levels_by_practice(const Node* node, const Framework& framework, std::optional<int>* otherwise,
                                           Findings& findings) {
    std::map<int, int> levels;
    if (node == nullptr) return levels;
    for (std::size_t i = 0; i < node->keys.size(); ++i) {
        const Node& key = node->keys[i];
        if (otherwise != nullptr && key.text == "default") {
            *otherwise = read_level(node->items[i], framework.scales.front(), findings);
            continue;
        }
        const auto element = read_practice(key, framework, findings);
        if (!element) continue;
        const auto level = read_level(node->items[i], framework.scale_of(*element), findings);
        if (level) levels[*element] = *level;
    }
    return levels;
}

void read_publish(Fields& fields, Assessment& assessment, Findings& findings) {
    const Node* node = fields.mapping("publish");
    if (node == nullptr) return;
    Fields publish(*node, "publish", findings);
    assessment.may_be_named = publish.yes_no("name", false);
    publish.finish();
}

void read_people(Fields& fields, const AnswerRules& rules, Assessment& assessment, Findings& findings) {
    const Node* list = filled(fields.find("respondents"));
    if (list == nullptr) return;
    if (list->kind != Node::Kind::sequence) {
        fields.list("respondents");  // files the finding
    } else if (list->items.empty()) {
        findings.report("A020", list->span, "the assessment has no respondents",
                        "every score will be unknown until somebody answers");
    } else {
        assessment.respondents = read_respondents(*list, rules, findings);
    }
}

void take_facts(const Node* node, const Framework& framework, const FileAccess& files, Assessment& assessment,
                Findings& findings) {
    FactsRead read = read_facts(node, framework, files, findings);
    assessment.facts = std::move(read.tables);
    assessment.read_files = std::move(read.read_files);
    if (read.money && assessment.currency.empty()) {
        findings.report("A022", read.money->span,
                        fmt::format("money is given in '{}', but no currency is named", read.money->table),
                        "add 'currency: GBP' (or another ISO 4217 code) to the assessment; one currency serves all");
    }
}

void read_body(Fields& fields, const Framework& framework, const FileAccess& files, Assessment& assessment,
               Findings& findings) {
    if (const Node* profile = filled(fields.find("profile"))) {
        assessment.profile = read_name(*profile, "profile", ids_of(framework.profiles), findings).value_or(0);
    }
    AnswerRules rules{&framework, assessment.profile, std::nullopt};
    if (fields.need("date") != nullptr) rules.date = fields.date("date");
    assessment.date = rules.date.value_or(Date{});
    read_currency(fields, assessment, findings);
    assessment.note = fields.text("note");
    read_people(fields, rules, assessment, findings);
    assessment.agreed = read_levels_by_practice(fields.mapping("agreed"), framework, nullptr, findings);
    take_facts(fields.mapping("facts"), framework, files, assessment, findings);
    assessment.targets =
        read_levels_by_practice(fields.mapping("targets"), framework, &assessment.default_target, findings);
    read_publish(fields, assessment, findings);
    assessment.previous = fields.text("previous");
    fields.finish();
}

}  // namespace

std::optional<FrameworkReference> framework_reference(const Node& root) {
    if (root.kind != Node::Kind::mapping) return std::nullopt;
    const Node* node = root.find("framework");
    if (node == nullptr || node->kind != Node::Kind::scalar || node->text.empty()) return std::nullopt;
    FrameworkReference reference;
    reference.span = node->span;
    if (node->text.ends_with(".yaml") || node->text.ends_with(".yml")) {
        reference.path = node->text;
        return reference;
    }
    const auto at = node->text.find('@');
    reference.id = node->text.substr(0, at);
    if (at != std::string::npos) reference.version = node->text.substr(at + 1);
    if (reference.id.empty()) return std::nullopt;
    return reference;
}

std::optional<Assessment> read_assessment(std::string name, std::string text, const Framework& framework,
                                          const FileAccess& files, Diagnostics& diagnostics) {
    const Source source(std::move(name), std::move(text));
    Findings findings(source, diagnostics);
    const std::size_t before = diagnostics.size();
    const auto root = parse_yaml(findings);
    if (!root) return std::nullopt;
    Fields fields(*root, "an assessment", findings);
    if (!fields.is_mapping() || !read_head(fields, "assessment", findings)) return std::nullopt;
    Assessment assessment;
    if (!check_framework(fields, framework, assessment, findings)) return std::nullopt;
    assessment.organisation = fields.need_text("organisation");
    fields.need("respondents");
    read_body(fields, framework, files, assessment, findings);
    assessment.file = source.name;
    assessment.sha256 = sha256_hex(source.text);
    if (errors_since(diagnostics, before)) return std::nullopt;
    return assessment;
}

std::optional<Assessment> read_assessment_body(const Node& body, const Framework& framework, const FileAccess& files,
                                               Findings& findings) {
    const std::size_t before = findings.list().size();
    Fields fields(body, "an assessment", findings);
    if (!fields.is_mapping()) return std::nullopt;
    Assessment assessment;
    assessment.framework_id = framework.id;
    assessment.framework_version = framework.version;
    assessment.file = findings.source().name;
    assessment.organisation = fields.text("organisation");
    read_body(fields, framework, files, assessment, findings);
    if (errors_since(findings.list(), before)) return std::nullopt;
    return assessment;
}

}  // namespace waymark
