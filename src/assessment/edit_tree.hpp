// Changes made in an assessment's tree. Each returns why it cannot be made, or "".
#pragma once

#include <string>

#include "assessment/edit.hpp"
#include "assessment/rewrite.hpp"

namespace waymark {

struct Editing {
    Node* root = nullptr;
    KeptAsComment kept;
};

std::string make_change(Editing& editing, const SetHead& change);
std::string make_change(Editing& editing, const AddRespondent& change);
std::string make_change(Editing& editing, const SetRole& change);
std::string make_change(Editing& editing, const RemoveRespondent& change);
std::string make_change(Editing& editing, const SetAnswer& change);
std::string make_change(Editing& editing, const RetireAnswer& change);
std::string make_change(Editing& editing, const SetField& change);
std::string make_change(Editing& editing, const AddRow& change);
std::string make_change(Editing& editing, const ReplaceRow& change);
std::string make_change(Editing& editing, const RemoveRow& change);
std::string make_change(Editing& editing, const MarkNone& change);
std::string make_change(Editing& editing, const ForgetTable& change);
std::string make_change(Editing& editing, const SetTable& change);

// Puts a key of the head, or of the whole file, where people look for it.
void set_top(Node& root, const std::string& key, Node value);

}  // namespace waymark
