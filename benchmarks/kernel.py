"""The room once more, written by hand as one loop over rows: what the rules' speed is measured against.

Written from `docs/how-room-is-computed.md`, for the terms that `population.py` uses and no others. Compiled by numba where
that is installed; plain (and slow) Python otherwise. Never imported by the package.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from megaroth.kit.money import NO_LIMIT, Rate
from megaroth.law.book import Law
from megaroth.plan.model import Plan
from megaroth.room.room import Facts

try:
    from numba import njit
except ImportError:

    def njit(**_options: Any) -> Any:  # type: ignore[no-redef]
        return lambda function: function


FREE = NO_LIMIT.cents


def terms_of(plans: tuple[Plan, ...]) -> tuple[Any, Any]:
    """The plans as two tables of whole numbers: one line of terms each, and two tiers each."""
    terms, tiers = [], []
    for plan in plans:
        rates = (plan.after_tax_cap, plan.hce_after_tax_cap, plan.deferral_cap, plan.combined_cap, plan.nonelective)
        flags = (plan.after_tax_allowed, plan.super_catch_up, plan.match_on_catch_up)
        amounts = (plan.after_tax_dollar_cap, plan.match_dollar_cap, plan.nonelective_dollars)
        terms.append(
            [whole for rate in rates for whole in _whole(rate)]
            + [int(flag) for flag in flags]
            + [int(amount.cents) for amount in amounts]
        )
        lines = [[*_whole(tier.rate), *_whole(tier.of_pay)] for tier in plan.match]
        tiers.append([*lines, *([[0, 1, 0, 1]] * (2 - len(lines)))])
    return np.array(terms, dtype=np.int64), np.array(tiers, dtype=np.int64)


def _whole(rate: Rate) -> tuple[int, int]:
    return int(rate.top), int(rate.bottom)


def law_numbers(law: Law) -> Any:
    """The year's numbers that the kernel reads."""
    limits = (law.elective_deferrals, law.catch_up, law.catch_up_60_to_63, law.annual_additions, law.compensation)
    tests = (law.hce_pay, law.roth_catch_up_wages)
    ages = (law.catch_up_age, law.higher_catch_up_first_age, law.higher_catch_up_last_age)
    whole = [limit.amount.cents for limit in (*limits, *tests)]
    return np.array([*whole, *ages, int(law.roth_catch_up_in_force)], dtype=np.int64)


@njit(error_model="numpy")
def half_up(cents: int, top: int, bottom: int) -> int:
    return (2 * cents * top + bottom) // (2 * bottom)


@njit(error_model="numpy")
def match_of(tiers: Any, counted: int, matched: int, most: int) -> int:
    earned = 0
    for at in range(2):
        top, bottom, pay_top, pay_bottom = tiers[at, 0], tiers[at, 1], tiers[at, 2], tiers[at, 3]
        earns = half_up(matched, top, bottom)
        if pay_top >= 0:
            earns = min(earns, half_up(counted, pay_top * top, pay_bottom * bottom))
            matched = max(matched - half_up(counted, pay_top, pay_bottom), 0)
        else:
            matched = 0
        earned += earns
    return min(earned, most)


@njit(error_model="numpy")
def rooms(law: Any, terms: Any, tiers: Any, which: Any, facts: Any, out: Any) -> None:
    """Fill the twelve columns of `out`, in the order of the fields of `Room`."""
    age, pay_of, last_of, wages_of, deferral_of, catch_up_of, after_tax_of = facts
    l402g, cu, cu_high, l415, l17, hce_pay, roth_wages, age_cu, age_high, age_last, in_force = law
    for i in range(len(age)):
        plan, tier = terms[which[i]], tiers[which[i]]
        pay = pay_of[i]
        counted = min(pay, l17)
        limit = min(l415, pay)
        hce = last_of[i] > hce_pay
        must = in_force == 1 and wages_of[i] > roth_wages
        nonelective = half_up(counted, plan[8], plan[9]) + plan[15]
        cap = counted * plan[4] // plan[5] if plan[4] >= 0 else FREE
        most = min(l402g, min(cap, pay))
        deferral = min(most, deferral_of[i])
        available = 0
        if age[i] >= age_cu:
            available = cu_high if age_high <= age[i] <= age_last and plan[11] else cu
        wish = min(available, catch_up_of[i] if deferral_of[i] >= most else 0)
        catch_up = min(wish, max(pay - deferral, 0))
        with_match = catch_up if plan[12] else 0
        match = match_of(tier, counted, deferral + with_match, plan[14])
        fits = max(limit - nonelective, 0)
        if deferral + match > fits:
            low, high = 0, deferral
            while low < high:
                middle = (low + high + 1) // 2
                with_match = min(wish, max(pay - middle, 0)) if plan[12] else 0
                if middle + match_of(tier, counted, middle + with_match, plan[14]) <= fits:
                    low = middle
                else:
                    high = middle - 1
            deferral = low
            catch_up = min(wish, max(pay - deferral, 0))
            with_match = catch_up if plan[12] else 0
            match = match_of(tier, counted, deferral + with_match, plan[14])
        caps = plan[13] if plan[10] else 0
        if plan[0] >= 0:
            caps = min(caps, counted * plan[0] // plan[1])
        if hce and plan[2] >= 0:
            caps = min(caps, counted * plan[2] // plan[3])
        if plan[6] >= 0:
            caps = min(caps, max(counted * plan[6] // plan[7] - deferral, 0))
        caps = min(caps, max(max(pay - deferral, 0) - catch_up, 0))
        room = min(caps, max(limit - deferral - match - nonelective, 0))
        unused = max(available - catch_up, 0)
        absolute = min(caps, max(limit - max(deferral - unused, 0) - match - nonelective, 0))
        planned = min(after_tax_of[i], room)
        out[0, i] = limit
        out[1, i] = hce
        out[2, i] = deferral
        out[3, i] = available
        out[4, i] = catch_up
        out[5, i] = must
        out[6, i] = match
        out[7, i] = nonelective
        out[8, i] = room
        out[9, i] = absolute
        out[10, i] = planned
        out[11, i] = deferral + catch_up + match + nonelective + planned


def columns_of(facts: Facts) -> tuple[Any, ...]:
    """The seven columns the kernel reads."""
    amounts = (facts.pay, facts.last_year_pay, facts.last_year_fica_wages)
    wishes = (facts.deferral_wanted, facts.catch_up_wanted, facts.after_tax_wanted)
    return (facts.age, *(amount.cents for amount in (*amounts, *wishes)))
