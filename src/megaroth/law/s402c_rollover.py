"""Rollovers from an employer plan, IRC §402(c): which destination gets the pre-tax money, and what is withheld.

All payments scheduled at the same time are one distribution (Notice 2014-54). Refuses to choose for the person: where
several destinations could take the pre-tax part, their own instruction to the plan says which.
"""

from megaroth.kit.money import ZERO, Ints, Money, Rate, Rounding, Truth
from megaroth.kit.rule import rule
from megaroth.kit.words import least, opposite, portion, remaining


@rule("Notice 2014-54 §III; IRC §402(c)(2)", "Pre-tax money goes to direct rollovers first.")
def pretax_rolled_directly(pretax: Money, direct_rollovers: Money) -> Money:
    return least(pretax=pretax, direct_rollovers=direct_rollovers)


@rule("IRC §402(c)(2); Notice 2014-54 §III", "Of the pre-tax money a destination takes at most what it receives.")
def pretax_to_destination(pretax_left: Money, destination: Money) -> Money:
    return least(pretax_left=pretax_left, destination=destination)


@rule(
    "IRC §402(c)(2); Notice 2014-54 §III",
    "Pre-tax money that direct rollovers did not take is in what is paid to the person.",
)
def pretax_paid_out(pretax: Money, direct_rollovers: Money) -> Money:
    return remaining(of=pretax, direct_rollovers=direct_rollovers)


@rule("Notice 2014-54 §III; IRC §402(c)(2)", "A 60-day rollover takes pre-tax money before after-tax money.")
def pretax_rolled_in_60_days(paid_out: Money, rolled_over: Money) -> Money:
    """Also Reg. §1.402A-1, A-5(b): of a designated Roth distribution the earnings are rolled over first."""
    return least(pretax_paid_out=paid_out, rolled_over=rolled_over)


@rule("IRC §402(a), (c)(1)", "Pre-tax money that was paid out and not rolled over is income.")
def taxable_not_rolled_over(paid_out: Money, rolled_over: Money) -> Money:
    return remaining(of=paid_out, rolled_over=rolled_over)


@rule("IRC §3405(c)(1), (2); Reg. §31.3405(c)-1", "Tax is withheld from the taxable part that is paid to the person.")
def mandatory_withholding(taxable_paid_out: Money, rate: Rate) -> Money:
    """Nothing from direct rollovers, in plan or out of it."""
    return portion(taxable_paid_out, rate, Rounding.HALF_UP)


@rule("IRC §402(c)(3)(A)", "A rollover of what was paid out is made within 60 days of its receipt.")
def rolled_over_in_time(days: Ints, period: Ints) -> Truth:
    """`days` after the day of receipt."""
    return days <= period


@rule("IRC §402(c)(2)(A)", "After-tax money goes to another employer's plan only directly.")
def may_be_rolled_over(to_a_plan: Truth, direct: Truth, after_tax: Money) -> Truth:
    return direct | opposite(to_a_plan) | (after_tax <= ZERO)
