#include "survey/platforms.hpp"

#include "catch.hpp"
#include "text/embedded.hpp"

using namespace waymark;

TEST_CASE("the platforms' own maps are read without any finding") {
    int read = 0;
    for (const EmbeddedFile& file : embedded_platforms()) {
        INFO(file.name);
        Diagnostics list;
        const auto map = read_map(std::string(file.name), std::string(file.text), list);
        for (const Diagnostic& finding : list) UNSCOPED_INFO(finding.code << ' ' << finding.message);
        CHECK(list.empty());
        REQUIRE(map.has_value());
        CHECK_FALSE(map->notes.title.empty());
        CHECK(map->notes.about.ends_with("."));
        CHECK(map->values.empty());
        CHECK(map->questions.empty());
        ++read;
    }
    CHECK(read == 15);
}

TEST_CASE("a platform is found by its id") {
    REQUIRE(platform_map("surveymonkey") != nullptr);
    CHECK(platform_map("surveymonkey")->answers.key->up == 2);
    CHECK(platform_map("limesurvey")->incomplete == Incomplete::drop);
    CHECK(platform_map("citizen-space")->answers.suffix_keys);
    CHECK(platform_map("paper") == nullptr);
    CHECK(platform_ids().size() == 15);
}
