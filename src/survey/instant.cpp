#include "survey/instant.hpp"

namespace waymark {

namespace {

constexpr std::int64_t kSecond = 1000000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::size_t kDateLength = 10;

class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    bool done() const { return text_.empty(); }
    bool skip(char c) {
        if (!text_.starts_with(c)) return false;
        text_.remove_prefix(1);
        return true;
    }
    // Two digits below `limit`.
    std::optional<std::int64_t> two(int limit) {
        if (text_.size() < 2 || !digit(text_[0]) || !digit(text_[1])) return std::nullopt;
        const int value = (text_[0] - '0') * 10 + (text_[1] - '0');
        text_.remove_prefix(2);
        return value < limit ? std::optional<std::int64_t>(value) : std::nullopt;
    }
    std::int64_t fraction() {
        std::int64_t unit = kSecond / 10;
        std::int64_t sum = 0;
        while (!text_.empty() && digit(text_[0])) {
            sum += unit * (text_[0] - '0');
            unit /= 10;
            text_.remove_prefix(1);
        }
        return sum;
    }

  private:
    static bool digit(char c) { return c >= '0' && c <= '9'; }
    std::string_view text_;
};

std::optional<std::int64_t> time_of_day(Reader& reader) {
    const auto hours = reader.two(24);
    if (!hours || !reader.skip(':')) return std::nullopt;
    const auto minutes = reader.two(60);
    if (!minutes) return std::nullopt;
    std::int64_t time = *hours * kHour + *minutes * kMinute;
    if (reader.skip(':')) {
        const auto seconds = reader.two(61);
        if (!seconds) return std::nullopt;
        time += *seconds * kSecond;
        if (reader.skip('.') || reader.skip(',')) time += reader.fraction();
    }
    return time;
}

std::optional<std::int64_t> zone(Reader& reader) {
    if (reader.done() || reader.skip('Z') || reader.skip('z')) return 0;
    const bool east = reader.skip('+');
    if (!east && !reader.skip('-')) return std::nullopt;
    const auto hours = reader.two(24);
    if (!hours) return std::nullopt;
    reader.skip(':');
    const std::int64_t minutes = reader.done() ? 0 : reader.two(60).value_or(0);
    const std::int64_t offset = *hours * kHour + minutes * kMinute;
    return east ? offset : -offset;
}

}  // namespace

std::optional<Instant> parse_instant(std::string_view text) {
    const auto date = parse_date(text.substr(0, kDateLength));
    if (!date) return std::nullopt;
    Instant instant{kDay * days_between(Date{1970, 1, 1}, *date), *date};
    if (text.size() == kDateLength) return instant;
    Reader reader(text.substr(kDateLength));
    if (!reader.skip('T') && !reader.skip('t') && !reader.skip(' ')) return std::nullopt;
    const auto time = time_of_day(reader);
    if (!time) return std::nullopt;
    reader.skip(' ');
    const auto offset = zone(reader);
    if (!offset || !reader.done()) return std::nullopt;
    if (*date == Date{1980, 1, 1} && *time == 0) return std::nullopt;
    instant.microseconds += *time - *offset;
    return instant;
}

}  // namespace waymark
