#!/usr/bin/env bash
# Builds waymark and runs its tests; installs what it needs.
#   ./tests/run.sh          all tests
#   ./tests/run.sh --all    and formatting, and fuzzing under sanitizers: what CI runs
#   ./tests/run.sh --deep   and all tests under sanitizers, clang-tidy, the installed package
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

step "All tests under sanitizers (clang)"
cmake --build --preset asan-ubsan
# Whole programs, not case by case: starting one a thousand times costs more than its cases.
printf '%s\0' unit property e2e | xargs -0 -P 2 -I '{}' sh -c \
    'build/asan-ubsan/tests/test_{} >build/asan-ubsan/{}.log 2>&1 || { tail -n 200 build/asan-ubsan/{}.log; exit 255; }'

step "Threads (clang, ThreadSanitizer)"
cmake --preset tsan >/dev/null
cmake --build --preset tsan
ctest --preset tsan

step "clang-tidy"  # without precompiled headers: each file says what it includes, and little is read for it
cmake --preset release >/dev/null
git ls-files 'src/*.cpp' | xargs -P "$(nproc)" -n 4 clang-tidy-19 -p build/release --quiet \
    --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-deprecated-declarations 2>/dev/null

step "Installed package"
tests/install/run.sh build/dev
