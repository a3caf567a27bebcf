// Records with the same id: which copy counts (docs/exports.md, "Copies").
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "survey/map.hpp"

namespace waymark {

// Where a record stands among all inputs.
struct CopyPlace {
    std::uint32_t file = 0;
    std::uint64_t begin = 0;
};

// 32 bytes for each id, whatever its length.
class Copies {
  public:
    void add(std::string_view id, std::int64_t time, std::string_view record, const CopyPlace& place);
    void add(Copies&& other);
    // Keeps of each id the copy that counts, and remembers where the others stand. `latest`: the latest time; of equal
    // times the one whose bytes hash higher, so that no order of files shows. `first`: by place.
    void settle(Duplicates rule);
    // Leaves out what does not count anyway. Before settling.
    void leave_out(const Copies& settled);

    std::size_t found() const { return others_.size(); }  // copies that do not count; for `error` all of them
    std::size_t undecided() const { return undecided_; }  // ids whose copies differ and have the same time
    bool is_other(const CopyPlace& place) const;

  private:
    struct Entry {
        std::uint64_t id = 0;
        std::int64_t time = 0;
        std::uint64_t place = 0;
        std::uint64_t content = 0;
    };
    std::vector<Entry> entries_;
    std::vector<std::uint64_t> others_;  // places, rising
    std::size_t undecided_ = 0;
};

}  // namespace waymark
