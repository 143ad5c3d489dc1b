"""A link is shown before it is opened, in the window where it was clicked, or not opened at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow
from pytestqt.qtbot import QtBot

from pathway_viewer.app.browser import Browser
from pathway_viewer.app.program import Program

LINK = "https://doi.org/10.1000/x"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    links: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: links.append(url.toString()))
    return links


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QMainWindow]:
    made = QMainWindow()
    made.resize(900, 500)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_the_address_comes_first_and_the_browser_after_a_click(
    window: QMainWindow, opened: list[str], qtbot: QtBot
) -> None:
    browser = Browser(window)
    browser.follow(LINK)
    line = browser.line_in(window)
    assert line.isVisible()
    assert line.address.text() == LINK
    assert line.geometry().bottom() == window.rect().bottom()
    qtbot.wait(0)
    assert opened == []
    qtbot.mouseClick(line.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened == [LINK])
    assert not line.isVisible()


def test_enter_opens_and_escape_stays(window: QMainWindow, opened: list[str], qtbot: QtBot) -> None:
    browser = Browser(window)
    browser.follow(LINK)
    line = browser.line_in(window)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()
    browser.follow(LINK)
    qtbot.keyClick(line.open_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened == [LINK])


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "javascript:alert(1)", "node:drug", "x", ""]
)
def test_nothing_but_web_addresses_is_even_shown(window: QMainWindow, link: str) -> None:
    browser = Browser(window)
    browser.follow(link)
    assert not browser.line_in(window).isVisible()


def test_a_policy_turns_links_off(window: QMainWindow, opened: list[str], qtbot: QtBot) -> None:
    browser = Browser(window, allowed=False)
    browser.follow(LINK)
    line = browser.line_in(window)
    assert "off on this computer" in line.accessibleName()
    assert not line.open_button.isVisible()
    qtbot.keyClick(line.copy_button, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == LINK
    qtbot.wait(0)
    assert opened == []


def test_a_dialog_asks_for_itself(window: QMainWindow) -> None:
    dialog = QDialog(window)
    dialog.resize(500, 300)
    dialog.open()
    browser = Browser(window)
    browser.follow(LINK)
    assert browser.line_in(dialog).isVisible()
    assert not browser.line_in(window).isVisible()
    dialog.close()
    browser.follow(LINK)
    assert browser.line_in(window).isVisible()


def test_links_of_the_details_ask(program: Program, opened: list[str], qtbot: QtBot) -> None:
    assert program.panels is not None
    program.panels.details.link_requested.emit(LINK)
    line = program.browser.line_in(program.window)
    assert line.isVisible()
    program.window.resize(1000, 700)
    QApplication.processEvents()
    assert line.geometry().bottom() == program.window.rect().bottom()
    qtbot.keyClick(line.open_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: opened == [LINK])
