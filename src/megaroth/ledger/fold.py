"""From entries to balances, day by day: what is held where, what basis is left, what every payment was made of.

Within a day money comes in first, then goes out (plan, designated Roth, traditional IRA, Roth IRA), then values are
stated; so the order in which entries were written never matters. A ledger that cannot be is refused with findings.
Every dollar is somewhere: money in = money out + money held, asserted after every step.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from megaroth.kit.finding import Finding, has_errors
from megaroth.kit.money import ZERO, Money
from megaroth.ledger.check import DISBURSEMENTS, check_ledger, error, standing
from megaroth.ledger.entries import EXCESSES, ROTH_IN_PLAN, Account, Entry, Kind, Source
from megaroth.ledger.model import Balances, IraEvent, Ledger, RothInflow
from megaroth.ledger.part import Part
from megaroth.ledger.payments import pay_from_plan, receive
from megaroth.ledger.state import State

_INWARD = {Kind.OPEN: 0, Kind.CONTRIBUTE: 1, Kind.SO_FAR: 2, Kind.ROLL_IN: 3, Kind.EARN: 4}
_OUTWARD = 5
_VALUE = 9


def fold(ledger: Ledger, through: datetime.date | None = None) -> Balances | list[Finding]:
    """The balances at the end of a day (of the last entry, if left out), or what is wrong with the ledger."""
    entries, found = standing(ledger.entries)
    found += check_ledger(ledger, entries)
    if has_errors(found):
        return found
    if through is not None:
        entries = [entry for entry in entries if entry.on <= through]
    last = through or max((entry.on for entry in entries), default=datetime.date.min)
    state = State(ledger, last, _rolled_in(entries), findings=found)
    for day, of_day in groupby(sorted(entries, key=lambda e: _order(ledger, e)), lambda e: e.on):
        state.new_day(day)
        _fold_day(state, list(of_day))
    state.new_day(last)
    if has_errors(state.findings):
        return state.findings
    return state.balances()


def _order(ledger: Ledger, entry: Entry) -> tuple[datetime.date, int, int, str]:
    """Totals of a year only grow, so of two on one day the smaller was earlier."""
    so_far = int(entry.amount.cents) if entry.kind is Kind.SO_FAR else 0
    return entry.on, _phase(ledger, entry), so_far, entry.key


def _phase(ledger: Ledger, entry: Entry) -> int:
    if entry.kind in _INWARD:
        return _INWARD[entry.kind]
    if entry.kind is Kind.VALUE:
        return _VALUE
    account = ledger.accounts[entry.account]
    if account.kind == "plan":
        return _OUTWARD + (entry.source in ROTH_IN_PLAN)
    return _OUTWARD + (2 if account.kind == "traditional_ira" else 3)


def _rolled_in(entries: Iterable[Entry]) -> dict[tuple[str, str], list[Entry]]:
    """Who puts which distribution back: an event belongs to the one account that paid it."""
    payers = {e.event: e.account for e in entries if e.event and e.kind in DISBURSEMENTS}
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in sorted(entries, key=lambda e: (e.on, e.key)):
        if entry.kind is Kind.ROLL_IN:
            found.setdefault((payers.get(entry.event, ""), entry.event), []).append(entry)
    return found


def _fold_day(state: State, entries: list[Entry]) -> None:
    outward: dict[tuple[str, bool, str], list[Entry]] = {}
    for entry in entries:
        if entry.kind in DISBURSEMENTS:
            of_roth = entry.source in ROTH_IN_PLAN
            outward.setdefault((entry.account, of_roth, entry.event), []).append(entry)
        elif entry.kind is not Kind.VALUE:
            _come_in(state, entry)
            state.assert_every_dollar_is_somewhere()
    for (name, _, event), group in outward.items():
        account = state.ledger.accounts[name]
        if account.kind == "plan":
            _pay_from_plan(state, account, group, event)
        else:
            for entry in group:
                _pay_from_ira(state, account, entry)
        state.assert_every_dollar_is_somewhere()
    for entry in entries:
        if entry.kind is Kind.VALUE:
            _earn(state, entry, entry.amount - state.held(entry.account, source_of(state.ledger, entry)))
            state.assert_every_dollar_is_somewhere()


def source_of(ledger: Ledger, entry: Entry) -> Source:
    """The source of an entry; an IRA has but one."""
    kind = ledger.accounts[entry.account].kind
    if kind == "plan":
        assert entry.source is not None  # noqa: S101  (checked before the fold)
        return entry.source
    return Source.TRADITIONAL if kind == "traditional_ira" else Source.REGULAR


def _come_in(state: State, entry: Entry) -> None:
    match entry.kind:
        case Kind.OPEN:
            _open(state, entry)
        case Kind.CONTRIBUTE:
            _contribute(state, entry)
        case Kind.SO_FAR:
            _come_so_far(state, entry)
        case Kind.EARN:
            _earn(state, entry, entry.amount)
        case _:
            _roll_in(state, entry)


def _open(state: State, entry: Entry) -> None:
    account = state.ledger.accounts[entry.account]
    basis = entry.basis if entry.basis is not None else ZERO
    source = source_of(state.ledger, entry)
    state.bring_in(entry, entry.account, source, entry.amount)
    state.opened[account.name, source] = entry.on
    year = entry.for_year or entry.on.year
    if account.kind == "plan":
        if entry.source is Source.AFTER_TAX:
            state.add_basis(account.name, "after_tax", basis, pre_1987=entry.pre_1987)
        elif entry.source in ROTH_IN_PLAN:
            state.add_basis(account.name, "roth", basis, year=year)
            if entry.source is Source.CONVERTED:
                taxed = entry.taxed_then
                state.add_layer(account.name, year, taxed, basis - taxed)
    elif account.kind == "traditional_ira":
        state.ira_events.append(IraEvent(account.owner, entry.on, entry.on.year, rolled_in_basis=basis, key=entry.key))
    elif entry.source is Source.CONVERSION:
        converted = entry.basis if entry.basis is not None else entry.amount
        taxed = entry.taxed_then
        state.roth_inflows.append(
            RothInflow(account.owner, entry.on, year, taxed=taxed, untaxed=converted - taxed, opens=True)
        )
    else:
        state.roth_inflows.append(RothInflow(account.owner, entry.on, year, regular=basis, opens=True))


def _contribute(state: State, entry: Entry) -> None:
    account = state.ledger.accounts[entry.account]
    source = source_of(state.ledger, entry)
    state.bring_in(entry, entry.account, source, entry.amount)
    state.contributions.append(entry)
    state.put_in[account.name, source, entry.on.year] = _put_in(state, entry, source) + entry.amount
    year = entry.for_year or entry.on.year
    if account.kind == "roth_ira":
        state.roth_inflows.append(RothInflow(account.owner, entry.on, year, regular=entry.amount))
    elif account.kind == "traditional_ira":
        basis = entry.untaxed
        state.ira_events.append(IraEvent(account.owner, entry.on, year, nondeductible=basis, key=entry.key))
    elif entry.source is Source.AFTER_TAX:
        state.add_basis(account.name, "after_tax", entry.amount)
    elif entry.source is Source.ROTH:
        state.add_basis(account.name, "roth", entry.amount, year=entry.on.year)


def _put_in(state: State, entry: Entry, source: Source) -> Money:
    return state.put_in.get((entry.account, source, entry.on.year), ZERO)


def _come_so_far(state: State, entry: Entry) -> None:
    """A total of the year: its difference to the contributions of before is a contribution of the day."""
    source = source_of(state.ledger, entry)
    opened = state.opened.get((entry.account, source))
    if opened is not None and opened.year == entry.on.year:
        if opened == entry.on:
            # What was contributed before the opening is in what the account was opened with.
            state.put_in[entry.account, source, entry.on.year] = entry.amount
            return
        if (entry.account, source, entry.on.year) not in state.put_in:
            message = f"The account was opened on {opened}; how much of {entry.amount} was put in before is not known."
            remedy = f'Add an entry kind = "so_far" on {opened}, with the total of the year on that day.'
            state.findings.append(error(entry, "so-far-unknown", message, remedy))
            return
    before = _put_in(state, entry, source)
    if entry.amount < before:
        message = f"{entry.amount} so far is less than the {before} that was contributed in {entry.on.year} before."
        remedy = "Check both; what was taken back or entered twice is undone by a `correct` entry."
        state.findings.append(error(entry, "so-far-falls", message, remedy))
    elif before < entry.amount:
        _contribute(state, replace(entry, kind=Kind.CONTRIBUTE, amount=entry.amount - before))


def _earn(state: State, entry: Entry, earned: Money) -> None:
    source = source_of(state.ledger, entry)
    held = state.held(entry.account, source)
    if held + earned < ZERO:
        message = f"{entry.account} holds {held} of this source; it cannot lose {Money(-earned.cents)}."
        state.findings.append(error(entry, "loses-more-than-held", message, "Check the amount, or what came before."))
        return
    state.bring_in(entry, entry.account, source, earned)


def _roll_in(state: State, entry: Entry) -> None:
    """The money comes in; what of it was taxed is settled where the distribution is."""
    if not any(entry in group for (payer, _), group in state.rolled_in.items() if payer):
        message = f'No distribution has the event "{entry.event}".'
        remedy = "Give the distribution the same event; money from outside the ledger is an `open` entry."
        state.findings.append(error(entry, "rolled-from-nothing", message, remedy))
        return
    part = state.rolled_parts.get(entry.key)
    if part is None:
        message = "The rollover is older than its distribution, or on the same day."
        state.findings.append(error(entry, "rolled-too-soon", message, "Check both dates."))
        return
    receive(state, entry, part, entry.account)


def _pay_from_plan(state: State, account: Account, group: list[Entry], event: str) -> None:
    of_roth = group[0].source in ROTH_IN_PLAN
    wanted: dict[Source, Money] = {}
    for entry in group:
        source = source_of(state.ledger, entry)
        held = state.held(account.name, source)
        wanted[source] = wanted.get(source, ZERO) + entry.amount
        if wanted[source] > held:
            message = f"{account.name} holds {held} of this source, not {wanted[source]}."
            remedy = "Check the amount; add the earnings before it, or an entry for its value."
            state.findings.append(error(entry, "more-than-held", message, remedy))
            return
    excesses = [entry for entry in group if entry.reason in EXCESSES]
    others = [entry for entry in group if entry.reason not in EXCESSES]
    for entry in excesses:
        pay_from_plan(state, account, [entry], (), of_roth)
    if others:
        pay_from_plan(state, account, others, tuple(state.rolled_in.get((account.name, event), ())), of_roth)


def _pay_from_ira(state: State, account: Account, entry: Entry) -> None:
    source = source_of(state.ledger, entry)
    if entry.amount > state.held(account.name, source):
        message = f"{account.name} holds {state.held(account.name, source)}, not {entry.amount}."
        remedy = "Check the amount; add the earnings before it, or an entry for its value."
        state.findings.append(error(entry, "more-than-held", message, remedy))
        return
    back = tuple(state.rolled_in.get((account.name, entry.event), ())) if entry.event else ()
    state.pay_from_ira(account, entry, source, back)
    if entry.to and entry.kind is not Kind.DISTRIBUTE:
        part = Part(from_ira=account.kind, amount=entry.amount, from_ira_year=entry.on.year)
        receive(state, entry, part, entry.to)
