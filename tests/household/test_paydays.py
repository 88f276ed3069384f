"""Paydays: banking days agree with a well-kept library, calendars with dates looked up by hand; and what is refused."""

from __future__ import annotations

import datetime
import itertools
from pathlib import Path

import holidays
import pytest

from megaroth.household.bank_holidays import bank_holidays, is_banking_day
from megaroth.household.paydays import paydays_of, shifted, usual_days
from megaroth.household.read import household_of
from megaroth.kit.finding import Finding

DAY = datetime.timedelta(days=1)


@pytest.mark.parametrize("year", range(2018, 2041))
def test_bank_holidays_are_those_of_the_library(year: int) -> None:
    federal = holidays.country_holidays("US", years=[year], observed=False)
    kept = {day + DAY if day.weekday() == 6 else day for day in federal}
    if year == 2021:  # signed into law on 17 June; the Federal Reserve kept it from 2022
        kept.discard(datetime.date(2021, 6, 19))
    assert bank_holidays(year) == kept


def test_a_payday_moves_to_a_banking_day() -> None:
    independence = datetime.date(2026, 7, 4)  # a Saturday: banks are open on Friday the 3rd
    assert shifted(independence, "before") == datetime.date(2026, 7, 3)
    assert shifted(independence, "after") == datetime.date(2026, 7, 6)
    assert shifted(independence, "none") == independence
    assert not is_banking_day(datetime.date(2022, 12, 26))  # Christmas on a Sunday is kept on Monday


@pytest.mark.parametrize(
    ("year", "first", "count"), [(2020, "2020-01-03", 27), (2026, "2026-01-09", 26), (2026, "2026-01-02", 27)]
)
def test_biweekly(year: int, first: str, count: int) -> None:
    paydays = paydays_of(year, "biweekly", datetime.date.fromisoformat(first))
    assert len(paydays) == count
    assert all(payday.paid.year == year and is_banking_day(payday.paid) for payday in paydays)
    assert all(b.first == a.last + DAY for a, b in itertools.pairwise(paydays))


def test_arrears_move_the_period_and_not_the_payday() -> None:
    now, late = (paydays_of(2026, "biweekly", datetime.date(2026, 1, 9), arrears_days=days) for days in (0, 7))
    assert [payday.paid for payday in now] == [payday.paid for payday in late]
    assert (late[0].first, late[0].last) == (datetime.date(2025, 12, 20), datetime.date(2026, 1, 2))


@pytest.mark.parametrize(
    ("frequency", "first", "days"),
    [
        ("monthly", "2026-01-30", (31,)),  # the last banking day of January
        ("monthly", "2026-01-25", (25,)),
        ("semimonthly", "2026-01-15", (15, 31)),
        ("semimonthly", "2026-01-07", None),
    ],
)
def test_the_days_of_the_month_follow_where_they_can(frequency: str, first: str, days: tuple[int, ...] | None) -> None:
    assert usual_days(frequency, datetime.date.fromisoformat(first)) == days  # type: ignore[arg-type]


BAD = [
    ('frequency = "monthly", annual = 9', "missing", "jobs[0].pay"),
    ('frequency = "biweekly", annual = 9', "missing", "jobs[0].pay"),
    ('frequency = "listed", annual = 9', "missing", "jobs[0].pay"),
    ('frequency = "fortnightly", annual = 9', "bad-value", "jobs[0].pay.frequency"),
    ('frequency = "semimonthly", first_payday = 2026-01-07, annual = 9', "paydays-unclear", "first_payday"),
    ('frequency = "semimonthly", days_of_month = [15], annual = 9', "paydays-unclear", "days_of_month"),
    ('frequency = "biweekly", first_payday = 2027-01-08, annual = 9', "payday-other-year", "first_payday"),
    ('frequency = "biweekly", first_payday = 2026-01-09, paydays = [2026-01-09], annual = 9', "paydays-listed", "paydays"),
    ('frequency = "listed", paydays = [2026-01-09, 2026-01-09], annual = 9', "paydays-twice", "paydays"),
    ('frequency = "listed", paydays = [2025-01-09], annual = 9', "no-paydays", "jobs[0].pay"),
    ('frequency = "monthly", days_of_month = [31], annual = 9, extra = [{ on = 2025-03-01, amount = 5 }]', "payday-other-year", "extra[0].on"),
    ('frequency = "monthly", days_of_month = [31], annual = 9, unpaid = [{ from = 2026-03-02, to = 2026-03-01 }]', "ends-before-start", "unpaid[0].to"),
    ('frequency = "monthly", days_of_month = [31], annual = 9, raises = [{ form = 2026-03-02, annual = 10 }]', "unknown-name", "raises[0].form"),
    ('frequency = "monthly", days_of_month = [31], annual = -9', "bad-value", "annual"),
]  # fmt: skip
HEAD = 'year = 2026\n[people.a]\nborn = 1980-01-01\n[[jobs]]\nname = "x"\nperson = "a"\n'


def findings_of(text: str) -> list[Finding]:
    found = household_of(text, "me.toml", Path())
    assert isinstance(found, list), "the file was accepted"
    return found


@pytest.mark.parametrize(("pay", "code", "where"), BAD)
def test_a_bad_pay_table_gives_a_located_finding(pay: str, code: str, where: str) -> None:
    found = findings_of(f"{HEAD}pay = {{ {pay} }}\n")
    assert code in [finding.code for finding in found]
    told = next(finding for finding in found if finding.code == code)
    assert told.where.startswith("me.toml:7:")
    assert told.where.endswith(where) or where in told.where
    assert told.remedy


def test_elections_above_all_of_pay_are_refused() -> None:
    pay = 'pay = { frequency = "monthly", days_of_month = [31], annual = 9 }\n'
    found = findings_of(f"{HEAD}{pay}current_elections = {{ pre_tax = 60, after_tax = 41 }}\n")
    assert [(finding.code, finding.where) for finding in found] == [
        ("elections-above-pay", "me.toml:8:1 jobs[0].current_elections")
    ]
