// Scoring an export through the program, and what it says became of every record.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "program.hpp"

struct SaidAccount {
    std::int64_t read = -1;
    std::int64_t scored = -1;
    std::int64_t dropped = -1;
    std::int64_t rejected = -1;
    bool adds_up() const { return read >= 0 && read == scored + dropped + rejected; }
};

struct Scored {
    Outcome outcome;
    SaidAccount account;  // as the program says it on stderr; -1 where it says nothing
    std::string rejects;  // what it wrote with --rejects
    std::string all;      // everything it wrote, for words that must or must not appear
};

// waymark score INPUTS… --map MAP --rejects … -f jsonl, and further arguments: a scorecard a line.
Scored score_exports(const Folder& folder, const std::vector<std::string>& inputs, const std::string& map,
                     const std::vector<std::string>& more = {}, const Setting& setting = {});

// A map for the small framework: records of {"id": …, "organisation": …, "role": …, "answers": {"one": …, "two": …}},
// written one a line, in a list, or one a file.
extern const char* const kSmallMap;
std::string small_record(const std::string& id, const std::string& one = "some", const std::string& two = "much");
