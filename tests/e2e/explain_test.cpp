// The examples of `waymark explain` that are command lines, run in a folder that holds what they name.
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "program.hpp"
#include "text/codes.hpp"

using namespace waymark;
namespace fs = std::filesystem;

namespace {

const std::string kHead =
    "waymark: assessment/1\nframework: mission-maturity@1.0.0\norganisation: Demo\ndate: 2026-01-31\n"
    "respondents:\n  - {id: r1, role: leader, answers: {real-mission: developing}}\n";

class Desk {
  public:
    Desk() {
        fs::create_directories(folder_.path("desk/empty-folder"));
        fs::create_directories(folder_.path("desk/facts"));
        std::string later = kHead;
        later.replace(later.find("2026-01-31"), 10, "2026-07-31");
        folder_.write("portfolio.csv", "item,spend\nA,20\n");
        folder_.write("desk/portfolio.csv", "item,spend\nA,20\n");
        folder_.write("desk/assessment.yaml", kHead);
        folder_.write("desk/half-a-year-later.yaml", later);
        const std::string survey = WAYMARK_SOURCE_DIR "/examples/survey/";
        fs::copy(survey + "table", folder_.path("desk/exports"));
        fs::copy_file(survey + "table.map.yaml", folder_.path("desk/mission.map.yaml"));
        folder_.write("desk/facts/portfolio.csv", "organisation,item,spend\nDemo,A,20\n");
        const std::string head = "file,record,line,begin_byte,end_byte,id,pointer,reason,value\n";
        folder_.write("desk/rejects.csv", head);
        folder_.write("desk/rejects-of-another-export.csv", head + "another.csv,3,4,10,20,3,/q1,unmapped-value,x\n");
    }

    // An example: a command line, or the end of an assessment.
    Outcome run(std::string_view example) const {
        Setting setting;
        setting.folder = folder_.path("desk");
        if (!example.starts_with("waymark ")) {
            folder_.write("desk/with-facts.yaml", kHead + "currency: GBP\n" + std::string(example));
            return waymark({"check", "with-facts.yaml"}, setting);
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
    const Desk desk;
    for (const CodeInfo& info : all_codes()) {
        if (info.subject != CodeSubject::file) continue;
        ++tried;
        const std::string mark = "error[" + std::string(info.code) + "]";
        const Outcome bad = desk.run(info.bad);
        INFO(info.code << " " << info.bad << bad.out << bad.err);
        CHECK(has(bad.err + bad.out, mark));
        CHECK(bad.status != 0);
        const Outcome good = desk.run(info.good);
        INFO(info.good << good.out << good.err);
        CHECK(good.status == 0);
        CHECK_FALSE(has(good.err + good.out, mark));
    }
    CHECK(tried >= 9);
}
