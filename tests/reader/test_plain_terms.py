"""Plain sentences on the plan's smaller terms, each slot varied: the year put right, how often, enrolment, caps, Roth, catch-up at 60."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers

TAKES = "You may save pre-tax, Roth and traditional after-tax contributions.\n\n"
MATCH = "The company matches 50% of the first 6% of pay that you save. "


def test_tiers_below_a_question_do_not_stop_the_reader() -> None:
    said = fields(
        "DOES EXEMPLAR MATCH?\nYes. Exemplar matches:\n   100% of the first 3% of pay you contribute, plus\n   50% of the next 3% of pay you contribute.\n"
    )
    assert said["match"] == tiers((100, 3), (50, 3))
