// Exports in memory, read through a map against the small framework of the assessment tests.
#pragma once

#include <algorithm>
#include <atomic>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "batch/batch.hpp"
#include "survey/written_value.hpp"
#include "unit/assessment/small_framework.hpp"

namespace reading {

using namespace waymark;

struct Small {
    Framework framework;
    Plan plan;
};

inline const Small& small() {
    static const Small made = [] {
        Diagnostics findings;
        auto framework = read_framework("small.yaml", sample::kFramework, findings);
        if (!framework) throw std::logic_error("the small framework is broken");
        Small result{std::move(*framework), {}};
        result.plan = make_plan(result.framework, 0);
        return result;
    }();
    return made;
}

struct Map {
    explicit Map(const std::string& text) {
        Diagnostics findings;
        auto read = read_map("test.map.yaml", "waymark: map/1\n" + text, findings);
        if (read) {
            if (auto found = bind_map(std::move(*read), small().framework, findings)) bound = std::move(*found);
        }
        if (has_errors(findings)) throw std::logic_error(findings.front().message);
        plan = plan_reading(bound);
        envelope = envelope_of(bound.map);
    }
    BoundMap bound;
    ReadingPlan plan;
    Envelope envelope;
};

// One scored response in short: "leader: 3 2 ? - . n 1", a sign for each practice: the level's index, ? don't know,
// n not applicable, - skipped, . not asked.
inline std::string in_short(const Response& response) {
    std::string text = response.role < 0 ? "" : small().framework.roles[static_cast<std::size_t>(response.role)].id;
    text += ":";
    for (const LeafAnswer& answer : response.answers) {
        text += ' ';
        switch (answer.state) {
            case AnswerState::level:
                text += static_cast<char>('0' + answer.level);
                break;
            case AnswerState::dont_know:
                text += '?';
                break;
            case AnswerState::not_applicable:
                text += 'n';
                break;
            case AnswerState::skipped:
                text += '-';
                break;
            case AnswerState::not_asked:
                text += '.';
                break;
        }
    }
    return text;
}

struct Run {
    BatchResult result;
    std::vector<std::string> scored;  // "id organisation role: answers", in the order of the records
    std::vector<Rejection> rejected;

    std::int64_t dropped(Drop drop) const { return result.account.dropped[static_cast<std::size_t>(drop)]; }
    // "unmapped-value at /a: 'x'"
    std::string first_rejection() const {
        if (rejected.empty()) return "";
        const Rejection& first = rejected.front();
        std::string text(reject_id(first.reason));
        if (!first.pointer.empty()) text += " at " + first.pointer;
        if (!first.value.empty()) text += ": '" + first.value + "'";
        return text;
    }
};

struct How {
    int threads = 1;
    Duplicates duplicates = Duplicates::none;
    bool let_pass = false;
    std::size_t piece = std::size_t{1} << 20U;  // bytes that a read gives at most
};

// Files by name, in the order given.
inline Run run(const Map& map, const std::vector<std::pair<std::string, std::string>>& texts, const How& how = {}) {
    std::vector<ExportFile> files;
    for (const auto& [name, text] : texts) {
        ExportFile file;
        file.name = name;
        file.open = [&text, piece = how.piece](ReadResult&) -> ReadBytes {
            return [whole = bytes_of(text), piece](char* into, std::size_t room) {
                return whole(into, std::min(room, piece));
            };
        };
        files.push_back(std::move(file));
    }
    BatchSetting setting;
    setting.map = &map.bound;
    setting.reading = &map.plan;
    setting.envelope = &map.envelope;
    setting.framework = &small().framework;
    setting.plan = &small().plan;
    setting.duplicates = how.duplicates;
    setting.let_unmapped_pass = how.let_pass;
    setting.threads = how.threads;
    Run done;
    std::string rows;
    BatchOutputs outputs;
    outputs.taker = [] {
        return [](const Response& response, std::string_view organisation, std::string& into) {
            into += std::string(response.id) + " " + std::string(organisation) + " " + in_short(response) + "\n";
        };
    };
    outputs.rows = [&](std::string_view text) { rows += text; };
    outputs.rejected = [&](const Rejection& rejection) { done.rejected.push_back(rejection); };
    BatchProgress progress;
    const std::atomic<bool> stop{false};
    done.result = run_batch(setting, files, outputs, progress, stop);
    for (std::size_t at = 0; at < rows.size();) {
        const std::size_t end = rows.find('\n', at);
        done.scored.push_back(rows.substr(at, end - at));
        at = end + 1;
    }
    return done;
}

inline Run run(const Map& map, const std::string& text, const How& how = {}) {
    return run(map, {{"export.json", text}}, how);
}

}  // namespace reading
