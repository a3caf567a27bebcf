// Parts of reading exports that are told apart by themselves: times, CSV rows, brackets, names.
#include "catch.hpp"
#include "survey/bracket_scan.hpp"
#include "survey/csv_cut.hpp"
#include "survey/instant.hpp"
#include "survey/record_paths.hpp"

using namespace waymark;

namespace {

std::int64_t seconds(const char* text) {
    const auto instant = parse_instant(text);
    return instant ? instant->microseconds / 1000000 : -1;
}

}  // namespace

TEST_CASE("times are read as ISO 8601 and compared in one zone", "[survey]") {
    CHECK(seconds("1970-01-02") == 86400);
    CHECK(seconds("1970-01-01T00:00:01Z") == 1);
    CHECK(seconds("1970-01-01 01:00") == 3600);
    CHECK(seconds("1970-01-01T02:00:00+01:00") == 3600);
    CHECK(seconds("1970-01-01T02:00:00.999999999+0100") == 3600);
    CHECK(seconds("1970-01-01T00:00:00-02") == 7200);
    CHECK(parse_instant("2026-11-05T10:00:00.25Z")->microseconds % 1000000 == 250000);
    CHECK(parse_instant("2026-11-05T23:00:00-05:00")->date == Date{2026, 11, 5});
    for (const char* text : {"", "11/5/2026", "2026-13-01", "2026-11-05T25:00", "2026-11-05x", "0001-01-01T00:00:00Z",
                             "1980-01-01 00:00:00", "2026-11-05T10:00:00Zx"}) {
        INFO(text);
        CHECK_FALSE(parse_instant(text));
    }
}

TEST_CASE("brackets inside strings do not count wherever blocks end", "[survey]") {
    for (std::size_t lead = 0; lead < 70; ++lead) {
        const std::string value = std::string(lead, ' ') + R"("a\"}]":[1,{"b":"\\"}],"c":"]}"})";
        const std::string text = value + "} trailing ]";
        for (std::size_t piece : {std::size_t{1}, std::size_t{64}, std::size_t{200}}) {
            BracketScan scan;
            std::size_t at = 0;
            std::size_t end = 0;
            while (at < text.size()) {
                const std::size_t size = std::min(piece, text.size() - at);
                const std::size_t length = scan.advance(text.data() + at, size);
                if (length <= size) {
                    end = at + length;
                    break;
                }
                at += size;
            }
            INFO(lead << " " << piece);
            CHECK(end == value.size());
        }
    }
}

TEST_CASE("brackets are found the same byte by byte and block by block", "[survey]") {
    constexpr std::string_view kSigns = R"({}[]""""\\ab ,)";
    std::uint32_t state = 1;
    std::size_t closed = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 200; ++i) {
            state = state * 1664525U + 1013904223U;
            text += (state >> 28U) < 6 ? 'x' : kSigns[(state >> 16U) % kSigns.size()];
        }
        BracketScan whole;
        BracketScan bytes;
        std::size_t at = 0;
        while (at < text.size() && bytes.advance(text.data() + at, 1) > 1) ++at;
        INFO(text);
        REQUIRE(whole.advance(text.data(), text.size()) == at + 1);
        REQUIRE(whole.deepest() == bytes.deepest());
        closed += at < text.size() ? 1 : 0;
    }
    CHECK(closed > 300);
    CHECK(closed < 2700);
}

TEST_CASE("separators are told by the header", "[survey]") {
    CHECK(separator_of("a,b") == ',');
    CHECK(separator_of("a;b;c") == ';');
    CHECK(separator_of("a\tb") == '\t');
    CHECK(separator_of("only") == ',');
    CHECK(separator_of("\"a,b\";c") == ';');
    CHECK(separator_of("a,b;c") == '\0');
}

TEST_CASE("a member meant by name and by star goes to both places", "[survey]") {
    PathTreeBuilder builder;
    const int named = builder.slot_at({{PathStep::Kind::member, "a"}, {PathStep::Kind::member, "x"}});
    const int every = builder.slot_at({{PathStep::Kind::every, ""}, {PathStep::Kind::member, "x"}});
    const PathTree tree = builder.finish();
    const int a = find_member(tree.nodes[0], std::string_view("a\0\0\0\0\0\0\0\0", 9).substr(0, 1));
    REQUIRE(a >= 0);
    const PathNode& node =
        tree.nodes[static_cast<std::size_t>(tree.nodes[0].members[static_cast<std::size_t>(a)].node)];
    REQUIRE(node.members.size() == 1);
    CHECK(tree.nodes[static_cast<std::size_t>(node.members[0].node)].targets ==
          std::vector<PathTarget>{{0, named}, {0, every}});
    CHECK(tree.nodes[0].every >= 0);
}
