"""Deferrals beyond the yearly limit, IRC §402(g)(2): returned by 15 April, or taxed twice.

Knows what is income of which year. Refuses to choose the plan that returns them; the person tells one by its deadline.
"""

from megaroth.kit.money import ZERO, Money, Rate, Rounding, Truth
from megaroth.kit.rule import rule
from megaroth.kit.words import choose, portion, remaining


@rule("Reg. §1.402(g)-1(e)(5)(iii)", "Income on an excess: its share of the year's income on deferrals.")
def income_on_excess_deferral(income: Money, excess: Money, balance_without_income: Money) -> Money:
    """`balance_without_income`: deferrals held at the start of the year, and those of the year. A loss is below zero."""
    at_least_a_cent = choose(balance_without_income > ZERO, balance_without_income, Money(1))
    return portion(income, Rate(excess.cents, at_least_a_cent.cents), Rounding.HALF_UP)


@rule("IRC §402(g)(2)(C)(i); Reg. §1.402(g)-1(e)(8)(i)", "Pre-tax excess is income of the year it was deferred in.")
def excess_taxed_when_deferred(excess: Money, roth: Truth) -> Money:
    """Roth deferrals are in income already."""
    return choose(roth, ZERO, excess)


@rule("Reg. §1.402(g)-1(e)(8)(iii)", "Excess not returned in time stays, has no basis, and is taxed again.")
def excess_taxed_again(excess: Money, returned_in_time: Money) -> Money:
    return remaining(of=excess, returned_in_time=returned_in_time)


@rule(
    "IRC §402(g)(2)(C)(ii); Reg. §1.402(g)-1(e)(8)(ii)", "What an excess earned is income of the year it is returned."
)
def excess_income_taxed_when_returned(returned: Money, excess: Money) -> Money:
    return remaining(of=returned, excess=excess)
