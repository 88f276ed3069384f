"""The plan's own caps on what a participant may contribute. Percentages are of pay counted up to §401(a)(17)."""

from megaroth.kit.money import NO_LIMIT, Money, Truth
from megaroth.kit.rule import rule
from megaroth.kit.words import cap, choose, later, remaining
from megaroth.plan.model import Plan


@rule("the plan's limit on deferrals", "Deferrals are at most a share of eligible pay.")
def deferral_cap(plan: Plan, pay: Money) -> Money:
    return cap(pay, plan.deferral_cap)


@rule("the plan's limit on after-tax contributions", "After-tax contributions are at most a share of eligible pay.")
def after_tax_cap(plan: Plan, pay: Money) -> Money:
    return cap(pay, plan.after_tax_cap)


@rule("the plan's limit for highly compensated employees", "Highly compensated: at most another share of eligible pay.")
def hce_after_tax_cap(plan: Plan, pay: Money, is_hce: Truth) -> Money:
    return choose(is_hce, later(cap, pay, plan.hce_after_tax_cap), NO_LIMIT)


@rule("the plan's combined limit", "Deferrals and after-tax together are at most a share of eligible pay.")
def combined_cap_left(plan: Plan, pay: Money, deferral: Money) -> Money:
    return choose(plan.combined_cap.top >= 0, later(combined_cap_after_deferral, plan, pay, deferral), NO_LIMIT)


@rule("the plan's combined limit", "What deferrals leave of the combined limit.")
def combined_cap_after_deferral(plan: Plan, pay: Money, deferral: Money) -> Money:
    return remaining(of=cap(pay, plan.combined_cap), deferral=deferral)
