// A file's content replaced as a whole or not at all.
#pragma once

#include <sys/types.h>

#include <string>

#include "storage/stamp.hpp"

namespace waymark {

struct Replacing {
    int error = 0;          // the system's number; 0: done
    bool in_place = false;  // the new content is there; with an error: the disk did not confirm it
    FileStamp stamp;        // of the new file
};

// Writes `.NAME.saving-XXXXXX` beside, syncs it, renames it over `path`, syncs the folder. A link at `path` is replaced,
// never followed. After an error the old file is untouched and the one beside is gone.
Replacing replace_file(const std::string& path, const std::string& text, mode_t mode);

// Removes what a killed run left beside `path` in the middle of replace_file. Only safe while the file's lock is held.
// How many there were.
int remove_leftovers(const std::string& path);

}  // namespace waymark
