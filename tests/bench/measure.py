"""Whole processes timed in pairs: A B A B …, so that a machine whose speed drifts does both of them the same wrong.

Figures are the operating system's own for the finished process and whatever it waited for.
"""
import os
import statistics
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Run:
    cpu: float
    wall: float
    peak: float  # MiB


@dataclass
class Program:
    name: str
    words: list
    output: str = os.devnull  # where its standard output goes
    environment: dict = None


def run(program):
    with open(program.output, "wb") as out:
        begun = time.monotonic()
        child = subprocess.Popen(program.words, stdout=out, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
                                 env={**os.environ, **(program.environment or {})})
        said = child.stderr.read()
        _, status, used = os.wait4(child.pid, 0)
        wall = time.monotonic() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit(f"{program.name}: exit status {child.returncode}: {said.decode(errors='replace')[-2000:]}")
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def pairs(first, second, times):
    """Runs both in turn, each once unmeasured; two lists of equal length."""
    run(first), run(second)
    runs = [(run(first), run(second)) for _ in range(times)]
    return [a for a, _ in runs], [b for _, b in runs]


def median(runs, figure):
    return statistics.median(getattr(one, figure) for one in runs)


def ratio(over, under, figure):
    """Median of the ratios pair by pair, with the lowest and the highest."""
    found = sorted(getattr(a, figure) / getattr(b, figure) for a, b in zip(over, under))
    return statistics.median(found), found[0], found[-1]


def shown(numbers):
    middle, low, high = numbers
    digits = 0 if middle >= 20 else 1 if middle >= 5 else 2
    return f"{middle:.{digits}f} ({low:.{digits}f}–{high:.{digits}f})"
