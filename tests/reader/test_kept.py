"""What the compiler made of a pattern is kept, and is the same pattern again (`test_tuned.py`); nothing hangs on the file."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.reader.test_pattern import ALL

from megaroth.reader import kept

TWO = [(r"\bmatch(?P<rate>\d+)%", 0), (r"(?<!non-)roth|[☑☒]", int(re.IGNORECASE))]


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing is kept, and what will be is kept in a folder of its own."""
    file = tmp_path / "kept.patterns"
    for name, value in (("FILE", str(file)), ("_places", {}), ("_codes", memoryview(b""))):
        monkeypatch.setattr(kept, name, value)
    return file


def test_every_pattern_of_the_reader_is_the_same_again(empty: Path) -> None:
    every = {(pattern.text, int(pattern.flags)) for pattern in ALL.values()}
    for _ in range(20):
        kept.ready(every)
    assert empty.exists()
    assert kept._places.keys() == every
    for text, flags in every:
        made, again = re.compile(text, flags), kept.compiled(text, flags)
        assert (again.pattern, again.flags, again.groups, dict(again.groupindex)) == (
            made.pattern, made.flags, made.groups, dict(made.groupindex),
        )  # fmt: skip


def test_what_is_kept_is_used_and_not_made_again(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.ready(TWO)
    made = empty.stat().st_mtime_ns
    kept.ready(TWO[:1])
    assert empty.stat().st_mtime_ns == made
    monkeypatch.setattr(re, "compile", lambda *_: pytest.fail("it is kept"))
    found = kept.compiled(*TWO[0]).search("we match50% of it")
    assert found is not None
    assert found["rate"] == "50"


def test_a_pattern_that_is_new_is_kept_beside_the_others(empty: Path) -> None:
    kept.ready(TWO[:1])
    kept.ready(TWO[1:])
    assert set(TWO) == kept._places.keys()
    assert [file.name for file in empty.parent.iterdir()] == [empty.name]


def test_what_there_is_no_time_for_is_made_by_the_next(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(100))
    monkeypatch.setattr("megaroth.reader.kept.time.process_time", lambda: next(clock))
    many = [(f"a{number}", 0) for number in range(5)]
    sizes = []
    for _ in many:
        kept.ready(many)
        sizes.append(len(kept._places))
        assert all(kept.compiled(*each).search(f"b{each[0]}") for each in many)
    assert 0 < sizes[0] < sizes[1] < len(many)
    assert sizes[-1] == len(many)


def test_what_is_kept_is_not_made_again_for_a_new_one(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.ready(TWO[:1])
    made: list[str] = []
    arguments = kept._arguments

    def noted(text: str, flags: int) -> tuple[object, ...]:
        made.append(text)
        return arguments(text, flags)

    monkeypatch.setattr(kept, "_arguments", noted)
    kept.ready(TWO)
    assert made == [TWO[1][0]]
    assert kept.compiled(*TWO[0]).search("match50%") is not None


def test_what_former_versions_asked_goes_in_the_end(empty: Path) -> None:
    kept.ready([(f"old {number}", 0) for number in range(9)])
    kept.ready(TWO)
    assert set(TWO) == kept._places.keys()


@pytest.mark.parametrize("place", [0, 5, 9, 40])
def test_a_damaged_index_is_not_believed(empty: Path, place: int) -> None:
    kept.ready(TWO)
    body = bytearray(empty.read_bytes())
    body[place] ^= 1
    empty.write_bytes(body)
    kept._load()
    assert kept._places == {}
    kept.ready(TWO)
    assert set(TWO) == kept._places.keys()


@pytest.mark.parametrize("which", TWO)
def test_nor_is_a_damaged_pattern(empty: Path, which: kept.Key) -> None:
    kept.ready(TWO)
    body = bytearray(empty.read_bytes())
    start, end, _ = kept._places[which]
    body[len(body) - len(kept._codes) + (start + end) // 2] ^= 1
    empty.write_bytes(body)
    kept._load()
    for each, said in zip(TWO, ("we match50% of it", "no non-roth, but ROTH ☑"), strict=True):
        assert kept.compiled(*each).findall(said) == re.compile(*each).findall(said) != []
    assert kept.compiled(*which) == re.compile(*which)  # the codes are compared, too: this one was made anew


@pytest.mark.parametrize("size", [0, 3, 4, 8, 200, -1])
def test_nor_is_one_that_ends_early(empty: Path, size: int) -> None:
    kept.ready(TWO)
    empty.write_bytes(empty.read_bytes()[:size])
    kept._load()
    assert kept._places == {}


def test_nor_one_of_another_python(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.ready(TWO)
    monkeypatch.setattr(kept, "_MADE_BY", "another")
    kept._load()
    assert kept._places == {}


def test_where_nothing_can_be_written_patterns_are_compiled_as_needed(
    empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "FILE", str(empty / "no such folder" / "kept"))
    kept.ready(TWO)
    assert kept._places == {}
    assert kept.compiled(*TWO[1]).search("ROTH") is not None


def test_patterns_are_written_the_same_in_every_process() -> None:
    """A pattern put together in the order of a set is another text each time, and would be made anew at every reading."""
    code = (
        "import hashlib; from megaroth.reader import work; work.prepare({'kind': 'text'}); "
        "from megaroth.reader.pattern import EVERY; print(hashlib.sha256(repr(EVERY).encode()).hexdigest())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
