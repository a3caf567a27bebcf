// Pictures that a page may carry: PNG and JPEG, told by their bytes and small enough to pass on.
#include <fmt/format.h>

#include <array>

#include "waymark/page.hpp"

namespace waymark {
namespace {

constexpr unsigned kLongestSide = 4096;

struct Size {
    unsigned width = 0;
    unsigned height = 0;
};

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

unsigned pair_at(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) << 8U | byte_at(bytes, at + 1);
}

// The header chunk always stands first: https://www.w3.org/TR/png-3/#11IHDR
std::optional<Size> png_size(std::string_view bytes) {
    constexpr std::string_view kHead("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
    if (!bytes.starts_with(kHead) || bytes.size() < 33) return std::nullopt;
    return Size{pair_at(bytes, 16) << 16U | pair_at(bytes, 18), pair_at(bytes, 20) << 16U | pair_at(bytes, 22)};
}

// Walks the segments to the frame header, which holds the size: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B
std::optional<Size> jpeg_size(std::string_view bytes) {
    if (!bytes.starts_with("\xFF\xD8\xFF")) return std::nullopt;
    for (std::size_t at = 2; at + 9 < bytes.size() && byte_at(bytes, at) == 0xFF;) {
        const unsigned marker = byte_at(bytes, at + 1);
        const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame) return Size{pair_at(bytes, at + 7), pair_at(bytes, at + 5)};
        at += 2 + pair_at(bytes, at + 2);
    }
    return std::nullopt;
}

bool fits(const Size& size) {
    return size.width > 0 && size.height > 0 && size.width <= kLongestSide && size.height <= kLongestSide;
}

}  // namespace

std::optional<Logo> read_logo(std::string bytes, std::string& problem) {
    if (bytes.size() > kLargestLogo) {
        problem = fmt::format("it is larger than {} kB; pages are passed on by mail, so their pictures are small",
                              kLargestLogo / 1024);
        return std::nullopt;
    }
    const auto png = png_size(bytes);
    const auto jpeg = png ? std::nullopt : jpeg_size(bytes);
    if (!png && !jpeg) {
        problem = "it is neither a PNG nor a JPEG; SVG is not taken, as it could carry scripts";
        return std::nullopt;
    }
    if (!fits(png ? *png : *jpeg)) {
        problem = fmt::format("its width and height must be 1 to {} pixels", kLongestSide);
        return std::nullopt;
    }
    return Logo{png ? "image/png" : "image/jpeg", std::move(bytes)};
}

}  // namespace waymark
