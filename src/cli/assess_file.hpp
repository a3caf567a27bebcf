// Which file an interview is about, and everything that is needed to go on with it or to begin it.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "interview/session.hpp"
#include "storage/keeper.hpp"

namespace waymark {

// At a fixed address: the state points to the frameworks.
struct Sitting {
    std::deque<Framework> frameworks;
    interview::State state;
    Kept kept;
    std::string new_path;             // a file to be begun; empty: named after the organisation
    std::string framework_reference;  // what a new file's head says; empty: id and version of what is chosen
    int answered_before = 0;
};

// nullptr and a status after what was wrong has been said.
std::unique_ptr<Sitting> prepare_sitting(const AssessOptions& options, Terminal& terminal, int& status);

// Saves into the sitting's file, making it first where it is new.
interview::Keeping keeping_of(Sitting& sitting, const AssessOptions& options);

}  // namespace waymark
