// Writes invented survey responses for benchmarks: the same options give the same bytes, everywhere.
//   generate PLAN.json --records N [--organisations N] [--seed N] [--format jsonl|array|csv]
//                      [--values integers|labels] [--order fixed|random]
// A response holds the same answers under every format, spelling and order, so results can be compared across them.
#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Json = nlohmann::json;

struct Options {
    std::string plan;
    std::uint64_t records = 0;
    std::uint64_t organisations = 0;  // 0: a tenth of the records
    std::uint64_t seed = 1;
    std::string format = "jsonl";
    std::string values = "integers";
    std::string order = "fixed";
};

// SplitMix64 (Steele, Lea and Flood 2014): small, and the same everywhere.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    std::uint64_t below(std::uint64_t limit) { return next() % limit; }

  private:
    std::uint64_t state_;
};

enum class Answered { level, left, empty };  // `left`: no member at all; `empty`: null

struct Answer {
    Answered how = Answered::level;
    unsigned level = 0;
};

struct Response {
    std::uint64_t id = 0;
    std::uint64_t organisation = 0;
    std::uint64_t minute = 0;  // since 1 September 2026
    unsigned role = 0;
    unsigned region = 0;
    unsigned hours = 0;  // in halves
    unsigned seconds = 0;
    std::vector<Answer> answers;
    std::vector<unsigned> comments;  // places in kComments
};

constexpr std::array<std::string_view, 6> kRegions{"North West", "North East", "Yorkshire",
                                                   "Midlands",   "London",     "South"};

// As in an export: quotes, line breaks and letters beyond ASCII are written as JSON writes them.
constexpr std::array<std::string_view, 12> kComments{
    R"(We meet every second Tuesday, and the notes go to everybody who was in the room.)",
    R"(The \"dashboard\" shows what was spent, not what changed for anyone.)",
    R"(Ask the depot: they tried it first and nobody wrote it down.)",
    R"(Não sabemos quem decide sobre o orçamento partilhado.)",
    R"(First we count the homes;\nthen we argue about which of them count.)",
    R"(Our partners have the figures, we have the vans.)",
    R"(Für uns ist das noch neu, aber zwei Teams machen es schon.)",
    R"(It was agreed in March and forgotten by June, as far as I can tell from the minutes.)",
    R"(Residents\u2019 panel met twice; its advice is in folder C:\\panel\\2026.)",
    R"(See the review of last autumn, page 14, for the figures behind this answer.)",
    R"(Too early to say.)",
    R"(The board asked for less paper and more visits, which helped.)"};

Response respond(std::uint64_t number, const Options& options, std::size_t practices, std::size_t roles) {
    Random random(options.seed * 0x100000001b3U + number);
    Response response;
    response.id = random.next();
    response.organisation = random.below(options.organisations);
    response.minute = random.below(60U * 24U * 60U);
    response.role = static_cast<unsigned>(random.below(roles));
    response.region = static_cast<unsigned>(random.below(kRegions.size()));
    response.hours = static_cast<unsigned>(random.below(90));
    response.seconds = 60U + static_cast<unsigned>(random.below(30000));
    const std::uint64_t leaning = random.below(4);  // people differ in how kindly they judge
    for (std::size_t i = 0; i < practices; ++i) {
        const std::uint64_t draw = random.below(1000);
        Answer answer;
        if (draw < 30) answer.how = Answered::left;
        if (draw >= 30 && draw < 40) answer.how = Answered::empty;
        answer.level = static_cast<unsigned>((leaning + random.below(3) + random.below(2)) * 4U / 6U);
        response.answers.push_back(answer);
    }
    const std::uint64_t comments = 7U + random.below(15);
    for (std::uint64_t i = 0; i < comments; ++i) {
        response.comments.push_back(static_cast<unsigned>(random.below(kComments.size())));
    }
    return response;
}

class Writer {
  public:
    Writer(const Options& options, const Json& plan) : options_(options), roles_(plan.at("roles")) {
        for (const Json& dimension : plan.at("dimensions")) {
            for (const Json& practice : dimension.at("practices")) practices_.push_back(practice.at("id"));
        }
        const bool labels = options.values == "labels";
        for (std::size_t i = 0; i < plan.at("levels").size(); ++i) {
            const std::string title = plan.at("levels").at(i).at("title");
            if (!labels) levels_.push_back(std::to_string(i));
            if (labels && options.format == "csv") levels_.push_back(title);
            if (labels && options.format != "csv") levels_.push_back('"' + title + '"');
        }
    }

    void all() {
        if (options_.format == "csv") csv_header();
        if (options_.format == "array") text_ += "[\n";
        for (std::uint64_t number = 0; number < options_.records; ++number) {
            const Response response = respond(number, options_, practices_.size(), roles_.size());
            if (options_.format == "csv") csv_row(response);
            if (options_.format != "csv") json_record(response, number);
            if (options_.format == "array" && number + 1 < options_.records) text_ += ',';
            text_ += '\n';
            if (text_.size() > (1U << 20U)) flush();
        }
        if (options_.format == "array") text_ += "]\n";
        flush();
    }

  private:
    void flush() {
        if (std::fwrite(text_.data(), 1, text_.size(), stdout) != text_.size())
            throw std::runtime_error("cannot write");
        text_.clear();
    }

    void digits(std::uint64_t number, std::size_t width) {
        const std::string plain = std::to_string(number);
        text_.append(plain.size() < width ? width - plain.size() : 0, '0');
        text_ += plain;
    }

    void hexadecimal(std::uint64_t number) {
        for (unsigned shift = 64; shift > 0; shift -= 4) text_ += "0123456789abcdef"[(number >> (shift - 4U)) & 15U];
    }

    void moment(std::uint64_t minute, unsigned second) {
        const std::uint64_t day = minute / (24U * 60U);
        text_ += day < 30 ? "2026-09-" : "2026-10-";
        digits(day % 30U + 1U, 2);
        text_ += 'T';
        digits(minute / 60U % 24U, 2);
        text_ += ':';
        digits(minute % 60U, 2);
        text_ += ':';
        digits(second % 60U, 2);
        text_ += 'Z';
    }

    void json_record(const Response& response, std::uint64_t number) {
        text_ += R"({"id":")";
        hexadecimal(response.id);
        text_ += R"(","submitted":")";
        moment(response.minute, response.seconds);
        text_ +=
            R"(","finished":true,"form":{"id":"mission-maturity","version":"1.0.0","pages":5},"organisation":"Organisation )";
        digits(response.organisation, 6);
        text_ += R"(","region":")";
        text_ += kRegions.at(response.region);
        text_ += R"(","role":")";
        text_ += roles_.at(response.role);
        text_ += R"(","language":"en","respondent":{"token":")";
        hexadecimal(response.id * 0x9e3779b97f4a7c15U);
        text_ += R"(","hours":)";
        digits(response.hours / 2U, 1);
        text_ += response.hours % 2U == 1 ? ".5" : ".0";
        text_ += R"(,"remote":)";
        text_ += response.hours > 45 ? "true" : "false";
        text_ += R"(},"answers":{)";
        json_answers(response, number);
        text_ += R"(},"comments":[)";
        for (std::size_t i = 0; i < response.comments.size(); ++i) {
            if (i > 0) text_ += ',';
            text_ += '"';
            text_ += kComments.at(response.comments[i]);
            text_ += '"';
        }
        text_ += R"(],"duration":)";
        digits(response.seconds / 10U, 1);
        text_ += '.';
        digits(response.seconds % 10U, 1);
        text_ += '}';
    }

    void json_answers(const Response& response, std::uint64_t number) {
        std::vector<std::size_t> places(practices_.size());
        for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
        if (options_.order == "random") {
            Random random(~options_.seed + number);
            for (std::size_t i = places.size() - 1; i > 0; --i) std::swap(places[i], places[random.below(i + 1)]);
        }
        bool first = true;
        for (const std::size_t place : places) {
            const Answer& answer = response.answers[place];
            if (answer.how == Answered::left) continue;
            if (!first) text_ += ',';
            first = false;
            text_ += '"';
            text_ += practices_[place];
            text_ += "\":";
            text_ += answer.how == Answered::empty ? "null" : levels_.at(answer.level);
        }
    }

    void csv_header() {
        text_ += "id,submitted,finished,organisation,region,role";
        for (const std::string& practice : practices_) {
            text_ += ',';
            text_ += practice;
        }
        text_ += ",duration\n";
    }

    void csv_row(const Response& response) {
        hexadecimal(response.id);
        text_ += ',';
        moment(response.minute, response.seconds);
        text_ += ",true,Organisation ";
        digits(response.organisation, 6);
        text_ += ',';
        text_ += kRegions.at(response.region);
        text_ += ',';
        text_ += roles_.at(response.role);
        for (const Answer& answer : response.answers) {
            text_ += ',';
            if (answer.how == Answered::level) text_ += levels_.at(answer.level);
        }
        text_ += ',';
        digits(response.seconds / 10U, 1);
        text_ += '.';
        digits(response.seconds % 10U, 1);
    }

    const Options& options_;
    std::vector<std::string> roles_;
    std::vector<std::string> practices_;
    std::vector<std::string> levels_;  // as written in the chosen format
    std::string text_;
};

std::string one_of(const std::string& value, std::initializer_list<std::string_view> allowed) {
    for (const std::string_view word : allowed) {
        if (value == word) return value;
    }
    throw std::runtime_error("not among the choices: " + value);
}

Options read_options(int count, char** words) {
    Options options;
    if (count < 2 || count % 2 != 0)
        throw std::runtime_error("usage: generate PLAN.json --records N [--OPTION VALUE]…");
    options.plan = words[1];
    for (int i = 2; i + 1 < count; i += 2) {
        const std::string name = words[i];
        const std::string value = words[i + 1];
        if (name == "--records")
            options.records = std::stoull(value);
        else if (name == "--organisations")
            options.organisations = std::stoull(value);
        else if (name == "--seed")
            options.seed = std::stoull(value);
        else if (name == "--format")
            options.format = one_of(value, {"jsonl", "array", "csv"});
        else if (name == "--values")
            options.values = one_of(value, {"integers", "labels"});
        else if (name == "--order")
            options.order = one_of(value, {"fixed", "random"});
        else
            throw std::runtime_error("no such option: " + name);
    }
    if (options.organisations == 0) options.organisations = std::max<std::uint64_t>(1, options.records / 10);
    return options;
}

}  // namespace

int main(int count, char** words) try {
    const Options options = read_options(count, words);
    const Json plan = Json::parse(std::ifstream(options.plan));
    Writer(options, plan).all();
    return 0;
} catch (const std::exception& error) {
    std::cerr << "generate: " << error.what() << '\n';
    return 2;
}
