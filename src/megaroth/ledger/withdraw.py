"""What may come out now, in which order, and what of it would be taxed: one row for each kind of money.

Asks where the plan decides and the ledger does not know. Refuses advice on whether to take it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from megaroth.kit.money import ZERO, Money
from megaroth.law.book import statutory_number, statutory_rate
from megaroth.law.s72_basis import basis_in_payment, early_distribution_tax, taxable_in_payment, value_of_contract
from megaroth.law.s402A_designated_roth import (
    designated_roth_clock_ended,
    designated_roth_is_qualified,
    in_plan_rollover_recaptured,
)
from megaroth.law.s408_ira_basis import taxed_part_of_ira_distribution, untaxed_part_of_conversion
from megaroth.law.s408A_roth_ira import conversion_recaptured, roth_ira_clock_ended, roth_ira_is_qualified
from megaroth.ledger.clocks import first_roth_ira_year, is_of_age, left_at_55
from megaroth.ledger.entries import Account, Source
from megaroth.ledger.model import Balances, Ledger, Person, total_of
from megaroth.ledger.years import PersonYears, RothYear, years_of

Access: TypeAlias = Literal["yes", "no", "ask"]


@dataclass(frozen=True, slots=True)
class Slice:
    """Money of one kind. Taxes are of taking all of it, after all that stands before it in the same account."""

    account: str
    what: str
    access: Access
    amount: Money
    income: Money
    """What would be ordinary income."""
    additional_tax: Money
    """The 10% tax on early distributions, unless an exception applies."""
    why: str
    cite: str


def what_may_come_out(ledger: Ledger, balances: Balances, owner: str, today: datetime.date) -> list[Slice]:
    """Every slice of a person's accounts: Roth IRAs first, in the law's own order, for nobody may choose another.

    Then what is free of tax, what is not, what one must ask for, and what is not accessible.
    """
    person = ledger.people[owner]
    years = years_of(ledger, balances, owner)
    first = _roth_ira(ledger, balances, years, person, today)
    slices: list[Slice] = []
    for account in ledger.accounts.values():
        if account.owner == owner and account.kind == "plan":
            slices += _plan(balances, account, person, today)
    slices += _traditional(ledger, balances, years, person, today)
    order = {"yes": 0, "ask": 1, "no": 2}
    return first + sorted(slices, key=lambda s: (order[s.access], bool(s.income + s.additional_tax > ZERO)))


def _tax(person: Person, taxed: Money, today: datetime.date, excepted: bool = False) -> Money:
    excepted = excepted or is_of_age(person, today) or _disabled(person, today)
    return early_distribution_tax(taxed, excepted, statutory_rate("early_distribution_tax"))


def _disabled(person: Person, today: datetime.date) -> bool:
    return person.disabled_from is not None and today >= person.disabled_from


def _roth_ira(
    ledger: Ledger, balances: Balances, years: PersonYears, person: Person, today: datetime.date
) -> list[Slice]:
    names = [a.name for a in ledger.accounts.values() if a.owner == person.name and a.kind == "roth_ira"]
    held = total_of(balances.value_of(name) for name in names)
    if not names or held == ZERO:
        return []
    known = years.roth.get(balances.through.year) or RothYear(today.year, ZERO, (), (), ZERO, (), ())
    period = statutory_number("roth_clock")
    first = first_roth_ira_year(balances.roth_inflows, person.name)
    ended = first is not None and bool(roth_ira_clock_ended(today.year, first, period))
    of_age = is_of_age(person, today)
    qualified = bool(roth_ira_is_qualified(ended, of_age, _disabled(person, today)))
    name = names[0] if len(names) == 1 else "all Roth IRAs"
    left, slices = held, []

    def add(what: str, amount: Money, income: Money, taxed: Money, why: str, cite: str) -> None:
        nonlocal left
        taken = amount if amount <= left else left
        left = left - taken
        if taken == ZERO:
            return
        share = taken if taxed > ZERO else ZERO
        income = taken if income > ZERO else ZERO
        slices.append(Slice(name, what, "yes", taken, income, _tax(person, share, today), why, cite))

    exposed = total_of(conversion_recaptured(each.taxed, today.year, each.year, period) for each in known.tail)
    free = known.regular_left - exposed
    why = "contributions come out first, whenever and whatever for"
    add("regular contributions", free if free > ZERO else ZERO, ZERO, ZERO, why, "IRC §408A(d)(4)(B)(i)")
    why = "taxed when converted in a plan within five years; no authority says when they come out, counted last here"
    add("regular contributions from in-plan rollovers", exposed, ZERO, exposed, why, "Notice 2010-84 Q&A-12")
    for layer in known.layers:
        again = conversion_recaptured(layer.taxed, today.year, layer.year, period)
        until = layer.year + period - 1
        why = f"taxed when converted; the 10% tax reaches it until 31 December {until}"
        why = why if again > ZERO else "taxed when converted, and its five years are over"
        add(f"converted in {layer.year}, taxed part", layer.taxed, ZERO, again, why, "IRC §408A(d)(3)(F)")
        why = "after-tax money when it came in: free of tax and of the 10% tax at once"
        add(f"converted in {layer.year}, untaxed part", layer.untaxed, ZERO, ZERO, why, "IRC §408A(d)(4)(B)(ii)")
    income = ZERO if qualified else left
    why = "earnings; a qualified distribution" if qualified else _why_not_qualified(ended, of_age, first, period)
    add("earnings", left, income, income, why, "IRC §408A(d)(2)")
    return slices


def _why_not_qualified(ended: bool, of_age: bool, first: int | None, period: int) -> str:
    reasons = [] if of_age else ["59½ is not reached"]
    if not ended:
        reasons.append("no clock has begun" if first is None else f"the clock runs to 31 December {first + period - 1}")
    return f"earnings, not qualified: {' and '.join(reasons)}"


def _plan(balances: Balances, account: Account, person: Person, today: datetime.date) -> list[Slice]:
    held = {source: balances.held.get((account.name, source), ZERO) for source in Source}
    free = is_of_age(person, today) or (account.separated is not None and account.separated <= today)
    slices = _after_tax(balances, account, person, held, today, free)
    slices += _designated_roth(balances, account, person, held, today, free)
    excepted = left_at_55(person, account, today)
    for source, what in ((Source.PRE_TAX, "pre-tax deferrals"), (Source.MATCH, "match and other employer money")):
        if held[source] > ZERO:
            tax = _tax(person, held[source], today, excepted)
            access: Access = "yes" if free else ("ask" if source is Source.MATCH else "no")
            why = _why_plan(free, account) if source is Source.PRE_TAX or free else _MATCH
            slices.append(Slice(account.name, what, access, held[source], held[source], tax, why, "IRC §401(k)(2)(B)"))
    return slices


_MATCH = "the plan document decides when employer money may leave during employment, and how much of it is vested"


def _why_plan(free: bool, account: Account) -> str:
    if not free:
        return "not before 59½, leaving the employer, disability or hardship"
    left = account.separated is not None
    return f"you left on {account.separated}" if left else "59½ is reached; the plan must offer it"


def _after_tax(
    balances: Balances, account: Account, person: Person, held: dict[Source, Money], today: datetime.date, free: bool
) -> list[Slice]:
    amount = held[Source.AFTER_TAX]
    contract = balances.contracts.get((account.name, "after_tax"))
    if amount == ZERO or contract is None:
        return []
    separate = account.separate_contract == "yes"
    value = value_of_contract(separate, amount, amount + held[Source.PRE_TAX] + held[Source.MATCH])
    income = taxable_in_payment(amount, basis_in_payment(amount, contract.basis, value))
    access: Access = "yes" if free or account.in_service == "yes" else "no" if account.in_service == "no" else "ask"
    why = {
        "yes": "after-tax money may leave" + ("" if separate else "; its share of pre-tax money comes with it"),
        "no": "the plan does not pay it out during employment; ask whether it converts it inside the plan",
        "ask": "ask the plan whether after-tax money may be paid out during employment, how often, at which minimum",
    }[access]
    tax = _tax(person, income, today, left_at_55(person, account, today))
    return [Slice(account.name, "after-tax contributions and their earnings", access, amount, income, tax, why,
                  "IRC §72(d)(2), (e)(8)")]  # fmt: skip


def _designated_roth(
    balances: Balances, account: Account, person: Person, held: dict[Source, Money], today: datetime.date, free: bool
) -> list[Slice]:
    amount = held[Source.ROTH] + held[Source.CONVERTED]
    contract = balances.contracts.get((account.name, "roth"))
    if amount == ZERO or contract is None:
        return []
    period = statutory_number("roth_clock")
    ended = contract.first_year is not None and bool(
        designated_roth_clock_ended(today.year, contract.first_year, period)
    )
    of_age = is_of_age(person, today)
    qualified = bool(designated_roth_is_qualified(ended, of_age, _disabled(person, today)))
    basis = basis_in_payment(amount, contract.basis, amount)
    income = ZERO if qualified else taxable_in_payment(amount, basis)
    again = total_of(in_plan_rollover_recaptured(e.taxed, today.year, e.year, period) for e in contract.layers)
    tax = _tax(person, income + again, today, left_at_55(person, account, today))
    why = (
        "a qualified distribution"
        if qualified
        else "every payment has its share of earnings; rolled over it has no tax"
    )
    access: Access = "yes" if free else "ask" if held[Source.CONVERTED] > ZERO else "no"
    if access == "ask":
        why = "converted after-tax money may often leave during employment: ask the plan; " + why
    return [Slice(account.name, "Roth in the plan", access, amount, income, tax, why, "IRC §402A(d)")]


def _traditional(
    ledger: Ledger, balances: Balances, years: PersonYears, person: Person, today: datetime.date
) -> list[Slice]:
    names = [a.name for a in ledger.accounts.values() if a.owner == person.name and a.kind == "traditional_ira"]
    held = total_of(balances.value_of(name) for name in names)
    if held == ZERO:
        return []
    year = years.ira[balances.through.year]
    used = year.distributed + year.converted
    whole = used + held
    basis = year.basis_after + year.untaxed_converted + year.untaxed_distributed
    untaxed = untaxed_part_of_conversion(held, basis, whole)
    income = taxed_part_of_ira_distribution(held, untaxed)
    name = names[0] if len(names) == 1 else "all traditional IRAs"
    why = (
        "all traditional IRAs are one: each payment has its share of basis"
        if basis > ZERO
        else "no basis: all is income"
    )
    return [Slice(name, "traditional IRA", "yes", held, income, _tax(person, income, today), why, "IRC §408(d)(1)-(2)")]


def free_now(slices: Iterable[Slice]) -> Money:
    """What may come out today without income and without the 10% tax: of Roth IRAs only what comes before any tax."""
    free, stopped = ZERO, set()
    for each in slices:
        if each.access != "yes" or each.income + each.additional_tax > ZERO:
            stopped.add(each.account)
        elif each.account not in stopped:
            free = free + each.amount
    return free
