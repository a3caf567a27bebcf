// Uses the installed library as another project would: no command line, no files.
#include <cstdio>
#include <waymark/framework.hpp>

int main() {
    waymark::Diagnostics diagnostics;
    const auto framework = waymark::read_framework("empty.yaml", "", diagnostics);
    if (framework || diagnostics.empty()) return 1;
    std::printf("the library says: %s\n", diagnostics.front().message.c_str());
    return 0;
}
