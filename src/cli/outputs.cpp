#include "cli/outputs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/exit_status.hpp"
#include "cli/load.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

std::string clash(const std::vector<Output>& outputs, const Output& next) {
    for (const Output& before : outputs) {
        if (!next.file.empty() && before.file == next.file) {
            return fmt::format("two formats would be written to '{}'", next.file);
        }
        if (next.file.empty() && before.file.empty() && before.format != "text" && next.format != "text") {
            return fmt::format("{} and {} would both go to standard output; give one a file: -f {}=FILE", before.format,
                               next.format, next.format);
        }
        if (next.file.empty() && before.file.empty() && before.format == next.format) {
            return fmt::format("the format {} is asked for twice", next.format);
        }
    }
    return "";
}

}  // namespace

std::optional<std::vector<Output>> outputs_from(const std::vector<std::string>& written,
                                                const std::vector<std::string>& known, std::string& problem) {
    std::vector<Output> outputs;
    for (const std::string& word : written) {
        const std::size_t equals = word.find('=');
        Output next{word.substr(0, equals), equals == std::string::npos ? "" : word.substr(equals + 1)};
        if (std::find(known.begin(), known.end(), next.format) == known.end()) {
            problem = fmt::format("there is no format '{}'; {}", next.format, suggest(next.format, known).help);
        } else if (equals != std::string::npos && next.file.empty()) {
            problem = fmt::format("-f {} names no file after the '='", word);
        } else {
            problem = clash(outputs, next);
        }
        if (!problem.empty()) return std::nullopt;
        outputs.push_back(std::move(next));
    }
    return outputs;
}

int write_outputs(const std::vector<Output>& outputs, const std::function<std::string(const std::string&)>& rendered,
                  const std::function<void(const std::string&)>& show, Terminal& terminal) {
    int status = kDone;
    for (const Output& output : outputs) {
        if (output.file.empty()) {
            show(output.format);
        } else if (deliver(rendered(output.format), output.file, terminal) != kDone) {
            status = kOurFailure;
        }
    }
    return status;
}

}  // namespace waymark
