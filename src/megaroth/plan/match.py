"""Employer money: match formulas, nonelective and profit-sharing contributions.

A formula works on eligible pay counted up to the §401(a)(17) limit. Each tier is rounded to the cent, halves up, as
payrolls do. What payroll does within the year (per payday, true-up) is the schedule's affair, not the formula's.
"""

from megaroth.kit.money import NO_LIMIT, ZERO, Ints, Money, Rate, Rounding, Truth
from megaroth.kit.rule import rule
from megaroth.kit.words import choose, greatest, later, least, opposite, portion, total
from megaroth.plan.model import MatchStep, Plan, Tier


def _of_pay(pay: Money, share: Rate) -> Money:
    return choose(share.top >= 0, later(portion, pay, share, Rounding.HALF_UP), NO_LIMIT)


def _serves(tier: Tier, service: Ints) -> Truth:
    return (service >= tier.service_from) & (service < tier.service_below)


@rule("the plan's match formula", "One tier: its rate on the deferrals that reach into it, up to its width.")
def tier_match(tier: Tier, pay: Money, reaching: Money) -> Money:
    """`reaching` is what is left of the matched contributions after the tiers below."""
    return least(
        contributed=portion(reaching, tier.rate, Rounding.HALF_UP),
        share_of_pay=choose(
            tier.of_pay.top >= 0, later(portion, pay, tier.of_pay * tier.rate, Rounding.HALF_UP), NO_LIMIT
        ),
        dollars=portion(tier.dollars, tier.rate, Rounding.HALF_UP),
    )


@rule("the plan's match formula", "How much contribution one tier takes up before the next begins.")
def tier_width(tier: Tier, pay: Money) -> Money:
    return least(share_of_pay=_of_pay(pay, tier.of_pay), dollars=tier.dollars)


@rule("the plan's match formula", "A step match: the highest step whose share of pay was deferred.")
def step_match(steps: tuple[MatchStep, ...], pay: Money, matched: Money) -> Money:
    return greatest(
        nothing=ZERO,
        **{
            f"step_{number}": choose(
                matched >= portion(pay, step.deferring, Rounding.HALF_UP),
                portion(pay, step.earns, Rounding.HALF_UP),
                ZERO,
            )
            for number, step in enumerate(steps, 1)
        },
    )


@rule("the plan's match formula", "The tiers of a formula, one after the other.")
def tiers_match(tiers: tuple[Tier, ...], pay: Money, matched: Money, service: Ints) -> Money:
    earned = {"nothing": ZERO}
    reaching = matched
    for number, tier in enumerate(tiers, 1):
        serves = _serves(tier, service)
        earned[f"tier_{number}"] = choose(serves, tier_match(tier, pay, reaching), ZERO)
        taken = choose(serves, tier_width(tier, pay), ZERO)
        reaching = choose(reaching > taken, reaching - taken, ZERO)
    return total(**earned)


@rule("the plan's match formula", "The greater of the plan's formulas.")
def formula_match(plan: Plan, pay: Money, matched: Money, service: Ints) -> Money:
    return greatest(
        tiers=tiers_match(plan.match, pay, matched, service),
        alternative=tiers_match(plan.match_alternative, pay, matched, service),
        steps=step_match(plan.match_steps, pay, matched),
    )


@rule("the plan's match formula and its limits", "The formula, up to the plan's largest match.")
def employer_match(plan: Plan, pay: Money, matched: Money, service: Ints) -> Money:
    """The match of a whole year. `pay` is countable pay, `matched` the contributions that the plan matches."""
    return least(
        formula=formula_match(plan, pay, matched, service),
        dollar_cap=plan.match_dollar_cap,
        share_of_pay_cap=_of_pay(pay, plan.match_pay_cap),
    )


@rule("the plan's match formula", "The contributions that the plan matches.")
def matched_contributions(plan: Plan, deferral: Money, catch_up: Money, after_tax: Money, is_roth: Truth) -> Money:
    deferrals_count = plan.match_on_roth | opposite(is_roth)
    return total(
        deferral=choose(deferrals_count, deferral, ZERO),
        catch_up=choose(deferrals_count & plan.match_on_catch_up, catch_up, ZERO),
        after_tax=choose(plan.match_on_after_tax, after_tax, ZERO),
    )


@rule("the plan's nonelective and profit-sharing terms", "Employer money that needs no deferral.")
def nonelective_contribution(plan: Plan, pay: Money) -> Money:
    return total(
        share_of_pay=portion(pay, plan.nonelective, Rounding.HALF_UP),
        dollars=plan.nonelective_dollars,
        profit_sharing=portion(pay, plan.profit_sharing, Rounding.HALF_UP),
        profit_sharing_dollars=plan.profit_sharing_dollars,
    )
