// The benchmark's work with a well-known JSON library: a tree per response, one row each, then percentiles.
//   nlohmann PLAN.json RESPONSES.jsonl ROWS.csv > cohort.csv
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace {

using Json = nlohmann::json;
using Point = std::optional<std::int64_t>;  // thousandths

std::int64_t half_up(std::int64_t numerator, std::int64_t denominator) {
    return (2000 * numerator + denominator) / (2 * denominator);
}

std::string text(const Point& point) {
    if (!point) return "";
    const std::string part = std::to_string(1000 + *point % 1000);
    return std::to_string(*point / 1000) + '.' + part.substr(1);
}

struct Work {
    Json plan;
    std::map<std::string, std::int64_t> titles;
    std::vector<std::vector<std::int64_t>> counts;  // per score, how many responses had each thousandth

    std::optional<std::int64_t> level(const Json& answers, const Json& practice) const {
        const auto found = answers.find(practice.at("id").get_ref<const std::string&>());
        if (found == answers.end() || found->is_null()) return std::nullopt;
        return found->is_string() ? titles.at(found->get_ref<const std::string&>()) : found->get<std::int64_t>();
    }

    std::string row(const Json& response) {
        const Json& answers = response.at("answers");
        std::int64_t numerator = 0;
        std::int64_t weighed = 1;  // product of the dimensions' weights
        bool withheld = false;
        bool gate = false;
        std::vector<Point> points;
        for (const Json& dimension : plan.at("dimensions")) {
            std::int64_t sum = 0;
            std::int64_t weights = 0;
            std::size_t known = 0;
            for (const Json& practice : dimension.at("practices")) {
                const auto value = level(answers, practice);
                const bool low = value.value_or(0) <= plan.at("core").at("at_most").get<std::int64_t>();
                gate = gate || (low && practice.at("core").get<bool>());
                if (!value) continue;
                const auto weight = practice.at("weight").get<std::int64_t>();
                sum += weight * *value;
                weights += weight;
                ++known;
            }
            const bool hidden = known * plan.at("withhold").at(1).get<std::size_t>() <
                                dimension.at("practices").size() * plan.at("withhold").at(0).get<std::size_t>();
            withheld = withheld || hidden;
            points.push_back(hidden ? Point() : half_up(sum, weights));
            if (hidden) continue;
            numerator = numerator * weights + sum * weighed;
            weighed *= weights;
        }
        const std::int64_t denominator = weighed * static_cast<std::int64_t>(plan.at("dimensions").size());
        points.push_back(withheld ? Point() : half_up(numerator, denominator));
        std::string line = response.at("id").get<std::string>() + ',' + response.at("organisation").get<std::string>() +
                           ',' + response.at("role").get<std::string>();
        for (std::size_t i = 0; i < points.size(); ++i) {
            line += ',' + text(points[i]);
            if (points[i]) ++counts[i][static_cast<std::size_t>(*points[i])];
        }
        return line + ',' + (withheld ? "" : band(numerator, denominator, gate)) + '\n';
    }

    std::string band(std::int64_t numerator, std::int64_t denominator, bool gate) const {
        std::size_t place = 0;
        for (const Json& edge : plan.at("edges")) {
            if (numerator * edge.at(1).get<std::int64_t>() >= edge.at(0).get<std::int64_t>() * denominator) ++place;
        }
        if (gate) place = std::min(place, plan.at("core").at("cap").get<std::size_t>());
        return plan.at("bands").at(place);
    }

    std::string name(std::size_t score) const {
        const Json& dimensions = plan.at("dimensions");
        return score < dimensions.size() ? dimensions.at(score).at("id").get<std::string>() : "overall";
    }
};

void cohort(const Work& work) {
    std::cout << "score,responses,p10,p50,p90\n";
    for (std::size_t i = 0; i < work.counts.size(); ++i) {
        std::int64_t total = 0;
        for (const std::int64_t count : work.counts[i]) total += count;
        std::cout << work.name(i) << ',' << total;
        for (const std::int64_t percent : {10, 50, 90}) {
            const std::int64_t rank = std::max<std::int64_t>(1, (percent * total + 99) / 100);
            std::int64_t passed = 0;
            std::int64_t point = -1;
            while (passed < rank) passed += work.counts[i][static_cast<std::size_t>(++point)];
            std::cout << ',' << text(point);
        }
        std::cout << '\n';
    }
}

}  // namespace

int main(int count, char** words) try {
    if (count != 4) throw std::runtime_error("usage: nlohmann PLAN.json RESPONSES.jsonl ROWS.csv");
    Work work;
    work.plan = Json::parse(std::ifstream(words[1]));
    const std::size_t levels = work.plan.at("levels").size();
    for (std::size_t i = 0; i < levels; ++i)
        work.titles[work.plan.at("levels").at(i).at("title")] = static_cast<int>(i);
    work.counts.assign(work.plan.at("dimensions").size() + 1, std::vector<std::int64_t>(1000 * levels));
    std::ifstream responses(words[2], std::ios::binary);
    std::ofstream rows(words[3], std::ios::binary);
    rows << "id,organisation,role";
    for (std::size_t i = 0; i < work.counts.size(); ++i) rows << ',' << work.name(i);
    rows << ",band\n";
    std::string line;
    while (std::getline(responses, line)) rows << work.row(Json::parse(line));
    cohort(work);
    return rows.flush() ? 0 : 3;
} catch (const std::exception& error) {
    std::cerr << "nlohmann: " << error.what() << '\n';
    return 2;
}
