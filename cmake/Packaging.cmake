# Install rules and the exported package: `find_package(waymark)` gives waymark::libwaymark.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/waymark")
install(TARGETS waymark libwaymark EXPORT waymarkTargets)
install(DIRECTORY include/waymark DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(DIRECTORY frameworks examples DESTINATION "${CMAKE_INSTALL_DATADIR}/waymark")
install(FILES README.md LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(EXPORT waymarkTargets NAMESPACE waymark:: DESTINATION "${package_dir}")

configure_package_config_file(cmake/waymarkConfig.cmake.in "${PROJECT_BINARY_DIR}/waymarkConfig.cmake"
                              INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/waymarkConfigVersion.cmake" COMPATIBILITY SameMajorVersion)
install(FILES "${PROJECT_BINARY_DIR}/waymarkConfig.cmake" "${PROJECT_BINARY_DIR}/waymarkConfigVersion.cmake"
        DESTINATION "${package_dir}")
