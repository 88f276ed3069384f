"""How much: the room that law and plan leave one person in one job's plan for one year (or a column of them).

Knows the order of things: deferral, catch-up, employer money, then what is left for after-tax contributions.
Refuses to know where the facts come from and how several jobs share a person's limits (`room/household.py` does).
"""

from __future__ import annotations

from dataclasses import dataclass

from megaroth.kit.money import NO_LIMIT, NONE, ZERO, Ints, Money, Rate, Truth
from megaroth.kit.rule import rule
from megaroth.kit.words import choose, greatest, largest_within, later, least, opposite, remaining, total
from megaroth.law.book import Law
from megaroth.law.s401a17_pay import countable_pay
from megaroth.law.s402g_deferrals import elective_deferral_left
from megaroth.law.s414q_hce import is_highly_compensated
from megaroth.law.s414v_catch_up import catch_up_available, catch_up_left, catch_up_must_be_roth, pay_not_deferred
from megaroth.law.s415c_annual_additions import (
    annual_additions_limit,
    deferral_that_must_count,
    left_of_annual_additions,
)
from megaroth.plan.caps import after_tax_cap, combined_cap_left, deferral_cap, hce_after_tax_cap
from megaroth.plan.match import employer_match, matched_contributions, nonelective_contribution
from megaroth.plan.model import Plan


@dataclass(frozen=True, slots=True)
class Facts:
    """One person's year in one job (or a column of them). What is not known is set to the safe side before it comes here.

    `pay` is eligible pay of the year, uncapped; `pay_415` the pay that caps annual additions, of all jobs with the
    employer group. `deferral_wanted` and the like may be `NO_LIMIT` for "as much as allowed". Amounts "elsewhere" are
    those that use up the person's own limits at other jobs; `other_plans` those that use up this employer group's limit.
    `*_made` is what has been contributed already and cannot be undone by planning; in a job that `is_over` nothing
    can be added to it. `own_employer_contribution` is a self-employed owner's, who pays it out of `pay`.
    """

    age: Ints
    pay: Money
    pay_415: Money
    service: Ints = 0
    last_year_pay: Money = ZERO
    last_year_fica_wages: Money = ZERO
    owns: Rate = NONE
    in_top_paid_group: Truth = True
    deferral_wanted: Money = NO_LIMIT
    catch_up_wanted: Money = NO_LIMIT
    after_tax_wanted: Money = NO_LIMIT
    is_roth: Truth = False
    deferrals_elsewhere: Money = ZERO
    catch_up_elsewhere: Money = ZERO
    other_plans: Money = ZERO
    forfeitures: Money = ZERO
    own_employer_contribution: Money = ZERO
    deferral_made: Money = ZERO
    match_made: Money = ZERO
    after_tax_made: Money = ZERO
    is_over: Truth = False


@dataclass(frozen=True, slots=True)
class Room:
    """What one job's plan takes in a year (or a column of answers). `total` counts what is planned, catch-up included."""

    annual_additions_limit: Money
    is_hce: Truth
    elective_deferral: Money
    catch_up_limit: Money
    catch_up: Money
    catch_up_must_be_roth: Truth
    match: Money
    nonelective: Money
    after_tax_room: Money
    after_tax_room_absolute: Money
    after_tax_planned: Money
    total: Money


@rule("IRC §402(g), the plan's cap and pay", "The most that may be deferred before catch-up.")
def elective_deferral_limit(law: Law, plan: Plan, facts: Facts) -> Money:
    return least(
        left_of_402g=elective_deferral_left(law, facts.deferrals_elsewhere),
        plan_deferral_cap=plan_cap_or_made(deferral_cap(plan, countable_pay(law, facts.pay)), facts.deferral_made),
        pay=facts.pay,
    )


@rule("IRC §402(g)(1)", "What was deferred above the plan's own cap is deferred all the same.")
def plan_cap_or_made(plan_cap: Money, made: Money) -> Money:
    return greatest(plan_deferral_cap=plan_cap, already_deferred=made)


@rule("the person's wish, within the limits", "What is deferred: as wished, but not less than already was.")
def deferral_as_wished(limit: Money, wanted: Money, made: Money) -> Money:
    return least(limit=limit, wish=choose(made > wanted, made, wanted))


@rule("IRC §415(c)(1), (2)", "What may still go in beside employer money that comes anyway.")
def available_for_deferrals(facts: Facts, limit: Money, nonelective: Money) -> Money:
    return remaining(
        of=limit,
        nonelective=nonelective,
        forfeitures=facts.forfeitures,
        other_plans=facts.other_plans,
        after_tax_made=facts.after_tax_made,
    )


@rule(
    "IRC §415(c)(1), Reg. §1.415(c)-1(b)", "Deferrals are cut until they fit under the limit together with their match."
)
def deferral_that_fits(
    plan: Plan,
    facts: Facts,
    pay: Money,
    available: Money,
    wished: Money,
    deferral_limit: Money,
    catch_up_limit: Money,
    must_be_roth: Truth,
) -> Money:
    def uses(deferral: Money) -> Money:
        catch_up = catch_up_beside(facts, deferral_limit, catch_up_limit, deferral)
        matched = catch_up_that_counts(plan, catch_up, must_be_roth)
        earned = match_on(plan, facts, pay, deferral, matched, ZERO)
        return choose(deferral <= facts.deferral_made, ZERO, deferral + earned)

    return largest_within(wished, available, uses)


def cut_to_fit(
    plan: Plan,
    facts: Facts,
    pay: Money,
    available: Money,
    wished: Money,
    deferral_limit: Money,
    catch_up_limit: Money,
    must_be_roth: Truth,
) -> tuple[Money, Money, Money, Money]:
    """Deferral, catch-up, the catch-up that may be matched and the match, where what is wished does not fit."""
    deferral = deferral_that_fits(plan, facts, pay, available, wished, deferral_limit, catch_up_limit, must_be_roth)
    return with_catch_up_and_match(plan, facts, pay, deferral, deferral_limit, catch_up_limit, must_be_roth)


def with_catch_up_and_match(
    plan: Plan,
    facts: Facts,
    pay: Money,
    deferral: Money,
    deferral_limit: Money,
    catch_up_limit: Money,
    must_be_roth: Truth,
) -> tuple[Money, Money, Money, Money]:
    """The deferral, the catch-up beside it, the part of that which may be matched, and the match."""
    catch_up = catch_up_beside(facts, deferral_limit, catch_up_limit, deferral)
    matched = catch_up_that_counts(plan, catch_up, must_be_roth)
    return deferral, catch_up, matched, match_on(plan, facts, pay, deferral, matched, ZERO)


@rule("the plan's match, and what was already matched", "The match of the year.")
def match_on(plan: Plan, facts: Facts, pay: Money, deferral: Money, catch_up: Money, after_tax: Money) -> Money:
    matched = matched_contributions(plan, deferral, catch_up, after_tax, facts.is_roth)
    return greatest(
        formula=choose(facts.is_over, ZERO, later(employer_match, plan, pay, matched, facts.service)),
        already_made=facts.match_made,
    )


@rule("IRC §414(v)(2)", "Catch-up as wished, as far as its limit goes and pay is left beside the deferral.")
def catch_up_beside(facts: Facts, deferral_limit: Money, catch_up_limit: Money, deferral: Money) -> Money:
    left = catch_up_left(catch_up_limit, facts.catch_up_elsewhere, pay_after_own_contribution(facts), deferral)
    return catch_up_as_wished(facts, deferral_limit, left)


@rule("the plan's match, IRC §414(v)(7)", "Catch-up that has to be Roth is not matched where Roth deferrals are not.")
def catch_up_that_counts(plan: Plan, catch_up: Money, must_be_roth: Truth) -> Money:
    return choose(plan.match_on_roth | opposite(must_be_roth), catch_up, ZERO)


@rule("IRC §414(v)", "Catch-up as wished, once the deferrals have reached their own limit.")
def catch_up_as_wished(facts: Facts, deferral_limit: Money, left: Money) -> Money:
    return least(
        left=left,
        wish=choose(facts.deferral_wanted >= deferral_limit, facts.catch_up_wanted, ZERO),
    )


@rule("IRC §415(c), where after-tax is matched", "The most after-tax money that fits together with the match it earns.")
def left_with_matched_after_tax(
    plan: Plan, facts: Facts, pay: Money, deferral: Money, catch_up: Money, match: Money, left: Money
) -> Money:
    """`left` is what the limit leaves beside `match`, the match without any after-tax contribution."""

    def uses(after_tax: Money) -> Money:
        return after_tax + match_on(plan, facts, pay, deferral, catch_up, after_tax)

    return largest_within(left, left + match, uses)


@rule("IRC §415(c) and the plan's terms", "Room for after-tax contributions: what the tightest of law and plan leaves.")
def after_tax_room(
    law: Law, plan: Plan, facts: Facts, is_hce: Truth, left: Money, deferral: Money, catch_up: Money
) -> Money:
    pay = countable_pay(law, facts.pay)
    return least(
        annual_additions=left,
        plan_after_tax_cap=after_tax_cap(plan, pay),
        plan_after_tax_dollar_cap=plan.after_tax_dollar_cap,
        plan_hce_cap=hce_after_tax_cap(plan, pay, is_hce),
        plan_combined_cap=combined_cap_left(plan, pay, deferral),
        pay_left=pay_left_for_after_tax(facts, deferral, catch_up),
        plan_allows=choose(plan.after_tax_allowed, NO_LIMIT, ZERO),
        job_is_over=choose(facts.is_over, facts.after_tax_made, NO_LIMIT),
    )


@rule("IRC §414(v)(2)(A)(ii) and payroll", "Contributions are withheld from pay; nobody can contribute more than that.")
def pay_left_for_after_tax(facts: Facts, deferral: Money, catch_up: Money) -> Money:
    return remaining(of=pay_not_deferred(pay_after_own_contribution(facts), deferral), catch_up=catch_up)


@rule("IRC §401(c)(2)(A)(v)", "Pay, less what a self-employed owner puts in as own employer.")
def pay_after_own_contribution(facts: Facts) -> Money:
    return remaining(of=facts.pay, own_employer_contribution=facts.own_employer_contribution)


@rule("the person's wish, within the room", "After-tax contributions as wished, but not less than already was made.")
def after_tax_as_wished(facts: Facts, room: Money) -> Money:
    return greatest(wish_within_room=within(facts.after_tax_wanted, room), already_made=facts.after_tax_made)


@rule("the person's wish, within the room", "The wish, or the room if that is less.")
def within(wish: Money, room: Money) -> Money:
    return least(wish=wish, room=room)


@rule("what goes into the plan in the year", "Deferrals, catch-up, employer money and after-tax contributions.")
def all_contributions(
    deferral: Money, catch_up: Money, match: Money, nonelective: Money, forfeitures: Money, after_tax: Money
) -> Money:
    return total(
        deferral=deferral,
        catch_up=catch_up,
        match=match,
        nonelective=nonelective,
        forfeitures=forfeitures,
        after_tax=after_tax,
    )


@rule("IRC §414(v)(2)", "Catch-up that neither this job nor another uses.")
def catch_up_unused(available: Money, used_elsewhere: Money, used: Money) -> Money:
    return remaining(of=available, used_elsewhere=used_elsewhere, used=used)


@rule("Reg. §1.414(v)-1(b)(1), (c)", "The room if the plan treats deferrals above §415(c) as catch-up at year end.")
def absolute_room(
    law: Law,
    plan: Plan,
    facts: Facts,
    is_hce: Truth,
    limit: Money,
    match: Money,
    nonelective: Money,
    deferral: Money,
    catch_up: Money,
    matched: Money,
    unused: Money,
) -> Money:
    """`matched` is the part of the catch-up that may be matched, `unused` the catch-up limit still open."""
    counted = deferral_that_must_count(deferral, unused)
    left = left_of_annual_additions(limit, counted, match, nonelective, facts.forfeitures, facts.other_plans)
    fits = choose(
        plan.match_on_after_tax,
        later(left_with_matched_after_tax, plan, facts, countable_pay(law, facts.pay), deferral, matched, match, left),
        left,
    )
    return after_tax_room(law, plan, facts, is_hce, fits, deferral, catch_up)


@rule(
    "IRC §402(g), §414(v), §415(c), §401(a)(17) and the plan", "What one job's plan takes in a year, and what is left."
)
def find_room(law: Law, plan: Plan, facts: Facts) -> Room:
    pay = countable_pay(law, facts.pay)
    limit = annual_additions_limit(law, facts.pay_415, plan.limitation_months)
    is_hce = is_highly_compensated(law, facts.last_year_pay, facts.owns, facts.in_top_paid_group)
    must_be_roth = catch_up_must_be_roth(law, facts.last_year_fica_wages)
    nonelective = nonelective_contribution(plan, pay) + facts.own_employer_contribution

    deferral_limit = elective_deferral_limit(law, plan, facts)
    wished = deferral_as_wished(deferral_limit, facts.deferral_wanted, facts.deferral_made)
    catch_up_limit = catch_up_available(law, facts.age, plan.super_catch_up, must_be_roth, plan.roth_deferrals)
    as_wished = with_catch_up_and_match(plan, facts, pay, wished, deferral_limit, catch_up_limit, must_be_roth)
    available = available_for_deferrals(facts, limit, nonelective)
    cut = later(cut_to_fit, plan, facts, pay, available, wished, deferral_limit, catch_up_limit, must_be_roth)
    deferral, catch_up, matched, match = choose(wished + as_wished[3] <= available, as_wished, cut)

    left = left_of_annual_additions(limit, deferral, match, nonelective, facts.forfeitures, facts.other_plans)
    left = choose(
        plan.match_on_after_tax,
        later(left_with_matched_after_tax, plan, facts, pay, deferral, matched, match, left),
        left,
    )
    room = after_tax_room(law, plan, facts, is_hce, left, deferral, catch_up)
    unused = catch_up_unused(catch_up_limit, facts.catch_up_elsewhere, catch_up)
    room_absolute = choose(
        unused > ZERO,
        later(absolute_room, law, plan, facts, is_hce, limit, match, nonelective, deferral, catch_up, matched, unused),
        room,
    )
    after_tax = after_tax_as_wished(facts, room)
    match = choose(plan.match_on_after_tax, later(match_on, plan, facts, pay, deferral, matched, after_tax), match)
    return Room(
        annual_additions_limit=limit,
        is_hce=is_hce,
        elective_deferral=deferral,
        catch_up_limit=catch_up_limit,
        catch_up=catch_up,
        catch_up_must_be_roth=must_be_roth,
        match=match,
        nonelective=nonelective,
        after_tax_room=room,
        after_tax_room_absolute=room_absolute,
        after_tax_planned=after_tax,
        total=all_contributions(deferral, catch_up, match, nonelective, facts.forfeitures, after_tax),
    )
