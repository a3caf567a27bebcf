#!/usr/bin/env python3
"""Reads spreadsheets and CSV that waymark writes with other programs, and holds every cell against the scorecard.

    python3 tests/consumers/sheets.py WAYMARK SOURCE_FOLDER
"""

import csv
import datetime
import functools
import io
import json
import os
import pathlib
import pty
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

HOSTILE = ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "=HYPERLINK(\"http://example.org\")", "_x0041_", "http://example.org",
           "\"quoted\", and, commas", "two\nlines", " spaces ", "<b>&amp;</b>", "‮right to left", "\x1b[31mred", "漢字", "'apostrophe"]

TABLES = ("scores", "practices", "roles", "flags", "evidence", "facts", "outcomes", "next-steps")
failures = []
done = 0


def expect(holds, words):
    global done
    done += 1
    if not holds:
        failures.append(words)


def run(waymark, *arguments, status=0):
    outcome = subprocess.run([waymark, *map(str, arguments)], capture_output=True, timeout=120)
    if outcome.returncode != status:
        raise SystemExit(f"{arguments} ended with {outcome.returncode}: {outcome.stderr.decode()}")
    return outcome.stdout


def shown(text):
    """What is left of a text where control characters cannot stand."""
    kept = {0x0A, 0x09}
    turns = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
    replaced = lambda code: (code < 0x20 and code not in kept) or 0x7F <= code < 0xA0 or code in turns
    return "".join("\ufffd" if replaced(ord(character)) else character for character in text)


def guarded(text):
    """As CSV holds it, so that no spreadsheet takes it for a formula."""
    number = text.lstrip("-").replace(".", "").isdigit() if text.startswith("-") else False
    return "'" + text if text[:1] in tuple("=+-@\t\r") and not number else text


@functools.lru_cache(maxsize=None)
def rows_of(waymark, path, table, *options):
    raw = run(waymark, "report", path, "-f", "csv", "--table", table, *options)
    expect(raw.endswith(b"\r\n"), f"{table} ends its lines as RFC 4180 has it")
    return list(csv.DictReader(io.StringIO(raw.decode(), newline=""), strict=True))


def exact(number):
    return "" if number is None else f"{number['value']:.4f}".rstrip("0").rstrip(".")


def check_scores(rows, card):
    expect(len(rows) == len(card["nodes"]), "a row for each node")
    for row, node in zip(rows, card["nodes"]):
        expect(row["id"] == node["id"] and row["title"] == guarded(shown(node["title"])), f"names of {node['id']}")
        for side in ("claimed", "evidenced"):
            expect(row[side] == exact(node[side].get("point")), f"{node['id']} {side}: {row[side]}")
            span = node[side].get("range", {})
            expect(row[side + "_low"] == exact(span.get("low")), f"{node['id']} {side} low")
            expect(row[side + "_high"] == exact(span.get("high")), f"{node['id']} {side} high")
            expect(row[side + "_known"] == str(node[side]["known"]), f"{node['id']} {side} known")
            expect(row[side + "_withheld"] == ("yes" if node[side]["withheld"] else "no"), f"{node['id']} withheld")
        expect(row["gap"] == exact(node.get("gap")), f"{node['id']} gap")


def check_flags(rows, card):
    expect(len(rows) == len(card["flags"]), "a row for each flag")
    for row, flag in zip(rows, card["flags"]):
        for name in ("id", "kind", "state"):
            expect(row[name] == flag[name], f"{flag['id']} {name}")
        for name in ("severity", "saw", "why", "do"):
            expect(row[name] == guarded(shown(flag.get(name, ""))), f"{flag['id']} {name}")


def check_facts(rows, card):
    cells = [(facts["id"], str(number + 1), column["id"], value)
             for facts in card["facts"] for number, row in enumerate(facts.get("rows", []))
             for column, value in zip(facts["columns"], row)]
    found = [(row["table"], row["row"], row["column"], row["value"]) for row in rows if row["row"]]
    expect(found == [(a, b, c, guarded(shown(value))) for a, b, c, value in cells], "facts as recorded")


def check_dictionary(waymark, path, table, rows):
    text = run(waymark, "report", path, "-f", "csv", "--table", table, "--dictionary").decode()
    words = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    if rows:
        expect([word["column"] for word in words] == list(rows[0]), f"the dictionary of {table} names its columns")
    for word in words:
        expect(all(word[key] for key in ("table", "column", "type", "meaning", "missing")), f"{table}: {word}")
        values = [row[word["column"]] for row in rows]
        if word["missing"] == "never empty":
            expect(all(values), f"{table}.{word['column']} is empty somewhere")
        if word["type"] in ("number", "whole number"):
            for value in filter(None, values):
                expect(float(value) is not None and (word["type"] == "number" or value.isdigit()), f"{table}: {value}")
        if word["type"] == "date":
            for value in filter(None, values):
                datetime.date.fromisoformat(value)


def plain(value, kind):
    """A cell of a spreadsheet as CSV writes it."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, (int, float)):
        return f"{value:.4f}".rstrip("0").rstrip(".") or "0"
    return value


def check_sheet(sheet, rows, only=None):
    """Every cell of a sheet against the same table as CSV, whose guards are taken off."""
    if only:
        rows = [row for row in rows if row["kind"] in only]
        rows.sort(key=lambda row: only.index(row["kind"]))
    cells = list(sheet.iter_rows(min_row=2))
    expect(sheet.freeze_panes is not None and sheet.auto_filter.ref, f"{sheet.title}: titles are frozen, with filters")
    expect(len(cells) == max(len(rows), 0) or (not rows and len(cells) <= 1), f"{sheet.title}: {len(cells)} rows, {len(rows)}")
    for line, row in zip(cells, rows):
        for cell, value in zip(line, row.values()):
            expect(cell.data_type in "snd" and cell.hyperlink is None, f"{sheet.title} {cell.coordinate} is {cell.data_type}")
            same = plain(cell.value, cell.data_type)
            expect(value in (same, guarded(same)), f"{sheet.title} {cell.coordinate}: {same!r}, {value!r}")


def check_book(waymark, path, card, *options):
    raw = run(waymark, "report", path, "-f", "xlsx", *options)
    expect(raw == run(waymark, "report", path, "-f", "xlsx", *options), "the same bytes each time")
    archive = zipfile.ZipFile(io.BytesIO(raw))
    expect(archive.testzip() is None, "the archive is sound")
    expect({item.date_time[:3] for item in archive.infolist()} == {(1980, 1, 1)}, "no clock in the archive")
    expect(not any("external" in name.lower() for name in archive.namelist()), "no link to other files")
    for name in archive.namelist():
        if name.startswith("xl/worksheets/"):
            expect(b"<f>" not in archive.read(name) and b"<f " not in archive.read(name), f"{name} holds a formula")
    book = openpyxl.load_workbook(io.BytesIO(raw))
    expect(book.properties.created.date().isoformat() == card["date"], "created on the day of the assessment")
    check_sheet(book["Scores"], rows_of(waymark, path, "scores"), ["overall", "dimension", "group"])
    for name in ("Practices", "Roles", "Flags", "Evidence", "Outcomes", "Next steps"):
        check_sheet(book[name], rows_of(waymark, path, name.lower().replace(" ", "-"), *options))
    expect(len(book["Scores"]._charts) == 1, "a chart of the dimensions")
    given = [facts for facts in card["facts"] if facts["state"] == "given"]
    for facts, sheet in zip(given, book.worksheets[9:]):
        for line, row in zip(sheet.iter_rows(min_row=2), facts["rows"]):
            for cell, value, column in zip(line, row, facts["columns"]):
                same = plain(cell.value, cell.data_type)
                expect(same == (exact({"value": float(value)}) if cell.data_type == "n" and value else shown(value)),
                       f"{sheet.title} {cell.coordinate}: {same!r}, {value!r}")
                if value and column["type"] in ("money", "number", "integer", "share"):
                    expect(cell.data_type == "n", f"{sheet.title} {cell.coordinate} is a number")
                if value and column["type"] == "date":
                    expect(cell.data_type == "d", f"{sheet.title} {cell.coordinate} is a date")
    return book


def check_all(waymark, path, *options):
    card = json.loads(run(waymark, "report", path, "-f", "json", *options))
    check_scores(rows_of(waymark, path, "scores"), card)
    check_flags(rows_of(waymark, path, "flags"), card)
    check_facts(rows_of(waymark, path, "facts"), card)
    if not options:  # what columns mean does not hang on notes
        for table in TABLES:
            check_dictionary(waymark, path, table, rows_of(waymark, path, table))
    return check_book(waymark, path, card, *options)


def check_group(waymark, folder, place):
    """A group as a spreadsheet against the group as JSON, and with hostile names."""
    paths = sorted((folder / "examples/cohort").glob("*.yaml"))
    group = json.loads(run(waymark, "score", *paths, "-f", "json"))["groups"][0]
    raw = run(waymark, "score", *paths, "-f", "xlsx")
    expect(raw == run(waymark, "score", *paths, "-f", "xlsx"), "the same bytes of a group each time")
    book = openpyxl.load_workbook(io.BytesIO(raw))
    expect(all(sheet.freeze_panes and sheet.auto_filter.ref for sheet in book.worksheets[1:]), "a group's titles and filters")
    found = [(row[1], row[3], row[4], row[5]) for row in book["Scores"].iter_rows(min_row=2, values_only=True)]
    labels = lambda node: " ".join(filter(None, (node.get("code", ""), node["title"])))
    told = [(labels(node), side, step["title"], step["count"])
            for node in group["nodes"] for side in ("claimed", "evidenced") for step in node[side]["steps"]]
    expect(len(told) > 20 and [line[1:] for line in found] == [line[1:] for line in told], "the levels of a group")
    hostile_paths = []
    for number, path in enumerate(paths[:6]):
        card = hostile(json.loads(run(waymark, "report", path, "-f", "json")))
        card["organisation"] = HOSTILE[number % len(HOSTILE)]
        hostile_paths.append(pathlib.Path(place) / f"group-{number}.json")
        hostile_paths[-1].write_text(json.dumps(card))
    book = openpyxl.load_workbook(io.BytesIO(run(waymark, "score", *hostile_paths, "-f", "xlsx", "--with-rows")))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    expect(len(cells) > 100 and all(cell.data_type != "f" and cell.hyperlink is None for cell in cells), "a formula in a group")
    expect(any(cell.value == "=1+1" for cell in cells), "a hostile name stays a text")


def check_terminal(waymark, path):
    """A spreadsheet is not thrown at a terminal."""
    ours, theirs = pty.openpty()
    outcome = subprocess.run([waymark, "report", path, "-f", "xlsx"], stdout=theirs, stderr=subprocess.PIPE, timeout=60)
    os.close(theirs)
    os.set_blocking(ours, False)
    try:
        shown_there = os.read(ours, 100)
    except OSError:
        shown_there = b""
    os.close(ours)
    expect(outcome.returncode == 2 and b"-o FILE.xlsx" in outcome.stderr and shown_there == b"", "a spreadsheet for a terminal")


def hostile(card):
    """The scorecard with hostile texts in every place that holds a text of somebody's."""
    count = 0

    def next_text():
        nonlocal count
        count += 1
        return HOSTILE[count % len(HOSTILE)]

    card["organisation"] = "=1+1"
    for node in card["nodes"]:
        node["title"] = next_text()
    for flag in card["flags"]:
        for key in ("title", "saw", "why", "do"):
            flag[key] = next_text()
    for item in card["evidence"]:
        item["what"] = next_text()
        item["form"] = next_text()
    for facts in card["facts"]:
        facts["title"] = "a/b:c*" + next_text()
        for row in facts.get("rows", []):
            for at, column in enumerate(facts["columns"]):
                if column["type"] == "text":
                    row[at] = next_text()
    return card


def main(waymark, source):
    folder = pathlib.Path(source)
    for path in ("home-heating/assessment.yaml", "home-heating/after-18-months.yaml", "school-readiness/assessment.yaml",
                 "school-readiness/hospital.yaml"):
        check_all(waymark, folder / "examples" / path)
        notes = check_all(waymark, folder / "examples" / path, "--with-notes")
        expect(notes["Evidence"].max_column == 9, "what evidence is, with notes")
    # The name of a private column's cell must be nowhere.
    owner = next(csv.DictReader((folder / "examples/home-heating/portfolio.csv").open()))["owner"]
    for form in ("xlsx", "csv"):
        raw = run(waymark, "report", folder / "examples/home-heating/assessment.yaml", "-f", form, "--with-notes")
        texts = [raw] if form == "csv" else [zipfile.ZipFile(io.BytesIO(raw)).read("xl/sharedStrings.xml")]
        expect(owner and all(owner.encode() not in text for text in texts), f"a private cell in {form}")
    with tempfile.TemporaryDirectory() as place:
        card = hostile(json.loads(run(waymark, "report", folder / "examples/home-heating/assessment.yaml", "-f", "json")))
        path = pathlib.Path(place) / "hostile.json"
        path.write_text(json.dumps(card))
        for table in TABLES:
            check_dictionary(waymark, path, table, rows_of(waymark, path, table))
        book = check_all(waymark, path, "--with-notes")
        expect(book["Read me"]["B1"].value == "=1+1" and book["Read me"]["B1"].data_type == "s", "a name stays a text")
        check_group(waymark, folder, place)
    check_terminal(waymark, folder / "examples/home-heating/assessment.yaml")
    for words in failures[:40]:
        print(words)
    print(f"spreadsheets: {done} checks, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
