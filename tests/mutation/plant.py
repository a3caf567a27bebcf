#!/usr/bin/env python3
"""Plants defects that people really make into the default framework, one at a time, and expects `waymark check` or
`waymark test` to notice each.

    python3 tests/mutation/plant.py WAYMARK SOURCE_FOLDER

A defect is a piece of text, the first behind a mark, and what stands there instead. It says who is to notice it: `check`, by a
finding with a code, or `test`, by failed tests among those whose names contain some words. As it is, the framework has no
finding and no failed test, so that whatever is noticed was planted.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

FRAMEWORK = "mission-maturity.yaml"
TESTS = "mission-maturity.test.yaml"
CODE = re.compile(r"[A-Z][0-9]{3}")

# name, who notices it (a code, or words in the name of a test), mark from which to look, text, replacement
DEFECTS = [
    ("renamed practice", "C002", "", "- id: outcome-measures", "- id: outcome-measure"),
    ("renamed flag", "C002", "flags:", "- id: no-baseline", "- id: no-base-line"),
    ("renamed column", "C002", "  portfolio:", "money_moved:", "money_moves:"),
    ("renamed level in a condition", "C002", "- id: participation-theatre",
     "kept: {at_most: consult}",
     "kept: {at_most: consulted}"),
    ("misspelt practice in a condition", "C002", "- id: output-defined-portfolio",
     "of: outcome-measures",
     "of: outcomes-measures"),
    ("bound swapped", "W03 is clear when governance is claimed", "- id: no-money-moved",
     "at_least: claimed-governance",
     "at_most: claimed-governance"),
    ("bound swapped on evidence", "W16 is clear when only one", "- id: unit-on-an-unchanged-machine",
     "at_most: evidenced-low",
     "at_least: evidenced-low"),
    ("inverted share", "W17 is raised when fewer than a fifth", "- id: linear-delivery",
     "less_than: iterative-items",
     "more_than: iterative-items"),
    ("none for some", "W07 is", "- id: technology-trap", "- none: {of: portfolio", "- some: {of: portfolio"),
    ("all for any", "W33 is raised", "- id: words-outrun-evidence", "      any:", "      all:"),
    ("limit ten times too small", "W01 is clear when a little less", "- id: old-portfolio-new-label",
     "unchanged-spend: 0.5",
     "unchanged-spend: 0.05"),
    ("limit a tenth too high", "W02 is raised when 60%", "- id: output-defined-portfolio",
     "output-spend: 0.6",
     "output-spend: 0.66"),
    ("limit beyond its measure", "C008", "- id: silos-with-a-shared-logo", "single-share: 0.7", "single-share: 7"),
    ("count one too high", "W16 is raised", "- id: unit-on-an-unchanged-machine",
     "low-practices: 2",
     "low-practices: 3"),
    ("more practices asked for than are named", "P010", "- id: unit-on-an-unchanged-machine",
     "low-practices: 2",
     "low-practices: 5"),
    ("practice dropped from a count", "W16 looks at money", "- id: unit-on-an-unchanged-machine",
     "empowered-teams, money-follows-mission, portfolio-decisions",
     "empowered-teams, money-follows-mission"),
    ("wrong table", "C002", "- id: milestones-replaced-the-mission", "of: target_changes", "of: publications"),
    ("wrong column", "W03 is clear when money moved", "- id: no-money-moved",
     "that: {money_moved: no}",
     "that: {changed_lately: no}"),
    ("wrong choice", "W12 is raised when the mission counts", "- id: solution-in-disguise",
     "measure_is: [output, solution-volume]",
     "measure_is: [outcome, solution-volume]"),
    ("severities swapped", "W24 is raised medium", "- id: coalition-on-paper", "- {level: medium}", "- {level: high}"),
    ("severity lowered", "W33 is raised when claims stand one level", "- id: words-outrun-evidence",
     "severity: high",
     "severity: medium"),
    ("wrong role", "W25 is raised when leaders rate three", "- id: leaders-and-frontline",
     "mean: {by: [frontline]}",
     "mean: {by: [partner]}"),
    ("roles swapped", "W24 is raised when others", "- id: coalition-on-paper", "by: {not: [partner]}", "by: [partner]"),
    ("band edge moved", "1.5 is Developing", "  bands:", "below: 1.5", "below: 2"),
    ("band that nothing reaches", "P001", "  bands:", "below: 3.5", "below: 4.5"),
    ("bands out of order", "F030", "  bands:", "below: 2.5", "below: 0.4"),
    ("core gate that holds nothing", "P004", "  core:", "caps_band_at: developing", "caps_band_at: transforming"),
    ("core gate too strict", "A core practice evidenced at developing", "  core:",
     "at_most: emerging",
     "at_most: developing"),
    ("practice no longer core", "One core practice evidenced", "- id: safe-to-learn", "core: true", "core: false"),
    ("profile weight dropped", "A grand mission counts six", "- id: grand",
     "money-follows-mission: 1.5",
     "money-follows-mission: 1"),
    ("core practice that may be left out", "F042", "- id: real-mission",
     "        core: true",
     "        core: true\n        not_applicable: When it is hard."),
    ("level described twice", "L001", "- id: shared-diagnosis",
     "          emerging: >-\n            A desk analysis of causes exists inside one unit. People who live with the problem may have had no part in it.",
     "          emerging: >-\n            The problem is taken as read, or described as \"not enough of our service\"."),
    ("evidence that supports too little", "P002", "  strengths:", "supports: transforming", "supports: embedded"),
    ("age of evidence doubled", "Evidence weakens", "  ages:", "weaker_after: 24 months", "weaker_after: 48 months"),
    ("condition that contradicts itself", "P010", "- id: sole-credit",
     "      some: {of: claims, where: {system_indicator: yes, contribution_analysis: no}}",
     "      all:\n        - some: {of: claims, where: {system_indicator: yes}}\n        - every: {of: claims, that: {system_indicator: no}}"),
    ("more than a column can be", "C007", "- id: partner-prevailed",
     "{overruled_us: yes}",
     "{overruled_us: {is_not: [yes, no]}}"),
    ("date the wrong way round", "W28 is raised", "- id: horizon-collapse",
     "due: {after: assessed + 3 years}",
     "due: {before: assessed + 3 years}"),
    ("months for years", "W09 stays medium", "- id: funding-ends-early",
     "due: {after: assessed + 3 years}",
     "due: {after: assessed + 3 months}"),
    ("reading that comes too late", "Two serious signs are a risk", "  readings:\n    - id: cannot-tell-unsafe",
     "at_least: 4",
     "at_least: 1"),
    ("kind of flag swapped", "R1, R2", "- id: partner-prevailed", "kind: real", "kind: washing\n    severity: low"),
    ("flag that reads its own opposite", "W10, W21 and W22 are raised", "- id: everything-is-a-mission",
     "missions: {more_than: missions}",
     "missions: {less_than: missions}"),
    ("median for mean", "W19 is clear", "scoring:", "respondents: median", "respondents: mean"),
    ("minimum for mean", "W33 is clear", "scoring:", "rollup: mean", "rollup: minimum"),
    ("source that is not listed", "F021", "- id: real-mission", "IIPP-B, EC", "IIPP-X, EC"),
]


def planted(text, mark, old, new):
    start = text.index(mark) if mark else 0
    at = text.find(old, start)
    if at < 0:
        raise SystemExit(f"there is no {old!r} behind {mark!r}: the framework has changed, change the defect too")
    return text[:at] + new + text[at + len(old):]


def run(*command, folder):
    done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True, timeout=300)
    if done.returncode not in (0, 1, 2) or not done.stdout:
        raise SystemExit(f"{command[1]} ended with {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)


def codes_found(waymark, folder):
    return {finding["code"] for finding in run(waymark, "check", FRAMEWORK, "-f", "json", folder=folder)["diagnostics"]}


def failed_tests(waymark, folder, words):
    results = run(waymark, "test", TESTS, "--filter", words, "-f", "json", folder=folder)["results"]
    return [result["name"] for result in results if not result["passed"]], len(results)


# What is wrong; empty if the defect was noticed as it should be.
def try_one(waymark, source, original, defect):
    _, noticed_by, mark, old, new = defect
    with tempfile.TemporaryDirectory() as folder:
        here = pathlib.Path(folder)
        shutil.copy(source / "frameworks" / TESTS, here)
        (here / FRAMEWORK).write_text(planted(original, mark, old, new), encoding="utf-8")
        if CODE.fullmatch(noticed_by):
            found = codes_found(waymark, here)
            return "" if noticed_by in found else f"no finding {noticed_by}; there are {sorted(found)}"
        failed, tried = failed_tests(waymark, here, noticed_by)
        return "" if failed else f"none of {tried} tests named '{noticed_by}' fails"


def is_sound(waymark, source):
    folder = source / "frameworks"
    failed, tried = failed_tests(waymark, folder, "")
    return not codes_found(waymark, folder) and not failed and tried > 200


def main():
    waymark, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    original = (source / "frameworks" / FRAMEWORK).read_text(encoding="utf-8")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        sound = pool.submit(is_sound, waymark, source)
        outcomes = list(pool.map(lambda defect: try_one(waymark, source, original, defect), DEFECTS))
    if not sound.result():
        raise SystemExit("the framework as it is does not pass; nothing can be planted into it")
    slipped = [f"{defect[0]}: {wrong}" for defect, wrong in zip(DEFECTS, outcomes) if wrong]
    by_check = sum(1 for defect in DEFECTS if CODE.fullmatch(defect[1]))
    print(f"{len(DEFECTS)} defects planted: {by_check} for check to notice, {len(DEFECTS) - by_check} for test")
    if slipped:
        raise SystemExit("\n".join(slipped))


main()
