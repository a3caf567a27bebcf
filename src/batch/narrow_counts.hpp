// Counts in as few bytes each as the largest of them needs: one while nobody has reached 255, up to eight. Exact for any
// number; how wide they are depends on nothing but the counts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace waymark {

class NarrowCounts {
  public:
    NarrowCounts() = default;
    explicit NarrowCounts(std::size_t size) : bytes_(size, 0) {}

    bool empty() const { return bytes_.empty(); }
    std::size_t size() const { return bytes_.size() / width_; }
    std::uint64_t operator[](std::size_t place) const;
    void add(std::size_t place, std::uint64_t more) {
        if (width_ == 1 && bytes_[place] + more <= 0xFF) {
            bytes_[place] = static_cast<std::uint8_t>(bytes_[place] + more);
        } else {
            add_wide(place, more);
        }
    }
    void add(const NarrowCounts& other);  // as many, or none

  private:
    void add_wide(std::size_t place, std::uint64_t more);
    void widen();

    std::vector<std::uint8_t> bytes_;
    std::size_t width_ = 1;
};

}  // namespace waymark
