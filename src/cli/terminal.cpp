#include "cli/terminal.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "interview/raw_terminal.hpp"
#include "text/render.hpp"

namespace waymark {

namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): read once, before any thread
    return value != nullptr ? value : "";
}

bool smart(int descriptor) {
    return isatty(descriptor) != 0 && environment("TERM") != "dumb";
}

// https://no-color.org: any non-empty NO_COLOR turns colour off unless it was asked for by option.
bool wants_colour(ColourWish wish, int descriptor) {
    if (wish != ColourWish::automatic) return wish == ColourWish::always;
    return environment("NO_COLOR").empty() && smart(descriptor);
}

// As the C library decides it: the first of these that is set names the encoding.
bool utf8_locale() {
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        std::string value = environment(name);
        if (value.empty()) continue;
        std::transform(value.begin(), value.end(), value.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        return value.find("UTF-8") != std::string::npos || value.find("UTF8") != std::string::npos;
    }
    return false;
}

}  // namespace

Terminal::Terminal(ColourWish colour, bool ascii, int width) {
    style_.colour = wants_colour(colour, STDOUT_FILENO);
    style_.unicode = !ascii && utf8_locale() && environment("TERM") != "dumb";
    // Long lines tire the eye: even a wide window gets at most 100 columns.
    style_.width =
        std::clamp(width > 0 ? width : std::min(interview::size_of_terminal(STDOUT_FILENO).columns, 100), 40, 120);
    colour_on_error_ = wants_colour(colour, STDERR_FILENO);
}

void Terminal::print(std::string_view text) {
    if (pipe_closed_ || write_failed_ || text.empty()) return;
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
        (errno == EPIPE ? pipe_closed_ : write_failed_) = true;
    }
}

void Terminal::say(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
}

void Terminal::show(const Diagnostics& diagnostics) {
    say(diagnostics_as_text(diagnostics, colour_on_error_));
}

void Terminal::flush() {
    if (pipe_closed_) return;
    if (std::fflush(stdout) != 0) (errno == EPIPE ? pipe_closed_ : write_failed_) = true;
}

}  // namespace waymark
