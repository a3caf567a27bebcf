# Run with `cmake -P`; see Embed.cmake. Bytes, not string literals: compilers limit the length of those.
set(arrays "")
set(entries "")
set(index 0)
foreach(path IN LISTS FILES)
    get_filename_component(name "${path}" NAME)
    file(READ "${path}" bytes HEX)
    string(LENGTH "${bytes}" length)
    math(EXPR size "${length} / 2")
    string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
    string(APPEND arrays "constexpr char bytes_${index}[] = {${bytes}'\\0'};\n")
    string(APPEND entries "    {\"${name}\", {bytes_${index}, ${size}}},\n")
    math(EXPR index "${index} + 1")
endforeach()
file(WRITE "${OUTPUT}" "#include \"text/embedded.hpp\"

namespace waymark {

namespace {

${arrays}
constexpr EmbeddedFile files[] = {
${entries}};

}  // namespace

std::span<const EmbeddedFile> ${SYMBOL}() { return files; }

}  // namespace waymark
")
