"""Annual additions beyond §415(c), corrected in the order of EPCRS, Rev. Proc. 2021-30 §6.06(2).

Unmatched after-tax, unmatched deferrals, matched after-tax with its match, matched deferrals with their match, then
other employer money. A plan document may say otherwise; it goes first.
"""

from megaroth.kit.money import Money, Rate, Rounding
from megaroth.kit.rule import rule
from megaroth.kit.words import least, portion, remaining


@rule(
    "IRC §415(c); Rev. Proc. 2021-30 §6.06(2)",
    "Unmatched employee contributions are returned: after-tax first, then deferrals.",
)
def unmatched_returned(excess: Money, unmatched: Money) -> Money:
    return least(excess=excess, unmatched=unmatched)


@rule("IRC §415(c); Rev. Proc. 2021-30 §6.06(2)", "Excess that earlier steps leave.")
def excess_left(excess: Money, returned: Money, forfeited: Money) -> Money:
    return remaining(of=excess, returned=returned, forfeited=forfeited)


@rule(
    "IRC §415(c); Rev. Proc. 2021-30 §6.06(2)",
    "Matched contributions are returned and their match is forfeited, until it fits.",
)
def matched_returned(excess: Money, matched: Money, match_rate: Rate) -> Money:
    """Each dollar returned takes `match_rate` of a dollar of match with it; rounded up, so that enough is returned."""
    share = Rate(match_rate.bottom, match_rate.bottom + match_rate.top)
    return least(enough=portion(excess, share, Rounding.UP), matched=matched)


@rule("IRC §415(c); Rev. Proc. 2021-30 §6.06(2)", "The match on returned contributions is forfeited.")
def match_forfeited(returned: Money, match: Money, match_rate: Rate) -> Money:
    return least(on_returned=portion(returned, match_rate, Rounding.HALF_UP), match=match)


@rule(
    "IRC §415(c); Rev. Proc. 2021-30 §6.06(2)",
    "What is still in excess is forfeited from other employer contributions.",
)
def employer_money_forfeited(excess: Money, employer: Money) -> Money:
    return least(excess=excess, employer=employer)


@rule(
    "Reg. §1.402(c)-2; Form 1099-R instructions, code E", "A returned excess is income except for after-tax principal."
)
def taxable_in_415_return(returned: Money, after_tax_principal: Money) -> Money:
    """Not eligible for rollover, no 10% tax."""
    return remaining(of=returned, after_tax_principal=after_tax_principal)
