"""The page on the teaching model, one click away in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QDialog, QToolButton
from pytestqt.qtbot import QtBot

from pathway_viewer.app.program import Program
from pathway_viewer.app.resources import starter
from pathway_viewer.widgets.model_page import ModelPage


@pytest.fixture
def page(program: Program, qtbot: QtBot) -> ModelPage:
    """Opened by its button at the foot of the window."""
    buttons = program.window.strip.findChildren(QToolButton)
    (button,) = [one for one in buttons if one.accessibleName() == "Teaching model"]
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (found,) = program.window.findChildren(ModelPage)
    assert found.isVisible()
    return found


def test_it_tells_limits_clock_and_agreement(program: Program, page: ModelPage) -> None:
    text = page.text()
    for words in (
        "The clock in use: human clock.",
        "A model of four things",
        "How it works",
        "Where it misses what was measured",
        "Published experiments",
    ):
        assert words in text, words
    program.commands.set_scenario("rat")
    assert "The clock in use: rodent clock." in page.text()


def test_its_other_parts_are_documents(page: ModelPage) -> None:
    page.show_part("equations")
    text = page.text()
    assert "normalised Hill function" in text
    assert "make_model_tables" not in text
    assert "Where the model fails" not in text
    page._open(QUrl("model_constants.md"))
    assert page.parts.current() == "constants"
    assert "Relay" in page.text()
    assert "a test" in page.text()
    page._open(QUrl("model.md"))
    assert page.parts.current() == "equations"


def test_the_constants_are_those_of_the_file_that_is_open(
    program: Program, page: ModelPage, file: Path
) -> None:
    page.show_part("constants")
    assert "36 min" not in page.text()
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("rise: 30 min, fall: 2 h", "rise: 36 min, fall: 2 h"))
    program.documents.reload()
    assert "36 min" in page.text()


def test_links_lead_on_and_escape_leads_back(
    program: Program, page: ModelPage, qtbot: QtBot
) -> None:
    page._follow("node:relay")
    assert program.session.selection == "relay"
    assert page.isHidden()
    program.actions["model"].trigger()
    assert page.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.isHidden()
    program.actions["model"].trigger()
    page._follow("command:shortcuts")
    assert page.isHidden()
    for dialog in program.window.findChildren(QDialog):
        dialog.close()


@pytest.mark.parametrize("theme", ["night", "projector", "print"])
def test_every_theme(program: Program, page: ModelPage, theme: str) -> None:
    page.show_part("equations")
    program.actions[f"theme_{theme}"].trigger()
    assert "Hill" in page.text()
    assert not page.grab().isNull()


def test_another_file_is_told_of(program: Program, page: ModelPage, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(starter(), encoding="utf-8")
    assert program.documents.open(other)
    assert program.session.pathway is not None
    assert "A model of four things" not in page.text()
    assert "How it works" in page.text()
