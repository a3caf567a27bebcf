// `waymark assess`: the interview, in a full terminal or in plain lines, and the report at its end.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

#include "cli/assess_file.hpp"
#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "interview/frame.hpp"
#include "interview/lines.hpp"
#include "interview/raw_terminal.hpp"
#include "interview/terminal.hpp"

namespace waymark {

namespace {

using interview::Ending;

constexpr const char* kPageFormat = "html";  // of the page that the command at the end makes
constexpr int kTerminated = 143;
constexpr int kHungUp = 129;

std::string environment(const char* name) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): there is one thread
    return value != nullptr ? value : "";
}

bool wants_plain(const AssessOptions& options) {
    const std::string term = environment("TERM");
    return options.plain || term.empty() || term == "dumb" || !environment("WAYMARK_PLAIN").empty() ||
           isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0 ||
           interview::size_of_terminal(STDOUT_FILENO).rows < interview::kFewestRows;
}

Ending talk(Sitting& sitting, const AssessOptions& options, Terminal& terminal) {
    const interview::Keeping keeping = keeping_of(sitting, options);
    const std::string problem = interview::begin_if_ready(sitting.state, keeping);
    if (!problem.empty()) {
        terminal.say(fmt::format("waymark: {}\n", problem));
        return Ending::not_begun;
    }
    const TextStyle style = terminal.style();
    if (wants_plain(options)) {
        return interview::run_in_lines(sitting.state, keeping,
                                       {std::min(style.width, interview::kWidestText), style.unicode},
                                       isatty(STDIN_FILENO) == 0);
    }
    return interview::run_in_terminal(sitting.state, keeping, {style.colour, style.unicode});
}

std::string whereabouts(const Sitting& sitting) {
    if (sitting.kept.path.empty()) return "Nothing was answered yet, and no file was made.\n";
    const int answered = interview::answered(sitting.state);
    return fmt::format(
        "{} of {} questions answered. Everything is saved in\n  {}\nwhich only your own account can open. To go on:\n"
        "  {}\n",
        answered, interview::questions(sitting.state), sitting.kept.path, sitting.state.setting.resume);
}

int say_nobody_answered(Terminal& terminal) {
    terminal.say(
        "waymark: assess asks questions, and the input ended before the first was answered\n"
        "  help: answer in a terminal. To report on answers in a file: waymark report FILE. For a file to\n"
        "  fill in: waymark new assessment -o FILE\n");
    return kWrongUse;
}

int say_not_saved(const Sitting& sitting, Terminal& terminal) {
    terminal.say(fmt::format("waymark: {} of the answers could not be saved; {} holds the others\n",
                             unsaved_answers(sitting.kept), sitting.kept.path));
    return kOurFailure;
}

int show_report(const Sitting& sitting, const AssessOptions& options, Terminal& terminal) {
    ReportOptions report;
    report.input = sitting.kept.path;
    report.choice = options.choice;
    terminal.print("\n");
    const int status = run_report(report, terminal);
    std::string page = sitting.kept.path;
    page = page.substr(0, page.rfind('.')) + "." + kPageFormat;
    const std::string framework =
        options.choice.framework.empty() ? "" : fmt::format(" --framework {}", options.choice.framework);
    terminal.print(
        fmt::format("\nYour answers are in {}. Only your own account can open it; whoever you give it to can\n"
                    "read all of it.\n"
                    "  to see this again      waymark report {}{}\n"
                    "  a page to pass on      waymark report {}{} -f {} -o {}\n"
                    "  to change answers      {}\n"
                    "  with your colleagues'  waymark combine {} OTHER.yaml -o TEAM.yaml\n",
                    sitting.kept.path, sitting.kept.path, framework, sitting.kept.path, framework, kPageFormat, page,
                    sitting.state.setting.resume, sitting.kept.path));
    return status;
}

int after(Ending ending, const Sitting& sitting, const AssessOptions& options, Terminal& terminal) {
    if (ending == Ending::not_begun) return kOurFailure;
    if (!sitting.kept.path.empty() && !sitting.kept.unsaved.empty()) return say_not_saved(sitting, terminal);
    if (ending == Ending::finished) return show_report(sitting, options, terminal);
    const bool answered = interview::answered(sitting.state) > sitting.answered_before;
    terminal.print(whereabouts(sitting));
    switch (ending) {
        case Ending::interrupted:
            return kInterrupted;
        case Ending::terminated:
            return kTerminated;
        case Ending::hung_up:
            return kHungUp;
        case Ending::input_ended:
            return answered || isatty(STDIN_FILENO) != 0 ? kDone : say_nobody_answered(terminal);
        default:
            return kDone;
    }
}

}  // namespace

int run_assess(const AssessOptions& options, Terminal& terminal) {
    int status = kDone;
    const auto sitting = prepare_sitting(options, terminal, status);
    if (!sitting) return status;
    terminal.flush();
    return after(talk(*sitting, options, terminal), *sitting, options, terminal);
}

}  // namespace waymark
