"""From the pay table of a file to the year of pay, or what contradicts itself in it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TypeAlias

from megaroth.household.file import JobFile
from megaroth.household.pay import Election, Elections, Extra, Share, YearOfPay
from megaroth.household.pay_file import NumbersFile, PayFile
from megaroth.household.paydays import PERIODS, paydays_of, usual_days
from megaroth.kit.money import ZERO, Money, Rate

NOT_ELIGIBLE = ("rsu", "espp", "severance")
MOST_LISTED = 366
Tell: TypeAlias = Callable[[str, tuple[str | int, ...], str, str], None]
"""Takes a finding's code, the path within the job, the message and the remedy."""


def year_of_pay(job: JobFile, year: int, error: Tell) -> YearOfPay | None:
    """The year of pay of a job with a pay table; None where there is none or `error` was told what is wrong."""
    pay = job.pay
    if not isinstance(pay, PayFile):
        return None
    told: list[str] = []

    def tell(code: str, path: tuple[str | int, ...], message: str, remedy: str) -> None:
        told.append(code)
        error(code, path, message, remedy)

    _check(pay, job, year, tell)
    days = tuple(pay.days_of_month) or _days(pay, tell)
    if told:
        return None
    paydays = paydays_of(
        year, pay.frequency, pay.first_payday, tuple(pay.paydays), days or (), pay.shift, pay.arrears_days
    )
    if not paydays:
        tell("no-paydays", ("pay",), f"No payday of `{job.name}` is in {year}.", "Check the dates and the year.")
        return None
    return YearOfPay(
        paydays,
        pay.annual,
        pay.periods_per_year or PERIODS.get(pay.frequency, len(paydays)),
        tuple(sorted(((each.from_, each.annual) for each in pay.raises), key=lambda item: item[0])),
        tuple(
            Extra(
                each.on,
                each.amount,
                each.kind,
                each.kind not in NOT_ELIGIBLE if each.eligible is None else each.eligible,
                each.matched,
                each.own_election,
            )
            for each in pay.extra
        ),
        tuple((each.from_, each.to) for each in pay.unpaid),
        job.starts,
        job.ends,
        _elections(job, year),
    )


def _elections(job: JobFile, year: int) -> tuple[Elections, ...]:
    now = job.current_elections
    if now is None:
        return ()
    changes = [
        Elections(each.from_, _election(each), _election(each.bonus) if each.bonus else None) for each in now.changes
    ]
    first = Elections(datetime.date(year, 1, 1), _election(now), _election(now.bonus) if now.bonus else None)
    return (first, *sorted(changes, key=lambda each: each.since))


def _election(file: NumbersFile) -> Election:
    def share(percent: Rate, dollars: Money | None) -> Share:
        return percent if dollars is None else dollars

    return Election(
        share(file.pre_tax, file.pre_tax_dollars),
        share(file.roth, file.roth_dollars),
        share(file.catch_up, file.catch_up_dollars),
        share(file.after_tax, file.after_tax_dollars),
    )


def _days(pay: PayFile, tell: Tell) -> tuple[int, ...] | None:
    if pay.frequency not in ("monthly", "semimonthly") or pay.first_payday is None:
        return None
    days = usual_days(pay.frequency, pay.first_payday)
    if days is None:
        tell(
            "paydays-unclear",
            ("pay", "first_payday"),
            f"A first payday on {pay.first_payday} does not say on which days of the month you are paid.",
            "Add days_of_month = [5, 20], or the days of your paydays.",
        )
    return days


def _check(pay: PayFile, job: JobFile, year: int, tell: Tell) -> None:
    start, end = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    monthly = pay.frequency in ("monthly", "semimonthly")
    if pay.frequency == "listed" and not pay.paydays:
        tell("missing", ("pay", "paydays"), "No payday is listed.", "Add paydays = [2026-01-15, …].")
    if len(pay.paydays) > MOST_LISTED or len(set(pay.paydays)) < len(pay.paydays):
        tell("paydays-twice", ("pay", "paydays"), "A payday is listed twice.", "List every date once.")
    if pay.frequency != "listed" and pay.paydays:
        tell(
            "paydays-listed", ("pay", "paydays"), "Paydays are listed beside a frequency.", 'Use frequency = "listed".'
        )
    if pay.frequency in ("weekly", "biweekly") and pay.first_payday is None:
        tell("missing", ("pay", "first_payday"), "The first payday is missing.", "Add first_payday = 2026-01-09.")
    if monthly and pay.first_payday is None and not pay.days_of_month:
        days = "[31] (the last day)" if pay.frequency == "monthly" else "[15, 31]"
        tell("missing", ("pay", "days_of_month"), "The days of pay are missing.", f"Add days_of_month = {days}.")
    count = {"monthly": 1, "semimonthly": 2}.get(pay.frequency)
    if pay.days_of_month and len(set(pay.days_of_month)) != count:
        tell("paydays-unclear", ("pay", "days_of_month"), f"{pay.frequency} pay has {count or 'no'} days of the month.",
             "Correct the list or the frequency.")  # fmt: skip
    first = pay.first_payday
    if first is not None and not start - datetime.timedelta(days=31) <= first <= end:
        tell("payday-other-year", ("pay", "first_payday"), f"The first payday, {first}, is not in {year}.",
             f"Give the first payday of {year}.")  # fmt: skip
    for number, each in enumerate(pay.extra):
        if each.on.year != year:
            tell("payday-other-year", ("pay", "extra", number, "on"), f"{each.on} is not in {year}.",
                 "Pay belongs to the year of the day it is paid.")  # fmt: skip
    for number, leave in enumerate(pay.unpaid):
        if leave.to < leave.from_:
            tell("ends-before-start", ("pay", "unpaid", number, "to"), "The leave ends before it starts.",
                 "Check both dates.")  # fmt: skip
    _check_numbers(job, tell)


def _check_numbers(job: JobFile, tell: Tell) -> None:
    now = job.current_elections
    if now is None:
        return
    at: tuple[str | int, ...] = ("current_elections",)
    for path, numbers in [(at, now), *(((*at, "changes", n), each) for n, each in enumerate(now.changes))]:
        shares = (numbers.pre_tax, numbers.roth, numbers.catch_up, numbers.after_tax)
        if any(_more_than_all(shares)):
            tell("elections-above-pay", path, "The elections are more than 100% of pay together.", "Check the portal.")


def _more_than_all(shares: tuple[Rate, ...]) -> list[bool]:
    together = sum(shares[1:], shares[0])
    return [int(together.top) > int(together.bottom)]


def pay_of_year(pay: YearOfPay, as_of: datetime.date | None, so_far: Money) -> Money:
    """Eligible pay of the year: what the pay stub shows up to its date, and the paychecks after it."""
    if as_of is None or so_far == ZERO:
        return pay.eligible
    return so_far + sum((paycheck.pay for paycheck in pay.paychecks if paycheck.date > as_of), ZERO)
