// What the pages of the interview share. A page is two functions: one shows it, one takes what a person did there.
#pragma once

#include <string>

#include "interview/flow.hpp"

namespace waymark::interview {

struct PageType {
    Screen (*show)(const State&) = nullptr;
    void (*take)(State&, const Input&, Effects&) = nullptr;
};
// setup.cpp
extern const PageType kFrameworkPage, kProfilePage, kOrganisationPage, kRolePage, kWelcomePage;
// question.cpp
extern const PageType kIntroductionPage, kQuestionPage, kCheckPage, kReasonPage;
// evidence.cpp, evidence_item.cpp
extern const PageType kEvidencePage, kItemPage;
extern const PageType kItemStrengthPage, kItemWhatPage, kItemDatePage, kItemProducerPage, kItemFormPage;
// aids.cpp
extern const PageType kNotePage, kJumpPage, kKeysPage, kGlossaryPage;
// review.cpp
extern const PageType kReviewPage, kFinishPage;
// facts.cpp, field.cpp
extern const PageType kFactsPage, kTablePage, kRowPage, kCurrencyPage, kFieldPage;

// Ways (navigate.cpp).
void go(State& state, Place place);  // the page left stays on the way back
void close(State& state);            // back to the page before; nothing happens on the first
void complain(State& state, std::string text);
Place page_of(Page page);
Place question_place(int element, Errand errand);
Place after_setup(const State& state, Page done);      // the next page of the setting up that is needed
Place after_question(const State& state, Place from);  // when a question is done with
Place after_level(const State& state, Place from);     // from the level chosen to its check, evidence, or on
Place after_check(const State& state, Place from);
Place first_open_place(const State& state);                // where a resumed interview goes on
bool still_there(const State& state, const Place& place);  // the item or row it shows was not removed

// The draft (draft.cpp).
const Element& element_at(const State& state, int element);
const std::vector<Level>& levels_of(const State& state, int element);
const Respondent& self_of(const State& state);
const Answer* answer_to(const State& state, int element);  // null: not asked
Answer& answer_for(State& state, int element);             // made where there is none
bool is_open(const State& state, int element);             // not asked, or skipped
bool asks_for_evidence(const State& state);
bool is_bare_claim(const State& state, int element);  // claims more than it could without evidence, and shows none
std::vector<int> practices_of(const Framework& framework);
void keep_answer(const State& state, Effects& effects, int element);
void keep_head(const State& state, Effects& effects, const std::string& key, const std::string& value);
void keep_table(const State& state, Effects& effects, int table);

// Words (words.cpp).
std::string name_of(const Element& element);                           // "C2 Shared diagnosis"
std::string heading_of(const Element& element);                        // with "(core)"
std::string level_key(const State& state, int element, int level);     // "3": its value where that is a digit
std::string level_words(const State& state, int element, int level);   // "3 Embedded"
std::string answer_words(const State& state, const Answer& answer);    // "3 Embedded", "don't know", "not answered"
std::string evidence_words(const State& state, const Answer& answer);  // "2 items of evidence", "no evidence"
std::string item_words(const State& state, const EvidenceItem& item);  // "Record of use: Board minute 14, 2026-03-01"
std::string progress_words(const State& state, int element);
int minutes_left(const State& state);
std::string file_words(const State& state);

// Texts that people type.
inline constexpr std::size_t kLongestLine = 500;
inline constexpr std::size_t kLongestNote = 8000;
// Without control characters and spaces around it; cut at `limit` characters, and then says so.
std::string typed_text(State& state, const std::string& text, std::size_t limit, bool keep_lines = false);

// Options numbered from 1.
Option numbered(const std::vector<Option>& before, std::string title, std::string text = "", bool current = false);
bool is(const Input& input, Command command);

}  // namespace waymark::interview
