"""The credits for children and other dependents, IRC §24: what they take off the income tax.

Refuses the part that is paid out beyond the tax, §24(d), and the earned income credit: neither is left where a
household has after-tax money to convert, and where it is, a finding says so.
"""

from megaroth.kit.money import Ints, Money, Rate, Rounding
from megaroth.kit.rule import rule
from megaroth.kit.words import least, portion, remaining, total
from megaroth.law.income_tax import IncomeTax


@rule("IRC §24(a), (h)(2), (4)", "An amount for each child under 17 and for each other dependent.")
def dependent_credits_before_phase_out(tax: IncomeTax, children: Ints, other_dependents: Ints) -> Money:
    return total(
        children=portion(tax.child_credit.amount, Rate(children, 1), Rounding.DOWN),
        other_dependents=portion(tax.other_dependent_credit.amount, Rate(other_dependents, 1), Rounding.DOWN),
    )


@rule("IRC §24(b)(1), (h)(3)", "Income above the start of the phase-out.")
def above_child_phase_out(tax: IncomeTax, agi: Money) -> Money:
    return remaining(of=agi, start=tax.child_phase_out_start)


@rule("IRC §24(b)(1)", "Fifty dollars are lost for every thousand above the start, or part of them.")
def dependent_credits_lost(tax: IncomeTax, agi: Money) -> Money:
    thousands = portion(above_child_phase_out(tax, agi), Rate(1, tax.child_phase_out_step.amount.cents), Rounding.UP)
    return portion(thousands, Rate(tax.child_lost_per_step.amount.cents, 1), Rounding.DOWN)


@rule("IRC §24(b)(1)", "The credits after the phase-out.")
def dependent_credits_after_phase_out(tax: IncomeTax, agi: Money, children: Ints, other_dependents: Ints) -> Money:
    return remaining(
        of=dependent_credits_before_phase_out(tax, children, other_dependents),
        lost=dependent_credits_lost(tax, agi),
    )


@rule("IRC §26(a)", "Credits that are not paid out end where the income tax does.")
def dependent_credits(offered: Money, income_tax: Money) -> Money:
    return least(credits=offered, income_tax=income_tax)
