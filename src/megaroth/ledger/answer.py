"""The questions one may ask a ledger, each a pure function of a file's text and a day: show, forms, withdraw, convert.

Everything that is said carries its findings; an answer as JSON has amounts as strings with two decimals.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.ledger.clocks import Clock, clocks_of, of_age_from
from megaroth.ledger.entering import steps
from megaroth.ledger.entries import chain, content_hash
from megaroth.ledger.fold import fold
from megaroth.ledger.forms import YearForms, backdoor_findings, forms_of, withholding_findings
from megaroth.ledger.model import Balances
from megaroth.ledger.read import Book
from megaroth.ledger.reconcile import Match, findings_of, reconcile
from megaroth.ledger.withdraw import Slice, free_now, what_may_come_out
from megaroth.ledger.years import PersonYears, years_of


@dataclass(frozen=True, slots=True)
class LedgerAnswer:
    """The state of a ledger on a day: balances by source, basis, layers, clocks."""

    book: Book
    balances: Balances
    years: dict[str, PersonYears]
    clocks: dict[str, list[Clock]]
    findings: tuple[Finding, ...]

    def as_json(self) -> dict[str, Any]:
        """The form of the public contract."""
        balances, entries = self.balances, self.book.ledger.entries
        return {
            "format": 1,
            "as_of": balances.through.isoformat(),
            "entries": len(entries),
            "last_link": chain(entries)[-1] if entries else "",
            "content": content_hash(entries),
            "money_in": balances.money_in.plain(),
            "money_out": balances.money_out.plain(),
            "accounts": [self._account(name) for name in self.book.ledger.accounts],
            "people": [self._person(name) for name in self.book.ledger.people],
            "findings": [finding.as_json() for finding in self.findings],
        }

    def _account(self, name: str) -> dict[str, Any]:
        balances = self.balances
        found: dict[str, Any] = {
            "name": name,
            "kind": self.book.ledger.accounts[name].kind,
            "value": balances.value_of(name).plain(),
            "sources": {source.value: held.plain() for (a, source), held in balances.held.items() if a == name},
        }
        for (account, contract_name), contract in balances.contracts.items():
            if account == name:
                found[f"{contract_name}_basis"] = contract.basis.plain()
                if contract.layers:
                    found["converted"] = [
                        {"year": x.year, "taxed": x.taxed.plain(), "untaxed": x.untaxed.plain()}
                        for x in contract.layers
                    ]
        return found

    def _person(self, name: str) -> dict[str, Any]:
        year = self.balances.through.year
        person = self.years[name]
        roth, ira = person.roth.get(year), person.ira.get(year)
        of_age = of_age_from(self.book.ledger.people[name])
        return {
            "name": name,
            "of_age_from": of_age.isoformat() if of_age else None,
            "traditional_ira_basis": (ira.basis_after if ira else ZERO).plain(),
            "roth_ira_contributions": (roth.regular_left if roth else ZERO).plain(),
            "roth_ira_conversions": [
                {"year": x.year, "taxed": x.taxed.plain(), "untaxed": x.untaxed.plain()} for x in (roth.layers if roth else ())
            ],
            "clocks": [
                {"what": c.what, "first_year": c.first_year, "ends_after": c.ends_after, "cite": c.cite}
                for c in self.clocks[name]
            ],
        }  # fmt: skip


def show(book: Book, today: datetime.date | None = None) -> LedgerAnswer | list[Finding]:
    """Balances by source, basis, Roth IRA layers and clocks on a day; on that of the last entry if left out."""
    balances = fold(book.ledger, today)
    if isinstance(balances, list):
        return book.located(balances)
    years = {name: years_of(book.ledger, balances, name) for name in book.ledger.people}
    clocks = {
        name: clocks_of(
            book.ledger, balances, name, years[name].roth[balances.through.year].layers if years[name].roth else ()
        )
        for name in book.ledger.people
    }
    findings = [*book.located(balances.findings), *_left_over(book, balances)]
    return LedgerAnswer(book, balances, years, clocks, tuple(findings))


def _left_over(book: Book, balances: Balances) -> Iterable[Finding]:
    """Basis that stays in a plan without value: a loss that no payment can recover."""
    for (account, name), contract in balances.contracts.items():
        sources = ("after_tax",) if name == "after_tax" else ("roth", "converted")
        held = Money(sum(int(m.cents) for (a, s), m in balances.held.items() if a == account and s.value in sources))
        if contract.basis > ZERO and held == ZERO:
            yield Finding(
                "basis-left-over", "info",
                f"{contract.basis} of basis is left in {account} with nothing behind it: a loss.",
                book.places.get(f"accounts.{account}", account),
                "It meets later earnings of the same contract; after the last payment it is not deductible.",
                "IRC §72(e)(8), §67(g)",
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class FormsAnswer:
    """A year's forms of everybody in the ledger, and how received Forms 1099-R compare."""

    year: int
    forms: tuple[YearForms, ...]
    matches: tuple[Match, ...]
    findings: tuple[Finding, ...]
    entering: dict[str, list[str]]
    """By person: how the forms are entered in a tax program."""

    def as_json(self) -> dict[str, Any]:
        """The form of the public contract."""
        return {
            "format": 1,
            "year": self.year,
            "people": [{**_forms_json(forms), "entering": self.entering[forms.owner]} for forms in self.forms],
            "received": [
                {"account": m.account, "code": m.code, "says": m.says,
                 "differs": {box: [_plain(ours), _plain(theirs)] for box, ours, theirs in m.differs}}
                for m in self.matches
            ],
            "findings": [finding.as_json() for finding in self.findings],
        }  # fmt: skip


def _plain(amount: Money | None) -> str | None:
    return None if amount is None else amount.plain()


def _forms_json(forms: YearForms) -> dict[str, Any]:
    return {
        "name": forms.owner,
        "form_1099r": [
            {"account": f.account, "to": f.to, "box_1": f.box_1.plain(), "box_2a": _plain(f.box_2a),
             "box_4": f.box_4.plain(), "box_5": f.box_5.plain(), "box_7": f.box_7, "box_10": f.box_10.plain(),
             "box_11": f.box_11}
            for f in forms.received
        ],
        "forms": [
            {"form": f.name, "about": f.about, "lines": {n: a.plain() for n, a in f.lines.items()}, "notes": list(f.notes)}
            for f in forms.others
        ],
    }  # fmt: skip


def forms(book: Book, year: int, today: datetime.date) -> FormsAnswer | list[Finding]:
    """What a year brings: Forms 1099-R, 5498, W-2 box 12, 1040 lines, 8606, 5329; and what differs from those received."""
    # Contributions for a year are made until the return is due, so the fold goes on to the day of asking.
    balances = fold(book.ledger, today)
    if isinstance(balances, list):
        return book.located(balances)
    found = tuple(forms_of(book.ledger, balances, owner, year) for owner in book.ledger.people)
    received = [form for form in book.received if form.year == year]
    expected = [form for each in found for form in each.received]
    matches = reconcile(expected, received) if received else []
    findings = list(balances.findings)
    for owner in book.ledger.people:
        findings += withholding_findings(book.ledger, balances, owner, year)
        findings += backdoor_findings(book.ledger, balances, owner, year)
    findings += findings_of(book.ledger, matches)
    if expected and not received:
        findings.append(
            Finding(
                "form-1099r-none-received", "info", f"No Form 1099-R of {year} is in the ledger to compare with.",
                str(year), "Type them under [[received]], or import them as CSV.",
            )
        )  # fmt: skip
    if year >= today.year:
        message = f"{year} is not over: payments to come change these forms."
        findings.append(Finding("year-not-over", "info", message, str(year), "Ask again in January."))
    entering = {forms.owner: steps(forms, book.ledger.accounts) for forms in found}
    return FormsAnswer(year, found, tuple(matches), tuple(book.located(findings)), entering)


@dataclass(frozen=True, slots=True)
class WithdrawAnswer:
    """What each person may take today."""

    today: datetime.date
    slices: dict[str, list[Slice]]
    findings: tuple[Finding, ...]

    def as_json(self) -> dict[str, Any]:
        """The form of the public contract."""
        return {
            "format": 1,
            "as_of": self.today.isoformat(),
            "people": [
                {
                    "name": name,
                    "free_now": free_now(slices).plain(),
                    "slices": [
                        {"account": s.account, "what": s.what, "access": s.access, "amount": s.amount.plain(),
                         "income": s.income.plain(), "additional_tax": s.additional_tax.plain(), "why": s.why,
                         "cite": s.cite}
                        for s in slices
                    ],
                }
                for name, slices in self.slices.items()
            ],
            "findings": [finding.as_json() for finding in self.findings],
        }  # fmt: skip


def withdraw(book: Book, today: datetime.date) -> WithdrawAnswer | list[Finding]:
    """What may come out now, taxed how, in which order."""
    balances = fold(book.ledger, today)
    if isinstance(balances, list):
        return book.located(balances)
    slices = {name: what_may_come_out(book.ledger, balances, name, today) for name in book.ledger.people}
    findings = list(balances.findings)
    for person in book.ledger.people.values():
        if person.born is None:
            message = f"{person.name}'s date of birth is not known: everything is shown as before 59½."
            findings.append(
                Finding("born-unknown", "warning", message, f"people.{person.name}", "Add born = year-month-day.")
            )
    return WithdrawAnswer(today, slices, tuple(book.located(findings)))
