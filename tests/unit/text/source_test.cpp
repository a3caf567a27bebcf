#include "text/source.hpp"

#include "catch.hpp"
#include "text/hash.hpp"

using namespace waymark;

TEST_CASE("lines are found by number", "[source]") {
    const Source source("f", "one\r\ntwo\n\nfour");
    CHECK(source.line(1) == "one");
    CHECK(source.line(2) == "two");
    CHECK(source.line(3).empty());
    CHECK(source.line(4) == "four");
    CHECK(source.line(5).empty());
    CHECK(source.line(0).empty());
    CHECK(source.line(-1).empty());
    CHECK(Source("f", "").line(1).empty());
}

TEST_CASE("a finding carries its file, line and severity", "[source]") {
    const Source source("dir/f.yaml", "a: 1\nb: 2\n");
    Diagnostics list;
    Findings findings(source, list);
    findings.report("S001", {2, 1, 1}, "message", "help");
    REQUIRE(list.size() == 1);
    CHECK(list[0].file == "dir/f.yaml");
    CHECK(list[0].severity == Severity::error);
    CHECK(list[0].excerpt == "b: 2");
    CHECK(list[0].message == "message");
    CHECK(list[0].help == "help");
    CHECK(findings.errors() == 1);
    const Diagnostic whole = about_file("E001", "f", "m");
    CHECK(whole.span.line == 0);
    CHECK(whole.severity == Severity::error);
}

TEST_CASE("a very long line is not copied into every finding", "[source]") {
    const Source source("f", "a: " + std::string(1000000, 'x'));
    Diagnostics list;
    Findings findings(source, list);
    findings.report("S001", {1, 1, 1}, "near the beginning");
    findings.report("S001", {1, 500000, 1}, "far out");
    CHECK(list[0].excerpt.size() == 1000);
    CHECK(list[1].excerpt.empty());
}

TEST_CASE("findings are sorted by place and said once", "[source]") {
    Diagnostic first{"S001", Severity::error, "a", {2, 5, 1}, "m", "", ""};
    Diagnostic second = first;
    second.span.column = 9;
    Diagnostic third = first;
    third.code = "S002";
    Diagnostic other_file = first;
    other_file.file = "b";
    other_file.span = {1, 1, 1};
    Diagnostics list{other_file, second, third, first, first};
    sort_diagnostics(list);
    REQUIRE(list.size() == 4);
    CHECK(list[0].code == "S001");
    CHECK(list[1].code == "S002");
    CHECK(list[2].span.column == 9);
    CHECK(list[3].file == "b");
    CHECK(has_errors(list));
    CHECK_FALSE(has_errors({}));
    first.severity = Severity::warning;
    CHECK_FALSE(has_errors({first}));
}

TEST_CASE("hashes are SHA-256", "[source]") {  // the examples of FIPS 180-4
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    Sha256 pieces;
    pieces.add("a");
    CHECK(pieces.hex() == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
    pieces.add("bc");
    CHECK(pieces.hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
