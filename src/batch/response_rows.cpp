#include "batch/response_rows.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "text/csv.hpp"
#include "text/display.hpp"

namespace waymark {

namespace {

void append_number(std::string& text, std::int64_t value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    text.append(digits, end);
}

// Letters, digits and a few signs that need neither quotes nor a guard anywhere.
bool is_plain(std::string_view text) {
    return std::ranges::all_of(text,
                               [](char c) {
                                   return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                                          c == ' ' || c == '_' || c == '.' || c == ':' || c == '/';
                               }) &&
           !text.starts_with(' ') && !text.ends_with(' ');
}

void append_cell(std::string& rows, std::string_view text) {
    if (is_plain(text)) {
        rows += text;
    } else {
        rows += csv_field(printable(text));
    }
}

void append_json_text(std::string& rows, std::string_view text) {
    if (is_plain(text)) {
        rows += '"';
        rows += text;
        rows += '"';
    } else {
        rows += harmless_json(nlohmann::json(std::string(text)).dump());
    }
}

}  // namespace

void append_thousandths(std::string& text, std::int32_t value) {
    if (value < 0) text += '-';
    const std::int64_t size = value < 0 ? -static_cast<std::int64_t>(value) : value;
    append_number(text, size / 1000);
    text += '.';
    text += static_cast<char>('0' + size / 100 % 10);
    text += static_cast<char>('0' + size / 10 % 10);
    text += static_cast<char>('0' + size % 10);
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
    std::string line = "id,organisation,role,complete,practices_known,practices_in_scope,straight_lining";
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
    rows += response.complete ? ",yes," : ",no,";
    append_number(rows, scores.known[0]);
    rows += ',';
    append_number(rows, scores.in_scope[0]);
    rows += straight_lining ? ",yes" : ",no";
    for (const Column& column : columns_) {
        const auto& side = column.evidenced ? scores.evidenced : scores.claimed;
        const std::int32_t value = side[static_cast<std::size_t>(column.node)];
        rows += ',';
        if (value != kNoThousandths) append_thousandths(rows, value);
    }
    rows += "\r\n";
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
    append_number(rows, scores.known[0]);
    rows += ",\"practices_in_scope\":";
    append_number(rows, scores.in_scope[0]);
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
