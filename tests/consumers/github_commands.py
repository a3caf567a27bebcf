"""Workflow commands as GitHub's runner reads them (actions/runner, ActionCommand.TryParseV2; actions/toolkit,
command.ts): `::name key=value,key=value::data`, with %25 %0D %0A escaped in data, %3A and %2C in values too."""

import re


def unescaped(text, pairs):
    for code, character in pairs:
        text = text.replace(code, character)
    return text


DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
VALUE = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


def parse(line):
    found = re.fullmatch(r"::([a-z-]+)(?: ([^:]*(?:(?!::).)*))?::(.*)", line)
    if not found:
        raise ValueError(f"no workflow command: {line!r}")
    properties = {}
    for pair in (found[2] or "").split(","):
        key, _, value = pair.partition("=")
        properties[key.strip()] = unescaped(value, VALUE)
    return found[1], properties, unescaped(found[3], DATA)
