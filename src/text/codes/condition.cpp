#include "text/codes.hpp"

namespace waymark {

std::span<const CodeInfo> condition_codes() {
    return {};
}

}  // namespace waymark
