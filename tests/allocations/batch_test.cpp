// What a response costs in memory: nothing where responses are scored one by one, and little for an organisation.
#include "batch/batch.hpp"

#include <fstream>
#include <sstream>

#include "batch/organisation_tallies.hpp"
#include "batch/single_scores.hpp"
#include "catch.hpp"
#include "counting.hpp"
#include "unit/survey/reading_lab.hpp"

using namespace waymark;
using reading::Map;

namespace {

constexpr int kPractices = 7;  // of the small framework
constexpr const char* kQuestions =
    "  real-mission: q0\n  shared-diagnosis: q1\n  tool-repertoire: q2\n  networks: q3\n  peer-support: q4\n"
    "  open-work: q5\n  reach: q6\n";

std::string members(const std::string& values) {
    return "records: \"\"\nrecord: {id: /id, organisation: /organisation, role: /role, submitted: /at, complete: "
           "{/done: true}}\nwhere: {/test: absent}\nanswers: {in: /answers}\nvalues:\n  default: " +
           values + "\nquestions:\n" + kQuestions;
}

std::string padded(int number) {
    std::string digits = std::to_string(number);
    return std::string(7 - digits.size(), '0') + digits;
}

// Names, ids and texts are too long to be kept without memory of their own, and need quotes in CSV.
std::string head(int number) {
    return "\"id\":\"uuid:a-long-identifier-of-response-" + padded(number) +
           "\",\"organisation\":\"Département, Affairs of Area " + std::to_string(number % 5) + "\",\"role\":\"" +
           (number % 2 == 0 ? "leader" : "frontline") +
           "\",\"at\":\"2026-10-05T10:00:00.000000Z\",\"done\":true,\"comment\":\"nobody reads this \\u00e9 \\\" part "
           "of the "
           "response, however long it may be\"";
}

std::string answer_of(int number, int question, bool labels) {
    const int level = (number + question) % 3;
    if (!labels) return std::to_string(level);
    const char* const words[] = {"Not in place at all so far", "Partly in place, on paper", "In place and in use"};
    return std::string("\"") + words[level] + "\"";
}

enum class Form { lines, shuffled, labels, array, csv, entries };

std::string record(Form shape, int number) {
    std::string text;
    if (shape == Form::csv) {
        text = "uuid:a-long-identifier-of-response-" + padded(number) + ",\"Département, Affairs of Area " +
               std::to_string(number % 5) + "\",leader,2026-10-05T10:00:00Z,true,\"says \"\"nothing\"\" at all\"";
        for (int i = 0; i < kPractices; ++i) text += "," + answer_of(number, i, false);
        return text + "\n";
    }
    for (int i = 0; i < kPractices; ++i) {
        const int question = shape == Form::shuffled ? (i * 3 + number) % kPractices : i;
        const std::string answer = answer_of(number, question, shape == Form::labels);
        text += text.empty() ? "" : ",";
        text += shape == Form::entries ? "{\"key\":\"q" + std::to_string(question) + "\",\"value\":" + answer + "}"
                                       : "\"q" + std::to_string(question) + "\":" + answer;
    }
    text = shape == Form::entries ? "[" + text + "]" : "{" + text + "}";
    const bool first = shape == Form::shuffled && number % 2 == 1;
    return first ? "{\"answers\":" + text + "," + head(number) + "}"
                 : "{" + head(number) + ",\"answers\":" + text + "}";
}

std::string text_of(Form shape, int records) {
    std::string text;
    if (shape == Form::csv) text = "id,organisation,role,at,done,comment,q0,q1,q2,q3,q4,q5,q6\n";
    if (shape == Form::array) text = "[";
    for (int i = 0; i < records; ++i) {
        if (shape == Form::array && i > 0) text += ",\n";
        text += record(shape, i);
        if (shape != Form::array && shape != Form::csv) text += "\n";
    }
    return shape == Form::array ? text + "]" : text;
}

Map map_of(Form shape) {
    if (shape == Form::labels) {
        return Map(members(
            "{map: {not in place at all so far: 0, \"partly in place, on paper\": 1, in place and in use: 2}}"));
    }
    if (shape == Form::csv) {
        return Map(
            "records: \"\"\nrecord: {id: /id, organisation: /organisation, role: /role, submitted: /at, complete: "
            "{/done: "
            "\"true\"}}\nanswers: {in: \"\"}\nvalues: {default: {pass: number}}\nquestions:\n" +
            std::string(kQuestions));
    }
    if (shape == Form::entries) {
        return Map(
            "records: \"\"\nrecord: {id: /id, organisation: /organisation, role: /role, submitted: /at}\nanswers: "
            "{each: "
            "/answers/*, key: /key, value: [/value]}\nvalues: {default: {pass: number}}\nquestions:\n" +
            std::string(kQuestions));
    }
    return Map(members("{pass: number}"));
}

// Calls of operator new while so many responses are read, scored and written as rows.
std::int64_t allocations_for(Form shape, const Map& map, int records, int threads, ResponseRows::Format rows_as) {
    const std::string text = text_of(shape, records);
    const reading::Small& small = reading::small();
    const std::vector<ExportFile> files{
        {shape == Form::csv ? "export.csv" : "export.json", "", [&text](ReadResult&) { return bytes_of(text); }}};
    BatchSetting setting;
    setting.map = &map.bound;
    setting.reading = &map.plan;
    setting.envelope = &map.envelope;
    setting.framework = &small.framework;
    setting.plan = &small.plan;
    setting.threads = threads;
    const ResponseRows format(small.framework, small.plan, rows_as, false);
    std::size_t written = 0;
    BatchOutputs outputs;
    outputs.taker = [&]() -> TakeResponse {
        const auto single = std::make_shared<SingleScores>(small.framework, small.plan, format, false, std::nullopt);
        return [single](const Response& response, std::string_view organisation, std::string& rows) {
            single->take(response, organisation, rows);
        };
    };
    outputs.rows = [&](std::string_view rows) { written += static_cast<std::size_t>(std::ranges::count(rows, '\n')); };
    BatchProgress progress;
    const std::atomic<bool> stop{false};
    const std::int64_t before = counting::allocations();
    const BatchResult result = run_batch(setting, files, outputs, progress, stop);
    const std::int64_t after = counting::allocations();
    CHECK(result.account.scored == records);
    CHECK(written == static_cast<std::size_t>(records));
    return after - before;
}

}  // namespace

TEST_CASE("reading and scoring and rows allocate nothing for a record") {
    constexpr int kRecords = 20000;
    for (const Form shape : {Form::lines, Form::shuffled, Form::labels, Form::array, Form::csv, Form::entries}) {
        const Map map = map_of(shape);
        for (const int threads : {1, 2}) {
            const auto rows_as = threads == 1 ? ResponseRows::Format::csv : ResponseRows::Format::json_lines;
            const std::int64_t once = allocations_for(shape, map, kRecords, threads, rows_as);
            const std::int64_t twice = allocations_for(shape, map, 2 * kRecords, threads, rows_as);
            INFO("shape " << static_cast<int>(shape) << ", " << threads << " threads: " << once << " allocations for "
                          << kRecords << " records, " << twice << " for twice as many");
            CHECK(twice - once < kRecords / 200);  // a few for each chunk of many records
        }
    }
}

namespace {

// Bytes alive for each organisation when `people` of every role have answered everything.
std::int64_t bytes_of_one(int people, bool evidence, bool dated) {
    constexpr int kOrganisations = 200;
    static const Framework framework = [] {
        Diagnostics findings;
        const std::string path = std::string(WAYMARK_SOURCE_DIR) + "/frameworks/mission-maturity.yaml";
        std::ifstream file(path);
        std::stringstream text;
        text << file.rdbuf();
        return *read_framework(path, text.str(), findings);
    }();
    const Plan plan = make_plan(framework, 0);
    OrganisationTallies tallies(plan, framework);
    const std::int64_t before = counting::live_bytes();
    Response response;
    for (int one = 0; one < kOrganisations; ++one) {
        const std::string name = "Département, Affairs of Area " + std::to_string(one);
        for (int person = 0; person < people; ++person) {
            response.role = person % plan.roles;
            response.answers.assign(plan.leaves.size(), {AnswerState::level, (one + person) % 5});
            response.evidence.clear();
            for (int leaf = 0; evidence && leaf < static_cast<int>(plan.leaves.size()); ++leaf) {
                const auto date = dated ? std::optional(Date{2026, 1 + person % 12, 1 + leaf}) : std::nullopt;
                response.evidence.push_back({leaf, (leaf + person) % 3, date});
            }
            tallies.add(name, name, response, false);
        }
    }
    REQUIRE(tallies.size() == kOrganisations);
    return (counting::live_bytes() - before) / kOrganisations;
}

}  // namespace

TEST_CASE("an organisation of the default framework takes a few kilobytes") {
    CHECK(bytes_of_one(10, false, false) < 3 * 1024);
    CHECK(bytes_of_one(10, true, false) < 4 * 1024);
    CHECK(bytes_of_one(10, true, true) < 6 * 1024 + 512);
    CHECK(bytes_of_one(2000, false, false) < 5 * 1024);
    CHECK(bytes_of_one(2000, true, false) < 8 * 1024);
}
