// Carrying an assessment over to a later version of its framework, by what that version says became of earlier names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/read.hpp"
#include "waymark/history.hpp"

namespace waymark {

struct NotCarried {
    std::string file;  // the assessment, or a file that it names
    Span span;         // in the old file
    std::string what;  // "the answer of 'r1' to 'slogans'"
    std::string why;   // "'slogans' was retired"
};

// A file that the assessment names and that has to change too; the old one stays.
struct BesideFile {
    std::string old_path, new_path;  // relative to the assessment's folder
    std::string text;
};

struct Migration {
    std::optional<std::string> text;   // nullopt: it cannot be migrated, and findings say why
    std::vector<std::string> carried;  // "practice 'paper' is now 'plan'", each once
    std::vector<NotCarried> lost;      // still in the text, as comments, or in files that stay
    std::vector<BesideFile> beside;
    bool names_files = false;  // relative to its folder
    bool whole = false;        // the file was laid out in a way that could not be kept, and was written anew
};

struct MigrationTarget {
    const VersionedFramework* to = nullptr;
    std::string path;  // to the framework from the new file, for files that name theirs by a path; empty: by id
};

// Comments and layout stay. What cannot be carried over is kept as a comment with the reason; if one row of a table
// cannot be, the whole table is, as its other rows would pass for all of them. The text can be read under the new version
// without an error, given the files beside it.
Migration migrate_assessment(const std::string& name, const std::string& text, const MigrationTarget& target,
                             const FileAccess& files, Diagnostics& diagnostics);

// `files`, with those that were migrated in place of what would be read.
FileAccess with_beside(const FileAccess& files, const std::vector<BesideFile>& beside);

}  // namespace waymark
