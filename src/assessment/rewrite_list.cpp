// Lists brought from one tree to another: which items are the same ones, and what happens to the others.
#include <algorithm>

#include "assessment/rewriting.hpp"
#include "assessment/write.hpp"

namespace waymark {

namespace {

// Positions of items that both lists have, rising in both: the longest such row, unless the lists are too long for that.
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

constexpr std::size_t kMostComparisons = 250000;

Pairs longest_common_row(const Node& before, const Node& after, std::size_t start, std::size_t old_stop,
                         std::size_t new_stop) {
    const std::size_t rows = old_stop - start;
    const std::size_t columns = new_stop - start;
    if (rows * columns > kMostComparisons) return {};
    std::vector<std::vector<std::size_t>> lengths(rows + 1, std::vector<std::size_t>(columns + 1, 0));
    const auto same = [&](std::size_t i, std::size_t j) {
        return same_tree(before.items[start + i], after.items[start + j]);
    };
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            lengths[i][j] = same(i, j) ? lengths[i + 1][j + 1] + 1 : std::max(lengths[i + 1][j], lengths[i][j + 1]);
        }
    }
    Pairs pairs;
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (same(i, j)) {
            pairs.emplace_back(start + i++, start + j++);
        } else {
            (lengths[i + 1][j] >= lengths[i][j + 1] ? i : j) += 1;
        }
    }
    return pairs;
}

// Ends with the pair of both ends. Items before the first difference are left out.
Pairs common_items(const Node& before, const Node& after, std::size_t start) {
    std::size_t old_stop = before.items.size();
    std::size_t new_stop = after.items.size();
    Pairs tail{{old_stop, new_stop}};
    while (old_stop > start && new_stop > start && same_tree(before.items[old_stop - 1], after.items[new_stop - 1])) {
        tail.emplace_back(--old_stop, --new_stop);
    }
    Pairs pairs = longest_common_row(before, after, start, old_stop, new_stop);
    pairs.insert(pairs.end(), tail.rbegin(), tail.rend());
    return pairs;
}

void rewrite_item(Rewriting& work, const Hook& hook, const Extent& extent, const Node& before, const Node& after) {
    const std::string& text = *work.text;
    if (!work.wishes->forgotten.contains({before.span.line, before.span.column})) {
        rewrite_value(work, hook, extent, {}, before, after);
        return;
    }
    const std::size_t stop = line_end(text, extent.end);
    const std::string tail = tail_of(after, {}, true, column_of(text, hook.owner), hook.depth);
    work.pieces.push_back({hook.marker, stop, tail.substr(0, tail.size() - 1)});
}

bool remove_item(Rewriting& work, const Extent& extent, const Node& before, std::size_t i) {
    const std::string& text = *work.text;
    const std::size_t dash = extent.markers[i] - 1;
    const std::size_t end = std::max(extent.items[i].end, extent.markers[i]);
    if (!begins_line(text, dash)) return false;
    const std::string indent(static_cast<std::size_t>(column_of(text, dash)), ' ');
    remove_lines(work, dash, end, kept_part(work.wishes->kept, before, i, indent));
    return true;
}

}  // namespace

bool rewrite_list(Rewriting& work, const Extent& extent, const Node& before, const Node& after, int depth) {
    std::vector<std::size_t> stays;
    Node rest = sequence_node();
    for (std::size_t i = 0; i < before.items.size(); ++i) {
        const Span& span = before.items[i].span;
        if (!work.wishes->kept.contains({span.line, span.column})) {
            stays.push_back(i);
            rest.items.push_back(before.items[i]);
        } else if (!remove_item(work, extent, before, i)) {
            return false;
        }
    }
    const auto [first, other] = std::ranges::mismatch(rest.items, after.items, same_tree);
    auto old_item = static_cast<std::size_t>(first - rest.items.begin());
    std::size_t new_item = old_item;
    for (const auto& [old_same, new_same] : common_items(rest, after, old_item)) {
        for (; old_item < old_same && new_item < new_same; ++old_item, ++new_item) {
            const std::size_t at = stays[old_item];
            const Hook hook{extent.markers[at] - 1, extent.markers[at], true, depth};
            rewrite_item(work, hook, extent.items[at], rest.items[old_item], after.items[new_item]);
        }
        for (; old_item < old_same; ++old_item) {
            if (!remove_item(work, extent, before, stays[old_item])) return false;
        }
        Node added = sequence_node();
        for (; new_item < new_same; ++new_item) added.items.push_back(after.items[new_item]);
        const std::string lines = yaml_members(added, column_of(*work.text, extent.begin), depth);
        const int predecessor = old_item == 0 ? -1 : static_cast<int>(stays[old_item - 1]);
        if (!lines.empty() && !insert_lines(work, extent, predecessor, lines)) return false;
        ++old_item;
        ++new_item;
    }
    return true;
}
}  // namespace waymark
