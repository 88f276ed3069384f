"""The federal taxes of one return and one year: the whole, line by line, for one household or a column of them.

For a column: `federal_tax(income_tax_for(2026, "joint"), Income(wages=column(cents), …))`. Every field of `Income` may
be one value or an `int64` column of equal length; the lines of the answer are then columns (one value where nothing in
a line varies). Rows of other years or statuses need numbers of their own: one call for each year and status is
the fast way (10,000 rows in a few milliseconds, `benchmarks/`), `stack([income_tax_for(…), …])` the general one.
The extra tax of a conversion is the difference of two calls, `dataclasses.replace(income, retirement_income=…)`
between them; `conversion.py` does that for one household, with warnings.
"""

from dataclasses import dataclass

from megaroth.kit.money import Money
from megaroth.kit.rule import rule
from megaroth.kit.words import remaining, total
from megaroth.law.income_tax import IncomeTax
from megaroth.tax.s1_rates import regular_tax
from megaroth.tax.s24_credits import dependent_credits, dependent_credits_after_phase_out
from megaroth.tax.s55_minimum_tax import (
    alternative_minimum_tax,
    amt_income,
    amt_income_of_return,
    deductions_for_amt,
    taxable_excess,
    tentative_minimum_tax,
)
from megaroth.tax.s61_income import (
    Income,
    adjusted_before_social_security,
    adjusted_gross_income,
    net_capital_gain,
    net_investment_income,
    taxable_social_security,
)
from megaroth.tax.s63_deductions import (
    deductions_beside,
    itemized_before_limitation,
    itemized_deductions,
    salt_deduction,
    senior_deduction,
    standard_deduction,
    standard_or_itemized,
    taxable_income,
)
from megaroth.tax.s1411_surtaxes import additional_medicare_of_return, net_investment_income_tax


@dataclass(frozen=True, slots=True)
class Federal:
    """The lines of a return: income and deductions, then the taxes that make up `total`."""

    social_security: Money
    """The benefits that are income."""
    agi: Money
    deduction: Money
    """Standard or itemized."""
    deductions_beside: Money
    """For seniors and others, whether one itemizes or not."""
    taxable_income: Money
    regular_tax: Money
    alternative_minimum_tax: Money
    credits: Money
    """For children and other dependents; they lower the total."""
    net_investment_income_tax: Money
    additional_medicare_tax: Money
    self_employment_tax: Money
    total: Money


@rule("IRC §26(b)", "Regular and alternative minimum tax together.")
def income_tax_before_credits(regular: Money, alternative: Money) -> Money:
    return total(regular_tax=regular, alternative_minimum_tax=alternative)


@rule("IRC §26(a)", "Income tax after the credits for dependents.")
def income_tax_after_credits(before: Money, used: Money) -> Money:
    return remaining(of=before, credits=used)


@rule("Form 1040 line 24", "All federal taxes of the return.")
def total_tax(after_credits: Money, investment: Money, medicare: Money, self_employment: Money) -> Money:
    return total(
        income_tax=after_credits,
        net_investment_income_tax=investment,
        additional_medicare_tax=medicare,
        self_employment_tax=self_employment,
    )


@rule("IRC §1, §55, §63, §1411; Form 1040", "The federal taxes of a return.")
def federal_tax(tax: IncomeTax, income: Income) -> Federal:
    adjusted = adjusted_before_social_security(income)
    benefits = taxable_social_security(tax, income.social_security, adjusted, income.tax_exempt_interest)
    agi = adjusted_gross_income(adjusted, benefits)
    gain = net_capital_gain(income)
    beside = deductions_beside(senior_deduction(tax, agi, income.seniors), income.other_deductions)
    salt = salt_deduction(tax, agi, income.state_and_local_taxes)
    itemized = itemized_deductions(tax, itemized_before_limitation(salt, income.other_itemized), agi, beside)
    standard = standard_deduction(tax, income.aged_or_blind)
    deduction = standard_or_itemized(standard, itemized)
    taxable = taxable_income(agi, deduction, beside)
    regular = regular_tax(tax, taxable, gain)
    for_amt = deductions_for_amt(itemized > standard, income.other_itemized)
    amti = amt_income_of_return(tax, amt_income(agi, for_amt, income.other_deductions, income.amt_adjustments))
    tentative = tentative_minimum_tax(tax, taxable_excess(tax, amti), taxable, gain)
    alternative = alternative_minimum_tax(tentative, regular)
    before = income_tax_before_credits(regular, alternative)
    offered = dependent_credits_after_phase_out(tax, agi, income.children, income.other_dependents)
    used = dependent_credits(offered, before)
    investment = net_investment_income_tax(tax, net_investment_income(income), agi)
    medicare = additional_medicare_of_return(tax, income.medicare_wages, income.self_employment_income)
    return Federal(
        benefits,
        agi,
        deduction,
        beside,
        taxable,
        regular,
        alternative,
        used,
        investment,
        medicare,
        income.self_employment_tax,
        total_tax(income_tax_after_credits(before, used), investment, medicare, income.self_employment_tax),
    )
