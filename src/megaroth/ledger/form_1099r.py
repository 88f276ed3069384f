"""Form 1099-R as the payers of these accounts will fill it: one for each account, code and destination.

Refuses to know what a payer does not: an exception other than age, separation, disability, death or periodic payments
is claimed on Form 5329, and what was put back within 60 days is on the return alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from megaroth.kit.money import ZERO, Money
from megaroth.law.book import statutory_number
from megaroth.law.s402A_designated_roth import in_plan_rollover_recaptured
from megaroth.ledger.clocks import is_of_age, left_at_55
from megaroth.ledger.entries import EXCESSES, ROTH_IN_PLAN, Kind
from megaroth.ledger.model import Balances, Ledger, Payment, total_of


@dataclass(frozen=True, slots=True)
class Form1099R:
    """Boxes 1, 2a, 4, 5, 7, 10 and 11. Box 2a is None where the payer does not determine it."""

    year: int
    account: str
    box_1: Money
    box_2a: Money | None
    box_4: Money
    box_5: Money
    box_7: str
    box_10: Money = ZERO
    box_11: int | None = None
    to: str = ""
    keys: tuple[str, ...] = ()


def payments_of(ledger: Ledger, balances: Balances, owner: str, year: int) -> list[Payment]:
    """A person's payments of a year."""
    return [p for p in balances.payments if ledger.accounts[p.account].owner == owner and p.on.year == year]


def expected_1099r(ledger: Ledger, balances: Balances, owner: str, year: int) -> list[Form1099R]:
    """The forms of a year, those of one account, code and destination added up."""
    forms: dict[tuple[str, str, str, int | None], Form1099R] = {}
    for payment in payments_of(ledger, balances, owner, year):
        for form in _forms_for(ledger, balances, payment):
            key = (form.account, form.box_7, form.to, form.box_11)
            forms[key] = added(forms[key], form) if key in forms else form
    return sorted(forms.values(), key=lambda form: (form.account, form.box_7, form.to))


def added(one: Form1099R, other: Form1099R) -> Form1099R:
    """Two forms of one account and code on one."""
    taxable = None if one.box_2a is None or other.box_2a is None else one.box_2a + other.box_2a
    return replace(
        one, box_1=one.box_1 + other.box_1, box_2a=taxable, box_4=one.box_4 + other.box_4,
        box_5=one.box_5 + other.box_5, box_10=one.box_10 + other.box_10, keys=(*one.keys, *other.keys),
    )  # fmt: skip


def _forms_for(ledger: Ledger, balances: Balances, payment: Payment) -> list[Form1099R]:
    kind = ledger.accounts[payment.account].kind
    if kind == "roth_ira":
        return _from_roth_ira(ledger, payment)
    if kind == "traditional_ira":
        return _from_traditional_ira(ledger, payment)
    if payment.reason in EXCESSES:
        return _excess(ledger, payment)
    return [_from_plan(ledger, balances, payment)]


def _form(payment: Payment, code: str, taxable: Money | None, basis: Money, to: str = "") -> Form1099R:
    return Form1099R(
        payment.on.year, payment.account, payment.amount, taxable, payment.withheld, basis, code, to=to,
        keys=(payment.key,),
    )  # fmt: skip


def _from_plan(ledger: Ledger, balances: Balances, payment: Payment) -> Form1099R:
    of_roth = payment.source in ROTH_IN_PLAN
    first_year = balances.contracts[payment.account, "roth"].first_year if of_roth else None
    if payment.kind is not Kind.DISTRIBUTE:
        to = payment.to or payment.account
        into_roth_ira = ledger.accounts[to].kind == "roth_ira"
        code = "H" if of_roth and into_roth_ira else "G"
        return replace(_form(payment, code, payment.taxable, payment.basis, to), box_11=first_year)
    taxable = ZERO if payment.qualified else payment.earnings
    code = ("B" if of_roth else "") + _age_code(ledger, payment)
    recaptured = ZERO if payment.qualified else recaptured_in_plan(payment)
    return replace(_form(payment, code, taxable, payment.basis), box_10=recaptured, box_11=first_year)


def recaptured_in_plan(payment: Payment) -> Money:
    """Taxed parts of in-plan rollovers of the last five years that a payment took along."""
    period = statutory_number("roth_clock")
    return total_of(
        in_plan_rollover_recaptured(layer.taxed, payment.on.year, layer.year, period) for layer in payment.recaptured
    )


def _age_code(ledger: Ledger, payment: Payment) -> str:
    """What a payer can know: 7 from 59½ on, 3 and 4 for disability and death, 2 for some exceptions, else 1."""
    person = ledger.people[ledger.accounts[payment.account].owner]
    if payment.reason == "death":
        return "4"
    if is_of_age(person, payment.on):
        return "7"
    if payment.reason == "disability":
        return "3"
    account = ledger.accounts[payment.account]
    at_55 = account.kind == "plan" and left_at_55(person, account, payment.on)
    return "2" if at_55 or payment.reason in ("separation-55", "periodic-payments", "levy") else "1"


def _excess(ledger: Ledger, payment: Payment) -> list[Form1099R]:
    suffix = "B" if payment.source in ROTH_IN_PLAN else ""
    if payment.reason == "excess-415c":
        return [_form(payment, f"E{suffix}", payment.taxable, payment.basis)]
    if payment.reason == "excess-acp":
        return [_form(payment, f"8{suffix}", payment.taxable, payment.basis)]
    # An excess deferral and what it earned are on two forms: they are income of two years.
    entry = next(entry for entry in ledger.entries if entry.key == payment.key)
    principal = entry.untaxed
    late = payment.on.year > (payment.for_year or payment.on.year)
    roth = payment.source in ROTH_IN_PLAN
    first = replace(
        _form(payment, f"{'P' if late else '8'}{suffix}", ZERO if roth else principal, principal if roth else ZERO),
        box_1=principal,
    )
    earned = payment.amount - principal
    second = replace(_form(payment, f"8{suffix}", earned, ZERO), box_1=earned, box_4=ZERO, to="earnings")
    return [first, second] if earned > ZERO else [first]


def _from_traditional_ira(ledger: Ledger, payment: Payment) -> list[Form1099R]:
    code = _age_code(ledger, payment)
    if payment.reason == "excess-ira":
        late = payment.on.year > (payment.for_year or payment.on.year)
        letter = ("P" if late else "8") + ("1" if code == "1" else "")
        return [_form(payment, letter, payment.amount - payment.basis, ZERO)]
    if payment.kind is Kind.ROLL_OUT:
        if ledger.accounts[payment.to].kind == "plan":
            return [_form(payment, "G", ZERO, ZERO, payment.to)]
        return []  # from trustee to trustee: not reported
    if payment.kind is Kind.CONVERT:
        return [_form(payment, "7" if code == "7" else "2", payment.amount, ZERO, payment.to)]
    return [_form(payment, code, payment.amount, ZERO)]


def _from_roth_ira(ledger: Ledger, payment: Payment) -> list[Form1099R]:
    code = _age_code(ledger, payment)
    if payment.kind is not Kind.DISTRIBUTE:
        return []
    if payment.reason == "excess-ira":
        late = payment.on.year > (payment.for_year or payment.on.year)
        return [_form(payment, f"{'P' if late else '8'}J", payment.amount - payment.basis, ZERO)]
    # Q and T differ by what the trustee knows of the clock; `reconcile` takes either.
    letter = "T" if code in ("7", "3", "4") else "J"
    return [_form(payment, letter, None, ZERO)]
