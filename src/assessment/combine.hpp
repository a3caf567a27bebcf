// Several people's files of one assessment joined into one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "waymark/diagnostic.hpp"

namespace waymark {

struct AssessmentFile {
    std::string name;  // path, as findings name it; paths inside the file are relative to its folder
    std::string text;
};

// The text of one assessment file that is to be written to `output_name`, or nullopt if the files contradict
// each other or cannot be read (findings say where). Works on the files as they stand and needs no framework:
// check each with read_assessment first, and the result again.
//
// - framework, organisation, profile and currency must agree; the date is the latest, and a difference is a
// note.
// - Respondents of all files, in order. The same id with the same answers is one person, kept once; the same
// id with
//   other answers is another person and gets a new id (r1-2). Both are notes.
// - A table or record that several files give must be the same in all; `agreed` and `targets` likewise, key
// by key.
// - `previous` and CSV paths are written relative to the new file's folder; one that would lead out of it is
// a warning.
// - Notes on the assessment are kept one below the other. It may be named to peers only if no file says
// otherwise. Comments are not carried over.
std::optional<std::string> combine_assessments(const std::vector<AssessmentFile>& files, const std::string& output_name,
                                               Diagnostics& diagnostics);

}  // namespace waymark
