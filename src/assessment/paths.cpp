#include "assessment/paths.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "assessment/names.hpp"
#include "assessment/read.hpp"
#include "assessment/write.hpp"

namespace waymark {

namespace {

namespace fs = std::filesystem;

struct Move {
    fs::path from, to;  // folders
    Findings* findings;
};

fs::path folder_of(const std::string& file) {
    const fs::path folder = fs::path(file).lexically_normal().parent_path();
    return folder.empty() ? fs::path(".") : folder;
}

void move_path(Node& path, const Move& move) {
    if (path.kind != Node::Kind::scalar || path.text.empty() || move.from == move.to) return;
    const fs::path moved = (move.from / path.text).lexically_normal().lexically_relative(move.to);
    if (moved.empty() || *moved.begin() == "..") {
        move.findings->report("A044", path.span,
                              fmt::format("{} lies outside the folder of the new file", in_quotes(path.text)),
                              "copy it beside the new file and correct the path there");
        return;
    }
    path.text = moved.generic_string();
}

}  // namespace

void move_paths(Node& root, const std::string& from, const std::string& to, Findings& findings) {
    const Move move{folder_of(from), folder_of(to), &findings};
    const auto reference = framework_reference(root);
    if (reference && !reference->path.empty()) move_path(*member(root, "framework"), move);
    if (Node* previous = member(root, "previous")) move_path(*previous, move);
    Node* facts = member(root, "facts");
    if (facts == nullptr || facts->kind != Node::Kind::mapping) return;
    for (Node& table : facts->items) {
        if (Node* csv = member(table, "csv"); csv != nullptr && table.keys.size() == 1) move_path(*csv, move);
    }
}

}  // namespace waymark
