#!/usr/bin/env python3
"""The benchmark's work as one would write it in Python: one row a response, then percentiles.

    score.py PLAN.json RESPONSES.jsonl ROWS.csv > cohort.csv
"""
import csv
import json
import sys


def half_up(numerator, denominator):
    return (2000 * numerator + denominator) // (2 * denominator)


def text(thousandths):
    return "" if thousandths is None else f"{thousandths // 1000}.{thousandths % 1000:03}"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        plan = json.load(file)
    dimensions = [(d["id"], [(p["id"], p["weight"]) for p in d["practices"]]) for d in plan["dimensions"]]
    core = [p["id"] for d in plan["dimensions"] for p in d["practices"] if p["core"]]
    low, cap = plan["core"]["at_most"], plan["core"]["cap"]
    share_numerator, share_denominator = plan["withhold"]
    level = {entry["title"]: place for place, entry in enumerate(plan["levels"])}
    level.update({place: place for place in range(len(plan["levels"]))})
    columns = [name for name, _ in dimensions] + ["overall"]
    counts = {name: [0] * (1000 * len(plan["levels"])) for name in columns}

    with open(sys.argv[2], encoding="utf-8") as responses, open(sys.argv[3], "w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["id", "organisation", "role", *columns, "band"])
        for line in responses:
            response = json.loads(line)
            answers = {key: level[value] for key, value in response["answers"].items() if value is not None}
            points = []
            numerator, denominator, withheld = 0, 1, False
            for _, practices in dimensions:
                total = weights = known = 0
                for practice, weight in practices:
                    if practice in answers:
                        total += weight * answers[practice]
                        weights += weight
                        known += 1
                if known * share_denominator < len(practices) * share_numerator:
                    withheld = True
                    points.append(None)
                else:
                    points.append(half_up(total, weights))
                    numerator, denominator = numerator * weights + total * denominator, denominator * weights
            band = ""
            if withheld:
                points.append(None)
            else:
                denominator *= len(dimensions)
                points.append(half_up(numerator, denominator))
                place = sum(numerator * over >= edge * denominator for edge, over in plan["edges"])
                if any(answers.get(practice, 0) <= low for practice in core):
                    place = min(place, cap)
                band = plan["bands"][place]
            for name, point in zip(columns, points):
                if point is not None:
                    counts[name][point] += 1
            rows.writerow([response["id"], response["organisation"], response["role"], *map(text, points), band])

    print("score,responses,p10,p50,p90")
    for name in columns:
        total = sum(counts[name])
        row = [name, total]
        for percent in (10, 50, 90):
            rank, passed = max(1, -(-percent * total // 100)), 0
            for point, count in enumerate(counts[name]):
                passed += count
                if passed >= rank:
                    row.append(text(point))
                    break
        print(*row, sep=",")


main()
