#include "text/yaml.hpp"

#include <fmt/format.h>
#include <yaml.h>

#include <algorithm>
#include <map>
#include <memory>
#include <new>
#include <utility>

#include "text/display.hpp"
#include "text/encoding.hpp"
#include "text/yaml_places.hpp"
#include "text/yaml_syntax.hpp"

namespace waymark {

namespace {

constexpr Span kWholeFile{0, 0, 0};
constexpr std::size_t kEnoughErrors = 200;  // then the file is something else, and reading stops

// Thrown when reading on makes no sense; the finding has been reported.
struct Stop {};

// One open list or mapping.
struct Frame {
    Node node;
    int block_column = 0;  // from 1, of the innermost block around or at it; 0: none
    bool has_key = false;  // a key waits for its value
    std::map<std::string, int, std::less<>> lines_of_keys;
};

std::string_view text_of(const yaml_char_t* bytes, std::size_t length) {
    return {reinterpret_cast<const char*>(bytes), length};
}

// Written without quotes, or not written at all.
bool is_null(const yaml_event_t& event, std::string_view text) {
    return event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
           (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL");
}

bool is_block(yaml_scalar_style_t style) {
    return style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
}

// Builds the tree out of libyaml's events.
class TreeBuilder {
  public:
    TreeBuilder(Findings& findings, const YamlLimits& limits)
        : findings_(&findings), limits_(limits), places_(findings.source()) {}

    std::optional<Node>& root() { return root_; }
    std::optional<Span> innermost_flow() const;
    Places& places() { return places_; }
    void take(const yaml_event_t& event);

  private:
    void count_node(const Place& place);
    void refuse(const Place& place, const yaml_char_t* anchor, const yaml_char_t* tag);
    void start_document(const Place& place);
    void take_alias(const Place& place);
    void take_null(const yaml_event_t& event, const Place& place);
    void take_scalar(const yaml_event_t& event, const Place& place);
    void open(Node::Kind kind, bool is_flow, const Place& place);
    void close(const yaml_event_t& event);
    void check_quote(const Place& opened, int last_line);
    bool colon_follows(const Node& key, bool in_flow) const;
    std::size_t end_of_block(std::size_t begin, std::size_t end) const;
    bool expects_key() const;
    void add(Node node);
    void add_key(Node node);

    Findings* findings_;
    YamlLimits limits_;
    Places places_;
    std::vector<Frame> frames_;
    std::optional<Node> root_;
    std::size_t nodes_ = 0;
    bool document_seen_ = false;
};

std::optional<Span> TreeBuilder::innermost_flow() const {
    if (frames_.empty() || !frames_.back().node.is_flow) return std::nullopt;
    return frames_.back().node.span;
}

void TreeBuilder::take(const yaml_event_t& event) {
    const Place place = places_.of(event.start_mark);
    switch (event.type) {
        case YAML_DOCUMENT_START_EVENT:
            start_document(place);
            break;
        case YAML_ALIAS_EVENT:
            take_alias(place);
            break;
        case YAML_SCALAR_EVENT:
            take_scalar(event, place);
            break;
        case YAML_SEQUENCE_START_EVENT:
            refuse(place, event.data.sequence_start.anchor, event.data.sequence_start.tag);
            open(Node::Kind::sequence, event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE, place);
            break;
        case YAML_MAPPING_START_EVENT:
            refuse(place, event.data.mapping_start.anchor, event.data.mapping_start.tag);
            open(Node::Kind::mapping, event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE, place);
            break;
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT:
            close(event);
            break;
        default:
            break;
    }
}

void TreeBuilder::start_document(const Place& place) {
    if (document_seen_) {
        findings_->report("Y010", span_at(place, 3), "a second document starts here, and a file holds one",
                          "remove the line '---', or move what follows to a file of its own");
        throw Stop{};
    }
    document_seen_ = true;
}

void TreeBuilder::count_node(const Place& place) {
    if (findings_->errors() >= kEnoughErrors) throw Stop{};
    if (++nodes_ <= limits_.nodes) return;
    findings_->report("Y003", span_at(place), fmt::format("the file holds more than {} values", limits_.nodes),
                      "keep long tables in CSV files");
    throw Stop{};
}

void TreeBuilder::refuse(const Place& place, const yaml_char_t* anchor, const yaml_char_t* tag) {
    if (anchor != nullptr) report_anchor(*findings_, span_at(place));
    if (tag != nullptr) report_tag(*findings_, span_at(place));
}

void TreeBuilder::take_alias(const Place& place) {
    count_node(place);
    report_alias(*findings_, span_at(place));
    Node node;
    node.kind = Node::Kind::scalar;
    node.span = span_at(place);
    add(std::move(node));
}

void TreeBuilder::take_scalar(const yaml_event_t& event, const Place& place) {
    const auto& scalar = event.data.scalar;
    const std::string_view text = text_of(scalar.value, scalar.length);
    count_node(place);
    refuse(place, scalar.anchor, scalar.tag);
    if (is_null(event, text) && scalar.tag == nullptr) {
        take_null(event, place);
        return;
    }
    const Place end = places_.of(event.end_mark);
    Node node;
    node.kind = Node::Kind::scalar;
    node.text = text;
    node.quoted = scalar.style != YAML_PLAIN_SCALAR_STYLE;
    node.begin = place.byte;
    node.end = is_block(scalar.style) ? end_of_block(place.byte, end.byte) : end.byte;
    if (is_block(scalar.style)) {
        node.span = span_at(place);
    } else if (place.line == end.line) {
        node.span = span_at(place, end.column - place.column);
    } else {  // the text goes on in the next line
        node.span = span_at(place, static_cast<int>(characters(places_.rest_of_line(place))));
        if (node.quoted) check_quote(place, end.line);
    }
    add(std::move(node));
}

void TreeBuilder::take_null(const yaml_event_t& event, const Place& place) {
    const Place end = places_.of(event.end_mark);
    const bool is_written = end.byte > place.byte;
    Node node;
    node.begin = place.byte;
    node.end = end.byte;
    node.span = span_at(place, end.column - place.column);
    if (expects_key()) {
        findings_->report("Y013", span_at(place), "a key is missing",
                          "write a name before the ':', in quotes if it is '~' or 'null'");
        node.kind = Node::Kind::scalar;
    } else if (!frames_.empty() && frames_.back().has_key) {
        const Node& key = frames_.back().node.keys.back();
        node.span = key.span;
        if (!is_written && !colon_follows(key, frames_.back().node.is_flow)) {
            report_no_colon(*findings_, key.span, key.text);
        }
    } else if (!is_written && place.column > 1) {
        node.span.column -= 1;  // its dash
    }
    add(std::move(node));
}

// libyaml lets a quote run over keys and their values until the next one closes it.
void TreeBuilder::check_quote(const Place& opened, int last_line) {
    const int column = frames_.empty() ? 0 : frames_.back().block_column;
    for (int line = opened.line + 1; line <= last_line; ++line) {
        const std::size_t indent = findings_->source().line(line).find_first_not_of(' ');
        if (indent == std::string_view::npos || static_cast<int>(indent) >= column) continue;
        findings_->report("Y011", span_at(opened, static_cast<int>(characters(places_.rest_of_line(opened)))),
                          fmt::format("the quote opened here is still open in line {}", line),
                          "close it on its own line, or indent the lines that belong to it");
        throw Stop{};
    }
}

bool TreeBuilder::colon_follows(const Node& key, bool in_flow) const {
    const std::string& text = findings_->source().text;
    const std::size_t next = text.find_first_not_of(in_flow ? " \t\r\n" : " \t", key.end);
    return next != std::string::npos && text[next] == ':';
}

// libyaml ends a block where the next line begins that is none of it. The empty lines before are the block's only where
// its head says so.
std::size_t TreeBuilder::end_of_block(std::size_t begin, std::size_t end) const {
    const std::string_view written = std::string_view(findings_->source().text).substr(begin, end - begin);
    const std::string_view head = written.substr(0, written.find_first_of(" \t\r\n"));
    if (head.find('+') == std::string_view::npos) return begin + written.find_last_not_of(" \t\r\n") + 1;
    const std::size_t break_length = written.ends_with("\r\n") ? 2 : written.ends_with('\n') ? 1 : 0;
    return end - break_length;
}

void TreeBuilder::open(Node::Kind kind, bool is_flow, const Place& place) {
    count_node(place);
    if (frames_.size() >= static_cast<std::size_t>(limits_.depth)) {
        report_too_deep(*findings_, span_at(place), limits_.depth);
        throw Stop{};
    }
    Frame frame;
    frame.node.kind = kind;
    frame.node.is_flow = is_flow;
    frame.node.span = span_at(place);
    frame.node.begin = place.byte;
    frame.block_column = !is_flow ? place.column : frames_.empty() ? 0 : frames_.back().block_column;
    frames_.push_back(std::move(frame));
}

void TreeBuilder::close(const yaml_event_t& event) {
    Node node = std::move(frames_.back().node);
    frames_.pop_back();
    node.end = node.is_flow ? places_.of(event.end_mark).byte : node.items.empty() ? node.begin : node.items.back().end;
    if (expects_key()) {
        findings_->report("Y013", node.span, "a key must be a plain word, not a list or a mapping",
                          "put text that begins with '[' or '{' in quotes");
        node.kind = Node::Kind::scalar;
    }
    add(std::move(node));
}

bool TreeBuilder::expects_key() const {
    return !frames_.empty() && frames_.back().node.kind == Node::Kind::mapping && !frames_.back().has_key;
}

void TreeBuilder::add(Node node) {
    if (frames_.empty()) {
        root_ = std::move(node);
    } else if (expects_key()) {
        add_key(std::move(node));
    } else {
        frames_.back().node.items.push_back(std::move(node));
        frames_.back().has_key = false;
    }
}

void TreeBuilder::add_key(Node node) {
    Frame& frame = frames_.back();
    if (node.text == "<<" && !node.quoted) {
        findings_->report("Y008", node.span, "merge keys ('<<') are not used here", "write the keys out");
    } else if (!node.text.empty() || node.quoted) {
        const auto [first, is_new] = frame.lines_of_keys.emplace(node.text, node.span.line);
        if (!is_new) {
            findings_->report("Y007", node.span, fmt::format("the key '{}' is written twice", node.text),
                              fmt::format("remove one of them; the first is in line {}", first->second));
        }
    }
    frame.node.keys.push_back(std::move(node));
    frame.has_key = true;
}

bool may_be_parsed(Findings& findings, const YamlLimits& limits) {
    const Source& source = findings.source();
    if (source.text.size() > limits.bytes) {
        findings.report("Y003", kWholeFile, fmt::format("the file is larger than {} bytes", limits.bytes),
                        "keep long tables in CSV files");
        return false;
    }
    auto fault = find_text_fault(source);
    if (!fault) fault = find_unreadable_character(source);
    if (!fault) return true;
    findings.report(fault->is_control ? "Y002" : "Y001", fault->span, std::move(fault->message),
                    std::move(fault->help));
    return false;
}

using Parser = std::unique_ptr<yaml_parser_t, decltype(&yaml_parser_delete)>;
using Event = std::unique_ptr<yaml_event_t, decltype(&yaml_event_delete)>;

void report_problem(TreeBuilder& builder, Findings& findings, const yaml_parser_t& parser) {
    SyntaxProblem problem;
    problem.place = builder.places().of(parser.problem_mark);
    problem.what = parser.problem == nullptr ? "" : parser.problem;
    problem.began = builder.places().of(parser.context_mark);
    problem.reading = parser.context == nullptr ? "" : parser.context;
    report_syntax(findings, problem, builder.innermost_flow());
}

void feed(TreeBuilder& builder, Findings& findings) {
    const std::string& text = findings.source().text;
    yaml_parser_t state;
    if (yaml_parser_initialize(&state) == 0) throw std::bad_alloc{};
    const Parser parser(&state, &yaml_parser_delete);
    yaml_parser_set_input_string(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    for (bool more = true; more;) {
        yaml_event_t event;
        if (yaml_parser_parse(&state, &event) == 0) {
            report_problem(builder, findings, state);
            return;
        }
        const Event owner(&event, &yaml_event_delete);
        more = event.type != YAML_STREAM_END_EVENT;
        builder.take(event);
    }
    if (!builder.root() || builder.root()->kind == Node::Kind::null) {
        findings.report("Y005", kWholeFile, "the file is empty", "start it with 'waymark: ' and the kind of file");
    }
}

}  // namespace

const Node* Node::find(std::string_view key) const {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].text == key) return &items[i];
    }
    return nullptr;
}

const Node* Node::find_key(std::string_view key) const {
    for (const Node& candidate : keys) {
        if (candidate.text == key) return &candidate;
    }
    return nullptr;
}

std::optional<Node> parse_yaml(Findings& findings, const YamlLimits& limits) {
    const std::size_t errors_before = findings.errors();
    if (!may_be_parsed(findings, limits)) return std::nullopt;
    TreeBuilder builder(findings, limits);
    try {
        feed(builder, findings);
    } catch (const Stop&) {
        return std::nullopt;
    }
    if (findings.errors() > errors_before) return std::nullopt;
    return std::move(builder.root());
}

}  // namespace waymark
