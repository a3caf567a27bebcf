#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace waymark {

std::string sha256_hex(std::string_view bytes);  // lower case

// The same of bytes that come piece by piece.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    void add(std::string_view bytes);
    std::string hex() const;  // of what was added so far

  private:
    struct State;
    std::unique_ptr<State> state_;
};

std::string sha256_base64(std::string_view bytes);
std::string base64(std::string_view bytes);  // RFC 4648 with padding

}  // namespace waymark
