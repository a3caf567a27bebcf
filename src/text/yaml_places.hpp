// Where libyaml says that things stand, in lines, characters and bytes.
#pragma once

#include <yaml.h>

#include <cstddef>
#include <string_view>

#include "text/source.hpp"

namespace waymark {

struct Place {
    int line = 0;          // from 1
    int column = 0;        // characters from 1
    std::size_t byte = 0;  // of the source's text
};

class Places {
  public:
    explicit Places(const Source& source);

    // libyaml counts characters only. Neighbouring marks are counted from each other.
    Place of(const yaml_mark_t& mark);
    char at(const Place& place) const;  // 0 at the end of a line
    // From the place to the end of its line, without blanks there.
    std::string_view rest_of_line(const Place& place) const;

  private:
    const Source* source_;
    std::size_t known_character_ = 0;
    std::size_t known_byte_ = 0;
};

Span span_at(const Place& place, int length = 1);

}  // namespace waymark
