#!/usr/bin/env python3
"""Makes the data, checks that all programs give the same rows, times them in pairs, prints a Markdown table.

Called by run.sh, which builds what it needs. Nothing here fails for being slow: the figures are for people to judge.
"""
import argparse
import os
import subprocess
import sys
from pathlib import Path

from measure import Program, median, pairs, ratio, run, shown

HERE = Path(__file__).parent
PARTS = ["duckdb", "jq", "python", "nlohmann", "growth", "groups"]


class Bench:
    def __init__(self, options):
        self.options = options
        self.build = Path(options.build)
        self.folder = Path(options.folder or self.build / "data")
        self.folder.mkdir(parents=True, exist_ok=True)
        self.plan = self.folder / "plan.json"
        with open(self.plan, "wb") as file:
            subprocess.run([sys.executable, HERE / "plan.py", HERE / "../../frameworks/mission-maturity.yaml"], stdout=file, check=True)

    def wanted(self, part):
        return part not in self.options.without

    # Data and maps, made once.
    def data(self, records, form="jsonl", values="integers", order="fixed", organisations=None):
        groups = organisations or max(1, records // 10)
        path = self.folder / f"{records}-{groups}-{form}-{values}-{order}.{'json' if form == 'array' else form}"
        if not path.exists():
            unfinished = path.with_suffix(".part")
            words = [self.build / "tests/bench/bench_generate", self.plan, "--records", records, "--format", form,
                     "--values", values, "--order", order, "--organisations", groups]
            with open(unfinished, "wb") as file:
                subprocess.run([str(word) for word in words], stdout=file, check=True)
            unfinished.rename(path)
        return path

    def map(self, form="jsonl", values="integers"):
        path = self.folder / f"{'csv' if form == 'csv' else 'json'}-{values}.yaml"
        with open(path, "wb") as file:
            subprocess.run([sys.executable, HERE / "map.py", self.plan, "csv" if form == "csv" else "json", values], stdout=file, check=True)
        return path

    # The same work by each program: one row a response, then the cohort.
    def waymark(self, path, threads=1, values="integers", form="jsonl", more=("--per", "response")):
        out = self.folder / "waymark"
        words = [self.build / "src/waymark", "score", path, "--map", self.map(form, values), *more, "-f", "csv",
                 "-o", f"{out}-rows.csv", "--cohort", f"{out}-cohort.json", "--threads", threads, "--quiet"]
        return Program("waymark", [str(word) for word in words])

    def duckdb(self, path, threads):
        words = ["node", HERE / "peers/duckdb.mjs", self.plan, path, self.folder / "duckdb-rows.csv", threads]
        modules = {"DUCKDB_MODULES": str(self.build.resolve() / "peers/node_modules")}
        return Program("DuckDB", [str(word) for word in words], environment=modules)

    def jq(self, path):
        words = ["jq", "-r", "--slurpfile", "plan", self.plan, "-f", HERE / "peers/score.jq", path]
        return Program("jq", [str(word) for word in words], output=str(self.folder / "jq-rows.csv"))

    def python(self, path):
        words = [sys.executable, HERE / "peers/score.py", self.plan, path, self.folder / "python-rows.csv"]
        return Program("Python", [str(word) for word in words])

    def nlohmann(self, path):
        words = [self.build / "tests/bench/bench_nlohmann", self.plan, path, self.folder / "nlohmann-rows.csv"]
        return Program("nlohmann", [str(word) for word in words])

    def first_stage(self, path):
        return Program("first stage", [str(self.build / "tests/bench/bench_stage1"), str(path)])

    def lines(self, path):
        return Program("wc -l", ["wc", "-l", str(path)])

    # Everybody's rows of a sample, compared to the last digit.
    def agree(self):
        sample = self.data(20000)
        run(self.waymark(sample))
        tables = [f"waymark={self.folder / 'waymark-rows.csv'}"]
        for name in ["python", "nlohmann", "jq", "duckdb"]:
            if self.wanted(name):
                run(self.duckdb(sample, 2) if name == "duckdb" else getattr(self, name)(sample))
                tables.append(f"{name}={self.folder / f'{name}-rows.csv'}")
        subprocess.run([sys.executable, HERE / "agree.py", *tables[1:], tables[0]], check=True)


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    return f"{model}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the start"


def line(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def head(*cells):
    print()
    line(*cells)
    line(*["---"] * len(cells))


def show_pair(what, first, second, times, figure, target):
    over, under = pairs(first, second, times)
    line(what, f"{median(over, 'cpu'):.2f}", f"{median(over, 'wall'):.2f}", f"{median(over, 'peak'):.0f}", figure,
         shown(ratio(over, under, figure)), target)


def against_ourselves(bench, n, times):
    head("waymark", "CPU s", "wall s", "peak MiB", "figure", "ratio: median (lowest–highest)", "target")
    plain = bench.data(n)
    base = bench.waymark(plain)
    show_pair("one thread ÷ `wc -l`", base, bench.lines(plain), times, "cpu", "≤ 7")
    show_pair("simdjson's first stage alone ÷ `wc -l`", bench.first_stage(plain), bench.lines(plain), times, "cpu", "–")
    show_pair("one thread ÷ that first stage", base, bench.first_stage(plain), times, "cpu", "–")
    show_pair("two threads ÷ one", bench.waymark(plain, threads=2), base, times, "wall", "≤ 0.7")
    labels = bench.data(n, values="labels")
    show_pair("labels ÷ integers", bench.waymark(labels, values="labels"), base, times, "cpu", "≤ 1.6")
    mixed = bench.data(n, order="random")
    show_pair("keys in random order ÷ fixed", bench.waymark(mixed), base, times, "cpu", "≤ 1.7")
    array = bench.data(n, form="array")
    show_pair("JSON array ÷ JSON lines", bench.waymark(array, form="array"), base, times, "cpu", "≤ 1.3")
    table = bench.data(n, form="csv")
    show_pair("CSV ÷ JSON lines", bench.waymark(table, form="csv"), base, times, "cpu", "–")


def against_others(bench, n, times):
    head("others ÷ waymark", "CPU s", "wall s", "peak MiB", "figure", "ratio: median (lowest–highest)", "target")
    plain, tenth = bench.data(n), bench.data(n // 10)
    if bench.wanted("duckdb"):
        show_pair("DuckDB, one thread", bench.duckdb(plain, 1), bench.waymark(plain), times, "cpu", "≥ 4")
        show_pair("DuckDB, two threads", bench.duckdb(plain, 2), bench.waymark(plain, threads=2), times, "cpu", "≥ 4")
    few = max(1, times // 2)
    if bench.wanted("nlohmann"):
        show_pair(f"nlohmann DOM, {n // 10} records", bench.nlohmann(tenth), bench.waymark(tenth), few, "cpu", "–")
    if bench.wanted("python"):
        show_pair(f"Python, {n // 10} records", bench.python(tenth), bench.waymark(tenth), few, "cpu", "–")
    if bench.wanted("jq"):
        show_pair(f"jq, {n // 10} records", bench.jq(tenth), bench.waymark(tenth), few, "cpu", "≥ 100")


def growth(bench, n, times):
    head("records, one by one", "CPU s", "µs a record", "peak MiB (≤ 24)")
    for records in [n // 100, n // 10, n] + ([10 * n] if bench.options.ten_times else []):
        runs = [run(bench.waymark(bench.data(records))) for _ in range(times)]
        line(records, f"{median(runs, 'cpu'):.2f}", f"{median(runs, 'cpu') / records * 1e6:.2f}", f"{median(runs, 'peak'):.1f}")


def groups(bench, n, times):
    head("organisations", "records", "CPU s", "peak MiB", "KiB an organisation more than with one (≤ 8)")
    least = None
    for organisations in [1, n // 1000, n // 100, n // 10]:
        path = bench.data(n, organisations=organisations)
        runs = [run(bench.waymark(path, more=())) for _ in range(times)]
        peak = median(runs, "peak")
        least = least or peak
        each = f"{(peak - least) * 1024 / organisations:.2f}" if organisations > 1 else "–"
        line(organisations, n, f"{median(runs, 'cpu'):.2f}", f"{peak:.1f}", each)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True)
    parser.add_argument("--folder")
    parser.add_argument("--records", type=int, default=1000000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--ten-times", action="store_true", help="also ten times as many records")
    parser.add_argument("--without", action="append", default=[], choices=PARTS)
    options = parser.parse_args()
    bench = Bench(options)
    print(machine())
    bench.agree()
    against_ourselves(bench, options.records, options.runs)
    against_others(bench, options.records, options.runs)
    if bench.wanted("growth"):
        growth(bench, options.records, max(1, options.runs // 2))
    if bench.wanted("groups"):
        groups(bench, options.records, max(1, options.runs // 2))


main()
