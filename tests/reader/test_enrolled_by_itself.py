"""Automatic enrolment whose rate stands beside words that looked like a bound, and percents that are none of it."""

from __future__ import annotations

import pytest
from tests.reader.said import fields


@pytest.mark.parametrize(
    ("text", "rate", "step"),
    [
        ("Unless you tell payroll otherwise, 4% of your pay goes in pre-tax with your second check.", "4", None),
        ("Shall I be signed up without being asked?\nYes, at 6% pre-tax, some weeks after you start.", "6", None),
        ("Must I do anything?\nNot if 3% pre-tax suits you. Employees are enrolled at that rate after 45 days.", "3", None),
        ("We'll add you to the plan at 4% pre-tax after 60 days, with 1% more each May to a top of 9%.", "4", "1"),
        ("Automatic enrollment at 5% with an annual step of 2% to 11%.", "5", "2"),
        ("Who is in?\nAll employees and interns are in. We sign you up at 3% pre-tax unless you have picked a rate.", "3", None),
        # what is no rate of those who do nothing
        ("If you do not give directions, it is sent to you less 20% withholding.", None, None),
        ("Not if 3% pre-tax is right for you. Employees are enrolled by hand.", None, None),
        ("Who is in?\nInterns are in. We sign you up at 3% pre-tax unless you have picked a rate.", None, None),
        ("Unless you tell us otherwise, your rate rises to 10%.", None, None),
    ],
)  # fmt: skip
def test_at_what_rate(text: str, rate: str | None, step: str | None) -> None:
    read = fields(text)
    assert (read.get("auto_enrolment_percent"), read.get("auto_increase_percent")) == (rate, step)
