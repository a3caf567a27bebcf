// Work that falls into tasks which know nothing of each other, done on two threads.
#pragma once

#include <cstddef>
#include <functional>

namespace waymark {

// task(0), task(1) … task(count - 1), two at a time. Each leaves what it finds in a place of its own, so that nothing hangs
// on which of two is done first.
void two_at_a_time(std::size_t count, const std::function<void(std::size_t)>& task);

}  // namespace waymark
