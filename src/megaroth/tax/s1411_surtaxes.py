"""Two taxes on top of the income tax: on net investment income, IRC §1411, and additional Medicare, §3101(b)(2), §1401(b)(2)."""

from megaroth.kit.money import Money, Rounding
from megaroth.kit.rule import rule
from megaroth.kit.words import least, portion, remaining, total
from megaroth.law.income_tax import IncomeTax


@rule("IRC §1411(a)(1)(B), (b)", "Modified adjusted gross income above the threshold.")
def income_above_niit_threshold(tax: IncomeTax, agi: Money) -> Money:
    return remaining(of=agi, threshold=tax.niit_threshold)


@rule("IRC §1411(a)(1)", "The lesser of net investment income and of income above the threshold.")
def income_under_niit(tax: IncomeTax, investment: Money, agi: Money) -> Money:
    return least(net_investment_income=investment, above_threshold=income_above_niit_threshold(tax, agi))


@rule("IRC §1411(a)(1); Form 8960 line 17", "Net investment income tax.")
def net_investment_income_tax(tax: IncomeTax, investment: Money, agi: Money) -> Money:
    return portion(income_under_niit(tax, investment, agi), tax.niit_rate, Rounding.HALF_UP)


@rule("IRC §3101(b)(2)", "Medicare wages above the threshold.")
def wages_above_medicare_threshold(tax: IncomeTax, wages: Money) -> Money:
    return remaining(of=wages, threshold=tax.additional_medicare_threshold)


@rule("IRC §1401(b)(2)(B)", "What wages leave of the threshold for self-employment income.")
def medicare_threshold_left(tax: IncomeTax, wages: Money) -> Money:
    return remaining(of=tax.additional_medicare_threshold, wages=wages)


@rule("IRC §1401(b)(2)(A)", "Self-employment income above what wages leave of the threshold.")
def self_employment_above_threshold(tax: IncomeTax, wages: Money, self_employment: Money) -> Money:
    return remaining(of=self_employment, threshold_left=medicare_threshold_left(tax, wages))


@rule("IRC §3101(b)(2), §1401(b)(2); Form 8959 line 18", "Additional Medicare tax of the return.")
def additional_medicare_of_return(tax: IncomeTax, wages: Money, self_employment: Money) -> Money:
    on_profit = self_employment_above_threshold(tax, wages, self_employment)
    return total(
        on_wages=portion(wages_above_medicare_threshold(tax, wages), tax.additional_medicare_rate, Rounding.HALF_UP),
        on_self_employment=portion(on_profit, tax.additional_medicare_rate, Rounding.HALF_UP),
    )
