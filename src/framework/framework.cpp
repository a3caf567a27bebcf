#include "waymark/framework.hpp"

namespace waymark {

std::optional<int> Framework::element(std::string_view wanted) const {
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (elements[i].id == wanted) return static_cast<int>(i);
    }
    return std::nullopt;
}

int Framework::major_version() const {
    int major = 0;
    for (const char c : version) {
        if (c < '0' || c > '9') break;
        major = major * 10 + (c - '0');
    }
    return major;
}

}  // namespace waymark
