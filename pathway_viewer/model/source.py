"""A file's text, and the places in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pathway_viewer.model.problems import Place

# NEL and the Unicode line separators are refused too: YAML counts them as lines, editors do not.
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)


class RefusedError(Exception):
    """A file's content that will not be read further: the place and the sentence."""

    def __init__(self, place: Place, text: str) -> None:
        super().__init__(text)
        self.place = place
        self.text = text


@dataclass(frozen=True)
class Source:
    """One file's text, and the name it has in messages."""

    name: str
    text: str

    def place(self, index: int) -> Place:
        """The place of a character of the text."""
        start = self.text.rfind("\n", 0, index) + 1
        return Place(self.name, self.text.count("\n", 0, start) + 1, index - start + 1)


def decoded(name: str, data: bytes) -> Source:
    """The bytes as text; RefusedError for what no pathway file may contain."""
    try:
        source = Source(name, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = Source(name, data[: error.start].decode("utf-8-sig", "replace"))
        raise RefusedError(
            before.place(len(before.text)),
            f"the byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8",
        ) from None
    if bad := _UNPRINTABLE.search(source.text):
        text = f"the invisible character U+{ord(bad[0]):04X} has no place in a text; delete it"
        raise RefusedError(source.place(bad.start()), text)
    if directive := _DIRECTIVE.search(source.text):
        raise RefusedError(
            source.place(directive.start()),
            "a line may not begin with '%': YAML directives are not used in a pathway file",
        )
    return source
