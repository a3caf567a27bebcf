#include "batch/chunk_reading.hpp"

#include <algorithm>
#include <cstring>

#include "text/display.hpp"

namespace waymark {

namespace {

Reject reject_of(WalkProblem problem) {
    switch (problem) {
        case WalkProblem::none:
        case WalkProblem::empty_object:
            return Reject::none;
        case WalkProblem::not_json:
            return Reject::not_json;
        case WalkProblem::not_utf8:
            return Reject::not_utf8;
        case WalkProblem::control_character:
            return Reject::control_character;
        case WalkProblem::bad_text:
            return Reject::bad_text;
        case WalkProblem::cut_off:
            return Reject::cut_off;
        case WalkProblem::more_behind:
            return Reject::more_behind;
        case WalkProblem::not_an_object:
            return Reject::not_an_object;
        case WalkProblem::too_deep:
            return Reject::too_deep;
        case WalkProblem::duplicate_member:
            return Reject::duplicate_member;
    }
    return Reject::not_json;
}

void reject(Response& response, Reject reason) {
    response.end = Response::End::rejected;
    response.reject = reason;
    response.id = response.organisation = response.respondent = response.submitted = {};
    response.pointer = {};
    response.value.clear();
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

ChunkReading::ChunkReading(const BoundMap& map, const ReadingPlan& plan, int leaves, bool let_unmapped_pass)
    : plan_(&plan), walker_(plan.tree), values_(plan.tree), reader_(map, plan, leaves, let_unmapped_pass) {}

void ChunkReading::begin(const Chunk& chunk) {
    at_ = 0;
    fault_ = 0;
    any_ = false;
    lines_ = 0;
    place_ = {};
    if (chunk.kind == Chunk::Kind::rows && header_ != chunk.header.get()) learn_header(chunk);
}

// Which place each column leads to. The header is kept, so that its address stays its own.
void ChunkReading::learn_header(const Chunk& chunk) {
    header_kept_ = chunk.header;
    header_ = header_kept_.get();
    columns_.clear();
    const PathNode& root = plan_->tree.nodes.front();
    std::string room;
    for (const std::string& name : *header_) {
        const std::string padded = name + std::string(kRecordPadding, '\0');
        const int member = find_member(root, std::string_view(padded).substr(0, name.size()));
        columns_.push_back(member >= 0 ? root.members[static_cast<std::size_t>(member)].node
                                       : find_loosely(root, name, room));
    }
}

void ChunkReading::place_at(const Chunk& chunk, std::size_t begin, std::size_t end) {
    if (any_) ++place_.record;
    any_ = true;
    place_.fault = 0;
    place_.begin = chunk.offset + begin;
    place_.end = chunk.offset + end;
}

// Faults stand where the bytes that they tell of stood.
bool ChunkReading::next_fault(const Chunk& chunk, std::uint64_t before) {
    if (fault_ >= chunk.faults.size() || chunk.faults[fault_].begin > before) return false;
    const ChunkFault& fault = chunk.faults[fault_++];
    if (any_) ++place_.record;
    any_ = true;
    place_.fault = 0;
    place_.begin = fault.begin;
    place_.end = fault.end;
    place_.line = lines_;
    ready_ = fault.reason;
    return true;
}

bool ChunkReading::next_line(const Chunk& chunk, std::string_view& record) {
    while (at_ < chunk.size) {
        const char* begin = chunk.bytes.data() + at_;
        const void* found = std::memchr(begin, '\n', chunk.size - at_);
        const std::size_t length =
            found != nullptr ? static_cast<std::size_t>(static_cast<const char*>(found) - begin) : chunk.size - at_;
        record = {begin, length};
        const std::size_t from = at_;
        at_ += length + 1;
        place_.line = lines_++;
        if (length == 0 || (*begin <= ' ' && is_blank(record))) continue;
        place_at(chunk, from, from + length);
        return true;
    }
    return false;
}

bool ChunkReading::next_span(const Chunk& chunk, std::string_view& record) {
    if (at_ >= chunk.spans.size()) return false;
    const auto [begin, end] = chunk.spans[at_++];
    record = std::string_view(chunk.bytes).substr(begin, end - begin);
    place_at(chunk, begin, end);
    return true;
}

bool ChunkReading::next_row(const Chunk& chunk, std::string_view& record) {
    const std::string_view text(chunk.bytes.data(), chunk.size);
    while (at_ < text.size()) {
        read_csv_row(text, at_, chunk.separator, row_, row_room_);
        const std::size_t from = at_;
        at_ = row_.end;
        place_.line = lines_;
        lines_ += static_cast<std::uint32_t>(row_.lines);
        // Spreadsheets write rows of nothing but separators below a table.
        if (std::ranges::all_of(row_.cells, [](std::string_view cell) { return cell.empty(); })) continue;
        record = text.substr(from, at_ - from);
        place_at(chunk, from, at_);
        return true;
    }
    return false;
}

bool ChunkReading::next(const Chunk& chunk, std::string_view& record) {
    ready_ = Reject::none;
    const std::uint64_t here = chunk.kind == Chunk::Kind::spans
                                   ? (at_ < chunk.spans.size() ? chunk.offset + chunk.spans[at_].first : ~0ULL)
                                   : (at_ < chunk.size ? chunk.offset + at_ : ~0ULL);
    if (next_fault(chunk, here)) {
        record = {};
        return true;
    }
    switch (chunk.kind) {
        case Chunk::Kind::lines:
            return next_line(chunk, record);
        case Chunk::Kind::spans:
            return next_span(chunk, record);
        case Chunk::Kind::rows:
            return next_row(chunk, record);
    }
    return false;
}

// A row's cells go to the places that their column names lead to, as if it were an object.
Reject ChunkReading::put_row(const Chunk& chunk) {
    values_.clear();
    if (row_.broken) return Reject::bad_quotes;
    if (row_.cells.size() != chunk.header->size()) return Reject::wrong_cells;
    for (std::size_t i = 0; i < row_.cells.size(); ++i) {
        if (columns_[i] < 0) continue;
        const std::string_view cell = row_.cells[i];
        RecordValue value{RecordValue::Kind::text, cell};
        if (is_json_number(cell)) value.kind = RecordValue::Kind::number;
        if (cell == "TRUE" || cell == "True") value = {RecordValue::Kind::boolean, "true"};
        if (cell == "FALSE" || cell == "False") value = {RecordValue::Kind::boolean, "false"};
        for (const PathTarget& target : plan_->tree.nodes[static_cast<std::size_t>(columns_[i])].targets) {
            values_.add(target, value);
        }
    }
    return Reject::none;
}

void ChunkReading::understand(const Chunk& chunk, std::string_view record, Wanted wanted) {
    if (ready_ != Reject::none) return reject(response_, ready_);
    if (chunk.kind == Chunk::Kind::rows) {
        const Reject problem = is_valid_utf8(record) ? put_row(chunk) : Reject::not_utf8;
        if (problem != Reject::none) return reject(response_, problem);
    } else {
        const Walked walked = walker_.walk(record, values_);
        if (walked.problem == WalkProblem::empty_object) {
            reject(response_, Reject::none);
            response_.end = Response::End::dropped;
            response_.drop = Drop::empty;
            return;
        }
        if (walked.problem != WalkProblem::none) {
            reject(response_, reject_of(walked.problem));
            response_.value.assign(walked.member);
            place_.fault = place_.begin + walked.at;
            return;
        }
    }
    if (wanted == Wanted::whole) {
        reader_.read(values_, response_);
    } else {
        reader_.read_identity(values_, response_);
    }
}

}  // namespace waymark
