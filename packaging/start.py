"""Start: where the frozen program begins; the same command line as from source."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# A program for windows has no streams on Windows, and nothing may fail for want of them.
for name in ("stdout", "stderr"):
    if getattr(sys, name) is None:
        setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  kept open

from pathway_viewer.app.command_line import main  # noqa: E402  after the streams

sys.exit(main())
