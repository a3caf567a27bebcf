#include "survey/export_bytes.hpp"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

namespace waymark {

namespace {

constexpr std::size_t kPiece = std::size_t{128} << 10U;
constexpr int kGzip = 16 + MAX_WBITS;  // zlib: a gzip header is expected
constexpr int kLargestWindow = 23;     // 8 MiB: what every level but the "ultra" ones asks for
constexpr std::string_view kGzipMagic("\x1F\x8B", 2);
constexpr std::string_view kZstdMagic("\x28\xB5\x2F\xFD", 4);

// A stretch of packed bytes that is read ahead, always as much as fits: a library says where data is damaged, and gives
// what came before, by what it is handed at once. In what pieces a pipe delivers must not show in that.
class Packed {
  public:
    explicit Packed(ReadBytes source) : source_(std::move(source)), piece_(kPiece) {}

    // Reads on if everything is used up. False at the end or after a problem.
    bool fill() {
        if (at_ < size_) return true;
        before_ += size_;
        at_ = 0;
        size_ = 0;
        fill_up_to(piece_.size());
        return size_ > 0;
    }
    // At least `count` bytes, unless there are fewer.
    void fill_up_to(std::size_t count) {
        while (size_ < count && !ended_) {
            ReadResult read = source_(piece_.data() + size_, piece_.size() - size_);
            size_ += read.bytes;
            ended_ = read.bytes == 0;
            if (ended_) problem_ = std::move(read);
        }
    }
    // What is not read ahead, straight from the source.
    ReadResult read_on(char* into, std::size_t room) { return source_(into, room); }
    std::string_view rest() const { return {piece_.data() + at_, size_ - at_}; }
    void use(std::size_t count) { at_ += count; }
    std::size_t position() const { return before_ + at_; }
    const ReadResult& problem() const { return problem_; }

  private:
    ReadBytes source_;
    std::vector<char> piece_;
    std::size_t at_ = 0;
    std::size_t size_ = 0;
    std::size_t before_ = 0;
    bool ended_ = false;
    ReadResult problem_;
};

ReadResult broken(std::string_view what, std::string_view how, const Packed& packed) {
    return {0, fmt::format("the {} data {} at byte {} of the packed file", what, how, packed.position()),
            "download or copy it again"};
}

struct Inflating {
    explicit Inflating(Packed from) : packed(std::move(from)) { inflateInit2(&stream, kGzip); }
    ~Inflating() { inflateEnd(&stream); }
    Inflating(const Inflating&) = delete;
    Inflating& operator=(const Inflating&) = delete;

    ReadResult read(char* into, std::size_t room) {
        stream.next_out = reinterpret_cast<Bytef*>(into);
        stream.avail_out = static_cast<uInt>(std::min<std::size_t>(room, 1U << 30U));
        while (stream.next_out == reinterpret_cast<Bytef*>(into)) {
            if (!packed.fill()) {
                if (damaged) return broken("gzip", "is damaged", packed);
                if (!packed.problem().problem.empty()) return packed.problem();
                return between_members ? ReadResult{} : broken("gzip", "is cut off", packed);
            }
            const std::string_view rest = packed.rest();
            if (between_members && rest.find_first_not_of('\0') == std::string_view::npos) {
                packed.use(rest.size());  // padding behind the last member
                continue;
            }
            between_members = false;
            stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest.data()));
            stream.avail_in = static_cast<uInt>(rest.size());
            const int status = inflate(&stream, Z_NO_FLUSH);
            packed.use(rest.size() - stream.avail_in);
            if (status == Z_STREAM_END) {
                inflateReset(&stream);
                between_members = true;
            } else if (status != Z_OK && status != Z_BUF_ERROR) {
                // What came out before the damage counts first; zlib says the same of the damage when asked again.
                damaged = true;
                if (stream.next_out != reinterpret_cast<Bytef*>(into)) break;
                return broken("gzip", "is damaged", packed);
            }
        }
        return {static_cast<std::size_t>(reinterpret_cast<char*>(stream.next_out) - into), {}, {}};
    }

    Packed packed;
    z_stream stream{};
    bool between_members = false;
    bool damaged = false;
};

struct Unzstd {
    explicit Unzstd(Packed from) : packed(std::move(from)), context(ZSTD_createDCtx()) {
        ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, kLargestWindow);
    }
    ~Unzstd() { ZSTD_freeDCtx(context); }
    Unzstd(const Unzstd&) = delete;
    Unzstd& operator=(const Unzstd&) = delete;

    ReadResult read(char* into, std::size_t room) {
        ZSTD_outBuffer out{into, room, 0};
        while (out.pos == 0) {
            if (!packed.fill()) {
                if (!packed.problem().problem.empty()) return packed.problem();
                return between_frames ? ReadResult{} : broken("Zstandard", "is cut off", packed);
            }
            const std::string_view rest = packed.rest();
            ZSTD_inBuffer in{rest.data(), rest.size(), 0};
            const std::size_t status = ZSTD_decompressStream(context, &out, &in);
            packed.use(in.pos);
            if (ZSTD_isError(status) != 0) {
                if (ZSTD_getErrorCode(status) == ZSTD_error_frameParameter_windowTooLarge) {
                    return {0, "the file was packed so that unpacking needs more than 8 MiB of memory",
                            "pack it again without --ultra and --long"};
                }
                return broken("Zstandard", "is damaged", packed);
            }
            between_frames = status == 0;
        }
        return {out.pos, {}, {}};
    }

    Packed packed;
    ZSTD_DCtx* context;
    bool between_frames = false;
};

}  // namespace

ReadBytes unpacked(ReadBytes bytes) {
    Packed packed(std::move(bytes));
    packed.fill_up_to(kZstdMagic.size());
    if (packed.rest().starts_with(kGzipMagic)) {
        packed.fill_up_to(kPiece);
        const auto inflating = std::make_shared<Inflating>(std::move(packed));
        return [inflating](char* into, std::size_t room) { return inflating->read(into, room); };
    }
    if (packed.rest().starts_with(kZstdMagic)) {
        packed.fill_up_to(kPiece);
        const auto unzstd = std::make_shared<Unzstd>(std::move(packed));
        return [unzstd](char* into, std::size_t room) { return unzstd->read(into, room); };
    }
    const auto plain = std::make_shared<Packed>(std::move(packed));
    return [plain](char* into, std::size_t room) {
        if (plain->rest().empty()) return plain->read_on(into, room);
        const std::size_t count = std::min(room, plain->rest().size());
        std::memcpy(into, plain->rest().data(), count);
        plain->use(count);
        return ReadResult{count, {}, {}};
    };
}

ReadBytes bytes_of(std::string_view text) {
    return [text](char* into, std::size_t room) mutable {
        const std::size_t count = std::min(room, text.size());
        std::memcpy(into, text.data(), count);
        text.remove_prefix(count);
        return ReadResult{count, {}, {}};
    };
}

}  // namespace waymark
