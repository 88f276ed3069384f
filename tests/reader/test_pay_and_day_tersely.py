"""What counts as pay in a list without a verb, and the day that a page gives itself in few words."""

from __future__ import annotations

import datetime

import pytest
from tests.reader.said import fields

from megaroth.reader import dating, layout, other
from megaroth.reader.context import Document

LISTS = [
    "Pay for 401(k) purposes\nSalary/hourly, OT, yearly bonus, call-out pay. Leave out: prizes.",
    'ITEM 4 – What\'s "pay"?\nHourly/salary, overtime, holiday, store bonus, commissions.',
    "Eligible compensation: base, OT, boat uplift.",
    "What are Eligible Earnings?\nYour base rate times hours worked, PTO, differentials, overtime and productivity pay.",
    "Bonus?\nThe match and your own elections apply to base, overtime, commissions and incentive pay.",
]


@pytest.mark.parametrize("text", LISTS)
def test_a_list_of_parts_of_pay(text: str) -> None:
    assert "eligible_pay" in fields(f"You may contribute to the 401(k) plan.\n\n{text}")


NONE = [
    "Overtime pay, holiday pay",
    "Which stock plans are there?\nStock options, RSUs, ESPP.",
    "Salary review\nBase, bonus and commissions: every spring.",
]


@pytest.mark.parametrize("text", NONE)
def test_pay_of_other_matters(text: str) -> None:
    assert "eligible_pay" not in fields(f"You may contribute to the 401(k) plan.\n\n{text}")


DAYS = [
    ("Recorded 3/14/2025. Lightly edited.\n\nYou may contribute.", "2025-03-14"),
    ("Sample Power 401(k) Plan Summary          For use in 2024\n\nYou may contribute.", "2024-01-01"),
    ("2025 Plan Information\n\nYou may contribute.", "2025-01-01"),
    ("You may contribute.\n\nPage owner: A. Writer | Reviewed 09/22/2025", "2025-09-22"),
    ("You may contribute.\n\nFAQ last refreshed: 3/31/2025", "2025-03-31"),
    ("You may contribute.\n\nPrepared as of April 1, 2025", "2025-04-01"),
    ("You may contribute.\n\n© Sample Petroleum 2025", "2025-01-01"),
    ("You may contribute.\n\nForm TP-2 (1-24)", "2024-01-01"),
    ("You may contribute.\n\n07.15.24", "2024-07-15"),
    ("Coast District • Fall 2025\n\nYou may contribute.", "2025-01-01"),
    ("Some wages are recorded in 2024 books.\n\nYou may contribute.", ""),
    ("You may contribute.\n\nCall 07.15.24 or later", ""),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_the_day_of_the_paper(text: str, day: str) -> None:
    pages = other.pages_of("text", f"The Exemplar 401(k) Plan\n\n{text}\n".encode())
    assert dating.dated(Document(layout.units_of(pages), datetime.date(2026, 11, 26)))[0] == day


def test_the_number_of_a_page_between_dashes_is_no_part_of_the_heading_below_it() -> None:
    said = fields(
        "You may contribute to the 401(k) plan.\n\n- 18 -\nELIGIBLE PAY\nSalary, wages, overtime, commissions."
    )
    assert "eligible_pay" in said
