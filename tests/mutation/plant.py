#!/usr/bin/env python3
"""Plants defects that people really make into the default framework, one at a time, and expects `waymark check` or
`waymark test` to notice each.

    python3 tests/mutation/plant.py WAYMARK SOURCE_FOLDER

A defect is a piece of text, found exactly once behind a mark, and what stands there instead. `check` notices by a warning or
an error, `test` by a failed test of frameworks/mission-maturity.test.yaml.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

# name, mark from which to look, text, replacement
DEFECTS = [
    ("renamed practice", "", "- id: outcome-measures", "- id: outcome-measure"),
    ("renamed flag", "flags:", "- id: no-baseline", "- id: no-base-line"),
    ("renamed column", "  portfolio:", "money_moved:", "money_moves:"),
    ("renamed level in a condition", "- id: participation-theatre", "kept: {at_most: consult}", "kept: {at_most: consulted}"),
    ("misspelt practice in a condition", "- id: output-defined-portfolio", "of: outcome-measures", "of: outcomes-measures"),
    ("bound swapped", "- id: no-money-moved", "at_least: claimed-governance", "at_most: claimed-governance"),
    ("bound swapped on evidence", "- id: unit-on-an-unchanged-machine", "at_most: evidenced-low", "at_least: evidenced-low"),
    ("inverted share", "- id: linear-delivery", "less_than: iterative-items", "more_than: iterative-items"),
    ("none for some", "- id: technology-trap", "- none: {of: portfolio", "- some: {of: portfolio"),
    ("all for any", "- id: words-outrun-evidence", "      any:", "      all:"),
    ("limit ten times too small", "- id: old-portfolio-new-label", "unchanged-spend: 0.5", "unchanged-spend: 0.05"),
    ("limit a tenth too high", "- id: output-defined-portfolio", "output-spend: 0.6", "output-spend: 0.66"),
    ("limit beyond its measure", "- id: silos-with-a-shared-logo", "single-share: 0.7", "single-share: 7"),
    ("count one too high", "- id: unit-on-an-unchanged-machine", "low-practices: 2", "low-practices: 3"),
    ("more practices asked for than are named", "- id: unit-on-an-unchanged-machine", "low-practices: 2", "low-practices: 5"),
    ("practice dropped from a count", "- id: unit-on-an-unchanged-machine", "empowered-teams, money-follows-mission, portfolio-decisions",
     "empowered-teams, money-follows-mission"),
    ("wrong table", "- id: milestones-replaced-the-mission", "of: target_changes", "of: publications"),
    ("wrong column", "- id: no-money-moved", "that: {money_moved: no}", "that: {changed_lately: no}"),
    ("wrong choice", "- id: solution-in-disguise", "measure_is: [output, solution-volume]", "measure_is: [outcome, solution-volume]"),
    ("severities swapped", "- id: coalition-on-paper", "- {level: medium}", "- {level: high}"),
    ("severity lowered", "- id: words-outrun-evidence", "severity: high", "severity: medium"),
    ("wrong role", "- id: leaders-and-frontline", "mean: {by: [frontline]}", "mean: {by: [partner]}"),
    ("roles swapped", "- id: coalition-on-paper", "by: {not: [partner]}", "by: [partner]"),
    ("band edge moved", "  bands:", "below: 1.5", "below: 2"),
    ("band that nothing reaches", "  bands:", "    - id: emerging\n      below: 1.5", "    - id: emerging\n      below: 0.5001"),
    ("bands out of order", "  bands:", "below: 2.5", "below: 0.4"),
    ("core gate that holds nothing", "  core:", "caps_band_at: developing", "caps_band_at: transforming"),
    ("core gate too strict", "  core:", "at_most: emerging", "at_most: developing"),
    ("practice no longer core", "- id: safe-to-learn", "core: true", "core: false"),
    ("profile weight dropped", "- id: grand", "money-follows-mission: 1.5", "money-follows-mission: 1"),
    ("core practice that may be left out", "- id: real-mission", "        core: true", "        core: true\n        not_applicable: When it is hard."),
    ("level described twice", "- id: shared-diagnosis", "          emerging: >-\n            A desk analysis of causes exists inside one unit. People who live with the problem may have had no part in it.",
     "          emerging: >-\n            The problem is taken as read, or described as \"not enough of our service\"."),
    ("evidence that supports too little", "  strengths:", "supports: transforming", "supports: embedded"),
    ("age of evidence doubled", "  ages:", "weaker_after: 24 months", "weaker_after: 48 months"),
    ("condition that contradicts itself", "- id: sole-credit", "system_indicator: yes, contribution_analysis: no",
     "system_indicator: {is_not: yes, is_not: no}, contribution_analysis: no"),
    ("more than a column can be", "- id: partner-prevailed", "{overruled_us: yes}", "{overruled_us: {is_not: [yes, no]}}"),
    ("date the wrong way round", "- id: horizon-collapse", "due: {after: assessed + 3 years}", "due: {before: assessed + 3 years}"),
    ("months for years", "- id: funding-ends-early", "due: {after: assessed + 3 years}", "due: {after: assessed + 3 months}"),
    ("reading that comes too late", "  readings:\n    - id: cannot-tell-unsafe", "at_least: 4", "at_least: 1"),
    ("kind of flag swapped", "- id: partner-prevailed", "kind: real", "kind: washing\n    severity: low"),
    ("flag that reads its own opposite", "- id: everything-is-a-mission", "missions: {more_than: missions}", "missions: {less_than: missions}"),
    ("median for mean", "scoring:", "respondents: median", "respondents: mean"),
    ("minimum for mean", "scoring:", "rollup: mean", "rollup: minimum"),
    ("source that is not listed", "- id: real-mission", "IIPP-B, EC", "IIPP-X, EC"),
]


def planted(text, mark, old, new):
    start = text.index(mark) if mark else 0
    at = text.find(old, start)
    if at < 0:
        raise SystemExit(f"there is no {old!r} behind {mark!r}: the framework has changed, change the defect too")
    return text[:at] + new + text[at + len(old):]


def run(*command, folder):
    return subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True, timeout=120).returncode


def noticed(waymark, folder):
    found = run(waymark, "check", "mission-maturity.yaml", "--fail-on", "note", folder=folder)
    if found == 1:
        return "check"
    if found == 0 and run(waymark, "test", "mission-maturity.test.yaml", folder=folder) == 1:
        return "test"
    return "" if found == 0 else f"crashed with {found}"


def try_one(waymark, source, original, defect):
    name, mark, old, new = defect
    with tempfile.TemporaryDirectory() as folder:
        here = pathlib.Path(folder)
        shutil.copy(source / "frameworks/mission-maturity.test.yaml", here)
        (here / "mission-maturity.yaml").write_text(planted(original, mark, old, new), encoding="utf-8")
        return name, noticed(waymark, here)


def main():
    waymark, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    original = (source / "frameworks/mission-maturity.yaml").read_text(encoding="utf-8")
    defects = [("", "", "waymark:", "waymark:"), *DEFECTS]  # the framework as it is, first
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        outcomes = list(pool.map(lambda defect: try_one(waymark, source, original, defect), defects))
    if outcomes[0][1]:
        raise SystemExit("the framework as it is does not pass; nothing can be planted into it")
    by_whom = [by for _, by in outcomes[1:]]
    slipped = [f"{name}: {by or 'nobody noticed'}" for name, by in outcomes[1:] if by not in ("check", "test")]
    print(f"{len(DEFECTS)} defects planted: {by_whom.count('check')} noticed by check, {by_whom.count('test')} by test")
    if slipped:
        raise SystemExit("\n".join(slipped))


main()
