// What a failed write means for the person, and what to do about it.
#pragma once

#include <string>

namespace waymark {

struct Failure {
    std::string problem;  // "the disk is full"
    std::string help;     // "free some space"
};

Failure failure_of(int error, const std::string& path);

// "1 change", "3 changes".
std::string counted(int number, const std::string& what);

}  // namespace waymark
