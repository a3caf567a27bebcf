#include "cli/row_stream.hpp"

#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>

#include "cli/exit_status.hpp"
#include "cli/files.hpp"

namespace waymark {

namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10U;

}  // namespace

RowStream::RowStream(const std::string& output, Terminal& terminal)
    : output_(output == "-" ? "" : output), terminal_(terminal) {
    if (output_.empty()) return;
    if (is_device(output_)) {
        device_ = std::make_unique<Descriptor>(::open(output_.c_str(), O_WRONLY | O_CLOEXEC));
        if (!device_->open()) report(errno);
    } else {
        file_ = std::make_unique<FileBeside>(output_, mode_of_results());
        if (file_->error() != 0) report(file_->error());
    }
    waiting_.reserve(kPiece);
}

void RowStream::report(int error) {
    if (!failed_) terminal_.say(fmt::format("waymark: cannot write '{}': {}\n", output_, reason(error)));
    failed_ = true;
}

void RowStream::write(std::string_view text) {
    if (failed_) return;
    if (output_.empty()) {
        terminal_.print(text);
        failed_ = terminal_.write_failed();
        return;
    }
    waiting_ += text;
    if (waiting_.size() >= kPiece) flush();
}

void RowStream::flush() {
    if (failed_ || waiting_.empty()) return;
    const int error = file_ ? file_->write(waiting_) : write_piece(device_->number(), waiting_);
    waiting_.clear();
    if (error != 0) report(error);
}

int RowStream::finish() {
    if (!output_.empty()) flush();
    if (!failed_ && file_) {
        if (const int error = file_->put_in_place(); error != 0) report(error);
    }
    file_.reset();
    return failed_ ? kOurFailure : kDone;
}

void RowStream::drop() {
    file_.reset();
    waiting_.clear();
    failed_ = true;
}

}  // namespace waymark
