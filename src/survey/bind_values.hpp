// Value tables held against a scale, or against the framework's strengths of evidence.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "survey/bound_map.hpp"
#include "text/source.hpp"

namespace waymark {

class ValueBinder {
  public:
    ValueBinder(const Framework& framework, BoundMap& bound, Findings& findings)
        : framework_(&framework), bound_(&bound), findings_(&findings) {}

    // The index of the table in the bound map; made when first asked for.
    int for_levels(const AnswerPlace& place, int scale);
    int for_strengths(const AnswerPlace& place);

  private:
    int bind(const std::string& table, int scale);
    void fill(BoundTable& bound, const ValueTable& table);
    std::optional<Outcome> meaning(const ValueEntry& entry, int scale);
    std::optional<Outcome> level(const ValueEntry& entry, const Scale& scale);
    std::optional<Outcome> strength(const ValueEntry& entry);
    void check_reach(const BoundTable& bound, const ValueTable& table);

    const Framework* framework_;
    BoundMap* bound_;
    Findings* findings_;
    std::map<std::pair<std::string, int>, int> made_;
};

}  // namespace waymark
