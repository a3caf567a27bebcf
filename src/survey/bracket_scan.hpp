// Finds where a JSON value ends, fast and across pieces: brackets are counted outside strings, nothing is checked. What
// it cuts out is checked when it is read.
#pragma once

#include <cstddef>

namespace waymark {

class BracketScan {
  public:
    // Behind an opening bracket that has just been passed.
    void begin() { *this = BracketScan(); }
    // The number of bytes up to and with the bracket that closes the value; `size` + 1 if it is not among these.
    std::size_t advance(const char* bytes, std::size_t size);
    int deepest() const { return deepest_; }

  private:
    bool step(char c);
    bool block(const char* bytes, std::size_t& closed);

    int depth_ = 1;
    int deepest_ = 1;
    bool in_string_ = false;
    bool escaped_ = false;  // the byte before was a backslash that stands for itself
};

}  // namespace waymark
