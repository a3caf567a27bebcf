#include "cli/organisation_cards.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "appraisal/figures.hpp"
#include "cli/files.hpp"
#include "cli/inputs.hpp"
#include "cli/load.hpp"
#include "survey/written_value.hpp"
#include "text/hash.hpp"
#include "text/source.hpp"

namespace waymark {

std::string comparable(std::string_view name) {
    std::string room;
    return std::string(normalised_text(name, room));
}

bool OrganisationCards::read_facts(Diagnostics& diagnostics) {
    const ExportOptions& exports = options_->exports;
    if (exports.facts.empty()) return true;
    std::vector<FactFile> files;
    for (const InputFile& file : files_named({exports.facts}, {".csv"}, diagnostics)) {
        auto text = read_file(file.path, diagnostics, std::size_t{256} << 20U);
        if (!text) continue;
        const std::filesystem::path path(file.path);
        inputs_.push_back({path.filename().string(), sha256_hex(*text)});
        files.push_back({file.path, path.stem().string(), std::move(*text)});
    }
    const auto key_of = [this](const std::string& name) {
        std::string room;
        return comparable(organisation_named(loaded_->map, name, room));
    };
    facts_ = read_facts_of_many(files, loaded_->framework, key_of, diagnostics);
    const bool money = std::ranges::any_of(facts_, [](const auto& entry) { return entry.second.money; });
    if (money && exports.currency.empty()) {
        diagnostics.push_back(about_file("E009", exports.facts, "the facts hold amounts of money without a currency",
                                         "say which with --currency, for example --currency GBP"));
    }
    return !has_errors(diagnostics);
}

bool OrganisationCards::limits_fit(Diagnostics& diagnostics) {
    Case input;
    apply_limits(options_->limits, loaded_->framework, input, diagnostics);
    limits_ = input.limits;
    return !has_errors(diagnostics);
}

std::vector<std::string> OrganisationCards::facts_without_responses(
    const std::vector<OrganisationTally*>& counted) const {
    if (facts_.empty()) return {};
    std::vector<std::string> keys;
    for (const OrganisationTally* one : counted) keys.push_back(comparable(one->name));
    std::ranges::sort(keys);
    std::vector<std::string> names;
    for (const auto& [key, facts] : facts_) {
        if (!std::ranges::binary_search(keys, key)) names.push_back(facts.name);
    }
    return names;
}

Scorecard OrganisationCards::card_of(const OrganisationTally& counted, Date date, bool date_given,
                                     Wanted wanted) const {
    FullTally full = full_tally(counted, loaded_->plan, loaded_->framework, date);
    Case input;
    input.framework = &loaded_->framework;
    input.plan = &loaded_->plan;
    input.tally = std::move(full.tally);
    const auto facts = facts_.find(comparable(counted.name));
    if (facts != facts_.end()) input.tables = facts->second.tables;
    input.tables.resize(loaded_->framework.catalogue.tables.size());
    const auto evidence = loaded_->framework.catalogue.table("evidence");
    if (evidence && full.evidence) input.tables[static_cast<std::size_t>(*evidence)] = std::move(*full.evidence);
    input.date = date;
    input.currency = options_->exports.currency;
    input.organisation = counted.name;
    input.limits = limits_;
    const SurveyMap& map = loaded_->map.map;
    if (exports_) input.inputs.push_back(*exports_);
    if (!map.sha256.empty()) input.inputs.push_back({map.file, map.sha256});
    input.inputs.insert(input.inputs.end(), inputs_.begin(), inputs_.end());
    if (wanted == Wanted::figures) return figures_of(input);
    Scorecard card = appraise(input);
    card.method.emplace_back("The answers come from survey exports, read through a map.");
    card.method.emplace_back(date_given ? "The date of this assessment was given."
                                        : "The date of this assessment is that of the latest response.");
    return card;
}

}  // namespace waymark
