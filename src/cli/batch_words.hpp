// What is said of a batch on standard error, and the list of rejected records.
#pragma once

#include <string>
#include <vector>

#include "batch/batch.hpp"

namespace waymark {

// "1204 responses read from 7 files: 1180 scored, 20 dropped (12 not complete …), 4 rejected".
std::string account_in_words(const Account& account, std::size_t files);

// What is worth knowing beside the sums: files that could not be read, empty ones, missing pages, missing names.
std::vector<std::string> batch_remarks(const BatchResult& result, const std::vector<ExportFile>& files);

// "exports/a.json:12: response 12 rejected (id 77): …".
std::string rejection_in_words(const Rejection& rejection, const std::string& file);

// The list as CSV, and what it says of which records to read again.
std::string rejects_header();
std::string rejects_row(const Rejection& rejection, const std::string& file);
struct ListedReject {
    std::string file;
    std::uint64_t record = 0;
};
std::optional<std::vector<ListedReject>> read_rejects(const std::string& name, const std::string& text,
                                                      Diagnostics& diagnostics);

}  // namespace waymark
