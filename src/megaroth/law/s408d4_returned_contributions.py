"""Contributions that are returned or moved with what they earned, IRC §408(d)(4), §408A(d)(6); Reg. §1.408-11.

Net income may be negative: a loss reduces what is returned. A conversion cannot be undone since 2018 (§408A(d)(6)(B)(iii)).
"""

from megaroth.kit.money import ZERO, Ints, Money, Rate, Rounding, Truth
from megaroth.kit.rule import rule
from megaroth.kit.words import choose, opposite, portion, remaining, total


@rule("Reg. §1.408-11(b)(1)", "Adjusted opening balance: value before, and what was contributed since.")
def adjusted_opening_balance(value_before: Money, contributed_since: Money) -> Money:
    return total(value_before=value_before, contributed_since=contributed_since)


@rule("Reg. §1.408-11(b)(2)", "Adjusted closing balance: value at the return, and what was taken out since.")
def adjusted_closing_balance(value_now: Money, taken_since: Money) -> Money:
    return total(value_now=value_now, taken_since=taken_since)


@rule(
    "Reg. §1.408-11(a), §1.408A-5, A-2(c)", "Net income: the contribution's share of what the account gained or lost."
)
def net_income_of_contribution(contribution: Money, opening: Money, closing: Money) -> Money:
    """`opening` and `closing` are the adjusted balances; below zero for a loss."""
    at_least_a_cent = choose(opening > ZERO, opening, Money(1))
    return portion(contribution, Rate((closing - opening).cents, at_least_a_cent.cents), Rounding.HALF_UP)


@rule("IRC §408(d)(4)(C), §408A(d)(6)(B)(i)", "The contribution is returned or moved with its net income.")
def returned_with_net_income(contribution: Money, net_income: Money) -> Money:
    return total(contribution=contribution, net_income=net_income)


@rule("Form 8606 instructions, recharacterizations", "A recharacterized amount is on line 4a if moved in its own year.")
def recharacterized_on_line_4a(moved: Money, moved_in: Ints, year: Ints) -> Money:
    """`year`: the year the contribution was for. Moved in the next year it is in the statement to the return alone."""
    return choose(moved_in == year, moved, ZERO)


@rule("IRC §408(d)(5)(A)", "A late-returned contribution is no income where none was deducted and none was too large.")
def taxable_in_late_return(returned: Money, contribution: Money, deducted: Truth, within_limit: Truth) -> Money:
    """`within_limit`: the year's contributions were not above the yearly dollar limit."""
    return choose(within_limit & opposite(deducted), remaining(of=returned, contribution=contribution), returned)
