#!/bin/sh
# How long `waymark check` takes, all proofs included, beside a check of the same files against the same JSON Schema by
# python3-jsonschema (what check-jsonschema is made of), which looks at shape only.
#
#   tests/bench/check.sh WAYMARK [RUNS]
#
# WAYMARK is a Release build. Needs /usr/bin/python3 with the modules jsonschema and yaml. CPU time says more than the clock where other
# programs run beside it.
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
/usr/bin/python3 - "$root/src/cli/starters/framework.yaml" "$work/many" <<'PY'
import pathlib, sys
text = pathlib.Path(sys.argv[1]).read_text()
for number in range(1000):
    pathlib.Path(sys.argv[2], f"framework-{number:04}.yaml").write_text(text.replace("id: my-framework", f"id: framework-{number:04}"))
PY

cat > "$work/measure.py" <<'PY'
import resource, statistics, subprocess, sys, time
name, runs, command = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
taken, worked = [], []
for run in range(runs + 1):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if run == 0: continue  # the first one warms caches
    taken.append(time.perf_counter() - start)
    worked.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
print(f"{name:<60} {min(worked) * 1000:8.0f} {statistics.median(worked) * 1000:8.0f} {min(taken) * 1000:8.0f} "
      f"{statistics.median(taken) * 1000:8.0f}")
PY
measure() { /usr/bin/python3 "$work/measure.py" "$@"; } # name, runs, command…

printf '%-60s %8s %8s %8s %8s\n' "milliseconds" "CPU: min" "median" "wall: min" "median"
default="$root/frameworks/mission-maturity.yaml"
schema="$root/docs/schemas/framework-1.json"
measure "the default framework: waymark check, with all proofs" "$runs" "$waymark" check "$default"
measure "the default framework: jsonschema, shape only" "$runs" /usr/bin/python3 "$work/schema.py" "$schema" "$default"
measure "1,000 small frameworks: waymark check, with all proofs" 3 "$waymark" check "$work/many"
measure "1,000 small frameworks: jsonschema, shape only" 3 /usr/bin/python3 "$work/schema.py" "$schema" "$work/many"
