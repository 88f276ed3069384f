"""Annual additions, IRC §415(c): what may go into the plans of one employer for one person in a limitation year.

Counts pre-tax and Roth deferrals, employer money, forfeitures and after-tax contributions. Does not count catch-up,
rollovers, conversions, loan repayments or earnings. One limit per employer group; unrelated employers each give one.
"""

from megaroth.kit.money import Ints, Money, Rate, Rounding
from megaroth.kit.rule import rule
from megaroth.kit.words import least, portion, remaining, total
from megaroth.law.book import Law


@rule("Reg. §1.415(j)-1(d)", "A short limitation year has as many twelfths of the dollar limit as it has months.")
def annual_additions_dollar_limit(law: Law, months: Ints) -> Money:
    return portion(total(dollar_limit=law.annual_additions), Rate(months, 12), Rounding.DOWN)


@rule(
    "IRC §415(c)(1); Reg. §1.415(c)-1(a)",
    "Annual additions are limited to a dollar amount, or all of pay if that is less.",
)
def annual_additions_limit(law: Law, pay: Money, months: Ints) -> Money:
    return least(dollar_limit=annual_additions_dollar_limit(law, months), all_of_pay=pay)


@rule(
    "IRC §415(c)(2); Reg. §1.415(c)-1(b)", "Deferrals, employer money, forfeitures and after-tax contributions count."
)
def annual_additions(deferral: Money, employer: Money, forfeitures: Money, after_tax: Money) -> Money:
    return total(deferral=deferral, employer=employer, forfeitures=forfeitures, after_tax=after_tax)


@rule("IRC §415(c)(1); §415(f)", "What deferrals, employer money and other plans of the employer leave of the limit.")
def left_of_annual_additions(
    limit: Money, deferral: Money, match: Money, nonelective: Money, forfeitures: Money, other_plans: Money
) -> Money:
    return remaining(
        of=limit,
        deferral=deferral,
        match=match,
        nonelective=nonelective,
        forfeitures=forfeitures,
        other_plans_of_the_employer=other_plans,
    )


@rule(
    "Reg. §1.414(v)-1(b)(1)(i), (c)",
    "Deferrals that exceed the annual additions limit are treated as catch-up, so they stop counting.",
)
def deferral_that_must_count(deferral: Money, catch_up_unused: Money) -> Money:
    return remaining(of=deferral, catch_up_unused=catch_up_unused)


@rule("IRC §415(c)(1); Rev. Proc. 2021-30 §6.06(2)", "Annual additions beyond the limit are in excess.")
def excess_annual_additions(limit: Money, additions: Money) -> Money:
    return remaining(of=additions, limit=limit)
