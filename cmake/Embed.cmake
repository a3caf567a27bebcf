# Turns text files into one C++ source: each file becomes a string that the binary carries.
#
#   waymark_embed(<target> <symbol> FILES <file>...)
#
# defines `const EmbeddedFile* waymark::<symbol>(std::size_t& count)` (see src/text/embedded.hpp).
set(WAYMARK_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/EmbedScript.cmake")

function(waymark_embed target symbol)
    cmake_parse_arguments(arg "" "" "FILES" ${ARGN})
    set(output "${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.cpp")
    set(paths "")
    foreach(file IN LISTS arg_FILES)
        get_filename_component(path "${file}" ABSOLUTE)
        list(APPEND paths "${path}")
    endforeach()
    add_custom_command(
        OUTPUT "${output}"
        COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${output}" "-DSYMBOL=${symbol}" "-DFILES=${paths}" -P "${WAYMARK_EMBED_SCRIPT}"
        DEPENDS ${paths} "${WAYMARK_EMBED_SCRIPT}"
        VERBATIM)
    target_sources(${target} PRIVATE "${output}")
endfunction()
