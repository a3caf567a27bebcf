// Files that the binary carries: the shipped frameworks, the JSON Schemas, the style sheets of pages, and the maps of
// survey platforms.
#pragma once

#include <span>
#include <string_view>

namespace waymark {

struct EmbeddedFile {
    std::string_view name;  // the file's own name, without folders
    std::string_view text;
};

std::span<const EmbeddedFile> embedded_frameworks();
std::span<const EmbeddedFile> embedded_schemas();
std::span<const EmbeddedFile> embedded_platforms();
std::span<const EmbeddedFile> embedded_styles();

}  // namespace waymark
