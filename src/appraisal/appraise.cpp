#include <fmt/format.h>

#include "appraisal/figures.hpp"
#include "appraisal/working.hpp"
#include "waymark/appraisal.hpp"

namespace waymark {

namespace {

std::optional<Date> mission_start(const Working& working) {
    const OutcomeRules& rules = working.framework.outcomes;
    if (rules.started_table < 0) return std::nullopt;
    const Table& record = working.tables[static_cast<std::size_t>(rules.started_table)];
    if (record.rows.empty()) return std::nullopt;
    const auto* date = std::get_if<Date>(&record.rows[0].cells[static_cast<std::size_t>(rules.started_column)]);
    return date != nullptr ? std::optional(*date) : std::nullopt;
}

void read_outcomes(Working& working) {
    const Catalogue& catalogue = working.framework.catalogue;
    const auto indicators = catalogue.table("indicators");
    const auto readings = catalogue.table("readings");
    if (!working.framework.outcomes.declared || !indicators || !readings) return;
    const auto waypoints = catalogue.table("waypoints");
    const OutcomeTables tables{working.tables[static_cast<std::size_t>(*indicators)],
                               working.tables[static_cast<std::size_t>(*readings)],
                               waypoints ? &working.tables[static_cast<std::size_t>(*waypoints)] : nullptr};
    working.readings = read_indicators(working.framework, tables, mission_start(working), working.input.date);
}

void open_world(Working& working) {
    World& world = working.world;
    world.catalogue = &working.framework.catalogue;
    for (const Table& table : working.tables) world.tables.push_back(&table);
    world.assessed = working.input.date;
    if (working.input.previous) world.previous = working.input.previous->date;
    world.withhold_below = working.plan.rules.withhold_below;
    world.currency = working.input.currency;
    world.measure = [&working](const NodeMeasure& wanted) { return measure_node(working, wanted); };
}

std::vector<CardSource> card_sources(const Framework& framework, const std::vector<std::string>& ids) {
    std::vector<CardSource> sources;
    for (const std::string& id : ids) {
        for (const SourceEntry& source : framework.sources) {
            if (source.id == id) sources.push_back({source.title, source.url});
        }
    }
    return sources;
}

std::vector<CardFlag> card_flags(const Working& working) {
    std::vector<CardFlag> cards;
    for (std::size_t i = 0; i < working.flags.size(); ++i) {
        const Flag& flag = working.framework.flags[i];
        const FlagResult& result = working.flags[i];
        CardFlag card;
        card.id = flag.id;
        card.code = flag.code;
        card.kind = flag.kind == FlagKind::washing ? "washing" : "real";
        card.title = flag.title;
        card.says = flag.says;
        card.state = flag_state_id(result.state);
        if (result.severity) card.severity = severity_id(*result.severity);
        if (working.in_words) {
            card.saw = result.saw;
            card.would_tell = would_tell(working, result, flag.reads);
            card.why = flag.why;
            card.action = flag.action;
            card.sources = card_sources(working.framework, flag.sources);
        }
        cards.push_back(std::move(card));
    }
    return cards;
}

std::vector<std::string> method_sentences(const Working& working) {
    const ScoringRules& rules = working.plan.rules;
    std::vector<std::string> lines;
    lines.push_back(fmt::format("A practice's claimed score is the {} of the levels people gave.",
                                rules.respondents == RespondentStatistic::median ? "middle value (median)" : "mean"));
    if (!working.framework.evidence.strengths.empty()) {
        lines.push_back("Its evidenced score is the lower of that and what the evidence offered supports.");
        lines.push_back(fmt::format("Evidence older than {} on {}, or without a date, counts one strength less.",
                                    working.framework.evidence.weaker_after.to_text(), working.input.date.to_text()));
    }
    lines.push_back(fmt::format("A dimension is withheld when less than {} of its practices are known.",
                                rules.withhold_below.to_fraction()));
    lines.push_back(
        "Don't know, not applicable, skipped and not asked are never counted as zero; ranges show what they "
        "could hide.");
    return lines;
}

void describe_inputs(const Working& working, Scorecard& card) {
    const Framework& framework = working.framework;
    card.waymark_version = WAYMARK_VERSION;
    card.framework_id = framework.id;
    card.framework_version = framework.version;
    card.framework_title = framework.title;
    card.framework_sha256 = framework.sha256;
    card.framework_licence = framework.licence;
    card.framework_about = framework.about;
    card.organisation = working.input.organisation;
    const Profile& profile = framework.profiles[static_cast<std::size_t>(working.plan.profile)];
    card.profile = profile.id;
    card.profile_title = profile.title;
    card.date = working.input.date.to_text();
    if (working.input.previous) card.previous_date = working.input.previous->date.to_text();
    card.inputs = working.input.inputs;
    card.may_be_named = working.input.may_be_named;
    for (const Level& level : framework.scales[0].levels) card.levels.push_back({level.id, level.title, level.value});
}

void describe_people(const Working& working, Scorecard& card) {
    card.respondents = working.input.tally.all_respondents();
    card.first_look = card.respondents == 1;
    card.evidence_collected = working.scores.evidence_collected;
    for (int role = 0; role < working.plan.roles; ++role) {
        const Term& word = working.framework.roles[static_cast<std::size_t>(role)];
        card.roles.push_back({word.id, word.title, working.input.tally.respondents_in(role)});
    }
}

}  // namespace

void work_out(Working& working) {
    const Case& input = working.input;
    working.tables = input.tables;
    working.tables.resize(working.framework.catalogue.tables.size());
    working.scores = score(working.plan, input.tally);
    if (input.previous) working.previous = score(working.plan, input.previous->tally);
    working.quality = answer_quality(working);
    read_outcomes(working);
    fill_computed_tables(working);
    open_world(working);
    decide_flags(working);
    fill_flag_table(working);
}

namespace {

// What a scorecard has in any case; `working` is worked out.
Scorecard card_in_figures(Working& working) {
    Scorecard card;
    describe_inputs(working, card);
    describe_people(working, card);
    card.verdict = decide_verdict(working);
    card.flags = card_flags(working);
    card.nodes = card_nodes(working);
    card.outcomes = card_outcomes(working);
    card.confidence = confidence_notes(working);
    return card;
}

}  // namespace

Scorecard figures_of(const Case& input) {
    Working working(input);
    working.in_words = false;
    work_out(working);
    return card_in_figures(working);
}

Scorecard appraise(const Case& input) {
    Working working(input);
    work_out(working);
    Scorecard card = card_in_figures(working);
    card.shapes = card_shapes(working);
    card.core_hold = core_hold_sentence(working);
    card.weakest = weakest_practices(working);
    card.next_steps = next_steps(working);
    card.evidence = input.evidence;
    card.facts = card_facts(working);
    card.missing = group_missing(working);
    card.changes = changes_since(working);
    card.method = method_sentences(working);
    return card;
}

}  // namespace waymark
