"""The forms a year brings: what the payers will send, and what goes on the return, line by line.

Amounts are in cents as the ledger knows them; a return may round each line to whole dollars (`s6102_whole_dollars`).
Refuses to prepare a return: it says which line gets what from these accounts.
"""

from __future__ import annotations

from dataclasses import dataclass

from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.law.book import statutory_rate
from megaroth.law.s72_basis import early_distribution_tax, taxable_in_payment
from megaroth.law.s402c_rollover import mandatory_withholding
from megaroth.law.s402g_excess import excess_taxed_when_deferred
from megaroth.ledger.clocks import is_of_age, left_at_55
from megaroth.ledger.entries import EXCEPTIONS, EXCESSES, Kind, Source
from megaroth.ledger.form import Form, Lines, kept
from megaroth.ledger.form_1099r import Form1099R, expected_1099r, payments_of, recaptured_in_plan
from megaroth.ledger.form_8606 import form_8606
from megaroth.ledger.model import Balances, Ledger, Payment, total_of
from megaroth.ledger.years import PersonYears, years_of


@dataclass(frozen=True, slots=True)
class YearForms:
    """Everything of one person and year."""

    year: int
    owner: str
    received: tuple[Form1099R, ...]
    """What payers of these accounts send on Form 1099-R."""
    others: tuple[Form, ...]

    def find(self, name: str, about: str = "") -> Form | None:
        """The first form of that name (about an account or person)."""
        return next((f for f in self.others if f.name == name and about in ("", f.about)), None)


def forms_of(ledger: Ledger, balances: Balances, owner: str, year: int) -> YearForms:
    """The forms of a person for a year; `balances` reach at least to the end of January after it where known."""
    years = years_of(ledger, balances, owner)
    received = expected_1099r(ledger, balances, owner, year)
    early = _form_5329(ledger, balances, years, owner, year)
    others = [
        *_w2(ledger, balances, owner, year),
        *_form_5498(ledger, balances, owner, year),
        form_8606(years, owner, year),
        early,
        _form_1040(ledger, balances, years, owner, year, early.lines if early else {}),
    ]
    return YearForms(year, owner, tuple(received), tuple(form for form in others if form is not None))


def _w2(ledger: Ledger, balances: Balances, owner: str, year: int) -> list[Form]:
    found = []
    for account in ledger.accounts.values():
        if account.kind != "plan" or account.owner != owner:
            continue
        made = [e for e in balances.contributions if e.account == account.name and e.on.year == year]

        def put_in(source: Source, entries: list = made) -> Money:  # type: ignore[type-arg]
            return total_of(entry.amount for entry in entries if entry.source is source)

        lines = kept({"12 D": put_in(Source.PRE_TAX), "12 AA": put_in(Source.ROTH)})
        after_tax = put_in(Source.AFTER_TAX)
        notes = ["Catch-up is in these amounts; payday decides the year."] if lines else []
        if after_tax > ZERO:
            notes.append(f"After-tax contributions of {after_tax} have no code in box 12; they are in box 1 already.")
        if lines or notes:
            found.append(Form("W-2", account.name, lines, tuple(notes)))
    return found


def _form_5498(ledger: Ledger, balances: Balances, owner: str, year: int) -> list[Form]:
    found = []
    for account in ledger.accounts.values():
        if account.kind == "plan" or account.owner != owner:
            continue
        made = [e for e in balances.contributions if e.account == account.name and e.for_year == year]
        coming = [p for p in payments_of(ledger, balances, owner, year) if p.to == account.name]
        back = [
            e for e in ledger.entries
            if e.kind is Kind.ROLL_IN and e.account == account.name and e.on.year == year
            and any(p.on <= e.on for p in balances.payments)
        ]  # fmt: skip
        from_plans = [p.amount for p in coming if ledger.accounts[p.account].kind == "plan"]
        converted = [p.amount for p in coming if p.kind is Kind.CONVERT]
        contributed = total_of(entry.amount for entry in made)
        lines = kept(
            {
                "1": contributed if account.kind == "traditional_ira" else ZERO,
                "2": total_of([*from_plans, *(entry.amount for entry in back)]),
                "3": total_of(converted),
                "10": contributed if account.kind == "roth_ira" else ZERO,
            }
        )
        notes = ("Rollovers from a plan are in box 2, conversions from a traditional IRA in box 3.",)
        if lines:
            found.append(Form("5498", account.name, lines, notes))
    return found


def _form_5329(ledger: Ledger, balances: Balances, years: PersonYears, owner: str, year: int) -> Form | None:
    """Part I: the 10% tax on early distributions, recaptured conversions included."""
    person = ledger.people[owner]
    early, excepted, numbers = ZERO, ZERO, set()
    for payment, taxed in taxed_payments(ledger, balances, years, owner, year):
        if is_of_age(person, payment.on) or payment.reason in EXCESSES or taxed == ZERO:
            continue
        early = early + taxed
        if payment.excepted:
            excepted = excepted + taxed
            at_55 = left_at_55(person, ledger.accounts[payment.account], payment.on)
            numbers.add(EXCEPTIONS.get(payment.reason, "01" if at_55 else "03"))
    if early == ZERO:
        return None
    left = early - excepted
    tax = early_distribution_tax(left, False, statutory_rate("early_distribution_tax"))
    notes = []
    if numbers:
        exceptions = ", ".join(sorted(numbers))
        notes.append(f"Exception number {'12 (more than one)' if len(numbers) > 1 else exceptions} on line 2.")
    if "09" in numbers:
        notes.append("The lifetime limit for a first home (IRC §72(t)(8)(B)) is not checked here.")
    return Form("5329", owner, {"1": early, "2": excepted, "3": left, "4": tax}, tuple(notes))


def taxed_payments(
    ledger: Ledger, balances: Balances, years: PersonYears, owner: str, year: int
) -> list[tuple[Payment, Money]]:
    """A year's payments in hand, each with what the 10% tax would be figured on."""
    found = []
    for payment in payments_of(ledger, balances, owner, year):
        kind = ledger.accounts[payment.account].kind
        if payment.kind is not Kind.DISTRIBUTE:
            continue
        if kind == "plan":
            found.append((payment, payment.taxable - payment.rolled_taxed + recaptured_in_plan(payment)))
        elif kind == "roth_ira":
            takings = years.roth[year].takings if year in years.roth else ()
            found += [(t.payment, t.taxable + t.recaptured) for t in takings if t.payment is payment]
    found += _taxed_ira_payments(ledger, balances, years, owner, year)
    return found


def _taxed_ira_payments(
    ledger: Ledger, balances: Balances, years: PersonYears, owner: str, year: int
) -> list[tuple[Payment, Money]]:
    """Traditional IRAs: each distribution has its share of what the year's distributions put into income."""
    whole = years.ira.get(year)
    if whole is None:
        return []
    left, taxed_left, found = whole.distributed, whole.taxed_distributed, []
    for payment in payments_of(ledger, balances, owner, year):
        account = ledger.accounts[payment.account]
        if account.kind != "traditional_ira" or payment.kind is not Kind.DISTRIBUTE or payment.reason == "excess-ira":
            continue
        amount = payment.amount - payment.rolled
        taxed = Money(int(taxed_left.cents) * int(amount.cents) // int(left.cents)) if left > ZERO else ZERO
        left, taxed_left = left - amount, taxed_left - taxed
        found.append((payment, taxed))
    return found


def _form_1040(
    ledger: Ledger, balances: Balances, years: PersonYears, owner: str, year: int, early: Lines
) -> Form | None:
    """Lines 1h, 4a-5b, 25b and Schedule 2 line 8, as far as these accounts go."""
    lines: dict[str, list[Money]] = {name: [] for name in ("1h", "4a", "4b", "5a", "5b", "25b")}
    rolled: set[str] = set()
    into_roth_ira = False
    for payment in payments_of(ledger, balances, owner, year):
        lines["25b"].append(payment.withheld)
        if ledger.accounts[payment.account].kind == "plan":
            corrective = payment.reason in ("excess-402g", "excess-acp")
            if corrective:
                lines["1h"].append(payment.taxable)
                continue
            lines["5a"].append(payment.amount)
            lines["5b"].append(payment.taxable)
            if payment.kind is not Kind.DISTRIBUTE or payment.rolled > ZERO:
                rolled.add("5")
            to = ledger.accounts.get(payment.to)
            into_roth_ira = into_roth_ira or (to is not None and to.kind == "roth_ira")
        elif payment.reason == "excess-ira":
            lines["4a"].append(payment.amount)
        elif payment.kind is not Kind.ROLL_OUT:
            lines["4a"].append(payment.amount)
            if payment.rolled > ZERO:
                rolled.add("4")
        elif ledger.accounts[payment.to].kind == "plan":
            lines["4a"].append(payment.amount)
            rolled.add("4")
    lines["1h"] += excess_deferrals_taxed(ledger, balances, owner, year)
    lines["4b"] += excess_ira_earnings(ledger, balances, owner, year)
    if year in years.ira:
        lines["4b"] += [years.ira[year].taxed_converted, years.ira[year].taxed_distributed]
        lines["4b"] += [taking.taxable for taking in years.roth[year].takings]
    found = {name: total_of(amounts) for name, amounts in lines.items()}
    found["Schedule 2, 8"] = early.get("4", ZERO)
    if all(amount == ZERO for amount in found.values()):
        return None
    # A gross amount stays beside a taxable amount of nothing: that zero is what the reader looks for.
    shown = {n: a for n, a in found.items() if a != ZERO or (n in ("4b", "5b") and found[f"{n[0]}a"] != ZERO)}
    notes = [f"Mark line {number} as a rollover." for number in sorted(rolled)]
    if into_roth_ira:
        notes.append(
            "A rollover from a plan to a Roth IRA needs no Form 8606; it joins line 24 when a Roth IRA pays out."
        )
    return Form("1040", owner, shown, tuple(notes))


def excess_deferrals_taxed(ledger: Ledger, balances: Balances, owner: str, year: int) -> list[Money]:
    """Pre-tax deferrals of a year that were returned as excess: income of that year, whenever they were paid."""
    return [
        excess_taxed_when_deferred(_principal(ledger, p), p.source is Source.ROTH)
        for p in balances.payments
        if p.reason == "excess-402g" and ledger.accounts[p.account].owner == owner
        and (p.for_year or p.on.year) == year
    ]  # fmt: skip


def excess_ira_earnings(ledger: Ledger, balances: Balances, owner: str, year: int) -> list[Money]:
    """What returned IRA contributions earned: income of the year they were contributed in (IRC §408(d)(4))."""
    return [
        taxable_in_payment(p.amount, p.basis)
        for p in balances.payments
        if p.reason == "excess-ira" and ledger.accounts[p.account].owner == owner
        and (p.for_year or p.on.year) == year
    ]  # fmt: skip


def _principal(ledger: Ledger, payment: Payment) -> Money:
    """The excess that came back with a payment, without what it earned."""
    entry = next(entry for entry in ledger.entries if entry.key == payment.key)
    return entry.untaxed


def withholding_findings(ledger: Ledger, balances: Balances, owner: str, year: int) -> list[Finding]:
    """Payments of a plan in hand from which less than the mandatory part was withheld."""
    found = []
    for payment in payments_of(ledger, balances, owner, year):
        cash = payment.kind is Kind.DISTRIBUTE and ledger.accounts[payment.account].kind == "plan"
        if not cash or payment.reason in EXCESSES or payment.qualified:
            continue
        due = mandatory_withholding(payment.earnings, statutory_rate("mandatory_rollover_withholding"))
        if payment.withheld < due:
            message = f"{payment.withheld} was withheld from the payment of {payment.on}; {due} is expected."
            remedy = "Check box 4 of Form 1099-R; hardship and required distributions have other rules."
            where = f"entries.{payment.key}"
            found.append(Finding("withholding-low", "warning", message, where, remedy, "IRC §3405(c)(1)"))
    return found


def backdoor_findings(ledger: Ledger, balances: Balances, owner: str, year: int) -> list[Finding]:
    """Earnings of after-tax money that went to a traditional IRA, in a year whose backdoor conversion they make taxable."""
    whole = years_of(ledger, balances, owner).ira.get(year)
    if whole is None or whole.untaxed_converted == ZERO or whole.taxed_converted == ZERO:
        return []
    sent = total_of(
        payment.earnings
        for payment in payments_of(ledger, balances, owner, year)
        if payment.kind is Kind.ROLL_OUT
        and payment.source is Source.AFTER_TAX
        and ledger.accounts[payment.to].kind == "traditional_ira"
    )
    if sent == ZERO:
        return []
    message = (
        f"{sent} that after-tax contributions had earned went to a traditional IRA; with it there, {whole.taxed_converted} of "
        f"what was converted is taxed, and {whole.basis_after} of basis stays for later years (Form 8606)."
    )
    remedy = (
        f"Next time send the whole payment to the Roth IRA: {sent} is taxed once and conversions stay clean. "
        "Pre-tax money in the IRA may also go back into a plan that takes it."
    )
    cite = "IRC §408(d)(2), §72(e)(8); Notice 2014-54"
    return [Finding("earnings-spoil-backdoor", "warning", message, str(year), remedy, cite)]
