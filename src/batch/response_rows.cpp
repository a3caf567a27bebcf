#include "batch/response_rows.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "text/csv.hpp"
#include "text/display.hpp"
#include "text/in_place.hpp"

namespace waymark {

namespace {

void append_number(std::string& text, std::int64_t value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    text.append(digits, end);
}

// Letters, digits and a few signs that need neither quotes nor a guard anywhere.
constexpr std::array<bool, 256> plain_bytes() {
    std::array<bool, 256> plain{};
    for (unsigned c = 0; c < plain.size(); ++c) {
        plain[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '_' ||
                   c == '.' || c == ':' || c == '/';
    }
    return plain;
}

bool is_plain(std::string_view text) {
    static constexpr std::array<bool, 256> kPlain = plain_bytes();
    bool plain = true;
    for (const char c : text) plain &= kPlain[static_cast<unsigned char>(c)];
    return plain && !text.starts_with(' ') && !text.ends_with(' ');
}

void append_cell(std::string& rows, std::string_view text) {
    if (is_plain(text)) {
        rows += text;
    } else {
        const std::size_t from = rows.size();
        append_printable(rows, text);
        make_csv_field(rows, from);
    }
}

void append_json_text(std::string& rows, std::string_view text) {
    if (is_plain(text) || (text.find_first_of("\"\\") == std::string_view::npos && is_printable(text))) {
        rows += '"';
        rows += text;
        rows += '"';
    } else {
        rows += harmless_json(nlohmann::json(std::string(text)).dump());
    }
}

constexpr std::ptrdiff_t kLongestThousandths = 16;
constexpr std::ptrdiff_t kRowRoom = 512;

char* write_number(char* to, std::uint32_t value) {
    return std::to_chars(to, to + kLongestThousandths, value).ptr;
}

char* write_thousandths(char* to, std::int32_t value) {
    auto size = static_cast<std::uint32_t>(value);
    if (value < 0) {
        *to++ = '-';
        size = 0 - size;
    }
    const std::uint32_t whole = size / 1000;
    const std::uint32_t rest = size % 1000;
    if (whole < 10) {
        *to++ = static_cast<char>('0' + whole);
    } else {
        to = write_number(to, whole);
    }
    *to++ = '.';
    *to++ = static_cast<char>('0' + rest / 100);
    *to++ = static_cast<char>('0' + rest / 10 % 10);
    *to++ = static_cast<char>('0' + rest % 10);
    return to;
}

char* write_text(char* to, std::string_view text) {
    return std::copy(text.begin(), text.end(), to);
}

}  // namespace

void append_thousandths(std::string& text, std::int32_t value) {
    char digits[kLongestThousandths];
    text.append(digits, write_thousandths(digits, value));
}

ResponseRows::ResponseRows(const Framework& framework, const Plan& plan, Format format, bool with_evidence)
    : framework_(&framework), format_(format) {
    std::vector<int> nodes{0};
    nodes.insert(nodes.end(), plan.nodes[0].children.begin(), plan.nodes[0].children.end());
    for (const int node : nodes) {
        const std::string& id = framework.elements[static_cast<std::size_t>(node)].id;
        columns_.push_back({id + "_claimed", node, false});
        if (with_evidence) columns_.push_back({id + "_evidenced", node, true});
    }
}

std::string ResponseRows::head() const {
    if (format_ == Format::json_lines) return "";
    std::string line;
    for (const ResponseFact& fact : kResponseFacts) line.append(line.empty() ? "" : ",").append(fact.name);
    for (const Column& column : columns_) line += "," + csv_field(column.name);
    return line + "\r\n";
}

void ResponseRows::append(std::string& rows, const Response& response, std::string_view organisation,
                          const ResponseScores& scores, bool straight_lining) const {
    if (format_ == Format::csv) {
        append_csv(rows, response, organisation, scores, straight_lining);
    } else {
        append_json(rows, response, organisation, scores, straight_lining);
    }
}

void ResponseRows::append_csv(std::string& rows, const Response& response, std::string_view organisation,
                              const ResponseScores& scores, bool straight_lining) const {
    append_cell(rows, response.id);
    rows += ',';
    append_cell(rows, organisation);
    rows += ',';
    if (response.role >= 0) rows += framework_->roles[static_cast<std::size_t>(response.role)].id;
    // The rest of a row is short and bounded, so it is put together here and appended as few times as possible.
    char room[kRowRoom];
    char* at = write_text(room, response.complete ? ",yes," : ",no,");
    at = write_number(at, static_cast<std::uint32_t>(scores.known));
    *at++ = ',';
    at = write_number(at, static_cast<std::uint32_t>(scores.in_scope));
    at = write_text(at, straight_lining ? ",yes" : ",no");
    for (const Column& column : columns_) {
        const auto& side = column.evidenced ? scores.evidenced : scores.claimed;
        const std::int32_t value = side[static_cast<std::size_t>(column.node)];
        if (room + kRowRoom - at < 2 * kLongestThousandths) {
            rows.append(room, at);
            at = room;
        }
        *at++ = ',';
        if (value != kNoThousandths) at = write_thousandths(at, value);
    }
    rows.append(room, write_text(at, "\r\n"));
}

void ResponseRows::append_json(std::string& rows, const Response& response, std::string_view organisation,
                               const ResponseScores& scores, bool straight_lining) const {
    rows += "{\"id\":";
    append_json_text(rows, response.id);
    rows += ",\"organisation\":";
    append_json_text(rows, organisation);
    rows += ",\"role\":";
    if (response.role < 0) {
        rows += "null";
    } else {
        append_json_text(rows, framework_->roles[static_cast<std::size_t>(response.role)].id);
    }
    rows += response.complete ? ",\"complete\":true" : ",\"complete\":false";
    rows += ",\"practices_known\":";
    append_number(rows, scores.known);
    rows += ",\"practices_in_scope\":";
    append_number(rows, scores.in_scope);
    rows += straight_lining ? ",\"straight_lining\":true" : ",\"straight_lining\":false";
    for (const Column& column : columns_) {
        const auto& side = column.evidenced ? scores.evidenced : scores.claimed;
        const std::int32_t value = side[static_cast<std::size_t>(column.node)];
        rows += ",\"";
        rows += column.name;
        rows += "\":";
        if (value == kNoThousandths) {
            rows += "null";
        } else {
            append_thousandths(rows, value);
        }
    }
    rows += "}\n";
}

}  // namespace waymark
