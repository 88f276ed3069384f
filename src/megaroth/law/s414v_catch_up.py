"""Catch-up contributions, IRC §414(v): from the year a person turns 50, a higher amount in the years 60 to 63.

Only elective deferrals can be catch-up; after-tax contributions never are. Ages are those attained by 31 December.
"""

from megaroth.kit.money import NO_LIMIT, ZERO, Ints, Money, Truth
from megaroth.kit.rule import rule
from megaroth.kit.words import by_age, choose, least, opposite, remaining
from megaroth.law.book import Law


@rule(
    "IRC §414(v)(2)(B), (E), (5)(A)", "Catch-up by the age attained in the year; the 60-63 amount replaces the other."
)
def catch_up_limit(law: Law, age: Ints, plan_offers_higher: Truth) -> Money:
    return by_age(
        age,
        (law.catch_up_age, law.catch_up),
        (law.higher_catch_up_first_age, higher_catch_up(law, plan_offers_higher)),
        (law.higher_catch_up_last_age + 1, law.catch_up),
    )


@rule("IRC §414(v)(2)(E); a plan need not offer it", "At 60 to 63 the higher amount, where the plan offers it.")
def higher_catch_up(law: Law, plan_offers_higher: Truth) -> Money:
    return choose(plan_offers_higher, law.catch_up_60_to_63.amount, law.catch_up.amount)


@rule(
    "IRC §414(v)(7)(A); Reg. §1.414(v)-2(a)",
    "Catch-up must be Roth for those whose FICA wages from this employer were more than the threshold last year.",
)
def catch_up_must_be_roth(law: Law, last_year_fica_wages: Money) -> Truth:
    return law.roth_catch_up_in_force & (last_year_fica_wages > law.roth_catch_up_wages.amount)


@rule(
    "IRC §414(v)(3)(A), (7)(B); Reg. §1.414(v)-2",
    "A person held to Roth catch-up has none in a plan without Roth deferrals.",
)
def catch_up_available(
    law: Law, age: Ints, plan_offers_higher: Truth, must_be_roth: Truth, plan_has_roth: Truth
) -> Money:
    return least(
        by_age=catch_up_limit(law, age, plan_offers_higher),
        no_roth_in_the_plan=choose(must_be_roth & opposite(plan_has_roth), ZERO, NO_LIMIT),
    )


@rule(
    "IRC §414(v)(2)(A)",
    "Catch-up is at most the person's limit less what was used elsewhere, and pay not yet deferred.",
)
def catch_up_left(available: Money, used_elsewhere: Money, pay: Money, deferral: Money) -> Money:
    return least(
        limit=choose(available > used_elsewhere, available - used_elsewhere, ZERO),
        pay_left=pay_not_deferred(pay, deferral),
    )


@rule("IRC §414(v)(2)(A)(ii)", "Catch-up cannot exceed pay less the other deferrals.")
def pay_not_deferred(pay: Money, deferral: Money) -> Money:
    return remaining(of=pay, deferral=deferral)
