# Every library is found on the system; nothing is downloaded. The same requests accept Debian 12's releases and the
# newer ones of other systems. No version is asked of Catch2: each major release refuses requests for the other.
find_package(fmt 8 CONFIG REQUIRED)
find_package(yaml-cpp 0.7 CONFIG REQUIRED)
find_package(nlohmann_json 3.10 CONFIG REQUIRED)
find_package(CLI11 2.1 CONFIG REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(simdjson CONFIG REQUIRED)
find_package(ZLIB REQUIRED)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
find_package(Threads REQUIRED)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)

# yaml-cpp 0.8 renamed its target.
if(TARGET yaml-cpp::yaml-cpp)
    set(WAYMARK_YAML_TARGET yaml-cpp::yaml-cpp)
else()
    set(WAYMARK_YAML_TARGET yaml-cpp)
endif()

if(WAYMARK_BUILD_TESTS)
    find_package(Catch2 CONFIG REQUIRED)
endif()
