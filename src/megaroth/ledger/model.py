"""What the fold gives: balances by source, contracts with basis, and every payment with its untaxed and taxed part."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.ledger.entries import Account, Entry, Kind, Source


def total_of(amounts: Iterable[Money]) -> Money:
    """A sum of any length."""
    return Money(sum(int(amount.cents) for amount in amounts))


@dataclass(frozen=True, slots=True)
class Person:
    """Whose accounts these are; age decides what is early."""

    name: str
    born: datetime.date | None = None
    disabled_from: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything written down: people, accounts and entries, these in the order they were added."""

    people: dict[str, Person]
    accounts: dict[str, Account]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """A conversion of one year: what is left of its taxed and of its untaxed part."""

    year: int
    taxed: Money
    untaxed: Money


@dataclass(frozen=True, slots=True)
class Contract:
    """Basis that is recovered together: the after-tax money of a plan, or its designated Roth account."""

    basis: Money
    pre_1987: Money = ZERO
    layers: tuple[Layer, ...] = ()
    """In-plan Roth rollovers, oldest first."""
    first_year: int | None = None
    """Designated Roth account: the first taxable year with Roth money, for its five-year clock."""


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment out of an account or source, and what of it was taxed.

    `basis` is its untaxed part and `earnings` the rest (for money from a plan or a Roth account; of traditional and Roth
    IRAs the year decides, see `years`). `taxable` is income of the year; `rolled` was put back within 60 days.
    """

    key: str
    on: datetime.date
    kind: Kind
    account: str
    source: Source
    to: str
    amount: Money
    basis: Money
    earnings: Money
    taxable: Money
    rolled: Money = ZERO
    rolled_taxed: Money = ZERO
    """Part of `taxable`: income because what was put back went into Roth."""
    withheld: Money = ZERO
    reason: str = ""
    excepted: bool = False
    """Whether the 10% tax does not apply: 59½ or older, rolled over, or an exception."""
    qualified: bool = False
    """From a plan: whether it is a qualified distribution. From a Roth IRA: whether it is, once the clock has ended."""
    recaptured: tuple[Layer, ...] = ()
    """Parts of in-plan rollovers that came out with this payment, by year."""
    for_year: int | None = None


@dataclass(frozen=True, slots=True)
class RothInflow:
    """What came into a person's Roth IRAs: a regular contribution, or a conversion of a year with its taxed part."""

    owner: str
    on: datetime.date
    year: int
    """Regular: the year it is for. Conversion: the year it came in."""
    regular: Money = ZERO
    taxed: Money = ZERO
    untaxed: Money = ZERO
    from_ira: Money = ZERO
    """Converted from a traditional IRA: the year's Form 8606 says what of it is taxed."""
    from_ira_year: int = 0
    tail: tuple[Layer, ...] = ()
    """Taxed parts of in-plan rollovers inside a regular amount: they stay exposed to the 10% tax."""
    opens: bool = False


@dataclass(frozen=True, slots=True)
class IraEvent:
    """What changes the basis of a person's traditional IRAs, or uses it."""

    owner: str
    on: datetime.date
    year: int
    nondeductible: Money = ZERO
    rolled_in_basis: Money = ZERO
    distributed: Money = ZERO
    converted: Money = ZERO
    outstanding: Money = ZERO
    key: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """What an entry did to one source of one account: into it, or out of it (below zero)."""

    key: str
    account: str
    source: Source
    amount: Money


@dataclass(frozen=True, slots=True)
class Balances:
    """The state of a ledger at the end of a day."""

    through: datetime.date
    held: dict[tuple[str, Source], Money]
    contracts: dict[tuple[str, str], Contract]
    """By account and contract: `after_tax` or `roth`."""
    payments: tuple[Payment, ...]
    contributions: tuple[Entry, ...]
    roth_inflows: tuple[RothInflow, ...]
    ira_events: tuple[IraEvent, ...]
    ira_values: dict[tuple[str, int], Money]
    """Traditional IRAs of a person on 31 December of a year (or on the last day folded)."""
    moves: tuple[Move, ...]
    money_in: Money
    money_out: Money
    findings: tuple[Finding, ...] = field(default=())

    def value_of(self, account: str) -> Money:
        """All that an account holds."""
        return Money(sum(int(amount.cents) for (name, _), amount in self.held.items() if name == account))
