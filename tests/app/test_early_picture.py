"""Early pictures: found for what they show, and for nothing else; the live window follows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QRect, QSettings, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QApplication, QLabel

from pathway_viewer.app.early_picture import EarlyPictures
from pathway_viewer.app.main import alive, covered, keep
from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.app.place import STATE
from pathway_viewer.app.program import Program
from pathway_viewer.model.loaded import Loaded
from pathway_viewer.model.loader import load
from pathway_viewer.model.store import Store

ROOT = Path(__file__).parents[2]
SCREEN = {"name": "wide", "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1}
START = """
import logging, sys
from pathlib import Path
from pathway_viewer.app import main
heavy = ("numpy", "msgspec", "yaml", "pathway_viewer.app.program", "pathway_viewer.scene.canvas")
class Heard(logging.Handler):
    def emit(self, record):
        print(record.getMessage(), *(name for name in heavy if name in sys.modules), flush=True)
main.LOG.addHandler(Heard())
kept, main.REST_MS = main.keep, 0
def keep(program, pictures):
    kept(program, pictures)
    program.window.close()
main.keep = keep
sys.exit(main.run(Path(sys.argv[1])))
"""


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    """A window that stands for a furnished one."""
    window = MainWindow()
    window.resize(300, 200)
    QLabel("what is seen", window).resize(300, 200)
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def raw(tmp_path: Path) -> QSettings:
    """Settings as they lie on the disk."""
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def pictures(tmp_path: Path, file: Path, raw: QSettings, window: MainWindow) -> EarlyPictures:
    """A picture of the window is kept already."""
    pictures = EarlyPictures(Store(tmp_path / "early"), file, raw, window)
    assert pictures.find() is None
    pictures.keep(loaded(file))
    return pictures


def loaded(file: Path) -> Loaded:
    """What the window shows."""
    found = load(file)
    assert found.pathway is not None
    return found


def image(picture: QPixmap | None) -> QImage:
    """Its pixels."""
    assert picture is not None
    return picture.toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_a_picture_is_found_as_it_was(pictures: EarlyPictures, window: MainWindow):
    assert image(pictures.find()) == image(window.grab())


def test_another_start_finds_it(
    pictures: EarlyPictures, tmp_path: Path, file: Path, raw: QSettings, window: MainWindow
):
    assert EarlyPictures(Store(tmp_path / "early"), file, raw, window).find() is not None


def test_an_edit_of_the_file_makes_it_stale_and_a_new_one_is_kept(
    pictures: EarlyPictures, file: Path, window: MainWindow
):
    file.write_text(file.read_text(encoding="utf-8") + "\n# edited\n", encoding="utf-8")
    assert pictures.find() is None
    QLabel("edited", window).move(20, 20)
    pictures.keep(loaded(file))
    assert image(pictures.find()) == image(window.grab())


def test_a_wrong_picture_is_put_right_and_a_right_one_is_left(
    pictures: EarlyPictures, file: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch
):
    written: list[str] = []
    put = Store.put

    def counted(store: Store, key: str, content: bytes) -> None:
        written.append(key)
        put(store, key, content)

    monkeypatch.setattr(Store, "put", counted)
    pictures.keep(loaded(file))
    assert not written
    QLabel("otherwise", window).move(20, 20)
    pictures.keep(loaded(file))
    assert len(written) == 1
    assert image(pictures.find()) == image(window.grab())


def test_a_file_that_is_gone_has_none(pictures: EarlyPictures, file: Path):
    file.unlink()
    assert pictures.find() is None
    file.mkdir()
    assert pictures.find() is None


@pytest.mark.parametrize("key", ["look/theme", "look/legend", STATE])
def test_another_look_or_other_panels_make_it_stale(
    pictures: EarlyPictures, raw: QSettings, key: str
):
    raw.setValue(key, QByteArray(b"other"))
    assert pictures.find() is None
    raw.remove(key)
    assert pictures.find() is not None


def test_what_does_not_show_does_not_matter(
    pictures: EarlyPictures, raw: QSettings, window: MainWindow
):
    raw.setValue("files/recent", ["one.yaml"])
    raw.setValue("window/geometry", QByteArray(b"moved"))
    assert pictures.find() is not None
    window.resize(301, 200)
    assert pictures.find() is None


def test_a_setting_reads_the_same_before_and_after_it_was_written(
    pictures: EarlyPictures, tmp_path: Path, file: Path, raw: QSettings, window: MainWindow
):
    raw.setValue("look/legend", False)
    pictures.keep(loaded(file))
    raw.sync()
    again = QSettings(raw.fileName(), QSettings.Format.IniFormat)
    assert EarlyPictures(Store(tmp_path / "early"), file, again, window).find() is not None


def test_another_font_of_the_desktop_makes_it_stale(
    pictures: EarlyPictures,
    tmp_path: Path,
    file: Path,
    raw: QSettings,
    window: MainWindow,
    qapp: QApplication,
):
    font = qapp.font()
    larger = qapp.font()
    larger.setPixelSize(31)
    qapp.setFont(larger)
    other = EarlyPictures(Store(tmp_path / "early"), file, raw, window)
    qapp.setFont(font)
    assert other.find() is None
    assert pictures.find() is not None


def test_a_spoilt_entry_is_as_if_there_were_none(pictures: EarlyPictures, tmp_path: Path):
    for entry in (tmp_path / "early").iterdir():
        data = bytearray(entry.read_bytes())
        data[-100] ^= 1
        entry.write_bytes(data)
    assert pictures.find() is None


def test_a_picture_covers_the_window_until_it_is_live(
    pictures: EarlyPictures, window: MainWindow, qapp: QApplication
):
    expected = image(window.grab())
    for child in window.findChildren(QLabel):
        child.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    cover = covered(window, pictures)
    assert cover is not None
    assert window.isVisible()
    assert image(window.grab()) == expected


def test_a_picture_that_does_not_fit_is_not_shown(pictures: EarlyPictures, window: MainWindow):
    window.setFixedSize(300, 200)
    found = pictures.find()
    assert found is not None
    wrong = QPixmap(found.width() + 8, found.height())
    wrong.fill(QColor("#ff0000"))
    pictures.find = lambda: wrong
    assert covered(window, pictures) is None
    assert image(window.grab()).pixelColor(150, 190) != QColor("#ff0000")


def settled(program: Program, file: Path) -> None:
    """The file opened, solved and painted."""
    program.documents.open(file)
    program.window.show()
    program.finish()
    for _ in range(10):
        QApplication.processEvents()


def opened(file: Path, cache: Path, raw: QSettings) -> tuple[Program, EarlyPictures, bool]:
    """A start of the program, up to the live window; whether it began with a picture."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = MainWindow()
    pictures = EarlyPictures(Store(cache), file, raw, window)
    cover = covered(window, pictures)
    if cover is not None:
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
        QCoreApplication.postEvent(window.windowHandle(), key)
    program = alive(app, window, raw, cache)
    if cover is not None:
        cover.deleteLater()
    return program, pictures, cover is not None


def panels(program: Program) -> list[QRect]:
    """Where the diagram and the panels are that can be seen."""
    window = program.window
    seen = [dock for dock in window.docks.values() if dock.isVisible()]
    return [part.geometry() for part in (window.diagram, *seen)]


@pytest.fixture
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pathway_viewer.app.failure.Failure.install", lambda self: None)


@pytest.fixture(autouse=True)
def desktop(qapp: QApplication) -> Iterator[Callable[[], None]]:
    """Gives the application back the desktop's font and colours, as at a start."""
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()

    def restore() -> None:
        qapp.setStyleSheet(sheet)
        qapp.setPalette(palette)
        qapp.setFont(font)

    yield restore
    restore()


@pytest.mark.usefixtures("_quiet", "qapp")
def test_the_second_start_begins_with_what_the_first_one_looked_like(
    file: Path, tmp_path: Path, raw: QSettings, desktop: Callable[[], None]
):
    program, pictures, early = opened(file, tmp_path / "cache", raw)
    assert not early
    settled(program, file)
    keep(program, pictures)
    assert image(pictures.find()) == image(program.window.grab())
    laid = panels(program)
    leave(program)
    desktop()

    program, pictures, early = opened(file, tmp_path / "cache", raw)
    assert early
    settled(program, file)
    assert program.session.playback is not None
    assert program.session.playback.playing, "a key pressed before the window was live is lost"
    assert panels(program) == laid, "the window is laid out otherwise under a picture"
    leave(program)


@pytest.mark.usefixtures("_quiet", "qapp")
def test_a_window_that_was_used_is_not_kept(file: Path, tmp_path: Path, raw: QSettings):
    program, pictures, _ = opened(file, tmp_path / "cache", raw)
    settled(program, file)
    for use in (
        lambda: program.commands.seek(2.0),
        lambda: program.commands.select("drug"),
        program.window.diagram.zoom_in,
        lambda: program.session.set_problems(("wrong",)),
        program.commands.play_pause,
    ):
        assert program.as_opened()
        use()
        assert not program.as_opened()
        keep(program, pictures)
        assert pictures.find() is None
        program.commands.home()
        program.commands.select("")
        program.window.diagram.fit()
        assert not (program.as_opened() and program.window.diagram.is_moving())
        program.window.diagram.settle()
        program.session.set_problems(())
    leave(program)


def leave(program: Program) -> None:
    """The window closed, and gone."""
    program.window.close()
    program.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_process_shows_the_picture_before_it_imports_what_is_behind_it(
    file: Path, tmp_path: Path
):
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [{"x": 0, "y": 0, **SCREEN}]}), encoding="utf-8")
    environment = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "PYTHONPATH": str(ROOT),
    }
    words = [sys.executable, "-c", START, str(file)]
    told = [
        subprocess.run(
            words, env=environment, capture_output=True, text=True, check=True, timeout=60
        ).stdout.splitlines()
        for _ in range(2)
    ]
    first, second = told
    assert [line.split()[0] for line in first] == ["ready", "live"]
    assert "numpy" in first[0]
    assert second[0] == "ready"
    assert second[1].split()[:2] == ["live", "numpy"]
