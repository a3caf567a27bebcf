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

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}  // namespace

std::string mended(const CodeInfo& info) {
    if (info.wrong.empty()) return std::string(info.right);
    std::string text(info.bad);
    const std::size_t at = text.find(info.wrong);
    return at == std::string::npos ? text : text.replace(at, info.wrong.size(), info.right);
}

std::string mended_lines(const CodeInfo& info) {
    const auto before = lines_of(info.bad);
    const auto after = lines_of(mended(info));
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t first = 0;  // alike at the beginning
    while (first < shorter && before[first] == after[first]) ++first;
    std::size_t last = 0;  // alike at the end
    while (last < shorter - first && before[before.size() - 1 - last] == after[after.size() - 1 - last]) ++last;
    std::string text = first == 0 ? "" : "…\n";
    // Where lines are only taken away, the next one shows what stands there now.
    const std::size_t end = std::min(std::max(after.size() - last, first + 1), after.size());
    for (std::size_t i = first; i < end; ++i) text += after[i] + '\n';
    return end == after.size() ? text : text + "…\n";
}

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
