// Every call of operator new in this program is counted, and so are the bytes that are alive.
#pragma once

#include <cstdint>

namespace counting {

std::int64_t allocations();  // so far
std::int64_t live_bytes();   // as the allocator rounds them

}  // namespace counting
