"""References leave in four formats that other programs read, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from msgspec.structs import replace

from pathway_viewer.app.command_line import main
from pathway_viewer.app.numbering import numbering
from pathway_viewer.app.resources import default_pathway
from pathway_viewer.citations.bibliography import INCOMPLETE
from pathway_viewer.export.references import save_references
from pathway_viewer.model.evidence import ReferenceId
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.reference import Author, Issued, Reference

ACCENTED = Reference(
    id=ReferenceId("muller2004"),
    title="Größe & Maß: naïve β-rhythms, 50 % of {all}",
    author=(Author(family="Müller-Ørsted", given="Zoë"), Author(family="Šťastný", given="Łukasz")),
    container_title="Señales y Química",
    issued=Issued(date_parts=((2004,),)),
    page="12-19",
    DOI="10.1000/xyz",
)


@pytest.fixture(scope="module")
def shipped() -> Pathway:
    """The pathway that comes with the program."""
    pathway = load(default_pathway()).pathway
    assert pathway is not None
    return pathway


@pytest.fixture
def accented(cascade: Pathway) -> Pathway:
    """A pathway with one reference full of accents and one that is incomplete."""
    lost = Reference(id=ReferenceId("lost"), incomplete=True)
    return replace(cascade, references=(ACCENTED, lost))


def saved(pathway: Pathway, out: Path, style="vancouver") -> str:
    save_references(pathway, numbering(pathway), style, out)
    return out.read_text(encoding="utf-8")


def test_bibtex_is_read_by_its_parser_with_accents(accented: Pathway, tmp_path: Path):
    text = saved(accented, tmp_path / "x.bib")
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    (entry,) = library.entries
    fields = {field.key: field.value for field in entry.fields}
    assert fields["author"] == "Müller-Ørsted, Zoë and Šťastný, Łukasz"
    assert "Größe & Maß: naïve β-rhythms, 50 % of" in fields["title"]
    assert fields["journal"] == "Señales y Química"


def test_ris_is_read_by_its_parser_with_accents(accented: Pathway, tmp_path: Path):
    (entry,) = rispy.loads(saved(accented, tmp_path / "x.ris"))
    assert entry["authors"] == ["Müller-Ørsted, Zoë", "Šťastný, Łukasz"]
    assert entry["title"] == ACCENTED.title
    assert (entry["start_page"], entry["end_page"]) == ("12", "19")


def test_csl_json_is_json_with_accents(accented: Pathway, tmp_path: Path):
    (item,) = json.loads(saved(accented, tmp_path / "x.json"))
    assert item["title"] == ACCENTED.title
    assert item["author"][1] == {"family": "Šťastný", "given": "Łukasz"}


@pytest.mark.parametrize("style", ["vancouver", "apa"])
def test_a_text_says_what_is_incomplete(accented: Pathway, tmp_path: Path, style: str):
    lines = saved(accented, tmp_path / "x.txt", style).splitlines()
    assert len(lines) == 2
    assert "Größe & Maß" in lines[0]
    assert lines[1].endswith(INCOMPLETE)
    assert lines[0].startswith("1. " if style == "vancouver" else "Müller-Ørsted, Z")


def test_the_alphabet_orders_apa_and_the_numbers_vancouver(shipped: Pathway, tmp_path: Path):
    apa = saved(shipped, tmp_path / "apa.txt", "apa").splitlines()
    named = [line for line in apa if line != INCOMPLETE]
    assert named == sorted(named, key=str.casefold)
    assert apa[len(named) :] == [INCOMPLETE] * sum(one.incomplete for one in shipped.references)
    numbered = saved(shipped, tmp_path / "x.txt").splitlines()
    assert [int(line.partition(".")[0]) for line in numbered] == [*range(1, len(numbered) + 1)]


@pytest.mark.parametrize("suffix", ["bib", "ris", "json"])
def test_every_complete_reference_of_the_flagship_is_there(shipped, tmp_path, suffix: str):
    out = tmp_path / f"x.{suffix}"
    gone = save_references(shipped, numbering(shipped), "vancouver", out)
    text = out.read_text(encoding="utf-8")
    found = {
        "bib": lambda: {entry.key for entry in bibtexparser.parse_string(text).entries},
        "ris": lambda: {entry["id"] for entry in rispy.loads(text)},
        "json": lambda: {item["id"] for item in json.loads(text)},
    }[suffix]()
    assert found == {one.id for one in shipped.references if not one.incomplete}
    assert {one.id for one in gone} == {one.id for one in shipped.references} - found


def test_the_command_says_how_many_were_left_out(tmp_path: Path, capsys, shipped: Pathway):
    out = tmp_path / "x.bib"
    assert main(["export", "references", "--out", str(out)]) == 0
    told = capsys.readouterr()
    gone = sum(one.incomplete for one in shipped.references)
    many = f"{gone} of {len(shipped.references)}"
    line = f"pathway-viewer export: {many} references were left out: citation incomplete\n"
    assert (told.out, told.err) == ("", line)
    assert main(["export", "references", "--out", str(tmp_path / "x.txt")]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "KIND"),
        (["referneces"], "invalid choice"),
        (["references"], "--out"),
        (["references", "--out", "x.doc"], ".bib, .ris, .json, .txt"),
        (["references", "--out", "x.txt", "--style", "harvard"], "harvard"),
        (["references", "--out", "nowhere/x.bib"], "nowhere/x.bib cannot be written"),
        (["references", "nothing.yaml", "--out", "x.bib"], "nothing.yaml"),
    ],
)
def test_bad_words_are_told_in_one_line(words, told, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["export", *words]) == 2
    err = capsys.readouterr().err
    assert told in err
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_another_suffix_is_refused(accented: Pathway, tmp_path: Path):
    with pytest.raises(ValueError, match=r"\.bib, \.ris"):
        saved(accented, tmp_path / "x.doc")
    assert list(tmp_path.iterdir()) == []


def test_a_failure_in_the_middle_leaves_what_was_there(accented, tmp_path, monkeypatch):
    out = tmp_path / "x.bib"
    out.write_text("before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        saved(accented, out)
    assert out.read_text() == "before"
    assert list(tmp_path.iterdir()) == [out]
