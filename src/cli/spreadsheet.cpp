#include "cli/spreadsheet.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>

#include "cli/exit_status.hpp"
#include "cli/load.hpp"
#include "report/workbook_xlsx.hpp"
#include "storage/descriptor.hpp"
#include "storage/scratch.hpp"

namespace waymark {

std::optional<std::string> xlsx_bytes(const Workbook& workbook, std::string& problem) {
    constexpr std::size_t kLargest = 1U << 30U;
    const std::string name = "book.xlsx";
    const ScratchFolder folder;
    if (folder.path().empty()) {
        problem =
            fmt::format("a folder for temporary files cannot be made: {} (TMPDIR says where)", reason(folder.error()));
        return std::nullopt;
    }
    const std::string path = folder.path() + "/" + name;
    const Unfinished unfinished(path.c_str());
    {
        const SignalsHeld held;  // the library keeps its parts in files beside the book
        const std::string wrong = write_xlsx(workbook, folder.path(), name);
        if (!wrong.empty()) problem = "the spreadsheet could not be made: " + wrong;
    }
    if (!problem.empty()) return std::nullopt;
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::string bytes;
    const int failed = file.open() ? read_all(file.number(), kLargest, bytes) : errno;
    if (failed == 0) return bytes;
    problem = fmt::format("the spreadsheet could not be read back: {}", reason(failed));
    return std::nullopt;
}

std::string why_no_spreadsheet(const std::string& output) {
    if ((!output.empty() && output != "-") || ::isatty(STDOUT_FILENO) == 0) return "";
    return "a spreadsheet is no text for a terminal; name a file with -o FILE.xlsx";
}

int deliver_spreadsheet(const Workbook& workbook, const std::string& output, Terminal& terminal) {
    if (const std::string why = why_no_spreadsheet(output); !why.empty()) {
        terminal.say(fmt::format("waymark: {}\n", why));
        return kWrongUse;
    }
    std::string problem;
    const auto bytes = xlsx_bytes(workbook, problem);
    if (bytes) return deliver(*bytes, output, terminal);
    terminal.say(fmt::format("waymark: {}\n", problem));
    return kOurFailure;
}

}  // namespace waymark
