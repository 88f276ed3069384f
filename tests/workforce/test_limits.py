"""One row is one person: the columns, the same person through `megaroth room`, any batch size and any thread count."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.workforce import people

from megaroth import questions
from megaroth.kit import worksheet
from megaroth.kit.finding import Finding
from megaroth.room.room import find_room
from megaroth.workforce.checks import clean
from megaroth.workforce.limits import AMOUNTS
from megaroth.workforce.one_by_one import explained
from megaroth.workforce.repeats import Repeats, find_repeats
from megaroth.workforce.run import answer_batch, for_limits, run_limits
from megaroth.workforce.several import people_with_several_rows, person_of
from megaroth.workforce.tables import reader_of
from megaroth.workforce.testing import rows_of

SAME = tuple(
    name for name in AMOUNTS if name not in ("catch_up_limit", "deferral_left", "excess_deferral", "excess_additions")
)


def differences(table: Any, sponsor: Any, only: Any = None) -> list[str]:
    """Where the columns and the one-person answer disagree."""
    mapping = for_limits(people.mapping(table))
    read = reader_of(table)
    repeats = find_repeats(read, mapping, sponsor.names, sponsor.year)
    several = people_with_several_rows(read, mapping, sponsor, repeats)
    wrong = []
    for part in read(list(mapping.columns.values())):
        answer, rejected = answer_batch(part.batch, part.rows, mapping, sponsor, repeats, several)
        used, _ = clean(part.batch, part.rows, mapping, sponsor)
        lost = set(rejected.column("row").to_pylist())
        used = rows_of(used, np.array([at for at, row in enumerate(used.rows) if int(row) not in lost], np.int64))
        told = answer.to_pylist()
        for at, row in enumerate(told):
            if only is not None and row["row"] not in only:
                continue
            rows = several.get(person_of(used, at))
            if rows is None:
                rows = rows_of(used, np.array([at]))
            place = int(np.flatnonzero(rows.rows == used.rows[at])[0])
            person = explained(rows, sponsor)
            job = person.jobs[place]
            mine = [None if row[name] is None else int(row[name] * 100) for name in SAME]
            theirs = [None if (m := getattr(job, name)) is None else m.cents for name in SAME]
            mine += [
                row["is_hce"],
                row["decided_by"],
                row["may_i"],
                row["catch_up_must_be_roth"],
                int(row["excess_deferral"] * 100),
            ]
            theirs += [
                job.is_hce,
                job.decided_by,
                job.may_i,
                job.catch_up_must_be_roth,
                person.people[0].excess_deferral.cents,
            ]
            if mine != theirs:
                wrong.append(
                    f"row {row['row']}: {[(n, a, b) for n, a, b in zip((*SAME, 'hce', 'decided', 'may', 'roth', 'excess'), mine, theirs, strict=True) if a != b]}"
                )
    return wrong


def test_a_row_is_that_person(tmp_path: Path) -> None:
    sponsor = people.sponsor(tmp_path)
    assert differences(people.census(1_500, several=0.03), sponsor) == []


def test_a_row_is_that_person_on_worksheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Large batches are answered by worksheets; here they are written for small ones."""
    monkeypatch.setattr(worksheet, "WORTHWHILE", 1)
    monkeypatch.setattr(worksheet, "_SHEETS", {})
    assert differences(people.census(900, seed=9, several=0.01), people.sponsor(tmp_path)) == []
    written = [each for each in worksheet._SHEETS.values() if isinstance(each, worksheet.Worksheet)]
    assert len(written) >= 4  # all but the plans that match after-tax contributions, for that is a search


def test_a_row_is_that_household_file(tmp_path: Path) -> None:
    """The same through the file that a person would write, read and answered by `megaroth room`."""
    sponsor = people.sponsor(tmp_path)
    table = people.census(120, seed=5, several=0)
    mapping = for_limits(people.mapping(table))
    answer, rejected = answer_batch(
        table.combine_chunks().to_batches()[0],
        np.arange(1, 121),
        mapping,
        sponsor,
        Repeats(np.zeros(0, np.int64), frozenset()),
    )
    assert rejected.num_rows == 0
    checked = 0
    for row, told in zip(table.to_pylist(), answer.to_pylist(), strict=True):
        found = questions.room(household(row, tmp_path), people.AS_OF)
        if isinstance(found, list):
            # Some rows a household file may not say (a hire date after the pay stub): they are compared above.
            assert all(isinstance(each, Finding) for each in found)
            continue
        checked += 1
        job = found.as_json()["jobs"][0]
        for name in SAME:
            if name in job:
                assert job[name] == (None if told[name] is None else f"{told[name]:.2f}"), (name, row)
        assert job["decided_by"] == told["decided_by"]
        assert job["is_hce"] == told["is_hce"]
    assert checked > 80


def household(row: dict[str, Any], folder: Path) -> str:
    """A row as a household file (JSON)."""
    at = list(people.PLAN_TEXTS).index(row["plan"])
    import tomllib

    job: dict[str, Any] = {
        "name": "job",
        "person": "p",
        "plan": tomllib.loads(people.PLAN_TEXTS[row["plan"]]),
        "pay": str(row["pay"]),
        "owner_percent": str(row["owner_percent"]),
        "forfeitures": str(row["forfeitures"]),
        "wishes": {"deferral_kind": "roth" if row["roth"] and not row["pre_tax"] else "pre-tax"},
        "so_far": {
            "as_of": str(people.AS_OF),
            **{name: str(row[name]) for name in ("pre_tax", "roth", "after_tax", "match")},
            "pay": str(row["pay_so_far"]),
        },
    }
    del at, folder
    for name in ("last_year_pay", "last_year_fica_wages"):
        if row[name] is not None:
            job[name] = str(row[name])
    for name, key in (("hired", "starts"), ("left", "ends")):
        if row[name] is not None:
            job[key] = str(row[name])
    told: dict[str, Any] = {"year": 2026, "people": {"p": {"born": str(row["born"])}}, "jobs": [job]}
    if row["deferred_elsewhere"]:
        told["elsewhere"] = [{"person": "p", "elective_deferrals": str(row["deferred_elsewhere"])}]
    return json.dumps(told)


def test_a_planted_bug_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    def without_service(law: Any, plan: Any, facts: Any) -> Any:
        return find_room(law, plan, replace(facts, service=0))

    monkeypatch.setattr("megaroth.workforce.limits.find_room", without_service)
    assert differences(people.census(300), people.sponsor(tmp_path))


@pytest.mark.parametrize("threads", [1, 2, 8])
def test_any_number_of_threads_writes_the_same_bytes(tmp_path: Path, threads: int) -> None:
    from megaroth.workforce.census import open_census

    sponsor = people.sponsor(tmp_path)
    file = tmp_path / "census.parquet"
    pq.write_table(people.census(3_000, several=0.02), file, row_group_size=500)
    opened = open_census(file)
    assert not isinstance(opened, list)
    mapping = people.mapping(people.census(10))
    done = run_limits(opened, mapping, sponsor, tmp_path / f"out{threads}", None, threads)
    assert not isinstance(done, list)
    assert done.rows == 3_000
    one = run_limits(opened, mapping, sponsor, tmp_path / "again", None, 1)
    assert not isinstance(one, list)
    for path in sorted((tmp_path / "again").glob("part-*.parquet")):
        assert path.read_bytes() == (tmp_path / f"out{threads}" / path.name).read_bytes()
    whole = tmp_path / f"one{threads}.parquet"
    run_limits(opened, mapping, sponsor, whole, None, threads)
    folder = pa.concat_tables(pq.read_table(path) for path in sorted((tmp_path / "again").glob("part-*.parquet")))
    assert pq.read_table(whole).equals(folder)
