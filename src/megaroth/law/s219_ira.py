"""IRA contributions, IRC §219(b) and §408A(c)(2): one limit a person over all traditional and Roth IRAs."""

from megaroth.kit.money import ZERO, Ints, Money, Rate, Rounding
from megaroth.kit.rule import rule
from megaroth.kit.words import by_age, choose, greatest, least, portion, remaining, total
from megaroth.law.book import Law, PhaseOut


@rule("IRC §219(b)(5)(B)", "A further amount from the year a person turns 50.")
def ira_catch_up(law: Law, age: Ints) -> Money:
    return by_age(age, (law.ira_catch_up_age, law.ira_catch_up))


@rule("IRC §219(b)(5)(A), (B)", "The dollar limit and the catch-up.")
def ira_dollar_limit(law: Law, age: Ints) -> Money:
    return total(limit=law.ira_contribution, catch_up=ira_catch_up(law, age))


@rule(
    "IRC §219(b)(1), (c)",
    "IRA contributions are limited to a dollar amount, or to pay (on a joint return: the couple's) if less.",
)
def ira_contribution_limit(law: Law, age: Ints, pay: Money) -> Money:
    """`pay` is taxable compensation; on a joint return the couple's, less what the spouse contributes."""
    return least(dollar_limit=ira_dollar_limit(law, age), pay=pay)


@rule("IRC §408A(c)(3)(A); §219(g)(2)", "Income inside the phase-out range.")
def income_inside(magi: Money, start: Money) -> Money:
    return remaining(of=magi, start=start)


@rule(
    "IRC §219(g)(2)(A), (C); §408A(c)(3)(A)", "The share of the limit that is lost, rounded down to a multiple of $10."
)
def phase_out_reduction(law: Law, limit: Money, magi: Money, phase_out: PhaseOut) -> Money:
    start, end = phase_out.start.amount, phase_out.end.amount
    inside = least(income_inside=income_inside(magi, start), whole_range=end - start)
    step = law.phase_out_step.amount
    width = Rate(limit.cents, (end.cents - start.cents) * step.cents)
    return Money(portion(inside, width, Rounding.DOWN).cents * step.cents)


@rule("IRC §219(g)(2)(B); §408A(c)(3)(A)", "Until nothing is left, what is left is at least $200.")
def after_phase_out(law: Law, limit: Money, magi: Money, phase_out: PhaseOut) -> Money:
    """The limit at this modified adjusted gross income. The same arithmetic serves Roth contributions and deductions."""
    kept = least_of_200_or_limit(law, limit, magi, phase_out)
    return choose(magi >= phase_out.end.amount, ZERO, kept)


@rule(
    "IRC §219(g)(2)(B); §408A(c)(3)(A)",
    "The limit less the reduction, but not below $200 (nor above the limit itself).",
)
def least_of_200_or_limit(law: Law, limit: Money, magi: Money, phase_out: PhaseOut) -> Money:
    left = limit - phase_out_reduction(law, limit, magi, phase_out)
    return greatest(
        left=left, minimum=choose(limit > law.phase_out_minimum.amount, law.phase_out_minimum.amount, limit)
    )
