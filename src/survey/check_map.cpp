// What only the whole map shows.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "assessment/names.hpp"
#include "survey/map_reader.hpp"

namespace waymark {

namespace {

// Every place that an answer or its evidence is read from, with the table that tells what is found there.
template <typename Visit>
void each_place(const SurveyMap& map, const Visit& visit) {
    for (const QuestionMap& question : map.questions) {
        visit(question.place);
        if (question.evidence) visit(question.evidence->place);
    }
}

std::vector<std::string> table_names(const SurveyMap& map) {
    std::vector<std::string> names;
    for (const ValueTable& table : map.values) names.push_back(table.id);
    return names;
}

void check_tables(const SurveyMap& map, Findings& findings) {
    const std::vector<std::string> known = table_names(map);
    std::set<std::string> used;
    const auto use = [&](const std::string& name, const Span& span) {
        used.insert(name);
        if (std::ranges::find(known, name) != known.end()) return;
        findings.report("M007", span, fmt::format("no value table is called {}", in_quotes(name)),
                        known.empty()
                            ? Suggestion{"say under 'values' what the values in the export mean", "", "", false}
                            : suggest(name, known));
    };
    each_place(map, [&](const AnswerPlace& place) {
        const bool counts = place.many == Many::count;  // a number of ticks needs no table
        if (counts && place.values_span.line == 0) return;
        use(place.values, place.values_span.line > 0 ? place.values_span : place.span);
    });
    if (!map.answers.key_from.empty()) use("default", map.answers.key_from_span);
    if (map.questions.empty() || findings.errors() > 0) return;  // a question with an error may use it
    for (const ValueTable& table : map.values) {
        if (used.contains(table.id)) continue;
        findings.report("M010", table.span, fmt::format("no question uses the value table {}", in_quotes(table.id)),
                        "name it in a question with 'values:', or take it out; without a name a question uses "
                        "'default', and evidence 'evidence'");
    }
}

std::string where_of(const AnswerPlace& place) {
    if (place.at) return "at " + place.at->as_written;
    if (place.key.empty()) return "";
    return "key " + place.key + (place.row.empty() ? "" : "\nrow " + place.row);
}

void check_keys(const SurveyMap& map, Findings& findings) {
    std::map<std::string, int> lines;
    const auto claim = [&](const std::string& where, const std::string& name, const Span& span) {
        const auto [first, is_new] = lines.emplace(where, span.line);
        if (is_new || where.empty()) return;
        findings.report(
            "M015", span,
            fmt::format("{} is read for two questions, here and in line {}", in_quotes(name), first->second),
            "one answer then counts twice; check the keys");
    };
    each_place(map, [&](const AnswerPlace& place) {
        claim(where_of(place), place.at ? place.at->as_written : place.key, place.span);
        for (const auto& [code, column] : place.columns) claim("key " + column, column, place.span);
    });
}

void check_rows(const SurveyMap& map, Findings& findings) {
    if (!map.answers.each || map.answers.row) return;
    each_place(map, [&](const AnswerPlace& place) {
        if (place.row.empty()) return;
        findings.report("M005", place.span, fmt::format("the row {} cannot be told from others", in_quotes(place.row)),
                        "say under 'answers' where an entry's row stands: row: /row_id");
    });
}

void check_pattern(const SurveyMap& map, Findings& findings) {
    const std::string& pattern = map.answers.key_from;
    static const std::vector<std::string> known{"id", "code", "dimension", "group"};
    bool varies = false;
    for (std::size_t open = pattern.find('{'); open != std::string::npos; open = pattern.find('{', open + 1)) {
        const std::size_t close = pattern.find('}', open);
        const std::string name = pattern.substr(open + 1, close == std::string::npos ? close : close - open - 1);
        varies = varies || name == "id" || name == "code";
        if (close != std::string::npos && std::ranges::find(known, name) != known.end()) continue;
        findings.report("M016", map.answers.key_from_span,
                        fmt::format("{} is nothing that a key is made from", in_quotes(name)), suggest(name, known));
        return;
    }
    if (pattern.empty() || varies) return;
    findings.report("M016", map.answers.key_from_span, "this makes the same key for every question",
                    "write {id} for the practice's id or {code} for its short code: \"{dimension}/{id}\"");
}

}  // namespace

void check_whole(const SurveyMap& map, Findings& findings) {
    check_tables(map, findings);
    check_keys(map, findings);
    check_rows(map, findings);
    check_pattern(map, findings);
    if (!map.record.organisation.empty() || map.questions.empty() || findings.errors() > 0) return;
    findings.report("M014", Span{0, 0, 0}, "the map does not say which organisation a record is from",
                    "add 'organisation' under 'record'; without it all records of a file count as one organisation");
}

}  // namespace waymark
