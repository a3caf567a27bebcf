// Reading one mapping of known keys: who asks for a key declares it, and what nobody asked for is a finding
// with the nearest known name. Also readers for single values.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/yaml.hpp"
#include "waymark/date.hpp"
#include "waymark/rational.hpp"

namespace waymark {

// The name most like `word` among `known`, if it is near enough to be a slip of the pen.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known);
// "did you mean 'x'?", or "known: a, b, c" for up to twelve names, or "".
Suggestion suggest(std::string_view word, const std::vector<std::string>& known);

class Fields {
  public:
    // `what` names the mapping in findings: "a practice". A node that is no mapping is a finding, and all
    // keys absent.
    Fields(const Node& node, std::string what, Findings& findings);
    Fields(const Fields&) = delete;
    Fields& operator=(const Fields&) = delete;

    bool is_mapping() const { return usable_; }
    const Node& node() const { return *node_; }

    const Node* find(std::string_view key);            // null if absent
    const Node* need(std::string_view key);            // a finding if absent or null
    std::string text(std::string_view key);            // "" if absent
    std::string need_text(std::string_view key);       // a finding if absent or empty
    std::string need_id(std::string_view key = "id");  // a-z, 0-9, '-', '_'; a letter first
    bool yes_no(std::string_view key, bool otherwise);
    std::optional<Rational> decimal(std::string_view key);
    std::optional<int> whole(std::string_view key, int lowest, int highest);
    std::optional<Date> date(std::string_view key);
    std::vector<std::string> texts(std::string_view key);  // a list of texts; a single text counts as a list of one
    std::vector<const Node*> list(std::string_view key);   // the items of a list; a finding if it is something else
    const Node* mapping(std::string_view key);             // a finding if it is something else

    // Reports every key that was not asked for. Call once, last.
    void finish();

  private:
    const Node* node_;
    std::string what_;
    Findings* findings_;
    bool usable_ = false;
    std::vector<std::string> asked_;
};

// Each reports what is wrong and returns nullopt. `what` names the value: "the weight".
std::optional<std::string> read_text(const Node& node, std::string_view what, Findings& findings);
std::optional<std::string> read_id(const Node& node, std::string_view what, Findings& findings);
std::optional<Rational> read_decimal(const Node& node, std::string_view what,
                                     Findings& findings);  // or a fraction
std::optional<int> read_whole(const Node& node, std::string_view what, int lowest, int highest, Findings& findings);
std::optional<bool> read_yes_no(const Node& node, std::string_view what,
                                Findings& findings);  // yes, no, true, false
std::optional<Date> read_date(const Node& node, std::string_view what, Findings& findings);
std::optional<Duration> read_duration(const Node& node, std::string_view what, Findings& findings);
// The index in `words`; `what` is "severity".
std::optional<int> read_word(const Node& node, std::string_view what, const std::vector<std::string>& words,
                             Findings& findings);

// Checks the head `waymark: KIND/1`. True if the file may be read on as that kind.
bool read_head(Fields& fields, std::string_view kind, Findings& findings);
// The kind a file declares ("framework", "assessment" …), without any finding; empty if none.
std::string declared_kind(const Node& root);

}  // namespace waymark
