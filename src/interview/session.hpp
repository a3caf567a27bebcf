// What both front ends do with an answer: take it, have it saved, and say what came of it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "interview/flow.hpp"

namespace waymark::interview {

// The file behind the interview; given by whoever knows files.
struct Keeping {
    // Creates the file for the draft and sets Setting::file and resume. Empty, or why it cannot be created.
    std::function<std::string(State&)> begin;
    // Saves; what failed before is tried again. What people should know, a sentence each; usually nothing.
    std::function<std::vector<std::string>(const std::vector<Change>&)> save;
    std::function<bool()> all_saved;
};

enum class Ending {
    finished,
    left,
    input_ended,
    interrupted,  // Ctrl-C, SIGINT
    terminated,   // SIGTERM
    hung_up,      // SIGHUP, or the terminal is gone
    not_begun     // no file could be created; nothing was answered yet
};

struct Heard {
    std::vector<std::string> record;  // lines of the protocol
    std::vector<std::string> says;    // about saving
    bool ended = false;
    Ending ending = Ending::finished;
};

// Makes the file at once where nothing is left to ask for it. Empty, or why it cannot be made.
std::string begin_if_ready(State& state, const Keeping& keeping);

Heard take(State& state, const Keeping& keeping, const Input& input);

Ending ending_of_signal(int signal);

}  // namespace waymark::interview
