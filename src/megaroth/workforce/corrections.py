"""What one participant's contributions break, and what goes back, in the order of the law.

Annual additions first, then the deferral limit; what is left is tested. One body for a person and for a column of them.
Earnings are said apart (`law/s401m_refund`, `law/s402g_excess`), for they need the account's year.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from megaroth.kit.money import ZERO, Ints, Money
from megaroth.kit.rule import rule
from megaroth.kit.words import choose, largest_within, later, least, remaining, smallest_that_earns
from megaroth.law.book import Law
from megaroth.law.s401a17_pay import countable_pay
from megaroth.law.s402g_deferrals import excess_deferral
from megaroth.law.s414v_catch_up import catch_up_available, catch_up_must_be_roth
from megaroth.law.s415_correction import employer_money_forfeited, excess_left, unmatched_returned
from megaroth.law.s415c_annual_additions import (
    annual_additions,
    annual_additions_limit,
    excess_annual_additions,
)
from megaroth.plan.match import employer_match, matched_contributions
from megaroth.plan.model import Plan
from megaroth.room.room import Facts, elective_deferral_limit


@dataclass(frozen=True, slots=True)
class Made:
    """What went into one plan in the year: `deferral` with catch-up in it; `employer` is money other than the match."""

    deferral: Money
    after_tax: Money
    match: Money
    employer: Money = ZERO


@dataclass(frozen=True, slots=True)
class Judged:
    """How a year of contributions stands under the deferral and annual additions limits, before any correction."""

    pay: Money
    """Counted up to §401(a)(17)."""
    regular: Money
    """Deferrals that are neither catch-up nor in excess."""
    catch_up: Money
    catch_up_unused: Money
    excess_deferral: Money
    annual_additions_limit: Money
    annual_additions: Money
    kept_as_catch_up: Money
    """Deferrals above the annual additions limit that become catch-up."""
    excess_additions: Money
    """What must be corrected beside that."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What corrects an excess of annual additions; `uncorrected` is what no contribution is left for."""

    after_tax: Money
    deferral: Money
    match_forfeited: Money
    employer_forfeited: Money
    uncorrected: Money


@rule("Reg. §1.411(a)-4(b)(7); §1.401(a)(4)-11(g)(3)(vii)", "Match on contributions that are given back is forfeited.")
def orphaned_match(plan: Plan, pay: Money, match: Money, matched: Money, matched_left: Money, service: Ints) -> Money:
    """`matched` were the matched contributions, `matched_left` those that stay; at most `match`, what was made."""
    earned = employer_match(plan, pay, matched, service)
    return least(match=match, lost=match_lost(earned, employer_match(plan, pay, matched_left, service)))


@rule("the plan's match formula", "What the formula gives less than before.")
def match_lost(earned: Money, still_earned: Money) -> Money:
    return remaining(of=earned, still_earned=still_earned)


@rule("Rev. Proc. 2021-30 §6.06(2); IRC §415(c)", "Contributions that earn no match are unmatched.")
def unmatched_contributions(plan: Plan, pay: Money, matched: Money, service: Ints) -> Money:
    def earns(contribution: Money) -> Money:
        return employer_match(plan, pay, contribution, service)

    return remaining(of=matched, needed_for_the_match=smallest_that_earns(matched, earns))


@rule(
    "Reg. §1.414(v)-1(b)(1), (c)",
    "Deferrals above the person's or the plan's limit are catch-up, as far as its limit goes.",
)
def catch_up_made(deferral: Money, deferral_limit: Money, catch_up_limit: Money) -> Money:
    return least(over=over_limit(deferral, deferral_limit), catch_up_limit=catch_up_limit)


@rule("Reg. §1.414(v)-1(b)(1), (c)", "Deferrals above a limit.")
def over_limit(deferral: Money, deferral_limit: Money) -> Money:
    return remaining(of=deferral, deferral_limit=deferral_limit)


@rule(
    "Reg. §1.414(v)-1(b)(1)(i), (c)",
    "Deferrals above the annual additions limit become catch-up, as far as it is unused.",
)
def kept_as_catch_up(excess: Money, catch_up_unused: Money, deferral: Money) -> Money:
    return least(excess=excess, catch_up_unused=catch_up_unused, deferral=deferral)


@rule("IRC §402(g), §414(v), §415(c), §401(a)(17)", "How a year of contributions stands under the limits.")
def judged(law: Law, plan: Plan, facts: Facts, made: Made) -> Judged:
    """`facts` say age, pay, wages of the year before, other plans of the employer and forfeitures; the rest is `made`."""
    must_be_roth = catch_up_must_be_roth(law, facts.last_year_fica_wages)
    catch_up_limit = catch_up_available(law, facts.age, plan.super_catch_up, must_be_roth, plan.roth_deferrals)
    limit = elective_deferral_limit(law, plan, replace(facts, deferral_made=ZERO, deferrals_elsewhere=ZERO))
    catch_up = catch_up_made(made.deferral, limit, catch_up_limit)
    excess = excess_deferral(law, made.deferral, catch_up)
    regular = made.deferral - catch_up - excess
    of_employer = made.match + made.employer
    additions = annual_additions(regular, of_employer, facts.forfeitures, made.after_tax)
    of_group = annual_additions_limit(law, facts.pay_415, plan.limitation_months)
    left_for_plan = what_stays(of_group, facts.other_plans)
    over = excess_annual_additions(left_for_plan, additions)
    unused = what_stays(catch_up_limit, catch_up)
    kept = kept_as_catch_up(over, unused, regular)
    return Judged(
        countable_pay(law, facts.pay), regular, catch_up, unused, excess, of_group, additions, kept, over - kept
    )


@rule("Rev. Proc. 2021-30 §6.06(2)", "What stays of an amount when a part of it is used or goes back.")
def what_stays(amount: Money, gone: Money) -> Money:
    return remaining(of=amount, gone=gone)


@rule(
    "Rev. Proc. 2021-30 §6.06(2)(c), (d)",
    "Matched contributions are kept as far as they fit together with their match.",
)
def kept_with_match(
    plan: Plan, pay: Money, match: Money, matched: Money, still: Money, target: Money, service: Ints
) -> Money:
    """`matched` earned the match, `still` are there, and they and the match may come to `target`."""

    def uses(kept: Money) -> Money:
        return kept + match - orphaned_match(plan, pay, match, matched, kept, service)

    return largest_within(still, target, uses)


@rule("Rev. Proc. 2021-30 §6.06(2); IRC §415(c)", "An excess of annual additions, corrected in its order.")
def returned_for_additions(plan: Plan, facts: Facts, made: Made, stands: Judged) -> Returned:
    """Unmatched after-tax, unmatched deferrals, matched ones with their match (after-tax first), other employer money.

    A plan document may say otherwise; it goes first.
    """
    matched = matched_contributions(plan, stands.regular, stands.catch_up, made.after_tax, facts.is_roth)
    unmatched = unmatched_contributions(plan, stands.pay, matched, facts.service)
    of_after_tax = choose(plan.match_on_after_tax, unmatched_returned(unmatched, made.after_tax), made.after_tax)
    first = unmatched_returned(stands.excess_additions, of_after_tax)
    excess = excess_left(stands.excess_additions, first, ZERO)

    counted = choose(plan.match_on_after_tax, first, ZERO)
    regular = what_stays(stands.regular, stands.kept_as_catch_up)
    of_deferral = unmatched_returned(what_stays(unmatched, counted), regular)
    is_matched = matched_contributions(plan, regular, ZERO, ZERO, facts.is_roth) > ZERO
    of_deferral = choose(is_matched, of_deferral, regular)
    second = unmatched_returned(excess, of_deferral)
    excess = excess_left(excess, second, ZERO)

    still = what_stays(matched, counted + choose(is_matched, second, ZERO))
    target = what_stays(still + made.match, excess)
    could_go = what_stays(regular + choose(plan.match_on_after_tax, made.after_tax, ZERO), counted + second)
    lowest = what_stays(still, could_go)

    keeps = later(kept_with_match, plan, stands.pay, made.match, matched, still, target, facts.service)
    fits = choose(excess > ZERO, keeps, still)
    kept = choose(fits > lowest, fits, lowest)
    third = choose(excess > ZERO, still - kept, ZERO)
    forfeited = choose(
        excess > ZERO,
        later(orphaned_match, plan, stands.pay, made.match, matched, kept, facts.service),
        ZERO,
    )
    after_tax_third = choose(
        plan.match_on_after_tax, unmatched_returned(third, what_stays(made.after_tax, first)), ZERO
    )
    excess = excess_left(excess, third, forfeited)
    employer = employer_money_forfeited(excess, made.employer)
    excess = excess_left(excess, ZERO, employer)
    of_match = employer_money_forfeited(excess, what_stays(made.match, forfeited))
    return Returned(
        after_tax=first + after_tax_third,
        deferral=second + (third - after_tax_third),
        match_forfeited=forfeited + of_match,
        employer_forfeited=employer,
        uncorrected=excess_left(excess, ZERO, of_match),
    )
