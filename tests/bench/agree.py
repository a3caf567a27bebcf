#!/usr/bin/env python3
"""Fails unless all tables say the same of every response, to the last digit.

    agree.py NAME=ROWS.csv NAME=ROWS.csv…        at least two; columns are matched by name, rows by their place

A table without a header (jq's) has the columns of the first. What waymark calls `defining_claimed` is `defining` to the
others.
"""
import csv
import sys


def table(path, columns):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    if "id" not in rows[0]:
        return [dict(zip(columns, row)) for row in rows]
    return [{name.removesuffix("_claimed"): cell for name, cell in zip(rows[0], row)} for row in rows[1:]]


def main():
    tables = {}
    columns = None
    for argument in sys.argv[1:]:
        name, path = argument.split("=", 1)
        tables[name] = table(path, columns)
        columns = columns or list(tables[name][0])
    if len(tables) < 2:
        sys.exit(__doc__)
    (first, expected), *others = tables.items()
    wrong = 0
    for name, rows in others:
        if len(rows) != len(expected):
            print(f"{name} has {len(rows)} rows, {first} {len(expected)}")
            wrong += 1
        for number, (row, wanted) in enumerate(zip(rows, expected), 1):
            for column in columns:
                if row.get(column) != wanted[column]:
                    wrong += 1
                    if wrong <= 20:
                        print(f"row {number}, {column}: {name} says {row.get(column)!r}, {first} {wanted[column]!r}")
        shared = sum(column in rows[0] for column in columns)
        if shared < len(expected[0]):
            sys.exit(f"{name} lacks columns that {first} has")
    if wrong:
        sys.exit(f"{wrong} differences")
    print(f"{len(expected)} responses, {len(columns)} columns: {', '.join(tables)} agree")


main()
