// Colours and pictures of a house style.
#include <string>

#include "catch.hpp"
#include "report/colour.hpp"
#include "waymark/page.hpp"

using namespace waymark;

TEST_CASE("colours are written with three or six digits") {
    CHECK(parse_colour("#1f5Fa8") == Colour{0x1f, 0x5f, 0xa8});
    CHECK(parse_colour("#15a") == Colour{0x11, 0x55, 0xaa});
    for (const char* bad : {"", "#", "1f5fa8", "#1f5fa", "#1f5fa8ff", "red", "#ggg", "#12 ", "url(x)", "#12}"}) {
        CHECK_FALSE(parse_colour(bad));
    }
}

TEST_CASE("contrast agrees with published pairs") {
    // https://webaim.org/resources/contrastchecker: black on white 21, #777777 on white 4.48, #767676 on white 4.54,
    // #0000ff on white 8.59.
    const Colour white = {255, 255, 255};
    CHECK(std::abs(contrast(white, {0, 0, 0}) - 21) < 0.005);
    CHECK(std::abs(contrast({0x77, 0x77, 0x77}, white) - 4.48) < 0.005);
    CHECK(std::abs(contrast({0x76, 0x76, 0x76}, white) - 4.54) < 0.005);
    CHECK(std::abs(contrast({0, 0, 255}, white) - 8.59) < 0.005);
}

TEST_CASE("any accent becomes readable and a readable one stays") {
    const Colour white = {255, 255, 255};
    const Colour night = {0x12, 0x17, 0x1c};
    CHECK(readable_on(white, {0x1f, 0x5f, 0xa8}, 4.5) == Colour{0x1f, 0x5f, 0xa8});
    for (int red = 0; red < 256; red += 51) {
        for (int green = 0; green < 256; green += 51) {
            for (int blue = 0; blue < 256; blue += 51) {
                const Colour any = {static_cast<std::uint8_t>(red), static_cast<std::uint8_t>(green),
                                    static_cast<std::uint8_t>(blue)};
                CHECK(contrast(white, readable_on(white, any, 4.5)) >= 4.5);
                CHECK(contrast(night, readable_on(night, any, 4.5)) >= 4.5);
            }
        }
    }
}

namespace {

std::string png(unsigned char width_high, unsigned char width_low) {
    std::string bytes("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0", 18);
    bytes += static_cast<char>(width_high);
    bytes += static_cast<char>(width_low);
    return bytes + std::string("\0\0\0\x10\x08\x06\0\0\0....", 13);
}

std::string jpeg(unsigned char marker) {
    std::string bytes("\xFF\xD8\xFF\xE0\0\x04..", 8);  // an application segment of four bytes
    bytes += "\xFF";
    bytes += static_cast<char>(marker);
    return bytes + std::string("\0\x0B\x08\0\x20\0\x40\x01....", 12);
}

}  // namespace

TEST_CASE("a logo is told by its bytes") {
    std::string problem;
    CHECK(read_logo(png(0, 16), problem)->type == "image/png");
    CHECK(read_logo(jpeg(0xC0), problem)->type == "image/jpeg");
    CHECK(read_logo(jpeg(0xC2), problem)->type == "image/jpeg");
    CHECK(problem.empty());
}

TEST_CASE("what is no small PNG or JPEG is refused with a reason") {
    const auto reason = [](const std::string& bytes) {
        std::string problem;
        CHECK_FALSE(read_logo(bytes, problem));
        return problem;
    };
    CHECK(reason("<svg xmlns='http://www.w3.org/2000/svg'/>").find("neither") != std::string::npos);
    CHECK(reason("").find("neither") != std::string::npos);
    CHECK(reason("GIF89a").find("neither") != std::string::npos);
    CHECK(reason(png(0, 16).substr(0, 20)).find("neither") != std::string::npos);
    CHECK(reason(jpeg(0xC4)).find("neither") != std::string::npos);  // tables, and no frame after them
    CHECK(reason(png(0, 0)).find("4096") != std::string::npos);
    CHECK(reason(png(0x10, 0x01)).find("4096") != std::string::npos);
    CHECK(reason(png(0, 16) + std::string(kLargestLogo, '.')).find("64 kB") != std::string::npos);
}
