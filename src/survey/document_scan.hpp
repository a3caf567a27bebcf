// Goes through JSON documents to the records inside, with whatever stands around them: pages, totals, pointers to the
// next page.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "survey/bracket_scan.hpp"
#include "survey/record_chunks.hpp"

namespace waymark {

class DocumentScan {
  public:
    explicit DocumentScan(const Envelope& envelope) : envelope_(&envelope) {}

    // Goes on at bytes[from]. Records and faults go to `chunk`, whose `offset` is the place of bytes[0] in the file.
    // Returns where the record or token begins that is not finished yet; `size` if there is none. With `last` nothing
    // follows.
    std::size_t scan(const char* bytes, std::size_t from, std::size_t size, bool last, Chunk& chunk,
                     FileReading& reading);
    // The record at hand is larger than is read: its bytes need not be kept.
    void give_up_record() { giving_up_ = true; }
    bool inside_record() const { return state_ == State::record; }

  private:
    enum class State { between, value, first_or_end, name, colon, comma_or_end, record, skipped, lost };
    struct Frame {
        bool object = false;
        bool records = false;  // its elements are the records
        int node = -1;
        std::int32_t count = 0;
    };

    bool value();  // false: more bytes are needed
    bool scalar(bool is_record);
    bool member_name();
    void enter(bool object, bool records);
    void begin_record(std::size_t at);
    void end_record(std::size_t end);
    void value_done();
    void end_document();
    void close(char bracket);
    void lose(Reject reason);
    void find_again();
    void capture(std::string_view token);
    int child_node() const;
    void at_end();
    std::size_t token_end(std::size_t from) const;  // `size_` + 1: not in these bytes
    void fault(Reject reason, std::uint64_t begin, std::uint64_t end);

    const Envelope* envelope_;
    State state_ = State::between;
    std::vector<Frame> frames_;
    BracketScan brackets_;
    int node_ = 0;  // of the value that comes next
    bool giving_up_ = false;
    bool resolved_ = false;  // the document at hand has a place of records
    bool list_was_empty_ = false;
    bool after_line_end_ = true;  // lost: a document may begin here
    std::uint64_t document_begin_ = 0;
    std::uint64_t record_begin_ = 0;
    std::uint64_t lost_at_ = 0;
    Reject lost_reason_ = Reject::not_json;
    Page page_;
    bool page_tells_ = false;

    // The call at hand.
    const char* bytes_ = nullptr;
    std::size_t at_ = 0;
    std::size_t size_ = 0;
    bool last_ = false;
    Chunk* chunk_ = nullptr;
    FileReading* reading_ = nullptr;
};

}  // namespace waymark
