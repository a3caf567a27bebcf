#include "export_run.hpp"

#include <cstdio>

namespace {

// "3 responses read from 1 file: 2 scored, 1 dropped (1 incomplete), 0 rejected"
SaidAccount account_in(const std::string& messages) {
    SaidAccount account;
    const std::size_t at = messages.rfind(" read from ");
    if (at == std::string::npos) return account;
    const std::size_t line = messages.rfind('\n', at) == std::string::npos ? 0 : messages.rfind('\n', at) + 1;
    account.read = std::strtoll(messages.c_str() + line, nullptr, 10);
    const auto before = [&](const char* word) -> std::int64_t {
        const std::size_t end = messages.find(word, at);
        if (end == std::string::npos) return -1;
        const std::size_t begin = messages.find_last_not_of("0123456789", end - 1) + 1;
        return std::strtoll(messages.c_str() + begin, nullptr, 10);
    };
    account.scored = before(" scored");
    account.dropped = before(" dropped");
    account.rejected = before(" rejected");
    return account;
}

}  // namespace

Scored score_exports(const Folder& folder, const std::vector<std::string>& inputs, const std::string& map,
                     const std::vector<std::string>& more, const Setting& setting) {
    std::vector<std::string> words{"score"};
    words.insert(words.end(), inputs.begin(), inputs.end());
    words.insert(words.end(),
                 {"--map", map, "--date", "2026-11-20", "--rejects", folder.path("rejects.csv"), "-f", "jsonl"});
    words.insert(words.end(), more.begin(), more.end());
    Scored run;
    run.outcome = waymark(words, setting);
    run.account = account_in(run.outcome.err);
    run.rejects = read_text(folder.path("rejects.csv"));
    run.all = run.outcome.out + run.outcome.err + run.rejects;
    return run;
}

const char* const kSmallMap = R"(waymark: map/1
framework: small.yaml
records: ""
record: {id: /id, organisation: /organisation, role: /role}
answers: {in: /answers}
values: {default: {map: {little: little, some: some, much: much, na: not-applicable}}}
questions: {one: one, two: two}
)";

std::string small_record(const std::string& id, const std::string& one, const std::string& two) {
    return "{\"id\": \"" + id + "\", \"organisation\": \"" + id +
           "\", \"role\": \"leader\", \"answers\": {\"one\": \"" + one + "\", \"two\": \"" + two + "\"}}";
}
