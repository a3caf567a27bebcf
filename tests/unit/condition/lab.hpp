// A small framework's catalogue and a world to evaluate conditions in, filled by hand.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "condition/read.hpp"
#include "waymark/condition.hpp"

namespace waymark {

using CellsByColumn = std::vector<std::pair<std::string, std::string>>;

struct Lab {
    Lab();
    Lab(const Lab&) = delete;

    // Facts. Cells are written as in a CSV file; sets are separated by blanks; "" and columns left out are blank.
    Lab& none(const std::string& table);
    Lab& row(const std::string& table, const CellsByColumn& cells, int times = 1);

    // Node measures by what a sentence would call them: "claimed networks", "evidenced overall", "gap networks",
    // "mean networks by leader", "claimed networks by not partner", "claimed convening previous".
    Lab& measure(const std::string& name, const std::string& value);
    Lab& out_of_scope(const std::string& node);
    Lab& limit(const std::string& name, const std::string& value);
    Lab& raised(const std::string& flag, Truth truth);

    Condition read(const std::string& yaml) const;
    Diagnostics findings(const std::string& yaml) const;
    Observation see(const std::string& yaml) const;
    Truth truth(const std::string& yaml) const { return see(yaml).truth; }
    std::string sentence(const std::string& yaml) const { return see(yaml).sentence; }

    World world() const;

    Catalogue catalogue;
    std::vector<Table> tables;
    std::vector<Limit> limits;
    std::map<std::string, Rational> measures;
    std::set<int> not_applicable;
    std::map<int, Truth> flags;
    Date assessed{2026, 11, 20};
    std::optional<Date> previous;
    bool in_severity = false;  // `raised` may be used

  private:
    std::string name_of(const NodeMeasure& measure) const;
};

// "portfolio", "column portfolio.spend", "role leader": reasons without their wording.
std::set<std::string> reasons(const Observation& observation, const Catalogue& catalogue);

}  // namespace waymark
