"""Policy rules: what each key of a policy may say, and what holds where it says something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any, cast, get_args

import yaml

from pathway_viewer.app.kiosk.pin import parsed
from pathway_viewer.app.policy import SAFE, Policy
from pathway_viewer.look.theme import ThemeId
from pathway_viewer.model.problems import meant
from pathway_viewer.model.story import READINGS

IDLE_SECONDS = (10, 3600)
LANGUAGES = ("en",)


def understood(text: str) -> tuple[Policy, tuple[str, ...]]:
    """A policy from its text, and what is wrong with it.

    A key that is wrong takes its safe value. With any mistake in it a policy locks, unless it
    says `kiosk: false` in so many words. ValueError for a text that is no mapping of keys.
    """
    try:
        data: object = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}: " if mark else ""
        raise ValueError(f"{where}{getattr(error, 'problem', None) or error}") from error
    if not isinstance(data, dict):
        raise ValueError("expected lines such as 'kiosk: true'")
    given = cast("dict[object, object]", data)
    taken, problems = _checked(given)
    if problems and given.get("kiosk") is not False:
        taken["kiosk"] = True
    return replace(Policy(), **cast("dict[str, Any]", taken)), problems


def _checked(given: Mapping[object, object]) -> tuple[dict[str, object], tuple[str, ...]]:
    """Every key with its own value or the safe one, and what is wrong."""
    taken: dict[str, object] = {}
    problems: list[str] = []
    for key, value in given.items():
        if key not in RULES:
            problems.append(f"'{key}' is not a key{_meant(str(key))}")
            continue
        fits, expected = RULES[str(key)]
        taken[str(key)] = value if fits(value) else getattr(SAFE, str(key))
        if not fits(value):
            # Somebody may have written the PIN itself there, which no log shall tell.
            told = "" if key == "pin_hash" else f", not {value!r}"
            problems.append(f"'{key}' must be {expected}{told}")
    return taken, tuple(problems)


def _meant(key: str) -> str:
    near = meant(key, RULES)
    return f"; did you mean '{near}'?" if near else ""


def _is_hash(value: object) -> bool:
    return isinstance(value, str) and parsed(value) is not None


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and "\0" not in value


def _is_idle(value: object) -> bool:
    least, most = IDLE_SECONDS
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _one_of(words: tuple[str, ...]) -> tuple[Callable[[object], bool], str]:
    return (lambda value: isinstance(value, str) and value in words), f"one of {', '.join(words)}"


RULES: dict[str, tuple[Callable[[object], bool], str]] = {
    "kiosk": (_is_flag, "true or false"),
    "pathway": (_is_text, "the name of a pathway file"),
    "reading": _one_of(READINGS),
    "language": (_one_of(LANGUAGES)[0], "'en' (there is no other language yet)"),
    "theme": _one_of(get_args(ThemeId)),
    "idle_seconds": (_is_idle, f"whole seconds from {IDLE_SECONDS[0]} to {IDLE_SECONDS[1]}"),
    "pin_hash": (_is_hash, "what 'pathway-viewer --make-pin-hash' prints"),
    "links": (_is_flag, "true or false"),
}
"""Every key, what its value must be, and how to say that."""

assert {*RULES} == {field.name for field in fields(Policy)} - {"mistake"}
