// The interview as a machine without input or output: a state, what a person does, and what is then to be shown and
// saved. The two front ends (terminal.hpp, lines.hpp) only translate.
//
// Nothing is lost on the way: every answer changes the draft at once and is stands in Effects::changes; going back shows
// what was given and never takes it away.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "assessment/edit.hpp"
#include "interview/commands.hpp"
#include "waymark/assessment.hpp"
#include "waymark/framework.hpp"

namespace waymark::interview {

enum class Page {
    framework,
    profile,
    organisation,
    role,
    welcome,
    introduction,  // of a dimension: Place::element
    question,
    check,   // what a chosen level and all below it say
    reason,  // why a question is not applicable
    evidence,
    item,  // an item of evidence: change or remove it
    item_strength,
    item_what,
    item_date,
    item_producer,
    item_form,
    note,
    jump,
    keys,
    glossary,
    review,
    facts,  // Place::item: 0 facts, 1 indicators
    currency,
    table,
    row,
    field,
    finish
};

// Where pages lead to when they are done with.
enum class Errand {
    none,        // to the next page in order
    one,         // back to the review
    unanswered,  // to the next question without an answer
    evidence     // to the next high claim without evidence
};

struct Place {
    Page page = Page::welcome;
    int element = -1;
    int item = -1;
    int table = -1;
    int row = -1;
    int column = -1;
    Errand errand = Errand::none;
    friend bool operator==(const Place&, const Place&) = default;
};

// What stays the same during an interview.
struct Setting {
    std::vector<const Framework*> frameworks;  // to choose from; at least one
    std::string file;                          // its name as people are to see it; empty until it is begun
    std::string resume;                        // the command that goes on with it
    bool resumed = false;
    std::vector<std::string> news;    // what is to be said at the start: changes of the framework since last time
    std::map<int, std::string> csv;   // tables that stand in files of their own
    bool profile_known = false;       // given by option or file: not asked again
    bool organisation_known = false;  // likewise
    bool role_known = false;
};

struct State {
    Setting setting;
    const Framework* framework = nullptr;
    Assessment draft;
    std::size_t self = 0;  // the respondent who answers
    bool begun = false;    // there is a file
    Place here;
    std::vector<Place> trail;  // the way here, for going back
    int visit = 0;             // changes whenever another page is shown
    bool more = false;         // what the question means and why it is asked are shown too
    std::string search;        // Page::jump
    std::string complaint;     // why the last input was not taken
    Row fresh;                 // a row of facts that is not complete enough to be kept
};

struct Input {
    enum class Kind {
        choose,   // options[0]: index into Screen::options
        several,  // options: indices into Screen::options
        text,
        search,  // text typed so far, without choosing
        command
    };
    Kind kind = Kind::command;
    std::vector<int> options;
    std::string text;
    Command command = Command::go_on;
};

struct Effects {
    bool begins = false;                   // enough is known for a file: head and respondent are in the draft
    std::vector<waymark::Change> changes;  // to be saved, once the file was begun
    std::vector<std::string> record;       // what was answered, a line each, for the protocol
    bool finished = false;
    bool left = false;
};

struct Option {
    std::string key;    // what picks it: "0" to "99"
    std::string title;  // "Embedded"
    std::string text;   // what it means; may be empty
    std::string group;  // heading above it; empty: same as before
    bool current = false;
};

struct Passage {
    std::string label;  // "Why it is asked"; may be empty
    std::string text;
};

struct Screen {
    enum class Ask {
        go_on,    // nothing to answer
        choice,   // one of the options
        several,  // any number of the options
        line,     // a line of text
        search    // a line of text that narrows the options
    };
    int visit = 0;
    std::string progress;  // "7 of 26 · Convening 2 of 6 · about 14 minutes left"
    std::string title;     // "C2 Shared diagnosis (core)"
    std::string question;
    std::vector<Passage> passages;  // above the options
    bool dense = false;             // passages without blank lines between them
    std::vector<Option> options;
    bool cumulative = false;  // an option includes those before it, but for the first
    std::vector<Passage> below;
    Ask ask = Ask::go_on;
    std::string prompt;   // "Your level"
    std::string entry;    // Ask::line, search: what was given so far
    std::string current;  // what was given so far, in words; empty: nothing
    bool may_go_on = false;
    bool long_text = false;  // a text that may have several lines: an editor helps
    std::vector<Command> commands;
    std::string complaint;
};

// `draft` has at least the framework's id where one is chosen, and one respondent.
State begin(Setting setting, Assessment draft, const Framework* framework, std::size_t self);
Screen screen_of(const State& state);
Effects advance(State& state, const Input& input);

// The draft as somebody else has changed it meanwhile, this person's changes included. Nothing happens if the person is
// not in it.
void replace_draft(State& state, Assessment draft);

// Questions with an answer of any kind but "skipped".
int answered(const State& state);
int questions(const State& state);

}  // namespace waymark::interview
