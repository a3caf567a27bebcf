#include "report/workbook_xlsx.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <sstream>

#include "text/display.hpp"

namespace waymark {
namespace {

constexpr lxw_color_t kHeaderFill = 0x1F3A5F;
constexpr lxw_color_t kClaimedBlue = 0x9ECAE1;    // the first series of a chart …
constexpr lxw_color_t kEvidencedBlue = 0x08519C;  // … and the second: apart in lightness, not only in colour
constexpr lxw_color_t kThirdOrange = 0xE6872E;
constexpr int kMostRows = 1048575;  // Excel's rows, less the header
constexpr int kPixelsOfRow = 20;
constexpr std::size_t kLongestRule = 255;

struct ToneColours {
    lxw_color_t fill, text;
};

ToneColours colours_of(Tone tone) {
    switch (tone) {
        case Tone::strong_warning:
            return {0xFDAE6B, 0x3F1D00};
        case Tone::warning:
            return {0xFEE6CE, 0x3F1D00};
        case Tone::doubt:
            return {0xEFEDF5, 0x3F3B54};
        case Tone::encouraging:
            return {0xC6DBEF, 0x08306B};
        case Tone::quiet:
            return {0xF7F7F7, 0x595959};
    }
    return {0xFFFFFF, 0x000000};
}

const char* number_format_of(ColumnKind kind) {
    switch (kind) {
        case ColumnKind::whole:
            return "0";
        case ColumnKind::decimal:
            return "0.00";
        case ColumnKind::percent:
            return "0%";
        case ColumnKind::date:
            return "yyyy-mm-dd";
        case ColumnKind::text:
        case ColumnKind::long_text:
            return "General";
    }
    return "General";
}

// How many lines a text takes in a column, by the width of its letters: where two would do for three it is a line too
// many, never one too few.
int lines_of(const std::string& text, double room) {
    constexpr double kNarrow = 1.1;  // letters are narrower than the digits that columns are measured in
    const double columns = std::max(1.0, room * kNarrow);
    int lines = 0;
    std::istringstream paragraphs(text);
    for (std::string paragraph; std::getline(paragraphs, paragraph);) {
        lines += std::max(1, static_cast<int>(std::ceil(display_width(paragraph) / columns)));
    }
    return std::max(1, lines);
}

class Writer {
  public:
    Writer(const Workbook& workbook, lxw_workbook* book) : workbook_(&workbook), book_(book) {}
    // An empty text, or what went wrong.
    std::string write();

  private:
    void note(lxw_error error);
    lxw_format* cell_format(ColumnKind kind, bool heading);
    lxw_format* tone_format(Tone tone);
    lxw_format* header_format();
    void write_properties();
    void write_sheet(const Sheet& sheet, lxw_worksheet* page, const std::string& name);
    void write_header(const Sheet& sheet, lxw_worksheet* page);
    void write_row(const Sheet& sheet, lxw_worksheet* page, lxw_row_t at, const SheetRow& row);
    void write_cell(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const SheetCell& cell, ColumnKind kind,
                    bool heading);
    void set_height(lxw_worksheet* page, lxw_row_t row, int lines);
    void write_colours(const Sheet& sheet, lxw_worksheet* page);
    void write_chart(const Sheet& sheet, lxw_worksheet* page, const std::string& name, const SheetChart& chart);

    const Workbook* workbook_;
    lxw_workbook* book_;
    lxw_error first_error_ = LXW_NO_ERROR;
    std::map<std::pair<ColumnKind, bool>, lxw_format*> cell_formats_;
    std::map<Tone, lxw_format*> tone_formats_;
    lxw_format* header_format_ = nullptr;
};

void Writer::note(lxw_error error) {
    if (first_error_ == LXW_NO_ERROR) first_error_ = error;
}

lxw_format* Writer::cell_format(ColumnKind kind, bool heading) {
    lxw_format*& format = cell_formats_[{kind, heading}];
    if (format != nullptr) return format;
    format = workbook_add_format(book_);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_num_format(format, number_format_of(kind));
    if (kind == ColumnKind::long_text) format_set_text_wrap(format);
    if (kind == ColumnKind::text) format_set_indent(format, 1);  // apart from a number at its left
    if (heading) format_set_bold(format);
    return format;
}

lxw_format* Writer::tone_format(Tone tone) {
    lxw_format*& format = tone_formats_[tone];
    if (format != nullptr) return format;
    const ToneColours colours = colours_of(tone);
    format = workbook_add_format(book_);
    format_set_bg_color(format, colours.fill);
    format_set_font_color(format, colours.text);
    if (tone == Tone::strong_warning) format_set_bold(format);
    if (tone == Tone::doubt) format_set_italic(format);
    return format;
}

lxw_format* Writer::header_format() {
    if (header_format_ != nullptr) return header_format_;
    header_format_ = workbook_add_format(book_);
    format_set_bold(header_format_);
    format_set_bg_color(header_format_, kHeaderFill);
    format_set_font_color(header_format_, LXW_COLOR_WHITE);
    format_set_text_wrap(header_format_);
    format_set_indent(header_format_, 1);
    format_set_align(header_format_, LXW_ALIGN_VERTICAL_TOP);
    return header_format_;
}

void Writer::write_properties() {
    std::string title = cell_text(workbook_->title);
    std::string subject = cell_text(workbook_->subject);
    std::string program = "waymark";
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.author = program.data();
    constexpr std::int64_t kSecondsOfDay = 86400;
    // Noon, so that no day comes out as 0, which the library takes for "now".
    properties.created = static_cast<time_t>(days_between(Date{}, workbook_->date) * kSecondsOfDay + kSecondsOfDay / 2);
    note(workbook_set_properties(book_, &properties));
}

void Writer::write_cell(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const SheetCell& cell, ColumnKind kind,
                        bool heading) {
    lxw_format* format = cell_format(kind, heading);
    if (const auto* text = std::get_if<std::string>(&cell)) {
        note(worksheet_write_string(page, row, column, cell_text(*text).c_str(), format));
    } else if (const auto* number = std::get_if<Rational>(&cell)) {
        note(worksheet_write_number(page, row, column, number->to_double(), format));
    } else if (const auto* date = std::get_if<Date>(&cell)) {
        lxw_datetime when{date->year, date->month, date->day, 0, 0, 0};
        note(worksheet_write_datetime(page, row, column, &when, cell_format(ColumnKind::date, heading)));
    }
}

void Writer::write_row(const Sheet& sheet, lxw_worksheet* page, lxw_row_t at, const SheetRow& row) {
    int lines = 1;
    for (std::size_t i = 0; i < std::min(row.cells.size(), sheet.columns.size()); ++i) {
        const SheetColumn& column = sheet.columns[i];
        write_cell(page, at, static_cast<lxw_col_t>(i), row.cells[i], column.kind, row.heading);
        const auto* text = std::get_if<std::string>(&row.cells[i]);
        if (text != nullptr && column.kind == ColumnKind::long_text) {
            lines = std::max(lines, lines_of(*text, column.width));
        }
    }
    set_height(page, at, lines);
}

// Not every program finds the height of wrapped text by itself.
void Writer::set_height(lxw_worksheet* page, lxw_row_t row, int lines) {
    constexpr double kTallest = 409;  // Excel's
    if (lines > 1) note(worksheet_set_row(page, row, std::min(kTallest, lines * LXW_DEF_ROW_HEIGHT), nullptr));
}

void Writer::write_header(const Sheet& sheet, lxw_worksheet* page) {
    constexpr double kFilterButton = 4;  // and the indent
    int lines = 1;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const SheetColumn& column = sheet.columns[i];
        note(worksheet_write_string(page, 0, static_cast<lxw_col_t>(i), cell_text(column.title).c_str(),
                                    header_format()));
        lines = std::max(lines, lines_of(column.title, column.width - kFilterButton));
    }
    set_height(page, 0, lines);
    worksheet_freeze_panes(page, 1, static_cast<lxw_col_t>(sheet.frozen_columns));
    worksheet_repeat_rows(page, 0, 0);
    if (!sheet.columns.empty()) {
        note(worksheet_autofilter(page, 0, 0, static_cast<lxw_row_t>(sheet.rows.size()),
                                  static_cast<lxw_col_t>(sheet.columns.size() - 1)));
    }
}

void Writer::write_colours(const Sheet& sheet, lxw_worksheet* page) {
    if (sheet.rows.empty()) return;
    const lxw_row_t first = sheet.has_header ? 1 : 0;
    const auto last = static_cast<lxw_row_t>(sheet.rows.size() - 1) + first;
    for (const Shading& shading : sheet.shadings) {
        lxw_conditional_format rule{};
        rule.type = LXW_CONDITIONAL_2_COLOR_SCALE;
        rule.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
        rule.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
        rule.min_value = shading.low.to_double();
        rule.max_value = shading.high.to_double();
        rule.min_color = LXW_COLOR_WHITE;
        rule.max_color = shading.unwelcome ? 0xFDAE6B : 0x6BAED6;
        const auto column = static_cast<lxw_col_t>(shading.column);
        note(worksheet_conditional_format_range(page, first, column, last, column, &rule));
    }
    for (const ToneRule& tone : sheet.tones) {
        if (tone.text.size() > kLongestRule) continue;
        std::string quoted = "\"";
        for (const char c : cell_text(tone.text)) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
        quoted += '"';
        lxw_conditional_format rule{};
        rule.type = LXW_CONDITIONAL_TYPE_CELL;
        rule.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
        rule.value_string = quoted.data();
        rule.format = tone_format(tone.tone);
        const auto column = static_cast<lxw_col_t>(tone.column);
        note(worksheet_conditional_format_range(page, first, column, last, column, &rule));
    }
}

// The library reads a leading '=' in a title as a reference.
std::string title_text(const std::string& text) {
    const std::string title = cell_text(text);
    return title.starts_with('=') ? " " + title : title;
}

void Writer::write_chart(const Sheet& sheet, lxw_worksheet* page, const std::string& name, const SheetChart& wanted) {
    constexpr std::array<lxw_color_t, 3> kFills = {kClaimedBlue, kEvidencedBlue, kThirdOrange};
    if (wanted.last_row < wanted.first_row) return;
    lxw_chart* chart = workbook_add_chart(book_, LXW_CHART_BAR);
    const lxw_row_t top = sheet.has_header ? 1 : 0;
    const auto first = static_cast<lxw_row_t>(wanted.first_row) + top;
    const auto last = static_cast<lxw_row_t>(wanted.last_row) + top;
    const auto labels = static_cast<lxw_col_t>(wanted.labels);
    for (std::size_t i = 0; i < wanted.series.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(wanted.series[i]);
        lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
        chart_series_set_categories(series, name.c_str(), first, labels, last, labels);
        chart_series_set_values(series, name.c_str(), first, column, last, column);
        if (sheet.has_header) chart_series_set_name_range(series, name.c_str(), 0, column);
        lxw_chart_fill fill{};
        fill.color = kFills[i % kFills.size()];
        chart_series_set_fill(series, &fill);
        chart_series_set_labels(series);
    }
    chart_title_set_name(chart, title_text(wanted.title).c_str());
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    // Of a bar chart the library calls the axis of values x, although it is drawn at the foot.
    chart_axis_set_reverse(chart->y_axis);  // the first row at the top, as in the table
    chart_axis_set_name(chart->x_axis, title_text(wanted.axis_title).c_str());
    chart_axis_set_min(chart->x_axis, wanted.lowest.to_double());
    chart_axis_set_max(chart->x_axis, wanted.highest.to_double());
    std::string says = cell_text(wanted.says);
    lxw_chart_options options{};
    options.description = says.data();
    options.x_scale = 1.3;
    const int bars = (wanted.last_row - wanted.first_row + 1) * static_cast<int>(wanted.series.size());
    constexpr double kUsualHeight = 288;
    options.y_scale = std::max(1.0, (120.0 + bars * kPixelsOfRow) / kUsualHeight);
    note(worksheet_insert_chart_opt(page, static_cast<lxw_row_t>(wanted.at_row),
                                    static_cast<lxw_col_t>(wanted.at_column), chart, &options));
}

void Writer::write_sheet(const Sheet& sheet, lxw_worksheet* page, const std::string& name) {
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        note(worksheet_set_column(page, column, column, sheet.columns[i].width, nullptr));
    }
    if (sheet.has_header) write_header(sheet, page);
    lxw_row_t at = sheet.has_header ? 1 : 0;
    for (const SheetRow& row : sheet.rows) write_row(sheet, page, at++, row);
    write_colours(sheet, page);
    for (const SheetChart& chart : sheet.charts) write_chart(sheet, page, name, chart);
    worksheet_set_landscape(page);
    worksheet_set_paper(page, 9);  // A4
    worksheet_fit_to_pages(page, 1, 0);
    worksheet_set_footer(page, "&L&A&RPage &P of &N");
}

std::string Writer::write() {
    write_properties();
    std::vector<std::string> names;
    for (const Sheet& sheet : workbook_->sheets) {
        if (sheet.rows.size() > static_cast<std::size_t>(kMostRows)) {
            return fmt::format("the sheet '{}' has {} rows, and a spreadsheet holds {}; CSV and JSON have no limit",
                               sheet.name, sheet.rows.size(), kMostRows);
        }
        names.push_back(sheet_name(sheet.name, names));
        lxw_worksheet* page = workbook_add_worksheet(book_, names.back().c_str());
        if (page == nullptr) return fmt::format("the sheet '{}' could not be begun", names.back());
        write_sheet(sheet, page, names.back());
    }
    return first_error_ == LXW_NO_ERROR ? "" : lxw_strerror(first_error_);
}

}  // namespace

std::string write_xlsx(const Workbook& workbook, const std::string& folder, const std::string& name) {
    std::string temporary = folder;
    const std::string path = folder + "/" + name;
    lxw_workbook_options options{};
    options.tmpdir = temporary.data();
    lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
    if (book == nullptr) return "the spreadsheet could not be begun";
    std::string problem = Writer(workbook, book).write();
    const lxw_error closed = workbook_close(book);  // frees the book, whatever it returns
    if (problem.empty() && closed != LXW_NO_ERROR) problem = lxw_strerror(closed);
    return problem;
}

}  // namespace waymark
