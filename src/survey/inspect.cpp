#include "survey/inspect.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "survey/csv_cut.hpp"
#include "survey/export_kind.hpp"
#include "survey/platforms.hpp"
#include "survey/record_chunks.hpp"

namespace waymark {

namespace {

constexpr std::size_t kBeginning = std::size_t{4} << 20U;  // enough to see the shape

// Reads the beginning and gives back a reader that starts there again.
struct Opened {
    std::shared_ptr<std::string> beginning = std::make_shared<std::string>();
    ReadBytes bytes;
    bool all = false;
    ReadResult problem;
};

Opened opened(ReadBytes bytes) {
    Opened file;
    ReadBytes plain = unpacked(std::move(bytes));
    std::string& text = *file.beginning;
    while (text.size() < kBeginning) {
        const std::size_t had = text.size();
        text.resize(had + (std::size_t{1} << 16U));
        ReadResult piece = plain(text.data() + had, text.size() - had);
        text.resize(had + piece.bytes);
        if (piece.bytes > 0) continue;
        file.all = piece.problem.empty();
        file.problem = std::move(piece);
        break;
    }
    file.bytes = [beginning = file.beginning, at = std::size_t{0}, plain](char* into, std::size_t room) mutable {
        if (at >= beginning->size()) return plain(into, room);
        const std::size_t count = std::min(room, beginning->size() - at);
        std::copy_n(beginning->data() + at, count, into);
        at += count;
        return ReadResult{count, {}, {}};
    };
    return file;
}

Json row_as_json(const std::vector<std::string>& header, const CsvRow& row) {
    Json record = Json::object();
    for (std::size_t i = 0; i < header.size(); ++i) record[header[i]] = std::string(row.cells[i]);
    return record;
}

std::optional<Json> first_row(std::string_view text) {
    CsvRow row;
    std::string room;
    read_csv_row(text, 0, ',', row, room);
    const char separator = separator_of(text.substr(0, row.end));
    if (separator == '\0') return std::nullopt;
    read_csv_row(text, 0, separator, row, room);
    const std::vector<std::string> header(row.cells.begin(), row.cells.end());
    const std::size_t begin = row.end;
    if (begin >= text.size()) return std::nullopt;
    read_csv_row(text, begin, separator, row, room);
    return row.cells.size() == header.size() ? std::optional(row_as_json(header, row)) : std::nullopt;
}

const char* kind_in_words(ExportKind::Kind kind) {
    switch (kind) {
        case ExportKind::Kind::json_lines:
            return "JSON lines";
        case ExportKind::Kind::json:
            return "JSON";
        case ExportKind::Kind::csv:
            return "CSV";
        case ExportKind::Kind::unreadable:
            break;
    }
    return "";
}

// Visits each record of a chunk as a tree; null for what cannot be read.
template <typename Visit>
void each_record(const Chunk& chunk, const Visit& visit) {
    const std::string_view text(chunk.bytes.data(), chunk.size);
    const auto json = [&](std::string_view record) {
        const Json parsed = Json::parse(record.begin(), record.end(), nullptr, false);
        visit(parsed.is_discarded() || !parsed.is_object() ? nullptr : &parsed);
    };
    if (chunk.kind == Chunk::Kind::spans) {
        for (const auto& [begin, end] : chunk.spans) json(text.substr(begin, end - begin));
    } else if (chunk.kind == Chunk::Kind::lines) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            const std::string_view line = text.substr(at, end - at);
            if (line.find_first_not_of(" \t\r") != std::string_view::npos) json(line);
            at = end + 1;
        }
    } else {
        CsvRow row;
        std::string room;
        for (std::size_t at = 0; at < text.size(); at = row.end) {
            read_csv_row(text, at, chunk.separator, row, room);
            if (row.cells.size() == 1 && row.cells.front().empty()) continue;
            if (row.broken || row.cells.size() != chunk.header->size()) {
                visit(nullptr);
            } else {
                const Json record = row_as_json(*chunk.header, row);
                visit(&record);
            }
        }
    }
    for (std::size_t i = 0; i < chunk.faults.size(); ++i) visit(nullptr);
}

}  // namespace

Inspector::Inspector(std::optional<SurveyMap> map) : map_(std::move(map)) {
    if (!map_) return;
    where_ = {map_->records, map_->platform, "the map says so"};
    keys_.emplace(*map_);
}

void Inspector::decide(const Json& first) {
    where_ = find_records(first);
    if (where_.platform.empty()) {
        map_.emplace();
        map_->answers.in = Pointer{};
    } else {
        map_ = *platform_map(where_.platform);
    }
    map_->records = where_.records;
    keys_.emplace(*map_);
}

void Inspector::read(const std::string& name, ReadBytes bytes, InspectedFile& file) {
    const Envelope envelope = envelope_of(*map_);
    ChunkReader chunks(std::move(bytes), name, envelope);
    Chunk chunk;
    while (chunks.next(chunk)) {
        each_record(chunk, [&](const Json* record) {
            ++file.records;
            if (record == nullptr) {
                ++file.unreadable;
            } else {
                keys_->add(*record);
            }
        });
    }
    const FileReading& reading = chunks.reading();
    file.problem = reading.problem;
    file.help = reading.help;
    file.pages = static_cast<std::int64_t>(reading.pages.size());
    for (const Page& page : reading.pages) {
        if (page.expected) file.expected = std::max(file.expected.value_or(0), *page.expected);
    }
    file.more = !reading.pages.empty() && reading.pages.back().more;
}

void Inspector::add(const std::string& name, ReadBytes bytes) {
    InspectedFile file;
    file.name = name;
    Opened export_file = opened(std::move(bytes));
    const bool lines = !map_ || map_->records.tokens.empty();
    const ExportKind kind = kind_of_export(name, *export_file.beginning, export_file.all, lines);
    file.problem = kind.kind == ExportKind::Kind::unreadable ? kind.problem : export_file.problem.problem;
    file.help = kind.kind == ExportKind::Kind::unreadable ? kind.help : export_file.problem.help;
    if (file.problem.empty() && !map_) {
        const std::string_view text = std::string_view(*export_file.beginning).substr(kind.skip);
        const auto first = kind.kind == ExportKind::Kind::csv ? first_row(text) : beginning_of_json(text);
        if (first) {
            decide(*first);
        } else {
            file.problem = "nothing in it could be read as a record";
        }
    }
    if (file.problem.empty()) {
        const bool documents = map_->records.tokens.empty();
        file.kind = kind_in_words(kind_of_export(name, *export_file.beginning, export_file.all, documents).kind);
        read(name, std::move(export_file.bytes), file);
    }
    files_.push_back(std::move(file));
}

std::int64_t Inspector::records() const {
    std::int64_t all = 0;
    for (const InspectedFile& file : files_) all += file.records;
    return all;
}

}  // namespace waymark
