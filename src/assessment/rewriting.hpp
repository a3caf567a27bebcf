// How a text is rewritten, piece by piece; shared by the files that do it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assessment/extents.hpp"
#include "assessment/rewrite.hpp"

namespace waymark {

// Bytes [begin, end) of the old text that give way to new ones.
struct TextPiece {
    std::size_t begin = 0, end = 0;
    std::string text;
    std::size_t number = 0;  // in the order in which they were made
};

struct Rewriting {
    const std::string* text = nullptr;
    const Layout* layout = nullptr;
    const RewriteWishes* wishes = nullptr;
    std::vector<TextPiece> pieces;
    std::vector<std::pair<std::size_t, std::size_t>> forgotten;  // bytes whose comments go
};

// One value with the place it hangs on: behind a colon or a dash.
struct Hook {
    std::size_t owner = 0;   // where the key or the dash begins
    std::size_t marker = 0;  // behind the ':' or '-'
    bool is_item = false;
    int depth = 0;  // of the mapping or list around it
};

std::string_view part(const std::string& text, std::size_t begin, std::size_t end);
// Whether only its indent stands before it on its line, so that the lines from there can be taken out.
bool begins_line(const std::string& text, std::size_t at);
int column_of(const std::string& text, std::size_t at);

bool is_forgotten(const Rewriting& work, const Remark& comment);
// The comments that begin in a stretch, as lines of their own.
std::string comments_in(const Rewriting& work, std::size_t begin, std::size_t end, const std::string& indent);
// "# why" and the member or item, every line of it as a comment; nothing where it need not be kept.
std::string kept_part(const KeptAsComment& kept, const Node& around, std::size_t i, const std::string& indent);
// Members and items of a value that is written anew and that are to stay as comments.
std::string kept_members(const KeptAsComment& kept, const Node& node, const std::string& indent);
// What follows the colon or the dash when the value is written there: " value\n", or "\n" and lines.
std::string tail_of(const Node& value, const Node& key, bool is_item, int column, int depth);

// Comments inside the old value move above it; one behind it stays on the line.
void replace_value(Rewriting& work, const Hook& hook, const Extent& old, const Node& key, const Node& before,
                   const Node& value);
// Takes out the lines from `begin` to the end of the line of `end`, apart from comments in them.
void remove_lines(Rewriting& work, std::size_t begin, std::size_t end, const std::string& instead);
// False where the member does not begin its line.
bool remove_member(Rewriting& work, const Extent& extent, const Node& before, std::size_t i);
// Puts lines behind the member or item `predecessor`, or before the first for -1; false where that is not on a line of
// its own.
bool insert_lines(Rewriting& work, const Extent& extent, int predecessor, std::string lines);

// A value inside its hook, by as few lines as can be.
void rewrite_value(Rewriting& work, const Hook& hook, const Extent& extent, const Node& key, const Node& before,
                   const Node& after);
// Items that both lists have keep their lines. False where the list has to be written anew.
bool rewrite_list(Rewriting& work, const Extent& extent, const Node& before, const Node& after, int depth);

}  // namespace waymark
