// Rows that leave one by one: to standard output, or to a file that appears whole or not at all. Holds a fixed number of
// bytes however many rows there are.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "cli/terminal.hpp"
#include "storage/beside.hpp"

namespace waymark {

class RowStream {
  public:
    // `output`: a path; empty or "-": standard output.
    RowStream(const std::string& output, Terminal& terminal);

    void write(std::string_view text);
    bool failed() const { return failed_; }  // a write that failed: going on is of no use
    int finish();                            // kDone or kOurFailure; without it no file appears
    void drop();                             // nothing that was not yet delivered will be

  private:
    void flush();
    void report(int error);

    std::string output_;
    Terminal& terminal_;
    std::unique_ptr<FileBeside> file_;  // none for standard output, devices and pipes
    std::unique_ptr<Descriptor> device_;
    std::string waiting_;
    bool failed_ = false;
};

}  // namespace waymark
