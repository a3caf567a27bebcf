#include "batch/narrow_counts.hpp"

#include <cstring>
#include <utility>

namespace waymark {

namespace {

// In the byte order of the machine: counts never leave it.
template <typename Count>
std::uint64_t read_as(const std::uint8_t* at) {
    Count count = 0;
    std::memcpy(&count, at, sizeof count);
    return count;
}

template <typename Count>
void write_as(std::uint8_t* at, std::uint64_t value) {
    const auto count = static_cast<Count>(value);
    std::memcpy(at, &count, sizeof count);
}

std::uint64_t read(const std::uint8_t* at, std::size_t width) {
    if (width == 1) return *at;
    if (width == 2) return read_as<std::uint16_t>(at);
    return width == 4 ? read_as<std::uint32_t>(at) : read_as<std::uint64_t>(at);
}

void write(std::uint8_t* at, std::size_t width, std::uint64_t value) {
    if (width == 1) {
        *at = static_cast<std::uint8_t>(value);
    } else if (width == 2) {
        write_as<std::uint16_t>(at, value);
    } else if (width == 4) {
        write_as<std::uint32_t>(at, value);
    } else {
        write_as<std::uint64_t>(at, value);
    }
}

bool fits(std::uint64_t value, std::size_t width) {
    return width == 8 || value >> (8 * width) == 0;
}

}  // namespace

std::uint64_t NarrowCounts::operator[](std::size_t place) const {
    return read(&bytes_[place * width_], width_);
}

void NarrowCounts::add_wide(std::size_t place, std::uint64_t more) {
    const std::uint64_t count = (*this)[place] + more;
    while (!fits(count, width_)) widen();
    write(&bytes_[place * width_], width_, count);
}

void NarrowCounts::add(const NarrowCounts& other) {
    if (other.empty()) return;
    if (empty()) {
        *this = other;
        return;
    }
    for (std::size_t place = 0; place < other.size(); ++place) {
        if (const std::uint64_t more = other[place]; more > 0) add(place, more);
    }
}

void NarrowCounts::widen() {
    const std::size_t wider = 2 * width_;
    std::vector<std::uint8_t> bytes(size() * wider);
    for (std::size_t place = 0; place < size(); ++place) write(&bytes[place * wider], wider, (*this)[place]);
    bytes_ = std::move(bytes);
    width_ = wider;
}

}  // namespace waymark
