#include "survey/practices.hpp"

namespace waymark {

std::vector<int> practices_of(const Framework& framework) {
    std::vector<int> found;
    for (std::size_t i = 0; i < framework.elements.size(); ++i) {
        if (framework.elements[i].kind == NodeName::Kind::practice) found.push_back(static_cast<int>(i));
    }
    return found;
}

bool may_be_not_applicable(const Framework& framework, int profile, int element) {
    return framework.elements[static_cast<std::size_t>(element)].question.not_applicable.has_value() ||
           framework.profiles[static_cast<std::size_t>(profile)].not_applicable.contains(element);
}

std::string practice_name(const Element& element) {
    return element.code.empty() ? element.title : element.code + " " + element.title;
}

}  // namespace waymark
