#include "unit/report/cards.hpp"

#include <string>
#include <utility>

namespace waymark::test {
namespace {

Rational part(int numerator, int denominator) {
    return Rational::fraction(numerator, denominator);
}

CardScore scored(const Rational& point, int known = 1, int in_scope = 1) {
    return {point, Interval{point, point}, false, known, in_scope};
}

CardScore ranged(const Rational& point, const Rational& low, const Rational& high, int known, int in_scope) {
    return {point, Interval{low, high}, false, known, in_scope};
}

CardScore withheld(const Rational& low, const Rational& high, int known, int in_scope) {
    return {std::nullopt, Interval{low, high}, true, known, in_scope};
}

CardScore unknown() {
    return {std::nullopt, Interval{0, 4}, false, 0, 1};
}

CardNode node(std::string kind, std::string id, std::string title, std::string dimension) {
    CardNode made;
    made.kind = std::move(kind);
    made.id = std::move(id);
    made.title = std::move(title);
    made.dimension = std::move(dimension);
    made.state = "scored";
    made.lowest = 0;
    made.highest = 4;
    made.depth = made.kind == "overall" ? 0 : made.kind == "dimension" ? 1 : 2;
    made.parent = made.kind == "dimension" ? "overall" : made.dimension;
    if (made.kind == "overall") made.parent.clear();
    if (made.kind != "practice") made.rollup = "mean";
    return made;
}

CardNode practice(std::string code, std::string title, std::string dimension, const Rational& claimed,
                  const Rational& evidenced) {
    std::string id = code == "D1" ? "clear-aim" : "practice-" + code;
    CardNode made = node("practice", std::move(id), std::move(title), std::move(dimension));
    made.code = std::move(code);
    made.claimed = scored(claimed);
    made.evidenced = scored(evidenced);
    made.gap = claimed - evidenced;
    made.respondents = 9;
    made.spread_lowest = 1;
    made.spread_highest = 4;
    return made;
}

CardNode clear_aim() {
    CardNode made = practice("D1", "A clear aim that anyone could check", "defining", 3, 2);
    made.core = true;
    made.ask = "How well does the aim name a change that anyone could check?";
    made.level = "Embedded";
    made.evidenced_level = "Developing";
    made.anchor = "Outcome, measure, baseline, date and beneficiaries are published.";
    made.target = "embedded";
    made.target_value = 3;
    made.agreed = true;
    made.dont_know = 2;
    made.lower_quartile = 2;
    made.upper_quartile = 3;
    made.agreement = part(5, 8);
    made.roles = {{"leader", "Leader", 3, 0, part(10, 3), false},
                  {"frontline", "Frontline", 4, 2, part(3, 2), false},
                  {"partner", "Partner", 0, 0, std::nullopt, true}};
    made.role_gap = part(11, 6);
    made.role_gap_high = "Leader";
    made.role_gap_low = "Frontline";
    made.strongest_evidence = "Strategy or plan";
    made.evidence_items = 2;
    made.new_evidence = 1;
    made.notes = {"We argued about this one for an hour."};
    made.evidence = {"Board minute 14"};
    made.previous_claimed = part(7, 2);
    made.previous_evidenced = part(3, 2);
    return made;
}

void add_defining(Scorecard& card) {
    CardNode dimension = node("dimension", "defining", "Defining", "defining");
    dimension.claimed = ranged(part(37, 14), part(17, 8), part(25, 8), 3, 4);
    dimension.evidenced = ranged(part(3, 2), part(9, 8), part(17, 8), 3, 4);
    dimension.gap = part(8, 7);
    dimension.band = "developing";
    dimension.band_title = "Developing";
    dimension.terms = {{"clear-aim", part(1, 2), Rational(3), Rational(2)},
                       {"practice-D2", part(1, 2), part(5, 2), Rational(1)}};
    dimension.previous_claimed = part(29, 10);
    dimension.previous_evidenced = part(11, 10);
    card.nodes.push_back(dimension);
    card.nodes.push_back(clear_aim());
    CardNode shared = practice("D2", "Shared diagnosis", "defining", part(5, 2), 1);
    shared.scope_disputed = true;
    shared.ask = "How well is the problem understood and agreed?";
    shared.level = "Developing";
    shared.evidenced_level = "Emerging";
    shared.anchor = "A map of causes was made with some outside actors, and it changed at least one choice.";
    card.nodes.push_back(shared);
    CardNode tools = node("practice", "practice-D3", "A broad repertoire of tools", "defining");
    tools.code = "D3";
    tools.state = "not-applicable";
    tools.reasons = {"A small trust; no market to shape."};
    tools.claimed = tools.evidenced = CardScore{};
    card.nodes.push_back(tools);
    CardNode lasting =
        node("practice", "practice-D4", "Mechanisms that outlast a change of leader, budget or headline", "defining");
    lasting.code = "D4";
    lasting.state = "unknown";
    lasting.claimed = lasting.evidenced = unknown();
    lasting.dont_know = 9;
    card.nodes.push_back(lasting);
}

void add_convening(Scorecard& card) {
    CardNode dimension = node("dimension", "convening", "Convening", "convening");
    dimension.claimed = withheld(part(5, 4), part(13, 4), 1, 2);
    dimension.evidenced = withheld(part(1, 2), part(7, 2), 1, 3);
    card.nodes.push_back(dimension);
    CardNode group = node("group", "networks", "Networks", "convening");
    group.claimed = scored(part(5, 2), 1, 1);
    group.evidenced = withheld(1, 4, 0, 1);
    card.nodes.push_back(group);
    CardNode peers = practice("C1", "Peer support", "convening", part(5, 2), 1);
    peers.parent = "networks";
    peers.depth = 3;
    peers.evidenced = unknown();
    peers.gap.reset();
    card.nodes.push_back(peers);
    CardNode open = node("practice", "practice-C2", "Working in the open", "convening");
    open.code = "C2";
    open.state = "not-asked";
    open.claimed = open.evidenced = unknown();
    card.nodes.push_back(open);
}

void add_points(Scorecard& card) {
    CardNode dimension = node("dimension", "habits", "Habits", "habits");
    dimension.rollup = "sum";
    dimension.highest = 12;
    dimension.claimed = scored(9, 3, 3);
    dimension.evidenced = CardScore{std::nullopt, Interval{3, 7}, false, 2, 3};
    dimension.band = "emerging";
    dimension.band_title = "Emerging";
    card.nodes.push_back(dimension);
    CardNode loops = practice("I1", "Short feedback loops", "habits", 3, 0);
    loops.core = true;
    loops.roles = {{"leader", "Leader", 3, 0, part(7, 2), false}, {"frontline", "Frontline", 4, 0, part(9, 4), false}};
    loops.role_gap = part(5, 4);
    loops.role_gap_high = "Leader";
    loops.role_gap_low = "Frontline";
    card.nodes.push_back(loops);
    card.nodes.push_back(practice("I2", "Teams with time and a mandate", "habits", 3, 3));
    CardNode last = practice("I3", "Stopping what does not work", "habits", 3, 0);
    last.evidenced = unknown();
    last.gap.reset();
    card.nodes.push_back(last);
}

CardFlag flag(std::string code, std::string kind, std::string state, std::string severity, std::string title) {
    CardFlag made;
    made.id = "sign-" + code;
    made.code = std::move(code);
    made.kind = std::move(kind);
    made.state = std::move(state);
    made.severity = std::move(severity);
    made.title = std::move(title);
    return made;
}

void add_flags(Scorecard& card) {
    CardFlag leaders = flag("W25", "washing", "raised", "medium", "Leaders and frontline see different places");
    leaders.says = "Those who lead and those who deliver would not recognise each other's answers.";
    leaders.saw = "1 core practice on which leaders are 1.83 levels above frontline; the sign is raised at 1";
    card.flags.push_back(leaders);
    CardFlag old = flag("W01", "washing", "raised", "high", "Old portfolio, new label");
    old.says = "The work is what it was; only the tag is new.";
    old.saw =
        "62% of tagged spend (£3.1m of £5.0m, 5 of 8 items) existed before and changed nothing; the sign is raised at "
        "50%";
    old.why = "When only the tag is new, decisions and money go on as before.";
    old.action = "For each item state what changes in goal, measure, method or money within 90 days, or untag it.";
    old.sources = {{"Announcing Mission Public", "https://example.org/amp"},
                   {"Net-zero missions", "https://example.org/nz"}};
    card.flags.push_back(old);
    CardFlag early = flag("W03", "washing", "too-early", "high", "No money moved");
    early.saw = "no item had money moved in or out; the aim is 7 months old";
    early.action = "Make one reallocation that follows evidence, and record it.";
    card.flags.push_back(early);
    card.flags.push_back(flag("W28", "washing", "clear", "high", "Horizon collapse"));
    CardFlag untold = flag("W11", "washing", "cannot-tell", "medium", "An aim that cannot be missed");
    untold.would_tell = {"the mission: target against trend"};
    card.flags.push_back(untold);
    card.flags.push_back(flag("W38", "washing", "does-not-apply", "medium", "Score chasing"));
    CardFlag real = flag("R1", "real", "raised", "", "A well-liked project was stopped and its money moved");
    real.says = "Something was given up for the aim.";
    real.saw = "1 item stopped with money moved out";
    card.flags.push_back(real);
    card.flags.push_back(flag("R2", "real", "clear", "", "A failure was published"));
}

void add_outcomes(Scorecard& card) {
    card.outcomes.given = true;
    CardIndicator share;
    share.id = "homes";
    share.name = "Share of homes with low-carbon heating";
    share.family = "headline";
    share.family_title = "Headline outcome";
    share.unit = "%";
    share.reading = "flat";
    share.reading_title = "flat";
    share.says = "1% to 1.2% over 3 readings: flat, within the noise of 0.3%.";
    share.baseline = 1;
    share.latest = part(6, 5);
    share.change = part(1, 5);
    share.pace = part(1, 10);
    share.pace_note = "far behind";
    share.target = 6;
    share.noise = part(3, 10);
    share.baseline_date = "2024-12-31";
    share.target_due = "2033-12-31";
    share.commitment = "aspirational";
    share.aim = "6% by 31 December 2033 (aspirational)";
    share.required = part(3, 5);
    share.best_pace = part(4, 5);
    share.expected = part(31, 20);
    share.by_waypoints = true;
    share.untouched = part(11, 10);
    share.course = {"The waypoints put it at 1.55% by now.", "Had nothing been done, 1.1% was to be expected by now."};
    share.definition = "Homes whose main heating is low-carbon.";
    share.publisher = "The statistics office.";
    share.gaming = "Counting a home twice.";
    share.equity = "not-recorded";
    share.doubt = "A change of boiler survey in 2025.";
    share.readings = {{"2023-12-31", part(4, 5), false, ""},
                      {"2024-12-31", 1, true, "new survey"},
                      {"2025-06-30", part(11, 10), false, ""},
                      {"2025-12-31", part(6, 5), false, ""}};
    card.outcomes.indicators.push_back(share);
    CardIndicator loop;
    loop.id = "loop";
    loop.name = "Days from a problem found to a practice changed";
    loop.family = "learning";
    loop.family_title = "Learning";
    loop.unit = "days";
    loop.higher_is_better = false;
    loop.reading = "improving";
    loop.reading_title = "improving";
    loop.readings = {{"2024-12-31", 140, false, ""}, {"2025-12-31", 45, false, ""}};
    card.outcomes.indicators.push_back(loop);
    card.outcomes.ladder_says = "Steer by short loops and judge by long measures.";
    card.outcomes.ladder = {
        {"month", "This month", "what was learned", {"Days from a problem found to a practice changed: improving"}},
        {"lasting", "Ten years and beyond", "it lasts", {}}};
    card.outcomes.row = "low";
    card.outcomes.row_title = "Low";
    card.outcomes.column = "flat";
    card.outcomes.says = "As expected at this depth of practice; start with a clear aim, measures and short loops.";
    card.outcomes.caveats = {"No published evidence shows that a maturity score predicts outcomes.",
                             "Time lags and outside events are large."};
}

void add_shapes(Scorecard& card) {
    card.shapes.push_back({"aspiration", "Aspiration", "Much is defined and little carried out.",
                           "Defining is evidenced at 2.5; Implementing is evidenced at 1.0"});
}

void add_head(Scorecard& card) {
    card.waymark_version = "0.1.0";
    card.framework_id = "mission-maturity";
    card.framework_version = "1.0.0";
    card.framework_title = "Mission maturity";
    card.framework_sha256 = std::string(64, 'a');
    card.framework_licence = "CC-BY-4.0";
    card.framework_about = "What people do differently because they are serious about an aim.";
    card.organisation = "Norbeck Vale Partnership";
    card.profile = "grand";
    card.profile_title = "Grand mission";
    card.date = "2026-11-20";
    card.previous_date = "2025-11-18";
    card.inputs = {{"norbeck.yaml", std::string(64, 'b')}, {"portfolio.csv", std::string(64, 'c')}};
    card.respondents = 9;
    card.roles = {{"leader", "Leader", 3}, {"frontline", "Frontline", 4}, {"partner", "Partner", 2}};
    card.evidence_collected = true;
    card.may_be_named = true;
    card.levels = {{"absent", "Absent", 0},
                   {"emerging", "Emerging", 1},
                   {"developing", "Developing", 2},
                   {"embedded", "Embedded", 3},
                   {"transforming", "Transforming", 4}};
    card.verdict = {"watch",
                    "Watch",
                    "One pattern would be enough to put the label in doubt.",
                    true,
                    "On unsafe answers",
                    "Too few people answered for a firm reading.",
                    4,
                    5,
                    1,
                    1,
                    0,
                    "the mission",
                    1};
}

void add_rest(Scorecard& card) {
    card.core_hold = "Held at Developing until Short feedback loops rises above Emerging.";
    card.weakest = {"practice-I1", "practice-D2", "clear-aim"};
    card.next_steps = {{"practice-I1", "I1", "Short feedback loops", true, "Absent",
                        "Put the riskiest assumption of the largest item in front of users within a month.",
                        "A core practice, which others cannot make up for. Evidenced at 0, aiming for 3."},
                       {"practice-D4", "D4", "Mechanisms that outlast a change", false, "",
                        "Ask somebody who knows, and record the answer.", ""}};
    card.evidence = {
        {"clear-aim", "Record of use", "Strategy or plan", "2024-03-01", "Partner", "Minute", "Board minute 14"},
        {"clear-aim", "Strategy or plan", "None offered", "", "", "", ""}};
    card.facts = {{"mission", "The mission", true, "given", 0, {{"started", "started", "date", ""}}, {{"2024-09-01"}}},
                  {"portfolio",
                   "The portfolio",
                   false,
                   "given",
                   1,
                   {{"item", "item", "text", ""}, {"spend", "spend", "money", "GBP"}},
                   {{"Grants", "1250000.5"}, {"Advice", ""}}},
                  {"partners", "The partners", false, "not-given", 0, {}, {}}};
    card.gates = {{"defining>=1", true, "Defining is 1.50 (evidenced)."},
                  {"high=0", false, "1 high sign is raised (W01)."}};
    card.missing = {{"the mission", {"target against trend", "ambition tested"}, {"W11"}}};
    card.confidence = {{"confidence", "Fewer than 3 people answered as Partner."},
                       {"confidence", "\"Don't know\" was answered 11 times."}};
    card.changes = {
        {"rise", "A clear aim that anyone could check: evidenced from 1.5 to 2 on 1 new item of evidence."}};
    card.method = {"A practice's claimed score is the middle value (median) of the levels people gave."};
}

}  // namespace

Scorecard rich_card() {
    Scorecard card;
    add_head(card);
    CardNode overall = node("overall", "overall", "Overall", "");
    overall.claimed = withheld(part(7, 4), part(13, 4), 7, 9);
    overall.evidenced = withheld(1, 3, 5, 9);
    overall.band_is_claimed = true;
    card.nodes.push_back(overall);
    add_defining(card);
    add_convening(card);
    add_points(card);
    add_flags(card);
    add_outcomes(card);
    add_shapes(card);
    add_rest(card);
    return card;
}

Scorecard minimal_card() {
    Scorecard card;
    card.waymark_version = "0.1.0";
    card.framework_id = "small";
    card.framework_version = "1.0.0";
    card.framework_title = "Small framework";
    card.framework_sha256 = std::string(64, '0');
    card.organisation = "Reading Room";
    card.profile = "default";
    card.profile_title = "Default";
    card.date = "2026-01-31";
    card.respondents = 1;
    card.first_look = true;
    card.verdict = {"cannot-tell-yet", "Cannot tell yet", "", false, "", "", 0, 0, 0, 0, 0, "", 0};
    CardNode overall = node("overall", "overall", "Overall", "");
    overall.claimed = scored(2);
    overall.evidenced = unknown();
    card.nodes.push_back(overall);
    card.nodes.push_back(practice("", "Reading aloud", "", 2, 2));
    return card;
}

}  // namespace waymark::test
