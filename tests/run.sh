#!/usr/bin/env bash
# Builds waymark and runs its tests; installs what it needs.
#   ./tests/run.sh          all tests
#   ./tests/run.sh --all    and formatting, and fuzzing under sanitizers: what CI runs
#   ./tests/run.sh --deep   and clang-tidy, the installed package, all tests under sanitizers
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8

step() { printf '\n== %s\n' "$*"; }

step "Packages"
.ci/install-packages test

if [ -n "${1:-}" ]; then
    step "Formatting"
    git ls-files '*.cpp' '*.hpp' | xargs clang-format-19 --dry-run --Werror
fi

step "Build and tests (g++)"
cmake --preset dev >/dev/null
cmake --build --preset dev
ctest --preset dev

[ -n "${1:-}" ] || exit 0

step "Fuzzing under sanitizers (clang)"
cmake --preset asan-ubsan >/dev/null
mapfile -t targets < <(basename -s .cpp tests/fuzz/*.cpp | sed 's/^/fuzz_/')
cmake --build --preset asan-ubsan --target "${targets[@]}"
ctest --preset asan-ubsan -L fuzz

[ "$1" = "--deep" ] || exit 0

step "clang-tidy"  # reads the flags and the precompiled headers of g++, which clang does not know
git ls-files 'src/*.cpp' | xargs -P 2 -n 4 clang-tidy-19 -p build/dev --quiet \
    --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-ignored-gch --extra-arg=-Wno-deprecated-declarations 2>/dev/null

step "Installed package"
tests/install/run.sh build/dev

step "All tests under sanitizers (clang)"
cmake --build --preset asan-ubsan
ctest --preset asan-ubsan -LE "schema|consumers|browser|mutation|fuzz"  # these test other programs as much as ours

step "Threads (clang, ThreadSanitizer)"
cmake --preset tsan >/dev/null
cmake --build --preset tsan
ctest --preset tsan
