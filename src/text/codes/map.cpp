// M: maps of survey exports; from M101 on held against a framework.
#include "text/codes.hpp"

namespace waymark {

namespace {

constexpr CodeInfo codes[] = {
    {"M001", Severity::error, CodeSubject::map, "A pointer cannot be read",
     "A pointer says where something stands: each step begins with '/', '' is the whole, '*' stands for every element "
     "or member. In a name '/' is written ~1, '~' is ~0, and a name that is only a '*' is ~2. Keys of answers are "
     "names, not pointers, and need none of this.",
     R"(waymark: map/1
records: results
record: {organisation: {key: team}}
answers: {in: ""}
values: {default: {pass: number}}
questions: {real-mission: q1}
)",
     "records: results", "records: /results"},
    {"M002", Severity::error, CodeSubject::map, "A pointer leads where nothing can be read",
     "Only what belongs to entries (key, row, value, only) may begin with a number of levels to go up. The platform's "
     "own count stands in one place, so 'expect' and 'more' hold no '*'.",
     R"(waymark: map/1
records: /data
record: {id: 1/id, organisation: {key: team}}
answers: {in: ""}
values: {default: {pass: number}}
questions: {real-mission: q1}
)",
     "1/id", "/id"},
    {"M003", Severity::error, CodeSubject::map, "It is not said clearly where a fact about a record stands",
     "A fact such as the organisation stands at a pointer, in an answer ({key: KEY}) or in a list of named entries "
     "({each: /variables/*, key: /name, is: NAME, value: /value}). A list of these is tried from the first to the "
     "last.",
     R"(waymark: map/1
records: /data
record: {id: [[/id]], organisation: {key: team}}
answers: {in: ""}
values: {default: {pass: number}}
questions: {real-mission: q1}
)",
     "[[/id]]", "[/id, /token]"},
    {"M004", Severity::error, CodeSubject::map, "The shape of the answers is not said, or said twice",
     "In every export answers are either the members of an object ('in') or the entries of a list ('each', with 'key' "
     "for where an entry's question stands). A map says one of the two.",
     R"(waymark: map/1
records: /data
record: {organisation: {key: team}}
answers: {in: /answers, each: /answers/*, key: /id}
values: {default: {pass: number}}
questions: {real-mission: q1}
)",
     "{in: /answers, each", "{each"},
    {"M005", Severity::error, CodeSubject::map, "A key belongs to the other shape of answers",
     "With 'in' the names of the members are the keys, compared as 'keys' says. With 'each' an entry has its key at "
     "'key' and, in a matrix, its row at 'row'; 'only' says which entries count.",
     R"(waymark: map/1
records: /data
record: {organisation: {key: team}}
answers: {in: /answers, row: /row_id}
values: {default: {pass: number}}
questions: {real-mission: q1}
)",
     "{in: /answers, row", "{each: /answers/*, key: /id, row"},
    {"M006", Severity::error, CodeSubject::map, "It is not said where an answer stands, or said twice",
     "An answer is found by its key, at a pointer ('at'), or in one column per option ('columns'). One of the three is "
     "enough; a second could only contradict it.",
     R"(waymark: map/1
records: /results
record: {id: /_uuid, organisation: {key: team}}
answers: {in: ""}
values: {default: {pass: number}}
questions:
  real-mission: {key: q1, at: /q1}
)",
     ", at: /q1", ""},
    {"M007", Severity::error, CodeSubject::map, "A value table is named that the map does not have",
     "Value tables stand under 'values'. A question without 'values' uses the table 'default', evidence the table "
     "'evidence'.",
     R"(waymark: map/1
records: /results
record: {id: /_uuid, organisation: {key: team}}
answers: {in: ""}
values: {default: {pass: number}}
questions:
  real-mission: {key: q1, values: defualt}
)",
     "defualt", "default"},
    {"M008", Severity::warning, CodeSubject::map, "Two values that read alike mean different things",
     "Labels are compared without regard to capitals, white space and tags, unless the text is exactly the same. Where "
     "two values differ only in these, an export that writes them a little differently could mean either, and is "
     "rejected.",
     R"(waymark: map/1
records: /results
record: {id: /_uuid, organisation: {key: team}}
answers: {in: ""}
values:
  default:
    map: {Partly: emerging, partly: developing}
questions: {real-mission: q1}
)",
     "partly: developing", "Mostly: developing"},
    {"M009", Severity::error, CodeSubject::map, "A name belongs to two organisations",
     "Names of organisations are compared without regard to capitals and white space. One that stands for two "
     "organisations would join their answers.",
     R"(waymark: map/1
records: /results
record: {id: /_uuid, organisation: {key: team}}
answers: {in: ""}
values: {default: {pass: number}}
questions: {real-mission: q1}
organisations:
  Housing: [dept a]
  Health: [Dept A]
)",
     "Dept A", "dept b"},
    {"M010", Severity::warning, CodeSubject::map, "A value table is not used",
     "It was meant for a question, and no question names it: perhaps the name is misspelt there, or the question was "
     "taken out.",
     R"(waymark: map/1
records: /results
record: {id: /_uuid, organisation: {key: team}}
answers: {in: ""}
values: {default: {pass: number}, other: {pass: number}}
questions: {real-mission: q1}
)",
     ", other: {pass: number}", ""},
    {"M011", Severity::warning, CodeSubject::map, "Something is still to be filled in",
     "'waymark map new' leaves open what only the author of a survey knows. What is not filled in is passed over: a "
     "question without a place counts as not asked.",
     R"(waymark: map/1
records: /results
record: {id: /_uuid, organisation: {key: team}}
answers: {in: ""}
values: {default: {pass: number}}
questions:
  real-mission: q1
  line-of-sight:
)",
     "line-of-sight:", "line-of-sight: q2"},
    {"M012", Severity::warning, CodeSubject::map, "A setting does nothing",
     "It needs another one beside it that is missing: 'incomplete' needs to know what complete is, 'duplicates' needs "
     "ids, 'offset' needs numbers that pass.",
     R"(waymark: map/1
records: /results
record: {id: /_uuid, organisation: {key: team}}
answers: {in: ""}
values: {default: {pass: number}}
incomplete: drop
questions: {real-mission: q1}
)",
     "organisation: {key: team}}", "organisation: {key: team}, complete: {/finished: [1, true]}}"},
    {"M013", Severity::error, CodeSubject::map, "A condition is not understood",
     "A condition is a pointer with what must hold there: a value, a list of values, 'present' (there and not empty), "
     "'absent', or {not: …} around one of these. All of them must hold.",
     R"(waymark: map/1
records: /data
where: {/status: {is_not: test}}
record: {organisation: {key: team}}
answers: {in: ""}
values: {default: {pass: number}}
questions: {real-mission: q1}
)",
     "is_not", "not"},
    {"M014", Severity::note, CodeSubject::map, "The map does not say which organisation a record is from",
     "Answers are grouped by organisation. Without one in the map everything in a file counts as one organisation; a "
     "run can also take the organisation from the file's name.",
     R"(waymark: map/1
records: /results
answers: {in: ""}
values: {default: {pass: number}}
questions: {real-mission: q1}
)",
     "answers:", "record: {organisation: {key: team}}\nanswers:"},
    {"M015", Severity::warning, CodeSubject::map, "One answer is read for two questions",
     "Two practices with the same key is most often a slip in copying lines: one answer would then count for both.",
     R"(waymark: map/1
records: /results
record: {id: /_uuid, organisation: {key: team}}
answers: {in: ""}
values: {default: {pass: number}}
questions:
  real-mission: q1
  line-of-sight: q1
)",
     "line-of-sight: q1", "line-of-sight: q2"},
    {"M016", Severity::error, CodeSubject::map, "A pattern for keys does not give each question its own",
     "'key_from' makes the keys of all questions that are not listed: {id} becomes the practice's id, {code} its short "
     "code, {dimension} and {group} the ids of what it belongs to.",
     R"(waymark: map/1
records: ""
record: {organisation: {key: team}}
answers: {in: "", key_from: "{name}"}
values: {default: {pass: number}}
)",
     "{name}", "{id}"},
    {"M017", Severity::error, CodeSubject::map, "It is not said what a value means",
     "Every value in a table needs a meaning behind the ':'. Where there seems to be one, the label may have been cut "
     "in two: in YAML ' #' begins a comment, ': ' ends a key, and ',' and brackets end a text inside { }. Put such "
     "labels in quotes.",
     R"(waymark: map/1
records: /results
record: {id: /_uuid, organisation: {key: team}}
answers: {in: ""}
values:
  default:
    map:
      Not yet:
      Always: embedded
questions: {real-mission: q1}
)",
     "Not yet:", "Not yet: absent"},
    {"M101", Severity::error, CodeSubject::map, "A value means a level that the scale does not have",
     "A value means a level, by its id or its number, or one of the words dont-know, not-applicable, skipped and "
     "not-asked. A table that is used for practices on two scales needs levels that both have.",
     R"(waymark: map/1
records: /results
record: {id: /_uuid, organisation: {key: team}}
answers: {in: ""}
values: {default: {map: {AO01: embeded}}}
questions: {real-mission: q1}
)",
     "embeded", "embedded"},
    {"M102", Severity::error, CodeSubject::map, "A value means a strength of evidence that the framework does not have",
     "What is offered as evidence means one of the framework's strengths, by its id. 'none' means that somebody said "
     "there is none; 'skipped' that nothing was said.",
     R"(waymark: map/1
records: /results
record: {id: /_uuid, organisation: {key: team}}
answers: {in: ""}
values: {default: {pass: number}, evidence: {map: {minutes: record-of-usage}}}
questions: {real-mission: {key: q1, evidence: q1e}}
)",
     "record-of-usage", "record-of-use"},
    {"M103", Severity::warning, CodeSubject::map, "Practices are not mapped",
     "What a survey does not ask about counts as not asked: it lowers coverage, and scores may be withheld for it. Map "
     "the questions that the survey has.",
     R"(waymark: map/1
records: /results
record: {id: /_uuid, organisation: {key: team}}
answers: {in: ""}
values: {default: {pass: number}}
questions: {real-mission: q1}
)",
     R"({in: ""})", R"({in: "", key_from: "{id}"})"},
    {"M104", Severity::error, CodeSubject::file, "Evidence is mapped that the framework does not ask for",
     "The framework declares no strengths of evidence, so nothing that was offered could count.",
     "waymark check with-evidence.map.yaml\n", "", "waymark check without-evidence.map.yaml\n"},
    {"M105", Severity::error, CodeSubject::map, "The map says of no question where its answer stands",
     "Without questions every record would come out empty. List them under 'questions', or let 'key_from' make their "
     "keys.",
     R"(waymark: map/1
records: /results
record: {id: /_uuid, organisation: {key: team}}
answers: {in: ""}
)",
     R"(answers: {in: ""}
)",
     R"(answers: {in: ""}
values: {default: {pass: number}}
questions: {real-mission: q1}
)"},
    {"M106", Severity::warning, CodeSubject::map, "\"Not applicable\" is offered where it cannot be said",
     "The framework says of which practices \"not applicable\" may be said; core practices always apply. A record that "
     "says it of another one is rejected, so that nobody can take a core practice out of the score by a tick.",
     R"(waymark: map/1
records: /results
record: {id: /_uuid, organisation: {key: team}}
answers: {in: ""}
values: {default: {pass: number, map: {na: not-applicable}}}
questions: {real-mission: q1}
)",
     "not-applicable", "dont-know"},
    {"M107", Severity::error, CodeSubject::map, "The map is for another framework",
     "Questions and values were chosen for one framework and one major version of it. With another one the same key "
     "could mean something else.",
     R"(waymark: map/1
framework: other-framework@1
records: /results
record: {organisation: {key: team}}
answers: {in: ""}
values: {default: {pass: number}}
questions: {real-mission: q1}
)",
     "other-framework", "mission-maturity"},
    {"M108", Severity::note, CodeSubject::map, "No value means one of the levels",
     "A level that no value stands for can never be scored. Perhaps the survey does not offer it; perhaps a line was "
     "forgotten.",
     R"(waymark: map/1
records: /results
record: {id: /_uuid, organisation: {key: team}}
answers: {in: ""}
values: {default: {map: {AO01: absent, AO02: embedded}}}
questions: {real-mission: q1}
)",
     "AO02: embedded", "AO02: emerging, AO03: developing, AO04: embedded, AO05: transforming"},
};

}  // namespace

std::span<const CodeInfo> map_codes() {
    return codes;
}

}  // namespace waymark
