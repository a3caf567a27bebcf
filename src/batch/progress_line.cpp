#include "batch/progress_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace waymark {

namespace {

constexpr std::uint64_t kCellsOfBar = 10;
constexpr int kWideEnoughForBar = 40;  // columns

std::string in_bytes(std::uint64_t bytes) {
    constexpr std::uint64_t kMega = 1000000;
    if (bytes < 10 * kMega) return fmt::format("{} kB", bytes / 1000);
    if (bytes < 10000 * kMega) return fmt::format("{} MB", bytes / kMega);
    return fmt::format("{}.{} GB", bytes / (1000 * kMega), bytes / (100 * kMega) % 10);
}

std::string in_time(std::uint64_t seconds) {
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

double share_of(const ProgressFigures& now) {
    return std::min(1.0, static_cast<double>(now.bytes) / static_cast<double>(now.all_bytes));
}

std::string bar_of(const ProgressFigures& now) {
    const auto done = static_cast<std::size_t>(share_of(now) * kCellsOfBar);
    return fmt::format("[{}{}] ", std::string(done, '#'), std::string(kCellsOfBar - done, '-'));
}

// What is told, the most important first.
std::vector<std::string> parts_of(const ProgressFigures& now) {
    std::vector<std::string> parts;
    if (now.all_bytes > 0) {
        parts.push_back(fmt::format("{:.0f} %", share_of(now) * 100));
        if (now.bytes > 0 && now.bytes < now.all_bytes) {
            const double left = static_cast<double>(now.milliseconds) / 1000 * (1 / share_of(now) - 1);
            parts.push_back(in_time(static_cast<std::uint64_t>(left)) + " left");
        }
    } else {
        parts.push_back(in_bytes(now.bytes));
    }
    if (!now.finding_copies) {
        parts.push_back(fmt::format("{} responses", now.records));
        parts.push_back(fmt::format("{} rejected", now.rejected));
        parts.push_back(fmt::format("{} a second", now.records * 1000 / (now.milliseconds + 1)));
    }
    if (now.all_bytes > 0) parts.push_back(fmt::format("{} of {}", in_bytes(now.bytes), in_bytes(now.all_bytes)));
    return parts;
}

}  // namespace

std::string progress_line(const ProgressFigures& now, int columns) {
    std::string line = now.all_bytes > 0 && columns >= kWideEnoughForBar ? bar_of(now) : "";
    if (now.finding_copies) line += "looking for copies: ";
    const std::vector<std::string> parts = parts_of(now);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string part = (i == 0 ? "" : ", ") + parts[i];
        if (line.size() + part.size() > static_cast<std::size_t>(columns)) break;
        line += part;
    }
    return line;
}

}  // namespace waymark
