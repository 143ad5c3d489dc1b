"""The program finds its own files, installed or in a checkout, the package first."""

from __future__ import annotations

from pathlib import Path

import pytest

import pathway_viewer
from pathway_viewer.app import resources


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package that lies somewhere else; its folder."""
    package = tmp_path / "site" / "pathway_viewer"
    package.mkdir(parents=True)
    monkeypatch.setattr(pathway_viewer, "__file__", str(package / "__init__.py"))
    return package


def test_a_checkout_has_its_pathway_and_its_starter():
    assert resources.default_pathway().name == resources.DEFAULT_FILE
    assert resources.default_pathway().is_file()
    assert "format: 1" in resources.starter()
    assert resources.shipped("resources", "icons").is_dir()


def test_the_package_comes_before_the_checkout(installed: Path):
    for home in (installed.parent, installed):
        (home / "pathways").mkdir()
        (home / "pathways" / resources.DEFAULT_FILE).touch()
        assert resources.default_pathway() == home / "pathways" / resources.DEFAULT_FILE


def test_what_was_never_shipped_is_not_found(installed: Path):
    with pytest.raises(FileNotFoundError, match="pathways/"):
        resources.default_pathway()


def test_the_version_is_a_number():
    assert resources.version()[0].isdigit()
