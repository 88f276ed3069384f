"""FICA that one employer withholds from one paycheck: social security, Medicare and additional Medicare tax.

Knows one employer's wages of the year. Refuses to know other employers: each starts at nothing; what two of them take
too much of social security tax comes back on the return.
"""

from megaroth.kit.money import Money, Rounding
from megaroth.kit.rule import rule
from megaroth.kit.words import least, portion, remaining
from megaroth.law.book import Law
from megaroth.law.withholding import Withholding


@rule("IRC §3121(a)(1)", "What this employer's wages of the year have left of the social security wage base.")
def social_security_base_left(law: Law, wages_before: Money) -> Money:
    return remaining(of=law.social_security_wage_base, wages_before=wages_before)


@rule("IRC §3121(a)(1)", "Wages of the paycheck that bear social security tax: up to the wage base.")
def social_security_wages(law: Law, wages: Money, wages_before: Money) -> Money:
    return least(wages=wages, wage_base_left=social_security_base_left(law, wages_before))


@rule("IRC §3101(a), §3102(a)", "Social security tax withheld from the paycheck.")
def social_security_tax(law: Law, tables: Withholding, wages: Money, wages_before: Money) -> Money:
    return portion(social_security_wages(law, wages, wages_before), tables.social_security_rate, Rounding.HALF_UP)


@rule("IRC §3101(b)(1), §3102(a)", "Medicare tax withheld from the paycheck: on all wages.")
def medicare_tax(tables: Withholding, wages: Money) -> Money:
    return portion(wages, tables.medicare_rate, Rounding.HALF_UP)


@rule("IRC §3102(f)(1)", "This employer's wages of the year above the threshold, the paycheck included.")
def wages_above_threshold(tables: Withholding, wages: Money, wages_before: Money) -> Money:
    return remaining(of=wages + wages_before, threshold=tables.additional_medicare_threshold)


@rule("IRC §3102(f)(1)", "Wages of the paycheck above the threshold, whatever the filing status.")
def additional_medicare_wages(tables: Withholding, wages: Money, wages_before: Money) -> Money:
    return least(wages=wages, above_threshold=wages_above_threshold(tables, wages, wages_before))


@rule("IRC §3101(b)(2), §3102(f)(1)", "Additional Medicare tax withheld from the paycheck.")
def additional_medicare_tax(tables: Withholding, wages: Money, wages_before: Money) -> Money:
    return portion(
        additional_medicare_wages(tables, wages, wages_before), tables.additional_medicare_rate, Rounding.HALF_UP
    )
