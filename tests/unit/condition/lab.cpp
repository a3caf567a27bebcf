#include "lab.hpp"

#include <sstream>
#include <stdexcept>

#include "text/source.hpp"
#include "text/yaml.hpp"

namespace waymark {

namespace {

using Kind = ColumnType::Kind;

const std::vector<Choice> kMaturity = {{"absent", "Absent", 0},
                                       {"emerging", "Emerging", 1},
                                       {"developing", "Developing", 2},
                                       {"embedded", "Embedded", 3},
                                       {"transforming", "Transforming", 4}};
const std::vector<Choice> kParticipation = {{"inform", "Inform", 0},
                                            {"consult", "Consult", 1},
                                            {"involve", "Involve", 2},
                                            {"collaborate", "Collaborate", 3},
                                            {"empower", "Empower", 4}};

NodeName node(std::string id, std::string title, NodeName::Kind kind) {
    return {std::move(id), "", std::move(title), kind, kMaturity, 0, 4};
}

std::vector<NodeName> nodes() {
    using NodeKind = NodeName::Kind;
    return {node("overall", "Overall", NodeKind::overall),
            node("defining", "Defining", NodeKind::dimension),
            node("real-mission", "A real mission", NodeKind::practice),
            node("line-of-sight", "Line of sight", NodeKind::practice),
            node("shared-meaning", "Shared meaning", NodeKind::practice),
            node("citizens-set-the-mission", "Citizens set the mission", NodeKind::practice),
            node("convening", "Convening", NodeKind::dimension),
            node("networks", "Networks", NodeKind::practice),
            node("peer-support", "Peer support", NodeKind::practice),
            node("shared-ownership", "Shared ownership", NodeKind::practice),
            node("working-in-the-open", "Working in the open", NodeKind::practice),
            node("participation-in-delivery", "Participation in delivery", NodeKind::practice),
            node("implementing", "Implementing", NodeKind::dimension),
            node("short-feedback-loops", "Short feedback loops", NodeKind::practice),
            node("empowered-teams", "Empowered teams", NodeKind::practice),
            node("money-follows-mission", "Money follows the mission", NodeKind::practice),
            node("portfolio-decisions", "Portfolio decisions", NodeKind::practice),
            node("governance-across-boundaries", "Governance across boundaries", NodeKind::practice)};
}

Column column(std::string id, Kind kind, std::string title = "", std::string says = "") {
    Column result;
    result.title = title.empty() ? id : std::move(title);
    result.id = std::move(id);
    result.says = std::move(says);
    result.type.kind = kind;
    result.type.may_be_blank = true;
    if (kind == Kind::yes_no) result.type.choices = {{"no", "no", 0}, {"yes", "yes", 1}};
    return result;
}

Column choices(std::string id, Kind kind, const std::vector<std::pair<std::string, std::string>>& words,
               std::string title = "") {
    Column result = column(std::move(id), kind, std::move(title));
    for (const auto& [word, phrase] : words) {
        result.type.choices.push_back(
            {word, phrase.empty() ? word : phrase, static_cast<int>(result.type.choices.size())});
    }
    return result;
}

Column level(std::string id, std::string title) {
    Column result = column(std::move(id), Kind::level, std::move(title));
    result.type.choices = kParticipation;
    result.type.scale = "participation";
    return result;
}

TableType table(std::string id, std::string title, std::string one, std::string many, std::vector<Column> columns) {
    TableType result;
    result.id = std::move(id);
    result.title = std::move(title);
    result.one = std::move(one);
    result.many = std::move(many);
    result.columns = std::move(columns);
    return result;
}

TableType record(std::string id, std::string title, std::vector<Column> columns) {
    TableType result = table(std::move(id), std::move(title), "row", "rows", std::move(columns));
    result.is_record = true;
    return result;
}

TableType portfolio() {
    Column owner = column("owner", Kind::text);
    owner.type.is_private = true;
    return table(
        "portfolio", "The portfolio", "item", "items",
        {column("item", Kind::text), column("spend", Kind::money, "Tagged spend"),
         choices("origin", Kind::one_of, {{"existing", "existed before the mission"}, {"new", "are new"}}),
         choices("changed", Kind::some_of,
                 {{"goal", "changed their goal"}, {"money", "changed their money"}, {"nothing", "changed nothing"}}),
         owner, column("organisations", Kind::integer, "Organisations", "involve {} organisations"),
         choices("partner_stake", Kind::some_of,
                 {{"none", "have no partner with a stake"},
                  {"money", "have a partner’s money in them"},
                  {"decision-rights", "give a partner a say"}}),
         choices("money_moved", Kind::one_of,
                 {{"no", "had no money moved"},
                  {"in", "had money moved in"},
                  {"out", "had money moved out"},
                  {"both", "had money moved in and out"}}),
         column("loop_days", Kind::integer, "Loop length in days"), column("ends", Kind::date),
         column("cycle", Kind::duration), column("staff_share", Kind::share),
         choices("tool", Kind::one_of, {{"grant", ""}, {"prize", ""}, {"rules", ""}})});
}

std::vector<TableType> declared() {
    TableType indicators = table(
        "indicators", "Indicators", "indicator", "indicators",
        {column("id", Kind::text), column("name", Kind::text),
         choices("family", Kind::one_of, {{"headline", "are headline outcomes"}, {"leading", "are leading outcomes"}}),
         choices("horizon", Kind::one_of, {{"short", "should move within a year"}, {"long", "should move later"}}),
         column("target_due", Kind::date, "Target date")});
    for (auto& each : computed_indicator_columns()) indicators.columns.push_back(each);
    return {
        portfolio(),
        table("participation", "Participation", "exercise", "exercises",
              {column("exercise", Kind::text), column("major", Kind::yes_no), level("promised", "Level promised"),
               level("kept", "Level kept"), column("answered", Kind::date), column("changed_decision", Kind::date)}),
        table("partners", "Partners", "partner", "partners",
              {column("partner", Kind::text), choices("stake", Kind::some_of,
                                                      {{"none", "have no stake"},
                                                       {"money", "put in money"},
                                                       {"targets", "share targets"},
                                                       {"decision-rights", "hold decision rights"}})}),
        table("decisions", "Decisions", "decision", "decisions",
              {column("decision", Kind::text), column("cites_mission", Kind::yes_no)}),
        indicators,
        record("mission", "The mission",
               {column("started", Kind::date, "Start of the mission"), column("due", Kind::date, "Date of the mission"),
                column("new_money", Kind::yes_no, "New money"), column("about_inequality", Kind::yes_no),
                choices("target_against_trend", Kind::one_of, {{"at-or-below", ""}, {"above", ""}}),
                column("pace_against_best", Kind::number), column("ambition_tested", Kind::yes_no),
                column("in_communications_plan", Kind::yes_no)}),
        record("organisation", "The organisation",
               {column("mission_role_turnover", Kind::share, "Turnover in mission roles")})};
}

CatalogueWords words() {
    CatalogueWords result;
    result.nodes = nodes();
    result.roles = {{"leader", "Leader", 0}, {"frontline", "Frontline", 1}, {"partner", "Partner", 2}};
    result.profiles = {{"grand", "Grand mission", 0}, {"organisational", "Organisational mission", 1}};
    result.tags = {{"money", "money", 0},
                   {"participation", "participation", 1},
                   {"safety", "safety", 2},
                   {"stopping", "stopping", 3}};
    result.strengths = {
        {"none", "None offered", 0}, {"artefact", "Strategy or plan", 1}, {"record-of-use", "Record of use", 2}};
    result.producers = {{"own-unit", "The unit assessed", 0}, {"partner", "A partner", 1}};
    result.forms = {{"announcement", "Announcement", 0}, {"decision-record", "Decision record", 1}};
    result.flags = {{"no-baseline", "No baseline, no reading", 0}, {"one-voice", "One voice", 1}};
    return result;
}

Rational number(const std::string& text) {
    const auto value = parse_fraction(text);
    if (!value) throw std::runtime_error("no number: " + text);
    return *value;
}

int choice_index(const ColumnType& type, const std::string& id) {
    for (std::size_t i = 0; i < type.choices.size(); ++i) {
        if (type.choices[i].id == id) return static_cast<int>(i);
    }
    throw std::runtime_error("no choice: " + id);
}

Cell cell(const ColumnType& type, const std::string& text) {
    if (text.empty()) return {};
    switch (type.kind) {
        case Kind::text:
        case Kind::row_of:
            return text;
        case Kind::number:
        case Kind::integer:
        case Kind::money:
        case Kind::share:
            return number(text);
        case Kind::date:
            return parse_date(text).value();
        case Kind::duration:
            return parse_duration(text).value();
        case Kind::yes_no:
        case Kind::one_of:
        case Kind::level:
            return ChosenIndex{choice_index(type, text)};
        case Kind::some_of:
            break;
    }
    ChosenSet set;
    std::istringstream members(text);
    for (std::string member; members >> member;)
        set.bits |= std::uint64_t{1} << static_cast<unsigned>(choice_index(type, member));
    return set;
}

struct Document {
    explicit Document(const std::string& yaml) : source("flags.yaml", yaml), findings(source, list) {
        const auto node = parse_yaml(findings);
        if (!node) throw std::runtime_error("no YAML: " + yaml);
        root = *node;
    }
    Source source;
    Diagnostics list;
    Findings findings;
    Node root;
};

}  // namespace

Lab::Lab() {
    const CatalogueWords all = words();
    catalogue.nodes = all.nodes;
    catalogue.tables = computed_tables(all);
    for (auto& each : declared()) catalogue.tables.push_back(each);
    for (const auto& role : all.roles) {
        catalogue.roles.push_back(role.id);
        catalogue.role_titles.push_back(role.phrase);
    }
    for (const auto& flag : all.flags) {
        catalogue.flags.push_back(flag.id);
        catalogue.flag_titles.push_back(flag.phrase);
    }
    tables.resize(catalogue.tables.size());
}

Lab& Lab::none(const std::string& id) {
    tables.at(static_cast<std::size_t>(catalogue.table(id).value())).state = Table::State::none;
    return *this;
}

Lab& Lab::row(const std::string& id, const CellsByColumn& cells, int times) {
    const auto index = static_cast<std::size_t>(catalogue.table(id).value());
    const TableType& type = catalogue.tables[index];
    Row row;
    row.times = times;
    row.cells.resize(type.columns.size());
    for (const auto& [name, text] : cells) {
        const auto at = static_cast<std::size_t>(type.column(name).value());
        row.cells[at] = cell(type.columns[at].type, text);
        if (type.is_computed && name == "id") row.node = catalogue.node(text).value_or(-1);
    }
    tables[index].state = Table::State::given;
    tables[index].rows.push_back(std::move(row));
    return *this;
}

Lab& Lab::measure(const std::string& name, const std::string& value) {
    measures[name] = number(value);
    return *this;
}

Lab& Lab::out_of_scope(const std::string& id) {
    not_applicable.insert(catalogue.node(id).value());
    return *this;
}

Lab& Lab::limit(const std::string& name, const std::string& value) {
    limits.push_back({name, number(value), {}});
    return *this;
}

Lab& Lab::raised(const std::string& flag, Truth truth) {
    flags[catalogue.flag(flag).value()] = truth;
    in_severity = true;
    return *this;
}

std::string Lab::name_of(const NodeMeasure& asked) const {
    static const std::vector<std::string> kinds = {"claimed", "evidenced", "gap", "mean"};
    std::string name =
        kinds[static_cast<std::size_t>(asked.kind)] + " " + catalogue.nodes[static_cast<std::size_t>(asked.node)].id;
    if (!asked.by.everyone) name += asked.by.complement ? " by not" : " by";
    for (const int role : asked.by.roles) name += " " + catalogue.roles[static_cast<std::size_t>(role)];
    return name + (asked.at_previous ? " previous" : "");
}

World Lab::world() const {
    World world;
    world.catalogue = &catalogue;
    for (const auto& each : tables) world.tables.push_back(each.state == Table::State::not_given ? nullptr : &each);
    world.assessed = assessed;
    world.previous = previous;
    world.withhold_below = Rational::fraction(2, 3);
    world.currency = "GBP";
    world.measure = [this](const NodeMeasure& asked) -> Measured {
        if (not_applicable.count(asked.node) > 0)
            return {std::nullopt, {{Missing::Kind::out_of_scope, -1, -1, asked.node, -1}}};
        const auto found = measures.find(name_of(asked));
        if (found != measures.end()) return {Interval{found->second, found->second}, {}};
        if (asked.at_previous && !previous) return {std::nullopt, {{Missing::Kind::previous, -1, -1, -1, -1}}};
        if (!asked.by.everyone)
            return {std::nullopt, {{Missing::Kind::role, -1, -1, asked.node, asked.by.roles.front()}}};
        const bool evidence = asked.kind == NodeMeasure::Kind::evidenced || asked.kind == NodeMeasure::Kind::gap;
        return {std::nullopt, {{evidence ? Missing::Kind::evidence : Missing::Kind::answers, -1, -1, asked.node, -1}}};
    };
    if (in_severity) {
        world.raised = [this](int flag) {
            const auto found = flags.find(flag);
            return found == flags.end() ? Truth::unknown : found->second;
        };
    }
    return world;
}

Condition Lab::read(const std::string& yaml) const {
    Document document(yaml);
    auto condition = read_condition(document.root, {&catalogue, &limits, in_severity}, document.findings);
    if (!condition) throw std::runtime_error(document.list.empty() ? "no condition" : document.list.front().message);
    return std::move(*condition);
}

Diagnostics Lab::findings(const std::string& yaml) const {
    Document document(yaml);
    const auto condition = read_condition(document.root, {&catalogue, &limits, in_severity}, document.findings);
    if (condition.has_value() != document.list.empty()) throw std::runtime_error("a condition with findings: " + yaml);
    return document.list;
}

Observation Lab::see(const std::string& yaml) const {
    return observe(read(yaml), world(), limits);
}

std::set<std::string> reasons(const Observation& observation, const Catalogue& catalogue) {
    static const std::vector<std::string> kinds = {"table",    "column", "record_field", "answers",
                                                   "evidence", "role",   "previous",     "out_of_scope"};
    std::set<std::string> result;
    for (const auto& each : observation.missing) {
        std::string text = kinds[static_cast<std::size_t>(each.kind)];
        if (each.table >= 0) text += " " + catalogue.tables[static_cast<std::size_t>(each.table)].id;
        if (each.column >= 0) {
            text += "." + catalogue.tables[static_cast<std::size_t>(each.table)]
                              .columns[static_cast<std::size_t>(each.column)]
                              .id;
        }
        if (each.node >= 0) text += " " + catalogue.nodes[static_cast<std::size_t>(each.node)].id;
        if (each.role >= 0) text += " by " + catalogue.roles[static_cast<std::size_t>(each.role)];
        result.insert(text);
    }
    return result;
}

}  // namespace waymark
