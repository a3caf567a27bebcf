// Figures and sentences that every report for people words alike. Texts from the card are passed on as they are: each
// format makes them safe in its own way.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "waymark/scorecard.hpp"

namespace waymark {

std::string count_of(std::int64_t number, std::string_view singular, std::string_view plural);  // "1 sign", "2 signs"
// Leaves out empty parts.
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

std::string title_line(const Scorecard& card);   // framework, profile, date
std::string people_line(const Scorecard& card);  // "12 people answered: Leader 4, Manager 3"
std::string purpose_line();
std::string limits_line();  // what a report is not
std::string first_look_line();
std::string first_look_reason();
std::string sign_line();  // what a sign is
std::string too_early_line();
std::string no_evidence_line();
std::string no_indicators_line();
std::string together_heading();
std::vector<std::string> source_titles(const CardFlag& flag);
std::vector<std::string> source_lines(const CardFlag& flag);  // titles with addresses
std::string verdict_line(const Scorecard& card);      // "At risk — 2 high signs raised, 9 of 25 signs could be told; …"
std::string raised_text(const CardVerdict& verdict);  // "11 high and 4 medium signs raised"
std::string told_text(const CardVerdict& verdict);    // "32 of 39 signs could be told; …"; or empty
std::string unsafe_line(const Scorecard& card);       // empty if the answers can carry a reading
std::string none_raised_line(const Scorecard& card);
std::string scale_line(const Scorecard& card);  // "Scale: 0 Absent, 1 Emerging …"

std::string figure(const Rational& number);  // two decimals
// "2.64"; for a sum "37 of 84", or "of 84" when only its range is known; "withheld", "unknown", "not applicable", "not asked".
std::string score_text(const CardNode& node, const CardScore& score);
// "1.71 to 2.57", "3 to 7" for a sum; empty without a range or when it is a point.
std::string range_text(const CardNode& node, const CardScore& score);
std::string coverage_text(const CardScore& score);  // "6 of 7"
std::string band_text(const CardNode& node);        // "Developing", "Developing (claimed band)"
// "claimed 2.90; evidenced 1.40 (1.20 to 1.60, 6 of 7 known); gap 1.50"
std::string sides_text(const Scorecard& card, const CardNode& node);
std::string overall_line(const Scorecard& card);  // "Overall: claimed 2.90, evidenced 1.40 …"
std::string state_text(const CardNode& node);     // "not applicable", "unknown"
std::string spread_text(const CardNode& node);    // "0–4 (2–3)": all, and the middle half; or empty
std::string label_of(const CardNode& node);       // "D1 A real mission"
std::string label_of(const CardFlag& flag);
// "claimed 2.00 (Developing), evidenced 1.00 (Emerging)"; without evidence only what is claimed.
std::string standing_text(const Scorecard& card, const CardNode& node);
std::string role_gap_line(const CardNode& node);   // "I2 Short feedback loops: 1.67 apart, Leaders above Frontline"
std::string dont_know_text(const CardRole& role);  // "2 did not know"
std::string roles_text(const CardNode& node);      // "Leader 2.80, Frontline 1.50; Partner not shown"
std::string hidden_roles_line(const Scorecard& card);

std::string change_line(const CardNode& node);  // "claimed 2.10 → 2.40, evidenced 1.00 → 1.50, 3 new items of evidence"
std::string step_title(const CardNextStep& step);         // "I2 Short feedback loops (core), from Emerging"
std::string together_text(const CardOutcomes& outcomes);  // "Middle, improving: …"; empty if nothing is said

std::string as_sentence(const std::string& text);  // a capital at the start, a full stop at the end
std::string headline_of(const CardFlag& flag);     // "High: W01 Old portfolio, new label"
std::string family_heading(const CardIndicator& indicator);
std::string values_text(const CardIndicator& indicator);  // "1 → 1.1 | 1.2%"; the bar is a series break
std::string value_text(const CardIndicator& indicator, const Rational& value);  // "1.2%"
std::string reading_remarks(const CardReading& reading);
std::string trend_text(const CardIndicator& indicator);       // readings and target in one sentence
std::string aim_text(const CardIndicator& indicator);         // "6% by 31 December 2033, far behind"
std::vector<std::string> ladder_lines(const CardRung& rung);  // what stands on it, or that nothing does
std::string ladder_heading();
std::vector<std::string> shape_lines(const Scorecard& card);  // "Aspiration: …" with the figures that decided it

// What the marks in the table of practices mean, for those that are used.
std::string marks_of(const CardNode& node);
std::vector<std::string> marks_legend(const Scorecard& card);
// The same in words, where there is room for them, and what they and the spread mean.
std::vector<std::string> marks_in_words(const CardNode& node);
std::vector<std::string> words_legend(const Scorecard& card);

std::vector<std::string> method_lines(const Scorecard& card);  // sentences, without digests

}  // namespace waymark
