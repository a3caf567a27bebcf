// Findings about assessments, their answers and evidence, and about joining several.
#include <array>

#include "text/codes.hpp"

namespace waymark {

namespace {

constexpr std::array kCodes{
    CodeInfo{"A001", Severity::error, CodeSubject::assessment, "The assessment is of another framework",
             "Answers mean something only beside the questions they answer. A file that names another "
             "framework is not read with this one. Use `--framework` with the right definition, or correct "
             "the id.",
             R"(waymark: assessment/1
framework: other-framework@1.0.0
organisation: Warm Homes
date: 2026-11-20
respondents: []
)",
             "other-framework", "mission-maturity"},
    CodeInfo{"A002", Severity::error, CodeSubject::assessment,
             "The assessment was made with another major version of the framework",
             "A new major version may change what a practice or a level means, so old answers are not "
             "carried over in silence. `waymark migrate` rewrites what the new version says has another name, "
             "and says what has no place in it; then read each answer against the new wording.",
             R"(waymark: assessment/1
framework: mission-maturity@99.0.0
organisation: Warm Homes
date: 2026-11-20
respondents: []
)",
             "99.0.0", "1.0.0"},
    CodeInfo{"A003", Severity::note, CodeSubject::assessment,
             "The assessment was made with another minor version of the framework",
             "Versions with the same first number ask the same questions; wording, advice and signs may "
             "have changed. Nothing needs to be done.",
             R"(waymark: assessment/1
framework: mission-maturity@1.99.0
organisation: Warm Homes
date: 2026-11-20
respondents: []
)",
             "1.99.0", "1.0.0"},
    CodeInfo{"A004", Severity::error, CodeSubject::assessment, "The framework is not named in full",
             "An assessment names its framework by id and version, because answers belong to the wording "
             "people saw, or by a path that ends in .yaml and is relative to the assessment.",
             R"(waymark: assessment/1
framework: mission-maturity
organisation: Warm Homes
date: 2026-11-20
respondents: []
)",
             "mission-maturity", "mission-maturity@1.0.0"},
    CodeInfo{"A010", Severity::error, CodeSubject::assessment, "The framework has no practice of this name",
             "An answer, target, agreed level or question of a map must name a practice that the framework asks about. "
             "Practices are named by their id, not by their title or short code, and dimensions and groups "
             "carry no answers of their own. A practice that a newer framework dropped is reported here "
             "rather than passed over.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
respondents:
  - id: r1
    role: leader
    answers:
      real-misson: embedded
)",
             "real-misson", "real-mission"},
    CodeInfo{"A011", Severity::error, CodeSubject::assessment,
             "The framework has no level, role, profile or kind of evidence of this name",
             "Words such as levels, roles, profiles, strengths, producers and forms of evidence are "
             "declared by the framework. Levels are named, never numbered, so that a change of scale "
             "cannot change what was said.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
respondents:
  - id: r1
    role: leader
    answers:
      real-mission: embeded
)",
             "embeded", "embedded"},
    CodeInfo{"A012", Severity::error, CodeSubject::assessment, "A respondent is listed twice",
             "Each person counts once in every median, so each has an id of their own. If one person "
             "answered on two days, keep one list of answers.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
respondents:
  - {id: r1, role: leader, answers: {real-mission: embedded}}
  - {id: r1, role: leader, answers: {real-mission: absent}}
)",
             "{id: r1, role: leader, answers: {real-mission: absent}}",
             "{id: r2, role: leader, answers: {real-mission: absent}}"},
    CodeInfo{"A013", Severity::error, CodeSubject::assessment, "An answer says nothing, or two things at once",
             "An answer is a level, \"don't know\", \"skipped\", or \"not applicable\" with a reason: four "
             "different facts. A blank could mean any of them and is never guessed. Leave the practice out "
             "if it was not asked.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
respondents:
  - id: r1
    role: leader
    answers:
      real-mission: {level: embedded, state: dont-know}
)",
             "{level: embedded, state: dont-know}", "embedded\n      line-of-sight: dont-know"},
    CodeInfo{"A014", Severity::error, CodeSubject::assessment, "\"Not applicable\" is said without a reason",
             "\"Not applicable\" takes a practice out of every score. The reason lets a reader judge whether "
             "it should have been.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
respondents:
  - id: r1
    role: leader
    answers:
      long-term-mechanisms: not-applicable
)",
             "mechanisms: not-applicable", "mechanisms: {not-applicable: The mission ends within two years}"},
    CodeInfo{"A015", Severity::error, CodeSubject::assessment,
             "\"Not applicable\" is said of a practice that always applies",
             "The framework says for which practices \"not applicable\" may be said, and a profile may allow "
             "more. Core practices always apply. If nobody knows, say \"don't know\"; if nothing is done, "
             "that is the lowest level.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
respondents:
  - id: r1
    role: leader
    answers:
      real-mission: {not-applicable: We are too small}
)",
             "{not-applicable: We are too small}", "absent"},
    CodeInfo{"A016", Severity::error, CodeSubject::assessment, "Evidence is dated after the assessment",
             "An assessment says what was true on its date, and ages of evidence are counted to that date. "
             "Something produced later belongs to the next one.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
respondents:
  - id: r1
    role: leader
    answers:
      real-mission: {level: embedded, evidence: [{strength: artefact, dated: 2027-01-31}]}
)",
             "2027-01-31", "2026-01-31"},
    CodeInfo{"A017", Severity::error, CodeSubject::assessment, "Evidence is neither a list of items nor \"none\"",
             "Three things are told apart: items of evidence, `none` (\"we have none\", which lowers the "
             "evidenced level), and nothing said (nobody was asked, which does not). An empty list could "
             "be either of the last two.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
respondents:
  - id: r1
    role: leader
    answers:
      real-mission: {level: embedded, evidence: []}
)",
             "[]", "none"},
    CodeInfo{"A018", Severity::note, CodeSubject::assessment, "Evidence stands under an answer without a level",
             "An item supports at most the level it was offered for. Under \"don't know\", \"skipped\" and "
             "\"not applicable\" there is no such level, so it supports nothing and is left out of every "
             "count.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
respondents:
  - id: r1
    role: leader
    answers:
      real-mission: {state: dont-know, evidence: [{strength: artefact}]}
)",
             "state: dont-know", "level: developing"},
    CodeInfo{"A019", Severity::warning, CodeSubject::file, "The framework does not ask for evidence",
             "A framework without `evidence:` has no strengths by which evidence could count. What is "
             "written here is not read.",
             "waymark check with-evidence.yaml\n", "", "waymark check without-evidence.yaml\n"},
    CodeInfo{"A020", Severity::warning, CodeSubject::assessment, "The assessment has no respondents",
             "Until somebody answers, every score is unknown. Facts can still be read, and signs that need "
             "only facts can be told.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
respondents: []
)",
             "respondents: []", R"(respondents:
  - {id: r1, role: leader, answers: {real-mission: embedded}})"},
    CodeInfo{"A021", Severity::error, CodeSubject::assessment, "The currency is not a three-letter code",
             "The currency is printed beside every amount, and assessments are compared only within one. "
             "ISO 4217 codes leave no doubt which dollar or crown is meant.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
currency: pounds
respondents: []
)",
             "pounds", "GBP"},
    CodeInfo{"A022", Severity::error, CodeSubject::assessment, "Money is given without a currency",
             "Amounts are plain numbers, so the currency must stand once in the assessment. All amounts "
             "are in that one currency.",
             R"(waymark: assessment/1
framework: mission-maturity@1.0.0
organisation: Warm Homes
date: 2026-11-20
respondents: []
facts:
  portfolio:
    - {item: Heat pumps, spend: 1250000}
)",
             "respondents: []", "currency: GBP\nrespondents: []"},
    CodeInfo{"A040", Severity::error, CodeSubject::file, "Files that are to be combined contradict each other",
             "Several people's files are joined into one assessment only where they agree on what is "
             "shared: framework, organisation, profile, currency, facts, agreed levels, targets. waymark "
             "does not choose between them. Make the two places the same, or keep the shared part in one "
             "file only.",
             "waymark combine ana.yaml of-another-organisation.yaml\n", "", "waymark combine ana.yaml ben.yaml\n"},
    CodeInfo{"A041", Severity::warning, CodeSubject::file, "A respondent got a new id when files were combined",
             "Two files use the same id for answers that differ. Both are kept, and the second gets a "
             "number (r1-2). If they are the same person at two times, remove the older answers, or that "
             "person counts twice.",
             "waymark combine ana.yaml another-ana.yaml\n", "", "waymark combine ana.yaml ben.yaml\n"},
    CodeInfo{"A042", Severity::note, CodeSubject::file, "Files that are to be combined have different dates",
             "The combined assessment takes the latest date. Ages of evidence are counted to that date.",
             "waymark combine ana.yaml ben-in-july.yaml\n", "", "waymark combine ana.yaml ben.yaml\n"},
    CodeInfo{"A043", Severity::note, CodeSubject::file, "The same respondent stands in several files",
             "The same id with the same answers in two files is one person, kept once. If two people "
             "happen to agree in everything, give them different ids.",
             "waymark combine ana.yaml ana-again.yaml\n", "", "waymark combine ana.yaml ben.yaml\n"},
    CodeInfo{"A044", Severity::warning, CodeSubject::file,
             "A file named in a combined assessment would lie outside its folder",
             "Files that an assessment names lie in its own folder or below it. The path was kept as it "
             "stood; copy the file beside the combined assessment and correct the path.",
             "waymark combine ana.yaml ../cem-with-facts.yaml -o team.yaml\n", "",
             "waymark combine ana.yaml cem-with-facts.yaml -o team.yaml\n"},
    CodeInfo{"A045", Severity::error, CodeSubject::file, "A respondent to replace or withdraw is not there",
             "One person's answers are replaced or withdrawn in a combined file by the id that the person has "
             "there. When files were combined, an id that two people used got a number (r1-2).",
             "waymark combine ana-and-ben.yaml --withdraw cem -o team.yaml\n", "",
             "waymark combine ana-and-ben.yaml --withdraw ben -o team.yaml\n"},
    CodeInfo{"A046", Severity::note, CodeSubject::file, "Only the respondent is taken from a file",
             "Replacing one person's answers in a combined file changes nothing else in it: facts, agreed "
             "levels, targets and notes of the person's own file stay there. Combine all files anew to take "
             "them over.",
             "waymark combine ana-and-ben.yaml --replace ben=cem-with-facts.yaml -o team.yaml\n", "",
             "waymark combine ana.yaml cem-with-facts.yaml -o team.yaml\n"},
    CodeInfo{"A047", Severity::warning, CodeSubject::file, "Something could not be carried over to a later version",
             "The later version of the framework has no place for it: a practice was retired, a level is gone, a "
             "column holds something else. It stands as a comment in the new file, with the reason above it, or "
             "in an older file that was left as it is. Decide what becomes of it, and write that in.",
             "waymark migrate ward-3.yaml --to clinic-2.yaml -o ward-3-later.yaml\n", "",
             "waymark migrate ward-4.yaml --to clinic-2.yaml -o ward-4-later.yaml\n"},
};

}  // namespace

std::span<const CodeInfo> assessment_codes() {
    return kCodes;
}

}  // namespace waymark
