// The written word against the program: what the examples must show, what the documents quote, what codes mean.
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "catch.hpp"
#include "program.hpp"

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Row = std::vector<std::string>;

namespace {

const std::string kRoot = WAYMARK_SOURCE_DIR "/";
const std::string kExpected = kRoot + "examples/expected.md";

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> split(const std::string& text, char mark) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, mark);) parts.push_back(trimmed(part));
    return parts;
}

std::vector<std::string> lines_of(const std::string& path) {
    std::vector<std::string> lines;
    std::istringstream stream(read_text(path));
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

// The rows of all tables whose first column has this title; section is the letter of "## A: …", or empty.
std::vector<Row> rows_of(const std::string& section, const std::string& first_title) {
    std::vector<Row> rows;
    std::string here;
    std::string title;
    for (const std::string& line : lines_of(kExpected)) {
        if (line.starts_with("## ")) here = line.substr(3, 1);
        if (!line.starts_with("|")) title.clear();
        if (!line.starts_with("|") || line.starts_with("|---")) continue;
        Row row = split(line.substr(1, line.rfind('|') - 1), '|');
        const bool is_head = title.empty();
        if (is_head) title = row[0];
        if (!is_head && here == section && title == first_title) rows.push_back(std::move(row));
    }
    return rows;
}

const Json* with(const Json& list, const char* key, const std::string& value) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const Json& one) { return one.value(key, std::string()) == value; });
    return found == list.end() ? nullptr : &*found;
}

std::string unquoted(const std::string& text) {
    return text.size() > 1 && text.front() == '`' ? text.substr(1, text.size() - 2) : text;
}

Json scorecard(const std::string& file) {
    const Outcome outcome = waymark({"report", kRoot + "examples/" + file, "-f", "json", "--with-notes"});
    INFO(file << ": " << outcome.err);
    REQUIRE(outcome.status == 0);
    return Json::parse(outcome.out);
}

// Scorecards by the letter of the example.
const std::map<std::string, Json>& scorecards() {
    static const std::map<std::string, Json> cards = [] {
        std::map<std::string, Json> read;
        for (const Row& row : rows_of("", "Example")) {
            if (row[1].starts_with("`")) read[row[0]] = scorecard(unquoted(row[1]));
        }
        return read;
    }();
    return cards;
}

// A figure with a point is near enough within `tolerance`; any other is exact.
void check_figure(const Json& node, const std::string& side, const std::string& figure, double tolerance) {
    INFO(node.at("id") << " " << side << " should be " << figure);
    const Json& score = node.at(side);
    REQUIRE(score.contains("point"));
    const Json& point = score.at("point");
    if (figure.find('.') == std::string::npos) {
        CHECK(point.at("exact").get<std::string>() == figure);
    } else {
        CHECK(point.at("value").get<double>() == Approx(std::stod(figure)).margin(tolerance));
    }
}

// "raised, high", "clear", "cannot tell" …
void check_sign(const Json& card, const std::string& code, const std::string& title, const Row& words) {
    static const std::map<std::string, std::string> states{
        {"raised", "raised"}, {"clear", "clear"}, {"cannot tell", "cannot-tell"}, {"does not apply", "does-not-apply"}};
    INFO(code << " " << title);
    const Json* flag = with(card.at("flags"), "code", code);
    REQUIRE(flag != nullptr);
    REQUIRE(states.contains(words.at(0)));
    REQUIRE(words.size() <= 2);
    INFO(flag->value("saw", ""));
    CHECK(flag->at("state").get<std::string>() == states.at(words[0]));
    if (words.size() == 2) CHECK(flag->value("severity", "") == words[1]);
    if (!title.empty()) CHECK(flag->at("title").get<std::string>() == title);
}

// "claimed 1.5, evidenced 1", or "not applicable, with its reason".
void check_practice(const Json& card, const std::string& code, const std::string& title, const Row& words) {
    INFO(code << " " << title);
    const Json* node = with(card.at("nodes"), "code", code);
    REQUIRE(node != nullptr);
    CHECK(node->at("title").get<std::string>() == title);
    if (words == Row{"not applicable", "with its reason"}) {
        CHECK(node->at("state").get<std::string>() == "not-applicable");
        CHECK_FALSE(node->value("reasons", Json::array()).empty());
        return;
    }
    for (const std::string& word : words) {
        const Row parts = split(word, ' ');
        REQUIRE(parts.size() == 2);
        check_figure(*node, parts[0], parts[1], 1e-9);
    }
}

// One row of an example's table: "W01 Old portfolio, new label", or several codes, "R3, R5, R6".
void check_row(const Json& card, const Row& row) {
    INFO("| " << row.at(0) << " | " << row.at(1) << " |");
    const Row words = split(row[1], ',');
    const std::size_t space = row[0].find(' ');
    const std::string code = row[0].substr(0, space);
    if (code.back() == ',') {
        for (const std::string& one : split(row[0], ',')) check_sign(card, one, "", words);
        return;
    }
    REQUIRE(space != std::string::npos);
    const bool sign = code.front() == 'W' || code.front() == 'R';
    (sign ? check_sign : check_practice)(card, code, row[0].substr(space + 1), words);
}

int raised(const Json& card, const std::string& kind, const std::string& severity) {
    return static_cast<int>(std::ranges::count_if(card.at("flags"), [&](const Json& flag) {
        return flag.at("state") == "raised" && flag.at("kind") == kind && flag.value("severity", "") == severity;
    }));
}

}  // namespace

TEST_CASE("every sign of the worked examples comes out as was written down first") {
    const std::map<std::string, std::size_t> least{{"A", 20}, {"B", 18}, {"C", 10}, {"D", 9}};
    for (const auto& [letter, count] : least) {
        INFO("example " << letter);
        REQUIRE(scorecards().contains(letter));
        std::vector<Row> rows = rows_of(letter, "Sign");
        for (Row& row : rows_of(letter, "Sign or figure")) rows.push_back(std::move(row));
        REQUIRE(rows.size() >= count);
        for (const Row& row : rows) check_row(scorecards().at(letter), row);
    }
    const std::string text = read_text(kExpected);
    const Json& b = scorecards().at("B");
    CHECK(has(text, "No sign is raised at high. One or two signs are raised at medium. At least three signs that it"));
    CHECK(raised(b, "washing", "high") == 0);
    CHECK((raised(b, "washing", "medium") == 1 || raised(b, "washing", "medium") == 2));
    CHECK(raised(b, "real", "") >= 3);
    const Json& c = scorecards().at("C");
    CHECK(has(text, "no other sign is raised at high, at most one other at medium"));
    CHECK(raised(c, "washing", "high") == 1);
    CHECK(raised(c, "washing", "medium") <= 2);
}

TEST_CASE("the worked examples reach their figures and readings") {
    int readings = 0;
    int figures = 0;
    const std::array<const char*, 5> nodes{"defining", "convening", "implementing", "supporting", "overall"};
    for (const Row& row : rows_of("", "Example")) {
        INFO("example " << row.at(0) << ", " << row.at(1));
        REQUIRE(row.size() == 7);
        REQUIRE(scorecards().contains(row[0]));
        const Json& card = scorecards().at(row[0]);
        const Json& overall = card.at("nodes").at(0);
        if (!row[1].starts_with("`")) {
            for (std::size_t i = 0; i < nodes.size(); ++i) {
                const Json* node = with(card.at("nodes"), "id", nodes[i]);
                REQUIRE(node != nullptr);
                check_figure(*node, row[1], row[i + 2], 0.05);
                ++figures;
            }
        } else if (row[2] != "not set") {
            check_figure(overall, "claimed", row[2], 0.05);
            check_figure(overall, "evidenced", row[3], 0.05);
            CHECK(overall.at("band_title").get<std::string>() == row[4]);
            CHECK(card.at("verdict").at("title").get<std::string>() == row[5]);
            const Json& outcomes = card.at("outcomes");
            CHECK(outcomes.value("row", "") + " × " + outcomes.value("column", "") == row[6]);
            ++readings;
        }
    }
    CHECK(readings >= 3);
    CHECK(figures >= 60);
}

namespace {

std::string folded(const std::string& text) {
    std::string result;
    for (const char c : text) {
        const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
        if (!space) result += c;
        if (space && !result.empty() && result.back() != ' ') result += ' ';
    }
    return result;
}

// A copy of what commands in the documents name, so that those that write files leave no trace.
class Copy {
  public:
    Copy() {
        for (const char* name : {"docs", "examples", "frameworks", "tests/examples"}) {
            fs::create_directories(fs::path(folder_.path(name)).parent_path());
            fs::copy(kRoot + name, folder_.path(name), fs::copy_options::recursive);
        }
    }

    // Output and messages of a command line, run by a shell with waymark first in its path.
    std::string run(const std::string& command) const {
        const std::string line = "{ cd '" + folder_.path() + "' && export LC_ALL=C.UTF-8 PATH='" +
                                 fs::path(WAYMARK_BINARY).parent_path().string() + "':\"$PATH\" && " + command +
                                 "\n} 2>&1 </dev/null";
        FILE* pipe = ::popen(line.c_str(), "r");
        if (pipe == nullptr) throw std::runtime_error("popen");
        std::string out;
        std::array<char, 65536> piece{};
        while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), pipe)) out.append(piece.data(), got);
        ::pclose(pipe);
        return out;
    }

  private:
    Folder folder_;
};

// How many stretches of output the document quotes; each stands in what the command really says, from its first line to
// its last. "…" stands for what is left out between two of them.
// A fenced block opens with `$ waymark …`. In the stories of the examples the command may also stand above the
// blocks, indented: then every block down to the next command quotes it.
int check_quotes(const std::string& path, bool is_story, const Copy& copy) {
    int quoted = 0;
    bool fenced = false;
    std::string command;
    std::string output;
    std::string stretch;
    const auto check_stretch = [&] {
        if (stretch.empty()) return;
        INFO(path << "\n$ " << command << "\n" << stretch);
        CHECK(has(output, folded(stretch)));
        stretch.clear();
        ++quoted;
    };
    for (const std::string& line : lines_of(path)) {
        const std::string words = trimmed(line);
        const bool fence = words.starts_with("```");
        const bool prompt = fenced && !fence && words.starts_with("$ ");
        if (fence || prompt || words == "…") check_stretch();
        if (fence) fenced = !fenced;
        if (fence && !is_story) command.clear();
        if (prompt || (is_story && !fenced && line.starts_with("    waymark "))) {
            command = prompt ? words.substr(2) : words;
            if (!command.starts_with("waymark ")) command.clear();
            output = command.empty() ? "" : folded(copy.run(command));
        } else if (fenced && !fence && !command.empty() && !words.empty() && words != "…") {
            stretch += (stretch.empty() ? "" : " ") + words;
        }
    }
    return quoted;
}

}  // namespace

TEST_CASE("what the documents quote is what the program says") {
    const Copy copy;
    std::vector<std::string> stories;
    for (const auto& entry : fs::directory_iterator(kRoot + "examples")) {
        if (entry.is_directory()) stories.push_back((entry.path() / "README.md").string());
    }
    CHECK(stories.size() >= 2);
    for (const std::string& story : stories) {
        INFO(story);
        CHECK(check_quotes(story, true, copy) > 0);
    }
    for (const auto& entry : fs::directory_iterator(kRoot + "docs")) {
        if (entry.path().extension() == ".md") check_quotes(entry.path().string(), false, copy);
    }
    INFO("README.md must show the program at work");
    CHECK(check_quotes(kRoot + "README.md", false, copy) > 0);
}

TEST_CASE("the table of commands names every command") {
    const std::string readme = read_text(kRoot + "README.md");
    const Outcome help = waymark({"--help"});
    int commands = 0;
    std::istringstream lines(help.out);
    for (std::string line; std::getline(lines, line);) {
        const std::string name = line.starts_with("  ") ? line.substr(2, line.find(' ', 2) - 2) : "";
        const bool is_entry =
            !name.empty() && name != "waymark" && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == name.npos;
        if (!is_entry) continue;
        INFO(line);
        CHECK(has(readme, "\n| `waymark " + name + " "));
        ++commands;
    }
    CHECK(commands >= 16);
}

TEST_CASE("the page of diagnostics names every code, its severity and its title") {
    const std::string page = read_text(kRoot + "docs/diagnostics.md");
    const Outcome all = waymark({"explain", "--all"});
    REQUIRE(all.status == 0);
    std::map<std::string, std::string> known;
    for (const std::string& line : split(all.out, '\n')) {
        const Row words = split(folded(line), ' ');
        REQUIRE(words.size() > 2);
        std::string entry = "- **" + words[0] + "** (" + words[1] + ")";
        for (std::size_t i = 2; i < words.size(); ++i) entry += " " + words[i];
        INFO(entry);
        CHECK(has(page, entry + "."));
        known[words[0]] = entry;
    }
    CHECK(known.size() > 80);
    for (const std::string& line : split(page, '\n')) {
        if (!line.starts_with("- **")) continue;
        const std::string code = line.substr(4, line.find("**", 4) - 4);
        INFO(line);
        CHECK(known.contains(code));
    }
}
