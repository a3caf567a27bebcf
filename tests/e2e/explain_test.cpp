// The examples of `waymark explain` that are command lines, run in a folder that holds what they name.
#include <sstream>

#include "catch.hpp"
#include "program.hpp"
#include "text/codes.hpp"

using namespace waymark;
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
        "waymark: map/1\nframework: no-evidence.yaml\nrecords: \"\"\nrecord: {organisation: /team}\n"
        "answers: {in: \"\"}\nvalues: {default: {map: {a: high}}, evidence: {map: {a: none}}}\nquestions: {plan: ";
    const std::string answers = "respondents: [{id: ana, answers: {plan: ";
    const std::string plain =
        "waymark: assessment/1\nframework: no-evidence.yaml\norganisation: Demo\ndate: 2026-01-31\n" + answers;
    folder.write("desk/no-evidence.yaml",
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

    // An example: a command line, or the end of an assessment.
    Outcome run(std::string_view example) const {
        Setting setting;
        setting.folder = folder_.path("desk");
        if (!example.starts_with("waymark ")) {
            folder_.write("desk/example.yaml",
                          head() + "currency: GBP\n" + people({"ana"}, "developing") + std::string(example));
            return waymark({"check", "example.yaml"}, setting);
        }
        std::istringstream words{std::string(example)};
        std::vector<std::string> arguments;
        for (std::string word; words >> word;) arguments.push_back(word);
        arguments.erase(arguments.begin());
        return waymark(arguments, setting);
    }

  private:
    Folder folder_;
};

}  // namespace

TEST_CASE("command lines that explain gives as examples raise their code and mended ones do not") {
    int tried = 0;
    for (const CodeInfo& info : all_codes()) {
        if (info.subject != CodeSubject::file) continue;
        ++tried;
        const std::string mark = "[" + std::string(info.code) + "]";
        const Outcome bad = Desk().run(info.bad);
        INFO(info.code << " " << info.bad << bad.out << bad.err);
        CHECK(has(bad.err + bad.out, mark));
        CHECK((info.severity != Severity::error || bad.status != 0));
        const Outcome good = Desk().run(info.good);
        INFO(info.good << good.out << good.err);
        CHECK(good.status == 0);
        CHECK_FALSE(has(good.err + good.out, mark));
    }
    CHECK(tried >= 20);
}

TEST_CASE("the scorecard that explain says how to make raises none of the codes about scorecards") {
    int tried = 0;
    for (const CodeInfo& info : all_codes()) {
        if (info.subject != CodeSubject::scorecard) continue;
        ++tried;
        const Desk desk;
        CHECK(desk.run(info.good).status == 0);
        const Outcome read = desk.run("waymark report scorecard.json");
        INFO(info.code << read.err);
        CHECK(read.status == 0);
        CHECK_FALSE(has(read.err, std::string(info.code)));
    }
    CHECK(tried >= 5);
}
