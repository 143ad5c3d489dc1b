"""About: what the program and the pathway are, what they are not, and whose work is in them."""

from __future__ import annotations

import html
from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from pathway_viewer.look.theme import Theme
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.widgets.citer import Citer
from pathway_viewer.widgets.page_dialog import PageDialog

LICENCES = (
    "<p>Pathway Viewer is free software under the MIT licence.</p>"
    "<p>It uses Qt and PySide6, copyright The Qt Company Ltd. and other contributors, under the "
    "GNU Lesser General Public License version 3. They are shipped unchanged, as separate files "
    "that you may replace with builds of your own. The texts of that licence and of the GNU "
    "General Public License, and of all others, are in the folder <i>licences</i> beside an "
    "installed program, with a list of every part. Sources: "
    '<a href="https://download.qt.io/official_releases/">download.qt.io</a>.</p>'
    "<p>It also uses NumPy, SciPy, NetworkX, PyQtGraph, lxml, citeproc-py and its styles package, "
    "msgspec, PyYAML (with libyaml), bibtexparser, pylatexenc, rispy, python-pptx, XlsxWriter, "
    "Pillow, typing_extensions, six, colorama and platformdirs, each under its own permissive "
    "licence.</p>"
    "<p>How references are set comes from the Citation Style Language project's styles, by their "
    "authors, under the Creative Commons Attribution-ShareAlike 3.0 licence. "
    'Sources: <a href="https://citationstyles.org">citationstyles.org</a>.</p>'
)


class AboutDialog(PageDialog):
    """Disclaimer, review date, limits of the teaching model, version and licences."""

    link_activated = Signal(str)

    def __init__(
        self,
        pathway: Pathway | None,
        numbers: Mapping[str, int],
        version: str,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("About", QSize(560, 640), theme, parent)
        self.setWindowTitle("About Pathway Viewer")
        self.page.set_html(page(pathway, Citer(numbers), version))
        self.page.link_activated.connect(self.link_activated)


def page(pathway: Pathway | None, citer: Citer, version: str) -> str:
    """The dialog's text as HTML."""
    parts = [f"<h3>Pathway Viewer {html.escape(version)}</h3>"]
    if pathway is not None:
        parts.append(f"<p><b>{html.escape(pathway.title)}</b></p>")
        parts.append(citer.html(pathway.disclaimer or "For education; not medical advice."))
        if pathway.reviewed:
            parts.append(f"<p>Text last reviewed {html.escape(pathway.reviewed)}.</p>")
        if pathway.license:
            parts.append(f"<p>Pathway content: {html.escape(pathway.license)}.</p>")
        if pathway.limits:
            parts += ["<h3>Limits of the teaching model</h3>", citer.html(pathway.limits)]
    return "".join([*parts, "<h3>Licences</h3>", LICENCES])
