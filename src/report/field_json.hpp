// Writing structs whose fields are described once (report/scorecard_fields.hpp) as JSON: deterministic bytes, two spaces
// of indentation, a line feed at the end.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/scorecard_fields.hpp"
#include "text/display.hpp"

namespace waymark::field_json {

using Json = nlohmann::ordered_json;

// By reference, not by const reference: the template for structs would be the better match otherwise.
inline Json as_json(std::string& text) {
    return text;
}
inline Json as_json(bool& yes) {
    return yes;
}
inline Json as_json(int& number) {
    return number;
}
inline Json as_json(std::int64_t& number) {
    return number;
}
// The decimal for people and other programs, the fraction so that nothing is lost.
inline Json as_json(Rational& number) {
    return Json{{"value", number.to_double()}, {"exact", number.to_fraction()}};
}
template <class Struct>
Json as_json(Struct& record);
template <class Value>
Json as_json(std::optional<Value>& value);
template <class Item>
Json as_json(std::vector<Item>& list) {
    Json array = Json::array();
    for (Item& item : list) array.push_back(as_json(item));
    return array;
}
template <class Value>
Json as_json(std::optional<Value>& value) {
    return value ? as_json(*value) : Json();
}

inline bool is_empty(const std::string& text) {
    return text.empty();
}
inline bool is_empty(bool yes) {
    return !yes;
}
inline bool is_empty(int number) {
    return number == 0;
}
inline bool is_empty(std::int64_t number) {
    return number == 0;
}
template <class Item>
bool is_empty(const std::vector<Item>& list) {
    return list.empty();
}
template <class Value>
bool is_empty(const std::optional<Value>& value) {
    return !value;
}

class Writer {
  public:
    template <class Value>
    void need(const char* key, Value& value) {
        object_[key] = as_json(value);
    }
    template <class Value>
    void may(const char* key, Value& value) {
        if (!is_empty(value)) need(key, value);
    }
    void need_word(const char* key, std::string& word, Words) { need(key, word); }
    void may_word(const char* key, std::string& word, Words) { may(key, word); }
    void need_date(const char* key, std::string& date) { need(key, date); }
    void may_date(const char* key, std::string& date) { may(key, date); }
    template <class Function>
    void inside(const char* key, Function function) {
        Writer inner;
        function(inner);
        object_[key] = std::move(inner).take();
    }
    void head(std::string_view head) { object_["waymark"] = head; }
    Json take() && { return std::move(object_); }

  private:
    Json object_ = Json::object();
};

template <class Struct>
Json as_json(Struct& record) {
    Writer writer;
    fields(writer, record);
    return std::move(writer).take();
}

template <class Struct>
std::string written(std::string_view head, Struct& record) {
    Writer writer;
    writer.head(head);
    fields(writer, record);
    return harmless_json(std::move(writer).take().dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace waymark::field_json
