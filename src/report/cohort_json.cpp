// The cohort file: deterministic bytes, two spaces of indentation, a line feed at the end.
#include <nlohmann/json.hpp>

#include "report/cohort_report.hpp"
#include "text/display.hpp"

namespace waymark {

namespace {

using Json = nlohmann::ordered_json;

std::string told_id(Told told) {
    switch (told) {
        case Told::exactly:
            return "exactly";
        case Told::fewer:
            return "fewer";
        case Told::or_more:
            return "or-more";
        case Told::nothing:
            break;
    }
    return "nothing";
}

Json cells_json(const CohortCells& cells) {
    Json list = Json::array();
    for (const CohortCell& cell : cells) {
        Json one{{"id", cell.id}, {"title", cell.title}, {"told", told_id(cell.told)}};
        if (cell.count) one["count"] = *cell.count;
        one["at_least"] = cell.at_least;
        one["at_most"] = cell.at_most;
        list.push_back(std::move(one));
    }
    return list;
}

Json scores_json(const CohortScores& scores) {
    Json steps = Json::array();
    for (const CohortStep& step : scores.steps) {
        steps.push_back({{"levels", step.levels}, {"title", step.title}, {"count", step.count}});
    }
    Json one{{"steps", std::move(steps)}};
    const auto put = [&](const char* key, const std::optional<Rational>& value) {
        if (value) one[key] = value->to_double();
    };
    put("p10", scores.p10);
    put("p50", scores.p50);
    put("p90", scores.p90);
    return one;
}

void put_text(Json& object, const char* key, const std::string& text) {
    if (!text.empty()) object[key] = text;
}

Json node_json(const CohortNode& node) {
    Json one{{"id", node.id}};
    put_text(one, "code", node.code);
    one["title"] = node.title;
    one["kind"] = node.kind;
    put_text(one, "dimension", node.dimension);
    one["core"] = node.core;
    one["by_band"] = node.by_band;
    one["claimed"] = scores_json(node.claimed);
    one["evidenced"] = scores_json(node.evidenced);
    if (!node.bands.empty()) one["bands"] = cells_json(node.bands);
    if (node.kind != "practice") return one;
    one["all_scored"] = node.all_scored;
    put_text(one, "highest", node.highest);
    one["nobody_above"] = node.nobody_above;
    put_text(one, "half_below", node.half_below);
    if (!node.half_below.empty()) one["half_count"] = node.half_count;
    return one;
}

Json flag_json(const CohortFlag& flag) {
    Json one{{"id", flag.id}};
    put_text(one, "code", flag.code);
    one["kind"] = flag.kind;
    one["title"] = flag.title;
    put_text(one, "says", flag.says);
    one["states"] = cells_json(flag.states);
    one["mostly_cannot_tell"] = flag.mostly_cannot_tell;
    return one;
}

Json exchange_json(const CohortExchange& exchange) {
    Json peers = Json::array();
    for (const CohortPeer& peer : exchange.peers) {
        peers.push_back({{"organisation", peer.organisation}, {"level", peer.level}});
    }
    Json one{{"practice", exchange.practice}};
    put_text(one, "code", exchange.code);
    one["title"] = exchange.title;
    one["peers"] = std::move(peers);
    return one;
}

Json quality_json(const CohortQuality& quality) {
    Json one{{"respondents", quality.respondents}};
    if (quality.respondents_middle) one["respondents_middle"] = *quality.respondents_middle;
    if (quality.evidence_known) one["evidence_known"] = quality.evidence_known->to_double();
    if (quality.dont_know) one["dont_know"] = quality.dont_know->to_double();
    Json remarks = Json::array();
    for (const CohortQuality::Remark& remark : quality.remarks) {
        remarks.push_back({{"id", remark.id}, {"title", remark.title}, {"cells", cells_json(remark.cells)}});
    }
    one["remarks"] = std::move(remarks);
    return one;
}

template <class Item, class Function>
Json list_json(const std::vector<Item>& items, Function function) {
    Json list = Json::array();
    for (const Item& item : items) list.push_back(function(item));
    return list;
}

Json cohort_json(const Cohort& cohort) {
    Json one{{"framework",
              {{"id", cohort.framework_id},
               {"version", cohort.framework_version},
               {"title", cohort.framework_title},
               {"sha256", cohort.framework_sha256}}},
             {"profile", {{"id", cohort.profile}, {"title", cohort.profile_title}}},
             {"unit", cohort.unit},
             {"count", cohort.organisations},
             {"set_aside", cohort.set_aside}};
    put_text(one, "first_date", cohort.first_date);
    put_text(one, "last_date", cohort.last_date);
    one["least_cell"] = cohort.least_cell;
    one["too_few"] = cohort.too_few;
    one["limits"] = cohort.limits;
    one["levels"] = list_json(cohort.levels,
                              [](const CohortLevel& level) { return Json{{"id", level.id}, {"title", level.title}}; });
    one["named"] = cohort.named;
    if (cohort.too_few) return one;
    one["nodes"] = list_json(cohort.nodes, node_json);
    if (cohort.unit != "organisation") return one;
    one["verdicts"] = cells_json(cohort.verdicts);
    one["flags"] = list_json(cohort.flags, flag_json);
    one["outcomes"] = cells_json(cohort.outcomes);
    one["exchange"] = list_json(cohort.exchange, exchange_json);
    one["quality"] = quality_json(cohort.quality);
    return one;
}

Json account_json(const ReadingAccount& account) {
    return {{"read", account.read},
            {"scored", account.scored},
            {"dropped", list_json(account.dropped,
                                  [](const ReadingAccount::Dropped& dropped) {
                                      return Json{{"rule", dropped.rule}, {"count", dropped.count}};
                                  })},
            {"rejected", account.rejected}};
}

Json row_json(const CohortReport& report, const std::vector<std::string>& cells) {
    Json row = Json::object();
    for (std::size_t at = 0; at < cells.size(); ++at) row[report.row_columns[at]] = cells[at];
    return row;
}

}  // namespace

std::string cohort_as_json(const CohortReport& report) {
    Json whole{{"waymark", "cohort/1"}, {"waymark_version", WAYMARK_VERSION}};
    if (report.account) whole["account"] = account_json(*report.account);
    whole["groups"] = list_json(report.groups, cohort_json);
    if (!report.rows.empty()) {
        whole["rows"] = list_json(report.rows, [&](const auto& cells) { return row_json(report, cells); });
    }
    return harmless_json(whole.dump(2)) + "\n";
}

}  // namespace waymark
