"""Too much was put in: what is returned, in which order, when each part is taxed, and on which form.

Knows §415(c) in the order of EPCRS, §402(g), ACP refunds, and what becomes of an excess that was converted already.
Refuses to say that a plan follows this order; the plan document goes first.
"""

from __future__ import annotations

from dataclasses import dataclass

from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money, Rate
from megaroth.law.s401m_refund import refund_from_after_tax, refund_from_match, taxable_in_refund, vested_match_refunded
from megaroth.law.s402g_excess import (
    excess_income_taxed_when_returned,
    excess_taxed_again,
    excess_taxed_when_deferred,
)
from megaroth.law.s415_correction import (
    employer_money_forfeited,
    excess_left,
    match_forfeited,
    matched_returned,
    taxable_in_415_return,
    unmatched_returned,
)


@dataclass(frozen=True, slots=True)
class Additions:
    """One person's annual additions, parted by what was matched. The match rate is that of the last dollars matched."""

    unmatched_after_tax: Money = ZERO
    matched_after_tax: Money = ZERO
    unmatched_deferrals: Money = ZERO
    matched_deferrals: Money = ZERO
    match: Money = ZERO
    other_employer: Money = ZERO
    match_rate: Rate = Rate(0, 1)  # noqa: RUF009  (frozen)


@dataclass(frozen=True, slots=True)
class CorrectionStep:
    """One step: what goes back to the person, and what is forfeited."""

    what: str
    returned: Money
    forfeited: Money


def correct_415(excess: Money, put_in: Additions) -> tuple[list[CorrectionStep], Money]:
    """The steps of Rev. Proc. 2021-30 §6.06(2), and what of the excess no step could cover (nothing, in a sound plan)."""
    steps: list[CorrectionStep] = []
    match_left = put_in.match

    def after(what: str, returned: Money, forfeited: Money = ZERO) -> Money:
        if returned + forfeited > ZERO:
            steps.append(CorrectionStep(what, returned, forfeited))
        return excess_left(excess, returned, forfeited)

    for what, amount in (
        ("unmatched after-tax contributions", put_in.unmatched_after_tax),
        ("unmatched deferrals", put_in.unmatched_deferrals),
    ):
        excess = after(what, unmatched_returned(excess, amount))
    for what, amount in (
        ("matched after-tax contributions", put_in.matched_after_tax),
        ("matched deferrals", put_in.matched_deferrals),
    ):
        returned = matched_returned(excess, amount, put_in.match_rate)
        forfeited = match_forfeited(returned, match_left, put_in.match_rate)
        match_left = match_left - forfeited
        excess = after(what, returned, forfeited)
    gone = employer_money_forfeited(excess, match_left + put_in.other_employer)
    return steps, after("other employer contributions", ZERO, gone)


@dataclass(frozen=True, slots=True)
class ExcessTax:
    """How a returned excess is taxed: amounts by year, and the codes of Form 1099-R."""

    returned: Money
    income: dict[int, Money]
    codes: tuple[str, ...]
    ten_percent_tax: bool
    may_be_rolled_over: bool
    notes: tuple[str, ...]


def returned_415(returned: Money, after_tax_principal: Money, year_paid: int, roth: bool = False) -> ExcessTax:
    """A §415(c) excess that is paid out with its earnings."""
    taxable = taxable_in_415_return(returned, after_tax_principal)
    notes = ("After-tax and Roth principal is not taxed again; the earnings are income of the year they are paid.",)
    return ExcessTax(returned, {year_paid: taxable}, ("EB" if roth else "E",), False, False, notes)


def returned_402g(returned: Money, excess: Money, year: int, year_paid: int, roth: bool = False) -> ExcessTax:
    """A §402(g) excess returned by 15 April of the next year: principal is income of the year deferred."""
    income: dict[int, Money] = {}
    for when, amount in (
        (year, excess_taxed_when_deferred(excess, roth)),
        (year_paid, excess_income_taxed_when_returned(returned, excess)),
    ):
        income[when] = income.get(when, ZERO) + amount
    letter = "B" if roth else ""
    principal = ("P" if year_paid > year else "8") + letter
    notes = (f"The excess goes on Form 1040 line 1h of {year}, what it earned on line 1h of {year_paid}.",)
    return ExcessTax(returned, income, (principal, f"8{letter}"), False, False, notes)


def left_in_402g(excess: Money, returned: Money, year: int) -> tuple[Money, Finding | None]:
    """An excess that was not returned by 15 April: income of its year, and again when it leaves; there is no basis."""
    again = excess_taxed_again(excess, returned)
    if again == ZERO:
        return again, None
    message = (
        f"{again} of excess deferrals of {year} stays in the plan: it is income of {year} and once more when paid."
    )
    remedy = "After 15 April the plan may not return it before a normal distribution; keep the record."
    return again, Finding("excess-taxed-twice", "error", message, "", remedy, "Reg. §1.402(g)-1(e)(8)(iii)")


def acp_refund(
    refund: Money, earnings: Money, after_tax: Money, vested: Rate, year_paid: int
) -> tuple[ExcessTax, Money]:
    """An ACP refund of one person: how it is taxed, and the unvested match that is forfeited."""
    principal = refund_from_after_tax(refund, after_tax)
    from_match = refund_from_match(refund, principal)
    paid_match = vested_match_refunded(from_match, vested)
    paid = principal + paid_match + earnings
    taxable = taxable_in_refund(paid, principal)
    notes = (
        "A refund does not give room back: it stays an annual addition of its year (Reg. §1.415(c)-1(b)(2)(ii)(D)).",
    )
    return ExcessTax(paid, {year_paid: taxable}, ("8",), False, False, notes), from_match - paid_match


def already_converted(where: str) -> Finding:
    """What to do with an excess that was converted before it was found: `in_plan` or `roth_ira`."""
    if where == "in_plan":
        message = "The excess was converted in the plan: it is returned from the Roth source with its earnings."
        remedy = 'Ask the plan to correct the Roth source; write the payment with source = "converted".'
        return Finding("excess-in-roth-source", "warning", message, "", remedy, "Rev. Proc. 2021-30 §6.06(2)")
    message = (
        "The excess went to a Roth IRA. It could not be rolled over, so it is an excess contribution there: 6% a year "
        "until it is taken out."
    )
    remedy = "Have the Roth IRA return it with its net income by the due date of the return, extensions included."
    return Finding("excess-in-roth-ira", "error", message, "", remedy, "IRC §4973(f), §408(d)(4); Reg. §1.402(c)-2")
