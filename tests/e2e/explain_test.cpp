// The examples of `waymark explain` that are command lines, run in a folder that holds what they name.
#include <sstream>

#include "catch.hpp"
#include "program.hpp"

namespace fs = std::filesystem;

namespace {

const std::string kRoot = WAYMARK_SOURCE_DIR "/";

std::string head(const std::string& organisation = "Demo", const std::string& date = "2026-01-31") {
    return "waymark: assessment/1\nframework: mission-maturity@1.0.0\norganisation: " + organisation +
           "\ndate: " + date + "\n";
}

std::string people(const std::vector<std::string>& ids, const std::string& level) {
    std::string text = "respondents:\n";
    for (const std::string& id : ids)
        text += "  - {id: " + id + ", role: leader, answers: {real-mission: " + level + "}}\n";
    return text;
}

std::string facts_in(const std::string& csv) {
    return "currency: GBP\nfacts:\n  portfolio: {csv: " + csv + "}\n";
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

void write_people(const Folder& folder) {
    const std::string cem = head() + facts_in("portfolio.csv") + people({"cem"}, "embedded");
    folder.write("desk/ana.yaml", head() + people({"ana"}, "developing"));
    folder.write("desk/ana-again.yaml", head() + people({"ana"}, "developing"));
    folder.write("desk/another-ana.yaml", head() + people({"ana"}, "embedded"));
    folder.write("desk/ben.yaml", head() + people({"ben"}, "embedded"));
    folder.write("desk/ben-in-july.yaml", head("Demo", "2026-07-31") + people({"ben"}, "embedded"));
    folder.write("desk/of-another-organisation.yaml", head("Other") + people({"ben"}, "embedded"));
    folder.write("desk/ana-and-ben.yaml", head() + people({"ana", "ben"}, "developing"));
    folder.write("desk/team-folder/ana.yaml", head() + people({"ana"}, "developing"));
    folder.write("desk/cem-with-facts.yaml", cem);
    folder.write("cem-with-facts.yaml", cem);
}

void write_facts(const Folder& folder) {
    const std::string header = "item,spend\n";
    folder.write("portfolio.csv", header + "A,20\n");
    folder.write("desk/portfolio.csv", header + "A,20\n");
    folder.write("desk/many-slips.csv", header + repeated("A,much\n", 150));
    folder.write("desk/too-many.csv", header + repeated("A,20\n", 100001));
    folder.write("desk/with-facts.yaml", head() + facts_in("portfolio.csv") + people({"ana"}, "developing"));
    folder.write("desk/with-many-slips.yaml", head() + facts_in("many-slips.csv") + people({"ana"}, "developing"));
    folder.write("desk/with-too-many-facts.yaml", head() + facts_in("too-many.csv") + people({"ana"}, "developing"));
    folder.write("desk/five-megabytes.yaml", head() + repeated("# " + std::string(97, '-') + "\n", 50000));
}

// A framework that asks for no evidence.
void write_claims(const Folder& folder) {
    const std::string map =
        "waymark: map/1\nframework: claims.yaml\nrecords: \"\"\nrecord: {organisation: /team}\n"
        "answers: {in: \"\"}\nvalues: {default: {map: {a: high}}, evidence: {map: {a: none}}}\nquestions: {plan: ";
    const std::string answers = "respondents: [{id: ana, answers: {plan: ";
    const std::string plain =
        "waymark: assessment/1\nframework: claims.yaml\norganisation: Demo\ndate: 2026-01-31\n" + answers;
    folder.write("desk/claims.yaml",
                 "waymark: framework/1\nid: plain\nversion: 1.0.0\ntitle: Plain\n"
                 "scales: {quality: [{id: low, title: Low}, {id: high, title: High}]}\n"
                 "dimensions: [{id: work, title: Work, practices: [{id: plan, title: A plan, ask: \"Is there a plan?\","
                 " levels: {low: None, high: Kept up}}]}]\n");
    folder.write("desk/with-evidence.yaml", plain + "{level: high, evidence: [{what: A record}]}}}]\n");
    folder.write("desk/without-evidence.yaml", plain + "high}}]\n");
    folder.write("desk/with-evidence.map.yaml", map + "{key: q1, evidence: q1e}}\n");
    folder.write("desk/without-evidence.map.yaml", map + "q1}\n");
}

void write_exports(const Folder& folder) {
    const std::string header = "file,record,line,begin_byte,end_byte,id,pointer,reason,value\n";
    fs::copy(kRoot + "examples/survey/table", folder.path("desk/exports"));
    fs::copy_file(kRoot + "examples/survey/table.map.yaml", folder.path("desk/mission.map.yaml"));
    folder.write("desk/facts/portfolio.csv", "organisation,item,spend\nDemo,A,20\n");
    folder.write("desk/team-exports/teams.jsonl", R"({"team": "Demo", "q1": 2, "at": "2026-01-31T09:00:00Z"})");
    folder.write("desk/team.map.yaml",
                 "waymark: map/1\nframework: mission-maturity@1.0.0\nrecords: \"\"\n"
                 "record: {organisation: /team, submitted: /at}\nanswers: {in: \"\"}\n"
                 "values: {default: {pass: number}}\nquestions: {real-mission: q1}\n");
    folder.write("desk/rejects.csv", header);
    folder.write("desk/rejects-of-another-export.csv", header + "another.csv,3,4,10,20,3,/q1,unmapped-value,x\n");
}

void write_versions(const Folder& folder) {
    for (const auto& entry : fs::directory_iterator(kRoot + "examples/versions"))
        fs::copy_file(entry.path(), folder.path("desk/" + entry.path().filename().string()));
    folder.write("desk/ward-4.yaml",
                 "waymark: assessment/1\nframework: clinic-1.yaml\norganisation: Ward 4\ndate: 2026-05-31\n"
                 "respondents:\n  - {id: r1, role: nurse, answers: {patients: {level: some, evidence: none}}}\n");
}

class Desk {
  public:
    Desk() {
        for (const char* name : {"desk/empty-folder", "desk/team-folder", "desk/team-exports", "desk/facts"})
            fs::create_directories(folder_.path(name));
        write_people(folder_);
        write_facts(folder_);
        write_claims(folder_);
        write_exports(folder_);
        write_versions(folder_);
    }

    // An example: a command line, or a line of an assessment.
    Outcome run(const std::string& example) const {
        Setting setting;
        setting.folder = folder_.path("desk");
        if (!example.starts_with("waymark ")) {
            folder_.write("desk/example.yaml", "waymark: assessment/1\n" + example +
                                                   "organisation: Demo\ndate: 2026-01-31\n"
                                                   "respondents: [{id: ana, answers: {plan: high}}]\n");
            return waymark({"check", "example.yaml"}, setting);
        }
        std::istringstream words(example);
        std::vector<std::string> arguments;
        for (std::string word; words >> word;) arguments.push_back(word);
        arguments.erase(arguments.begin());
        return waymark(arguments, setting);
    }

  private:
    Folder folder_;
};

// What stands under a heading, without its indent; empty if there is no such heading.
std::string block(const std::string& text, const std::string& heading) {
    std::istringstream stream(text);
    std::string found;
    bool here = false;
    for (std::string line; std::getline(stream, line);) {
        if (!line.starts_with("    ") && !line.empty()) here = line == heading + ":";
        if (here && line.starts_with("    ")) found += line.substr(4) + "\n";
    }
    return found;
}

struct Explained {
    std::string code, severity, bad, good;
};

std::vector<Explained> explained() {
    std::vector<Explained> all;
    std::istringstream lines(waymark({"explain", "--all"}).out);
    for (std::string line; std::getline(lines, line);) {
        Explained one;
        std::istringstream(line) >> one.code >> one.severity;
        const std::string text = waymark({"explain", one.code}).out;
        one.bad = block(text, "Raises it");
        one.good = block(text, "Does not");
        all.push_back(std::move(one));
    }
    return all;
}

bool is_command(const std::string& example) {
    return example.starts_with("waymark ");
}

}  // namespace

TEST_CASE("command lines that explain gives as examples raise their code and mended ones do not") {
    int commands = 0;
    int scorecards = 0;
    for (const Explained& one : explained()) {
        INFO(one.code);
        CHECK_FALSE(one.bad.empty());
        CHECK_FALSE(one.good.empty());
        const std::string mark = "[" + one.code + "]";
        const Desk desk;
        if (is_command(one.bad) || one.code == "E002") {
            ++commands;
            const Outcome bad = desk.run(one.bad);
            INFO(one.bad << bad.out << bad.err);
            CHECK(has(bad.err + bad.out, mark));
            CHECK((one.severity != "error" || bad.status != 0));
        }
        if (!is_command(one.good) && one.code != "E002") continue;
        const Desk fresh;
        const Outcome good = fresh.run(one.good);
        INFO(one.good << good.out << good.err);
        CHECK(good.status == 0);
        CHECK_FALSE(has(good.err + good.out, mark));
        if (!has(one.good, "scorecard.json")) continue;
        ++scorecards;
        CHECK(fresh.run("waymark report scorecard.json").status == 0);
    }
    CHECK(commands >= 20);
    CHECK(scorecards >= 5);
}
