// A folder that is gone when the test is, and short words for what the tests do in it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "assessment/edit.hpp"

namespace place {

class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string path(const std::string& name = "") const;
    std::string write(const std::string& name, const std::string& text) const;  // returns the path
    std::vector<std::string> names() const;                                     // sorted

  private:
    std::filesystem::path place_;
};

std::string read(const std::string& path);
unsigned mode_of(const std::string& path);  // 0600

// An assessment of one leader r1 with these lines under `answers`.
std::string assessment(const std::string& answers);
// r1 gives this level of a practice.
waymark::Change answer(const std::string& practice, const std::string& level);

bool has(const std::vector<std::string>& sentences, const std::string& part);

}  // namespace place
