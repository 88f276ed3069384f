"""What comes off adjusted gross income, IRC §63, §68, §151(d)(5)(C) and §164(b): standard or itemized, and for seniors.

Knows itemized deductions as amounts that are given. Refuses floors of medical expenses and gifts, and the rule that
both spouses on separate returns itemize or neither does.
"""

from megaroth.kit.money import Ints, Money, Rate, Rounding
from megaroth.kit.rule import rule
from megaroth.kit.words import greatest, least, portion, remaining, total
from megaroth.law.income_tax import IncomeTax


@rule("IRC §63(c)(1), (f)", "The standard deduction, with an amount for each person of 65 and for each who is blind.")
def standard_deduction(tax: IncomeTax, aged_or_blind: Ints) -> Money:
    return total(
        basic=tax.standard_deduction,
        aged_or_blind=portion(tax.additional_standard_deduction.amount, Rate(aged_or_blind, 1), Rounding.DOWN),
    )


# State and local taxes


@rule("IRC §164(b)(7)(B)(i)", "Income above the start of the phase-down of the cap.")
def income_above_salt_start(tax: IncomeTax, agi: Money) -> Money:
    return remaining(of=agi, start=tax.salt_phase_down_start)


@rule("IRC §164(b)(7)(B)(i)", "The cap less 30% of income above the start; on a separate return half of both.")
def salt_cap_phased_down(tax: IncomeTax, agi: Money) -> Money:
    lost = portion(income_above_salt_start(tax, agi), tax.salt_phase_down_rate, Rounding.HALF_UP)
    return remaining(of=tax.salt_cap, phase_down=lost)


@rule("IRC §164(b)(6), (7)", "The most of state and local taxes that is deducted: never less than before 2025.")
def salt_cap(tax: IncomeTax, agi: Money) -> Money:
    return greatest(phased_down=salt_cap_phased_down(tax, agi), floor=tax.salt_floor)


@rule("IRC §164(b)(6)", "State and local taxes up to the cap.")
def salt_deduction(tax: IncomeTax, agi: Money, paid: Money) -> Money:
    return least(paid=paid, cap=salt_cap(tax, agi))


# Itemized deductions


@rule("IRC §63(d)", "Itemized deductions before the limitation on the highest incomes.")
def itemized_before_limitation(salt: Money, other: Money) -> Money:
    return total(state_and_local_taxes=salt, other=other)


@rule("IRC §68(a)(2)", "Taxable income before itemized deductions, above the start of the highest bracket.")
def income_in_highest_bracket(tax: IncomeTax, agi: Money, beside: Money) -> Money:
    return remaining(of=agi, other_deductions=beside, highest_bracket=tax.itemized_limitation_start)


@rule("IRC §68(a)", "The lesser of the itemized deductions and of income in the highest bracket.")
def itemized_that_is_limited(tax: IncomeTax, itemized: Money, agi: Money, beside: Money) -> Money:
    return least(itemized=itemized, income_in_highest_bracket=income_in_highest_bracket(tax, agi, beside))


@rule("IRC §68(a)", "From 2026 on 2/37 of it is lost.")
def itemized_deductions(tax: IncomeTax, itemized: Money, agi: Money, beside: Money) -> Money:
    """`beside`: what is deducted whether one itemizes or not."""
    limited = itemized_that_is_limited(tax, itemized, agi, beside)
    return remaining(of=itemized, lost=portion(limited, tax.itemized_limitation_rate, Rounding.HALF_UP))


# Seniors


@rule("IRC §151(d)(5)(C)(iii)", "Income above the start of the phase-out for seniors.")
def income_above_senior_start(tax: IncomeTax, agi: Money) -> Money:
    return remaining(of=agi, start=tax.senior_phase_out_start)


@rule("IRC §151(d)(5)(C)(i), (iii)", "Of 2025 to 2028: an amount for a senior, less 6% of income above the start.")
def senior_deduction_each(tax: IncomeTax, agi: Money) -> Money:
    lost = portion(income_above_senior_start(tax, agi), tax.senior_phase_out_rate, Rounding.HALF_UP)
    return remaining(of=tax.senior_deduction, phase_out=lost)


@rule("IRC §151(d)(5)(C)", "The deduction for seniors, for each of them.")
def senior_deduction(tax: IncomeTax, agi: Money, seniors: Ints) -> Money:
    return portion(senior_deduction_each(tax, agi), Rate(seniors, 1), Rounding.DOWN)


@rule("IRC §63(b)", "Deductions that one has whether one itemizes or not.")
def deductions_beside(seniors: Money, other: Money) -> Money:
    return total(seniors=seniors, other=other)


@rule("IRC §63(a), (b), (e)", "The larger of the standard and the itemized deductions.")
def standard_or_itemized(standard: Money, itemized: Money) -> Money:
    return greatest(standard=standard, itemized=itemized)


@rule("IRC §63(a), (b)", "Taxable income.")
def taxable_income(agi: Money, deduction: Money, beside: Money) -> Money:
    return remaining(of=agi, deduction=deduction, beside=beside)
