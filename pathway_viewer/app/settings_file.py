"""Settings file: whether what is there can be used, and what to use where it cannot."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings

from pathway_viewer.app.logs import scrubbed

LOG = logging.getLogger("pathway_viewer")

VERSION = 1
KEY = "settings/version"


def usable(store: QSettings) -> QSettings:
    """These settings, or others in their place; a line in the log says what was amiss.

    What cannot be read begins anew, and is kept beside it. What a newer program wrote stays as
    it is, for that program; this one uses a file of its own. Where nothing can be written, what
    is chosen holds until the program is closed.
    """
    if sys.platform == "win32" and store.format() == QSettings.Format.NativeFormat:
        return store  # the registry takes care of itself
    file = Path(store.fileName())
    store.allKeys()  # which reads all of it: before, no fault is known
    if file.exists() and store.status() != QSettings.Status.NoError:
        return _anew(store, file)
    if _version(store) > VERSION:
        own = file.with_name(f"{file.stem}-{VERSION}{file.suffix}")
        LOG.warning("the settings are of a newer version: others are used, these stay as they are")
        return QSettings(str(own), QSettings.Format.IniFormat)
    if not _writable(file):
        LOG.warning("the settings cannot be written: what is chosen now will be forgotten")
    elif not store.contains(KEY):
        store.setValue(KEY, VERSION)
    return store


def _anew(store: QSettings, file: Path) -> QSettings:
    spoilt = file.with_name(f"{file.name}.spoilt")
    format = store.format()
    try:
        file.replace(spoilt)
    except OSError as error:
        LOG.warning("the settings cannot be read, nor put aside: %s", scrubbed(str(error)))
        return store
    LOG.warning("the settings could not be read: they begin anew, the old are in %s", spoilt.name)
    return QSettings(str(file), format)


def _version(store: QSettings) -> int:
    try:
        return int(str(store.value(KEY, VERSION)))
    except ValueError:
        return VERSION


def _writable(file: Path) -> bool:
    """Whether the file can be replaced, or made with the folders above it."""
    folder = next((one for one in file.parents if one.exists()), file.parent)
    changeable = not file.exists() or os.access(file, os.W_OK)
    return changeable and folder.is_dir() and os.access(folder, os.W_OK)
