#include "interview/lines.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <optional>
#include <string_view>

#include "interview/raw_terminal.hpp"
#include "interview/signals.hpp"
#include "text/display.hpp"

namespace waymark::interview {

namespace {

constexpr std::size_t kLongestInput = 64U << 10U;  // of a line; the rest of it is dropped

// Lines of standard input, waited for together with signals.
class LineReader {
  public:
    // nullopt at the end of input, or when a signal came that ends the interview.
    std::optional<std::string> next(const Signals& signals, std::optional<Ending>& ending) {
        while (true) {
            if (auto line = complete_line()) return line;
            take_signals(signals, ending);
            if (ending) return std::nullopt;
            if (ended_) return last_line();
            if (wait_for(STDIN_FILENO, signals, -1) == Came::input) read();
        }
    }

  private:
    // A terminal that closes ends the input and sends a signal; the signal says more.
    static void take_signals(const Signals& signals, std::optional<Ending>& ending) {
        while (const auto signal = signals.next()) {
            if (*signal != SIGWINCH && *signal != SIGCONT) ending = ending_of_signal(*signal);
        }
    }

    void read() {
        std::array<char, 65536> bytes{};
        const ssize_t got = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) return;
        if (got <= 0) {
            ended_ = true;
        } else {
            keep({bytes.data(), static_cast<std::size_t>(got)});
        }
    }

    // Of a line that never ends only the beginning is kept.
    void keep(std::string_view bytes) {
        pending_ += bytes;
        if (pending_.size() > kLongestInput && pending_.find('\n') == std::string::npos) pending_.resize(kLongestInput);
    }

    std::optional<std::string> complete_line() {
        const auto end = pending_.find('\n');
        if (end == std::string::npos) return std::nullopt;
        std::string line = pending_.substr(0, std::min(end, kLongestInput));
        pending_.erase(0, end + 1);
        return line;
    }

    std::optional<std::string> last_line() {
        if (pending_.empty()) return std::nullopt;
        std::string line;
        line.swap(pending_);
        return line;
    }

    std::string pending_;
    bool ended_ = false;
};

class PlainDialogue {
  public:
    PlainDialogue(State& state, const Keeping& keeping, const PlainStyle& style, bool echo)
        : state_(state), keeping_(keeping), style_(style), echo_(echo), signals_(false) {}

    Ending run() {
        while (!ending_) {
            show();
            std::optional<Ending> stopped;
            const auto line = lines_.next(signals_, stopped);
            if (!line) {
                write("\n");
                say_all(keeping_.save({}));
                return stopped.value_or(Ending::input_ended);
            }
            if (echo_) write(printable(*line) + "\n");
            answer(*line);
        }
        return *ending_;
    }

  private:
    // A page is described once; after a complaint only the prompt comes again.
    void show() {
        const Screen screen = screen_of(state_);
        if (screen.visit != shown_ || state_.more != more_ || state_.search != search_)
            write(described(screen, style_));
        shown_ = screen.visit;
        more_ = state_.more;
        search_ = state_.search;
        if (!screen.complaint.empty()) write("! " + printable(screen.complaint) + "\n");
        write(prompt_for(screen, style_));
    }

    void answer(const std::string& line) {
        const Understood meant = understood(line, screen_of(state_));
        if (!meant.input) return write("! " + meant.complaint + "\n");
        take_input(*meant.input);
        const Screen screen = screen_of(state_);
        const bool only_one =
            screen.ask == Screen::Ask::search && meant.input->kind == Input::Kind::search && screen.options.size() == 1;
        if (!only_one) return;
        Input input;
        input.kind = Input::Kind::choose;
        input.options = {0};
        take_input(input);
    }

    void take_input(const Input& input) {
        const Heard heard = take(state_, keeping_, input);
        say_all(heard.says);
        if (heard.ended) ending_ = heard.ending;
    }

    void say_all(const std::vector<std::string>& sentences) {
        for (const std::string& sentence : sentences) write("! " + printable(sentence) + "\n");
    }

    // The answers are safe in the file; a reader that went away only ends the talk.
    void write(const std::string& text) {
        if (!write_all(STDOUT_FILENO, style_.unicode ? text : to_ascii(text)) && !ending_) ending_ = Ending::hung_up;
    }

    State& state_;
    const Keeping& keeping_;
    PlainStyle style_;
    bool echo_;
    Signals signals_;
    LineReader lines_;
    int shown_ = -1;
    bool more_ = false;
    std::string search_;
    std::optional<Ending> ending_;
};

}  // namespace

Ending run_in_lines(State& state, const Keeping& keeping, const PlainStyle& style, bool echo) {
    return PlainDialogue(state, keeping, style, echo).run();
}

}  // namespace waymark::interview
