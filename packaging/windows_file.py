"""Windows file: what a program or library for Windows says of itself, and what it asks for.

`python packaging/windows_file.py FILE...` prints the versions as JSON, by the files' names. Run it
with the environment of the build's tools: only that one has what reads such files.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

_TABLES = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")


def imported(path: Path) -> dict[str, set[str]]:
    """What a file asks for: names of functions by the library, in small letters."""
    # Late, here and below: see above; what is tested without it needs no such file.
    import pefile

    with pefile.PE(str(path), fast_load=True) as parsed:
        parsed.parse_data_directories([pefile.DIRECTORY_ENTRY[one] for one in _TABLES])
        entries = [
            *getattr(parsed, "DIRECTORY_ENTRY_IMPORT", ()),
            *getattr(parsed, "DIRECTORY_ENTRY_DELAY_IMPORT", ()),
        ]
        found: dict[str, set[str]] = {}
        for entry in entries:
            names = {one.name.decode() for one in entry.imports if one.name}
            found.setdefault(entry.dll.decode().lower(), set()).update(names)
        return found


def told(path: Path) -> dict[str, str]:
    """What Windows shows of a file: 'ProductName', 'FileVersion', ...; {} where it says nothing."""
    import pefile

    with pefile.PE(str(path)) as parsed:
        infos = [one for part in getattr(parsed, "FileInfo", ()) for one in part]
        tables = [table for one in infos for table in getattr(one, "StringTable", ())]
        rows = [row for table in tables for row in table.entries.items()]
        return {name.decode(): text.decode(errors="replace").strip() for name, text in rows}


def icons(path: Path) -> int:
    """How many icons are in a program."""
    import pefile

    with pefile.PE(str(path)) as parsed:
        kinds = parsed.DIRECTORY_ENTRY_RESOURCE.entries
        found = [one for one in kinds if one.id == pefile.RESOURCE_TYPE["RT_ICON"]]
        return sum(len(one.directory.entries) for one in found)


def main(words: list[str]) -> int:
    """Prints the versions of files."""
    known = {Path(word).name: told(Path(word)) for word in words}
    keys = ("ProductVersion", "FileVersion")
    versions = {n: next((t[key] for key in keys if t.get(key)), "") for n, t in known.items()}
    print(json.dumps(versions, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
