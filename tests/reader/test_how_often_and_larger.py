"""How often a year one may convert, and the larger catch-up of those of 60 to 63, in the words of plan documents."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

CONVERSION = "In-Plan Roth Conversion\n\nAfter-tax amounts may be converted to Roth on request."


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The Committee shall accept no more than two directions of a Participant during a Plan Year.", 2),
        ("A Participant may submit up to six requests in any calendar year.", 6),
        ("(b) A direction under this Section is final. The Committee shall honor not more than three (3) directions of a Participant in a year.", 3),
        ("Not more than 4 in a Plan Year (the Employer may set a lower number of them by a notice to all).", 4),
        ("You may make up to two elections to change your investments in a month.", None),
        ("You may make no more than two elections to change your deferral rate in a calendar year.", None),
        ("No more than two loans may be outstanding in a Plan Year.", None),
        ("Deferral Elections\n\nThe Committee shall accept no more than two elections of a Participant during a Plan Year.", None),
    ],
)  # fmt: skip
def test_how_often(text: str, times: int | None) -> None:
    assert fields(f"{CONVERSION}\n\n{text}").get("conversions_per_year") == times


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("If you reach 60, 61, 62 or 63 this year, you may make catch-up contributions up to the higher limit set by federal law.", "yes"),
        ("Participants aged 60 to 63 may make catch-up contributions up to the amount allowed under the Code ($11,250).", "yes"),
        ("A participant who is 60 to 63 may make catch-up contributions up to the increased limit then prescribed by the Internal Revenue Code.", "yes"),
        ("Under federal law, participants aged 60 to 63 may make larger catch-up contributions if the plan allows.", None),
        ("Federal law sets a higher limit for catch-up contributions of those who are 60, 61, 62 or 63.", None),
        ("The higher catch-up limit fixed by federal law for ages 60 to 63 does not apply to the Plan.", "no"),
    ],
)  # fmt: skip
def test_the_larger_catch_up(text: str, value: str | None) -> None:
    assert fields(text).get("super_catch_up") == value
