#!/usr/bin/env python3
"""Writes what the benchmark's generator and the other programs need of a framework, as JSON.

    plan.py FRAMEWORK.yaml > plan.json

Weights are those of the first profile, as whole numbers with the same ratios. Only what single responses without evidence
need is kept: practices, weights, the share below which a score is withheld, what counts as straight-lining.
"""
import json
import sys
from fractions import Fraction
from math import lcm

import yaml


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        framework = yaml.safe_load(file)
    levels = next(iter(framework["scales"].values()))
    weights = {key: Fraction(str(weight)) for key, weight in framework["profiles"][0]["weights"].items()}
    unit = lcm(*(weight.denominator for weight in weights.values()))
    rules = framework["scoring"]
    quality = rules["quality"]
    same = Fraction(str(quality["same_level_share"]))
    withhold = Fraction(str(rules["withhold_below"]))
    plan = {
        "framework": f"{framework['id']}@{framework['version']}",
        "profile": framework["profiles"][0]["id"],
        "levels": [{"id": level["id"], "title": level["title"]} for level in levels],
        "roles": [role["id"] for role in framework["roles"]],
        "straight_lining": {"share": [same.numerator, same.denominator], "questions": quality["at_least_questions"],
                            "dimensions": quality["whole_dimensions"]},
        "withhold": [withhold.numerator, withhold.denominator],
        "dimensions": [
            {"id": dimension["id"],
             "practices": [{"id": practice["id"], "weight": int(weights.get(practice["id"], Fraction(1)) * unit)}
                           for practice in dimension["practices"]]}
            for dimension in framework["dimensions"]],
    }
    json.dump(plan, sys.stdout, indent=1)
    sys.stdout.write("\n")


main()
