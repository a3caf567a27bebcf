// A file as it stands in a revision of the git repository around it.
#pragma once

#include <optional>
#include <string>

namespace waymark {

// Asks git, without a shell, for the bytes of `path` in `revision`; nothing of the repository is run or changed, and
// nothing is fetched. nullopt and a sentence in `problem` if there is no such revision, file or git.
std::optional<std::string> file_at_revision(const std::string& path, const std::string& revision, std::string& problem);

}  // namespace waymark
