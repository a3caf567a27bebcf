#include "text/codes.hpp"

#include <algorithm>
#include <vector>

namespace waymark {

namespace {

std::vector<CodeInfo> collected() {
    std::vector<CodeInfo> all;
    for (const auto family :
         {yaml_codes(), shape_codes(), framework_codes(), condition_codes(), assessment_codes(), table_codes(),
          fact_codes(), test_codes(), map_codes(), proof_codes(), wording_codes(), suppression_codes(), file_codes()}) {
        all.insert(all.end(), family.begin(), family.end());
    }
    std::sort(all.begin(), all.end(), [](const CodeInfo& a, const CodeInfo& b) { return a.code < b.code; });
    return all;
}

}  // namespace

std::span<const CodeInfo> all_codes() {
    static const std::vector<CodeInfo> all = collected();
    return all;
}

const CodeInfo* find_code(std::string_view code) {
    const auto all = all_codes();
    const auto found = std::lower_bound(
        all.begin(), all.end(), code, [](const CodeInfo& info, std::string_view wanted) { return info.code < wanted; });
    return found != all.end() && found->code == code ? &*found : nullptr;
}

}  // namespace waymark
