#include "interview/frame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "report/text_page.hpp"
#include "text/display.hpp"

namespace waymark::interview {

namespace {

using Ask = Screen::Ask;

struct Line {
    std::vector<Piece> pieces;
    int option = -1;  // the option it belongs to
};

// Lines being written, wrapped to the width.
struct Sheet {
    TerminalStyle style;
    TextPage page;
    int width;
    std::vector<Line> lines;

    explicit Sheet(const TerminalStyle& given)
        : style(given),
          page(TextStyle{given.colour, given.unicode, given.columns, false}),
          width(std::max(10, std::min(given.columns - 1, kWidestText))) {}
};

std::string spaces(int count) {
    return std::string(static_cast<std::size_t>(std::max(0, count)), ' ');
}

void space(Sheet& sheet) {
    if (!sheet.lines.empty()) sheet.lines.emplace_back();
}

// A lead before the first line; the lines after it are aligned with the text. Words up to `strong` bytes stand out.
void write(Sheet& sheet, const std::string& lead, const std::string& text, Paint paint, std::size_t strong = 0,
           int option = -1, const std::string& lead_below = "") {
    const int indent = display_width(lead);
    bool first = true;
    for (const std::string& each : sheet.page.folded(text, sheet.width - indent)) {
        Line line;
        line.option = option;
        line.pieces.push_back({first                ? lead
                               : lead_below.empty() ? spaces(indent)
                                                    : lead_below,
                               first ? paint : Paint::plain});
        const std::size_t bold = first ? std::min(strong, each.size()) : 0;
        if (bold > 0) line.pieces.push_back({each.substr(0, bold), Paint::strong});
        line.pieces.push_back({each.substr(bold), paint});
        sheet.lines.push_back(std::move(line));
        first = false;
    }
}

void write_passages(Sheet& sheet, const std::vector<Passage>& passages, bool dense) {
    for (const Passage& passage : passages) {
        if (!dense || &passage == &passages.front()) space(sheet);
        const std::string label = sheet.page.clean(passage.label);
        write(sheet, "", label.empty() ? passage.text : label + ": " + passage.text, Paint::plain,
              label.empty() ? 0 : label.size() + 1);
    }
}

struct Marks {
    std::string cursor, included, given, ticked, open;
};

Marks marks_for(const TerminalStyle& style) {
    if (style.unicode) return {"❯", "┃", "•", "✓", "·"};
    return {">", "|", "*", "x", "."};
}

// What stands before an option: the cursor, or that the option at the cursor includes this one.
std::string mark_of(const Screen& screen, const View& view, int option, const Marks& marks) {
    if (option == view.cursor) return marks.cursor;
    const bool included = screen.cumulative && view.cursor > 0 && option > 0 && option < view.cursor;
    return included ? marks.included : " ";
}

std::string given_mark(const Screen& screen, const View& view, std::size_t option, const Marks& marks) {
    if (screen.ask == Ask::several) return view.ticked[option] ? marks.ticked : marks.open;
    return screen.options[option].current ? marks.given : " ";
}

void write_option(Sheet& sheet, const Screen& screen, const View& view, std::size_t index) {
    const Option& option = screen.options[index];
    const Marks marks = marks_for(sheet.style);
    const int number = static_cast<int>(index);
    const bool wide = screen.options.size() > 9;
    const std::string mark = mark_of(screen, view, number, marks);
    const std::string lead =
        fmt::format("{} {}{:>{}}  ", mark, given_mark(screen, view, index, marks), option.key, wide ? 2 : 1);
    const std::string title = sheet.page.clean(option.title);
    const std::string text = option.text.empty() ? title : title + ": " + option.text;
    const bool under_cursor = number == view.cursor;
    const std::string below = mark == marks.included ? mark + spaces(display_width(lead) - display_width(mark)) : "";
    write(sheet, lead, text, under_cursor ? Paint::low : Paint::plain, title.size() + (option.text.empty() ? 0 : 1),
          number, under_cursor && screen.cumulative ? marks.included + spaces(display_width(lead) - 1) : below);
}

void write_options(Sheet& sheet, const Screen& screen, const View& view) {
    space(sheet);
    for (std::size_t i = 0; i < screen.options.size(); ++i) {
        const std::string& group = screen.options[i].group;
        const bool is_new = !group.empty() && (i == 0 || screen.options[i - 1].group != group);
        if (is_new && i > 0) space(sheet);
        if (is_new) write(sheet, "", group, Paint::quiet);
        write_option(sheet, screen, view, i);
    }
}

Sheet body_of(const Screen& screen, const View& view, const TerminalStyle& style) {
    Sheet sheet(style);
    if (!screen.progress.empty()) write(sheet, "", screen.progress, Paint::quiet);
    write(sheet, "", screen.title, Paint::strong);
    if (!screen.question.empty()) write(sheet, "", screen.question, Paint::plain);
    write_passages(sheet, screen.passages, screen.dense);
    if (!screen.options.empty()) write_options(sheet, screen, view);
    write_passages(sheet, screen.below, false);
    return sheet;
}

// The foot: what was given so far, a complaint, where to type, which keys there are.

bool is_typing(const Screen& screen) {
    return screen.ask == Ask::line || screen.ask == Ask::search;
}

// As many keys as fit; the last piece always does.
std::string keys_line(const Screen& screen, int width, bool unicode) {
    const std::string separator = unicode ? " · " : " - ";
    std::vector<std::string> pieces;
    if (screen.long_text) pieces.emplace_back("Ctrl-O editor");
    for (const Command command : screen.commands) {
        if (command == Command::go_on || command == Command::keys) continue;
        if (!is_typing(screen))
            pieces.push_back(fmt::format("{} {}", type_of(command).key_name, type_of(command).label));
        if (is_typing(screen) && command == Command::back) pieces.emplace_back("Esc back");
    }
    const std::string last = is_typing(screen) ? "Ctrl-C save and leave" : "? keys";
    int used = display_width(last);
    std::string line;
    for (const std::string& piece : pieces) {
        used += display_width(piece) + display_width(separator);
        if (used > width) break;
        line.append(piece).append(separator);
    }
    return line + last;
}

std::string prompt_words(const Screen& screen) {
    switch (screen.ask) {
        case Ask::several:
            return screen.prompt + " (digits or space tick, Enter goes on)";
        case Ask::choice:
            if (screen.options.size() > 9 && !screen.may_go_on) return screen.prompt + " (digits move, Enter chooses)";
            if (screen.current.empty() || !screen.may_go_on) return screen.prompt;
            return screen.prompt + " (Enter keeps what is given)";
        default:
            return screen.prompt;
    }
}

struct Foot {
    std::vector<Line> lines;
    int cursor_line = -1;
    int cursor_column = 0;
};

void add_entry(Foot& foot, const Screen& screen, const View& view, const Sheet& sheet) {
    std::string lead = cut_to_width(sheet.page.clean(screen.prompt), sheet.width / 2, sheet.style.unicode) + ": ";
    const LineWindow window = window_of(view.entry, sheet.width - display_width(lead));
    foot.cursor_line = static_cast<int>(foot.lines.size());
    foot.cursor_column = display_width(lead) + window.cursor;
    const std::string shown = sheet.style.unicode ? window.text : to_ascii(window.text);
    foot.lines.push_back({{{lead, Paint::strong}, {shown, Paint::plain}}, -1});
}

Foot foot_of(const Screen& screen, const View& view, const Sheet& sheet) {
    Foot foot;
    const auto add = [&](const std::string& text, Paint paint) {
        foot.lines.push_back({{{cut_to_width(sheet.page.clean(text), sheet.width, sheet.style.unicode), paint}}, -1});
    };
    const bool typing = is_typing(screen);
    if (!screen.current.empty() && !typing) add("So far: " + screen.current, Paint::good);
    const std::string& complaint = view.notice.empty() ? screen.complaint : view.notice;
    if (!complaint.empty()) add("! " + complaint, Paint::medium);
    if (typing) {
        add_entry(foot, screen, view, sheet);
    } else {
        add(prompt_words(screen), Paint::strong);
    }
    add(keys_line(screen, sheet.width, sheet.style.unicode), Paint::quiet);
    return foot;
}

std::string_view code_of(Paint paint) {
    switch (paint) {
        case Paint::strong:
            return "1";
        case Paint::quiet:
            return "2";
        case Paint::medium:
            return "33";
        case Paint::low:
            return "36";
        case Paint::good:
            return "32";
        default:
            return "";
    }
}

void put_line(Frame& frame, const Line& line, const TerminalStyle& style) {
    std::string text;
    int width = 0;
    for (const Piece& piece : line.pieces) {
        if (piece.text.empty()) continue;
        const std::string_view code = style.colour ? code_of(piece.paint) : "";
        text += code.empty() ? piece.text : fmt::format("\x1b[{}m{}\x1b[0m", code, piece.text);
        width += display_width(piece.text);
    }
    if (!style.colour) text.erase(text.find_last_not_of(' ') + 1);
    frame.lines.push_back(std::move(text));
    frame.widths.push_back(width);
}

// Keeps the lines of the option at the cursor in sight.
void follow_cursor(View& view, const Sheet& body, int room) {
    if (!view.follow || view.cursor < 0) return;
    const auto own = [&](const Line& line) { return line.option == view.cursor; };
    const auto first = std::ranges::find_if(body.lines, own);
    if (first == body.lines.end()) return;
    const int from = static_cast<int>(first - body.lines.begin());
    const int until = from + static_cast<int>(std::ranges::count_if(body.lines, own));
    if (until > view.scroll + room) view.scroll = until - room;
    if (from < view.scroll) view.scroll = from;
    if (view.cursor == 0 && until <= room) view.scroll = 0;
}

std::string more_words(int above, int below) {
    std::string words = "-- ";
    if (above > 0) words += fmt::format("{} line{} above", above, above == 1 ? "" : "s");
    if (above > 0 && below > 0) words += ", ";
    if (below > 0) words += fmt::format("{} line{} below (space, page keys)", below, below == 1 ? "" : "s");
    return words + " --";
}

// The part of the body that is shown, and a line that says what is not.
void put_body(Frame& frame, const Sheet& body, View& view, int room) {
    const int total = static_cast<int>(body.lines.size());
    view.page = std::max(1, room - 2);
    if (total + 1 <= room) {
        view.scroll = 0;
        for (const Line& line : body.lines) put_line(frame, line, body.style);
        put_line(frame, {}, body.style);
        return;
    }
    const int shown = std::max(1, room - 1);
    follow_cursor(view, body, shown);
    view.scroll = std::clamp(view.scroll, 0, std::max(0, total - shown));
    const int end = std::min(total, view.scroll + shown);
    for (int i = view.scroll; i < end; ++i) put_line(frame, body.lines[static_cast<std::size_t>(i)], body.style);
    if (room < 2) return;
    const std::string words = cut_to_width(more_words(view.scroll, total - end), body.width, body.style.unicode);
    put_line(frame, {{{words, Paint::quiet}}, -1}, body.style);
}

}  // namespace

Frame compose(const Screen& screen, View& view, const TerminalStyle& style) {
    const Sheet body = body_of(screen, view, style);
    Foot foot = foot_of(screen, view, body);
    const int limit = std::max(1, style.rows - 1);
    // In the smallest windows the line of keys goes first, then what is not where one types.
    while (static_cast<int>(foot.lines.size()) > std::max(1, limit - 1) && foot.lines.size() > 1) {
        const bool last = foot.cursor_line != static_cast<int>(foot.lines.size()) - 1;
        foot.lines.erase(last ? foot.lines.end() - 1 : foot.lines.begin());
        if (!last) --foot.cursor_line;
    }
    Frame frame;
    const int room = limit - static_cast<int>(foot.lines.size());
    if (room > 0) put_body(frame, body, view, room);
    if (foot.cursor_line >= 0) frame.cursor_line = static_cast<int>(frame.lines.size()) + foot.cursor_line;
    frame.cursor_column = foot.cursor_column;
    for (const Line& line : foot.lines) put_line(frame, line, style);
    return frame;
}

std::string protocol_line(const std::string& text, const TerminalStyle& style) {
    const int width = std::max(10, std::min(style.columns - 1, kWidestText));
    const std::string safe = style.unicode ? printable(text) : to_ascii(printable(text));
    return cut_to_width(safe, width, style.unicode);
}

}  // namespace waymark::interview
