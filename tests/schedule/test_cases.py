"""The signed years of pay, to the cent; with the peers' known errors among them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.schedule.signed import CASES, KEYS, differences


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_case(case: dict[str, Any], tmp_path: Path) -> None:
    assert differences(case, tmp_path) == []


def test_there_are_enough_cases_and_each_shows_its_working() -> None:
    assert len(CASES) >= 35
    assert [case["name"] for case in CASES if len(case["working"]) < 8 or not case.keys() <= KEYS] == []
    assert len({case["name"] for case in CASES}) == len(CASES)


def test_a_wrong_cent_is_noticed(tmp_path: Path) -> None:
    case = next(case for case in CASES if "elective_deferral" in case.get("expect", {}))
    wrong = {**case, "expect": {"elective_deferral": "0.01"}}
    assert len(differences(wrong, tmp_path)) == 1
