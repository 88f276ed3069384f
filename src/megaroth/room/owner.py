"""What a self-employed owner puts in as own employer: the plan's formula, and more by wish, as far as the law goes."""

from megaroth.kit.money import ZERO, Money, Truth
from megaroth.kit.rule import rule
from megaroth.law.book import Law
from megaroth.law.s401c_earned_income import (
    contribution_by_formula,
    employer_contribution_beside_deferral,
    employer_contribution_under_415,
    formula_within_415,
    own_employer_contribution,
)
from megaroth.plan.model import Plan


@rule("IRC §401(c)(2), §404(a)(8), §415(c)", "What a self-employed owner contributes as own employer in the year.")
def own_contribution(
    law: Law, plan: Plan, earned: Money, deferral: Money, wish: Money, employer_lowers_pay: Truth
) -> Money:
    """`wish` comes on top of what the plan's formula demands; `NO_LIMIT` for as much as the law allows."""
    rate, dollars = plan.nonelective + plan.profit_sharing, plan.nonelective_dollars + plan.profit_sharing_dollars
    formula = contribution_by_formula(law, earned, dollars, rate)
    fits = employer_contribution_under_415(law, earned, ZERO, employer_lowers_pay, plan.limitation_months)
    return own_employer_contribution(
        formula_within_415(formula, fits),
        contribution_by_formula(law, earned, dollars + wish, rate),
        employer_contribution_beside_deferral(law, earned, deferral, employer_lowers_pay, plan.limitation_months),
    )
