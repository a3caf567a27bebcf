// How fast reading can be: lines are found, and simdjson's first stage finds the tokens of each and checks its UTF-8.
// Nothing is read of them. waymark does this and then its work, so that it cannot cost less.
//   stage1 RESPONSES.jsonl
#include <simdjson.h>

#include <cstring>
#include <fstream>
#include <iostream>
#include <memory>
#include <vector>

int main(int count, char** words) {
    constexpr std::size_t kPiece = std::size_t{256} << 10U;  // as waymark reads
    if (count != 2) return 2;
    std::unique_ptr<simdjson::internal::dom_parser_implementation> stages;
    if (simdjson::get_active_implementation()->create_dom_parser_implementation(kPiece, 64, stages) !=
        simdjson::SUCCESS)
        return 3;
    std::ifstream responses(words[1], std::ios::binary);
    std::vector<char> piece(kPiece + simdjson::SIMDJSON_PADDING);
    std::size_t held = 0;
    std::size_t tokens = 0;
    while (responses.read(piece.data() + held, static_cast<std::streamsize>(kPiece - held)), responses.gcount() > 0) {
        held += static_cast<std::size_t>(responses.gcount());
        std::size_t at = 0;
        while (const void* end = std::memchr(piece.data() + at, '\n', held - at)) {
            const std::size_t size = static_cast<std::size_t>(static_cast<const char*>(end) - piece.data()) - at;
            const auto* line = reinterpret_cast<const std::uint8_t*>(piece.data() + at);
            if (stages->stage1(line, size, simdjson::stage1_mode::regular) != simdjson::SUCCESS) return 1;
            tokens += stages->n_structural_indexes;
            at += size + 1;
        }
        std::memmove(piece.data(), piece.data() + at, held - at);
        held -= at;
    }
    std::cout << tokens << " tokens\n";
    return 0;
}
