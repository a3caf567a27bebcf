// Where output goes and what it may look like: results on standard output, talk on standard error.
#pragma once

#include <string>
#include <string_view>

#include "waymark/diagnostic.hpp"
#include "waymark/report.hpp"

namespace waymark {

enum class ColourWish { automatic, always, never };

class Terminal {
  public:
    Terminal(ColourWish colour, bool ascii, int width);

    // A closed pipe is quiet; any other failure to write makes write_failed() true.
    void print(std::string_view text);
    void say(std::string_view text);  // standard error
    void show(const Diagnostics& diagnostics);
    void flush();

    bool write_failed() const { return write_failed_; }
    TextStyle style() const { return style_; }  // for standard output

  private:
    TextStyle style_;
    bool colour_on_error_ = false;
    bool write_failed_ = false;
    bool pipe_closed_ = false;
};

}  // namespace waymark
