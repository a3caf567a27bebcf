#!/usr/bin/env python3
"""Writes the map that reads the generator's responses.

    map.py PLAN.json json|csv integers|labels > map.yaml
"""
import json
import sys


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        plan = json.load(file)
    csv, labels = sys.argv[2] == "csv", sys.argv[3] == "labels"
    print("waymark: map/1")
    print(f"framework: {plan['framework']}")
    print(f"profile: {plan['profile']}")
    print('records: ""')
    print("record:")
    print("  id: /id\n  organisation: /organisation\n  role: /role\n  submitted: /submitted")
    print("  complete: {/finished: true}")
    print("duplicates: none")
    print("answers:")
    print('  in: ""' if csv else "  in: /answers")
    print("values:")
    print("  default:")
    if labels:
        print("    map:")
        for level in plan["levels"]:
            print(f"      {level['title']}: {level['id']}")
    else:
        print("    pass: number")
    print("questions:")
    for dimension in plan["dimensions"]:
        for practice in dimension["practices"]:
            print(f"  {practice['id']}: {practice['id']}")


main()
