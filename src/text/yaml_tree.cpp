#include "text/yaml_tree.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <sstream>
#include <utility>

#include "text/yaml_places.hpp"
#include "text/yaml_syntax.hpp"

namespace waymark {

namespace {

constexpr Span kWholeFile{0, 0, 0};
constexpr std::size_t kEnoughErrors = 200;  // then the file is something else, and reading stops

// Thrown out of yaml-cpp when reading on makes no sense; the finding has been reported.
struct Stop {};

Place place_of(const YAML::Mark& mark) {
    return {mark.line, mark.column};
}

// One open list or mapping.
struct Frame {
    Node node;
    bool is_flow = false;
    int block_column = -1;  // of the innermost block around or at it; -1: none
    bool has_key = false;   // a key waits for its value
    ScalarToken key;
    std::map<std::string, int, std::less<>> lines_of_keys;
};

// Builds the tree. yaml-cpp hands a tree over by virtual functions, hence the one derived class of this
// library.
class TreeBuilder final : public YAML::EventHandler {
  public:
    TreeBuilder(Findings& findings, const YamlLimits& limits, std::vector<Passage> passages)
        : findings_(&findings), limits_(limits), places_(findings.source()), passages_(std::move(passages)) {}

    std::optional<Node>& root() { return root_; }
    std::optional<Span> innermost_flow() const;
    int last_line() const { return last_line_; }
    bool all_put_back() const { return put_back_ == passages_.size(); }

    void OnDocumentStart(const YAML::Mark& mark) override;
    void OnDocumentEnd() override { document_ended_ = true; }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override { close(); }

  private:
    void count_node(Place place);
    bool puts_back(Place place, const std::string& value);
    void refuse_tag(const YAML::Mark& mark, const std::string& tag);
    void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor);
    void open(Node::Kind kind, const YAML::Mark& mark, YAML::EmitterStyle::value style);
    void close();
    void check_quote(const ScalarToken& token);
    bool expects_key() const;
    void add_key(Node node, const ScalarToken& token);
    void add_value(Node node);

    Findings* findings_;
    YamlLimits limits_;
    Places places_;
    std::vector<Frame> frames_;
    std::optional<Node> root_;
    std::size_t nodes_ = 0;
    int last_line_ = 0;  // from 1, of the last event
    bool document_ended_ = false;
    std::vector<Passage> passages_;
    std::size_t put_back_ = 0;  // of them
};

std::optional<Span> TreeBuilder::innermost_flow() const {
    if (frames_.empty() || !frames_.back().is_flow) return std::nullopt;
    return frames_.back().node.span;
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
    if (!document_ended_) return;
    for (int line = last_line_; line <= mark.line + 1; ++line) {
        if (!places_.line(line).starts_with("---")) continue;
        findings_->report("Y010", {line, 1, 3}, "a second document starts here, and a file holds one",
                          "remove the line '---', or move what follows to a file of its own");
        throw Stop{};
    }
    findings_->report("Y006", places_.span(place_of(mark)), "there is text after the end of the document",
                      "check the brackets and the indentation of this line");
    throw Stop{};
}

void TreeBuilder::count_node(Place place) {
    last_line_ = place.line + 1;
    if (findings_->errors() >= kEnoughErrors) throw Stop{};
    if (++nodes_ <= limits_.nodes) return;
    findings_->report("Y003", places_.span(place), fmt::format("the file holds more than {} values", limits_.nodes),
                      "keep long tables in CSV files");
    throw Stop{};
}

// Whether prose was taken out at this place, and the value stands in for it.
bool TreeBuilder::puts_back(Place place, const std::string& value) {
    if (all_put_back()) return false;
    const Passage& next = passages_[put_back_];
    if (place.line < next.line || (place.line == next.line && place.column < next.column)) return false;
    const bool in_flow = !frames_.empty() && frames_.back().is_flow;  // where a comma ends a text
    const bool is_it = place.line == next.line && place.column == next.column && value == kStandIn && !in_flow;
    if (!is_it) throw Stop{};
    ++put_back_;
    return true;
}

void TreeBuilder::refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    const bool written = places_.at(place_of(mark)) == '!';
    if (!written && (tag.empty() || tag == "?" || tag == "!")) return;
    findings_->report("Y009", places_.span(place_of(mark)), "tags such as '!!str' are not used here",
                      "remove the tag; put the text in quotes if it begins with '!'");
}

void TreeBuilder::refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor == YAML::NullAnchor) return;
    findings_->report("Y008", places_.span(place_of(mark)), "anchors ('&name') are not used here",
                      "remove the anchor; put the text in quotes if it begins with '&'");
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
    count_node(place_of(mark));
    report_alias(*findings_, places_.span(place_of(mark)));
    Node node;
    node.kind = Node::Kind::scalar;
    node.span = places_.span(place_of(mark));
    if (expects_key()) {
        add_key(std::move(node), {});
    } else {
        add_value(std::move(node));
    }
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
    const Place place = place_of(mark);
    if (frames_.empty()) {
        root_.emplace();
        return;
    }
    count_node(place);
    refuse_anchor(mark, anchor);
    Frame& frame = frames_.back();
    Node node;
    if (expects_key()) {
        findings_->report("Y013", places_.span(place), "a key is missing",
                          "write a name before the ':', in quotes if it is '~' or 'null'");
        node.kind = Node::Kind::scalar;
        add_key(std::move(node), {});
        return;
    }
    if (frame.has_key) {
        node.span = frame.key.span;
        if (!places_.colon_follows(frame.key)) {
            const std::string& key = frame.node.keys.back().text;
            findings_->report("Y012", node.span, fmt::format("no ':' follows the key '{}'", key),
                              "write 'key: value'; an item of a list begins with '- '");
        }
    } else {
        const char first = places_.at(place);
        const bool written = first == '~' || first == 'n' || first == 'N';
        node.span = written || frame.is_flow ? places_.span(place) : places_.empty_item(place);
    }
    add_value(std::move(node));
}

void TreeBuilder::check_quote(const ScalarToken& token) {
    if (!token.closed) {
        findings_->report("Y011", token.span, "the quote opened here is never closed", "close it on the same line");
        throw Stop{};
    }
    const int column = frames_.empty() ? -1 : frames_.back().block_column;
    const int line = places_.first_line_not_indented(token, column);
    if (line == 0) return;
    findings_->report("Y011", token.span, fmt::format("the quote opened here is still open in line {}", line),
                      "close it on its own line, or indent the lines that belong to it");
    throw Stop{};
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& read) {
    count_node(place_of(mark));
    const std::string& value = puts_back(place_of(mark), read) ? passages_[put_back_ - 1].value : read;
    refuse_tag(mark, tag);
    refuse_anchor(mark, anchor);
    const ScalarToken token = places_.scalar(place_of(mark), value);
    if (tag == "!" && token.quoted) check_quote(token);
    last_line_ = token.last_line;
    Node node;
    node.kind = Node::Kind::scalar;
    node.span = token.span;
    node.text = value;
    node.quoted = tag == "!";
    if (expects_key()) {
        add_key(std::move(node), token);
    } else {
        add_value(std::move(node));
    }
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value style) {
    refuse_tag(mark, tag);
    refuse_anchor(mark, anchor);
    open(Node::Kind::sequence, mark, style);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style) {
    refuse_tag(mark, tag);
    refuse_anchor(mark, anchor);
    open(Node::Kind::mapping, mark, style);
}

void TreeBuilder::open(Node::Kind kind, const YAML::Mark& mark, YAML::EmitterStyle::value style) {
    count_node(place_of(mark));
    if (frames_.size() >= static_cast<std::size_t>(limits_.depth)) {
        report_too_deep(*findings_, places_.span(place_of(mark)), limits_.depth);
        throw Stop{};
    }
    Frame frame;
    frame.node.kind = kind;
    frame.node.span = places_.span(place_of(mark));
    frame.is_flow = style == YAML::EmitterStyle::Flow;
    frame.block_column = !frame.is_flow ? mark.column : frames_.empty() ? -1 : frames_.back().block_column;
    frames_.push_back(std::move(frame));
}

void TreeBuilder::close() {
    Node node = std::move(frames_.back().node);
    frames_.pop_back();
    if (expects_key()) {
        findings_->report("Y013", node.span, "a key must be a plain word, not a list or a mapping",
                          "put text that begins with '[' or '{' in quotes");
        node.kind = Node::Kind::scalar;
        add_key(std::move(node), {});
    } else {
        add_value(std::move(node));
    }
}

bool TreeBuilder::expects_key() const {
    return !frames_.empty() && frames_.back().node.kind == Node::Kind::mapping && !frames_.back().has_key;
}

void TreeBuilder::add_key(Node node, const ScalarToken& token) {
    Frame& frame = frames_.back();
    if (node.text == "<<" && !node.quoted) {
        findings_->report("Y008", node.span, "merge keys ('<<') are not used here", "write the keys out");
    } else if (token.span.line > 0) {
        const auto [first, is_new] = frame.lines_of_keys.emplace(node.text, node.span.line);
        if (!is_new) {
            findings_->report("Y007", node.span, fmt::format("the key '{}' is written twice", node.text),
                              fmt::format("remove one of them; the first is in line {}", first->second));
        }
    }
    frame.node.keys.push_back(std::move(node));
    frame.key = token;
    frame.has_key = true;
}

void TreeBuilder::add_value(Node node) {
    if (frames_.empty()) {
        root_ = std::move(node);
        return;
    }
    frames_.back().node.items.push_back(std::move(node));
    frames_.back().has_key = false;
}

}  // namespace

std::optional<Node> read_tree(Abridged abridged, Findings& findings, const YamlLimits& limits) {
    TreeBuilder builder(findings, limits, std::move(abridged.passages));
    std::istringstream stream(std::move(abridged.text));
    const std::size_t errors_before = findings.errors();
    try {
        YAML::Parser parser(stream);
        if (parser.HandleNextDocument(builder)) parser.HandleNextDocument(builder);
    } catch (const Stop&) {
        return std::nullopt;
    } catch (const YAML::Exception& error) {
        const bool nowhere = error.mark.line < 0 || error.mark.column < 0;
        report_syntax(findings, nowhere ? Place{} : place_of(error.mark), builder.innermost_flow(), error.msg);
        return std::nullopt;
    }
    if (!builder.root() || builder.root()->kind == Node::Kind::null) {
        findings.report("Y005", kWholeFile, "the file is empty", "start it with 'waymark: ' and the kind of file");
    }
    if (findings.errors() > errors_before || !builder.all_put_back()) return std::nullopt;
    return std::move(builder.root());
}

}  // namespace waymark
