# Warnings apply to our targets only: an installed waymark asks nothing of the projects that use it.
function(waymark_warnings target)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
                                             -Wnon-virtual-dtor -Wold-style-cast)
    # g++ 12 warns of overlapping copies inside its own std::string when it optimises (GCC bug 105651, mended in 13).
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        target_compile_options(${target} PRIVATE -Wno-restrict)
    endif()
    # clang 19 reports what libstdc++ 12 itself still uses inside std::stable_sort; g++ tells of deprecated calls of ours.
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        target_compile_options(${target} PRIVATE -Wno-deprecated-declarations)
    endif()
    if(WAYMARK_WARNINGS_AS_ERRORS)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
endfunction()
