#!/usr/bin/env bash
# Fails unless waymark and the programs it is compared with give the same rows, however the responses are written.
#   same_rows.sh WAYMARK GENERATE NLOHMANN FOLDER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
waymark=$1 generate=$2 nlohmann=$3 folder=$4
rm -rf "$folder" && mkdir -p "$folder" && cd "$folder"
/usr/bin/python3 "$here/plan.py" "$here/../../frameworks/mission-maturity.yaml" > plan.json

# written FORMAT VALUES ORDER: the same 2000 responses in this spelling, and waymark's rows of them
written() {
    "$generate" plan.json --records 2000 --format "$1" --values "$2" --order "$3" > "$1-$2-$3.$1"
    /usr/bin/python3 "$here/map.py" plan.json "$([ "$1" = csv ] && echo csv || echo json)" "$2" > map.yaml
    "$waymark" score "$1-$2-$3.$1" --map map.yaml --per response -f csv -o "$1-$2-$3.rows" --threads "$4" --quiet
}
written jsonl integers fixed 1
written jsonl integers random 2
written jsonl labels fixed 2
written array integers fixed 2
written csv integers fixed 1
for rows in *.rows; do cmp jsonl-integers-fixed.rows "$rows"; done

/usr/bin/python3 "$here/peers/score.py" plan.json jsonl-labels-fixed.jsonl python.rows > python.cohort
"$nlohmann" plan.json jsonl-integers-fixed.jsonl nlohmann.rows > nlohmann.cohort
cmp python.cohort nlohmann.cohort
/usr/bin/python3 "$here/agree.py" python=python.rows nlohmann=nlohmann.rows waymark=jsonl-integers-fixed.rows
