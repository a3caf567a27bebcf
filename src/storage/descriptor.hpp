// Open files, and reading and writing them whole.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "storage/stamp.hpp"

namespace waymark {

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();
    int number() const { return number_; }
    bool open() const { return number_ >= 0; }

  private:
    int number_;
};

// What the system says of an error number: "No space left on device".
std::string reason(int error);

// Each returns 0 on success, else the error number. At most `limit` + 1 bytes are read.
int read_all(int descriptor, std::size_t limit, std::string& text);
int write_piece(int descriptor, std::string_view piece);
int write_all(int descriptor, const std::string& text);  // and synced

FileStamp stamp_of(int descriptor);

// "." where the path has none.
std::string folder_of(const std::string& path);
std::string name_of(const std::string& path);

}  // namespace waymark
