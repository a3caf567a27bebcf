#!/usr/bin/env bash
# Builds waymark optimised, makes the data, checks that all programs give the same rows, and prints a table of ratios.
#   tests/bench/run.sh [--records N] [--runs N] [--folder DIR] [--without NAME]…
# A million records need about 12 GB in DIR (build/bench/data unless given) and an hour. Needs what tests/run.sh needs,
# and jq, npm and python3 with the module yaml; `--without duckdb` (jq, python, nlohmann, growth, groups) leaves a part out.
set -euo pipefail
cd "$(dirname "$0")/../.."
export LC_ALL=C.UTF-8
build=build/bench

cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DWAYMARK_BUILD_TESTS=OFF \
      -DWAYMARK_BUILD_BENCH=ON >/dev/null
cmake --build "$build" >/dev/null

if [[ " $* " != *" --without duckdb "* ]]; then
    mkdir -p "$build/peers"
    cp tests/bench/peers/{package.json,package-lock.json,.npmrc} "$build/peers"
    [ -d "$build/peers/node_modules" ] || (cd "$build/peers" && npm ci --no-audit --no-fund --loglevel=error)
fi
exec python3 tests/bench/benchmark.py --build "$build" "$@"
