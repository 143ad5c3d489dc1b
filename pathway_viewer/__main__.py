"""The door: `python -m pathway_viewer` is the command line."""

from __future__ import annotations

import sys

from pathway_viewer.app.command_line import main

if __name__ == "__main__":
    sys.exit(main())
