// Exports of the worst kind, through the program: every record is accounted for, nothing crashes, memory stays small, and the
// exit status is right.
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "catch.hpp"
#include "export_run.hpp"
#include "json_cases.hpp"

namespace fs = std::filesystem;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif
#else
constexpr bool kSanitized = false;
#endif

constexpr std::int64_t kMostKib = 24 * 1024;     // whatever the input, scored one by one
constexpr std::int64_t kBoundedKib = 12 * 1024;  // more than for one small record

// What scoring one small record takes, the program and its libraries included.
std::int64_t small_peak_kib(const Folder& folder, const std::string& map) {
    return score_exports(folder, {folder.write("small.json", small_record("small"))}, map).outcome.peak_kib;
}

std::string numbered(std::size_t number) {
    std::string digits = std::to_string(number);
    return std::string(4 - std::min<std::size_t>(4, digits.size()), '0') + digits;
}

std::string small_map(const Folder& folder) {
    folder.write("small.yaml", kSmallFramework);
    return folder.write("map.yaml", kSmallMap);
}

// The text with `head`, then so many zero bytes that cost no disk, then `tail`.
std::string write_sparse(const Folder& folder, const std::string& name, const std::string& head, std::uintmax_t zeros,
                         const std::string& tail) {
    const std::string path = folder.write(name, head);
    fs::resize_file(path, head.size() + zeros);
    std::ofstream(path, std::ios::binary | std::ios::app) << tail;
    return path;
}

}  // namespace

TEST_CASE("every kind of broken JSON is told from every kind of good JSON") {
    const Folder folder;
    const std::string map = small_map(folder);
    std::vector<JsonCase> cases = json_values();
    for (JsonCase& value : cases) {
        const std::string id = "v" + numbered(static_cast<std::size_t>(&value - cases.data()));
        value.text = R"({"id": ")" + id + R"(", "organisation": ")" + id + R"(", "role": "leader", "extra": )" +
                     value.text + R"(, "answers": {"one": "some", "two": "much"}})";
    }
    for (const JsonCase& document : json_documents("{DOCUMENT}")) cases.push_back(document);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        ids.push_back("v" + numbered(i));
        std::string text = cases[i].text;
        if (const std::size_t at = text.find("{DOCUMENT}"); at != std::string::npos) {
            text.replace(at, 10, small_record(ids.back()));
        }
        folder.write("exports/" + ids.back() + ".json", text);
    }
    const Scored run = score_exports(folder, {folder.path("exports")}, map);
    INFO(run.outcome.err);
    CHECK(run.outcome.status == 1);
    CHECK(run.account.adds_up());
    std::int64_t good = 0;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        INFO(ids[i] << ": " << cases[i].name);
        CHECK(has(run.outcome.out, "\"" + ids[i] + "\"") == cases[i].good);
        CHECK(has(run.outcome.err + run.rejects, ids[i] + ".json") == !cases[i].good);
        good += cases[i].good ? 1 : 0;
    }
    CHECK(run.account.scored == good);
}

TEST_CASE("what stands behind a record is reported and does not take it away") {
    const Folder folder;
    const std::string map = small_map(folder);
    for (const char* behind : {"}", "]", ",", " x", "\"", "{", "\n]"}) {
        const Scored run = score_exports(folder, {folder.write("more.json", small_record("a") + behind)}, map);
        INFO("behind it: " << behind << ": " << run.outcome.err);
        CHECK(run.outcome.status == 1);
        CHECK(run.account.adds_up());
        CHECK(run.account.scored == 1);
        CHECK(run.account.rejected == 1);
    }
}

TEST_CASE("an export that is cut at any byte is accounted for") {
    const Folder folder;
    const std::string map = small_map(folder);
    const std::string lines = small_record("a") + "\r\n" + small_record("b\\u00e9") + "\n";
    const std::string list = "[\n " + small_record("a") + ",\n " + small_record("b") + "\n]\n";
    const std::string table =
        "id,organisation,role,one,two\na,A,leader,some,much\n\"b\",\"B, \"\"x\"\"\",leader,little,some\n";
    for (const auto& [name, text] : {std::pair<std::string, std::string>{"lines", lines}, {"list", list}}) {
        for (std::size_t size = 0; size <= text.size(); ++size) {
            folder.write(name + "/" + numbered(size) + ".json", text.substr(0, size));
        }
        const Scored run = score_exports(folder, {folder.path(name)}, map, {"--duplicates", "none"});
        INFO(name << ": " << run.outcome.err);
        CHECK(run.outcome.status == 1);
        CHECK(run.account.adds_up());
        // every cut behind the end of a record holds it whole
        const std::size_t first_end = text.find("}}") + 2;
        const std::size_t second_end = text.rfind("}}") + 2;
        const std::size_t sure = (text.size() + 1 - first_end) + (text.size() + 1 - second_end);
        CHECK(run.account.scored == static_cast<std::int64_t>(sure));
    }
    const std::string csv_map = folder.write("csv.yaml",
                                             "waymark: map/1\nframework: small.yaml\nrecords: \"\"\n"
                                             "record: {id: /id, organisation: /organisation, role: /role}\n"
                                             "answers: {in: \"\"}\nquestions: {one: one, two: two}\n"
                                             "values: {default: {map: {little: little, some: some, much: much}}}\n");
    for (std::size_t size = 0; size <= table.size(); ++size) {
        folder.write("table/" + numbered(size) + ".csv", table.substr(0, size));
    }
    const Scored run = score_exports(folder, {folder.path("table")}, csv_map, {"--duplicates", "none"});
    INFO(run.outcome.err);
    CHECK(run.outcome.status == 1);
    CHECK(run.account.adds_up());
}

TEST_CASE("a packed export that is cut at any byte is accounted for") {
    const Folder folder;
    const std::string map = small_map(folder);
    std::string text;
    for (int i = 0; i < 40; ++i) text += small_record("r" + std::to_string(i)) + "\n";
    const std::string plain = folder.write("plain.jsonl", text);
    for (const std::string packer : {"gzip -n", "zstd -q"}) {
        const std::string kind = packer.starts_with("gzip") ? "gz" : "zst";
        const std::string packed = folder.path("packed." + kind);
        if (std::system((packer + " < " + plain + " > " + packed + " 2>/dev/null").c_str()) != 0) continue;
        const std::string bytes = read_text(packed);
        const Scored whole = score_exports(folder, {folder.write("whole.jsonl." + kind, bytes)}, map);
        INFO(whole.outcome.err);
        CHECK(whole.outcome.status == 0);
        CHECK(whole.account.scored == 40);
        for (std::size_t size = 1; size < bytes.size(); ++size) {
            folder.write(kind + "/" + numbered(size) + ".jsonl." + kind, bytes.substr(0, size));
        }
        const Scored cut = score_exports(folder, {folder.path(kind)}, map, {"--duplicates", "none"});
        INFO(cut.outcome.err);
        CHECK(cut.outcome.status == 1);
        CHECK(cut.account.adds_up());
        for (std::size_t size = 4; size < bytes.size(); size += 7) {  // shorter ones are no archive yet
            CHECK(has(cut.outcome.err, numbered(size) + ".jsonl." + kind));
        }
        std::string spoilt = bytes;
        spoilt[spoilt.size() / 2] = static_cast<char>(~spoilt[spoilt.size() / 2]);
        CHECK(score_exports(folder, {folder.write("spoilt.jsonl." + kind, spoilt)}, map).outcome.status != 0);
    }
}

TEST_CASE("a record of two hundred megabytes is rejected in little memory and the next one read") {
    const Folder folder;
    const std::string map = small_map(folder);
    constexpr std::uintmax_t kHuge = 200U << 20U;
    for (const bool list : {false, true}) {
        const std::string path =
            write_sparse(folder, "huge.json", std::string(list ? "[" : "") + R"({"id": "h", "note": ")", kHuge,
                         "\"}" + std::string(list ? "," : "\n") + small_record("after") + (list ? "]" : "\n"));
        const Scored run = score_exports(folder, {path}, map);
        INFO("list " << list << ": " << run.outcome.err);
        CHECK(run.outcome.status == 1);
        CHECK(run.account.read == 2);
        CHECK(run.account.scored == 1);
        CHECK(run.account.rejected == 1);
        if (!kSanitized) CHECK(run.outcome.peak_kib < small_peak_kib(folder, map) + kBoundedKib);
    }
}

TEST_CASE("the largest records that are read take little memory") {
    const Folder folder;
    const std::string map = small_map(folder);
    constexpr int kLarge = 1000000;
    struct Note {
        std::string begin, piece, end;
    };
    for (const Note& note : {Note{"\"", "x", "\""}, Note{"\"", "\\n\\u00e9", "\""}, Note{"[0", ",0", "]"}}) {
        const std::string path = folder.path("large.jsonl");
        std::ofstream file(path);  // piece by piece: what this test holds would count as the program's
        for (int i = 0; i < 4; ++i) {
            const std::string record = small_record(std::to_string(i));
            file << record.substr(0, record.rfind('}')) << ", \"note\": " << note.begin;
            for (int size = 0; size < kLarge; size += static_cast<int>(note.piece.size())) file << note.piece;
            file << note.end << "}\n";
        }
        file.close();
        const Outcome run = waymark({"score", path, "--map", map, "--per", "response", "-f", "csv", "--threads", "1"});
        INFO(note.piece << ": " << run.err);
        CHECK(run.status == 0);
        CHECK(has(run.err, "4 responses read from 1 file: 4 scored"));
        if (!kSanitized) CHECK(run.peak_kib < kMostKib);
    }
}

TEST_CASE("a string of a hundred megabytes without an end is rejected in little memory") {
    const Folder folder;
    const std::string map = small_map(folder);
    const std::string path =
        write_sparse(folder, "endless.json", small_record("first") + "\n{\"id\": \"", 100U << 20U, "");
    const Scored run = score_exports(folder, {path}, map);
    INFO(run.outcome.err);
    CHECK(run.outcome.status == 1);
    CHECK(run.account.adds_up());
    CHECK(run.account.scored == 1);
    if (!kSanitized) CHECK(run.outcome.peak_kib < small_peak_kib(folder, map) + kBoundedKib);
}

TEST_CASE("a packed file that unpacks to a gigabyte of nothing is read in little memory") {
    const Folder folder;
    const std::string map = small_map(folder);
    const std::string packed = folder.path("bomb.json.gz");
    REQUIRE(std::system(("head -c 1000000000 /dev/zero | gzip -1 > " + packed).c_str()) == 0);
    const Scored run = score_exports(folder, {packed}, map);
    INFO(run.outcome.err);
    CHECK((run.outcome.status == 1 || run.outcome.status == 2));
    if (!kSanitized) CHECK(run.outcome.peak_kib < small_peak_kib(folder, map) + kBoundedKib);
}

TEST_CASE("members that stand twice and numbers as strings are told apart") {
    const Folder folder;
    folder.write("small.yaml", kSmallFramework);
    const std::string map = folder.write("map.yaml",
                                         "waymark: map/1\nframework: small.yaml\nrecords: \"\"\n"
                                         "record: {id: /id, organisation: /id, role: /role}\n"
                                         "answers: {in: /answers}\nquestions: {one: one, two: two}\n"
                                         "values: {default: {pass: number}}\n");
    const auto record = [](const std::string& id, const std::string& answers) {
        return "{\"id\": \"" + id + "\", \"role\": \"leader\", \"answers\": {" + answers + "}}\n";
    };
    const Scored run = score_exports(
        folder,
        {folder.write("x.jsonl",
                      record("whole", R"("one": 1, "two": "2")") + record("decimal", R"("one": 1.0, "two": "2.0")") +
                          record("twice", R"("one": 1, "one": 2)") + record("zeros", R"("one": 01)") +
                          record("power", R"("one": 1e0, "two": 20e-1)") +
                          record("big", R"("one": 18446744073709551617)") + record("word", R"("one": "one")") +
                          record("half", R"("one": 0.5)") + record("minus", R"("one": -1, "two": -0)") +
                          record("truth", R"("one": true)") + record("deep", R"("one": {"value": 1})"))},
        map);
    INFO(run.all);
    CHECK(run.outcome.status == 1);
    CHECK(run.account.read == 11);
    for (const char* good : {"\"whole\"", "\"power\""}) CHECK(has(run.outcome.out, good));
    for (const char* bad :
         {"\"twice\"", "\"zeros\"", "\"big\"", "\"word\"", "\"half\"", "\"minus\"", "\"truth\"", "\"deep\""}) {
        INFO(bad);
        CHECK_FALSE(has(run.outcome.out, bad));
    }
    CHECK(has(run.rejects, "18446744073709551617"));
}

TEST_CASE("platforms mixed in one folder and a map for another platform are never nobody") {
    const Folder folder;
    const std::string exports = std::string(WAYMARK_SOURCE_DIR) + "/tests/exports/";
    for (const char* platform : {"kobo", "odk", "typeform"}) {
        folder.write(std::string("mixed/") + platform + ".json", read_text(exports + platform + "/export.json"));
    }
    const Scored mixed = score_exports(folder, {folder.path("mixed")}, exports + "kobo/map.yaml");
    INFO(mixed.outcome.err);
    CHECK(mixed.outcome.status == 1);
    CHECK(mixed.account.adds_up());
    CHECK(mixed.account.scored == 2);
    for (const char* platform : {"odk.json", "typeform.json"}) CHECK(has(mixed.outcome.err, platform));
    const Scored wrong = score_exports(folder, {exports + "surveymonkey/export.json"}, exports + "kobo/map.yaml");
    INFO(wrong.outcome.err);
    CHECK(wrong.outcome.status == 2);
    CHECK(has(wrong.outcome.err, "/results"));
}

TEST_CASE("files that cannot be read do not stop the others") {
    const Folder folder;
    const std::string map = small_map(folder);
    const std::string good = folder.write("good.jsonl", small_record("a") + "\n");
    const Scored run = score_exports(folder, {folder.path("nowhere.json"), "/proc/self/mem", good}, map);
    INFO(run.outcome.err);
    CHECK(run.outcome.status == 1);
    CHECK(run.account.scored == 1);
    CHECK(has(run.outcome.err, "nowhere.json"));
    CHECK(has(run.outcome.err, "/proc/self/mem"));
    CHECK(score_exports(folder, {folder.path("nowhere.json")}, map).outcome.status == 2);
    if (::geteuid() == 0) return;  // root reads everything
    fs::permissions(folder.write("secret.json", small_record("s")), fs::perms::none);
    CHECK(score_exports(folder, {folder.path("secret.json"), good}, map).outcome.status == 1);
}

TEST_CASE("an export that vanishes while another is read does not stop it") {
    const Folder folder;
    const std::string map = small_map(folder);
    for (int run = 0; run < 5; ++run) {
        folder.write("second.jsonl", small_record("second") + "\n");
        // The first comes through a pipe whose writer takes the second away before it ends.
        const std::string command = "cd " + folder.path() + " && { printf '%s\\n' '" + small_record("first") +
                                    "'; rm second.jsonl; printf '%s\\n' '" + small_record("third") +
                                    "'; } | " WAYMARK_BINARY
                                    " score - second.jsonl --map map.yaml --duplicates none --date 2026-11-20 -f csv > "
                                    "out.csv 2> err.txt; echo $? > status";
        REQUIRE(std::system(command.c_str()) == 0);
        INFO(read_text(folder.path("err.txt")));
        CHECK(read_text(folder.path("status")) == "1\n");
        CHECK(has(read_text(folder.path("out.csv")), "third"));
        CHECK(has(read_text(folder.path("err.txt")), "second.jsonl"));
    }
}

TEST_CASE("an export that changes between its two readings is accounted for") {
    const Folder folder;
    const std::string map = small_map(folder);
    std::string many;
    for (int i = 0; i < 4000; ++i) many += small_record("r" + std::to_string(i % 3000)) + "\n";
    for (int run = 0; run < 5; ++run) {
        folder.write("many.jsonl", many);
        const std::string command = "cd " + folder.path() + " && { sleep 0.0" + std::to_string(run * 2) + "; head -c " +
                                    std::to_string(many.size() / 2 + 17) +
                                    " many.jsonl > less; mv less many.jsonl; } & cd " + folder.path() +
                                    " && " WAYMARK_BINARY
                                    " score many.jsonl --map map.yaml --duplicates latest"
                                    " -f csv --date 2026-11-20 > out.csv 2> err.txt; echo $? > status; wait";
        REQUIRE(std::system(command.c_str()) == 0);
        const std::string status = read_text(folder.path("status"));
        INFO(status << read_text(folder.path("err.txt")));
        CHECK((status == "0\n" || status == "1\n"));
    }
}

TEST_CASE("a disk that is full while rows are written leaves nothing behind") {
    const Folder folder;
    const std::string map = small_map(folder);
    std::string many;
    for (int i = 0; i < 3000; ++i) many += small_record("r" + std::to_string(i)) + "\n";
    const std::string path = folder.write("many.jsonl", many);
    Setting full;
    full.largest_file = 4096;
    const std::vector<std::string> before = folder.names();
    for (const std::vector<std::string>& output : std::vector<std::vector<std::string>>{
             {"-f", "csv", "-o", folder.path("out.csv")}, {"-f", "jsonl", "-o", folder.path("out.jsonl")}}) {
        std::vector<std::string> words{"score", path, "--map", map, "--date", "2026-11-20"};
        words.insert(words.end(), output.begin(), output.end());
        const Outcome outcome = waymark(words, full);
        INFO(output.back() << ": " << outcome.err);
        CHECK(outcome.status == 3);
        CHECK(folder.names() == before);
    }
}
