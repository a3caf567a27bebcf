#include "text/two_at_a_time.hpp"

#include <atomic>
#include <future>

namespace waymark {

void two_at_a_time(std::size_t count, const std::function<void(std::size_t)>& task) {
    std::atomic<std::size_t> next = 0;
    const auto do_tasks = [&] {
        for (std::size_t at = next++; at < count; at = next++) task(at);
    };
    std::future<void> beside;
    if (count > 1) beside = std::async(do_tasks);
    do_tasks();
    if (beside.valid()) beside.get();
}

}  // namespace waymark
