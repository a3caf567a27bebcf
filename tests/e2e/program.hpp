// Running the real program: arguments and input in; output, messages and exit status out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

struct Outcome {
    int status = -1;  // exit status; 128 + signal if it was killed
    std::string out;
    std::string err;
    std::int64_t peak_kib = 0;  // of resident memory
};

struct Setting {
    std::string input;
    std::string folder = WAYMARK_SOURCE_DIR;  // working directory
    std::vector<std::string> environment{};   // NAME=value, added to LC_ALL=C.UTF-8
    std::int64_t largest_file = -1;           // bytes that it may write to one file, as on a full disk; -1: no limit
};

Outcome waymark(const std::vector<std::string>& arguments, const Setting& setting = {});

// A folder that is gone when the test is.
class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string path(const std::string& name = "") const;
    std::string write(const std::string& name, const std::string& text) const;  // returns the path
    std::vector<std::string> names() const;                                     // what it holds, sorted

  private:
    std::filesystem::path place_;
};

std::string read_text(const std::string& path);
bool has(const std::string& text, const std::string& part);

// The start of a valid assessment of the small framework below, up to and including `answers:`.
extern const char* const kSmallFramework;
std::string small_assessment(const std::string& rest);
