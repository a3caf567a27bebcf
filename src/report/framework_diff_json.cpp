#include <nlohmann/json.hpp>

#include "report/framework_diff.hpp"
#include "text/display.hpp"

namespace waymark {

namespace {

using Json = nlohmann::ordered_json;

Json place(const Span& span) {
    if (span.line == 0) return nullptr;
    return {{"line", span.line}, {"column", span.column}};
}

Json change_tree(const Difference& one) {
    Json tree = {{"rule", one.rule->id},     {"class", word_of(one.rule->kind)},
                 {"subject", one.subject},   {"message", one.message},
                 {"before", one.before},     {"after", one.after},
                 {"old", place(one.was_at)}, {"new", place(one.is_at)}};
    if (!one.help.empty()) tree["help"] = one.help;
    return tree;
}

Json moves_tree(const Moves& moves) {
    Json list = Json::array();
    for (const Move& move : moves.moves) {
        list.push_back({{"what", move.what}, {"before", move.before}, {"after", move.after}});
    }
    Json tree = {{"file", moves.file},
                 {"organisation", moves.organisation},
                 {"moves", std::move(list)},
                 {"not_carried", moves.not_carried}};
    if (!moves.problem.empty()) tree["problem"] = moves.problem;
    return tree;
}

}  // namespace

std::string diff_as_json(const DiffReport& report) {
    const FrameworkDiff& diff = report.diff;
    const auto declared = step_between(diff.old_version, diff.new_version);
    Json document = {{"waymark", "framework-diff/1"},
                     {"framework", diff.id},
                     {"old", {{"file", diff.old_file}, {"version", diff.old_version}}},
                     {"new", {{"file", diff.new_file}, {"version", diff.new_version}}},
                     {"step",
                      {{"asked", word_of(diff.asked())},
                       {"declared", declared ? Json(word_of(*declared)) : Json(nullptr)},
                       {"least_version", version_after(diff.old_version, diff.asked())},
                       {"problem", version_problem(diff)}}}};
    for (const ChangeClass kind : {ChangeClass::breaking, ChangeClass::compatible, ChangeClass::editorial}) {
        document["counts"][std::string(word_of(kind))] = diff.count(kind);
    }
    document["changes"] = Json::array();
    for (const Difference& one : diff.differences) document["changes"].push_back(change_tree(one));
    document["assessments"] = Json::array();
    for (const Moves& moves : report.assessments) document["assessments"].push_back(moves_tree(moves));
    return harmless_json(document.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace waymark
