"""A conversion of a ledger's after-tax money: what one today would be, what waiting costs, and where it may go."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from megaroth.kit.finding import Finding
from megaroth.kit.money import NONE, ZERO, Money, Rate
from megaroth.law.s72_basis import basis_in_payment, value_of_contract
from megaroth.law.s402A_designated_roth import taxable_in_plan_rollover
from megaroth.ledger.clocks import first_roth_ira_year
from megaroth.ledger.conversions import (
    NO_TERMS,
    Consideration,
    ConversionPlan,
    Facts,
    TaxOn,
    Terms,
    cost_of_waiting,
    in_plan_or_roth_ira,
)
from megaroth.ledger.entries import Account, Source, YesNo
from megaroth.ledger.fold import fold
from megaroth.ledger.model import Balances
from megaroth.ledger.read import Book

FindingsOn: TypeAlias = Callable[[Money], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Assumed:
    """What a person says or a household file knows: what income costs, the plan's terms, what the choice depends on."""

    tax_on: TaxOn
    yearly_return: Rate = NONE
    terms: Terms = NO_TERMS
    chosen: tuple[datetime.date, ...] = ()
    """Days on which the person converts by phone."""
    in_plan: YesNo = "unknown"
    in_service: YesNo = "unknown"
    state: str = ""
    plan_cost: Rate | None = None
    ira_cost: Rate | None = None
    findings_on: FindingsOn = lambda _: ()
    """What an income from converting touches besides tax: Medicare, credits that phase out."""


@dataclass(frozen=True, slots=True)
class ConvertAnswer:
    """One plan's after-tax money on a day."""

    account: str
    today: datetime.date
    amount: Money
    basis: Money
    taxable: Money
    tax: Money
    waiting: tuple[ConversionPlan, ...]
    """The year's contributions so far at every frequency; empty where there are none."""
    table: tuple[Consideration, ...]
    findings: tuple[Finding, ...]

    def as_json(self) -> dict[str, Any]:
        """The form of the public contract."""
        return {
            "format": 1,
            "account": self.account,
            "as_of": self.today.isoformat(),
            "now": {
                "amount": self.amount.plain(), "basis": self.basis.plain(), "taxable": self.taxable.plain(),
                "tax": self.tax.plain(),
            },
            "waiting": [
                {"frequency": plan.frequency, "conversions": len(plan.conversions), "taxable": plan.taxable.plain(),
                 "tax": plan.tax.plain(), "left": plan.left.plain(), "later_tax": plan.later.plain(),
                 "cost": plan.cost.plain()}
                for plan in self.waiting
            ],
            "in_plan_or_roth_ira": [
                {"about": row.about, "in_plan": row.in_plan, "roth_ira": row.roth_ira, "leans": row.leans, "cite": row.cite}
                for row in self.table
            ],
            "findings": [finding.as_json() for finding in self.findings],
        }  # fmt: skip


def convert(book: Book, today: datetime.date, assumed: Assumed, account: str = "") -> ConvertAnswer | list[Finding]:
    """What converting all after-tax money of a plan today would be, and what waiting would cost."""
    balances = fold(book.ledger, today)
    if isinstance(balances, list):
        return book.located(balances)
    chosen = _chosen(book, account)
    if isinstance(chosen, Finding):
        return [chosen]
    held = {source: balances.held.get((chosen.name, source), ZERO) for source in Source}
    amount = held[Source.AFTER_TAX]
    contract = balances.contracts.get((chosen.name, "after_tax"))
    all_but_roth = amount + held[Source.PRE_TAX] + held[Source.MATCH]
    value = value_of_contract(chosen.separate_contract == "yes", amount, all_but_roth)
    basis = basis_in_payment(amount, contract.basis, value) if contract else ZERO
    taxable = taxable_in_plan_rollover(amount, basis)
    made = [
        (entry.on, entry.amount)
        for entry in balances.contributions
        if entry.account == chosen.name and entry.source is Source.AFTER_TAX and entry.on.year == today.year
    ]
    waiting = cost_of_waiting(
        today.year, made, assumed.yearly_return, assumed.tax_on, assumed.terms, assumed.chosen
    ) if made else []  # fmt: skip
    table = in_plan_or_roth_ira(_facts(book, balances, chosen, today, assumed), today.year)
    found = [*balances.findings, *assumed.findings_on(taxable), *_limited(waiting, assumed.terms)]
    found += _spoils_the_backdoor(book, chosen)
    if chosen.separate_contract == "unknown" and all_but_roth > amount > ZERO:
        message = (
            f"It is not known whether {chosen.name} accounts for after-tax money separately: shown as if it did not."
        )
        remedy = "Ask the plan whether it is a separate contract under §72(d)(2); then little or nothing may be taxed."
        found.append(Finding("separate-contract-unknown", "warning", message, chosen.name, remedy, "IRC §72(d)(2)"))
    return ConvertAnswer(
        chosen.name,
        today,
        amount,
        basis,
        taxable,
        assumed.tax_on(taxable),
        tuple(waiting),
        tuple(table),
        tuple(book.located(found)),
    )


def _chosen(book: Book, name: str) -> Account | Finding:
    plans = [account for account in book.ledger.accounts.values() if account.kind == "plan"]
    if name:
        plans = [account for account in plans if account.name == name]
    if len(plans) == 1:
        return plans[0]
    names = ", ".join(account.name for account in book.ledger.accounts.values() if account.kind == "plan") or "none"
    message = f'There is no plan called "{name}".' if name else "The ledger has several plans, or none."
    return Finding("which-plan", "error", message, "account", f"Name one of its plans: {names}.")


def _limited(waiting: Sequence[ConversionPlan], terms: Terms) -> list[Finding]:
    """Which frequencies the plan does not offer as often as they would be."""
    too_often = [plan.frequency for plan in waiting if plan.findings]
    if not too_often:
        return []
    message = f"The plan converts {terms.most_a_year} times a year; {', '.join(too_often)} are reckoned with that."
    remedy = "Ask whether it offers automatic conversion, which plans usually do not count."
    return [Finding("conversions-limited", "warning", message, "conversions_per_year", remedy)]


def _spoils_the_backdoor(book: Book, account: Account) -> list[Finding]:
    """Earnings that would go to a traditional IRA stand in the ratio of every conversion from there."""
    iras = [
        other.name
        for other in book.ledger.accounts.values()
        if other.owner == account.owner and other.kind == "traditional_ira"
    ]
    if not iras or account.in_service == "no":
        return []
    message = (
        "Earnings sent to a traditional IRA are untaxed today, and make each later backdoor conversion taxable in part."
    )
    remedy = "Convert them with the rest, or leave them in the plan, if you convert nondeductible IRA contributions."
    return [
        Finding("earnings-spoil-backdoor", "info", message, account.name, remedy, "IRC §408(d)(2); Form 8606 line 6")
    ]


def _facts(book: Book, balances: Balances, account: Account, today: datetime.date, assumed: Assumed) -> Facts:
    born = book.ledger.people[account.owner].born
    contract = balances.contracts.get((account.name, "roth"))
    return Facts(
        age=today.year - born.year if born else None,
        roth_ira_first_year=first_roth_ira_year(balances.roth_inflows, account.owner),
        plan_roth_first_year=contract.first_year if contract else None,
        in_plan="yes" if contract and contract.layers else assumed.in_plan,
        in_service=account.in_service if account.in_service != "unknown" else assumed.in_service,
        state=assumed.state,
        plan_cost=assumed.plan_cost,
        ira_cost=assumed.ira_cost,
    )
