// Reading a scorecard file back: strict, so that what renders is what was written.
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/json_tree.hpp"
#include "report/scorecard_codes.hpp"
#include "report/scorecard_fields.hpp"
#include "text/display.hpp"
#include "text/fields.hpp"
#include "waymark/date.hpp"
#include "waymark/report.hpp"

namespace waymark {
namespace {

constexpr std::size_t kMostFindings = 50;  // a damaged file would repeat itself
constexpr std::int64_t kHighestCount = 1'000'000'000'000;
constexpr std::int64_t kHighestInt = 1'000'000'000;

// Where findings go, and when to stop looking.
class Report {
  public:
    Report(const Source& source, Diagnostics& list) : source_(&source), list_(&list) {}

    void add(std::string_view code, Span span, std::string message, std::string help = "") {
        if (++count_ <= kMostFindings) {
            list_->push_back(about_json(code, *source_, span, std::move(message), std::move(help)));
        }
    }
    bool clean() const { return count_ == 0; }

  private:
    const Source* source_;
    Diagnostics* list_;
    std::size_t count_ = 0;
};

std::string quoted(std::string_view name) {
    return "'" + cut_to_width(printable(name), 60) + "'";
}

bool wrong(const Node& node, std::string_view key, std::string_view belongs, Report& report) {
    report.add(codes::kScorecardValue, node.span, quoted(key) + " must be " + std::string(belongs));
    return false;
}

bool is_text(const Node& node) {
    return node.kind == Node::Kind::scalar && node.quoted;
}
bool is_plain(const Node& node) {
    return node.kind == Node::Kind::scalar && !node.quoted;
}

void read(const Node& node, std::string_view key, std::string& text, Report& report) {
    if (is_text(node)) {
        text = node.text;
    } else {
        wrong(node, key, "a text", report);
    }
}

void read(const Node& node, std::string_view key, bool& yes, Report& report) {
    if (is_plain(node) && (node.text == "true" || node.text == "false")) {
        yes = node.text == "true";
    } else {
        wrong(node, key, "true or false", report);
    }
}

template <class Whole>
void read_count(const Node& node, std::string_view key, Whole& number, std::int64_t highest, Report& report) {
    std::int64_t value = -1;
    const char* end = node.text.data() + node.text.size();
    const auto [stop, error] = std::from_chars(node.text.data(), end, value);
    if (is_plain(node) && error == std::errc() && stop == end && value >= 0 && value <= highest) {
        number = static_cast<Whole>(value);
    } else {
        wrong(node, key, "a whole number from 0", report);
    }
}

void read(const Node& node, std::string_view key, int& number, Report& report) {
    read_count(node, key, number, kHighestInt, report);
}

void read(const Node& node, std::string_view key, std::int64_t& number, Report& report) {
    read_count(node, key, number, kHighestCount, report);
}

// Renderers print up to six decimals; a fraction that cannot be printed is refused here.
bool can_be_printed(const Rational& number) {
    try {
        return !number.to_fixed(6).empty();
    } catch (const RationalOverflow&) {
        return false;
    }
}

bool is_number(const Node& node) {
    return is_plain(node) && node.text != "true" && node.text != "false";
}

void read(const Node& node, std::string_view key, Rational& number, Report& report) {
    const Node* value = node.find("value");
    const Node* exact = node.find("exact");
    if (node.kind != Node::Kind::mapping || node.keys.size() != 2 || value == nullptr || exact == nullptr) {
        wrong(node, key, "a number with its keys 'value' and 'exact'", report);
        return;
    }
    const std::optional<Rational> fraction = is_text(*exact) ? parse_exact(exact->text) : std::nullopt;
    if (!fraction || !can_be_printed(*fraction)) {
        wrong(*exact, "exact", "a whole number or a fraction such as \"37/14\"", report);
        return;
    }
    if (!is_number(*value)) {
        wrong(*value, "value", "a number", report);
        return;
    }
    // Numbers beyond plain decimals ("1e+20") are left unchecked: `exact` decides.
    const std::optional<Rational> decimal = parse_decimal(value->text);
    if (decimal && decimal->to_fixed(4) != fraction->to_fixed(4)) {
        report.add(codes::kScorecardValue, value->span,
                   "'value' is " + value->text + ", but 'exact' is " + fraction->to_fraction(),
                   "scorecards are not for editing: change the assessment and score it again");
        return;
    }
    number = *fraction;
}

template <class Item>
void read(const Node& node, std::string_view key, std::vector<Item>& list, Report& report);
template <class Value>
void read(const Node& node, std::string_view key, std::optional<Value>& value, Report& report);
template <class Struct>
void read(const Node& node, std::string_view key, Struct& record, Report& report);

// One object: who asks for a key declares it, and what nobody asked for is a finding.
class Reader {
  public:
    Reader(const Node& object, Report& report) : object_(&object), report_(&report) {}

    template <class Value>
    void need(std::string_view key, Value& value) {
        if (const Node* node = needed(key)) read(*node, key, value, *report_);
    }
    template <class Value>
    void may(std::string_view key, Value& value) {
        if (const Node* node = find(key)) read(*node, key, value, *report_);
    }
    void need_word(std::string_view key, std::string& word, Words words) {
        if (const Node* node = needed(key)) read_one_of(*node, key, word, words);
    }
    void may_word(std::string_view key, std::string& word, Words words) {
        if (const Node* node = find(key)) read_one_of(*node, key, word, words);
    }
    void need_date(std::string_view key, std::string& date) {
        if (const Node* node = needed(key)) read_day(*node, key, date);
    }
    void may_date(std::string_view key, std::string& date) {
        if (const Node* node = find(key)) read_day(*node, key, date);
    }
    template <class Function>
    void inside(std::string_view key, Function function) {
        const Node* node = needed(key);
        if (node == nullptr) return;
        if (node->kind != Node::Kind::mapping) {
            wrong(*node, key, "an object", *report_);
            return;
        }
        Reader inner(*node, *report_);
        function(inner);
        inner.finish();
    }

    void finish() {
        for (const Node& key : object_->keys) {
            bool known = false;
            for (const std::string& name : asked_) known = known || name == key.text;
            if (!known) {
                report_->add(codes::kScorecardKeys, key.span, "scorecards have no key " + quoted(key.text) + " here",
                             suggest(key.text, asked_));
            }
        }
    }

    const Node* needed(std::string_view key) {
        const Node* node = find(key);
        if (node == nullptr) {
            report_->add(codes::kScorecardKeys, object_->span, "the key " + quoted(key) + " is missing here",
                         "scorecards are not for editing: score the assessment again");
        }
        return node;
    }

  private:
    const Node* find(std::string_view key) {
        asked_.emplace_back(key);
        return object_->find(key);
    }

    void read_one_of(const Node& node, std::string_view key, std::string& word, Words words) {
        std::string known;
        for (const std::string_view each : words) {
            if (is_text(node) && node.text == each) {
                word = node.text;
                return;
            }
            known += (known.empty() ? "" : ", ") + std::string(each);
        }
        wrong(node, key, "one of " + known, *report_);
    }

    void read_day(const Node& node, std::string_view key, std::string& date) {
        if (is_text(node) && (node.text.empty() || parse_date(node.text))) {
            date = node.text;
        } else {
            wrong(node, key, "a date such as \"2026-11-20\"", *report_);
        }
    }

    const Node* object_;
    Report* report_;
    std::vector<std::string> asked_;
};

template <class Item>
void read(const Node& node, std::string_view key, std::vector<Item>& list, Report& report) {
    if (node.kind != Node::Kind::sequence) {
        wrong(node, key, "a list", report);
        return;
    }
    for (const Node& each : node.items) read(each, key, list.emplace_back(), report);
}

template <class Value>
void read(const Node& node, std::string_view key, std::optional<Value>& value, Report& report) {
    read(node, key, value.emplace(), report);
}

template <class Struct>
void read(const Node& node, std::string_view key, Struct& record, Report& report) {
    if (node.kind != Node::Kind::mapping) {
        wrong(node, key, "an object", report);
        return;
    }
    Reader reader(node, report);
    fields(reader, record);
    reader.finish();
}

// True if the file says that it is a scorecard of the version read here.
bool is_scorecard(const Node& root, Report& report) {
    const Node* head = root.find("waymark");
    if (root.kind != Node::Kind::mapping || head == nullptr || !is_text(*head)) {
        report.add(codes::kScorecardKind, root.span, "this is not a scorecard: it lacks the key 'waymark'",
                   "scorecards are written by 'waymark score' and 'waymark report -f json'");
        return false;
    }
    if (head->text == kScorecardHead) return true;
    const bool other_version = head->text.starts_with("scorecard/");
    report.add(codes::kScorecardKind, head->span,
               other_version ? "this waymark reads scorecard/1, not " + quoted(head->text)
                             : "this is " + quoted(head->text) + ", not a scorecard",
               other_version ? "read it with the version of waymark that wrote it, or score the assessment again" : "");
    return false;
}

}  // namespace

std::optional<Scorecard> read_scorecard(const std::string& name, const std::string& json, Diagnostics& diagnostics) {
    const Source source(name, json);
    const std::optional<Node> root = parse_json(source, diagnostics);
    if (!root) return std::nullopt;
    Report report(source, diagnostics);
    if (!is_scorecard(*root, report)) return std::nullopt;

    Scorecard card;
    Reader reader(*root, report);
    std::string head;
    reader.need("waymark", head);
    fields(reader, card);
    reader.finish();
    if (report.clean() && (card.nodes.empty() || card.nodes.front().kind != "overall")) {
        report.add(codes::kScorecardValue, root->find("nodes")->span, "the first of 'nodes' must be the whole",
                   "scorecards are not for editing: score the assessment again");
    }
    if (!report.clean()) return std::nullopt;
    return card;
}

}  // namespace waymark
