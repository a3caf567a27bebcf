#include "survey/json_places.hpp"

#include <charconv>
#include <span>

#include "survey/written_value.hpp"

namespace waymark {

namespace {

constexpr std::size_t kDeepest = 64;

// Takes what nlohmann_json's reader says and keeps the tree, so that a document that breaks off is not lost.
class KeepingTree {
  public:
    bool null() { return put(nullptr); }
    bool boolean(bool value) { return put(value); }
    bool number_integer(Json::number_integer_t value) { return put(value); }
    bool number_unsigned(Json::number_unsigned_t value) { return put(value); }
    bool number_float(Json::number_float_t value, const std::string&) { return put(value); }
    bool string(std::string& value) { return put(std::move(value)); }
    bool binary(Json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(Json::object()); }
    bool start_array(std::size_t) { return open(Json::array()); }
    bool key(std::string& name) {
        name_ = std::move(name);
        return true;
    }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    template <typename Problem>
    bool parse_error(std::size_t, const std::string&, const Problem&) {
        return false;
    }

    std::optional<Json> take() { return begun_ ? std::optional(std::move(root_)) : std::nullopt; }

  private:
    Json& place(Json value) {
        if (open_.empty()) {
            begun_ = true;
            root_ = std::move(value);
            return root_;
        }
        Json& around = *open_.back();
        if (around.is_array()) return around.emplace_back(std::move(value));
        return around[name_] = std::move(value);
    }
    bool put(Json value) {
        place(std::move(value));
        return true;
    }
    bool open(Json value) {
        if (open_.size() >= kDeepest) return false;
        open_.push_back(&place(std::move(value)));
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }

    Json root_;
    bool begun_ = false;
    std::vector<Json*> open_;  // each holds still while it is open: only the innermost grows
    std::string name_;
};

void walk(JsonPath& path, std::span<const Pointer::Token> rest, const std::function<void(const JsonPath&)>& visit) {
    if (rest.empty()) return visit(path);
    const Json& here = *path.back();
    const auto go = [&](const Json& next) {
        path.push_back(&next);
        walk(path, rest.subspan(1), visit);
        path.pop_back();
    };
    if (rest.front().every) {
        if (here.is_structured()) {
            for (const Json& next : here) go(next);
        }
        return;
    }
    const std::string& name = rest.front().name;
    if (here.is_object()) {
        const auto found = here.find(name);
        if (found != here.end()) go(*found);
    } else if (here.is_array()) {
        std::size_t index = 0;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), index);
        if (error == std::errc{} && end == name.data() + name.size() && index < here.size()) go(here[index]);
    }
}

}  // namespace

std::optional<Json> beginning_of_json(std::string_view text) {
    KeepingTree tree;
    Json::sax_parse(text.begin(), text.end(), &tree, nlohmann::detail::input_format_t::json, false);
    return tree.take();
}

void each_at(const JsonPath& from, const Pointer& pointer, const std::function<void(const JsonPath&)>& visit) {
    const auto up = static_cast<std::size_t>(pointer.up);
    if (up >= from.size()) return;
    JsonPath path(from.begin(), from.end() - static_cast<std::ptrdiff_t>(up));
    walk(path, pointer.tokens, visit);
}

const Json* first_at(const Json& root, const Pointer& pointer) {
    const Json* found = nullptr;
    each_at({&root}, pointer, [&](const JsonPath& path) { found = found == nullptr ? path.back() : found; });
    return found;
}

bool is_empty(const Json* value) {
    if (value == nullptr || value->is_null()) return true;
    if (value->is_string()) return value->get_ref<const std::string&>().empty();
    return value->is_structured() && value->empty();
}

std::optional<std::string> canonical_text(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
    if (!value.is_number()) return std::nullopt;
    std::string room;
    return std::string(canonical_number(value.dump(), room));
}

}  // namespace waymark
