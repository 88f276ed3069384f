"""Income of a return, IRC §61, §62 and §86: what of it counts, and what of it is taxed as a long-term gain.

Knows the kinds of income as the return has them, each a net amount not below zero. Refuses losses, collectibles,
unrecaptured §1250 gain, foreign income and §1202 stock: who has them needs a return, not a planner.
"""

from dataclasses import dataclass

from megaroth.kit.money import ZERO, Ints, Money, Rounding
from megaroth.kit.rule import rule
from megaroth.kit.words import least, portion, remaining, total
from megaroth.law.income_tax import IncomeTax


@dataclass(frozen=True, slots=True)
class Income:
    """A year's facts of one return. Every amount may be a column of equal length, or one value for all rows."""

    wages: Money = ZERO
    """Form W-2 box 1, both spouses."""
    medicare_wages: Money = ZERO
    """Form W-2 box 5: pre-tax deferrals are in it."""
    interest: Money = ZERO
    dividends: Money = ZERO
    """Ordinary dividends, qualified ones included (Form 1040 line 3b)."""
    qualified_dividends: Money = ZERO
    short_term_gains: Money = ZERO
    long_term_gains: Money = ZERO
    other_investment_income: Money = ZERO
    """Rents, royalties, annuities: income that §1411 counts."""
    retirement_income: Money = ZERO
    """Taxable part of pensions, IRA distributions and conversions to Roth: never net investment income."""
    other_income: Money = ZERO
    profit: Money = ZERO
    """Net profit of the self-employed."""
    self_employment_income: Money = ZERO
    """Profit less the share of §1402(a)(12): what the additional Medicare tax counts."""
    self_employment_tax: Money = ZERO
    half_of_self_employment_tax: Money = ZERO
    social_security: Money = ZERO
    tax_exempt_interest: Money = ZERO
    adjustments: Money = ZERO
    """Deductions from gross income besides half of the self-employment tax (IRA, HSA, self-employed plans …)."""
    state_and_local_taxes: Money = ZERO
    """As paid, before the cap."""
    other_itemized: Money = ZERO
    """Mortgage interest, gifts …: as Schedule A allows them."""
    other_deductions: Money = ZERO
    """Deductions beside the standard one that the alternative minimum tax allows too (qualified business income …)."""
    amt_adjustments: Money = ZERO
    """What only the alternative minimum tax counts (bargain element of incentive stock options …)."""
    aged_or_blind: Ints = 0
    """Boxes ticked: 65 or older, blind; both spouses."""
    seniors: Ints = 0
    """Persons of 65 or more."""
    children: Ints = 0
    """Qualifying children under 17."""
    other_dependents: Ints = 0


@rule("IRC §61(a); Form 1040 line 9", "Income before social security benefits.")
def income_before_social_security(income: Income) -> Money:
    return total(
        wages=income.wages,
        interest=income.interest,
        dividends=income.dividends,
        short_term_gains=income.short_term_gains,
        long_term_gains=income.long_term_gains,
        other_investment_income=income.other_investment_income,
        retirement_income=income.retirement_income,
        other_income=income.other_income,
        profit=income.profit,
    )


@rule("IRC §62(a), §164(f)", "What is left after the deductions from gross income, without social security benefits.")
def adjusted_before_social_security(income: Income) -> Money:
    return remaining(
        of=income_before_social_security(income),
        half_of_self_employment_tax=income.half_of_self_employment_tax,
        adjustments=income.adjustments,
    )


@rule("IRC §86(b)(1)(A), (2)", "Income that decides how much of the benefits is taxed: half of them is in it.")
def provisional_income(tax: IncomeTax, benefits: Money, adjusted: Money, tax_exempt_interest: Money) -> Money:
    return total(
        adjusted_income=adjusted,
        tax_exempt_interest=tax_exempt_interest,
        half_of_benefits=portion(benefits, tax.social_security_first_rate, Rounding.HALF_UP),
    )


@rule("IRC §86(b)(1)", "Provisional income above the base amount.")
def above_base(tax: IncomeTax, provisional: Money) -> Money:
    return remaining(of=provisional, base_amount=tax.social_security_base)


@rule("IRC §86(c)(2)", "Provisional income above the adjusted base amount.")
def above_adjusted_base(tax: IncomeTax, provisional: Money) -> Money:
    return remaining(of=provisional, adjusted_base_amount=tax.social_security_adjusted_base)


@rule("IRC §86(a)(1), (2)(A)(ii)", "The lesser of half the benefits, half of income above the base, half of the step.")
def benefits_of_first_step(tax: IncomeTax, benefits: Money, provisional: Money) -> Money:
    half, step = (
        tax.social_security_first_rate,
        tax.social_security_adjusted_base.amount - tax.social_security_base.amount,
    )
    return least(
        half_of_benefits=portion(benefits, half, Rounding.HALF_UP),
        half_of_income_above_base=portion(above_base(tax, provisional), half, Rounding.HALF_UP),
        half_of_step=portion(step, half, Rounding.HALF_UP),
    )


@rule("IRC §86(a)(2)(A)", "85% of income above the adjusted base amount, and the amount of the first step.")
def benefits_of_second_step(tax: IncomeTax, benefits: Money, provisional: Money) -> Money:
    return total(
        share_of_income=portion(
            above_adjusted_base(tax, provisional), tax.social_security_second_rate, Rounding.HALF_UP
        ),
        first_step=benefits_of_first_step(tax, benefits, provisional),
    )


@rule("IRC §86(a)", "Social security benefits that are income: at most 85% of them.")
def taxable_social_security(tax: IncomeTax, benefits: Money, adjusted: Money, tax_exempt_interest: Money) -> Money:
    provisional = provisional_income(tax, benefits, adjusted, tax_exempt_interest)
    return least(
        second_step=benefits_of_second_step(tax, benefits, provisional),
        most=portion(benefits, tax.social_security_second_rate, Rounding.HALF_UP),
    )


@rule("IRC §62(a); Form 1040 line 11", "Adjusted gross income, with the benefits that are income.")
def adjusted_gross_income(adjusted: Money, benefits: Money) -> Money:
    return total(adjusted=adjusted, social_security=benefits)


@rule("IRC §1(h)(1), (11)", "Net capital gain: long-term gains and qualified dividends.")
def net_capital_gain(income: Income) -> Money:
    return total(long_term_gains=income.long_term_gains, qualified_dividends=income.qualified_dividends)


@rule("IRC §1411(c)(1), (5)", "Net investment income; distributions from plans and IRAs are none.")
def net_investment_income(income: Income) -> Money:
    return total(
        interest=income.interest,
        dividends=income.dividends,
        short_term_gains=income.short_term_gains,
        long_term_gains=income.long_term_gains,
        other=income.other_investment_income,
    )
