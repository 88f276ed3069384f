"""What a failed ACP test gives back to one person, IRC §401(m)(6): excess aggregate contributions.

Knows one person's side: which money, and what is income. Refuses the test itself; it needs the whole workforce.
"""

from megaroth.kit.money import ZERO, Money, Rate, Rounding
from megaroth.kit.rule import rule
from megaroth.kit.words import choose, least, portion, remaining


@rule("Reg. §1.401(m)-2(b)(3)", "After-tax contributions are returned before match, as most plans provide.")
def refund_from_after_tax(refund: Money, after_tax: Money) -> Money:
    return least(refund=refund, after_tax=after_tax)


@rule("IRC §401(m)(6)(A)", "The rest comes from the match.")
def refund_from_match(refund: Money, from_after_tax: Money) -> Money:
    return remaining(of=refund, from_after_tax=from_after_tax)


@rule("IRC §401(m)(6)(A), §411(a)(3)(G)", "Vested match is paid out; the rest of it is forfeited.")
def vested_match_refunded(from_match: Money, vested: Rate) -> Money:
    return portion(from_match, vested, Rounding.HALF_UP)


@rule("Reg. §1.401(m)-2(b)(2)(iv)", "Income on the refund: its share of the plan year's income, none after that year.")
def income_on_refund(income: Money, refund: Money, balance_without_income: Money) -> Money:
    """`balance_without_income`: what the refund comes from, before the year's income. A loss is below zero."""
    at_least_a_cent = choose(balance_without_income > ZERO, balance_without_income, Money(1))
    return portion(income, Rate(refund.cents, at_least_a_cent.cents), Rounding.HALF_UP)


@rule("IRC §401(m)(7)(A), §72(t)(2)(A)", "A refund is income of the year it is paid, but for after-tax principal.")
def taxable_in_refund(paid: Money, after_tax_principal: Money) -> Money:
    """No 10% tax; not eligible for rollover."""
    return remaining(of=paid, after_tax_principal=after_tax_principal)
