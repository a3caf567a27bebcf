// An export of any bytes through a map, for fuzz targets: every record ends in exactly one place, and in what pieces the
// bytes arrive changes nothing.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "../unit/assessment/small_framework.hpp"
#include "batch/batch.hpp"
#include "survey/bound_map.hpp"

namespace fuzzed {

inline void expect(bool condition) {
    if (!condition) std::abort();
}

// What a map leads to, bound once.
struct Reading {
    waymark::BoundMap map;
    waymark::ReadingPlan plan;
    waymark::Envelope envelope;

    explicit Reading(const std::string& text) {
        waymark::Diagnostics diagnostics;
        auto read = waymark::read_map("map.yaml", text, diagnostics);
        expect(read.has_value());
        envelope = waymark::envelope_of(*read);
        auto bound = waymark::bind_map(std::move(*read), sample::framework(), diagnostics);
        expect(bound.has_value());
        map = std::move(*bound);
        plan = waymark::plan_reading(map);
    }
};

struct Seen {
    waymark::Account account;
    std::string rows;
    std::string rejections;
    std::string problem;
    friend bool operator==(const Seen& a, const Seen& b) {
        return a.account.read == b.account.read && a.account.scored == b.account.scored &&
               a.account.dropped == b.account.dropped && a.account.rejected == b.account.rejected && a.rows == b.rows &&
               a.rejections == b.rejections && a.problem == b.problem;
    }
};

inline Seen run(const Reading& reading, const std::string& name, std::string_view bytes, std::size_t piece) {
    waymark::BatchSetting setting;
    setting.map = &reading.map;
    setting.reading = &reading.plan;
    setting.envelope = &reading.envelope;
    setting.framework = &sample::framework();
    setting.plan = &sample::plan();
    setting.duplicates = reading.map.map.duplicates;
    const waymark::ExportFile file{
        name, "", [bytes, piece](waymark::ReadResult&) -> waymark::ReadBytes {
            return waymark::unpacked([bytes, piece, at = std::size_t{0}](char* into, std::size_t room) mutable {
                const std::size_t size = std::min({piece, room, bytes.size() - at});
                bytes.copy(into, size, at);
                at += size;
                return waymark::ReadResult{size, "", ""};
            });
        }};
    Seen seen;
    waymark::BatchOutputs outputs;
    outputs.taker = [] {
        return [](const waymark::Response& response, std::string_view organisation, std::string& rows) {
            rows.append(response.id).append("|").append(organisation).append("|");
            for (const auto& answer : response.answers) {
                rows += std::to_string(static_cast<int>(answer.state)) + ":" + std::to_string(answer.level) + " ";
            }
            rows += '\n';
        };
    };
    outputs.rows = [&](std::string_view rows) { seen.rows.append(rows); };
    outputs.rejected = [&](const waymark::Rejection& rejection) {
        expect(rejection.begin <= rejection.end);
        expect(rejection.value.size() <= 4 * waymark::kLongestShownValue + 8);
        seen.rejections += std::to_string(static_cast<int>(rejection.reason)) + " " + std::to_string(rejection.begin) +
                           "-" + std::to_string(rejection.end) + " " + std::to_string(rejection.record) + " " +
                           rejection.id + " " + rejection.pointer + " " + rejection.value + "\n";
    };
    waymark::BatchProgress progress;
    const std::atomic<bool> stop = false;
    const waymark::BatchResult result = waymark::run_batch(setting, {file}, outputs, progress, stop);
    expect(result.account.adds_up());
    expect(result.files.size() == 1 && result.files[0].records == result.account.read);
    seen.account = result.account;
    seen.problem = result.files[0].reading.problem;
    return seen;
}

inline void check(const Reading& reading, const std::string& name, std::string_view bytes) {
    const Seen whole = run(reading, name, bytes, ~std::size_t{0});
    expect(run(reading, name, bytes, 7) == whole);
}

}  // namespace fuzzed
