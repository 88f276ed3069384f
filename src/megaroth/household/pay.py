"""The year of pay: which paychecks a job pays on which day, to the cent.

Knows base pay with raises, unpaid leave, joining and leaving, bonuses and other pay events. Refuses to know any limit,
plan or tax. The words of this page stand in docs/how-payroll-is-computed.md.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TypeAlias

from megaroth.household.bank_holidays import ONE_DAY
from megaroth.household.paydays import Payday
from megaroth.kit.money import NONE, ZERO, Money, Rate

IN_KIND = ("rsu", "espp")
Share: TypeAlias = Rate | Money
"""What one elects: a share of the paycheck's pay, or dollars a paycheck."""


@dataclass(frozen=True, slots=True)
class Election:
    """What one paycheck's pay is told to put in; a `Rate` of its pay or dollars."""

    pre_tax: Share = NONE
    roth: Share = NONE
    catch_up: Share = NONE
    after_tax: Share = NONE


@dataclass(frozen=True, slots=True)
class Elections:
    """The numbers in the portal from one day on; `bonus` holds those of paychecks with an election of their own."""

    since: datetime.date
    regular: Election
    bonus: Election | None = None


@dataclass(frozen=True, slots=True)
class Extra:
    """Pay that does not come with every payday."""

    on: datetime.date
    amount: Money
    kind: str = "bonus"
    eligible: bool = True
    matched: bool = True
    own_election: bool = False

    @property
    def is_in_kind(self) -> bool:
        """Whether it comes in shares: it is wages, but no paycheck holds it."""
        return not self.eligible and self.kind in IN_KIND


@dataclass(frozen=True, slots=True)
class Paycheck:
    """Pay of one day under one election. `pay` is eligible pay; `other` is paid with it but is not eligible.

    `supplemental` is what of both is not salary (bonus, commission, severance); `in_kind` what of `other` comes in shares.
    """

    date: datetime.date
    pay: Money
    kind: str = "regular"
    matched: bool = True
    own_election: bool = False
    other: Money = ZERO
    supplemental: Money = ZERO
    in_kind: Money = ZERO


@dataclass(frozen=True)
class YearOfPay:
    """What the pay table of a job says, with its paydays found."""

    paydays: tuple[Payday, ...]
    annual: Money
    periods: int
    raises: tuple[tuple[datetime.date, Money], ...] = ()
    """Sorted by date: from that day on, that much a year."""
    extra: tuple[Extra, ...] = ()
    unpaid: tuple[tuple[datetime.date, datetime.date], ...] = ()
    starts: datetime.date | None = None
    ends: datetime.date | None = None
    elections: tuple[Elections, ...] = field(default=())
    """The numbers entered now, and changes already entered, in order of their dates."""

    @cached_property
    def paychecks(self) -> tuple[Paycheck, ...]:
        """Every paycheck of the year in the order it is paid: a day's regular paycheck first."""
        found = [paycheck for day in {p.paid: None for p in self.paydays} for paycheck in self._of_payday(day)]
        days = {payday.paid for payday in self.paydays}
        found += [paycheck for extra in self.extra if extra.on not in days for paycheck in _own_paycheck(extra)]
        return tuple(sorted(found, key=lambda paycheck: (paycheck.date, not paycheck.matched, paycheck.own_election)))

    @property
    def eligible(self) -> Money:
        """Eligible pay of the year."""
        return sum((paycheck.pay for paycheck in self.paychecks), ZERO)

    @property
    def other(self) -> Money:
        """Pay of the year that is not eligible pay."""
        return sum((paycheck.other for paycheck in self.paychecks), ZERO)

    def _of_payday(self, day: datetime.date) -> list[Paycheck]:
        base = sum((self._base(payday) for payday in self.paydays if payday.paid == day), ZERO)
        joined, other, own = base, ZERO, []
        for extra in self.extra:
            if extra.on != day:
                continue
            if extra.is_in_kind or (extra.eligible and (extra.own_election or not extra.matched)):
                own += _own_paycheck(extra)
            elif extra.eligible:
                joined = joined + extra.amount
            else:
                other = other + extra.amount
        regular = (
            [Paycheck(day, joined, other=other, supplemental=joined + other - base)] if joined + other > ZERO else []
        )
        return [*regular, *own]

    def _base(self, payday: Payday) -> Money:
        """A payday's share of the salary, by the working days of its period that were worked, halves of a cent up."""
        days = _working_days(payday.first, payday.last)
        earned = Fraction(0)
        for day in days:
            if self._is_paid(day):
                earned += self._annual_on(day)
        share = earned / (self.periods * max(len(days), 1))
        return Money((2 * share.numerator + share.denominator) // (2 * share.denominator))

    def _is_paid(self, day: datetime.date) -> bool:
        if (self.starts and day < self.starts) or (self.ends and day > self.ends):
            return False
        return not any(first <= day <= last for first, last in self.unpaid)

    def _annual_on(self, day: datetime.date) -> int:
        annual = self.annual
        for since, amount in self.raises:
            if day >= since:
                annual = amount
        return int(annual.cents)


def _own_paycheck(extra: Extra) -> list[Paycheck]:
    shares = extra.amount if extra.is_in_kind else ZERO
    if not extra.eligible:
        return [Paycheck(extra.on, ZERO, extra.kind, other=extra.amount, supplemental=extra.amount, in_kind=shares)]
    return [Paycheck(extra.on, extra.amount, extra.kind, extra.matched, extra.own_election, supplemental=extra.amount)]


def _working_days(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    days = [first + ONE_DAY * number for number in range((last - first).days + 1)]
    return [day for day in days if day.weekday() < 5] or days
