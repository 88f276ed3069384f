"""Ages and five-year clocks: when a person is 59½, when a Roth account's clock ends, when recapture stops."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from megaroth.kit.money import ZERO
from megaroth.law.book import statutory_number
from megaroth.ledger.entries import EXCEPTIONS, Account, Entry
from megaroth.ledger.model import Balances, Layer, Ledger, Person, RothInflow


def of_age_from(person: Person) -> datetime.date | None:
    """The day a person is 59½: six calendar months after the 59th birthday, the month's last day if it has no such."""
    if person.born is None:
        return None
    months = person.born.month - 1 + statutory_number("early_distribution_age")
    year, month = person.born.year + months // 12, months % 12 + 1
    return datetime.date(year, month, min(person.born.day, calendar.monthrange(year, month)[1]))


def is_of_age(person: Person, on: datetime.date) -> bool:
    """Whether a person is 59½ on a day; False where the date of birth is not known (the safe side)."""
    day = of_age_from(person)
    return day is not None and on >= day


def is_excepted(person: Person, entry: Entry) -> bool:
    """Whether the 10% tax does not apply to a distribution: age, disability, or the exception the entry claims."""
    disabled = person.disabled_from is not None and entry.on >= person.disabled_from
    return is_of_age(person, entry.on) or disabled or entry.reason in EXCEPTIONS


def left_at_55(person: Person, account: Account, on: datetime.date) -> bool:
    """Whether the person left the plan's employer by a day, in or after the calendar year of age 55."""
    if person.born is None or account.separated is None or account.separated > on:
        return False
    return account.separated.year - person.born.year >= statutory_number("separation_age")


def is_disabled_or_dead(person: Person, entry: Entry) -> bool:
    """Whether a distribution is by reason of disability or after death."""
    disabled = person.disabled_from is not None and entry.on >= person.disabled_from
    return disabled or entry.reason in ("disability", "death")


def is_qualifying(person: Person, entry: Entry) -> bool:
    """Whether a Roth IRA's distribution has one of the reasons that, after the clock, make it qualified."""
    return is_of_age(person, entry.on) or is_disabled_or_dead(person, entry) or entry.reason == "first-home"


@dataclass(frozen=True, slots=True)
class Clock:
    """A five-year clock: it began on 1 January of `first_year` and ends with 31 December of the fifth year."""

    what: str
    first_year: int
    ends_after: int
    """The last of its five taxable years."""
    cite: str

    def has_ended(self, on: datetime.date) -> bool:
        """Whether its five years are over."""
        return on.year > self.ends_after


def clock(what: str, first_year: int, cite: str) -> Clock:
    """The clock that began with a year."""
    return Clock(what, first_year, first_year + statutory_number("roth_clock") - 1, cite)


def first_roth_ira_year(inflows: Iterable[RothInflow], owner: str) -> int | None:
    """The first taxable year a person's Roth IRAs had a contribution for, or a conversion in."""
    return min((each.year for each in inflows if each.owner == owner), default=None)


def clocks_of(ledger: Ledger, balances: Balances, owner: str, layers: Iterable[Layer]) -> list[Clock]:
    """Every clock of a person: Roth IRA, each plan's designated Roth account, each conversion with a taxed part."""
    found = []
    first = first_roth_ira_year(balances.roth_inflows, owner)
    if first is not None:
        found.append(clock("Roth IRA, all of them: earnings", first, "IRC §408A(d)(2)(B)"))
    for (account, name), contract in balances.contracts.items():
        if name == "roth" and contract.first_year is not None and ledger.accounts[account].owner == owner:
            found.append(clock(f"{account}, Roth: earnings", contract.first_year, "IRC §402A(d)(2)(B)"))
            found += [
                clock(f"{account}, converted in {layer.year}: taxed part", layer.year, "IRC §402A(c)(4)(D)")
                for layer in contract.layers
                if layer.taxed > ZERO
            ]
    found += [
        clock(f"Roth IRA, converted in {each.year}: taxed part", each.year, "IRC §408A(d)(3)(F)")
        for each in layers
        if each.taxed > ZERO
    ]
    return found
