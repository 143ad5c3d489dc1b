"""What an earlier run kept is used when it fits and is never trusted when it does not."""

from pathlib import Path

import pytest
from broken import SOUND

from pathway_viewer.model import cache
from pathway_viewer.model.cache import load_cached
from pathway_viewer.model.loader import UnreadableError, load
from pathway_viewer.model.store import Store


@pytest.fixture
def main(tmp_path: Path) -> Path:
    """A sound pathway with its nodes in a file of their own."""
    head, rest = SOUND.split("nodes:\n  - id: drug", 1)
    nodes, tail = rest.split("edges:\n  - id: drug", 1)
    (tmp_path / "sound").mkdir()
    (tmp_path / "sound" / "nodes.yaml").write_text("  - id: drug" + nodes, encoding="utf-8")
    path = tmp_path / "sound.yaml"
    path.write_text(f"{head}nodes: sound/nodes.yaml\nedges:\n  - id: drug{tail}", encoding="utf-8")
    return path


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def reads(monkeypatch) -> list[Path]:
    """Every path the files were read for, in place of the cache."""
    seen: list[Path] = []

    def counted(path: Path):
        seen.append(path)
        return load(path)

    monkeypatch.setattr("pathway_viewer.model.loader.load", counted)
    return seen


def test_the_second_load_reads_nothing_and_gives_the_same(main, kept, reads):
    first = load_cached(main, kept)
    second = load_cached(main, kept)
    assert reads == [main]
    assert second == first
    assert second.pathway is not None
    assert second.files == (main, main.parent / "sound" / "nodes.yaml")


def test_warnings_are_kept_too(main, kept, reads):
    text = main.read_text(encoding="utf-8").replace("expert: It blocks.", "expert: ''")
    main.write_text(text, encoding="utf-8")
    first = load_cached(main, kept)
    assert len(first.problems) == 1
    assert load_cached(main, kept).problems == first.problems
    assert len(reads) == 1


@pytest.mark.parametrize("name", ["sound.yaml", "sound/nodes.yaml"])
def test_a_change_of_any_file_is_seen(main, kept, reads, name):
    load_cached(main, kept)
    path = main.parent / name
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("label: Drug\n", "label: Drag\n") + "\n", encoding="utf-8")
    loaded = load_cached(main, kept)
    assert len(reads) == 2
    assert loaded.pathway is not None
    if name != "sound.yaml":
        assert loaded.pathway.node("drug").label == "Drag"


def test_a_section_file_that_is_gone_is_told(main, kept):
    load_cached(main, kept)
    (main.parent / "sound" / "nodes.yaml").unlink()
    loaded = load_cached(main, kept)
    assert loaded.pathway is None
    assert "cannot be read" in loaded.problems[0].text


def test_a_main_file_that_is_gone_is_told(main, kept):
    load_cached(main, kept)
    main.unlink()
    with pytest.raises(UnreadableError):
        load_cached(main, kept)


def test_a_file_with_errors_is_not_kept(main, kept, reads):
    main.write_text(main.read_text(encoding="utf-8") + "nonsense: 1\n", encoding="utf-8")
    assert load_cached(main, kept).pathway is None
    assert load_cached(main, kept).pathway is None
    assert len(reads) == 2
    assert not kept.exists()


@pytest.mark.parametrize("spoil", [b"", b"x", b"\0" * 5000])
def test_a_spoilt_cache_is_harmless(main, kept, reads, spoil):
    first = load_cached(main, kept)
    for path in kept.iterdir():
        path.write_bytes(spoil)
    assert load_cached(main, kept) == first
    assert load_cached(main, kept) == first
    assert len(reads) == 2


def test_a_torn_or_swapped_entry_is_harmless(main, kept, reads):
    first = load_cached(main, kept)
    one, other = sorted(kept.iterdir())
    swapped = one.read_bytes(), other.read_bytes()
    one.write_bytes(swapped[1])
    other.write_bytes(swapped[0][: len(swapped[0]) // 2])
    assert load_cached(main, kept) == first
    assert len(reads) == 2


def test_an_entry_of_another_shape_is_harmless(main, kept, reads):
    first = load_cached(main, kept)
    store = Store(kept)
    store.put(cache._pathway_key(first.digest), b"\x93\x01\x02\x03")
    assert load_cached(main, kept) == first
    store.put(cache._index_key(main), b"\xc1")
    assert load_cached(main, kept) == first
    assert len(reads) == 3


def test_what_other_code_kept_is_not_trusted(main, kept, reads, monkeypatch):
    load_cached(main, kept)
    monkeypatch.setattr(cache, "_maker", lambda: "other code")
    load_cached(main, kept)
    assert len(reads) == 2


def test_a_folder_that_cannot_be_is_harmless(main, tmp_path, reads):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    for _ in range(2):
        assert load_cached(main, tmp_path / "file" / "kept").pathway is not None
    assert len(reads) == 2
