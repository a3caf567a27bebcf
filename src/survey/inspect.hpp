// Looking into exports before there is a map: what they hold and where, and which platform they come from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "survey/export_bytes.hpp"
#include "survey/find_records.hpp"
#include "survey/key_summary.hpp"

namespace waymark {

struct InspectedFile {
    std::string name;
    std::string kind;           // "JSON", "JSON lines", "CSV"
    std::string problem, help;  // why it, or the rest of it, was not read; empty: it was
    std::int64_t records = 0;
    std::int64_t unreadable = 0;           // of them: no JSON objects, or rows that do not fit their header
    std::int64_t pages = 0;                // documents that told of a total or a next page
    std::optional<std::int64_t> expected;  // the largest total that a page told
    bool more = false;                     // the last page says that another follows
};

class Inspector {
  public:
    // Without a map the first file that can be read decides where records are and which platform this is.
    explicit Inspector(std::optional<SurveyMap> map);

    void add(const std::string& name, ReadBytes bytes);

    const std::vector<InspectedFile>& files() const { return files_; }
    const RecordsFound& where() const { return where_; }
    const SurveyMap* map() const { return map_ ? &*map_ : nullptr; }  // null: nothing could be read
    const std::vector<KeySummary>& keys() const { return keys_->keys(); }
    bool more_keys() const { return keys_ && keys_->more_keys(); }
    std::int64_t records() const;

  private:
    void decide(const Json& first);
    void read(const std::string& name, ReadBytes bytes, InspectedFile& file);

    std::optional<SurveyMap> map_;
    RecordsFound where_;
    std::optional<KeySummaries> keys_;
    std::vector<InspectedFile> files_;
};

}  // namespace waymark
