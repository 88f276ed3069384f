"""What a reader is told, word for word (`told.py` says what this is for)."""

from __future__ import annotations

from typing import Any

import pytest
from tests.room.told import all_told, answer


@pytest.mark.parametrize("row", all_told(), ids=range(len(all_told())))
def test_the_answer_word_for_word(row: dict[str, Any]) -> None:
    assert answer(row["question"], row["input"], row["today"]) == row["answer"]


def test_every_severity_and_both_questions_are_told() -> None:
    told = all_told()
    assert {row["question"] for row in told} == {"room", "ira"}
    assert {finding["severity"] for row in told for finding in row["answer"]["findings"]} == {
        "error",
        "warning",
        "info",
    }
