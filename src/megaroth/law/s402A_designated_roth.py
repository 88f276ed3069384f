"""Designated Roth accounts, IRC §402A: rollovers inside the plan, the five-year clock of each plan, recapture.

A designated Roth account is one contract under §72, apart from the rest of the plan (§402A(d)(4)).
"""

from megaroth.kit.money import ZERO, Ints, Money, Truth
from megaroth.kit.rule import rule
from megaroth.kit.words import choose, least, remaining


@rule("IRC §402A(c)(4)(A), (B); Notice 2010-84 Q&A-7", "An in-plan Roth rollover is income except for its basis.")
def taxable_in_plan_rollover(rolled: Money, basis: Money) -> Money:
    return remaining(of=rolled, basis=basis)


@rule(
    "IRC §402A(d)(2)(B); Reg. §1.402A-1, A-4",
    "The clock of a plan: five taxable years from the first with Roth money in that plan.",
)
def designated_roth_clock_ended(year: Ints, first_year: Ints, period: Ints) -> Truth:
    """`first_year`: of the first Roth contribution or in-plan rollover, or an older one a direct rollover brought."""
    return year >= first_year + period


@rule(
    "IRC §402A(d)(2)(A); Reg. §1.402A-1, A-2",
    "Qualified: after the clock, and at 59½, by reason of disability, or after death.",
)
def designated_roth_is_qualified(clock_ended: Truth, of_age: Truth, disabled_or_dead: Truth) -> Truth:
    return clock_ended & (of_age | disabled_or_dead)


@rule("IRC §402A(d)(1), §72(e)(8)", "The earnings in a distribution are income unless it is qualified.")
def taxable_from_designated_roth(earnings: Money, qualified: Truth) -> Money:
    return choose(qualified, ZERO, earnings)


@rule("IRC §402A(c)(4)(D), §408A(d)(3)(F); Notice 2010-84 Q&A-12", "The taxed part of a rollover comes out first.")
def in_plan_rollover_taxed_part_taken(basis_out: Money, taxed_part_left: Money) -> Money:
    return least(basis_out=basis_out, taxed_part_left=taxed_part_left)


@rule(
    "IRC §402A(c)(4)(D), §408A(d)(3)(F)(i); Notice 2010-84 Q&A-12",
    "Within five taxable years the taxed part of a rollover counts as income for the 10% tax.",
)
def in_plan_rollover_recaptured(taxed_part_taken: Money, year: Ints, rolled_in: Ints, period: Ints) -> Money:
    return choose(year < rolled_in + period, taxed_part_taken, ZERO)
