"""The yearly step and the first rate that the lines around tell: how much stands in one line, that it comes by itself in another."""

from __future__ import annotations

import pytest
from tests.reader.said import fields


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("How large is the annual increase? It's 1%. And where does it end? At 12%.", "1"),
        ("Contributions begin at 4% and climb. Each year in July a further 1% of pay is withheld, until you reach 11%.", "1"),
        ("Escalation is built in. Two percent more of your pay is saved each year in June, and it ends once you're at 18%.", "2"),
        ("Once enrolled, you step up a notch each year. The notch is two percentage points and comes in May.", "2"),
        ("Saving a little more each year\nWho: everyone below 12%\nHow much: +1%\nHow to opt out: online", "1"),
        (
            "You are in the automatic increase feature of the Plan. Effective February 1, the percentage withheld from your pay will go up 2%. It happens again each February 1.",
            "2",
        ),
    ],
)  # fmt: skip
def test_a_step_is_told_by_the_lines_around(text: str, step: str) -> None:
    assert fields(text).get("auto_increase_percent") == step


@pytest.mark.parametrize(
    "text",
    [
        "Automatic enrollment: 3%\nAutomatic increase each year: see your account",
        "Savings goals: add another 1% of pay each year if you like. It is easy.",
        "Your match will go up 1%. It happens each January, automatically.",
        "Each year everyone's pay will go up 2%. Enrollment in the savings plan is automatic.",
        "You may choose yearly increases. How much: +1%",
        "How large is the annual fee? It's 1%.",
    ],
)
def test_what_sounds_like_a_step_is_none(text: str) -> None:
    assert "auto_increase_percent" not in fields(text)


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("Your first deduction will be 4% of pay. You did not have to do anything: enrollment is automatic.", "4"),
        ("What is withheld if I ignore this notice?\nFive percent of pay, beginning with the first check in May.", "5"),
        ("Sign on at savings.sample-plan.com and pick a rate, or wait a month and be auto-enrolled at 3%.", "3"),
        ("Silence means yes: 4% of your pay goes in, from your second paycheck on.", "4"),
        (
            "You do not have to do a thing. About 50 days after you join, 4% of your pay will start going in before taxes.",
            "4",
        ),
        (
            "If you check the box, your election is treated as an after-tax election for the rest of the year, subject to the 20% limit.",
            None,
        ),
        ("Good to know: enrollment happens on its own, at six percent, a month after you join.", "6"),
        ("Your first deduction will be 4% of pay if you sign up today.", None),
        ("What happens if I ignore a loan payment?\nA fee of 2% is charged.", None),
    ],
)
def test_those_who_do_nothing_start_at(text: str, rate: str | None) -> None:
    assert fields(text).get("auto_enrolment_percent") == rate
