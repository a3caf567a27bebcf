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
        CHECK_FALSE(info.good.empty());
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
        CHECK_FALSE(raises(info, info.good));
    }
    CHECK(seen >= 20);
}
