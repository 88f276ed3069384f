"""The benchmarks run, at tiny sizes; what they compare must agree, and a difference is noticed."""

from __future__ import annotations

from typing import Any

import pytest
from benchmarks import app, kernel, outlook, room_columns, room_person, startup, tax


def test_rules_and_hand_written_loop_agree_to_the_cent() -> None:
    for case in room_columns.main(rows=400, repeats=1):
        assert case["agree_to_the_cent"]
        assert case["rules_million_rows_per_second"] > 0


def test_a_difference_of_a_cent_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    right = kernel.rooms

    def wrong(*arguments: Any) -> None:
        right(*arguments)
        arguments[-1][8, 137] += 1

    monkeypatch.setattr(kernel, "rooms", wrong)
    with pytest.raises(AssertionError, match="after_tax_room differs in 1 rows, the first is 137"):
        room_columns.compare(rows=400, repeats=1, mixed=False)


def test_one_person_is_measured() -> None:
    measured = room_person.main(calls=1)
    assert all(figures["best"] > 0 for figures in measured.values())


def test_returns_are_measured_and_each_is_as_if_asked_alone() -> None:
    measured = tax.main(rows=400, repeats=1)
    assert measured["agree_to_the_cent"]
    assert measured["column_milliseconds"] > 0


def test_whole_processes_are_measured() -> None:
    measured = startup.main(repeats=1)
    assert measured["room"]["times_pass_best"] > 1


def test_the_outlook_is_measured(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(outlook, "PATHS", 100)
    assert outlook.main([]) == 0
    assert '"ways": 5' in capsys.readouterr().out


def test_the_app_is_measured() -> None:
    measured = app.main(requests=2, browser=False, starts=0)
    assert measured["recompute_and_render"]["wall_ms_p95"] > 0
