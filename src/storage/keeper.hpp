// The file behind an interview: opened, locked, and saved after every answer so that at most the answer being typed can
// be lost.
#pragma once

#include <string>
#include <vector>

#include "assessment/edit.hpp"
#include "storage/lock.hpp"
#include "storage/stamp.hpp"

namespace waymark {

// One assessment file that this run holds. Movable; closing it releases the lock.
struct Kept {
    std::string path;             // where it is saved; changes if it had to be saved under another name
    std::string text;             // with every change so far, saved or not
    std::string saved;            // as it stands on disk, as far as this run knows; empty before the first save
    FileStamp stamp;              // of the file when it was last read or written
    std::vector<Change> unsaved;  // changes since the last save that worked; they are tried again with the next
    FileLock lock;
};

struct Opening {
    bool opened = false;
    std::string problem, help;      // if not: one sentence each, for people ("'a.yaml' is a link", "name the file …")
    bool take_over_helps = false;   // the lock is from another machine: --take-over opens it all the same
    std::vector<std::string> says;  // if opened: what was found and put right (an old lock, half a save), for people
};

// Opens an existing file. Refused: links, what is no regular file, files or folders that may not be written, and files
// that another run holds. Never waits. Leftovers of a run that was killed are removed.
Opening open_file(Kept& kept, const std::string& path, bool take_over = false);

// Begins a new file with this text; it is written at once, so that a folder that cannot be written to is known before
// the first question. Refused if something of that name exists.
Opening create_file(Kept& kept, const std::string& path, const std::string& text, bool take_over = false);

struct Saving {
    bool saved = false;           // everything, earlier unsaved changes included, is on disk
    bool refused = false;         // the change itself is impossible (Edited::problem is in `says`); nothing was changed
    bool others_changed = false;  // `kept.text` now also holds what someone else wrote in the file: read it again
    // For people, one sentence each; empty when all went as always. After a failure: why, where the last saved state
    // is, what to do, and that the answers since are kept and tried again.
    std::vector<std::string> says;
};

// Makes the changes in `kept.text` and saves: written beside, synced, renamed, the folder synced; readable by the user
// only, or less where the file was stricter. Safe to call with no changes: tries again what is unsaved.
// - The file was changed by someone else: it is read again and the unsaved changes are made in it. Where that cannot be
//   done (it is no assessment any more, or the same place was changed) it is left alone, and everything is saved under a
//   new name, in `kept.path` from then on.
// - A link or something else has taken its place: likewise under a new name.
// - The file was deleted: it is written again.
Saving save(Kept& kept, const std::vector<Change>& changes);

// Saves a text that was made from `kept.text` as a whole. Refused, with a sentence, if the file was changed by someone else
// or is no longer there; nothing is kept for later.
Saving save_text(Kept& kept, const std::string& text);

// How many changes are in memory only.
int unsaved_answers(const Kept& kept);

}  // namespace waymark
