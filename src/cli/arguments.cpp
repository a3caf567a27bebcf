#include "cli/arguments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <sstream>

#include "cli/argument_families.hpp"
#include "cli/exit_status.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

constexpr const char* kAbout =
    "waymark tells an organisation how far it really is on the journey to mission-driven working:\n"
    "what it claims beside what it can show, the patterns of mission-washing with the facts that\n"
    "decided them, and what to do next. It never uses the network.";

constexpr const char* kFooter =
    "Examples:\n"
    "  waymark assess                            answer the questions here, one by one\n"
    "  waymark new assessment -o team.yaml       a file to fill in instead\n"
    "  waymark check team.yaml                   what is wrong in it, line by line\n"
    "  waymark report team.yaml                  the report\n"
    "  waymark report team.yaml -f html -o team.html\n"
    "  waymark explain mission-washing           what a word, sign, practice or code means\n"
    "\n"
    "Exit status: 0 done; 1 findings, or a bad file among several; 2 wrong use, or the only\n"
    "input unreadable; 3 a failure of waymark itself, a failed write included.";

struct Shared {
    std::string colour = "auto";
    bool ascii = false;
    int width = 0;
    Run run;
};

void add_shared(CLI::App& app, Shared& shared) {
    app.add_option("--color,--colour", shared.colour,
                   "auto, always or never (auto: only to a terminal, and not with NO_COLOR)")
        ->check(CLI::IsMember({"auto", "always", "never"}));
    app.add_flag("--ascii", shared.ascii, "Plain ASCII output");
    app.add_option("--width", shared.width, "Columns of text reports, 40 to 120")->check(CLI::Range(40, 120));
    app.set_version_flag("--version", "waymark " WAYMARK_VERSION);
}

ColourWish colour_wish(const std::string& word) {
    if (word == "always") return ColourWish::always;
    return word == "never" ? ColourWish::never : ColourWish::automatic;
}

// CLI11 says only "a subcommand is required" of a misspelt one.
std::optional<int> unknown_command(const CLI::App& app, const std::string& word) {
    std::vector<std::string> known;
    for (const CLI::App* sub : app.get_subcommands({})) known.push_back(sub->get_name());
    if (word.starts_with("-") || std::find(known.begin(), known.end(), word) != known.end()) return std::nullopt;
    std::fprintf(stderr, "waymark: there is no command '%s'; %s\nTry 'waymark --help'.\n", word.c_str(),
                 suggest(word, known).help.c_str());
    return kWrongUse;
}

int finish(Terminal& terminal, int status) {
    terminal.flush();
    if (!terminal.write_failed()) return status;
    terminal.say("waymark: the output could not be written\n");
    return kOurFailure;
}

// Help and version are results like any other; everything else is wrong use.
int answer(const CLI::App& app, const CLI::ParseError& problem) {
    if (problem.get_exit_code() != 0) {
        std::fprintf(stderr, "waymark: %s\nTry 'waymark --help'.\n", problem.what());
        return kWrongUse;
    }
    std::ostringstream text;
    app.exit(problem, text, text);
    Terminal terminal(ColourWish::never, false, 0);
    terminal.print(text.str());
    return finish(terminal, kDone);
}

}  // namespace

CLI::App* command(CLI::App& app, const std::string& family, const std::string& name, const std::string& about,
                  const std::string& examples) {
    CLI::App* sub = app.add_subcommand(name, about);
    sub->footer("Examples:\n" + examples);
    sub->group(family);
    sub->fallthrough();
    return sub;
}

void add_framework_option(CLI::App* sub, FrameworkChoice& choice) {
    sub->add_option("--framework", choice.framework, "A framework file, or the id of a built-in framework");
}

void add_gate_options(CLI::App* sub, GateOptions& gates) {
    sub->add_option("--min", gates.minimums,
                    "Exit with 1 unless a score is at least this: 'implementing>=2', 'overall.claimed>=2.5' "
                    "(evidenced unless it says otherwise; may be repeated)")
        ->allow_extra_args(false);
    sub->add_option("--max-flags", gates.flag_limits,
                    "Exit with 1 if more signs than this are raised or cannot be told: high=0, all=3; "
                    "high.raised=0 counts raised ones only (may be repeated)")
        ->allow_extra_args(false);
    sub->add_option("--baseline", gates.baseline,
                    "Exit with 1 if anything is worse than in this assessment or scorecard of the same organisation");
}

void add_house_options(CLI::App* sub, HouseChoice& choice) {
    sub->add_option("--accent", choice.accent,
                    "html: a colour of your house, like '#1f5fa8'; shaded where nobody could read it");
    sub->add_option("--logo", choice.logo, "html: a PNG or JPEG of at most 64 kB, carried in the page");
}

int run_command_line(int argc, const char* const* argv) {
    CLI::App app(kAbout, "waymark");
    app.footer(kFooter);
    app.require_subcommand(1);
    Shared shared;
    OneOptions one;
    ManyOptions many;
    AuthorOptions author;
    add_shared(app, shared);
    add_commands(app, shared.run, one);
    add_commands(app, shared.run, many);
    add_commands(app, shared.run, author);
    if (argc > 1) {
        if (const auto status = unknown_command(app, argv[1])) return *status;
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return answer(app, problem);
    }
    Terminal terminal(colour_wish(shared.colour), shared.ascii, shared.width);
    return finish(terminal, shared.run(terminal));
}

}  // namespace waymark
