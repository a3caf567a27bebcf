#include "text/fixes.hpp"

#include <algorithm>
#include <vector>

namespace waymark {

namespace {

bool fits(const Fix& fix, std::size_t from, std::size_t size) {
    for (const Edit& edit : fix.edits) {
        if (edit.begin < from || edit.end < edit.begin || edit.end > size) return false;
        from = edit.end;
    }
    return !fix.edits.empty();
}

}  // namespace

Mended with_safe_fixes(const std::string& file, const std::string& text, const Diagnostics& diagnostics) {
    std::vector<const Fix*> fixes;
    for (const Diagnostic& finding : diagnostics) {
        if (finding.file == file && finding.fix && finding.fix->safe && !finding.fix->edits.empty()) {
            fixes.push_back(&*finding.fix);
        }
    }
    std::sort(fixes.begin(), fixes.end(), [](const Fix* a, const Fix* b) {
        return std::pair(a->edits.front().begin, a->edits.back().end) <
               std::pair(b->edits.front().begin, b->edits.back().end);
    });
    Mended mended;
    std::size_t copied = 0;
    for (const Fix* fix : fixes) {
        if (!fits(*fix, copied, text.size())) continue;
        for (const Edit& edit : fix->edits) {
            mended.text += text.substr(copied, edit.begin - copied) + edit.text;
            copied = edit.end;
        }
        ++mended.fixes;
    }
    mended.text += text.substr(copied);
    return mended;
}

}  // namespace waymark
