// What an interview has saved, read as a report would read it.
#pragma once

#include <map>
#include <string>

// A framework of twelve questions p01 to p12 in two dimensions: small, so that many runs take little time.
std::string many_questions();
std::string practice(int number);  // "p07"

// By practice: "u" don't know, "s" skipped, "0" to "2" a level; with "+none" where there is no evidence.
using Answers = std::map<std::string, std::string>;

// The test fails if the text cannot be read.
Answers answers_in(const std::string& text);
