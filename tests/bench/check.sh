#!/bin/sh
# How long `waymark check` takes, all proofs included, beside a check of the same files against the same JSON Schema by
# python3-jsonschema, which looks at shape only.
#
#   tests/bench/check.sh WAYMARK [RUNS]
#
# WAYMARK is a Release build. Needs python3 with the modules jsonschema and yaml; uses hyperfine if it is there.
set -eu
waymark=$(realpath "$1")
runs=${2:-20}
root=$(realpath "$(dirname "$0")/../..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/schema.py" <<'PY'
import json, sys, pathlib, yaml, jsonschema
class Plain(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):
    yaml_implicit_resolvers = {}
check = jsonschema.Draft202012Validator(json.loads(pathlib.Path(sys.argv[1]).read_text()))
for name in sys.argv[2:]:
    for path in sorted(pathlib.Path(name).rglob("*.yaml")) if pathlib.Path(name).is_dir() else [pathlib.Path(name)]:
        list(check.iter_errors(yaml.load(path.read_text(), Plain)))
PY

# A thousand small frameworks: the starter, each with an id of its own.
mkdir "$work/many"
python3 - "$root/src/cli/starters/framework.yaml" "$work/many" <<'PY'
import pathlib, sys
text = pathlib.Path(sys.argv[1]).read_text()
for number in range(1000):
    pathlib.Path(sys.argv[2], f"framework-{number:04}.yaml").write_text(text.replace("id: my-framework", f"id: framework-{number:04}"))
PY

measure() { # name, runs, command…
    name=$1; times=$2; shift 2
    if command -v hyperfine > /dev/null; then
        hyperfine -N -i -w 2 -r "$times" --export-json "$work/out.json" "$*" > /dev/null 2>&1
        python3 -c 'import json,sys; r=json.load(open(sys.argv[1]))["results"][0]; print(f"{sys.argv[2]:<58} {r["median"]*1000:9.1f} ms")' "$work/out.json" "$name"
    else
        python3 - "$name" "$times" "$@" <<'PY'
import statistics, subprocess, sys, time
name, runs, command = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
taken = []
for _ in range(runs):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    taken.append(time.perf_counter() - start)
print(f"{name:<58} {statistics.median(taken) * 1000:9.1f} ms")
PY
    fi
}

default="$root/frameworks/mission-maturity.yaml"
schema="$root/docs/schemas/framework-1.json"
measure "the default framework: waymark check, with all proofs" "$runs" "$waymark" check "$default"
measure "the default framework: jsonschema, shape only" "$runs" python3 "$work/schema.py" "$schema" "$default"
measure "1,000 small frameworks: waymark check, with all proofs" 3 "$waymark" check "$work/many"
measure "1,000 small frameworks: jsonschema, shape only" 3 python3 "$work/schema.py" "$schema" "$work/many"
