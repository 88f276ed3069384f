"""What the fold carries from day to day; the one place where money moves, so that it can be counted twice."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace

from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.law.book import statutory_number
from megaroth.law.s402c_rollover import rolled_over_in_time
from megaroth.ledger.check import error
from megaroth.ledger.clocks import is_excepted, is_qualifying
from megaroth.ledger.entries import Account, Entry, Source
from megaroth.ledger.model import Balances, Contract, IraEvent, Layer, Ledger, Move, Payment, RothInflow
from megaroth.ledger.part import Part


class UnbalancedLedgerError(AssertionError):
    """Money appeared or vanished: a defect of the program, never of the ledger."""


@dataclass(slots=True)
class State:
    """Balances in the making."""

    ledger: Ledger
    through: datetime.date
    rolled_in: dict[tuple[str, str], list[Entry]]
    findings: list[Finding]
    pots: dict[tuple[str, Source], Money] = field(default_factory=dict)
    contracts: dict[tuple[str, str], Contract] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    contributions: list[Entry] = field(default_factory=list)
    roth_inflows: list[RothInflow] = field(default_factory=list)
    ira_events: list[IraEvent] = field(default_factory=list)
    ira_values: dict[tuple[str, int], Money] = field(default_factory=dict)
    opened: dict[tuple[str, Source], datetime.date] = field(default_factory=dict)
    """When a source was taken up with what it held."""
    put_in: dict[tuple[str, Source, int], Money] = field(default_factory=dict)
    """Contributions of each year so far."""
    rolled_parts: dict[str, Part] = field(default_factory=dict)
    day: datetime.date = datetime.date.min
    money_in: int = 0
    money_out: int = 0

    def new_day(self, day: datetime.date) -> None:
        """Before a day's entries: what traditional IRAs were worth at every year's end since the last one."""
        if self.day.year < day.year and self.day > datetime.date.min:
            self._note_ira_values(range(self.day.year, day.year))
        self.day = day
        if day == self.through:
            self._note_ira_values(range(day.year, day.year + 1))

    def _note_ira_values(self, years: range) -> None:
        for owner in self.ledger.people:
            names = [a.name for a in self.ledger.accounts.values() if a.owner == owner and a.kind == "traditional_ira"]
            value = Money(sum(int(self.held(name, Source.TRADITIONAL).cents) for name in names))
            self.ira_values |= {(owner, year): value for year in years}

    def held(self, account: str, source: Source) -> Money:
        """What an account holds of a source."""
        return self.pots.get((account, source), ZERO)

    def bring_in(self, entry: Entry, account: str, source: Source, amount: Money) -> None:
        """Money comes into the account, from outside or from another one; a loss leaves it."""
        self.pots[account, source] = self.held(account, source) + amount
        self.money_in += int(amount.cents)
        self.moves.append(Move(entry.key, account, source, amount))

    def take_out(self, entry: Entry, account: str, source: Source, amount: Money) -> None:
        """Money leaves the account."""
        self.pots[account, source] = self.held(account, source) - amount
        self.money_out += int(amount.cents)
        self.moves.append(Move(entry.key, account, source, ZERO - amount))

    def assert_every_dollar_is_somewhere(self) -> None:
        """Money in = money out + money held; nothing held, and no basis, is below zero."""
        held = sum(int(amount.cents) for amount in self.pots.values())
        if self.money_in != self.money_out + held:
            raise UnbalancedLedgerError(f"in {self.money_in}, out {self.money_out}, held {held} on {self.day}")
        if any(amount < ZERO for amount in self.pots.values()):
            raise UnbalancedLedgerError(f"an account holds less than nothing on {self.day}")
        if any(contract.basis < contract.pre_1987 or contract.pre_1987 < ZERO for contract in self.contracts.values()):
            raise UnbalancedLedgerError(f"basis is below zero on {self.day}")

    def contract(self, account: str, name: str) -> Contract:
        """The contract of a plan: `after_tax` or `roth`."""
        return self.contracts.get((account, name), Contract(ZERO))

    def add_basis(self, account: str, name: str, basis: Money, year: int | None = None, pre_1987: Money = ZERO) -> None:
        """Basis joins a contract; the first year of Roth money is the earliest known."""
        old = self.contract(account, name)
        years = [each for each in (old.first_year, year) if each is not None]
        self.contracts[account, name] = replace(
            old, basis=old.basis + basis, pre_1987=old.pre_1987 + pre_1987, first_year=min(years, default=None)
        )

    def add_layer(self, account: str, year: int, taxed: Money, untaxed: Money) -> None:
        """An in-plan Roth rollover of a year; those of one year are one."""
        old = self.contract(account, "roth")
        same = next((layer for layer in old.layers if layer.year == year), Layer(year, ZERO, ZERO))
        new = Layer(year, same.taxed + taxed, same.untaxed + untaxed)
        others = [layer for layer in old.layers if layer.year != year]
        layers = tuple(sorted([*others, new], key=lambda layer: layer.year))
        self.contracts[account, "roth"] = replace(old, layers=layers)

    def is_in_time(self, distributed: Entry, back: Entry) -> bool:
        """Whether a rollover is within 60 days; if not, a finding says so."""
        days = (back.on - distributed.on).days
        if rolled_over_in_time(days, statutory_number("rollover_period")):
            return True
        message = f"The rollover comes {days} days after the distribution of {distributed.on}."
        remedy = "After 60 days it is no rollover without a waiver (Rev. Proc. 2020-46); check both dates."
        self.findings.append(error(back, "rolled-too-late", message, remedy, "IRC §402(c)(3), §408(d)(3)"))
        return False

    def pay_from_ira(self, account: Account, entry: Entry, source: Source, back: tuple[Entry, ...]) -> None:
        """An IRA pays; what of it is taxed is the year's affair (`years`)."""
        self.take_out(entry, account.name, source, entry.amount)
        person = self.ledger.people[account.owner]
        rolled = ZERO
        for each in back:
            self.is_in_time(entry, each)
            rolled = rolled + each.amount
            part = Part(from_ira=account.kind, amount=each.amount, from_ira_year=entry.on.year)
            self.rolled_parts[each.key] = part
            self._note_ira_payment(account, entry, each.account, each.amount, each.on)
        if rolled > entry.amount:
            message = f"More was rolled over ({rolled}) than distributed ({entry.amount})."
            self.findings.append(error(entry, "rolled-more-than-paid", message, "Check the amounts."))
        self._note_ira_payment(account, entry, entry.to, entry.amount - rolled, entry.on)
        self.payments.append(
            Payment(
                entry.key, entry.on, entry.kind, account.name, source, entry.to, entry.amount,
                basis=entry.untaxed, earnings=ZERO, taxable=ZERO, rolled=rolled, withheld=entry.withheld,
                reason=entry.reason, excepted=is_excepted(person, entry), qualified=is_qualifying(person, entry),
                for_year=entry.for_year,
            )
        )  # fmt: skip

    def _note_ira_payment(self, account: Account, entry: Entry, to: str, amount: Money, on: datetime.date) -> None:
        """What a payment means for the basis of traditional IRAs: a distribution, a conversion, or neither."""
        if account.kind != "traditional_ira":
            return
        if entry.reason == "excess-ira":
            returned = Money(-int(entry.untaxed.cents))
            year = entry.for_year or entry.on.year
            self.ira_events.append(IraEvent(account.owner, entry.on, year, nondeductible=returned, key=entry.key))
            return
        kind = self.ledger.accounts[to].kind if to else ""
        year = entry.on.year
        event = IraEvent(account.owner, entry.on, year, key=entry.key)
        if not to:
            self.ira_events.append(replace(event, distributed=amount))
        elif kind == "roth_ira":
            self.ira_events.append(replace(event, converted=amount))
        elif kind == "traditional_ira" and on.year > year:
            self.ira_events.append(replace(event, outstanding=amount))

    def balances(self) -> Balances:
        """The balances, frozen."""
        return Balances(
            self.through, self.pots, self.contracts, tuple(self.payments), tuple(self.contributions),
            tuple(self.roth_inflows), tuple(self.ira_events), self.ira_values, tuple(self.moves), Money(self.money_in),
            Money(self.money_out), tuple(self.findings),
        )  # fmt: skip
