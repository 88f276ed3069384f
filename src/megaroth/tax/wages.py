"""Which wages of a paycheck each tax is on: what a cafeteria plan, an HSA and deferrals take out of them, and of which.

Knows the three bases. Refuses to judge whether a deduction is what its name says.
"""

from megaroth.kit.money import ZERO, Money, Rate, Rounding, Truth
from megaroth.kit.rule import rule
from megaroth.kit.words import choose, portion, remaining, total


@rule(
    "IRC §3121(a)(5)(G), (v)(1)(A), §125, §106(d)",
    "FICA wages: benefits before tax come out, elective deferrals do not.",
)
def fica_wages(gross: Money, section_125: Money, hsa: Money) -> Money:
    return remaining(of=gross, section_125=section_125, hsa=hsa)


@rule(
    "IRC §402(e)(3), §402A(a), §125, §106(d)",
    "Wages for income tax: pre-tax deferrals come out; Roth and after-tax contributions do not.",
)
def income_tax_wages(gross: Money, section_125: Money, hsa: Money, pre_tax: Money) -> Money:
    return remaining(of=gross, section_125=section_125, hsa=hsa, pre_tax=pre_tax)


@rule(
    "state law, stated by the user", "Wages for state income tax: federal ones, with the HSA where the state taxes it."
)
def state_wages(federal: Money, hsa: Money, taxes_hsa: Truth) -> Money:
    return total(federal=federal, hsa=choose(taxes_hsa, hsa, ZERO))


@rule("state law, stated by the user", "State tax at the user's own rate.")
def state_tax(wages: Money, rate: Rate) -> Money:
    return portion(wages, rate, Rounding.HALF_UP)
