#include "text/hash.hpp"

#include <sodium.h>

#include <array>

namespace waymark {

namespace {

using Hash = std::array<unsigned char, crypto_hash_sha256_BYTES>;

const unsigned char* data_of(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

Hash sha256(std::string_view bytes) {
    Hash hash{};
    crypto_hash_sha256(hash.data(), data_of(bytes), bytes.size());
    return hash;
}

std::string hex_of(const Hash& hash) {
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
    return hex_of(sha256(bytes));
}

struct Sha256::State {
    crypto_hash_sha256_state hash;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    crypto_hash_sha256_init(&state_->hash);
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    crypto_hash_sha256_update(&state_->hash, data_of(bytes), bytes.size());
}

std::string Sha256::hex() const {
    State so_far = *state_;
    Hash hash{};
    crypto_hash_sha256_final(&so_far.hash, hash.data());
    return hex_of(hash);
}

std::string sha256_base64(std::string_view bytes) {
    const Hash hash = sha256(bytes);
    return base64({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

std::string base64(std::string_view bytes) {
    constexpr int kVariant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), data_of(bytes), bytes.size(), kVariant);
    text.pop_back();  // the NUL that libsodium ends it with
    return text;
}

}  // namespace waymark
