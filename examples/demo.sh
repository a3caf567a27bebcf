#!/usr/bin/env bash
# Builds waymark if need be and shows its main job on real input; installs what it needs.
set -euo pipefail
cd "$(dirname "$0")/.."

.ci/install-packages build
# Warnings are for those who change waymark; another compiler may have others.
if ! cmake --preset release -DWAYMARK_BUILD_TESTS=OFF -DWAYMARK_WARNINGS_AS_ERRORS=OFF >build-demo.log 2>&1 || ! cmake --build --preset release >>build-demo.log 2>&1; then
    cat build-demo.log >&2
    exit 1
fi
rm -f build-demo.log
waymark=build/release/src/waymark

show() { printf '\n$ waymark %s\n\n' "$*"; "$waymark" "$@"; }

show check frameworks examples/home-heating/assessment.yaml
show report examples/home-heating/assessment.yaml
show explain --score implementing examples/home-heating/assessment.yaml
show score examples/survey/kobo --map examples/survey/kobo.map.yaml --facts examples/survey/facts
# One response holds an answer that the map does not know: it is rejected, and the status is 1.
show score examples/survey/limesurvey --map examples/survey/limesurvey.map.yaml --organisation "Millbrook Clean Air Team (invented)" || [ $? -eq 1 ]
show score examples/survey/table --map examples/survey/table.map.yaml --organisation-from-filename --per response -f csv
