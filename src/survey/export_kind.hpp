// What kind of file an export is, by its name and first bytes; what cannot be read is named.
#pragma once

#include <string>
#include <string_view>

namespace waymark {

struct ExportKind {
    enum class Kind { json_lines, json, csv, unreadable };
    Kind kind = Kind::unreadable;
    std::size_t skip = 0;  // bytes of a byte-order mark
    std::string problem;   // unreadable: a sentence without a full stop
    std::string help;
};

// `begin`: the first bytes, unpacked; `all`: there are no others. `records_are_documents`: each JSON document is a
// record, so that JSON lines can be cut at line ends.
ExportKind kind_of_export(std::string_view name, std::string_view begin, bool all, bool records_are_documents);

}  // namespace waymark
