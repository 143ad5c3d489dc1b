"""Files meant to exhaust whoever reads them, read one by one under hard limits.

Run as a program with a folder: prints 'NAME: PROBLEM' lines for each, and dies by its limits
when one of them takes more than 2 s of the processor or more than a gigabyte.
"""

import resource
import sys
from collections.abc import Callable
from math import ceil
from pathlib import Path

from pathway_viewer.model.loader import load

GIGABYTE = 1_000_000_000
SECONDS = 2


def laughs() -> str:
    """The billion laughs: ten aliases of ten aliases of ..."""
    lines = ["a0: &a0 [ha, ha]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12)]
    return "\n".join(lines)


def unknown_keys() -> str:
    return "\n".join(f"labe{i}: x" for i in range(70_000))


def bad_nodes() -> str:
    return "nodes:\n" + "- {lable: x}\n" * 45_000


def dangling() -> str:
    refs = "".join(f"- {{id: r{i}}}\n" for i in range(20_000))
    return "lanes:\n" + "".join(f"- n{i}\n" for i in range(60_000)) + "references:\n" + refs


def placed() -> str:
    return "arrangement:\n  nodes:\n" + "".join(f"    n{i}: [1, 2]\n" for i in range(29_000))


def doubles() -> str:
    return "references:\n" + "- {id: same}\n" * 45_000


def citing() -> str:
    text = " ".join(f"[@a{i}]" for i in range(11_000))
    return "glossary:\n" + f"- {{word: x, meaning: '{text}'}}\n" * 40


def stray() -> str:
    text = "[@ " * 30_000
    return "glossary:\n" + f"- {{word: x, meaning: '{text}'}}\n" * 40


def chapters() -> str:
    names = ", ".join(f"s{i}" for i in range(200))
    row = "{id: c, title: t, start: 0 h, end: 1 h, text: x"
    return "chapters:\n" + f"- {row}}}\n" * 8_000 + f"- {row}, scenarios: [{names}]}}\n" * 200


def sound_but_long() -> str:
    """No error before the last line; every check has all to do."""
    text = "It is so [@a]. " * 200
    nodes = "".join(
        f"- {{id: n{i}, label: L, name: N, layer: core, compartment: c, summary: S,"
        f" text: {{patient: p, student: s, expert: '{text if i < 900 else 'e'}'}}}}\n"
        for i in range(6000)
    )
    head = "format: 1\nid: a\ntitle: T\ncompartments: [{id: c, label: C}]\n"
    return f"{head}references: [{{id: a, incomplete: true}}]\nnodes:\n{nodes}lanes: [x]\n"


BOMBS: dict[str, Callable[[], str]] = {
    "laughs": laughs,
    "anchors": lambda: "".join(f"a{i}: &a{i} x\n" for i in range(100_000)),
    "deep lists": lambda: "[" * 100_000,
    "deep lists 5 MB": lambda: "[" * 4_900_000,
    "deep maps": lambda: "{a: " * 100_000,
    "deep blocks": lambda: "\n".join(" " * i + "a:" for i in range(3000)),
    "deep dashes": lambda: "- " * 100_000,
    "many entries": lambda: "lanes:\n" + "- a\n" * 1_200_000,
    "many pairs": lambda: "lanes: [" + "{a: b}," * 690_000,
    "huge text": lambda: "title: " + "a " * 2_400_000,
    "huge quoted": lambda: 'title: "' + "\\n" * 2_400_000 + '"',
    "open quote": lambda: 'title: "' + "a\n" * 2_400_000,
    "huge key": lambda: "? " + "a" * 4_900_000 + "\n: b",
    "blank lines": lambda: "\n" * 4_900_000,
    "documents": lambda: "--- a\n" * 800_000,
    "directives": lambda: "".join(f"%TAG !a{i}! x\n" for i in range(100_000)) + "--- a",
    "long tag": lambda: "title: !<" + "%41" * 1_600_000 + "> a",
    "too large": lambda: "title: x\n" + "# a comment\n" * 500_000,
    "unknown keys": unknown_keys,
    "bad nodes": bad_nodes,
    "dangling ids": dangling,
    "placed nodes": placed,
    "doubles": doubles,
    "citations": citing,
    "stray citations": stray,
    "chapters": chapters,
    "sound but long": sound_but_long,
    "long time": lambda: "steps:\n" + f"- {{at: {'9' * 90_000}}}\n" * 50,
    "loose time": lambda: "steps:\n" + f"- {{at: {'1 ' * 45_000}}}\n" * 50,
}


def main(folder: Path) -> None:
    """Read each bomb with two more seconds than were used so far."""
    resource.setrlimit(resource.RLIMIT_AS, (GIGABYTE, GIGABYTE))
    for name, make in BOMBS.items():
        path = folder / "bomb.yaml"
        path.write_text(make(), encoding="utf-8")
        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = ceil(used.ru_utime + used.ru_stime) + SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
        loaded = load(path)
        assert loaded.pathway is None
        for problem in loaded.problems[:5]:
            sys.stdout.write(f"{name}: {problem.text}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
