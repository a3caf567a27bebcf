// Every file of tests/corpus has the findings that it says, to the column. tests/corpus/README.md describes the files.
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "program.hpp"

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Lines = std::vector<std::string>;

namespace {

const std::string kCorpus = WAYMARK_SOURCE_DIR "/tests/corpus";

Lines lines_of(const std::string& text) {
    Lines lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

Lines behind(const std::string& mark, const Lines& lines) {
    Lines found;
    for (const std::string& line : lines) {
        if (line.starts_with(mark)) found.push_back(line.substr(mark.size()));
    }
    return found;
}

// "17:41-44 F021", with the file before it unless it is the one that was asked about.
Lines found_in_json(const std::string& text, const std::string& asked) {
    Lines found;
    const Json document = Json::parse(text);
    for (const Json& one : document.at("diagnostics")) {
        const int column = one.at("column").get<int>();
        const int last = column + std::max(1, one.at("length").get<int>()) - 1;
        const std::string place = one.at("line") == 0 ? "file"
                                                      : std::to_string(one.at("line").get<int>()) + ':' +
                                                            std::to_string(column) + '-' + std::to_string(last);
        const std::string file = one.at("file").get<std::string>();
        found.push_back((file == asked ? "" : file + ' ') + place + ' ' + one.at("code").get<std::string>());
    }
    return found;
}

// "two.yaml 7:10 A041" from "two.yaml:7:10: warning[A041]: …".
Lines found_in_text(const std::string& text) {
    Lines found;
    for (const std::string& line : lines_of(text)) {
        const std::size_t bracket = line.find("]: ");
        const std::size_t word = bracket == std::string::npos ? bracket : line.rfind(": ", bracket - 5);
        if (word == std::string::npos || line[bracket - 5] != '[') continue;
        const std::string code = line.substr(bracket - 4, 4);
        const std::string place = line.substr(0, word);
        const std::size_t column = place.rfind(':');
        const std::size_t row = column == std::string::npos ? column : place.rfind(':', column - 1);
        found.push_back(row == std::string::npos ? place + " file " + code
                                                 : place.substr(0, row) + ' ' + place.substr(row + 1) + ' ' + code);
    }
    return found;
}

std::string word_after(const std::string& text, const std::string& mark) {
    const std::size_t at = text.find(mark);
    if (at == std::string::npos) return "";
    const std::size_t start = at + mark.size();
    return text.substr(start, text.find(' ', start) - start);
}

// What a shell says to a line, with waymark first in its path.
Lines found_by_case(const fs::path& path, const std::string& command) {
    const Folder folder;
    const std::string out = folder.path("out");
    const std::string err = folder.path("err");
    const std::string line = "cd '" + path.parent_path().string() +
                             "' && unset GITHUB_ACTIONS && export LC_ALL=C.UTF-8 PATH='" +
                             fs::path(WAYMARK_BINARY).parent_path().string() + "':\"$PATH\" && { " + command +
                             "\n} >'" + out + "' 2>'" + err + "' </dev/null";
    if (std::system(line.c_str()) == -1) throw std::runtime_error("system");  // NOLINT(cert-env33-c): the line is ours
    const std::string text = read_text(out);
    if (!text.starts_with("{")) return found_in_text(read_text(err));
    const std::string named = word_after(command, "--name ");
    return found_in_json(text, named.empty() ? word_after(command, "waymark check ") : named);
}

void remember(const Lines& findings, std::set<std::string>& codes) {
    for (const std::string& finding : findings) codes.insert(finding.substr(finding.rfind(' ') + 1));
}

std::vector<fs::path> corpus() {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(kCorpus)) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

}  // namespace

TEST_CASE("every file of the corpus has the findings it says, to the column, and every code is among them") {
    std::set<std::string> codes;
    int tried = 0;
    for (const fs::path& path : corpus()) {
        const std::string name = path.filename().string();
        const bool is_case = name.ends_with(".case");
        if (!is_case && (!name.ends_with(".yaml") || name.ends_with(".case.yaml"))) continue;
        const Lines lines = lines_of(read_text(path.string()));
        const Lines expected = behind(is_case ? "expect: " : "# expect: ", lines);
        INFO(path.string());
        REQUIRE((!expected.empty() || lines.front().starts_with("# sound: ")));
        Lines found;
        if (is_case) {
            REQUIRE(behind("$ ", lines).size() == 1);
            found = found_by_case(path, behind("$ ", lines).front());
        } else {
            const Outcome outcome = waymark({"check", name, "-f", "json"}, {"", path.parent_path().string()});
            INFO(outcome.err);
            found = found_in_json(outcome.out, name);
        }
        CHECK(found == expected);
        remember(expected, codes);
        ++tried;
    }
    CHECK(tried >= 200);
    for (const std::string& line : lines_of(waymark({"explain", "--all"}).out)) {
        INFO(line);
        CHECK(codes.contains(line.substr(0, 4)));
    }
}
