// Where every value of a YAML tree begins and ends in the bytes of its text, and where the comments are.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "text/yaml.hpp"

namespace waymark {

// The bytes [begin, end) of a node as written. A block ends with its last value, before whatever comment follows on
// that line. A value that is not written at all (`key:`) is empty and stands behind the colon, or behind the dash.
struct Extent {
    std::size_t begin = 0, end = 0;
    bool is_flow = false;              // written in {} or []
    std::vector<Extent> keys;          // mapping
    std::vector<Extent> items;         // mapping, sequence
    std::vector<std::size_t> markers;  // per item: the byte behind its ':' or '-'; flow sequences have none
};

struct Remark {                      // a comment in the text
    std::size_t begin = 0, end = 0;  // from the '#', without the line end and blanks before it
};

struct Layout {  // of a file, not of a page
    Extent root;
    std::vector<Remark> comments;  // in the order of the text
};

// nullopt where the text is written in a way that is not followed here ('? key' and the like).
std::optional<Layout> layout_of(const Source& source, const Node& root);

// Whether there is any comment in a YAML text.
bool has_comments(const std::string& text);

// The beginning of the line that a byte is on, and its end, before its line end and behind it.
std::size_t line_begin(const std::string& text, std::size_t at);
std::size_t line_end(const std::string& text, std::size_t at);
std::size_t next_line(const std::string& text, std::size_t at);

}  // namespace waymark
