#include "storage/keeper.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <optional>

#include "storage/descriptor.hpp"
#include "storage/failure.hpp"
#include "storage/find.hpp"
#include "storage/replace.hpp"

namespace waymark {

namespace {

constexpr std::size_t kLargestFile = 4U << 20U;  // what YAML is read from (YamlLimits)
constexpr mode_t kUserOnly = 0600;

enum class Presence { ours, changed, gone, not_a_file, unreadable };

struct Look {
    Presence presence = Presence::gone;
    int error = 0;  // unreadable
    mode_t mode = kUserOnly;
    std::string text;
    FileStamp stamp;
};

// Reads without following a link and without waiting for a pipe.
Look read_present(const std::string& path) {
    Look look;
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file.open()) {
        look.error = errno;
        look.presence = errno == ENOENT                    ? Presence::gone
                        : errno == ELOOP || errno == ENXIO ? Presence::not_a_file
                                                           : Presence::unreadable;
        return look;
    }
    struct stat status{};
    if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) {
        look.presence = Presence::not_a_file;
        return look;
    }
    look.mode = status.st_mode & 0777U;
    look.stamp = stamp_of(file.number());
    look.error = read_all(file.number(), kLargestFile, look.text);
    look.presence = look.error == 0 ? Presence::changed : Presence::unreadable;
    return look;
}

Look look_at(const Kept& kept) {
    Look look = read_present(kept.path);
    const bool same = look.presence == Presence::changed && (look.stamp == kept.stamp || look.text == kept.saved);
    if (same) look.presence = Presence::ours;
    return look;
}

bool is_read_only(mode_t mode) {
    return (mode & 0200U) == 0;
}

// Nothing but what the owner had, and nothing for others.
mode_t mode_for(const Look& look) {
    return look.presence == Presence::ours || look.presence == Presence::changed ? look.mode & kUserOnly : kUserOnly;
}

void say_failure(const Kept& kept, Failure failure, Saving& saving) {
    saving.saved = false;
    const int unsaved = unsaved_answers(kept);
    saving.says.push_back(fmt::format("not saved: {}", failure.problem));
    std::error_code error;
    const std::string place = std::filesystem::absolute(kept.path, error).string();
    const std::string state =
        kept.saved.empty() ? "nothing has been saved yet" : fmt::format("the last saved state is in '{}'", place);
    saving.says.push_back(fmt::format("{}; {} since then {} kept in memory", state, counted(unsaved, "change"),
                                      unsaved == 1 ? "is" : "are"));
    saving.says.push_back(fmt::format("{}; waymark tries again after the next answer", failure.help));
}

void write_out(Kept& kept, mode_t mode, Saving& saving) {
    const Replacing replaced = replace_file(kept.path, kept.text, mode);
    if (!replaced.in_place) {
        say_failure(kept, failure_of(replaced.error, kept.path), saving);
        return;
    }
    kept.saved = kept.text;
    kept.stamp = replaced.stamp;
    kept.unsaved.clear();
    saving.saved = true;
    if (replaced.error != 0) {
        saving.says.push_back(
            fmt::format("saved in '{}', but the disk did not confirm it: {}", kept.path, reason(replaced.error)));
    }
}

// Where the file cannot be written without losing what someone else put there.
void write_elsewhere(Kept& kept, const std::string& why, Saving& saving) {
    const std::string left = kept.path;
    const std::string path = free_path(folder_of(left), name_of(left));
    Locking locking = take_lock(path, false);
    if (!locking.lock.held()) {
        say_failure(kept, {why + ", and " + locking.problem, locking.help}, saving);
        return;
    }
    const Replacing replaced = replace_file(path, kept.text, kUserOnly);
    if (!replaced.in_place) {
        const Failure failure = failure_of(replaced.error, path);
        say_failure(kept, {why + ", and " + failure.problem, failure.help}, saving);
        return;
    }
    kept.path = path;
    kept.lock = std::move(locking.lock);
    kept.saved = kept.text;
    kept.stamp = replaced.stamp;
    kept.unsaved.clear();
    saving.saved = true;
    saving.says.push_back(fmt::format("{}; it was left alone, and everything is saved in '{}' from now on", why, path));
}

// Someone else wrote in the file: our changes are made in what they wrote.
void join_changes(Kept& kept, const Look& look, Saving& saving) {
    const bool contradicts = contradict(kept.saved, look.text, kept.unsaved);
    Edited joined = contradicts ? Edited{} : edit_assessment(look.text, kept.unsaved);
    if (!joined.text) {
        const std::string why =
            contradicts ? fmt::format("'{}' was changed by someone else in the same place", kept.path)
                        : fmt::format("'{}' was changed by someone else, and {}", kept.path, joined.problem);
        write_elsewhere(kept, why, saving);
        return;
    }
    kept.text = std::move(*joined.text);
    saving.others_changed = true;
    saving.says.push_back(
        fmt::format("'{}' was changed by someone else meanwhile; their changes are kept, and yours are "
                    "added to them",
                    kept.path));
    write_out(kept, mode_for(look), saving);
}

void bring_to_disk(Kept& kept, Saving& saving) {
    const Look look = look_at(kept);
    const bool is_file = look.presence == Presence::ours || look.presence == Presence::changed;
    if (is_file && is_read_only(look.mode)) {
        say_failure(kept, failure_of(EROFS, kept.path), saving);
    } else if (look.presence == Presence::ours) {
        write_out(kept, mode_for(look), saving);
    } else if (look.presence == Presence::changed) {
        join_changes(kept, look, saving);
    } else if (look.presence == Presence::not_a_file) {
        write_elsewhere(kept, fmt::format("a link or something else stands in the place of '{}'", kept.path), saving);
    } else if (look.presence == Presence::unreadable) {
        say_failure(kept, failure_of(look.error, kept.path), saving);
    } else {
        write_out(kept, kUserOnly, saving);
        if (saving.saved) saving.says.push_back(fmt::format("'{}' was gone and has been written again", kept.path));
    }
}

Opening refusal(std::string problem, std::string help) {
    Opening opening;
    opening.problem = std::move(problem);
    opening.help = std::move(help);
    return opening;
}

Opening refuse_look(const Look& look, const std::string& path) {
    if (look.presence == Presence::gone) {
        return refusal(fmt::format("there is no file '{}'", path), "see what is in the folder with 'ls'");
    }
    if (look.presence == Presence::not_a_file) {
        return refusal(fmt::format("'{}' is a link, a folder or a device, not a regular file", path),
                       "name the file itself");
    }
    return refusal(fmt::format("'{}' cannot be read: {}", path, reason(look.error)), "make it readable and writable");
}

bool lock_for(Kept& kept, const std::string& path, bool take_over, Opening& opening) {
    Locking locking = take_lock(path, take_over);
    if (!locking.lock.held()) {
        opening = refusal(locking.problem, locking.help);
        opening.take_over_helps = locking.take_over_helps;
        return false;
    }
    kept = Kept{};
    kept.path = path;
    kept.lock = std::move(locking.lock);
    if (!locking.was_stale.empty()) opening.says.push_back(locking.was_stale);
    if (remove_leftovers(path) > 0) {
        opening.says.emplace_back(
            "a save that was cut off left a part of a file, which was removed; the file itself is "
            "whole");
    }
    return true;
}

}  // namespace

Opening open_file(Kept& kept, const std::string& path, bool take_over) {
    Opening opening;
    const Look before = read_present(path);
    if (before.presence != Presence::changed) return refuse_look(before, path);
    if (is_read_only(before.mode)) {
        return refusal(fmt::format("'{}' may not be written to", path),
                       "make it writable with 'chmod u+w', or copy it");
    }
    if (!lock_for(kept, path, take_over, opening)) return opening;
    Look look = read_present(path);  // again: its holder may have saved before letting go
    if (look.presence != Presence::changed) {
        kept = Kept{};
        return refuse_look(look, path);
    }
    kept.text = look.text;
    kept.saved = std::move(look.text);
    kept.stamp = look.stamp;
    opening.opened = true;
    return opening;
}

Opening create_file(Kept& kept, const std::string& path, const std::string& text, bool take_over) {
    Opening opening;
    if (!lock_for(kept, path, take_over, opening)) return opening;
    struct stat status{};
    if (::lstat(path.c_str(), &status) == 0) {
        kept = Kept{};
        return refusal(fmt::format("'{}' exists already", path), "open it, or choose another name");
    }
    kept.text = text;
    const Replacing replaced = replace_file(path, text, kUserOnly);
    if (!replaced.in_place) {
        kept = Kept{};
        const Failure failure = failure_of(replaced.error, path);
        return refusal(failure.problem, failure.help);
    }
    kept.saved = text;
    kept.stamp = replaced.stamp;
    opening.opened = true;
    return opening;
}

Saving save(Kept& kept, const std::vector<Change>& changes) {
    Saving saving;
    Edited edited = edit_assessment(kept.text, changes);
    if (!edited.text) {
        saving.refused = true;
        saving.says.push_back(edited.problem);
        return saving;
    }
    if (edited.whole) {
        saving.says.push_back(
            fmt::format("'{}' is laid out in a way that cannot be changed line by line, so it is "
                        "written anew; its comments stand at the top",
                        kept.path));
    }
    kept.text = std::move(*edited.text);
    kept.unsaved.insert(kept.unsaved.end(), changes.begin(), changes.end());
    if (kept.unsaved.empty()) {
        saving.saved = true;
        return saving;
    }
    bring_to_disk(kept, saving);
    return saving;
}

Saving save_text(Kept& kept, const std::string& text) {
    Saving saving;
    const Look look = look_at(kept);
    if (look.presence != Presence::ours || is_read_only(look.mode)) {
        saving.refused = true;
        saving.says.push_back(
            fmt::format("'{}' was changed, moved or protected while it was worked on; it was left alone", kept.path));
        return saving;
    }
    const Replacing replaced = replace_file(kept.path, text, mode_for(look));
    if (!replaced.in_place) {
        const Failure failure = failure_of(replaced.error, kept.path);
        saving.says = {failure.problem, failure.help};
        return saving;
    }
    kept.text = kept.saved = text;
    kept.stamp = replaced.stamp;
    saving.saved = true;
    return saving;
}

int unsaved_answers(const Kept& kept) {
    return static_cast<int>(kept.unsaved.size());
}

}  // namespace waymark
