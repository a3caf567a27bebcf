#!/usr/bin/env python3
"""Writes the fourteen assessments of this folder: python3 make.py

The organisations are invented, and so is everything about them. The same seed gives the same files on every machine.
"""

import pathlib

PRACTICES = [
    "real-mission", "line-of-sight", "shared-meaning", "shared-ownership", "participation-in-delivery", "outcome-measures",
    "short-feedback-loops", "portfolio-decisions", "money-follows-mission", "governance-across-boundaries",
    "safe-to-learn", "purpose-and-trust",
]
LEVELS = ["absent", "emerging", "developing", "embedded", "transforming"]
WHAT = {
    "artefact": ["Mission charter", "Delivery plan", "Terms of reference", "Measurement framework"],
    "record-of-use": ["Board minute on a change of course", "Budget transfer between two bodies", "Stop notice for a pilot",
                      "Decision log of the last quarter"],
    "independent": ["Partner's own account", "Evaluation by the university", "Audit letter"],
}
# name, how much is claimed, how much of it can be shown, strongest practices, may be named
TEAMS = [
    ("Ashby Clean Air Partnership", 2.6, 0.45, ["real-mission", "outcome-measures"], True),
    ("Bramwell School Readiness Network", 2.8, 0.8, ["participation-in-delivery", "short-feedback-loops"], True),
    ("Carrow Valley Flood Alliance", 2.1, 0.6, ["governance-across-boundaries", "shared-ownership"], True),
    ("Dunmere Housing First Board", 2.4, 0.5, ["shared-ownership"], False),
    ("Eastholm Healthy Streets Office", 3.0, 0.3, [], False),
    ("Fenwick Rural Transport Trial", 1.9, 0.8, ["short-feedback-loops", "safe-to-learn"], True),
    ("Gilling Youth Futures Team", 2.3, 0.5, ["participation-in-delivery"], True),
    ("Harbour Towns Skills Compact", 2.7, 0.35, [], False),
    ("Ivel Basin Water Mission", 2.5, 0.75, ["outcome-measures", "money-follows-mission"], True),
    ("Kestrel Digital Inclusion Unit", 2.0, 0.4, ["purpose-and-trust"], False),
    ("Lindale Healthy Ageing Programme", 2.9, 0.5, ["real-mission"], True),
    ("Marsh End Zero Waste Council", 2.2, 0.6, ["portfolio-decisions"], True),
    ("Northfold Warm Homes Team", 2.6, 0.4, ["line-of-sight"], False),
    ("Oakhanger Food Partnership", 1.7, 0.55, ["safe-to-learn"], True),
]


class Draws:
    """Numbers that look drawn: the linear congruential generator of Numerical Recipes."""

    def __init__(self, seed):
        self.state = seed

    def whole(self, below):
        self.state = (1664525 * self.state + 1013904223) % 2**32
        return (self.state >> 8) % below

    def share(self):
        return self.whole(1000) / 1000


def evidence(draws, level, best):
    """`best`: the strongest kind of evidence that the team has for this practice."""
    if best == "none":
        return "none"
    strength = "artefact" if level < 3 else best
    what = WHAT[strength][draws.whole(len(WHAT[strength]))]
    return f"[{{strength: {strength}, what: {what}, dated: 2026-0{1 + draws.whole(6)}-1{draws.whole(10)}}}]"


def best_evidence(draws, practice, team):
    _, _, shown, strongest, _ = team
    if practice in strongest:
        return "independent" if draws.whole(2) else "record-of-use"
    if draws.share() > shown:
        return "none"
    return "record-of-use" if draws.share() < shown else "artefact"


def answer(draws, practice, role, team, best):
    _, claimed, _, strongest, _ = team
    if role == "frontline" and draws.whole(9) == 0:
        return "dont-know"
    strong = practice in strongest
    lift = 1 if strong else 0
    distance = 0.5 if role == "leader" else -0.4 if role == "frontline" else 0
    level = round(claimed + lift + distance + draws.share() - 0.6)
    level = max(0, min(4, level))
    if practice == "money-follows-mission" and not strong:
        level = min(level, 2)
    return f"{{level: {LEVELS[level]}, evidence: {evidence(draws, level, best)}}}"


def assessment(number, team):
    draws = Draws(100 + number)
    name = team[0]
    roles = ["leader", "manager", "frontline"] + (["partner"] if number % 3 == 0 else [])
    lines = [
        "# An invented organisation, written by make.py.",
        "waymark: assessment/1",
        "framework: mission-quick@1.0.0",
        f"organisation: {name}",
        f"date: 2026-0{7 + number % 3}-15",
        "profile: grand",
        "respondents:",
    ]
    best = {practice: best_evidence(draws, practice, team) for practice in PRACTICES}
    for at, role in enumerate(roles):
        lines += [f"  - id: r{at + 1}", f"    role: {role}", "    answers:"]
        lines += [f"      {practice}: {answer(draws, practice, role, team, best[practice])}" for practice in PRACTICES]
    if number % 4 != 3:
        tested = "yes" if draws.whole(2) else "no"
        measure = ["outcome", "outcome", "output"][draws.whole(3)]
        report = ["[outcomes, outputs]", "[outcomes, spend]", "[outputs, milestones]"][draws.whole(3)]
        lines += [
            "facts:",
            "  mission:",
            f"    started: 202{3 + number % 3}-04-01",
            "    due: 2032-03-31",
            f"    ambition_tested: {tested}",
            f"    measure_is: {measure}",
            f"    headline_contains: {report}",
            "    headline_furthest_due: 2027-03-31",
        ]
    lines += [f"publish: {{name: {'true' if team[4] else 'false'}}}"]
    return "\n".join(lines) + "\n"


def main():
    folder = pathlib.Path(__file__).parent
    for number, team in enumerate(TEAMS):
        stem = team[0].lower().replace(" ", "-")
        (folder / f"{stem}.yaml").write_text(assessment(number, team), encoding="utf-8")


if __name__ == "__main__":
    main()
