#include "report/json_tree.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "report/scorecard_codes.hpp"

namespace waymark {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLongestExcerpt = 400;
constexpr std::size_t kMostKeys = 1000;  // keys are looked up one after the other

// Tells the handler how far the parser has read: the library's events carry no place.
class TrackingIterator {
  public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    TrackingIterator() = default;
    TrackingIterator(const char* at, const char** furthest) : at_(at), furthest_(furthest) {}
    reference operator*() const { return *at_; }
    TrackingIterator& operator++() {
        ++at_;
        *furthest_ = at_;
        return *this;
    }
    TrackingIterator operator++(int) {
        const TrackingIterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const TrackingIterator& a, const TrackingIterator& b) { return a.at_ == b.at_; }

  private:
    const char* at_ = nullptr;
    const char** furthest_ = nullptr;
};

// Lines and columns of rising offsets, in one pass over the text.
class PlaceFinder {
  public:
    explicit PlaceFinder(std::string_view text) : text_(text) {}

    Span at(std::size_t offset, int length = 1) {
        for (; offset_ < std::min(offset, text_.size()); ++offset_) {
            const auto byte = static_cast<unsigned char>(text_[offset_]);
            if (byte == '\n') {
                ++line_;
                column_ = 1;
            } else if ((byte & 0xC0U) != 0x80U) {
                ++column_;
            }
        }
        return Span{line_, column_, length};
    }

  private:
    std::string_view text_;
    std::size_t offset_ = 0;
    int line_ = 1;
    int column_ = 1;
};

// Builds the tree from the parser's events. Each returns false to stop after a finding.
class TreeBuilder {
  public:
    TreeBuilder(const Source& source, Diagnostics& diagnostics, const JsonLimits& limits)
        : source_(&source), diagnostics_(&diagnostics), limits_(limits), places_(source.text) {}

    bool null() { return add(Node::Kind::null, "", false); }
    bool boolean(bool yes) { return add(Node::Kind::scalar, yes ? "true" : "false", false); }
    bool number_integer(std::int64_t value) { return add(Node::Kind::scalar, std::to_string(value), false); }
    bool number_unsigned(std::uint64_t value) { return add(Node::Kind::scalar, std::to_string(value), false); }
    bool number_float(double, const std::string& as_written) { return add(Node::Kind::scalar, as_written, false); }
    bool string(std::string& text) { return add(Node::Kind::scalar, std::move(text), true); }
    bool binary(const Json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(Node::Kind::mapping); }
    bool start_array(std::size_t) { return open(Node::Kind::sequence); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(std::string& name) {
        Node node;
        node.kind = Node::Kind::scalar;
        node.quoted = true;
        node.span = places_.at(start_of_text(), static_cast<int>(std::min<std::size_t>(name.size() + 2, 200)));
        node.text = std::move(name);
        Node& object = *stack_.back();
        if (object.keys.size() >= kMostKeys) return too_much(node.span, "an object holds too many keys");
        if (object.find_key(node.text) != nullptr) {
            report(codes::kScorecardKeys, node.span, "the key '" + node.text + "' is written twice",
                   "keep one of the two");
            return false;
        }
        object.keys.push_back(std::move(node));
        return true;
    }

    template <class Exception>
    bool parse_error(std::size_t position, const std::string&, const Exception&) {
        const bool at_end = position > source_->text.size();
        report(codes::kScorecardJson, places_.at(position == 0 ? 0 : position - 1),
               at_end ? "the file ends before its JSON is complete" : "this is not valid JSON",
               "write the scorecard again with 'waymark report INPUT -f json -o FILE'");
        return false;
    }

    const char** furthest() { return &furthest_; }
    Node take() && { return std::move(root_); }

  private:
    void report(std::string_view code, Span span, std::string message, std::string help) {
        diagnostics_->push_back(about_json(code, *source_, span, std::move(message), std::move(help)));
    }

    // The parser has just read a text's closing quote; looks back for the opening one.
    std::size_t start_of_text() const {
        const auto end = static_cast<std::size_t>(furthest_ - source_->text.data());
        std::size_t at = end < 2 ? 0 : end - 2;
        while (at > 0 && (source_->text[at] != '"' || source_->text[at - 1] == '\\')) --at;
        return at;
    }

    // A value in an object is found under its key; an item of a list where the parser has read to.
    Span place_of_value() {
        if (!stack_.empty() && stack_.back()->kind == Node::Kind::mapping) return stack_.back()->keys.back().span;
        const auto read = static_cast<std::size_t>(furthest_ - source_->text.data());
        return places_.at(read == 0 ? 0 : read - 1);
    }

    Node* place(Node node) {
        if (stack_.empty()) {
            root_ = std::move(node);
            return &root_;
        }
        stack_.back()->items.push_back(std::move(node));
        return &stack_.back()->items.back();
    }

    bool add(Node::Kind kind, std::string text, bool quoted) {
        Node node;
        node.kind = kind;
        node.span = place_of_value();
        node.text = std::move(text);
        node.quoted = quoted;
        if (++values_ > limits_.values) return too_much(node.span, "the file holds too many values");
        place(std::move(node));
        return true;
    }

    bool open(Node::Kind kind) {
        Node node;
        node.kind = kind;
        node.span = place_of_value();
        if (++values_ > limits_.values) return too_much(node.span, "the file holds too many values");
        if (stack_.size() >= limits_.depth) {
            return too_much(node.span,
                            "the file is nested more than " + std::to_string(limits_.depth) + " levels deep");
        }
        stack_.push_back(place(std::move(node)));
        return true;
    }

    bool close() {
        stack_.pop_back();
        return true;
    }

    bool too_much(Span span, std::string message) {
        report(codes::kScorecardTooMuch, span, std::move(message), "check that this is a scorecard that waymark wrote");
        return false;
    }

    const Source* source_;
    Diagnostics* diagnostics_;
    JsonLimits limits_;
    PlaceFinder places_;
    const char* furthest_ = nullptr;
    std::size_t values_ = 0;
    Node root_;
    std::vector<Node*> stack_;  // the open objects and lists, outermost first
};

}  // namespace

Diagnostic about_json(std::string_view code, const Source& source, Span span, std::string message, std::string help) {
    Diagnostic finding = about_file(code, source.name, std::move(message), std::move(help));
    finding.span = span;
    const std::string_view line = source.line(span.line);
    if (line.size() <= kLongestExcerpt) finding.excerpt = line;
    return finding;
}

std::optional<Node> parse_json(const Source& source, Diagnostics& diagnostics, const JsonLimits& limits) {
    const std::string& text = source.text;
    if (text.size() > limits.bytes) {
        diagnostics.push_back(about_file(codes::kScorecardTooMuch, source.name,
                                         "the file is larger than " + std::to_string(limits.bytes >> 20U) + " MB",
                                         "check that this is a scorecard that waymark wrote"));
        return std::nullopt;
    }
    // The library takes a NUL byte for the end of the input and would not look at what follows.
    if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {
        diagnostics.push_back(about_json(codes::kScorecardJson, source, PlaceFinder(text).at(nul),
                                         "the file holds a NUL byte", "check that the file was not cut or damaged"));
        return std::nullopt;
    }
    TreeBuilder builder(source, diagnostics, limits);
    *builder.furthest() = text.data();
    const TrackingIterator begin(text.data(), builder.furthest());
    const TrackingIterator end(text.data() + text.size(), builder.furthest());
    if (!Json::sax_parse(begin, end, &builder)) return std::nullopt;
    return std::move(builder).take();
}

}  // namespace waymark
