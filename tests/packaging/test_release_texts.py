"""What administrators and lawyers read agrees with the program and with what is shipped."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from dataclasses import fields
from importlib.metadata import distribution
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from pathway_viewer.app.policy import Policy
from pathway_viewer.widgets import about

ROOT = Path(__file__).parents[2]
INSTALL = (ROOT / "INSTALL-IT.md").read_text(encoding="utf-8")
NOTICE = (ROOT / "packaging" / "licences" / "README.txt").read_text(encoding="utf-8")
MIME = "application/x-pathway-viewer+yaml"
TEXTS_BESIDE = {"PySide6-Essentials"}
"""Wheels without a licence text: theirs lie in packaging/licences."""


def requirements() -> list[str]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    named = tomllib.loads(text)["project"]["dependencies"]
    return [re.split(r"[<>=;\[ ]", one)[0] for one in named]


@pytest.mark.parametrize("name", requirements())
def test_every_library_that_is_shipped_brings_its_licence(name: str):
    files = [str(file).lower() for file in distribution(name).files or ()]
    texts = [one for one in files if ".dist-info" in one and "licen" in one]
    assert texts or name in TEXTS_BESIDE


@pytest.mark.parametrize("name", ["LGPL-3.0", "GPL-3.0"])
def test_the_terms_of_qt_are_shipped_whole(name: str):
    text = (ROOT / "packaging" / "licences" / f"{name}.txt").read_text(encoding="utf-8")
    assert "GNU" in text
    assert "Version 3, 29 June 2007" in text
    assert len(text) > 7000


@pytest.mark.parametrize("text", [NOTICE, about.LICENCES], ids=["folder", "about"])
def test_the_notice_says_what_the_lgpl_asks_for(text: str):
    plain = " ".join(re.sub(r"<[^>]*>", "", text).split())
    for word in ("Qt and PySide6", "Lesser General Public License", "version 3", "replace"):
        assert word in plain, word
    for word in ("The Qt Company", "separate files", "download.qt.io"):
        assert word in plain, word


@pytest.mark.parametrize("key", [field.name for field in fields(Policy) if field.name != "mistake"])
def test_the_page_for_administrators_names_every_policy_key(key: str):
    found = re.search(r"```yaml\n(.*?)```", INSTALL, re.DOTALL)
    assert found is not None
    assert key in yaml.safe_load(found[1])


def test_the_page_says_what_was_never_run():
    assert "never run on real Windows" in INSTALL
    assert "never run on real macOS" in INSTALL
    for word in ("/qn", "/S", "apt install", "apt purge", "SHA256SUMS", "minisign", "--self-test"):
        assert word in INSTALL, word


def test_the_desktop_entry_opens_pathway_files():
    lines = (ROOT / "packaging/linux/pathway-viewer.desktop").read_text("utf-8").splitlines()
    entry = dict(line.split("=", 1) for line in lines[1:])
    assert lines[0] == "[Desktop Entry]"
    assert entry["Exec"] == "pathway-viewer %f"
    assert MIME in entry["MimeType"].split(";")
    assert {"Type", "Name", "Icon", "Categories"} <= {*entry}


def test_the_kind_of_file_is_known_by_its_name():
    tree = ElementTree.parse(ROOT / "packaging/linux/pathway-viewer.xml")
    space = {"x": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = tree.find("x:mime-type", space)
    assert kind is not None
    assert kind.get("type") == MIME
    globs = [one.get("pattern") for one in kind.findall("x:glob", space)]
    assert globs == ["*.pathway.yaml", "*.pathway.yml", "*.pathway"]


def test_the_same_kind_is_registered_everywhere():
    text = (ROOT / "packaging" / "releasing.py").read_text(encoding="utf-8")
    assert f'MIME = "{MIME}"' in text


def test_the_workflow_is_labelled_and_asks_for_nothing():
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    assert "NOT YET RUN" in text
    assert yaml.safe_load(text)["permissions"] == {}


NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "xmlrpc", "socketserver"}
NETWORK |= {"asyncio", "requests", "httpx", "aiohttp", "telnetlib", "imaplib", "poplib"}


def test_no_module_of_the_program_imports_what_reaches_a_network():
    found: list[str] = []
    for path in sorted((ROOT / "pathway_viewer").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found += [
                f"{path.name}: {name}"
                for name in names
                if name.split(".")[0] in NETWORK - {"urllib"}
                or name.startswith(("urllib.request", "PySide6.QtNetwork"))
            ]
    assert found == []


def test_a_build_without_the_right_python_says_so(tmp_path: Path):
    script = "import environment; environment.shared_python()"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT / "packaging",
        env={"PATHWAY_PYTHON": sys.executable if sys.version_info < (3, 13) else "/bin/false"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "shared libpython is needed" in done.stderr
