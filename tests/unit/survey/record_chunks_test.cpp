// Exports of every shape cut into records, whatever the pieces in which their bytes arrive.
#include <zlib.h>
#include <zstd.h>

#include "catch.hpp"
#include "unit/survey/reading_lab.hpp"

using namespace waymark;
using reading::Map;
using reading::run;

namespace {

Map map_at(const std::string& records, const std::string& more = "") {
    return Map("records: " + records + "\nrecord: {id: /id}\nanswers: {in: \"\"}\nvalues: {default: {pass: number}}\n" +
               more + "questions: {real-mission: q}\n");
}

std::string gzipped(const std::string& text) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string packed(text.size() + 1000, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::string zstandard(const std::string& text) {
    std::string packed(ZSTD_compressBound(text.size()), '\0');
    packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
    return packed;
}

std::vector<std::string> ids(const reading::Run& done) {
    std::vector<std::string> found;
    for (const std::string& row : done.scored) found.push_back(row.substr(0, row.find(' ')));
    return found;
}

const std::vector<std::string> kThree{"1", "2", "3"};
const std::string kA = R"({"id":1,"q":1,"t":"a } ] \" b"})";
const std::string kB = R"({"id":2,"q":[2],"n":{"x":[1,{"y":[]}]}})";
const std::string kC =
    R"({"id":3,"q":"3","long":"0123456789012345678901234567890123456789012345678901234567890123456789"})";

}  // namespace

TEST_CASE("all shapes of JSON come to the same records in pieces of any size", "[survey]") {
    struct Shape {
        std::string records, text;
    };
    const std::vector<Shape> shapes{
        {"\"\"", kA + "\n" + kB + "\n" + kC + "\n"},
        {"\"\"", kA + "\r\n\r\n" + kB + "\r\n" + kC},
        {"\"\"", "\xEF\xBB\xBF[" + kA + ",\n" + kB + " , " + kC + "]"},
        {"\"\"", kA + kB + kC},
        {"\"\"", "[" + kA + "]\n[" + kB + "," + kC + "]\n[]"},
        {"/results", R"({"count":3,"results":[)" + kA + "," + kB + "," + kC + R"(],"next":null})"},
        {"/results", R"({"results":[)" + kA + "]}{\"results\": [" + kB + "," + kC + "] }"},
        {"/data", R"({"event":"x","data":)" + kA + "}\n{\"data\":" + kB + "}\n{\"data\":" + kC + "}\n"},
        {"/responses/*/*", R"({"responses":[{"7":)" + kA + "},{\"8\":" + kB + "},{\"9\":" + kC + "}]}"},
        {"/a/b", R"({"x":{"b":[1,"]"]},"a":{"z":"}","b":[)" + kA + "," + kB + "," + kC + "]}}"}};
    for (const Shape& shape : shapes) {
        const Map map = map_at(shape.records);
        for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{1000}}) {
            INFO(shape.text << " in pieces of " << piece);
            const auto done = run(map, {{"export", shape.text}}, {.piece = piece});
            CHECK(ids(done) == kThree);
            CHECK(done.rejected.empty());
            CHECK(done.result.account.adds_up());
        }
    }
}

TEST_CASE("packed exports are unpacked and cut off ones are an error with a place", "[survey]") {
    const Map map = map_at("\"\"");
    const std::string text = kA + "\n" + kB + "\n" + kC + "\n";
    CHECK(ids(run(map, {{"x.jsonl.gz", gzipped(text)}})) == kThree);
    CHECK(ids(run(map, {{"x.jsonl.gz", gzipped(kA + "\n") + gzipped(kB + "\n" + kC)}})) == kThree);
    CHECK(ids(run(map, {{"x.jsonl.zst", zstandard(text)}})) == kThree);
    for (const std::string& packed : {gzipped(text), zstandard(text)}) {
        for (std::size_t cut = 4; cut + 1 < packed.size(); cut += 3) {
            const auto done = run(map, {{"x.jsonl", packed.substr(0, cut)}});
            INFO(cut);
            CHECK(done.result.files[0].reading.problem.find("is cut off at byte") != std::string::npos);
            CHECK(done.result.account.adds_up());
        }
        std::string damaged = packed;
        damaged[packed.size() / 2] = static_cast<char>(damaged[packed.size() / 2] ^ 0x55);
        const auto done = run(map, {{"x.jsonl", damaged}});
        CHECK((!done.result.files[0].reading.problem.empty() || !done.rejected.empty()));
    }
}

TEST_CASE("an export cut off at any byte loses nothing in silence", "[survey]") {
    struct Shape {
        std::string records, text;
    };
    for (const Shape& shape :
         {Shape{"\"\"", kA + "\n" + kB + "\n" + kC + "\n"}, Shape{"\"\"", "[" + kA + "," + kB + "," + kC + "]"},
          Shape{"/results", R"({"results":[)" + kA + "," + kB + "," + kC + "]}"}}) {
        const Map map = map_at(shape.records);
        for (std::size_t cut = 0; cut < shape.text.size(); ++cut) {
            INFO(shape.text.substr(0, cut));
            const auto done = run(map, {{"export.json", shape.text.substr(0, cut)}});
            CHECK(done.result.account.adds_up());
            const bool told = !done.rejected.empty() || !done.result.files[0].reading.problem.empty();
            const bool at_record_end = shape.records == "\"\"" && shape.text[0] == '{' &&
                                       (cut == kA.size() || cut == kA.size() + 1 || cut == kA.size() + kB.size() + 1 ||
                                        cut == kA.size() + kB.size() + 2 || cut + 1 == shape.text.size());
            CHECK(told != at_record_end);
        }
    }
}

TEST_CASE("what is no export is said to be none and never no responses", "[survey]") {
    const Map map = map_at("/results");
    const auto problem = [&](const std::string& text) {
        const auto done = run(map, text);
        return done.result.files[0].reading.problem + "|" + done.first_rejection();
    };
    CHECK(problem("") == "the file is empty|");
    CHECK(problem(" \n ") == "the file is empty|");
    CHECK(problem("<!doctype html><p>Log in") == "this is a web page (HTML) or XML, not an export|");
    CHECK(problem(std::string("{\0\"\0", 4)) == "it is written in UTF-16, not in UTF-8|");
    CHECK(problem("\xFF\xFE{") == "it is written in UTF-16, not in UTF-8|");
    CHECK(problem("PK\x03\x04zip") == "this is a ZIP archive or a spreadsheet (XLSX), not an export that can be read|");
    CHECK(problem("NaN") == "it begins like neither JSON nor CSV|");
    CHECK(problem(R"({"error":{"code":401}})") == "|no-records at /results");
    CHECK(problem(R"({"results":null})") == "|no-records at /results");
    CHECK(problem(R"({"results":7})") == "|no-records at /results");
    CHECK(problem(R"({"result":[{"id":1}]})") == "|no-records at /results");
    const auto none = run(map, R"({"results":[]})");
    CHECK(none.result.files[0].reading.empty_lists == 1);
    CHECK(none.result.account.read == 0);
}

TEST_CASE("one bad record stops no other", "[survey]") {
    const Map map = map_at("\"\"");
    const std::vector<std::pair<std::string, std::string>> bad{
        {R"({"id":9,"q":1.2.3})", "not-json"},
        {R"({"id":9,"q":trueish})", "not-json"},
        {R"({"id":9,"x":[1,2}})", "not-json"},
        {R"({"id":9,"q" "x" : : 1})", "not-json"},
        {R"({"id":9,"q":01})", "not-json"},
        {R"({"id":9,"q":NaN})", "not-json"},
        {R"({"id":9,"x":"\q"})", "bad-text"},
        {R"({"id":9,"x":"\ud83d"})", "bad-text"},
        {"{\"id\":9,\"x\":\"\xC3(\"}", "not-utf8"},
        {"{\"id\":9,\"x\":\"\x01\"}", "control-character"},
        {R"({"id":9,"q":1,"id":8})", "duplicate-member: 'id'"},
        {R"({"id":9} {"id":8})", "more-behind"},
        {"7", "not-an-object"},
        {R"({"id":9,"x":)" + std::string(70, '[') + std::string(70, ']') + "}", "too-deep"},
        {R"({"id":9,"x":)" + std::string(10000, '[') + std::string(10000, ']') + "}", "too-deep"}};
    for (const auto& [record, reason] : bad) {
        INFO(record.substr(0, 100));
        const auto lines = run(map, {{"x.jsonl", kA + "\n" + record + "\n" + kC + "\n"}});
        CHECK(ids(lines) == std::vector<std::string>{"1", "3"});
        CHECK(lines.first_rejection() == reason);
        REQUIRE(lines.rejected.size() == 1);
        CHECK(lines.rejected[0].record == 2);
        CHECK(lines.rejected[0].line == 2);
        CHECK(lines.rejected[0].begin == kA.size() + 1);
        if (reason == "more-behind") continue;
        const auto list = run(map, "[" + kA + "," + record + "," + kC + "]");
        CHECK(list.result.account.adds_up());
        if (ids(list).size() == 2) CHECK(list.first_rejection() == reason);
    }
    const auto gap = run(map, "[" + kA + ",," + kC + "]");
    CHECK(ids(gap) == std::vector<std::string>{"1", "3"});
    CHECK(gap.first_rejection() == "not-json");
}

TEST_CASE("a record that is too large is rejected and costs no memory", "[survey]") {
    const Map map = map_at("\"\"");
    const std::string huge = R"({"id":9,"x":")" + std::string(20U << 20U, 'x') + "\"}";
    const auto lines = run(map, {{"x.jsonl", kA + "\n" + huge + "\n" + kC + "\n"}});
    CHECK(ids(lines) == std::vector<std::string>{"1", "3"});
    CHECK(lines.first_rejection() == "too-large");
    const auto list = run(map, "[" + kA + "," + huge + "," + kC + "]");
    CHECK(ids(list) == std::vector<std::string>{"1", "3"});
    CHECK(list.first_rejection() == "too-large");
    REQUIRE(list.rejected.size() == 1);
    CHECK(list.rejected[0].end - list.rejected[0].begin == huge.size());
}

TEST_CASE("tables of commas, semicolons and tabs are read as records", "[survey]") {
    const Map map = map_at("\"\"");
    for (const std::string& text :
         {std::string("\xEF\xBB\xBFid,q,note\r\n1,1,\"a, \"\"b\"\"\nc\"\r\n2,2,\r\n3,3.0,x\r\n,,\r\n"),
          std::string("id;q\n1;1\n2;2\n3;3\n"), std::string("id\tq\n1\t1\n2\t2\n3\t3\n")}) {
        for (const std::size_t piece : {std::size_t{1}, std::size_t{1000}}) {
            INFO(text);
            const auto done = run(map, {{"x.csv", text}}, {.piece = piece});
            CHECK(ids(done) == kThree);
            CHECK(done.rejected.empty());
        }
    }
    const auto bad = run(map, {{"x.csv", "id,q\n1,1\n2\n3,3,3\n4,\"4\n"}});
    CHECK(ids(bad) == std::vector<std::string>{"1"});
    REQUIRE(bad.rejected.size() == 3);
    CHECK(bad.rejected[0].reason == Reject::wrong_cells);
    CHECK(bad.rejected[0].line == 3);
    CHECK(bad.rejected[2].reason == Reject::bad_quotes);
    CHECK(bad.result.account.adds_up());
    CHECK(run(map, {{"x.csv", "id,q;x\n1,1\n"}}).result.files[0].reading.problem ==
          "the first line separates its columns by more than one of comma, semicolon and tab");
    CHECK(run(map, {{"x.csv", "id,id\n1,1\n"}}).result.files[0].reading.problem == "two columns are called 'id'");
}

TEST_CASE("totals and pointers to further pages are kept", "[survey]") {
    const Map map = map_at("/results", "expect: /count\nmore: /next\n");
    const auto done = run(map, {{"a.json", R"({"next":"http://x","count":3,"results":[)" + kA + "]}"},
                                {"b.json", R"({"results":[)" + kB + R"(],"count":"3","next":null})"}});
    REQUIRE(done.result.files[0].reading.pages.size() == 1);
    CHECK(done.result.files[0].reading.pages[0].expected == 3);
    CHECK(done.result.files[0].reading.pages[0].records == 1);
    CHECK(done.result.files[0].reading.pages[0].more);
    CHECK(done.result.files[1].reading.pages[0].expected == 3);
    CHECK_FALSE(done.result.files[1].reading.pages[0].more);
}
