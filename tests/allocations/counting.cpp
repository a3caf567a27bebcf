#include "counting.hpp"

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::int64_t> calls{0};
std::atomic<std::int64_t> alive{0};

void* counted(void* memory) {
    if (memory == nullptr) throw std::bad_alloc();
    calls.fetch_add(1, std::memory_order_relaxed);
    alive.fetch_add(static_cast<std::int64_t>(malloc_usable_size(memory)), std::memory_order_relaxed);
    return memory;
}

void let_go(void* memory) noexcept {
    if (memory == nullptr) return;
    alive.fetch_sub(static_cast<std::int64_t>(malloc_usable_size(memory)), std::memory_order_relaxed);
    std::free(memory);
}

}  // namespace

namespace counting {

std::int64_t allocations() {
    return calls;
}

std::int64_t live_bytes() {
    return alive;
}

}  // namespace counting

// The other forms of new and delete come down to these.
void* operator new(std::size_t size) {
    return counted(std::malloc(size == 0 ? 1 : size));
}

void* operator new(std::size_t size, std::align_val_t alignment) {
    const auto step = static_cast<std::size_t>(alignment);
    return counted(std::aligned_alloc(step, (size + step - 1) / step * step));
}

void operator delete(void* memory) noexcept {
    let_go(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
    let_go(memory);
}

void operator delete(void* memory, std::align_val_t) noexcept {
    let_go(memory);
}

void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
    let_go(memory);
}
