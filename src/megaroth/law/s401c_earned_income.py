"""A self-employed person's pay, IRC §401(c)(2) and §404(a)(8): net profit, less half the self-employment tax.

The disputed point is named: whether an own employer contribution comes off the pay that caps annual additions
("twice": it is an addition and it lowers pay, as §401(c)(2)(A)(v) reads) or not ("once", as many calculators do).
"""

from megaroth.kit.money import Ints, Money, Rate, Rounding, Truth
from megaroth.kit.rule import rule
from megaroth.kit.words import choose, greatest, later, least, portion, remaining, total
from megaroth.law.book import Law
from megaroth.law.s415c_annual_additions import annual_additions_dollar_limit


@rule("IRC §1402(a)(12)", "Self-employment tax is figured on net profit less half of its own rate.")
def net_earnings(law: Law, profit: Money) -> Money:
    return portion(profit, law.self_employment_factor, Rounding.HALF_UP)


@rule("IRC §1402(b)(1)", "Social security tax stops at the wage base, which wages of the same year use first.")
def earnings_under_wage_base(law: Law, earnings: Money, wages: Money) -> Money:
    return least(earnings=earnings, wage_base_left=wage_base_left(law, wages))


@rule("IRC §1402(b)(1)", "Wages of the year use up the social security wage base.")
def wage_base_left(law: Law, wages: Money) -> Money:
    return remaining(of=law.social_security_wage_base, wages=wages)


@rule("IRC §1401(a), (b)(1)", "Self-employment tax without the additional Medicare tax, which is never deductible.")
def self_employment_tax(law: Law, profit: Money, wages: Money) -> Money:
    earnings = net_earnings(law, profit)
    return choose(earnings >= law.self_employment_floor.amount, later(tax_on_earnings, law, earnings, wages), Money(0))


@rule("IRC §1401(a), (b)(1)", "Social security tax up to the wage base, Medicare tax on everything.")
def tax_on_earnings(law: Law, earnings: Money, wages: Money) -> Money:
    return total(
        social_security=portion(
            earnings_under_wage_base(law, earnings, wages), law.oasdi_self_employed_rate, Rounding.HALF_UP
        ),
        medicare=portion(earnings, law.medicare_self_employed_rate, Rounding.HALF_UP),
    )


@rule("IRC §164(f), §401(c)(2)(A)", "Earned income: net profit less half the self-employment tax.")
def earned_income(law: Law, profit: Money, wages: Money) -> Money:
    half = portion(self_employment_tax(law, profit, wages), law.half_of_self_employment_tax, Rounding.HALF_UP)
    return remaining(of=profit, half_of_self_employment_tax=half)


@rule(
    "IRC §404(a)(8)(D); Pub. 560 rate table",
    "A plan rate applies to pay after the contribution itself: rate / (1 + rate).",
)
def self_employed_contribution(earned: Money, plan_rate: Rate) -> Money:
    return portion(earned, Rate(plan_rate.top, plan_rate.bottom + plan_rate.top), Rounding.DOWN)


@rule("IRC §401(a)(17), §404(a)(8)(D)", "A plan rate applies to pay after the contribution, up to the limit on pay.")
def contribution_at_rate(law: Law, earned: Money, plan_rate: Rate) -> Money:
    return least(
        share_of_earned_income=self_employed_contribution(earned, plan_rate),
        share_of_compensation_limit=portion(law.compensation.amount, plan_rate, Rounding.DOWN),
    )


@rule("IRC §404(a)(8)(D)", "Dollars the owner puts in lower the earned income that the plan's rate applies to.")
def contribution_by_formula(law: Law, earned: Money, dollars: Money, plan_rate: Rate) -> Money:
    return total(dollars=dollars, at_plan_rate=contribution_at_rate(law, earned_after(earned, dollars), plan_rate))


@rule("IRC §401(c)(2)(A)(v)", "Earned income after a contribution in dollars.")
def earned_after(earned: Money, dollars: Money) -> Money:
    return remaining(of=earned, dollars=dollars)


@rule("IRC §415(c)(1)", "Deferral and own employer contribution must fit under the dollar limit and under pay.")
def employer_contribution_under_415(
    law: Law, earned: Money, deferral: Money, employer_lowers_pay: Truth, months: Ints = 12
) -> Money:
    """Where the contribution itself lowers the pay that caps annual additions, it takes two dollars of it."""
    undeferred = earned_but_not_deferred(earned, deferral)
    return least(
        left_of_annual_additions=annual_additions_beside_deferral(law, deferral, months),
        left_of_pay=choose(employer_lowers_pay, portion(undeferred, Rate(1, 2), Rounding.DOWN), undeferred),
    )


@rule(
    "IRC §404(a)(3), (8); §401(a)(17); §415(c)", "The most an owner may contribute as own employer beside the deferral."
)
def employer_contribution_beside_deferral(
    law: Law, earned: Money, deferral: Money, employer_lowers_pay: Truth, months: Ints = 12
) -> Money:
    return least(
        deductible=contribution_at_rate(law, earned, law.self_employed_plan_rate),
        under_415=employer_contribution_under_415(law, earned, deferral, employer_lowers_pay, months),
    )


@rule("IRC §401(c)(2)", "Earned income that is not deferred.")
def earned_but_not_deferred(earned: Money, deferral: Money) -> Money:
    return remaining(of=earned, deferral=deferral)


@rule("IRC §415(c)(1)(A)", "What the deferral leaves of the dollar limit.")
def annual_additions_beside_deferral(law: Law, deferral: Money, months: Ints = 12) -> Money:
    return remaining(of=annual_additions_dollar_limit(law, months), deferral=deferral)


@rule("IRC §404(a)(8), §415(c)", "The plan's formula, or more by the owner's wish, within the law.")
def own_employer_contribution(formula: Money, wished: Money, most: Money) -> Money:
    """`formula` is what the plan demands, `wished` the same with the wish on top, `most` what the law allows."""
    return greatest(plan_formula=formula, wish_within_the_law=wish_within_the_law(wished, most))


@rule("IRC §404(a)(3), (8); §415(c)", "The owner's wish, or what the law allows if that is less.")
def wish_within_the_law(wished: Money, most: Money) -> Money:
    return least(wish=wished, most=most)


@rule("IRC §415(c)(1)", "The plan's formula, or what fits under the limit if that is less.")
def formula_within_415(formula: Money, fits: Money) -> Money:
    return least(plan_formula=formula, fits_under_415=fits)


@rule(
    "IRC §415(c)(3)(B), §401(c)(2)(A)(v)",
    "Pay that caps annual additions: earned income less the own employer contribution.",
)
def self_employed_pay(earned: Money, employer: Money, employer_lowers_pay: Truth) -> Money:
    """`employer_lowers_pay` is the disputed setting: True follows the statute, False the common calculators."""
    return remaining(of=earned, own_employer_contribution=choose(employer_lowers_pay, employer, Money(0)))
