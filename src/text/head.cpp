// The head of every file: `waymark: KIND/1`.
#include <fmt/format.h>

#include <algorithm>

#include "text/fields.hpp"

namespace waymark {

namespace {

const std::vector<std::string> kKinds = {"framework", "assessment", "map", "test"};

bool is_kind(std::string_view word) {
    return std::find(kKinds.begin(), kKinds.end(), word) != kKinds.end();
}

std::string_view article(std::string_view kind) {
    return kind == "assessment" ? "an" : "a";
}

}  // namespace

std::string declared_kind(const Node& root) {
    const Node* head = root.kind == Node::Kind::mapping ? root.find("waymark") : nullptr;
    if (head == nullptr || head->kind != Node::Kind::scalar) return "";
    return head->text.substr(0, head->text.find('/'));
}

bool read_head(Fields& fields, std::string_view kind, Findings& findings) {
    const Node* head = fields.find("waymark");
    if (!fields.is_mapping()) return false;
    const std::string wanted = fmt::format("{}/1", kind);
    if (head == nullptr || head->kind != Node::Kind::scalar) {
        findings.report("S012", head == nullptr ? fields.node().span : head->span,
                        "the file does not say which kind of waymark file it is",
                        fmt::format("begin it with 'waymark: {}'", wanted));
        return false;
    }
    if (head->text == wanted) return true;
    const std::string declared = declared_kind(fields.node());
    if (declared == kind) {
        findings.report("S014", head->span, fmt::format("'{}' is not a version this waymark reads", head->text),
                        fmt::format("it reads '{}'", wanted));
    } else if (is_kind(declared)) {
        findings.report("S013", head->span,
                        fmt::format("this file is {} {}, not {} {}", article(declared), declared, article(kind), kind));
    } else {
        findings.report("S012", head->span, fmt::format("'{}' is not a kind of waymark file", head->text),
                        fmt::format("here it must be '{}'", wanted));
    }
    return false;
}

}  // namespace waymark
