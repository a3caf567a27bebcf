#include "unit/framework/expect_finding.hpp"

#include "catch.hpp"
#include "unit/framework/small_framework.hpp"

namespace waymark::fixture {

namespace {

// Where the mark stands, in lines and characters from 1; the mark is taken out.
Span take_mark(std::string& text) {
    const auto mark = text.find('~');
    REQUIRE(mark != std::string::npos);
    Span place{1, 1, 1};
    for (std::size_t i = 0; i < mark; ++i) {
        const bool continues = (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U;
        if (text[i] == '\n') {
            ++place.line;
            place.column = 1;
        } else if (!continues) {
            ++place.column;
        }
    }
    text.erase(mark, 1);
    return place;
}

std::string all_messages(const Diagnostics& diagnostics) {
    std::string text;
    for (const Diagnostic& one : diagnostics) text += one.code + " " + one.message + " (" + one.help + ")\n";
    return text;
}

void expect_finding(const Mistake& mistake) {
    std::string text = small_framework_with(mistake.from, mistake.to);
    const Span place = take_mark(text);
    Diagnostics diagnostics;
    const auto framework = read_framework("small.yaml", text, diagnostics);
    INFO(all_messages(diagnostics));
    REQUIRE(diagnostics.size() == 1);
    const Diagnostic& found = diagnostics[0];
    CHECK(found.code == mistake.code);
    CHECK(found.file == "small.yaml");
    CHECK(found.span.line == place.line);
    CHECK(found.span.column == place.column);
    CHECK(found.message.find(mistake.message) != std::string::npos);
    CHECK(found.help.find(mistake.help) != std::string::npos);
    CHECK(framework.has_value() == (found.severity != Severity::error));
}

}  // namespace

void expect_findings(const std::vector<Mistake>& mistakes) {
    for (const Mistake& mistake : mistakes) {
        SECTION(mistake.name) {
            expect_finding(mistake);
        }
    }
}

}  // namespace waymark::fixture
