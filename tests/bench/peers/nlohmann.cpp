// The benchmark's work with a well-known JSON library: a tree per response, one row each, then percentiles.
//   nlohmann PLAN.json RESPONSES.jsonl ROWS.csv > cohort.csv
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
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
    std::vector<std::string> practices;
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
        std::int64_t known_of_all = 0;
        std::int64_t flat = 0;  // dimensions answered whole, with one level
        bool withheld = false;
        std::vector<std::int64_t> given(plan.at("levels").size());
        std::vector<Point> points(1);
        std::size_t score = 1 + plan.at("dimensions").size();
        for (const Json& dimension : plan.at("dimensions")) {
            std::int64_t sum = 0;
            std::int64_t weights = 0;
            std::size_t known = 0;
            std::set<std::int64_t> levels;
            for (const Json& practice : dimension.at("practices")) {
                const auto value = level(answers, practice);
                if (value) {
                    const auto weight = practice.at("weight").get<std::int64_t>();
                    sum += weight * *value;
                    weights += weight;
                    ++known;
                    levels.insert(*value);
                    ++given[static_cast<std::size_t>(*value)];
                    ++counts[score][static_cast<std::size_t>(1000 * *value)];
                }
                ++score;
            }
            const std::size_t all = dimension.at("practices").size();
            flat += known == all && levels.size() == 1 ? 1 : 0;
            known_of_all += static_cast<std::int64_t>(known);
            const bool hidden = known * plan.at("withhold").at(1).get<std::size_t>() <
                                all * plan.at("withhold").at(0).get<std::size_t>();
            withheld = withheld || hidden;
            points.push_back(hidden ? Point() : half_up(sum, weights));
            if (hidden) continue;
            numerator = numerator * weights + sum * weighed;
            weighed *= weights;
        }
        const std::int64_t denominator = weighed * static_cast<std::int64_t>(plan.at("dimensions").size());
        points[0] = withheld ? Point() : half_up(numerator, denominator);
        const std::int64_t most = *std::max_element(given.begin(), given.end());
        std::string line = response.at("id").get<std::string>() + ',' + response.at("organisation").get<std::string>() +
                           ',' + response.at("role").get<std::string>() + ',' +
                           (response.at("finished").get<bool>() ? "yes," : "no,") + std::to_string(known_of_all) + ',' +
                           std::to_string(practices.size()) +
                           (straight_lining(known_of_all, most, flat) ? ",yes" : ",no");
        for (std::size_t i = 0; i < points.size(); ++i) {
            line += ',' + text(points[i]);
            if (points[i]) ++counts[i][static_cast<std::size_t>(*points[i])];
        }
        return line + '\n';
    }

    bool straight_lining(std::int64_t known, std::int64_t most, std::int64_t flat) const {
        const Json& rule = plan.at("straight_lining");
        const auto share = rule.at("share").get<std::vector<std::int64_t>>();
        const bool mostly_one =
            known >= rule.at("questions").get<std::int64_t>() && most * share[1] >= known * share[0];
        return mostly_one || flat >= rule.at("dimensions").get<std::int64_t>();
    }

    // The whole, the dimensions, the practices.
    std::string name(std::size_t score) const {
        const Json& dimensions = plan.at("dimensions");
        if (score == 0) return "overall";
        if (score <= dimensions.size()) return dimensions.at(score - 1).at("id");
        return practices.at(score - 1 - dimensions.size());
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
    const std::size_t dimensions = work.plan.at("dimensions").size();
    for (const Json& dimension : work.plan.at("dimensions")) {
        for (const Json& practice : dimension.at("practices")) work.practices.push_back(practice.at("id"));
    }
    work.counts.assign(1 + dimensions + work.practices.size(), std::vector<std::int64_t>(1000 * levels));
    std::ifstream responses(words[2], std::ios::binary);
    std::ofstream rows(words[3], std::ios::binary);
    rows << "id,organisation,role,complete,practices_known,practices_in_scope,straight_lining";
    for (std::size_t i = 0; i <= dimensions; ++i) rows << ',' << work.name(i);
    rows << '\n';
    std::string line;
    while (std::getline(responses, line)) rows << work.row(Json::parse(line));
    cohort(work);
    return rows.flush() ? 0 : 3;
} catch (const std::exception& error) {
    std::cerr << "nlohmann: " << error.what() << '\n';
    return 2;
}
