#include "interview/terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <optional>

#include "interview/editor.hpp"
#include "interview/frame.hpp"
#include "interview/raw_terminal.hpp"
#include "interview/signals.hpp"

namespace waymark::interview {

namespace {

constexpr int kEscapeMilliseconds = 30;  // an arrow key's bytes come together; more than this apart was the key Escape

// More than anybody types between two looks: text pasted into a terminal that does not mark it as such.
constexpr std::size_t kMostKeysAtOnce = 200;

// What is on the screen now: to be erased before anything else is written.
class Display {
  public:
    explicit Display(const TerminalWish& wish) : wish_(wish) {}

    // The protocol's lines first, which stay; then the page, which the next call replaces.
    bool show(const std::vector<std::string>& record, const Screen& screen, View& view) {
        const TerminalStyle style = current_style();
        std::string out = erase(style.columns);
        for (const std::string& line : record) out += protocol_line(line, style) + "\n";
        const Frame frame = compose(screen, view, style);
        for (std::size_t i = 0; i < frame.lines.size(); ++i) out += (i == 0 ? "" : "\n") + frame.lines[i];
        widths_ = frame.widths;
        line_ = static_cast<int>(frame.lines.size()) - 1;
        if (frame.cursor_line >= 0) {
            if (line_ > frame.cursor_line) out += fmt::format("\x1b[{}A", line_ - frame.cursor_line);
            line_ = frame.cursor_line;
            out += "\r";
            if (frame.cursor_column > 0) out += fmt::format("\x1b[{}C", frame.cursor_column);
        }
        out += frame.cursor_line >= 0 ? "\x1b[?25h" : "\x1b[?25l";
        return write_all(STDOUT_FILENO, out);
    }

    // Leaves only the protocol on the screen, the cursor at the start of a line.
    void clear(const std::vector<std::string>& record) {
        const TerminalStyle style = current_style();
        std::string out = erase(style.columns);
        for (const std::string& line : record) out += protocol_line(line, style) + "\n";
        write_all(STDOUT_FILENO, out + "\x1b[?25h");
    }

    void forget() {
        widths_.clear();
        line_ = 0;
    }

  private:
    TerminalStyle current_style() const {
        const TerminalSize size = size_of_terminal(STDOUT_FILENO);
        return {size.columns, size.rows, wish_.colour, wish_.unicode};
    }

    // A narrower window has broken lines in two: the rows are counted anew for its present width.
    std::string erase(int columns) {
        int rows = 0;
        for (int i = 0; i < line_ && i < static_cast<int>(widths_.size()); ++i) {
            rows += 1 + std::max(0, widths_[static_cast<std::size_t>(i)] - 1) / columns;
        }
        forget();
        return (rows > 0 ? fmt::format("\r\x1b[{}A\x1b[J", rows) : std::string("\r\x1b[J"));
    }

    TerminalWish wish_;
    std::vector<int> widths_;
    int line_ = 0;  // of the page, on which the terminal's cursor stands
};

class Dialogue {
  public:
    Dialogue(State& state, const Keeping& keeping, const TerminalWish& wish)
        : state_(state), keeping_(keeping), raw_(STDIN_FILENO, STDOUT_FILENO), signals_(true), display_(wish) {}

    Ending run() {
        look();
        while (!ending_) {
            draw();
            if (!ending_) wait();
        }
        display_.clear(record_);
        return *ending_;
    }

  private:
    void look() {
        screen_ = screen_of(state_);
        refresh(view_, screen_);
    }

    void draw() {
        if (!notice_.empty()) view_.notice = notice_;
        notice_.clear();
        if (!display_.show(record_, screen_, view_)) end(Ending::hung_up);
        record_.clear();
    }

    void end(Ending ending) {
        if (!ending_) ending_ = ending;
    }

    void wait() {
        const bool escaped = keys_.waits_for_escape();
        switch (wait_for(STDIN_FILENO, signals_, escaped ? kEscapeMilliseconds : -1)) {
            case Came::signal:
                while (const auto signal = signals_.next()) take_signal(*signal);
                break;
            case Came::nothing:
                for (const Key& key : keys_.give_up_waiting()) take_key(key);
                break;
            case Came::input:
                read();
                break;
        }
    }

    void read() {
        std::array<char, 65536> bytes{};
        const ssize_t got = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) return;
        if (got <= 0) return end(Ending::hung_up);
        const std::vector<Key> keys = keys_.read({bytes.data(), static_cast<std::size_t>(got)});
        const bool types = screen_.ask == Screen::Ask::line || screen_.ask == Screen::Ask::search;
        if (!types && keys.size() > kMostKeysAtOnce) {
            notice_ = "that was too much at once to be meant as keys; nothing was changed";
            return;
        }
        for (const Key& key : keys) take_key(key);
    }

    void take_signal(int signal) {
        if (signal == SIGWINCH) return;
        if (signal == SIGTSTP) return stop();
        if (signal == SIGCONT) return raw_.leave(), raw_.enter();  // whoever stopped us may have changed the terminal
        save_and_end(ending_of_signal(signal));
    }

    void take_key(const Key& key) {
        if (ending_) return;
        const Pressed pressed = press(view_, screen_, key);
        switch (pressed.also) {
            case Pressed::Also::interrupt:
                return save_and_end(Ending::interrupted);
            case Pressed::Also::suspend:
                return stop();
            case Pressed::Also::editor:
                return open_editor();
            case Pressed::Also::redraw:
            case Pressed::Also::nothing:
                break;
        }
        if (pressed.input) take_input(*pressed.input);
    }

    void take_input(const Input& input) {
        Heard heard = take(state_, keeping_, input);
        record_.insert(record_.end(), heard.record.begin(), heard.record.end());
        record_.insert(record_.end(), heard.says.begin(), heard.says.end());
        if (heard.ended) end(heard.ending);
        look();
    }

    void save_and_end(Ending ending) {
        for (std::string& said : keeping_.save({})) record_.push_back(std::move(said));
        end(ending);
    }

    void stop() {
        display_.clear({});
        raw_.leave();
        ::raise(SIGSTOP);
        raw_.enter();
    }

    void open_editor() {
        display_.clear({});
        raw_.leave();
        std::string problem;
        const auto text = edit_in_editor(view_.entry.text, problem);
        raw_.enter();
        notice_ = problem;
        if (!text) return;
        Input input;
        input.kind = Input::Kind::text;
        input.text = *text;
        take_input(input);
    }

    State& state_;
    const Keeping& keeping_;
    RawTerminal raw_;
    Signals signals_;
    Display display_;
    KeyReader keys_;
    Screen screen_;
    View view_;
    std::vector<std::string> record_;
    std::string notice_;
    std::optional<Ending> ending_;
};

}  // namespace

Ending run_in_terminal(State& state, const Keeping& keeping, const TerminalWish& wish) {
    return Dialogue(state, keeping, wish).run();
}

}  // namespace waymark::interview
