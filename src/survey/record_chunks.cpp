#include "survey/record_chunks.hpp"

#include <algorithm>
#include <cstring>

#include "survey/csv_cut.hpp"
#include "survey/document_scan.hpp"
#include "survey/export_kind.hpp"
#include "survey/record_walk.hpp"

namespace waymark {

constexpr std::size_t kFirstLook = std::size_t{256} << 10U;
static_assert(kLargestRecord == std::size_t{1} << 20U, "messages here and in account.cpp say 1 MiB");

struct ChunkReader::State {
    State(ReadBytes source, std::string file_name, const Envelope& around)
        : bytes(unpacked(std::move(source))), name(std::move(file_name)), envelope(&around), scan(around) {}

    bool fill(Chunk& chunk);
    bool begin(Chunk& chunk);
    void keep_back(Chunk& chunk, std::size_t from);
    bool cut_lines(Chunk& chunk);
    bool cut_documents(Chunk& chunk);
    bool cut_rows(Chunk& chunk);
    bool read_header(Chunk& chunk);
    bool give_up(Chunk& chunk);
    void fail(std::string problem, std::string help) {
        reading.problem = std::move(problem);
        reading.help = std::move(help);
        done = true;
    }

    ReadBytes bytes;
    std::string name;
    const Envelope* envelope;
    DocumentScan scan;
    FileReading reading;
    ExportKind::Kind kind = ExportKind::Kind::unreadable;
    std::string carried;       // bytes of a record that is not whole yet
    std::uint64_t offset = 0;  // of the first carried byte
    std::size_t had = 0;       // carried bytes that the chunk at hand begins with
    bool at_end = false;
    bool begun = false;
    bool done = false;
    bool skipping = false;  // the rest of a line or row that is too large
    std::uint64_t skipped_from = 0;
    std::shared_ptr<const std::vector<std::string>> header;
    std::uint32_t header_lines = 0;
    char separator = ',';
};

// What was carried over, and new bytes behind it.
bool ChunkReader::State::fill(Chunk& chunk) {
    chunk.spans.clear();
    chunk.faults.clear();
    chunk.offset = offset;
    chunk.header = header;
    chunk.header_lines = header_lines;
    chunk.separator = separator;
    std::size_t size = carried.size();
    const std::size_t wanted =
        begun ? std::max(kChunkSize, std::min(2 * size, kLargestRecord + kChunkSize)) : kFirstLook;
    if (chunk.bytes.size() < wanted + kRecordPadding || chunk.bytes.size() > 2 * wanted + kRecordPadding) {
        chunk.bytes = std::string();
        chunk.bytes.resize(wanted + kRecordPadding);
    }
    std::memcpy(chunk.bytes.data(), carried.data(), size);
    had = size;
    if (carried.capacity() > kChunkSize) carried = std::string();  // a large record is held once
    while (!at_end && size < wanted) {
        ReadResult read = bytes(chunk.bytes.data() + size, wanted - size);
        if (!read.problem.empty()) fail(std::move(read.problem), std::move(read.help));
        if (read.bytes == 0) at_end = true;
        size += read.bytes;
        reading.bytes += read.bytes;
    }
    chunk.size = size;
    std::memset(chunk.bytes.data() + size, 0, kRecordPadding);
    return size > 0;
}

void ChunkReader::State::keep_back(Chunk& chunk, std::size_t from) {
    carried.assign(chunk.bytes, from, chunk.size - from);
    offset = chunk.offset + from;
    chunk.size = from;
}

bool ChunkReader::State::begin(Chunk& chunk) {
    const bool any = fill(chunk);
    begun = true;
    if (!any && !reading.problem.empty()) return false;
    const std::string_view text(chunk.bytes.data(), chunk.size);
    ExportKind found = kind_of_export(name, text, at_end, envelope->records_are_documents);
    kind = found.kind;
    if (kind == ExportKind::Kind::unreadable) {
        fail(std::move(found.problem), std::move(found.help));
        return false;
    }
    carried.assign(text.substr(found.skip));
    offset = found.skip;
    return kind != ExportKind::Kind::csv || read_header(chunk);
}

bool ChunkReader::State::read_header(Chunk& chunk) {
    CsvRow row;
    std::string room;
    const std::string text = carried;
    read_csv_row(text, 0, ',', row, room);
    separator = separator_of(std::string_view(text).substr(0, row.end));
    if (separator == '\0') {
        fail("the first line separates its columns by more than one of comma, semicolon and tab",
             "put names that hold one of these in quotes, or save the file as CSV UTF-8 with commas");
        return false;
    }
    read_csv_row(text, 0, separator, row, room);
    if (row.broken || row.end > kLargestRecord) {
        fail("the line of column names is broken", "each quote inside a quoted name is written twice");
        return false;
    }
    auto names = std::make_shared<std::vector<std::string>>();
    for (const std::string_view cell : row.cells) {
        if (std::ranges::find(*names, cell) != names->end() && !cell.empty()) {
            fail("two columns are called '" + cut_value(cell) + "'", "give each column a name of its own");
            return false;
        }
        names->emplace_back(cell);
    }
    header = std::move(names);
    header_lines = static_cast<std::uint32_t>(row.lines);
    carried.erase(0, row.end);
    offset += row.end;
    chunk.header = header;
    return true;
}

// A line or row that is longer than any record may be: what is at hand of it is let go.
bool ChunkReader::State::give_up(Chunk& chunk) {
    if (!skipping) skipped_from = chunk.offset;
    skipping = true;
    offset = chunk.offset + chunk.size;
    carried.clear();
    chunk.size = 0;
    return false;
}

bool ChunkReader::State::cut_lines(Chunk& chunk) {
    chunk.kind = Chunk::Kind::lines;
    const std::string_view text(chunk.bytes.data(), chunk.size);
    std::size_t first = 0;
    if (skipping) {
        first = text.find('\n');
        if (first == std::string_view::npos && !at_end) return give_up(chunk);
        first = first == std::string_view::npos ? text.size() : first;
        chunk.faults.push_back({Reject::too_large, skipped_from, chunk.offset + first});
        skipping = false;
        std::memset(chunk.bytes.data(), ' ', first);
    }
    if (at_end) {
        keep_back(chunk, chunk.size);
        return true;
    }
    const std::size_t last = text.rfind('\n');
    if (last == std::string_view::npos || last < first) {
        if (chunk.size > kLargestRecord) return give_up(chunk);
        keep_back(chunk, 0);
        return !chunk.faults.empty();
    }
    keep_back(chunk, last + 1);
    return true;
}

bool ChunkReader::State::cut_rows(Chunk& chunk) {
    chunk.kind = Chunk::Kind::rows;
    if (at_end) {
        keep_back(chunk, chunk.size);
        return true;
    }
    const std::size_t end = last_row_end({chunk.bytes.data(), chunk.size});
    if (end == 0 && chunk.size > kLargestRecord) {
        // An open quote swallows everything behind it: nothing further can be told apart.
        chunk.faults.push_back({Reject::bad_quotes, chunk.offset, chunk.offset + chunk.size});
        chunk.size = 0;
        fail("a quoted cell is opened and not closed within 1 MiB", "look for a lone quote in this row");
        return true;
    }
    keep_back(chunk, end);
    return end > 0;
}

bool ChunkReader::State::cut_documents(Chunk& chunk) {
    chunk.kind = Chunk::Kind::spans;
    const std::size_t from = scan.inside_record() ? had : 0;
    std::size_t keep = scan.scan(chunk.bytes.data(), from, chunk.size, at_end, chunk, reading);
    if (chunk.size - keep > kLargestRecord) {
        if (!scan.inside_record()) {
            chunk.faults.push_back({Reject::too_large, chunk.offset + keep, chunk.offset + chunk.size});
            fail("a single text in it is larger than 1 MiB", "look into the file");
            return true;
        }
        scan.give_up_record();
        keep = chunk.size;
    }
    const std::size_t size = chunk.size;
    keep_back(chunk, keep);
    chunk.size = size;  // spans lie before `keep`; padding behind the last may hold what was kept
    return !chunk.spans.empty() || !chunk.faults.empty();
}

ChunkReader::ChunkReader(ReadBytes bytes, std::string name, const Envelope& envelope)
    : state_(std::make_unique<State>(std::move(bytes), std::move(name), envelope)) {}
ChunkReader::~ChunkReader() = default;

bool ChunkReader::next(Chunk& chunk) {
    State& state = *state_;
    if (!state.begun && !state.begin(chunk)) return false;
    while (!state.done || !state.carried.empty()) {
        const bool was_at_end = state.at_end;
        const bool any = state.fill(chunk);
        if (!any && !state.skipping && was_at_end) return false;
        bool ready = false;
        switch (state.kind) {
            case ExportKind::Kind::json_lines:
                ready = state.cut_lines(chunk);
                break;
            case ExportKind::Kind::json:
                ready = state.cut_documents(chunk);
                break;
            case ExportKind::Kind::csv:
                ready = state.cut_rows(chunk);
                break;
            case ExportKind::Kind::unreadable:
                return false;
        }
        if (state.at_end) state.done = true;
        if (ready) return true;
    }
    return false;
}

const FileReading& ChunkReader::reading() const {
    return state_->reading;
}

}  // namespace waymark
