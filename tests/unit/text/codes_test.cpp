#include "text/codes.hpp"

#include <set>

#include "catch.hpp"
#include "text/display.hpp"
#include "unit/text/reading.hpp"

using namespace waymark;

namespace {

bool raises(const CodeInfo& info, std::string_view text) {
    Reading file{std::string(text)};
    if (info.subject == CodeSubject::yaml) file.yaml();
    if (info.subject == CodeSubject::table) file.csv();
    for (const Diagnostic& d : file.list) {
        if (d.code == info.code) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("codes are unique, rising and documented", "[codes]") {
    std::string_view last;
    for (const CodeInfo& info : all_codes()) {
        INFO(info.code);
        CHECK(info.code.size() == 4);
        CHECK(last < info.code);
        last = info.code;
        CHECK_FALSE(info.title.empty());
        CHECK_FALSE(info.title.ends_with('.'));
        CHECK(info.why.ends_with('.'));
        CHECK_FALSE(info.bad.empty());
        CHECK_FALSE((info.wrong.empty() && info.right.empty()));
        CHECK(info.bad.find(info.wrong) != std::string_view::npos);
        CHECK(mended(info) != info.bad);
        CHECK((info.subject != CodeSubject::file || info.bad.starts_with("waymark ") ||
               info.bad.starts_with("framework:")));
        CHECK(find_code(info.code) == &info);
    }
    CHECK(find_code("Z999") == nullptr);
    CHECK(find_code("") == nullptr);
}

TEST_CASE("examples of text and CSV codes raise them, and the mended ones do not", "[codes]") {
    int seen = 0;
    for (const CodeInfo& info : all_codes()) {
        if (info.subject != CodeSubject::yaml && info.subject != CodeSubject::table) continue;
        INFO(info.code);
        ++seen;
        CHECK(raises(info, info.bad));
        CHECK_FALSE(raises(info, mended(info)));
    }
    CHECK(seen >= 20);
}

TEST_CASE("of a mended example the lines are shown that differ", "[codes]") {
    CodeInfo info{"Z000", Severity::error, CodeSubject::yaml, "", "", "a: 1\nb: 2\nc: 3\nd: 4\n", "2\nc", "5\nc"};
    CHECK(mended(info) == "a: 1\nb: 5\nc: 3\nd: 4\n");
    CHECK(mended_lines(info) == "…\nb: 5\n…\n");
    info.wrong = "d: 4";
    info.right = "d: 6\ne: 7";
    CHECK(mended_lines(info) == "…\nd: 6\ne: 7\n");
    info.wrong = "b: 2\n";
    info.right = "";
    CHECK(mended_lines(info) == "…\nc: 3\n…\n");
    info.wrong = "";
    info.right = "x: 1\n";
    CHECK(mended_lines(info) == "x: 1\n");
}
