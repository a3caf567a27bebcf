#include "cli/batch_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "report/row_columns.hpp"
#include "text/csv.hpp"
#include "text/display.hpp"
#include "text/english.hpp"
#include "text/source.hpp"

namespace waymark {

namespace {

std::string counted(std::int64_t number, std::string_view one) {
    return fmt::format("{} {}{}", number, one, number == 1 ? "" : "s");
}

std::string unread(const ExportFile& file, const FileAccount& account) {
    const FileReading& reading = account.reading;
    std::string text = fmt::format("{}: {}", printable(file.name), reading.problem);
    if (account.records > 0) text += fmt::format("; {} before that were read", counted(account.records, "response"));
    if (!reading.help.empty()) text += fmt::format("\n  help: {}", reading.help);
    return text;
}

// Totals that the platform gave, against what was read: the commonest way to lose responses is to save the first page
// only. Documents that state the same total are pages of one export.
void totals(const BatchResult& result, std::vector<std::string>& remarks) {
    std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> by_total;  // total -> documents, records
    std::int64_t told = 0;
    std::int64_t last = 0;
    for (const FileAccount& file : result.files) {
        for (const Page& page : file.reading.pages) {
            ++told;
            if (!page.more) ++last;
            if (!page.expected || *page.expected == page.records) continue;
            auto& [documents, records] = by_total[*page.expected];
            ++documents;
            records += page.records;
        }
    }
    for (const auto& [total, read] : by_total) {
        if (read.second == total) continue;
        remarks.push_back(fmt::format(
            "the platform counts {}, and {} of them {} in what was read ({}): pages are missing, or stand in it twice",
            counted(total, "response"), read.second, read.second == 1 ? "is" : "are", counted(read.first, "document")));
    }
    if (told > 0 && last == 0) {
        remarks.emplace_back("every page says that another one follows: the last pages of the export are missing");
    }
}

}  // namespace

std::string account_in_words(const BatchResult& result) {
    const Account& account = result.account;
    const std::int64_t bad =
        std::ranges::count_if(result.files, [](const FileAccount& file) { return !file.reading.problem.empty(); });
    std::string text = fmt::format("{} read from {}", counted(account.read, "response"),
                                   counted(static_cast<std::int64_t>(result.files.size()), "file"));
    if (bad > 0) {
        const bool only = result.files.size() == 1;
        text += only ? ", which could not be read to the end"
                     : fmt::format(" ({} of them could not be read to the end)", bad);
    }
    text += fmt::format(": {} scored", account.scored);
    std::vector<std::string> rules;
    for (std::size_t i = 0; i < kDrops; ++i) {
        if (account.dropped[i] == 0) continue;
        rules.push_back(fmt::format("{} {}", account.dropped[i], drop_in_words(static_cast<Drop>(i))));
    }
    text += fmt::format(", {} dropped", account.all_dropped());
    if (!rules.empty()) text += fmt::format(" ({})", fmt::join(rules, ", "));
    return text + fmt::format(", {} rejected", account.all_rejected());
}

bool pages_are_missing(const BatchResult& result) {
    std::vector<std::string> remarks;
    totals(result, remarks);
    return !remarks.empty();
}

std::vector<std::string> batch_remarks(const BatchResult& result, const std::vector<ExportFile>& files) {
    std::vector<std::string> remarks;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const FileAccount& account = result.files[i];
        if (!account.reading.problem.empty()) {
            remarks.push_back(unread(files[i], account));
        } else if (account.records == 0) {
            remarks.push_back(
                fmt::format("{}: 0 responses; the list of them is there, and empty", printable(files[i].name)));
        }
    }
    totals(result, remarks);
    const Account& account = result.account;
    if (account.unmapped > 0) {
        remarks.push_back(fmt::format("{} that the map does not know {} left out", counted(account.unmapped, "value"),
                                      account.unmapped == 1 ? "was" : "were"));
    }
    if (account.incomplete > 0) {
        remarks.push_back(fmt::format("{} of the responses scored {} not complete", account.incomplete,
                                      account.incomplete == 1 ? "is" : "are"));
    }
    if (account.nameless > 0) {
        remarks.push_back(fmt::format("{} of the responses scored {} no organisation; they stand together as '{}'",
                                      account.nameless, account.nameless == 1 ? "names" : "name", kNoOrganisation));
    }
    if (result.undecided_copies > 0) {
        remarks.push_back(fmt::format(
            "{} of which the copies differ and bear the same time, or none: which copy counts is arbitrary, though "
            "the same on every run",
            counted(static_cast<std::int64_t>(result.undecided_copies), "response")));
    }
    return remarks;
}

std::string rejection_in_words(const Rejection& rejection, const std::string& file) {
    std::string text = printable(file);
    if (rejection.line > 0) text += fmt::format(":{}", rejection.line);
    text += fmt::format(": response {} rejected", rejection.record);
    if (!rejection.id.empty()) text += fmt::format(" (id {})", printable(rejection.id));
    text += fmt::format(": {}", reject_in_words(rejection.reason));
    if (!rejection.value.empty()) text += fmt::format(": '{}'", printable(rejection.value));
    if (!rejection.pointer.empty()) text += fmt::format(" at {}", printable(rejection.pointer));
    if (rejection.fault > 0) {
        text += fmt::format(" (byte {})", rejection.fault);
    } else if (rejection.line == 0) {
        text += fmt::format(" (bytes {} to {})", rejection.begin, rejection.end);
    }
    return text;
}

std::string rejects_header() {
    return csv_head(reject_columns());
}

std::string rejects_row(const Rejection& rejection, const std::string& file) {
    const std::string line = rejection.line > 0 ? fmt::format("{}", rejection.line) : "";
    return fmt::format("{},{},{},{},{},{},{},{},{}\r\n", csv_field(printable(file)), rejection.record, line,
                       rejection.begin, rejection.end, csv_field(printable(rejection.id)),
                       csv_field(printable(rejection.pointer)), reject_id(rejection.reason),
                       csv_field(printable(rejection.value)));
}

std::optional<std::vector<ListedReject>> read_rejects(const std::string& name, const std::string& text,
                                                      Diagnostics& diagnostics) {
    const Source source(name, text);
    Findings findings(source, diagnostics);
    const auto table = parse_csv(findings, {std::size_t{256} << 20U, 10000000});
    if (!table) return std::nullopt;
    const auto column = [&](std::string_view id) {
        return std::ranges::find(table->header, id, &CsvCell::text) - table->header.begin();
    };
    const auto file = static_cast<std::size_t>(column("file"));
    const auto record = static_cast<std::size_t>(column("record"));
    if (std::max(file, record) >= table->header.size()) {
        findings.report("T105", Span{1, 1, 1}, "the columns 'file' and 'record' are missing",
                        "give the list that an earlier run wrote with --rejects");
        return std::nullopt;
    }
    std::vector<ListedReject> listed;
    for (const auto& row : table->rows) {
        ListedReject reject{row[file].text, 0};
        const std::string& number = row[record].text;
        std::from_chars(number.data(), number.data() + number.size(), reject.record);
        listed.push_back(std::move(reject));
    }
    return listed;
}

}  // namespace waymark
