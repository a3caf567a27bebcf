#!/usr/bin/env python3
"""Holds the formats of findings and tests against their public schemas and against programs that read them.

    python3 tests/consumers/formats.py WAYMARK NODE_MODULES SOURCE_FOLDER
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import junitparser
import jsonschema
import yaml

import github_commands

FAULTY = """waymark: framework/1
id: demo
version: 1.0.0
titel: "Ünïted & <Demo>, 100% ]]> \\"quoted\\""
title: Demo
scoring: {rollup: meen, withhold_below: "most: of, them"}
"""

TESTS = """waymark: test/1
framework: framework.yaml
tests:
  - name: Passes <&> "well"
    date: 2026-01-31
    answers: {reviews: {level: embedded, evidence: none}}
    expect: {flags: {words-outrun-evidence: raised}}
  - name: Fails
    date: 2026-01-31
    answers: {reviews: {level: embedded, evidence: none}}
    expect: {flags: {words-outrun-evidence: clear}, scores: {overall: {claimed: 2}}}
"""

# docs.gitlab.com, "Code Quality report format": the keys that GitLab reads. It publishes no schema; what it reads is a part
# of Code Climate's format, whose types are public.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)."},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


class Checks:
    def __init__(self):
        self.done = 0
        self.failures = []

    def expect(self, holds, words):
        self.done += 1
        if not holds:
            self.failures.append(str(words))


class Setting:
    def __init__(self, binary, modules, source, folder):
        self.binary, self.modules, self.source, self.folder = binary, modules, source, folder

    def run(self, *arguments, **environment):
        settings = {key: value for key, value in os.environ.items() if key != "GITHUB_ACTIONS"} | environment
        return subprocess.run([self.binary, *arguments], cwd=self.folder, env=settings, capture_output=True, text=True,
                              timeout=120)

    def findings(self, *arguments):
        return json.loads(self.run("check", *arguments, "-f", "json").stdout)["diagnostics"]


def check_sarif(setting, checks):
    log = pathlib.Path(setting.folder, "out.sarif")
    outcome = setting.run("check", "faulty.yaml", "-f", f"sarif={log}", "-f", "json")
    findings = json.loads(outcome.stdout)["diagnostics"]
    document = json.loads(log.read_text())
    schema = json.loads((setting.modules / "@microsoft/sarif-multitool-linux/sarif-2.1.0.json").read_text())
    for error in jsonschema.validators.validator_for(schema)(schema).iter_errors(document):
        checks.expect(False, f"SARIF {list(error.absolute_path)}: {error.message[:200]}")
    results = document["runs"][0]["results"]
    rules = document["runs"][0]["tool"]["driver"]["rules"]
    checks.expect(len(results) == len(findings) >= 3, "SARIF: not every finding is a result")
    for result, finding in zip(results, findings):
        region = result["locations"][0]["physicalLocation"]["region"]
        checks.expect(rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding["code"], "SARIF: rule")
        checks.expect((region["startLine"], region["startColumn"]) == (finding["line"], finding["column"]), "SARIF: place")
        checks.expect(("fixes" in result) == (finding["fix"] is not None), "SARIF: fix")
    prints = [result["partialFingerprints"]["waymarkFinding/v1"] for result in results]
    checks.expect(len(set(prints)) == len(prints), "SARIF: fingerprints are not apart")
    check_fix(setting, results, checks)
    check_moved(setting, prints, checks)
    check_multitool(setting, log, checks)


def check_fix(setting, results, checks):
    """A fix applied as SARIF describes it does what --fix does."""
    text = pathlib.Path(setting.folder, "faulty.yaml").read_bytes()
    fixes = [fix for result in results for fix in result.get("fixes", [])]
    checks.expect(len(fixes) >= 1, "SARIF: there is no fix to try")
    change = fixes[0]["artifactChanges"][0]["replacements"][0]
    start = change["deletedRegion"]["byteOffset"]
    end = start + change["deletedRegion"]["byteLength"]
    mended = text[:start] + change["insertedContent"]["text"].encode() + text[end:]
    checks.expect(b"rollup: mean" in mended or b"title:" in mended, "SARIF: the fix replaces something else")


def check_moved(setting, prints, checks):
    """Fingerprints stay when lines are added above a finding."""
    faulty = pathlib.Path(setting.folder, "faulty.yaml")
    before = faulty.read_text()
    faulty.write_text("# one more line\n" + before)
    moved = json.loads(setting.run("check", "faulty.yaml", "-f", "sarif").stdout)["runs"][0]["results"]
    faulty.write_text(before)
    checks.expect([one["partialFingerprints"]["waymarkFinding/v1"] for one in moved] == prints, "SARIF: fingerprints move")


def check_multitool(setting, log, checks):
    tool = setting.modules / "@microsoft/sarif-multitool-linux/Sarif.Multitool"
    tool.chmod(0o755)  # the package leaves this to its installation script, which is not run
    report = pathlib.Path(setting.folder, "validated.sarif")
    settings = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    outcome = subprocess.run([tool, "validate", log, "--output", report, "--log", "ForceOverwrite"], env=settings,
                             capture_output=True, text=True, timeout=120)
    checks.expect(report.exists(), f"sarif-multitool wrote nothing: {outcome.stdout[-500:]}{outcome.stderr[-500:]}")
    if not report.exists():
        return
    for result in json.loads(report.read_text("utf-8-sig"))["runs"][0].get("results", []):
        wrong = result.get("level", "warning") == "error"
        checks.expect(not wrong, f"sarif-multitool: {result['ruleId']} {result['message']}")


def typed(setting, issues):
    """What TypeScript says of issues of Code Climate, by the types that codeclimate-types declares. Empty: nothing."""
    program = pathlib.Path(setting.folder, "report.ts")
    program.write_text("import type { Issue } from 'codeclimate-types'\n"
                       f"export const report: Issue[] = {issues}\n")
    modules = pathlib.Path(setting.folder, "node_modules")
    if not modules.exists():
        modules.symlink_to(setting.modules)
    outcome = subprocess.run(["node", setting.modules / "typescript/bin/tsc", "--noEmit", "--strict", "--module",
                              "nodenext", program], cwd=setting.folder, capture_output=True, text=True,
                             timeout=120)
    return outcome.stdout + outcome.stderr


def check_gitlab(setting, checks):
    findings = setting.findings("faulty.yaml")
    report = json.loads(setting.run("check", "./faulty.yaml", "-f", "gitlab").stdout)
    for error in jsonschema.Draft202012Validator(GITLAB).iter_errors(report):
        checks.expect(False, f"GitLab {list(error.absolute_path)}: {error.message[:200]}")
    checks.expect([one["check_name"] for one in report] == [one["code"] for one in findings], "GitLab: findings")
    checks.expect(len({one["fingerprint"] for one in report}) == len(report), "GitLab: fingerprints")
    checks.expect(setting.run("check", "framework.yaml", "-f", "gitlab").stdout == "[]\n", "GitLab: nothing found")
    text = json.dumps(report)
    checks.expect(typed(setting, text) == "", f"Code Climate: {typed(setting, text)}")
    for right, wrong in (('"begin"', '"start"'), ('"major"', '"error"'), ('"type"', '"kind"')):
        checks.expect(right in text and typed(setting, text.replace(right, wrong)) != "", f"Code Climate's types let {wrong} pass")


def check_github(setting, checks):
    findings = setting.findings("faulty.yaml")
    outcome = setting.run("check", "faulty.yaml", GITHUB_ACTIONS="true")
    commands = [github_commands.parse(line) for line in outcome.stdout.splitlines()]
    checks.expect(len(commands) == len(findings), "GitHub: not every finding is a command")
    for (name, properties, data), finding in zip(commands, findings):
        checks.expect(name == {"error": "error", "warning": "warning", "note": "notice"}[finding["severity"]], name)
        checks.expect(properties["file"] == "faulty.yaml" and int(properties["line"]) == finding["line"], properties)
        checks.expect(int(properties["col"]) == finding["column"] and properties["title"] == finding["code"], properties)
        checks.expect(data.startswith(finding["message"]), data)
    awkward = setting.run("check", "-", "--name", "a,b: 100%.yaml", "-f", "github").stdout.splitlines()
    checks.expect(github_commands.parse(awkward[0])[1]["file"] == "a,b: 100%.yaml", awkward)


def check_junit(setting, checks):
    findings = setting.findings("faulty.yaml", "framework.yaml")
    setting.run("check", "faulty.yaml", "framework.yaml", "-f", "junit=check.xml")
    suites = list(junitparser.JUnitXml.fromfile(str(pathlib.Path(setting.folder, "check.xml"))))
    checks.expect([suite.name for suite in suites] == ["faulty.yaml", "framework.yaml"], "JUnit: suites")
    checks.expect(suites[0].failures == suites[0].tests == len(findings), "JUnit: failures")
    checks.expect(suites[1].failures == 0 and suites[1].tests == 1, "JUnit: a file without findings")
    messages = [case.result[0].message for case in suites[0]]
    checks.expect(messages == [finding["message"] for finding in findings], "JUnit: messages")
    outcome = setting.run("test", "a.test.yaml", "-f", "junit=test.xml", "-f", "json")
    run = json.loads(outcome.stdout)
    suites = list(junitparser.JUnitXml.fromfile(str(pathlib.Path(setting.folder, "test.xml"))))
    checks.expect((suites[0].tests, suites[0].failures) == (run["tests"], run["failed"]) == (2, 1), "JUnit: tests")
    checks.expect([case.name for case in suites[0]] == [one["name"] for one in run["results"]], "JUnit: names")
    text = xml.etree.ElementTree.parse(pathlib.Path(setting.folder, "test.xml")).find(".//failure").text
    checks.expect("expected clear, found raised" in text and "expected 2, found 3" in text, text)


def check_matcher(setting, checks):
    """The problem matcher finds in the text what JSON says."""
    matcher = json.loads((setting.source / "examples/ci/github/problem-matcher.json").read_text())
    pattern = matcher["problemMatcher"][0]["pattern"][0]
    findings = setting.findings("faulty.yaml")
    lines = setting.run("check", "faulty.yaml").stderr.splitlines()
    matches = [found for found in (re.match(pattern["regexp"], line) for line in lines) if found]
    seen = [(one[pattern["file"]], int(one[pattern["line"]]), int(one[pattern["column"]]), one[pattern["severity"]],
             one[pattern["code"]], one[pattern["message"]]) for one in matches]
    expected = [tuple(one[key] for key in ("file", "line", "column", "severity", "code", "message")) for one in findings]
    checks.expect(seen == expected, f"the problem matcher sees {seen}")


def check_ci_files(setting, checks):
    """The files for GitHub fit its schemas, and the hooks are read by pre-commit itself."""
    def accepted(path):
        outcome = subprocess.run(["node", setting.modules / "@action-validator/cli/cli.mjs", path], capture_output=True,
                                 text=True, timeout=120)
        return outcome.returncode == 0, outcome.stdout + outcome.stderr

    action = setting.source / "examples/ci/github/action.yml"
    for path in (action, setting.source / "examples/ci/github/workflow.yml"):
        holds, words = accepted(path)
        checks.expect(holds, f"{path.name}: {words[-500:]}")
    broken = pathlib.Path(setting.folder, "action.yml")
    broken.write_text(action.read_text().replace("using: composite", "using: composed"))
    checks.expect(not accepted(broken)[0], "the validator of actions accepts a broken one")
    outcome = subprocess.run(["pre-commit", "validate-manifest", setting.source / ".pre-commit-hooks.yaml"],
                             capture_output=True, text=True, timeout=120)
    checks.expect(outcome.returncode == 0, f"pre-commit: {outcome.stdout}{outcome.stderr}")


def check_pre_commit(setting, checks):
    """pre-commit itself runs the hooks on a commit: they find, mend, and leave YAML of other programs alone."""
    root = pathlib.Path(setting.folder, "pre-commit")
    hooks, project = root / "hooks", root / "project"
    settings = {**os.environ, "PATH": f"{pathlib.Path(setting.binary).parent}:{os.environ['PATH']}", "PRE_COMMIT_HOME": str(root / "home"),
                "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
                "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    settings.pop("GITHUB_ACTIONS", None)

    def run(folder, *words):
        return subprocess.run(words, cwd=folder, env=settings, capture_output=True, text=True, timeout=120)

    def commit(folder, **files):
        for name, text in files.items():
            pathlib.Path(folder, name.replace("__", ".")).write_text(text)
        run(folder, "git", "add", "-A")
        return run(folder, "git", "commit", "-q", "-m", "x")

    for folder in (hooks, project):
        folder.mkdir(parents=True)
        run(folder, "git", "init", "-q")
    commit(hooks, **{"__pre-commit-hooks__yaml": (setting.source / ".pre-commit-hooks.yaml").read_text()})
    revision = run(hooks, "git", "rev-parse", "HEAD").stdout.strip()
    chosen = "".join(f"      - {{id: {hook}}}\n" for hook in ("waymark-fix", "waymark-check", "waymark-test"))
    sound = pathlib.Path(setting.folder, "framework.yaml").read_text()
    outcome = commit(project, **{"__pre-commit-config__yaml": f"repos:\n  - repo: {hooks}\n    rev: {revision}\n    hooks:\n{chosen}",
                                 "other__yaml": "on: push\n", "framework__yaml": sound, "a__test__yaml": TESTS.split("  - name: Fails")[0]})
    outcome = run(project, "pre-commit", "install")
    checks.expect(outcome.returncode == 0, f"pre-commit install: {outcome.stdout}{outcome.stderr}")
    outcome = run(project, "pre-commit", "run", "--all-files")
    checks.expect(outcome.returncode == 0 and outcome.stdout.count("Passed") == 3, f"pre-commit: {outcome.stdout}")
    outcome = commit(project, framework__yaml=sound.replace("\ntitle:", "\ntitel:"), more__yaml="a: b\n")
    checks.expect(outcome.returncode != 0 and "files were modified by this hook" in outcome.stderr, f"pre-commit mends: {outcome.stderr}")
    checks.expect(pathlib.Path(project, "framework.yaml").read_text() == sound, "pre-commit: the mended file is another")
    outcome = commit(project, framework__yaml=sound.replace("\ntitle:", "\nname:"))
    checks.expect(outcome.returncode != 0 and "error[S001]" in outcome.stderr, f"pre-commit finds: {outcome.stderr}")
    outcome = commit(project, framework__yaml=sound)
    checks.expect(outcome.returncode == 0, f"pre-commit lets pass: {outcome.stdout}{outcome.stderr}")


def check_action_steps(setting, checks):
    """The steps of the action, run by the shell that they name, do what they say."""
    action = yaml.safe_load((setting.source / "examples/ci/github/action.yml").read_text())
    steps = {step["name"]: step for step in action["runs"]["steps"]}
    path = f"{pathlib.Path(setting.binary).parent}:{os.environ['PATH']}"

    def run(name, **values):
        return subprocess.run(["bash", "-e", "-c", steps[name]["run"]], cwd=setting.folder, env={"PATH": path, **values},
                              capture_output=True, text=True, timeout=120)

    outcome = run("Check", FILES="faulty.yaml framework.yaml", FAIL_ON="error", SARIF="action.sarif")
    checks.expect(outcome.returncode == 1 and "error[" in outcome.stderr, f"the action's check: {outcome.stderr}")
    checks.expect(pathlib.Path(setting.folder, "action.sarif").exists(), "the action's check writes no SARIF")
    outcome = run("Check", FILES="framework.yaml", FAIL_ON="error", SARIF="action.sarif")
    checks.expect(outcome.returncode == 0, f"the action's check of a sound file: {outcome.stderr}")
    outcome = run("Test", TESTS="a.test.yaml", LEAST="0")
    checks.expect(outcome.returncode == 1 and "1 of 2 tests failed" in outcome.stdout, f"the action's test: {outcome.stdout}")


def check_gitlab_script(setting, checks):
    """The script of the snippet writes the reports that it promises."""
    job = yaml.safe_load((setting.source / "examples/ci/gitlab/waymark.gitlab-ci.yml").read_text())["waymark"]
    values = {"PATH": f"{pathlib.Path(setting.binary).parent}:{os.environ['PATH']}", **job["variables"],
              "WAYMARK_FILES": "framework.yaml", "WAYMARK_TESTS": "a.test.yaml"}
    for line in job["script"]:
        subprocess.run(["bash", "-c", line], cwd=setting.folder, env=values, capture_output=True, timeout=120)
    reports = [job["artifacts"]["reports"]["codequality"], *job["artifacts"]["reports"]["junit"]]
    checks.expect(len(reports) == 3, f"the snippet promises {reports}")
    for report in reports:
        checks.expect(pathlib.Path(setting.folder, report).stat().st_size > 2, f"the snippet writes no {report}")


def main(binary, modules, source):
    checks = Checks()
    source = pathlib.Path(source).resolve()
    with tempfile.TemporaryDirectory() as folder:
        setting = Setting(str(pathlib.Path(binary).resolve()), pathlib.Path(modules).resolve(), source, folder)
        pathlib.Path(folder, "faulty.yaml").write_text(FAULTY)
        pathlib.Path(folder, "a.test.yaml").write_text(TESTS)
        starter = (source / "src/cli/starters/framework.yaml").read_text()
        pathlib.Path(folder, "framework.yaml").write_text(starter)
        for check in (check_sarif, check_gitlab, check_github, check_junit, check_matcher, check_ci_files, check_pre_commit,
                      check_action_steps, check_gitlab_script):
            check(setting, checks)
    for words in checks.failures:
        print(words)
    print(f"{checks.done} checks, {len(checks.failures)} failed")
    return 1 if checks.failures or checks.done < 30 else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
