// docs/signs.md lists every sign with the tests that show it raised, clear and unable to tell. Here the list is held
// against the framework and its tests, so that it cannot go stale.
#include <algorithm>
#include <map>
#include <sstream>

#include "catch.hpp"
#include "shipped.hpp"

namespace waymark {

namespace {

using Cells = std::vector<std::string>;

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string::npos) return "";
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> split(std::string text, const std::string& by) {
    std::vector<std::string> parts;
    for (std::size_t at = text.find(by); at != std::string::npos; at = text.find(by)) {
        parts.push_back(trimmed(text.substr(0, at)));
        text.erase(0, at + by.size());
    }
    parts.push_back(trimmed(text));
    return parts;
}

// Rows of the tables under a heading, without the ends of the line, the heads and the rules between them.
std::vector<Cells> rows_under(const std::string& heading) {
    std::istringstream page(text_of_file("docs/signs.md"));
    std::vector<Cells> rows;
    bool inside = false;
    for (std::string line; std::getline(page, line);) {
        if (line.rfind("## ", 0) == 0) inside = line == "## " + heading;
        if (!inside || line.rfind("| ", 0) != 0) continue;
        Cells cells = split(line, "|");
        cells = Cells(cells.begin() + 1, cells.end() - 1);
        if (cells.front() != "Code" && cells.front() != "---") rows.push_back(std::move(cells));
    }
    return rows;
}

// Per test and flag id: the state that the test expects.
std::map<std::string, std::map<std::string, std::string>> expected_states(const Framework& framework) {
    std::map<std::string, std::map<std::string, std::string>> states;
    for (const FrameworkTest& test : shipped_tests("mission-maturity", framework).tests) {
        auto& flags = states[test.name];
        for (const ExpectedFlag& flag : test.flags) {
            flags[framework.flags[static_cast<std::size_t>(flag.flag)].code] = flag.state;
        }
    }
    return states;
}

}  // namespace

TEST_CASE("the page of signs lists every sign of the framework by code and title, in order") {
    const Framework framework = shipped_framework("mission-maturity");
    Cells listed;
    Cells present;
    for (const Cells& row : rows_under("The rules")) listed.push_back(row.at(0) + " " + row.at(1));
    for (const Flag& flag : framework.flags) present.push_back(flag.code + " " + flag.title);
    CHECK(listed == present);
}

TEST_CASE("the page of signs names tests that exist and expect what it says") {
    const Framework framework = shipped_framework("mission-maturity");
    const auto states = expected_states(framework);
    const Cells columns{"raised", "clear", "cannot-tell"};
    const std::vector<Cells> rows = rows_under("The tests");
    REQUIRE(rows.size() == framework.flags.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        REQUIRE(rows[i].size() == columns.size() + 1);
        const std::string& code = rows[i].front();
        CHECK(code == framework.flags[i].code);
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const std::string& cell = rows[i][column + 1];
            if (column == 2 && cell.rfind("never", 0) == 0) continue;
            for (const std::string& name : split(cell, "<br>")) {
                INFO(code << " " << columns[column] << ": " << name);
                REQUIRE(states.count(name) == 1);
                const auto& flags = states.at(name);
                REQUIRE(flags.count(code) == 1);
                CHECK(flags.at(code) == columns[column]);
            }
        }
    }
}

TEST_CASE("a sign that is said never to be unable to tell is nowhere expected to be") {
    const Framework framework = shipped_framework("mission-maturity");
    const auto states = expected_states(framework);
    for (const Cells& row : rows_under("The tests")) {
        if (row.back().rfind("never", 0) != 0) continue;
        INFO(row.front());
        CHECK(std::none_of(states.begin(), states.end(), [&](const auto& test) {
            const auto found = test.second.find(row.front());
            return found != test.second.end() && found->second == "cannot-tell";
        }));
    }
}

}  // namespace waymark
