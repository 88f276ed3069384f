"""Basis in traditional IRAs, IRC §408(d)(1)-(2): every conversion or distribution carries its share of basis.

All traditional, SEP and SIMPLE IRAs of one person are one; a spouse's, an inherited IRA and employer plans are not in it.
"""

from megaroth.kit.money import Money, Rate, Rounding
from megaroth.kit.rule import rule
from megaroth.kit.words import choose, least, portion, remaining, total


@rule("IRC §408(d)(2)(C); Form 8606 line 9", "Year-end value plus what was distributed and converted in the year.")
def ira_value_for_basis(year_end_value: Money, distributed: Money, converted: Money) -> Money:
    return total(year_end_value=year_end_value, distributed=distributed, converted=converted)


@rule("IRC §72(e)(8), §408(d)(2)", "The untaxed part of a conversion: its share of basis in all of the person's IRAs.")
def untaxed_part_of_conversion(converted: Money, basis: Money, value: Money) -> Money:
    """`value` is `ira_value_for_basis`, at least one cent."""
    return least(
        share=portion(converted, Rate(basis.cents, choose(value > Money(0), value, Money(1)).cents), Rounding.HALF_UP),
        converted=converted,
        basis=basis,
    )


@rule("IRC §408A(d)(3)(A)", "The rest of the conversion is ordinary income.")
def taxed_part_of_conversion(converted: Money, untaxed: Money) -> Money:
    return remaining(of=converted, untaxed=untaxed)


@rule("Form 8606 line 14", "Basis that stays for later years.")
def basis_carried_forward(basis: Money, used: Money) -> Money:
    return remaining(of=basis, used=used)


@rule(
    "IRC §408(o); Form 8606 lines 1-3", "Basis: what earlier years left, rolled-in after-tax money, and nondeductible."
)
def ira_basis(left_of_earlier_years: Money, rolled_in: Money, nondeductible: Money) -> Money:
    """`nondeductible` is all for this year, whenever made; see `ira_basis_in_the_year`."""
    return total(left_of_earlier_years=left_of_earlier_years, rolled_in=rolled_in, nondeductible=nondeductible)


@rule("Form 8606 lines 4-5", "Contributions made after the year for the year do not count in the year's share.")
def ira_basis_in_the_year(basis: Money, made_after_the_year: Money) -> Money:
    return remaining(of=basis, made_after_the_year=made_after_the_year)


@rule("Form 8606 line 6", "Year-end value with outstanding rollovers, without repayments of the same year.")
def ira_year_end_value(value: Money, outstanding_rollovers: Money, repayments: Money) -> Money:
    return remaining(of=value + outstanding_rollovers, repayments=repayments)


@rule("IRC §408(d)(1), §72(e)(8); Form 8606 line 15", "The rest of a distribution is ordinary income.")
def taxed_part_of_ira_distribution(distributed: Money, untaxed: Money) -> Money:
    return remaining(of=distributed, untaxed=untaxed)
