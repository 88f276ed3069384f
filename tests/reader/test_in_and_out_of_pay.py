"""What is in and what is out of pay, and whether the larger catch-up is there, whichever verb says so."""

from __future__ import annotations

import pytest
from tests.reader.said import fields


@pytest.mark.parametrize(
    "text",
    [
        "Note that plan compensation does not take in relocation payments, tips or gross-ups.",
        "Eligible earnings leave out bonuses and overtime.",
        "Contributions are calculated on straight-time pay only.",
        "Covered compensation takes in base wages, overtime and shift differentials.",
        "Eligible pay under the plan disregards commissions and car allowances.",
    ],
)
def test_the_verb_says_what_counts(text: str) -> None:
    assert fields(text).get("eligible_pay")


@pytest.mark.parametrize(
    "text",
    [
        "Pay does not reach the bank before Friday.",
        "Your salary takes into account where you live.",
        "All employees, including per diem and residents, may contribute.",
    ],
)
def test_other_things_are_said_of_pay(text: str) -> None:
    assert "eligible_pay" not in fields(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Super catch-up: offered (ages 60-63)", "yes"),
        ("We now offer super catch-up contributions. They are for those who are 60 to 63 on December 31.", "yes"),
        ("Our plan does not support super catch-up contributions.", "no"),
        ("Is there a larger catch-up at 61? It is up to each employer, and we have decided to do without.", "no"),
        ("Do you have a higher catch-up at 60? The plan has elected to adopt it.", "yes"),
        ("Catch-up has two levels in our plan. The usual level is for those of 50. The bigger level is for ages 60 through 63.", "yes"),
        ("SECURE 2.0 permits, though it does not oblige, plans to have a higher catch-up limit for ages 60 to 63.", None),
        ("Is there a larger catch-up at 61? We have not decided.", None),
        ("If we have decided to adopt super catch-up contributions you will hear of it.", None),
    ],
)  # fmt: skip
def test_the_larger_catch_up(text: str, said: str | None) -> None:
    assert fields(text).get("super_catch_up") == said
