// `-f FORMAT` and `-f FORMAT=FILE`, several at once: what is written where.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/terminal.hpp"

namespace waymark {

struct Output {
    std::string format;
    std::string file;  // empty: standard output
};

// nullopt and a sentence in `problem` if a format is not among `known`, a file is named twice, or two formats other
// than text would share standard output.
std::optional<std::vector<Output>> outputs_from(const std::vector<std::string>& written,
                                                const std::vector<std::string>& known, std::string& problem);

// Renders and writes each; kDone or kOurFailure. What has no file goes to `show`.
int write_outputs(const std::vector<Output>& outputs, const std::function<std::string(const std::string&)>& rendered,
                  const std::function<void(const std::string&)>& show, Terminal& terminal);

}  // namespace waymark
