#!/usr/bin/env python3
"""Holds the JSON Schemas in docs/schemas against the files they describe.

    python3 tests/schemas/check.py WAYMARK SOURCE_FOLDER

Every file that ships, and every scorecard that waymark writes, must fit its schema; files that are broken on purpose
must be refused by the schema and by waymark alike.
"""

import copy
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import jsonschema
import yaml

KINDS = ("assessment", "comparison", "framework", "map", "scorecard", "test")


# In the shape that needs most keys.
SOUND_MAP = {
    "waymark": "map/1",
    "framework": "mission-maturity@1.0.0",
    "records": "/data",
    "expect": "/total",
    "more": ["/links/next"],
    "where": {"/status": {"not": ["test", "preview"]}, "/deleted": "absent", "/round": 2},
    "record": {
        "id": "/id",
        "organisation": ["/custom/org", {"each": "/variables/*", "key": "/name", "is": "org", "value": "/value"}],
        "role": {"key": "q0"},
        "complete": {"/status": "completed"},
    },
    "duplicates": "latest",
    "incomplete": "drop",
    "answers": {"each": "/pages/*/answers/*", "key": "2/id", "row": "/row", "value": ["/choice", "/text"]},
    "values": {"default": {"map": {"a": "absent", "dk": "dont-know"}, "pass": "number", "offset": -1}},
    "roles": {"boss": "leader"},
    "questions": {"real-mission": {"key": "q1", "row": "r1", "many": "max"}, "line-of-sight": "q2"},
    "organisations": {"Housing": ["housing dept"]},
}


# Written by waymark and read by other programs only.
OUTPUTS = ("cohort",)


class Plain(yaml.SafeLoader):
    """YAML as editors read it (the core schema of YAML 1.2): dates and `yes` are text, keys are always text."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


class Older(Plain):
    """As editors with YAML 1.1 read it: `yes` and `no` are truth values too."""

    yaml_implicit_resolvers = {}


def teach(loader, truth):
    def learn(tag, pattern, first, construct):
        loader.add_implicit_resolver(tag, re.compile(pattern), first)
        loader.add_constructor(tag, lambda self, node: construct(node.value))

    learn("tag:yaml.org,2002:null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""], lambda text: None)
    learn("tag:yaml.org,2002:bool", f"^({truth})$", list("tTfFyYnN"), lambda text: text[0] in "tTyY")
    learn("tag:yaml.org,2002:int", r"^[-+]?[0-9]+$", list("-+0123456789"), int)
    learn("tag:yaml.org,2002:float", r"^[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?$", list("-+.0123456789"), float)
    loader.add_constructor("tag:yaml.org,2002:map", lambda self, node: self.construct_mapping(node))


teach(Plain, "true|True|TRUE|false|False|FALSE")
teach(Older, "true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO")


class Checks:
    def __init__(self):
        self.done = 0
        self.failures = []

    def expect(self, holds, words):
        self.done += 1
        if not holds:
            self.failures.append(words)


class Waymark:
    def __init__(self, binary):
        self.binary = binary

    def run(self, *arguments):
        return subprocess.run([self.binary, *map(str, arguments)], capture_output=True, text=True, timeout=120)

    def scorecard(self, path, *options):
        outcome = self.run("report", path, "-f", "json", *options)
        if outcome.returncode != 0:
            raise SystemExit(f"{path} cannot be reported on:\n{outcome.stderr}")
        return json.loads(outcome.stdout)


def validator(schema):
    return jsonschema.Draft202012Validator(schema)


def complaints(schema, document):
    found = sorted(validator(schema).iter_errors(document), key=lambda error: list(map(str, error.absolute_path)))
    return [f"{'/'.join(map(str, error.absolute_path)) or 'the file'}: {error.message[:200]}" for error in found[:5]]


def is_described(schema, root):
    if isinstance(schema, bool) or "description" in schema:
        return True
    reference = schema.get("$ref", "")
    return reference.startswith("#/$defs/") and is_described(root["$defs"][reference.split("/")[2]], root)


def inner_schemas(schema):
    """Each schema inside: the key it is of ('' if of none) and itself. Conditions and `not` declare no keys."""
    for keyword in ("properties", "$defs"):
        yield from schema.get(keyword, {}).items()
    if "additionalProperties" in schema:
        yield "*", schema["additionalProperties"]
    for inner in [schema.get("items", True), *(one for word in ("allOf", "anyOf", "oneOf") for one in schema.get(word, []))]:
        yield "", inner


def walk(schema, place=""):
    """Every schema with its place, the root first; those of keys that are refused or let pass as a whole are left out."""
    yield place, schema
    for key, inner in inner_schemas(schema):
        if not isinstance(inner, bool):
            yield from walk(inner, f"{place}/{key}" if key else place)


def undescribed(root):
    """The places of keys without a description, their own or that of the definition they refer to."""
    for place, schema in walk(root):
        for key, inner in inner_schemas(schema):
            if key and not is_described(inner, root):
                yield f"{place}/{key}"


def open_mappings(root):
    """Places that list keys but let others pass; what refers to a definition is closed there."""
    for place, schema in walk(root):
        if "properties" in schema and "additionalProperties" not in schema and "$ref" not in schema:
            yield place


def check_schemas(schemas, waymark, folder, checks):
    for kind, schema in schemas.items():
        try:
            jsonschema.Draft202012Validator.check_schema(schema)
        except jsonschema.SchemaError as error:
            checks.expect(False, f"{kind}-1.json is no schema: {error.message}")
        checks.expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema", f"{kind}-1.json: draft")
        for place in undescribed(schema):
            checks.expect(False, f"{kind}-1.json: {place} has no description")
        # Tests of rows name columns that only the framework knows.
        for place in set(open_mappings(schema)) - ({"/test"} if kind == "framework" else set()):
            checks.expect(False, f"{kind}-1.json: {place} lets unknown keys pass")
        printed = waymark.run("schema", kind)
        same = printed.stdout == (folder / f"docs/schemas/{kind}-1.json").read_text()
        checks.expect(same, f"`waymark schema {kind}` prints something else than docs/schemas/{kind}-1.json")
    # Editors cannot follow references between the files, so tests repeat what assessments define.
    for name in ("answer", "evidenceItem", "fact", "row", "cell"):
        # In tests a parameter may stand for a value.
        plain = json.loads(json.dumps(schemas["test"]["$defs"][name]).replace("|^<[a-z][a-z0-9_-]*>$", ""))
        same = plain == schemas["assessment"]["$defs"][name]
        checks.expect(same, f"test-1.json and assessment-1.json define '{name}' differently")


def declared_kind(path):
    found = re.search(r"^waymark: ([a-z]+)/1$", path.read_text(), re.MULTILINE)
    return found[1] if found else ""


def yaml_files(folder):
    """Every YAML file that ships, with the kind it must be; the same file must not count for two kinds."""
    for path in sorted((folder / "frameworks").glob("*.yaml")):
        yield path, "test" if path.name.endswith(".test.yaml") else "framework"
    yield folder / "src/cli/starters/framework.yaml", "framework"
    yield folder / "src/cli/starters/test.yaml", "test"
    for path in sorted((folder / "src/survey/platforms").glob("*.yaml")):
        yield path, "map"
    for path in sorted((folder / "examples").rglob("*.yaml")):
        if declared_kind(path):  # the others are of programs that run waymark
            yield path, declared_kind(path)
    for path in sorted((folder / "tests/examples").rglob("*.yaml")):
        yield path, declared_kind(path)


def check_files(schemas, waymark, folder, checks):
    seen = {kind: 0 for kind in KINDS}
    for path, kind in yaml_files(folder):
        for loader in (Plain, Older):
            document = yaml.load(path.read_text(), loader)
            for words in complaints(schemas[kind], document):
                checks.expect(False, f"{path.relative_to(folder)} as {loader.__name__} YAML: {words}")
        checks.expect(str(document["waymark"]) == f"{kind}/1", f"{path.relative_to(folder)} is no {kind}")
        seen[kind] += 1
        if kind != "assessment":
            continue
        for options in ([], ["--with-notes"]):
            for words in complaints(schemas["scorecard"], waymark.scorecard(path, *options)):
                checks.expect(False, f"the scorecard of {path.relative_to(folder)} {options}: {words}")
            seen["scorecard"] += 1
    check_written_maps(schemas["map"], waymark, checks)
    heating = folder / "examples/home-heating"
    pair = [heating / "assessment.yaml", heating / "after-18-months.yaml"]
    for files in (pair, [*pair, pair[0]], pair[::-1]):
        compared = waymark.run("compare", *files, "-f", "json")
        checks.expect(compared.returncode == 0, f"{files} cannot be compared: {compared.stderr}")
        for words in complaints(schemas["comparison"], json.loads(compared.stdout)):
            checks.expect(False, f"the comparison of {len(files)} files: {words}")
        seen["comparison"] += 1
    for kind, least in (
        ("comparison", 3), ("framework", 7), ("test", 3), ("assessment", 6), ("scorecard", 10), ("map", 15),
    ):
        checks.expect(seen[kind] >= least, f"only {seen[kind]} files of the kind {kind} were found")


def check_written_maps(schema, waymark, checks):
    """What `map new` and `survey` write for every platform and form."""
    platforms = schema["properties"]["platform"]["enum"]
    listed = [line.split()[0] for line in waymark.run("map", "list").stdout.splitlines() if not line.startswith(" ")]
    checks.expect(listed == [name for name in platforms if name], "the schema names other platforms than `waymark map list`")
    with tempfile.TemporaryDirectory() as place:
        for platform in listed:
            path = pathlib.Path(place) / f"{platform}.yaml"
            waymark.run("map", "new", "--platform", platform, "-o", path)
            for words in complaints(schema, yaml.load(path.read_text(), Plain)):
                checks.expect(False, f"the map that is written for {platform}: {words}")
        for form in ("csv", "markdown"):
            path = pathlib.Path(place) / f"{form}.map.yaml"
            waymark.run("survey", "--to", form, "-o", pathlib.Path(place) / form, "--map", path)
            for words in complaints(schema, yaml.load(path.read_text(), Plain)):
                checks.expect(False, f"the map of the form in {form}: {words}")


def put(path, value):
    def change(document):
        for step in path[:-1]:
            document = document[step]
        document[path[-1]] = value

    return change


def drop(key):
    return lambda document: document.pop(key)


def broken_twins(kind):
    """What is wrong, and a function that does it to a sound file of this kind."""
    yield "an unknown key", put(["colour"], "red")
    yield "another format's head", put(["waymark"], "report/1")
    yield "a later version's head", put(["waymark"], f"{kind}/2")
    if kind == "framework":
        practice = ["dimensions", 0, "practices", 0]
        yield "an unknown key of a practice", put([*practice, "colour"], "red")
        yield "an id with a capital", put(["dimensions", 0, "id"], "Learning")
        yield "a mapping for a list", put(["dimensions"], {"learning": {}})
        yield "a word for a number", put(["scoring", "bands", 0, "below"], "half")
        yield "a severity that there is not", put(["flags", 0, "severity"], "severe")
        yield "an operator that there is not", put(["flags", 0, "when"], {"ratio": {"of": "overall"}})
        yield "no condition", put(["flags", 0, "when"], {})
    elif kind == "assessment":
        person = ["respondents", 0]
        yield "an unknown key of a person", put([*person, "name"], "Ada")
        yield "an empty list of evidence", put([*person, "answers", "clear-aim", "evidence"], [])
        yield "a level and a state", put([*person, "answers", "clear-aim", "state"], "skipped")
        yield "not applicable without a reason", put([*person, "answers", "broad-tools"], "not-applicable")
        yield "a day that is none", put(["date"], "30 June 2026")
        yield "a mapping for a list", put(["respondents"], {"r1": {}})
        yield "a currency that is none", put(["currency"], "pounds")
    elif kind == "test":
        expect = ["tests", 0, "expect"]
        yield "an unknown key of a test", put(["tests", 0, "frameworks"], [])
        yield "an unknown key of what is expected", put([*expect, "signs"], {})
        yield "nothing that is expected", put(expect, {})
        yield "no test", put(["tests"], [])
        yield "a state that there is not", put([*expect, "flags", "words-outrun-evidence"], "maybe")
        yield "a word for a number", put([*expect, "scores", "overall", "claimed"], "three")
        yield "answers of one and of several", put(["tests", 0, "respondents"], [{"id": "r1", "role": "leader"}])
        yield "parameters that are no list", put(["tests", 0, "parameters"], {"level": "embedded"})
        yield "no run of parameters", put(["tests", 0, "parameters"], [])
        yield "an unknown key of a set-up", put(["setups"], {"start": {"colour": "red"}})
        yield "a set-up that expects something", put(["setups"], {"start": {"expect": {"unsafe": "no"}}})
        yield "a finding that is no code", put([*expect, "diagnostics"], ["everything"])
        yield "an unknown key of the assessment before", put(["tests", 0, "previous"], {"date": "2025-01-31", "tests": []})
    elif kind == "map":
        question = ["questions", "real-mission"]
        yield "a pointer without a slash", put(["records"], "results")
        yield "a pointer with a lone tilde", put(["records"], "/a~b")
        yield "a step for many where one place is meant", put(["expect"], "/pages/*/count")
        yield "a way up from a record", put(["record", "id"], "1/id")
        yield "an unknown fact about records", put(["record", "team"], "/team")
        yield "an unknown key of the answers", put(["answers", "items"], "/answers")
        yield "two shapes of answers", put(["answers", "in"], "")
        yield "a condition that there is not", put(["where"], {"/status": {"is": "test"}})
        yield "an empty list of values", put(["where"], {"/status": []})
        yield "a word for what becomes of copies", put(["duplicates"], "newest")
        yield "a word for what becomes of incomplete records", put(["incomplete"], "skip")
        yield "numbers that pass by another word", put(["values", "default", "pass"], "numbers")
        yield "a level that is a list", put(["values", "default", "map"], {"a": ["absent"]})
        yield "a table with a capital", put(["values"], {"Default": {"pass": "number"}})
        yield "an unknown key of a question", put([*question, "column"], "q1")
        yield "a question in two places", put([*question, "at"], "/q1")
        yield "a question in no place", put(question, {"values": "default"})
        yield "a separator that there is not", put([*question, "split"], "|")
        yield "a platform that there is not", put(["platform"], "paper")
        yield "a selector without a name", put(["record", "role"], {"each": "/variables/*", "key": "/name", "value": "/value"})
        yield "an entry without a place for its key", put(["answers"], {"each": "/answers/*", "keys": "suffix"})
        yield "no records and no platform", drop("records")
        yield "no answers and no platform", drop("answers")
    else:
        yield "an unknown key of a sign", put(["flags", 0, "colour"], "red")
        yield "a state that there is not", put(["nodes", 0, "state"], "fine")
        yield "a bare number", put(["nodes", 0, "lowest"], 0)
        yield "a word for a list", put(["levels"], "none")
        yield "no nodes", put(["nodes"], [])


def sound_files(waymark, folder):
    """One sound document of each kind: small, and where its neighbours are."""
    worked = folder / "tests/examples/worked"
    starters = folder / "src/cli/starters"
    yield "framework", starters, yaml.load((starters / "framework.yaml").read_text(), Plain)
    yield "test", starters, yaml.load((starters / "test.yaml").read_text(), Plain)
    yield "assessment", worked, yaml.load((worked / "assessment.yaml").read_text(), Plain)
    yield "map", worked, SOUND_MAP
    yield "scorecard", worked, waymark.scorecard(folder / "examples/school-readiness/assessment.yaml")


def refused(waymark, kind, path):
    """Whether waymark refuses the file by a finding about it, which a crash or our own failure is not."""
    if kind == "scorecard":
        return waymark.run("report", path).returncode == 2
    outcome = waymark.run("check", path)
    return outcome.returncode == 1 and "error[" in outcome.stderr


def check_twins(schemas, waymark, folder, checks):
    for kind, neighbours, sound in sound_files(waymark, folder):
        twins = [*broken_twins(kind), *((f"no '{key}'", drop(key)) for key in schemas[kind]["required"])]
        with tempfile.TemporaryDirectory() as place:
            for neighbour in neighbours.glob("*.yaml"):
                shutil.copy(neighbour, place)
            path = pathlib.Path(place) / f"twin-{kind}.json"
            path.write_text(json.dumps(sound))
            sound_to_both = not complaints(schemas[kind], sound) and not refused(waymark, kind, path)
            checks.expect(sound_to_both, f"the sound {kind} that twins are made of is refused")
            for what, change in twins:
                twin = copy.deepcopy(sound)
                change(twin)
                path.write_text(json.dumps(twin))
                checks.expect(complaints(schemas[kind], twin), f"the schema accepts a {kind} with {what}")
                checks.expect(refused(waymark, kind, path), f"waymark accepts a {kind} with {what}")


def cohorts(waymark, folder, place):
    """What `score` says of groups: large enough and too small, of one profile and of several, with and without rows."""
    teams = sorted((folder / "examples/cohort").glob("*.yaml"))
    others = [folder / "examples/school-readiness/hospital.yaml", folder / "examples/home-heating/assessment.yaml"]
    for files, options in ((teams, []), (teams, ["--with-rows"]), (teams[:7], []), (others, []), (teams + others, [])):
        path = pathlib.Path(place) / "cohort.json"
        outcome = waymark.run("score", *files, "-f", "json", "-o", path, *options)
        if outcome.returncode != 0:
            raise SystemExit(f"{len(files)} files cannot be read together:\n{outcome.stderr}")
        yield f"the cohort of {len(files)} files {options}", json.loads(path.read_text())


def check_cohorts(schema, waymark, folder, checks):
    with tempfile.TemporaryDirectory() as place:
        documents = list(cohorts(waymark, folder, place))
    for what, document in documents:
        for words in complaints(schema, document):
            checks.expect(False, f"{what}: {words}")
        checks.expect(bool(document["groups"]), f"{what} has no group")
    sound = documents[0][1]
    group = ["groups", 0]
    twins = {
        "an unknown key": put([*group, "colour"], "red"),
        "another format's head": put(["waymark"], "scorecard/1"),
        "a smaller cell": put([*group, "least_cell"], 4),
        "a word that there is not": put([*group, "flags", 0, "states", 0, "told"], "roughly"),
        "a word for a count": put([*group, "count"], "many"),
        "no groups": drop("groups"),
    }
    for what, change in twins.items():
        twin = copy.deepcopy(sound)
        change(twin)
        checks.expect(complaints(schema, twin), f"the schema accepts a cohort with {what}")


def main(binary, source):
    folder = pathlib.Path(source).resolve()
    waymark = Waymark(binary)
    checks = Checks()
    names = sorted(path.name for path in (folder / "docs/schemas").glob("*.json"))
    every = sorted(KINDS + OUTPUTS)
    checks.expect(names == [f"{kind}-1.json" for kind in every], f"docs/schemas holds {', '.join(names)}")
    schemas = {kind: json.loads((folder / f"docs/schemas/{kind}-1.json").read_text()) for kind in every}
    check_schemas(schemas, waymark, folder, checks)
    check_files(schemas, waymark, folder, checks)
    check_twins(schemas, waymark, folder, checks)
    check_cohorts(schemas["cohort"], waymark, folder, checks)
    for words in checks.failures:
        print(words)
    print(f"{checks.done} checks, {len(checks.failures)} failed")
    return 1 if checks.failures else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
