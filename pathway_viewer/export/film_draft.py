"""A film's draft: where it is written until it is whole, and how it then takes its place."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from pathway_viewer.export.film_formats import FOLDER, format_of
from pathway_viewer.export.film_images import ABOUT
from pathway_viewer.model.drafts import draft_folder, forgotten
from pathway_viewer.model.writing import put_whole, refuse_what_cannot_be


@contextmanager
def draft_of(out: Path) -> Generator[Path]:
    """Where to write; once the context is left without an error, it is at its place.

    A folder is drafted beside its place, for its pictures are many; a file in the system's
    folder for such things. What a killed program left of either is removed. Raises OSError.
    """
    if format_of(out).suffix == FOLDER:
        with _folder_draft(out) as folder:
            yield folder
        return
    refuse_what_cannot_be(out)
    with draft_folder(Path(tempfile.gettempdir()) / "pathway-viewer") as folder:
        draft = folder / f"draft{out.suffix.lower()}"
        yield draft
        put_whole(draft, out)


@contextmanager
def _folder_draft(out: Path) -> Generator[Path]:
    target = out.resolve()
    _put_back(target)
    refuse_other_files(out)
    target.parent.stat()
    with draft_folder(target) as folder:
        draft, old = folder / "new", folder / "old"
        draft.mkdir()
        yield draft
        if target.exists():
            target.rename(old)
        try:
            draft.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise


def _put_back(target: Path) -> None:
    """The pictures of an earlier film, where a kill came just as they made room for new ones."""
    for folder in forgotten(target):
        if not target.exists() and (folder / "old").is_dir():
            (folder / "old").rename(target)


def refuse_other_files(folder: Path) -> None:
    """OSError where a folder holds anything but the pictures of an earlier film."""
    if not folder.exists():
        return
    strange = [one.name for one in folder.iterdir() if not _is_ours(one)]
    if strange:
        told = f"there are other files in this folder, such as {strange[0]}"
        raise FileExistsError(errno.ENOTEMPTY, told, str(folder))


def _is_ours(file: Path) -> bool:
    return file.name == ABOUT or (file.name.startswith("frame_") and file.suffix == ".png")
