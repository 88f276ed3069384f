"""What a paycheck can hold: taxes and deductions come first, and what the person needs to live on.

Knows paychecks as payments, and the least that each has to leave. Knows no tax: `Cash` brings net pay.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import groupby

from megaroth.household.pay import Paycheck
from megaroth.household.payment import Cash, Payment
from megaroth.kit.money import ZERO, Money
from megaroth.schedule.payroll import Line
from megaroth.schedule.year import JobYear

ALWAYS_HELD = 50
"""So many percent of a paycheck are left after the highest federal rates, where nothing else comes off."""
ROUNDING = 5
"""Cents by which taxes, each rounded by itself, may leave more where more goes in before them."""


def payments_of(year: JobYear) -> list[Payment]:
    """Every paycheck still to come as a payment with nothing contributed. A pay stub's pay counts as wages before."""
    return [_payment(*each) for each in zip(year.paychecks, _paid_before(year), strict=True)]


def _paid_before(year: JobYear) -> list[tuple[int, int, int]]:
    """Wages, supplemental wages and regular paychecks before each paycheck."""
    wages, supplemental = int(year.before.wages.cents), int(year.before.supplemental.cents)
    found, paychecks = [], year.before.paychecks
    for paycheck in year.paychecks:
        found.append((wages, supplemental, paychecks))
        if paycheck.kind != "espp":
            wages += int(paycheck.pay.cents + paycheck.other.cents)
            supplemental += int(paycheck.supplemental.cents)
        paychecks += paycheck.kind == "regular"
    return found


def _payment(paycheck: Paycheck, before: tuple[int, int, int]) -> Payment:
    cash, extra = paycheck.pay + paycheck.other - paycheck.in_kind, paycheck.supplemental - paycheck.in_kind
    wages, supplemental, paychecks = before
    return Payment(
        paycheck.kind,
        cash - extra,
        extra,
        paycheck.in_kind,
        ZERO,
        ZERO,
        paycheck.pay,
        Money(wages),
        Money(supplemental),
        paychecks,
        paycheck.date,
    )


def with_line(year: JobYear, payment: Payment, line: Line) -> Payment:
    """A payment with what a line puts in."""
    taxed_catch_up = line.catch_up if year.catch_up_is_roth or year.is_roth else ZERO
    return replace(
        payment,
        pre_tax=line.pre_tax + (line.catch_up - taxed_catch_up),
        after_taxes=line.roth + line.after_tax + taxed_catch_up,
    )


def net_pays(year: JobYear, lines: tuple[Line, ...], cash: Cash | None) -> tuple[Money | None, ...]:
    """Net pay of every line; None where it cannot be told."""
    if cash is None:
        return (None,) * len(lines)
    return tuple(cash.net(with_line(year, each, line)) for each, line in zip(payments_of(year), lines, strict=True))


class Purse:
    """What the paychecks of a year can hold. `need` is what every regular paycheck has to leave.

    A paycheck that leaves less than the need with nothing contributed is held to nothing but its taxes; one that cannot
    even pay those (a day's pay of a new job) is left to payroll.
    """

    def __init__(self, year: JobYear, cash: Cash, need: Money | None) -> None:
        self.year, self.cash = year, cash
        self.is_plain = need is None and cash.takes_only_federal
        self.need = ZERO if need is None else need
        self.floors: dict[int, int | None] = {}
        self.nets: dict[int, dict[int, int]] = {}
        self.first: dict[Payment, int] = {}
        self.known: dict[tuple[int, int, int], int | None] = {}
        self.taxes_catch_up = year.is_roth or year.catch_up_is_roth
        # A deferral that goes on as Roth catch-up somewhere in the year is taken to be taxed all year: the safe side.
        goes_on = not year.payroll.separate_catch_up and bool(year.limits.catch_up > ZERO)
        self.taxes_deferral = year.is_roth or (goes_on and year.catch_up_is_roth)

    def alike(self, number: int) -> int:
        """The number of the paycheck that stands for all that bear the same taxes as this one."""
        return self.kinds[number]

    @cached_property
    def kinds(self) -> list[int]:
        """The same for every paycheck. What came before only grows: between two alike of the same pay, all are alike."""
        kinds, since = [0] * len(self.year.paychecks), 0
        for _, run in groupby(self.year.paychecks, key=_own):
            until = since + len(list(run)) - 1
            self._settle(kinds, (since, self._stands_for(since)), (until, self._stands_for(until)))
            since = until + 1
        return kinds

    def _settle(self, kinds: list[int], low: tuple[int, int], high: tuple[int, int]) -> None:
        """Write down for which paycheck each of a run stands, whose ends are known."""
        (since, first), (until, last) = low, high
        if first == last or until - since < 2:
            kinds[since : until + 1] = [first] * (until - since) + [last]
            return
        middle = (since + until) // 2
        between = middle, self._stands_for(middle)
        self._settle(kinds, low, between)
        self._settle(kinds, between, high)

    def _stands_for(self, number: int) -> int:
        return self.first.setdefault(self.cash.alike(self._payment(number)), number)

    def _payment(self, number: int) -> Payment:
        """A paycheck with nothing contributed."""
        return _payment(self.year.paychecks[number], self.before[number])

    @cached_property
    def before(self) -> list[tuple[int, int, int]]:
        """What was paid before every paycheck."""
        return _paid_before(self.year)

    def left(self, number: int, deferral: int, catch_up: int) -> int | None:
        """Cents that a paycheck can put in beside these, below zero if it cannot hold them; None: without bound."""
        key = (self.alike(number), deferral, catch_up)
        if key not in self.known:
            self.known[key] = self._left(*key)
        return self.known[key]

    def surely(self, number: int, deferral: int, catch_up: int, after_tax: int) -> bool | None:
        """Whether a paycheck holds all this, as far as nets asked before tell; None: they do not.

        Federal taxes alone never leave more where more goes in before them, and a dollar more leaves at most a dollar less.
        """
        if not self.is_plain:
            return None
        into = deferral + catch_up + after_tax
        if into > self.year.paychecks[number].pay.cents:
            return False
        before = (0 if self.taxes_deferral else deferral) + (0 if self.taxes_catch_up else catch_up)
        for pre_tax, net in self.nets.get(self.alike(number), {}).items():
            if net - max(before - pre_tax, 0) >= into - before:
                return True
            if net + max(pre_tax - before, 0) + ROUNDING < into - before:
                return False
        return None

    def _left(self, number: int, deferral: int, catch_up: int) -> int | None:
        pay = int(self.year.paychecks[number].pay.cents)
        floor = self._floor(number)
        if floor is None:
            return None
        taxed = (deferral if self.taxes_deferral else 0) + (catch_up if self.taxes_catch_up else 0)
        before = deferral + catch_up - taxed
        return min(self._net(number, before) - taxed - floor, pay - deferral - catch_up)

    def holds_all(self, lines: Sequence[Line], numbers: Iterable[int]) -> bool:
        """Whether each of these paychecks holds what its line puts in."""
        return all(self.holds(number, lines[number]) for number in numbers)

    def holds(self, number: int, line: Line) -> bool:
        """Whether a paycheck holds what a line puts in; no tax is asked for where it surely does."""
        pre_tax, roth, catch_up, after_tax, _, _ = line.cents
        into = pre_tax + roth + catch_up + after_tax
        if self.is_plain and 100 * into <= ALWAYS_HELD * line.paycheck.pay.cents:
            return True
        floor = self._floor(number)
        if floor is None:
            return True
        before = pre_tax + (0 if self.taxes_catch_up else catch_up)
        return self._net(self.alike(number), before) - (into - before) >= floor

    def _net(self, alike: int, pre_tax: int) -> int:
        """What a paycheck leaves where so much goes in before taxes, and nothing after them."""
        known = self.nets.setdefault(alike, {})
        if pre_tax not in known:
            payment = replace(self._payment(alike), pre_tax=Money(pre_tax))
            known[pre_tax] = int(self.cash.net(payment).cents)
        return known[pre_tax]

    def _floor(self, number: int) -> int | None:
        if self.is_plain and self.year.paychecks[number].pay > ZERO:
            return 0
        alike = self.alike(number)
        if alike not in self.floors:
            most = self._net(alike, 0)
            need = int(self.need.cents) if self.year.paychecks[alike].kind == "regular" else 0
            self.floors[alike] = None if most <= 0 else need if most >= need else 0
        return self.floors[alike]


def _own(paycheck: Paycheck) -> tuple[str, int, int, int, int]:
    """What a paycheck pays, whatever came before it."""
    return paycheck.kind, paycheck.pay.cents, paycheck.other.cents, paycheck.supplemental.cents, paycheck.in_kind.cents  # type: ignore[return-value]
