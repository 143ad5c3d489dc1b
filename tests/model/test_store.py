"""A store gives back what was put in, or nothing; it stays small and never raises."""

import os
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given, settings
from hypothesis import strategies as st

from pathway_viewer.model.store import Store


@settings(max_examples=40)
@given(key=st.text(max_size=30), content=st.binary(max_size=200))
def test_what_is_put_is_got(tmp_path_factory, key, content):
    # A folder an example: in one of all, what an earlier one put would be found.
    store = Store(tmp_path_factory.mktemp("kept"))
    store.put(key, content)
    assert store.get(key) == content
    assert store.get(key + "!") is None
    store.put(key, content + b"more")
    assert store.get(key) == content + b"more"


def test_nothing_is_got_from_nowhere(tmp_path):
    assert Store(tmp_path / "none").get("a") is None


def test_the_oldest_makes_room(tmp_path):
    store = Store(tmp_path, limit=1000)
    for i in range(8):
        store.put(f"k{i}", bytes(200))
        for age, path in enumerate(sorted(tmp_path.iterdir(), key=lambda p: p.stat().st_mtime_ns)):
            os.utime(path, ns=(age, age))
    held = [i for i in range(8) if store.get(f"k{i}") is not None]
    assert held
    assert held[-1] == 7
    assert held == list(range(held[0], 8))
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 1000


def test_what_is_used_stays(tmp_path):
    store = Store(tmp_path, limit=1000)
    for i in range(4):
        store.put(f"k{i}", bytes(200))
        for path in tmp_path.iterdir():
            os.utime(path, ns=(i, i))
    assert store.get("k0") is not None
    store.put("k4", bytes(200))
    assert store.get("k0") is not None
    assert store.get("k4") is not None


def test_what_is_larger_than_the_store_is_not_kept(tmp_path):
    store = Store(tmp_path / "kept", limit=100)
    store.put("a", bytes(101))
    assert store.get("a") is None
    assert not (tmp_path / "kept").exists()


def test_no_half_files_are_left(tmp_path):
    store = Store(tmp_path)
    store.put("a", b"1")
    store.put("a", b"2")
    assert len(list(tmp_path.iterdir())) == 1


def test_an_entry_that_is_a_folder_is_harmless(tmp_path):
    store = Store(tmp_path)
    store.put("a", b"1")
    (entry,) = tmp_path.iterdir()
    entry.unlink()
    entry.mkdir()
    assert store.get("a") is None
    store.put("a", b"2")
    assert store.get("a") is None
    assert [path.name for path in tmp_path.iterdir()] == [entry.name]


def test_writers_at_once_do_not_harm_each_other(tmp_path):
    store = Store(tmp_path)
    contents = [bytes([i]) * 50_000 for i in range(16)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda content: store.put("same", content), contents))
        got = list(pool.map(lambda _: store.get("same"), range(16)))
    assert set(got) <= set(contents)
