// However responses are split over files, ordered, packed into shapes and shared among threads: the same comes out, and
// every record is accounted for.
#include <algorithm>

#include "batch/organisation_tallies.hpp"
#include "catch.hpp"
#include "property/scoring_generator.hpp"
#include "unit/survey/reading_lab.hpp"

using namespace waymark;
using reading::Map;

namespace {

constexpr const char* kPractices[] = {
    "real-mission", "shared-diagnosis", "tool-repertoire", "networks", "peer-support", "open-work", "reach"};

const Map& map() {
    static const Map made(
        "records: \"\"\nrecord: {id: /id, organisation: /org, role: /role, submitted: /at}\nanswers: {in: "
        "/a}\nvalues:\n"
        "  default: {pass: number, map: {dk: dont-know}}\n  evidence: {map: {m: record-of-use, p: artefact, n: none}}\n"
        "questions:\n  real-mission: {key: q0, evidence: {key: e0, dated: {key: d0}}}\n  shared-diagnosis: q1\n"
        "  tool-repertoire: q2\n  networks: q3\n  peer-support: q4\n  open-work: q5\n  reach: q6\n");
    return made;
}

struct Sent {
    int id = 0;
    std::string text;
};

// Some are broken, and some ids come again with another time.
std::vector<Sent> random_responses(generated::Random& random) {
    std::vector<Sent> sent;
    const int count = 30 + random.below(60);
    for (int i = 0; i < count; ++i) {
        Sent one;
        one.id = random.one_in(8) ? random.below(count) : i;
        std::string answers;
        for (std::size_t q = 0; q < std::size(kPractices); ++q) {
            if (random.one_in(6)) continue;
            const int level = random.below(q == 6 ? 3 : 5);
            answers += (answers.empty() ? "\"q" : ",\"q") + std::to_string(q) +
                       "\":" + (random.one_in(9) ? std::string("\"dk\"") : std::to_string(level));
        }
        const char* const strengths[] = {"m", "p", "n"};
        if (!answers.empty() && random.one_in(2)) {
            answers += std::string(",\"e0\":\"") + strengths[random.below(3)] + "\"";
            if (random.one_in(2)) answers += ",\"d0\":\"202" + std::to_string(random.below(6)) + "-03-01\"";
        }
        const char* const names[] = {"Dept A", "dept a ", "DEPT A", "Dept B", "C"};
        const char* const roles[] = {"leader", "frontline"};
        one.text = "{\"id\":" + std::to_string(one.id) + ",\"org\":\"" + names[random.below(5)] + "\"";
        if (!random.one_in(5)) one.text += std::string(",\"role\":\"") + roles[random.below(2)] + "\"";
        one.text +=
            ",\"at\":\"2026-10-" + std::to_string(10 + random.below(10)) + "T10:00:00Z\",\"a\":{" + answers + "}}";
        if (random.one_in(20)) one.text = one.text.substr(0, one.text.size() / 2);
        sent.push_back(std::move(one));
    }
    return sent;
}

struct Sum {
    std::vector<std::string> cards;
    Account account;
};

// Every count of every organisation, in words.
std::vector<std::string> described(OrganisationTallies& tallies) {
    std::vector<std::string> lines;
    const reading::Small& small = reading::small();
    for (const OrganisationTally* counted : tallies.sorted()) {
        const FullTally full = full_tally(*counted, small.plan, small.framework, Date{2026, 11, 20});
        std::string line = counted->name + " " + std::to_string(counted->responses);
        for (const std::int64_t count : full.tally.counts) line += " " + std::to_string(count);
        for (const std::int64_t cap : full.tally.caps) line += " cap " + std::to_string(cap);
        for (const auto& [group, people] : full.tally.respondents) {
            line += " (" + std::to_string(group.role) + "," + std::to_string(group.answered) + "," +
                    std::to_string(group.straight_lining) + ")x" + std::to_string(people);
        }
        if (full.evidence) line += " evidence " + std::to_string(full.evidence->rows.size());
        lines.push_back(std::move(line));
    }
    return lines;
}

Sum sum_of(const std::vector<std::string>& texts, int threads) {
    std::vector<ExportFile> files;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        ExportFile file;
        file.name = "file" + std::to_string(i) + ".jsonl";
        file.open = [&text = texts[i]](ReadResult&) { return bytes_of(text); };
        files.push_back(std::move(file));
    }
    const reading::Small& small = reading::small();
    OrganisationTallies tallies(small.plan, small.framework);
    BatchSetting setting{&map().bound,       &map().plan, &map().envelope, &small.framework, &small.plan,
                         Duplicates::latest, false,       false,           threads,          std::nullopt};
    BatchOutputs outputs;
    outputs.taker = [&] {
        return [&](const Response& response, std::string_view organisation, std::string&) {
            std::string room;
            tallies.add(normalised_text(organisation, room), organisation, response,
                        straight_lining(small.plan, response.answers));
        };
    };
    BatchProgress progress;
    const std::atomic<bool> stop{false};
    const BatchResult result = run_batch(setting, files, outputs, progress, stop);
    REQUIRE(result.account.adds_up());
    return {described(tallies), result.account};
}

std::string joined(const std::vector<Sent>& sent, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to; ++i) text += sent[i].text + "\n";
    return text;
}

}  // namespace

TEST_CASE("neither order nor split nor threads change what a batch comes to") {
    std::int64_t dropped = 0;
    std::int64_t rejected = 0;
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        generated::Random random(seed);
        std::vector<Sent> sent = random_responses(random);
        const Sum whole = sum_of({joined(sent, 0, sent.size())}, 1);
        CHECK(whole.account.read == static_cast<std::int64_t>(sent.size()));
        dropped += whole.account.all_dropped();
        rejected += whole.account.all_rejected();
        for (int trial = 0; trial < 3; ++trial) {
            random.shuffle(sent);
            const std::size_t middle = static_cast<std::size_t>(random.below(static_cast<int>(sent.size())));
            const Sum parts = sum_of(
                {joined(sent, 0, middle), joined(sent, middle, middle), joined(sent, middle, sent.size())}, 1 + trial);
            INFO("seed " << seed << ", trial " << trial);
            CHECK(parts.cards == whole.cards);
            CHECK(parts.account.scored == whole.account.scored);
            CHECK(parts.account.dropped == whole.account.dropped);
            CHECK(parts.account.rejected == whole.account.rejected);
        }
    }
    CHECK(dropped > 100);
    CHECK(rejected > 50);
}

TEST_CASE("tallies of parts add up to the tally of the whole") {
    for (std::uint32_t seed = 100; seed < 120; ++seed) {
        generated::Random random(seed);
        const reading::Small& small = reading::small();
        OrganisationTallies whole(small.plan, small.framework);
        OrganisationTallies first(small.plan, small.framework);
        OrganisationTallies second(small.plan, small.framework);
        for (int i = 0; i < 80; ++i) {
            Response response;
            response.role = random.below(3) - 1;
            for (std::size_t leaf = 0; leaf < small.plan.leaves.size(); ++leaf) {
                response.answers.push_back(random.one_in(4) ? LeafAnswer{AnswerState::dont_know, -1}
                                                            : LeafAnswer{AnswerState::level, random.below(3)});
            }
            if (random.one_in(3)) response.evidence.push_back({random.below(3), random.below(4) - 1, std::nullopt});
            const std::string name(1, static_cast<char>('A' + random.below(3)));
            const bool straight = random.one_in(5);
            whole.add(name, name, response, straight);
            (random.one_in(2) ? first : second).add(name, name, response, straight);
        }
        first.add(second);
        CHECK(first.size() == whole.size());
        CHECK(described(first) == described(whole));
    }
}
