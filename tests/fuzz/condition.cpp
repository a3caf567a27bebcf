// Reads a condition against a fixed catalogue and evaluates what is accepted: in a world without facts, and with a few.
#include <cstdint>
#include <string>

#include "condition/read.hpp"
#include "text/source.hpp"
#include "text/yaml.hpp"

using namespace waymark;

namespace {

Column column(std::string id, ColumnType::Kind kind) {
    Column result;
    result.id = id;
    result.title = std::move(id);
    result.type.kind = kind;
    return result;
}

TableType facts(std::string id, bool is_record) {
    using Kind = ColumnType::Kind;
    TableType table;
    table.id = id;
    table.title = std::move(id);
    table.is_record = is_record;
    int number = 0;
    for (const Kind kind : {Kind::text, Kind::number, Kind::integer, Kind::money, Kind::share, Kind::date,
                            Kind::duration, Kind::yes_no, Kind::one_of, Kind::some_of, Kind::level, Kind::row_of}) {
        table.columns.push_back(column(std::string(1, static_cast<char>('a' + number++)), kind));
        if (kind == Kind::yes_no) table.columns.back().type.choices = {{"no", "no", 0}, {"yes", "yes", 1}};
        if (kind == Kind::one_of || kind == Kind::some_of || kind == Kind::level) {
            table.columns.back().type.choices = {{"x", "are x", 0}, {"y", "y", 1}};
        }
    }
    return table;
}

Catalogue make_catalogue() {
    CatalogueWords words;
    const std::vector<Choice> levels = {{"low", "Low", 0}, {"high", "High", 1}};
    words.nodes = {{"overall", "", "Overall", NodeName::Kind::overall, levels, 0, 1},
                   {"work", "", "Work", NodeName::Kind::dimension, levels, 0, 1},
                   {"plan", "", "A plan", NodeName::Kind::practice, levels, 0, 1}};
    words.roles = {{"leader", "Leader", 0}, {"partner", "Partner", 1}};
    words.flags = {{"sign", "A sign", 0}};
    Catalogue catalogue;
    catalogue.tables = computed_tables(words);
    catalogue.tables.push_back(facts("t", false));
    catalogue.tables.push_back(facts("r", true));
    catalogue.nodes = words.nodes;
    catalogue.roles = {"leader", "partner"};
    catalogue.role_titles = {"Leader", "Partner"};
    catalogue.flags = {"sign"};
    catalogue.flag_titles = {"A sign"};
    return catalogue;
}

Row row(int variant) {
    Row row;
    row.cells = {std::string("A"),
                 Rational(variant),
                 Rational(variant),
                 Rational(variant),
                 Rational::fraction(1, 2),
                 Date{2026, 1, 2},
                 Duration{3, Duration::Unit::months},
                 ChosenIndex{1},
                 ChosenIndex{variant % 2},
                 ChosenSet{3},
                 ChosenIndex{1},
                 std::string("A")};
    if (variant == 2) row.cells.assign(row.cells.size(), Cell());
    return row;
}

void evaluate(const Condition& condition, const Catalogue& catalogue, const std::vector<Limit>& limits) {
    World world;
    world.catalogue = &catalogue;
    world.assessed = {2026, 11, 20};
    world.currency = "GBP";
    world.tables.resize(catalogue.tables.size());
    observe(condition, world, limits);
    Table table;
    table.state = Table::State::given;
    for (int variant = 0; variant < 3; ++variant) table.rows.push_back(row(variant));
    world.tables[catalogue.tables.size() - 2] = &table;
    world.tables[catalogue.tables.size() - 1] = &table;
    world.measure = [](const NodeMeasure& asked) -> Measured { return {Interval{0, asked.node == 0 ? 1 : 0}, {}}; };
    world.raised = [](int) { return Truth::unknown; };
    observe(condition, world, limits);
    reads_of(condition, catalogue);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Catalogue catalogue = make_catalogue();
    static const std::vector<Limit> limits = {{"half", Rational::fraction(1, 2), {}}};
    const Source source("flags.yaml", std::string(data, data + size));
    Diagnostics list;
    Findings findings(source, list);
    const auto node = parse_yaml(findings);
    if (!node) return 0;
    const auto condition = read_condition(*node, {&catalogue, &limits, true}, findings);
    if (condition) evaluate(*condition, catalogue, limits);
    return 0;
}
