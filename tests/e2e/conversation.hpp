// The real program in plain mode, spoken with line by line, and ended in every way a program can be ended.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

// How the program is started: as another user, or with files of a limited size, as on a full disk.
struct Circumstances {
    std::string folder;      // working directory
    bool as_nobody = false;  // only where the tests run as root, whom no permission stops
    long largest_file = -1;  // bytes; -1: no limit
};

class Conversation {
  public:
    Conversation(const std::vector<std::string>& arguments, const Circumstances& circumstances);
    ~Conversation();
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;

    // Everything said since the last call, up to the next prompt (": " at the end), or up to the end of the output.
    std::string hear();
    void say(const std::string& line);
    void signal(int number);
    void end_input();
    int wait();  // the exit status, or 128 + signal; what was still said is thrown away

  private:
    pid_t child_ = -1;
    int in_ = -1, out_ = -1;
    std::string rest_;
};
