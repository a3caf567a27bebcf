// Exports read by several threads: the same bytes as with one, under ThreadSanitizer too (preset tsan).
#include "batch/batch.hpp"

#include <algorithm>
#include <map>

#include "../unit/assessment/small_framework.hpp"
#include "catch.hpp"
#include "survey/bound_map.hpp"

namespace {

using namespace waymark;

constexpr int kRecords = 9000;  // in each of three files, several chunks long
constexpr const char* kMap =
    "waymark: map/1\nrecords: \"\"\nrecord: {id: /id, organisation: /organisation, role: /role, submitted: /at}\n"
    "where: {/test: absent}\nanswers: {in: /answers}\nvalues: {default: {pass: number, map: {dk: dont-know}}}\n"
    "questions: {real-mission: a, tool-repertoire: b, networks: c}\n";

std::string records(int file) {
    std::string text;
    for (int i = 0; i < kRecords; ++i) {
        const int number = file * kRecords + i;
        const int id = number % 25000;  // some stand in the first file and in the last
        text += "{\"id\": \"r" + std::to_string(id) + "\", \"at\": \"2026-10-0" + std::to_string(1 + number % 7) +
                "\", \"organisation\": \"Team " + std::to_string(id % 50) + "\", \"role\": \"" +
                (id % 3 == 0 ? "leader" : "frontline") + "\", " + (id % 11 == 0 ? "\"test\": 1, " : "") +
                "\"answers\": {\"a\": " + std::to_string(number % 6) +
                ", \"b\": \"dk\", \"c\": " + std::to_string(id % 5) + "}, \"note\": \"" +
                std::string(static_cast<std::size_t>(100 + number % 97), 'n') + "\"}\n";
    }
    return text;
}

struct Seen {
    std::string rows;
    std::string rejected;
    std::string organisations;
    Account account;
};

Seen run(const std::vector<std::string>& texts, int threads, Duplicates duplicates) {
    Diagnostics diagnostics;
    auto read = read_map("map.yaml", kMap, diagnostics);
    REQUIRE(read.has_value());
    const Envelope envelope = envelope_of(*read);
    const auto map = bind_map(std::move(*read), sample::framework(), diagnostics);
    REQUIRE(map.has_value());
    const ReadingPlan plan = plan_reading(*map);
    BatchSetting setting;
    setting.map = &*map;
    setting.reading = &plan;
    setting.envelope = &envelope;
    setting.framework = &sample::framework();
    setting.plan = &sample::plan();
    setting.duplicates = duplicates;
    setting.threads = threads;
    std::vector<ExportFile> files;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        files.push_back(
            {"file" + std::to_string(i) + ".jsonl", "", [&text = texts[i]](ReadResult&) { return bytes_of(text); }});
    }
    Seen seen;
    OrganisationTallies tallies(sample::plan(), sample::framework());
    BatchOutputs outputs;
    outputs.taker = [&] {
        return [&](const Response& response, std::string_view organisation, std::string& rows) {
            tallies.add(organisation, organisation, response, false);
            rows.append(response.id).append(" ").append(organisation).append("\n");
        };
    };
    outputs.rows = [&](std::string_view rows) { seen.rows.append(rows); };
    outputs.rejected = [&](const Rejection& rejection) {
        seen.rejected += std::to_string(rejection.file) + ":" + std::to_string(rejection.line) + " " + rejection.id +
                         " " + rejection.pointer + " " + rejection.value + "\n";
    };
    BatchProgress progress;
    const std::atomic<bool> stop = false;
    const BatchResult result = run_batch(setting, files, outputs, progress, stop);
    seen.account = result.account;
    for (const OrganisationTally* counted : tallies.sorted()) {
        seen.organisations += counted->name + " " + std::to_string(counted->responses);
        for (const auto& role : counted->roles) {
            for (std::size_t i = 0; i < role.answers.size(); ++i) {
                seen.organisations += " " + std::to_string(role.answers[i]);
            }
        }
        seen.organisations += "\n";
    }
    return seen;
}

}  // namespace

TEST_CASE("any number of threads gives the same rows and tallies and rejections") {
    const std::vector<std::string> texts{records(0), records(1), records(2)};
    for (const Duplicates duplicates : {Duplicates::none, Duplicates::latest}) {
        const Seen one = run(texts, 1, duplicates);
        CHECK(one.account.adds_up());
        CHECK(one.account.read == 3 * kRecords);
        CHECK(one.account.all_rejected() > 0);
        CHECK(one.account.all_dropped() > 0);
        for (const int threads : {2, 5}) {
            const Seen more = run(texts, threads, duplicates);
            INFO(threads << " threads");
            CHECK(more.account.adds_up());
            CHECK((more.rows == one.rows));
            CHECK((more.rejected == one.rejected));
            CHECK((more.organisations == one.organisations));
        }
    }
}

TEST_CASE("the order of files changes no tally") {
    std::vector<std::string> texts{records(0), records(1), records(2)};
    const Seen before = run(texts, 2, Duplicates::latest);
    std::reverse(texts.begin(), texts.end());
    const Seen after = run(texts, 2, Duplicates::latest);
    CHECK((after.organisations == before.organisations));
    CHECK(after.account.scored == before.account.scored);
}
