#include "text/codes.hpp"

namespace waymark {

std::span<const CodeInfo> framework_codes() {
    return {};
}

}  // namespace waymark
