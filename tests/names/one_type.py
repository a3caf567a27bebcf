#!/usr/bin/env python3
"""One name, one type: two translation units that define different types of one name break the one-definition rule, and no
compiler says so. Types of a file's own belong into an unnamed namespace.

    /usr/bin/python3 tests/names/one_type.py FOLDER[+FOLDER...]...        each argument is what one program is made of
"""

import collections
import pathlib
import re
import sys
import tempfile

# Comments, literals (raw ones first) and lines of the preprocessor, which may go on behind a backslash.
NO_CODE = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^(\s]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-zA-Z])\'(?:\\.|[^\'\\\n])+\''
    r"|^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.DOTALL | re.MULTILINE)
NAMESPACE = re.compile(r"\b(?:inline\s+)?namespace\b(?:\s+([\w:]+))?\s*$")
TYPE = re.compile(r"\b(?:struct|class|union|enum(?:\s+(?:class|struct))?)\s+(?:\[\[.*?\]\]\s*)?(\w+)\s*(?:final\s*)?(?::(?!:).*)?$",
                  re.DOTALL)


def without_literals(text):
    """The same text with the same lines, in which every brace is one."""
    return NO_CODE.sub(lambda found: "\n" * found.group().count("\n") + ('""' if found.group()[0] in "\"R'" else ""), text)


def types_in(text):
    """(qualified name, line) of every type that can be seen from other translation units."""
    text = without_literals(text)
    scopes = []  # of each open brace: a namespace's name, "" for an unnamed one, None for anything else
    statement = 0
    for found in re.finditer(r"[{};]", text):
        here = text[statement:found.start()].strip()
        if found.group() == "{":
            space, kind = NAMESPACE.search(here), TYPE.search(here)
            if kind and all(scopes):
                line = text.count("\n", 0, found.start()) + 1
                yield "::".join([*scopes, kind.group(1)]), line
            scopes.append((space.group(1) or "") if space else None)
        elif found.group() == "}" and scopes:
            scopes.pop()
        statement = found.end()


def clashes(folders):
    places = collections.defaultdict(dict)
    for folder in folders.split("+"):
        for path in sorted(pathlib.Path(folder).rglob("*.?pp")):
            for name, line in types_in(path.read_text()):
                places[name].setdefault(path, line)
    return {name: where for name, where in places.items() if len(where) > 1}, len(places)


def sees_clashes():
    """What is written here is wrong in one way, and its neighbours are not."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "a.cpp").write_text('// struct Comment {\nnamespace n {\nstruct Same { int a = sizeof("}"); };\n'
                                    "namespace {\nstruct Own { char c = '{'; };\n}\nstruct Named;\n}\n")
        (root / "b.cpp").write_text("namespace n {\nnamespace {\nstruct Own {};\n}\nenum class Same : int { one };\n"
                                    "struct Outer { struct Inner {}; };\nstruct Named f() { return {}; }\n}\n")
        (root / "c.hpp").write_text("namespace m { struct Same {}; struct Other { struct Inner {}; }; }\n")
        found, _ = clashes(folder)
        return list(found) == ["n::Same"]


def main(programs):
    if not sees_clashes():
        print("the search itself is wrong: it does not find what is planted")
        return 1
    failed = False
    for folders in programs:
        found, seen = clashes(folders)
        print(f"{folders}: {seen} types")
        failed = failed or bool(found) or seen == 0
        for name, where in found.items():
            print(f"  {name} is defined in " + ", ".join(f"{path}:{line}" for path, line in where.items()))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
