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


class Work:
    def __init__(self, plan):
        self.dimensions = [(d["id"], [(p["id"], p["weight"]) for p in d["practices"]]) for d in plan["dimensions"]]
        self.share, self.of_share = plan["withhold"]
        self.straight = plan["straight_lining"]
        self.level = {entry["title"]: place for place, entry in enumerate(plan["levels"])}
        self.level.update({place: place for place in range(len(plan["levels"]))})
        self.columns = ["overall"] + [name for name, _ in self.dimensions]
        self.practices = [practice for _, practices in self.dimensions for practice, _ in practices]
        self.counts = {name: [0] * (1000 * len(plan["levels"])) for name in self.columns + self.practices}

    def straight_lining(self, answers):
        levels = list(answers.values())
        numerator, denominator = self.straight["share"]
        flat = 0
        for _, practices in self.dimensions:
            given = [answers.get(practice) for practice, _ in practices]
            flat += None not in given and len(set(given)) == 1
        most = max((levels.count(level) for level in set(levels)), default=0)
        enough = len(levels) >= self.straight["questions"]
        return (enough and most * denominator >= len(levels) * numerator) or flat >= self.straight["dimensions"]

    def points(self, answers):
        points = []
        numerator, denominator, withheld = 0, 1, False
        for _, practices in self.dimensions:
            total = weights = known = 0
            for practice, weight in practices:
                if practice in answers:
                    total += weight * answers[practice]
                    weights += weight
                    known += 1
            if known * self.of_share < len(practices) * self.share:
                withheld = True
                points.append(None)
            else:
                points.append(half_up(total, weights))
                numerator, denominator = numerator * weights + total * denominator, denominator * weights
        return [None if withheld else half_up(numerator, denominator * len(self.dimensions)), *points]

    def row(self, response):
        answers = {key: self.level[value] for key, value in response["answers"].items() if value is not None}
        points = self.points(answers)
        for name, point in zip(self.columns, points):
            if point is not None:
                self.counts[name][point] += 1
        for name, value in answers.items():
            self.counts[name][1000 * value] += 1
        return [response["id"], response["organisation"], response["role"], "yes" if response["finished"] else "no",
                len(answers), len(self.practices), "yes" if self.straight_lining(answers) else "no", *map(text, points)]

    def percentiles(self, name):
        total = sum(self.counts[name])
        row = [name, total]
        for percent in (10, 50, 90):
            rank, passed = max(1, -(-percent * total // 100)), 0
            for point, count in enumerate(self.counts[name]):
                passed += count
                if passed >= rank:
                    row.append(text(point))
                    break
        return row


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        work = Work(json.load(file))
    with open(sys.argv[2], encoding="utf-8") as responses, open(sys.argv[3], "w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["id", "organisation", "role", "complete", "practices_known", "practices_in_scope",
                       "straight_lining", *work.columns])
        for line in responses:
            rows.writerow(work.row(json.loads(line)))
    print("score,responses,p10,p50,p90")
    for name in work.columns + work.practices:
        print(*work.percentiles(name), sep=",")


main()
