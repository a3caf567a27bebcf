#!/usr/bin/env bash
# Installs a build into a new folder, runs the installed binary from an empty one, and builds a small program against
# the exported CMake package.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
build=$(cd "$1" && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

cmake --install "$build" --prefix "$place/installed" >/dev/null
mkdir "$place/empty"
cd "$place/empty"
"$place/installed/bin/waymark" --version
"$place/installed/bin/waymark" new assessment | grep -q '^waymark: assessment/1'
"$place/installed/bin/waymark" report "$place/installed/share/waymark/examples/home-heating/assessment.yaml" >/dev/null

cmake -S "$root/tests/install/consumer" -B "$place/consumer" -G Ninja -DCMAKE_PREFIX_PATH="$place/installed" >/dev/null
cmake --build "$place/consumer" >/dev/null
"$place/consumer/consumer"
