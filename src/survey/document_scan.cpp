#include "survey/document_scan.hpp"

#include <charconv>
#include <nlohmann/json.hpp>
#include <string>

#include "survey/record_walk.hpp"

namespace waymark {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool ends_scalar(char c) {
    return is_space(c) || c == ',' || c == ']' || c == '}' || c == '{' || c == '[' || c == ':' || c == '"';
}

bool leads_on(const Envelope& envelope, int node) {
    return node >= 0 && envelope.tree.nodes[static_cast<std::size_t>(node)].leads_on();
}

bool holds(const Envelope& envelope, int node, int slot) {
    if (node < 0 || slot < 0) return false;
    for (const PathTarget& target : envelope.tree.nodes[static_cast<std::size_t>(node)].targets) {
        if (target.slot == slot) return true;
    }
    return false;
}

}  // namespace

Envelope envelope_of(const SurveyMap& map) {
    Envelope envelope;
    PathTreeBuilder paths;
    envelope.records_slot = paths.slot_at(path_of(map.records));
    if (map.expect) envelope.expect_slot = paths.slot_at(path_of(*map.expect));
    for (const Pointer& more : map.more) envelope.more_slots.push_back(paths.slot_at(path_of(more)));
    envelope.tree = paths.finish();
    envelope.records_are_documents = map.records.tokens.empty();
    return envelope;
}

void DocumentScan::fault(Reject reason, std::uint64_t begin, std::uint64_t end) {
    chunk_->faults.push_back({reason, begin, end});
}

// What follows makes no sense until a new document begins at the start of a line.
void DocumentScan::lose(Reject reason) {
    lost_at_ = chunk_->offset + at_;
    lost_reason_ = reason;
    state_ = State::lost;
    after_line_end_ = false;
    frames_.clear();
}

void DocumentScan::find_again() {
    for (; at_ < size_; ++at_) {
        const char c = bytes_[at_];
        if (after_line_end_ && (c == '{' || c == '[')) {
            fault(lost_reason_, lost_at_, chunk_->offset + at_);
            state_ = State::between;
            return;
        }
        after_line_end_ = c == '\n';
    }
}

int DocumentScan::child_node() const {
    const Frame& frame = frames_.back();
    if (frame.node < 0) return -1;
    const PathNode& node = envelope_->tree.nodes[static_cast<std::size_t>(frame.node)];
    for (const MemberName& member : node.members) {
        if (member.array_index == frame.count) return member.node;
    }
    return node.every;
}

void DocumentScan::enter(bool object, bool records) {
    frames_.push_back({object, records, node_, 0});
    state_ = State::first_or_end;
    ++at_;
}

void DocumentScan::begin_record(std::size_t at) {
    record_begin_ = chunk_->offset + at;
    brackets_.begin();
    giving_up_ = false;
    state_ = State::record;
}

void DocumentScan::end_record(std::size_t end) {
    ++page_.records;
    if (giving_up_) {
        fault(Reject::too_large, record_begin_, chunk_->offset + end);
    } else {
        const auto begin = static_cast<std::uint32_t>(record_begin_ - chunk_->offset);
        chunk_->spans.emplace_back(begin, static_cast<std::uint32_t>(end));
    }
    giving_up_ = false;
    value_done();
}

void DocumentScan::value_done() {
    if (frames_.empty()) {
        end_document();
        return;
    }
    ++frames_.back().count;
    state_ = State::comma_or_end;
}

void DocumentScan::end_document() {
    ++reading_->documents;
    if (!resolved_) fault(Reject::no_records, document_begin_, chunk_->offset + at_);
    if (resolved_ && page_.records == 0 && list_was_empty_) ++reading_->empty_lists;
    if (page_tells_) reading_->pages.push_back(page_);
    state_ = State::between;
}

void DocumentScan::close(char bracket) {
    const Frame frame = frames_.back();
    if (bracket != (frame.object ? '}' : ']')) {
        lose(Reject::not_json);
        return;
    }
    ++at_;
    frames_.pop_back();
    if (frame.count == 0) {
        const PathNode* node = frame.node >= 0 ? &envelope_->tree.nodes[static_cast<std::size_t>(frame.node)] : nullptr;
        // An empty list of responses, or of what holds them.
        if (frame.records || (node != nullptr && node->every >= 0)) resolved_ = list_was_empty_ = true;
    }
    value_done();
}

std::size_t DocumentScan::token_end(std::size_t from) const {
    std::size_t at = from;
    if (bytes_[at] == '"') {
        for (++at; at < size_; ++at) {
            if (bytes_[at] == '\\') {
                ++at;
            } else if (bytes_[at] == '"') {
                return at + 1;
            }
        }
        return size_ + 1;
    }
    while (at < size_ && !ends_scalar(bytes_[at])) ++at;
    return at < size_ || last_ ? at : size_ + 1;
}

// The totals and pointers to further pages that the map names.
void DocumentScan::capture(std::string_view token) {
    if (holds(*envelope_, node_, envelope_->expect_slot)) {
        std::int64_t total = 0;
        std::string_view digits = token;
        if (digits.starts_with('"')) digits = digits.substr(1, digits.size() - 2);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), total);
        if (error == std::errc() && end == digits.data() + digits.size()) {
            page_.expected = total;
            page_tells_ = true;
        }
    }
    for (const int slot : envelope_->more_slots) {
        if (!holds(*envelope_, node_, slot)) continue;
        page_tells_ = true;
        if (token != "null" && token != "false" && token != "\"\"") page_.more = true;
    }
}

bool DocumentScan::scalar(bool is_record) {
    const std::size_t begin = at_;
    const std::size_t end = token_end(begin);
    if (end > size_) return false;
    const std::string_view token(bytes_ + begin, end - begin);
    const bool is_json =
        token.starts_with('"') || token == "null" || token == "true" || token == "false" || is_json_number(token);
    if (is_record) {
        record_begin_ = chunk_->offset + begin;
        at_ = end;
        end_record(end);
        return true;
    }
    if (!is_json) {
        lose(Reject::not_json);
        return true;
    }
    capture(token);
    at_ = end;
    value_done();
    return true;
}

bool DocumentScan::value() {
    const char c = bytes_[at_];
    const bool container = c == '{' || c == '[';
    if (!frames_.empty() && frames_.back().records) {
        if (c == ',' || c == ']') {
            // LimeSurvey leaves a gap for a record that it cannot write.
            fault(Reject::not_json, chunk_->offset + at_, chunk_->offset + at_);
            ++page_.records;
            value_done();
            return true;
        }
        if (!container) return scalar(true);
        begin_record(at_);
        ++at_;
        return true;
    }
    if (holds(*envelope_, node_, envelope_->records_slot) && container) {
        resolved_ = true;
        if (c == '[') {
            enter(false, true);
        } else {
            begin_record(at_);
            ++at_;
        }
        return true;
    }
    if (!container) return scalar(false);
    if (leads_on(*envelope_, node_) && frames_.size() < static_cast<std::size_t>(kDeepestRecord)) {
        enter(c == '{', false);
        return true;
    }
    brackets_.begin();
    state_ = State::skipped;
    ++at_;
    return true;
}

bool DocumentScan::member_name() {
    const std::size_t end = token_end(at_);
    if (end > size_) return false;
    std::string_view name(bytes_ + at_ + 1, end - at_ - 2);
    std::string room;
    if (name.find('\\') != std::string_view::npos) {
        const auto parsed = nlohmann::json::parse(bytes_ + at_, bytes_ + end, nullptr, false);
        if (!parsed.is_string()) {
            lose(Reject::not_json);
            return true;
        }
        room = parsed.get<std::string>();
        room.append(kRecordPadding, '\0');
        name = std::string_view(room).substr(0, room.size() - kRecordPadding);
    }
    node_ = -1;
    if (const int parent = frames_.back().node; parent >= 0) {
        const PathNode& node = envelope_->tree.nodes[static_cast<std::size_t>(parent)];
        std::string loose_room;
        const int member = find_member(node, name);
        node_ =
            member >= 0 ? node.members[static_cast<std::size_t>(member)].node : find_loosely(node, name, loose_room);
    }
    at_ = end;
    state_ = State::colon;
    return true;
}

// The bytes end in the middle of something.
void DocumentScan::at_end() {
    const std::uint64_t end = chunk_->offset + size_;
    switch (state_) {
        case State::between:
            return;
        case State::lost:
            fault(lost_reason_, lost_at_, end);
            break;
        case State::record:
            fault(giving_up_ ? Reject::too_large : Reject::cut_off, record_begin_, end);
            break;
        default:
            fault(Reject::cut_off, chunk_->offset + at_, end);
            break;
    }
    state_ = State::between;
    frames_.clear();
    at_ = size_;
}

std::size_t DocumentScan::scan(const char* bytes, std::size_t from, std::size_t size, bool last, Chunk& chunk,
                               FileReading& reading) {
    bytes_ = bytes;
    at_ = from;
    size_ = size;
    last_ = last;
    chunk_ = &chunk;
    reading_ = &reading;
    bool complete = true;
    while (at_ < size_ && complete) {
        if (state_ == State::record || state_ == State::skipped) {
            const std::size_t length = brackets_.advance(bytes_ + at_, size_ - at_);
            const bool closed = length <= size_ - at_;
            at_ = closed ? at_ + length : size_;
            if (!closed) break;
            if (state_ == State::record) {
                end_record(at_);
            } else {
                value_done();
            }
            continue;
        }
        if (state_ == State::lost) {
            find_again();
            continue;
        }
        const char c = bytes_[at_];
        if (is_space(c)) {
            ++at_;
            continue;
        }
        switch (state_) {
            case State::between:
                document_begin_ = chunk_->offset + at_;
                resolved_ = list_was_empty_ = page_tells_ = false;
                page_ = {};
                node_ = 0;
                if (c != '{' && c != '[') {
                    lose(Reject::not_json);
                } else {
                    complete = value();
                }
                break;
            case State::first_or_end:
                if (c == '}' || c == ']') {
                    close(c);
                } else {
                    state_ = frames_.back().object ? State::name : State::value;
                    if (state_ == State::value) node_ = child_node();
                }
                break;
            case State::value:
                complete = value();
                break;
            case State::name:
                if (c == '"') {
                    complete = member_name();
                } else {
                    lose(Reject::not_json);
                }
                break;
            case State::colon:
                ++at_;
                state_ = State::value;
                if (c != ':') lose(Reject::not_json);
                break;
            case State::comma_or_end:
                if (c == ',') {
                    ++at_;
                    state_ = frames_.back().object ? State::name : State::value;
                    if (state_ == State::value) node_ = child_node();
                } else if (c == '}' || c == ']') {
                    close(c);
                } else {
                    lose(Reject::not_json);
                }
                break;
            default:
                break;
        }
    }
    if (last_) {
        at_end();
        return size_;
    }
    if (state_ == State::record) {
        return giving_up_ ? size_ : static_cast<std::size_t>(record_begin_ - chunk_->offset);
    }
    return at_;
}

}  // namespace waymark
