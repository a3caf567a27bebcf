// Texts compared with copies that were read and approved (tests/golden).
#pragma once

#include <string>

// WAYMARK_UPDATE_GOLDEN=1 writes the copy anew: read the difference before committing it.
void compare_golden(const std::string& name, const std::string& output);
