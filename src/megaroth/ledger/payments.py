"""Payments out of a plan: the share of basis in them, and which destination gets the pre-tax money (Notice 2014-54).

All payments of one account on one day, or with one event, are one distribution; its designated Roth part is another.
Refuses to choose where the person's own instruction decides: then a finding asks for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.law.book import statutory_number
from megaroth.law.s72_basis import (
    basis_in_payment,
    basis_in_payment_with_old_basis,
    pre_1987_basis_in_payment,
    taxable_in_payment,
    value_of_contract,
)
from megaroth.law.s402A_designated_roth import (
    designated_roth_clock_ended,
    designated_roth_is_qualified,
    in_plan_rollover_taxed_part_taken,
    taxable_from_designated_roth,
    taxable_in_plan_rollover,
)
from megaroth.law.s402c_rollover import (
    may_be_rolled_over,
    pretax_paid_out,
    pretax_rolled_directly,
    pretax_rolled_in_60_days,
    pretax_to_destination,
    taxable_not_rolled_over,
)
from megaroth.ledger.check import error
from megaroth.ledger.clocks import is_disabled_or_dead, is_excepted, is_of_age, left_at_55
from megaroth.ledger.entries import EXCESSES, ROTH_IN_PLAN, Account, Entry, Kind, Source
from megaroth.ledger.model import IraEvent, Layer, Payment
from megaroth.ledger.part import Part
from megaroth.ledger.state import State


@dataclass(frozen=True, slots=True)
class _Split:
    """Entries of one distribution with the pre-tax part of each; `paid_out` is the pre-tax part of the cash."""

    pretax: dict[str, Money]
    paid_out: Money


def pay_from_plan(state: State, account: Account, group: Sequence[Entry], back: Sequence[Entry], of_roth: bool) -> None:
    """One distribution of a plan: to other accounts, into Roth inside the plan, or in hand and (`back`) rolled over."""
    amount = _sum(group)
    basis, old_basis = _basis_of(state, account, group, of_roth)
    pretax = taxable_in_payment(amount, basis)
    split = _split(state, group, back, pretax)
    if split is None:
        return
    name = "roth" if of_roth else "after_tax"
    contract = state.contract(account.name, name)
    state.contracts[account.name, name] = replace(
        contract, basis=contract.basis - basis, pre_1987=contract.pre_1987 - old_basis
    )
    _cash(state, account, [entry for entry in group if entry.kind is Kind.DISTRIBUTE], back, split, of_roth)
    for entry in group:
        if entry.kind is not Kind.DISTRIBUTE:
            _direct(state, account, entry, entry.amount - split.pretax[entry.key], of_roth)


def _sum(entries: Sequence[Entry]) -> Money:
    return Money(sum(int(entry.amount.cents) for entry in entries))


def _basis_of(state: State, account: Account, group: Sequence[Entry], of_roth: bool) -> tuple[Money, Money]:
    """The basis in a distribution, and how much of it is from before 1987: the law's share, or what the plan reported."""
    if group[0].reason in EXCESSES:
        return _principal(state, account, group[0]), ZERO
    held = {source: state.held(account.name, source) for source in Source}
    if of_roth:
        contract = state.contract(account.name, "roth")
        basis, old = basis_in_payment(_sum(group), contract.basis, held[Source.ROTH] + held[Source.CONVERTED]), ZERO
    else:
        contract = state.contract(account.name, "after_tax")
        separate = account.separate_contract == "yes"
        all_but_roth = held[Source.PRE_TAX] + held[Source.MATCH] + held[Source.AFTER_TAX]
        value = value_of_contract(separate, held[Source.AFTER_TAX], all_but_roth)
        payment = _sum([e for e in group if e.source is Source.AFTER_TAX]) if separate else _sum(group)
        basis = basis_in_payment_with_old_basis(payment, contract.basis, value, contract.pre_1987)
        old = pre_1987_basis_in_payment(payment, contract.pre_1987)
    if any(entry.basis is None for entry in group):
        mixed = contract.basis > ZERO and held[Source.PRE_TAX] + held[Source.MATCH] > ZERO
        if not of_roth and account.separate_contract == "unknown" and mixed:
            state.findings.append(_ask_for_separate_contract(account, group[0]))
        return basis, old
    reported = Money(sum(int(entry.basis.cents) for entry in group if entry.basis is not None))
    if reported != basis:
        state.findings.append(
            Finding(
                "basis-reported-differs",
                "error" if reported > contract.basis else "warning",
                f"The plan reported {reported} of basis in this distribution; the ledger's entries make it {basis} "
                f"of {contract.basis}.",
                f"entries.{group[0].key}",
                "Compare box 5 of Form 1099-R, the earnings before it, and separate_contract; the reported one is used.",
                "IRC §72(e)(8)",
            )
        )
    return (reported, Money(min(int(reported.cents), int(old.cents)))) if reported <= contract.basis else (basis, old)


def _ask_for_separate_contract(account: Account, entry: Entry) -> Finding:
    return Finding(
        "separate-contract-unknown",
        "warning",
        f"It is not known whether {account.name} accounts for after-tax money separately; the share of basis is that "
        "of the whole account but Roth, which is the taxed side.",
        f"entries.{entry.key}",
        'Ask the plan "are after-tax contributions and their earnings a separate contract under §72(d)(2)?", then '
        'write separate_contract = "yes" or "no".',
        "IRC §72(d)(2), §72(e)(8)",
    )


def _principal(state: State, account: Account, entry: Entry) -> Money:
    """The untaxed part of a returned excess: its principal, where that was after-tax or Roth money."""
    principal = entry.untaxed
    if entry.source not in (Source.AFTER_TAX, *ROTH_IN_PLAN):
        return ZERO
    contract = state.contract(account.name, "roth" if entry.source in ROTH_IN_PLAN else "after_tax")
    left = contract.basis - contract.pre_1987
    if principal > left:
        message = f"{principal} of principal is returned, but only {left} of basis is left."
        state.findings.append(error(entry, "more-basis-than-held", message, "Check the amounts."))
        return left
    return principal


def _split(state: State, group: Sequence[Entry], back: Sequence[Entry], pretax: Money) -> _Split | None:
    direct = [entry for entry in group if entry.kind is not Kind.DISTRIBUTE]
    cash = [entry for entry in group if entry.kind is Kind.DISTRIBUTE]
    if _sum(back) > _sum(cash):
        message = f"More was rolled over ({_sum(back)}) than paid out ({_sum(cash)})."
        state.findings.append(error(back[0], "rolled-more-than-paid", message, "Check the amounts."))
        return None
    directly = pretax_rolled_directly(pretax, _sum(direct))
    paid_out = pretax_paid_out(pretax, _sum(direct))
    to_direct = _allocate(state, direct, directly)
    to_back = _allocate(state, back, pretax_rolled_in_60_days(paid_out, _sum(back)))
    return None if to_direct is None or to_back is None else _Split({**to_direct, **to_back}, paid_out)


def _allocate(state: State, entries: Sequence[Entry], pretax: Money) -> dict[str, Money] | None:
    """The pre-tax part of every entry: by arithmetic where only one way is open, else as the person instructed."""
    said = {
        e.key: e.amount - e.basis if e.basis is not None else None
        for e in sorted(entries, key=lambda e: (e.basis is None, e.key))
    }
    left = pretax
    parts: dict[str, Money] = {}
    by_key = {entry.key: entry for entry in entries}
    silent = [by_key[key] for key, part in said.items() if part is None]
    for key, part in said.items():
        if part is not None:
            parts[key] = part
            left = left - part
    open_places = {(entry.to or entry.account, entry.kind) for entry in silent}
    if left < ZERO or (not silent and left != ZERO) or left > _sum(silent):
        message = f"The instructed split does not add up: {pretax} of these rollovers is pre-tax."
        remedy = "Pre-tax money goes to rollovers before after-tax money; correct `basis` of the rollovers."
        state.findings.append(error(entries[0], "allocation-impossible", message, remedy, "Notice 2014-54 §III"))
        return None
    if len(open_places) > 1 and ZERO < left < _sum(silent):
        message = f"{left} of {_sum(silent)} is pre-tax, and the entries do not say which rollover got it."
        remedy = "Write `basis = …` on each rollover, as you told the plan before the rollover."
        state.findings.append(error(silent[0], "allocation-not-stated", message, remedy, "Notice 2014-54 §III"))
        return None
    for entry in silent:
        parts[entry.key] = pretax_to_destination(left, entry.amount)
        left = left - parts[entry.key]
    return parts


def _direct(state: State, account: Account, entry: Entry, basis: Money, of_roth: bool) -> None:
    source = _source(entry)
    contract = state.contract(account.name, "roth")
    layers = _take_layers(state, account, basis) if source is Source.CONVERTED else ()
    qualified = of_roth and _is_qualified(state, account, entry, contract.first_year)
    part = Part(entry.amount, basis, of_roth, qualified, layers, contract.first_year if of_roth else None)
    into_roth = entry.kind is Kind.CONVERT or state.ledger.accounts[entry.to].kind == "roth_ira"
    taxable = taxable_in_plan_rollover(entry.amount, basis) if into_roth and not of_roth else ZERO
    _note(state, account, entry, basis, taxable, qualified=qualified, excepted=True)
    if entry.kind is Kind.CONVERT:
        _convert(state, account.name, entry, taxable, basis)
    else:
        receive(state, entry, part, entry.to)


def _source(entry: Entry) -> Source:
    assert entry.source is not None  # noqa: S101  (checked before the fold)
    return entry.source


def _convert(state: State, name: str, entry: Entry, taxed: Money, basis: Money) -> None:
    year = entry.on.year
    state.bring_in(entry, name, Source.CONVERTED, entry.amount)
    state.add_basis(name, "roth", entry.amount, year=year)
    state.add_layer(name, year, taxed, basis)


def _cash(
    state: State, account: Account, cash: Sequence[Entry], back: Sequence[Entry], split: _Split, of_roth: bool
) -> None:
    """What was paid to the person: pre-tax first to what was rolled over, the rest is income."""
    person = state.ledger.people[account.owner]
    unrolled = taxable_not_rolled_over(split.paid_out, _sum(back))
    pretax_left, taxable_left, rolled_left = split.paid_out, unrolled, _sum(back)
    into_roth = Money(sum(int(split.pretax[e.key].cents) for e in back if _goes_into_roth(state, e) and not of_roth))
    for entry in cash:
        pretax = pretax_to_destination(pretax_left, entry.amount)
        taxed = pretax_to_destination(taxable_left, entry.amount)
        rolled = pretax_to_destination(rolled_left, entry.amount)
        pretax_left, taxable_left, rolled_left = pretax_left - pretax, taxable_left - taxed, rolled_left - rolled
        basis = entry.amount - pretax
        contract = state.contract(account.name, "roth")
        qualified = of_roth and _is_qualified(state, account, entry, contract.first_year)
        taxable = taxable_from_designated_roth(taxed, qualified) if of_roth else taxed
        if entry.reason in EXCESSES:
            taxable, qualified = _taxable_excess(entry, pretax), False
        taken: tuple[Layer, ...] = ()
        if entry.source is Source.CONVERTED:
            kept_basis = entry.amount - rolled - taxed
            taken = _take_layers(state, account, kept_basis, untaxed_first=entry.reason in EXCESSES)
        _note(
            state, account, entry, basis, taxable + into_roth, qualified=qualified, recaptured=taken, rolled=rolled,
            rolled_taxed=into_roth,
            excepted=is_excepted(person, entry) or left_at_55(person, account, entry.on) or entry.reason in EXCESSES,
        )  # fmt: skip
        into_roth = ZERO
    for entry in back:
        state.is_in_time(cash[0], entry)
        basis = entry.amount - split.pretax[entry.key]
        to_a_plan = state.ledger.accounts[entry.account].kind == "plan"
        if not may_be_rolled_over(to_a_plan, False, basis):
            message = f"{basis} of this rollover is after-tax money; a plan takes that only directly."
            remedy = "Check the amounts; after-tax money that was paid out may go to an IRA."
            state.findings.append(error(entry, "after-tax-not-direct", message, remedy, "IRC §402(c)(2)(A)"))
        layers = _take_layers(state, account, basis) if cash[0].source is Source.CONVERTED else ()
        state.rolled_parts[entry.key] = Part(entry.amount, basis, of_roth, layers=layers)


def _goes_into_roth(state: State, back: Entry) -> bool:
    return state.ledger.accounts[back.account].kind == "roth_ira" or back.to_source is Source.CONVERTED


def _taxable_excess(entry: Entry, pretax: Money) -> Money:
    """Income of the year it is paid. Of a 402(g) excess the pre-tax principal was income of the year deferred."""
    if entry.reason == "excess-402g" and entry.source is Source.PRE_TAX:
        return taxable_in_payment(entry.amount, entry.untaxed)
    return pretax


def _take_layers(state: State, account: Account, basis: Money, untaxed_first: bool = False) -> tuple[Layer, ...]:
    """In-plan rollovers that leave with this much basis: the oldest first, of each the taxed part first.

    An excess that was converted is returned from the untaxed part: it is the after-tax contribution itself.
    """
    contract = state.contract(account.name, "roth")
    taken, kept = [], []
    for layer in contract.layers:
        if untaxed_first:
            untaxed = in_plan_rollover_taxed_part_taken(basis, layer.untaxed)
            taxed = in_plan_rollover_taxed_part_taken(basis - untaxed, layer.taxed)
        else:
            taxed = in_plan_rollover_taxed_part_taken(basis, layer.taxed)
            untaxed = in_plan_rollover_taxed_part_taken(basis - taxed, layer.untaxed)
        basis = basis - taxed - untaxed
        kept.append(Layer(layer.year, layer.taxed - taxed, layer.untaxed - untaxed))
        if taxed + untaxed > ZERO:
            taken.append(Layer(layer.year, taxed, untaxed))
    state.contracts[account.name, "roth"] = replace(contract, layers=tuple(kept))
    return tuple(taken)


def _is_qualified(state: State, account: Account, entry: Entry, first_year: int | None) -> bool:
    if first_year is None:
        return False
    person = state.ledger.people[account.owner]
    ended = designated_roth_clock_ended(entry.on.year, first_year, statutory_number("roth_clock"))
    of_age, other = is_of_age(person, entry.on), is_disabled_or_dead(person, entry)
    return bool(designated_roth_is_qualified(ended, of_age, other))


def _note(
    state: State, account: Account, entry: Entry, basis: Money, taxable: Money, *, qualified: bool = False,
    excepted: bool = False, recaptured: tuple[Layer, ...] = (), rolled: Money = ZERO,
    rolled_taxed: Money = ZERO,
) -> None:  # fmt: skip
    source = _source(entry)
    state.take_out(entry, account.name, source, entry.amount)
    state.payments.append(
        Payment(
            entry.key, entry.on, entry.kind, account.name, source, entry.to, entry.amount, basis,
            entry.amount - basis, taxable, rolled, rolled_taxed, entry.withheld, entry.reason, excepted, qualified,
            recaptured, entry.for_year,
        )
    )  # fmt: skip


def receive(state: State, entry: Entry, part: Part, name: str) -> None:
    """An account takes in a rollover: `part` says what of it is basis and what follows it."""
    account = state.ledger.accounts[name]
    amount = part.amount
    if account.kind == "plan" and entry.to_source is Source.CONVERTED and not part.of_roth:
        _convert(state, name, replace(entry, amount=amount), amount - part.basis, part.basis)
    elif account.kind == "plan" and part.of_roth:
        state.bring_in(entry, name, Source.ROTH, amount)
        state.add_basis(name, "roth", part.basis, year=part.first_year or entry.on.year)
        for layer in part.layers:
            state.add_layer(name, layer.year, layer.taxed, layer.untaxed)
    elif account.kind == "plan":
        state.bring_in(entry, name, Source.PRE_TAX, amount - part.basis)
        state.bring_in(entry, name, Source.AFTER_TAX, part.basis)
        state.add_basis(name, "after_tax", part.basis)
    elif account.kind == "traditional_ira":
        state.bring_in(entry, name, Source.TRADITIONAL, amount)
        if part.basis > ZERO:
            event = IraEvent(account.owner, entry.on, entry.on.year, rolled_in_basis=part.basis, key=entry.key)
            state.ira_events.append(event)
    else:
        state.bring_in(entry, name, Source.REGULAR, amount)
        state.roth_inflows += part.as_roth_inflow(account.owner, entry.on)
