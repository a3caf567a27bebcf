// An assessment while it is migrated; shared by the files that do it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "verify/migrate.hpp"

namespace waymark {

// What an old name is called now, noted where it changed.
class Renames {
  public:
    explicit Renames(const VersionedFramework& to) : to_(&to) {}

    const Framework& framework() const { return to_->framework; }
    const std::vector<FormerName>& history() const { return to_->former_names; }
    std::string now(NameKind kind, const std::string& scope, const std::string& name);
    const std::vector<std::string>& carried() const { return carried_; }

  private:
    const VersionedFramework* to_;
    std::vector<std::string> carried_;
};

// Names in a whole assessment, in its tree. A key is left as it is where its new name is taken.
void rename_in_tree(Node& root, Renames& renames);  // migrate_names.cpp
// A cell as it stands in a file: "goal|scope" for several.
std::string renamed_cell(const std::string& text, const TableType& table, const Column& column, Renames& renames);

// One CSV file under the columns of `table`; nullopt if nothing in it changes. Columns that the table no longer has are
// left out, and listed.
std::optional<std::string> migrated_csv(const std::string& file, const std::string& text, const TableType& table,
                                        Renames& renames, std::vector<NotCarried>& lost);  // migrate_tables.cpp

// A place in a tree: the positions of members and items from the root down.
using TreePath = std::vector<std::size_t>;

struct SetAside {
    TreePath path;
    std::string what;
};
// What has to be set aside so that a finding goes away, or nullopt if nothing can be.
std::optional<SetAside> unit_of(const Node& root, const Diagnostic& finding,
                                const Framework& framework);  // migrate_units.cpp
// The word that the finding points at; empty if there is none.
std::string word_at(const Node& root, const Diagnostic& finding);
const Node& node_at(const Node& root, const TreePath& path);
// The tree without these members and items.
Node without(const Node& root, const std::map<TreePath, std::string>& removed);

}  // namespace waymark
