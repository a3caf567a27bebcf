// Reading and writing files: sizes limited, paths inside files confined to their folder, writes whole or not at all.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <optional>
#include <string>

#include "assessment/read.hpp"
#include "waymark/diagnostic.hpp"

namespace waymark {

inline constexpr std::size_t kLargestText = 64U << 20U;

// The bytes of a file, or of standard input for "-". At most `limit` + 1 bytes are read, so that a reader can tell
// that there was more. nullopt and a finding if it cannot be read.
std::optional<std::string> read_file(const std::string& path, Diagnostics& diagnostics,
                                     std::size_t limit = kLargestText);

// Files named by files: relative, regular, no links, below the folder of the file that names them.
FileAccess confined_access();

// Writes beside, syncs, renames. False and a sentence in `problem` on failure; the old file is then untouched.
// A file of people's answers is written for the user alone.
enum class Readers { as_usual, user_only };
bool write_file(const std::string& path, const std::string& text, std::string& problem,
                Readers readers = Readers::as_usual);

// There, and no regular file: it cannot be replaced by renaming, and holds no old content to protect.
bool is_device(const std::string& path);
mode_t mode_of_results();  // as the user's umask has it

}  // namespace waymark
