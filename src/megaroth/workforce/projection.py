"""If nothing changes: where each row ends the year, the payday on which a limit would be passed, and what lands exactly.

A documented part of the schedule, over columns: the pay still to come is paid in equal paychecks, elections are percents
of it rounded as payroll rounds them, payroll stops at nothing, and the match counted is the year's. Raises, bonuses, stops
and match by payday are `megaroth schedule`'s, one person at a time.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from megaroth.kit.money import Money, Rate, Rounding
from megaroth.kit.words import portion
from megaroth.law.s402g_deferrals import excess_deferral
from megaroth.law.s415c_annual_additions import excess_annual_additions
from megaroth.workforce.cells import Column, Flags
from megaroth.workforce.checks import Clean
from megaroth.workforce.fields import ALL
from megaroth.workforce.settings import Sponsor

_CENTS = pa.decimal64(18, 2)
PROJECTED: dict[str, Any] = {
    "paydays_left": pa.int16(),
    "projected_deferral": _CENTS,
    "projected_after_tax": _CENTS,
    "projected_excess_deferral": _CENTS,
    "projected_excess_additions": _CENTS,
    "payday_of_excess": pa.int16(),
    "date_of_excess": pa.date32(),
    "deferral_percent": _CENTS,
    "deferral_percent_last": _CENTS,
    "deferral_last_paydays": pa.int16(),
    "deferral_unfilled": _CENTS,
    "after_tax_percent": _CENTS,
    "after_tax_percent_last": _CENTS,
    "after_tax_last_paydays": pa.int16(),
    "after_tax_unfilled": _CENTS,
}
"""`…_percent` for the paydays to come but the last `…_last_paydays`, which take `…_percent_last`; what stays unfilled."""
NEVER = 32_766


def project(clean: Clean, amounts: dict[str, Column], sponsor: Sponsor) -> dict[str, Any]:
    """The columns of `PROJECTED`, empty where paydays or pay to come are not known."""
    length = len(clean)
    count = _paydays_left(clean, sponsor)
    known = (count > 0) & clean.is_known("pay_so_far")
    paydays = np.maximum(count, 1)
    to_come = np.maximum(clean.values["pay"] - clean.values["pay_so_far"], 0)
    paycheck = to_come // paydays
    pre_tax, roth = _withheld(clean, paycheck, "pre_tax_percent"), _withheld(clean, paycheck, "roth_percent")
    after_tax = _withheld(clean, paycheck, "after_tax_percent")
    deferral = pre_tax + roth
    made = np.broadcast_to(np.asarray((clean.money("pre_tax") + clean.money("roth")).cents, np.int64), length)
    made_after_tax = np.broadcast_to(np.asarray(clean.money("after_tax").cents, np.int64), length)
    all_deferral, all_after_tax = made + deferral * paydays, made_after_tax + after_tax * paydays
    law = sponsor.law
    elsewhere = np.broadcast_to(np.asarray(clean.money("deferred_elsewhere").cents, np.int64), length)
    catch_up = Money(amounts["catch_up_limit"])
    over = excess_deferral(law, Money(all_deferral + elsewhere), catch_up)
    most = np.asarray((law.elective_deferrals.amount + catch_up).cents) - elsewhere
    first = _payday(most - made, deferral, paydays)
    # Regular deferrals alone count against annual additions; the match and other employer money are the year's.
    most_regular = np.maximum(int(law.elective_deferrals.amount.cents) - elsewhere, 0)
    of_employer = amounts["match"] + amounts["nonelective"]
    regular = np.minimum(all_deferral, most_regular)
    additions = Money(regular + all_after_tax + of_employer)
    over_additions = excess_annual_additions(Money(amounts["annual_additions_limit"]), additions)
    room = amounts["annual_additions_limit"] - of_employer
    second = _additions_payday(room, made, deferral, most_regular, made_after_tax, after_tax, paydays)
    when = np.minimum(first, second)
    happens = known & (when < NEVER)
    step = _steps(clean, sponsor)
    deferral_now = _lands(amounts["deferral_left"], paycheck, paydays, step, _caps(clean, sponsor, "deferral_cap"))
    left = np.minimum(_caps(clean, sponsor, "after_tax_cap"), ALL - deferral_now[1] * 100)
    after_tax_now = _lands(amounts["after_tax_left"], paycheck, paydays, step, left)
    columns = {
        "paydays_left": pa.array(count.astype(np.int16), mask=~known),
        "projected_deferral": _cents(all_deferral, known),
        "projected_after_tax": _cents(all_after_tax, known),
        "projected_excess_deferral": _cents(np.asarray(over.cents), known),
        "projected_excess_additions": _cents(np.asarray(over_additions.cents), known),
        "payday_of_excess": pa.array(np.where(happens, when, 0).astype(np.int16), mask=~happens),
        "date_of_excess": _dates(when, happens, sponsor),
    }
    for name, (percent, last, count, unfilled) in (("deferral", deferral_now), ("after_tax", after_tax_now)):
        columns[f"{name}_percent"] = _cents(percent, known)
        columns[f"{name}_percent_last"] = _cents(last, known)
        columns[f"{name}_last_paydays"] = pa.array(count.astype(np.int16), mask=~known)
        columns[f"{name}_unfilled"] = _cents(unfilled, known)
    return columns


def _paydays_left(clean: Clean, sponsor: Sponsor) -> Column:
    if "paydays_left" in clean.values:
        return clean.values["paydays_left"]
    after = [day for day in sponsor.paydays if sponsor.as_of is None or day > sponsor.as_of]
    return np.full(len(clean), len(after), np.int64)


def _withheld(clean: Clean, paycheck: Column, name: str) -> Column:
    """What an election takes from one paycheck, rounded as payroll does."""
    if name not in clean.values:
        return np.zeros(len(clean), np.int64)
    return np.asarray(portion(Money(paycheck), Rate(clean.values[name], ALL), Rounding.HALF_UP).cents)


def _payday(left: Column, each: Column, paydays: Column) -> Column:
    """The first payday (from 1) after which more than `left` is gone; `NEVER` where that does not happen."""
    gone = np.where(each > 0, np.maximum(left, -1) // np.maximum(each, 1) + 1, NEVER)
    gone = np.where(left < 0, 1, gone)
    return np.where(gone <= paydays, gone, NEVER)


def _additions_payday(
    room: Column, made: Column, deferral: Column, most: Column, made_after: Column, after_tax: Column, paydays: Column
) -> Column:
    """The same for annual additions: deferrals count until they reach their own limit."""
    counted = np.minimum(made, most)
    both = _payday(room - counted - made_after, deferral + after_tax, paydays)
    stops = np.where(deferral > 0, (most - counted) // np.maximum(deferral, 1), NEVER)
    alone = _payday(room - most - made_after, after_tax, paydays)
    return np.where(both <= stops, both, alone)


def _steps(clean: Clean, sponsor: Sponsor) -> Column:
    """The step of elections of each row's plan, in ten-thousandths of a percent; whole percents where it is not said."""
    steps = []
    for terms in sponsor.plans:
        rate = terms.finished.draft.value("election_step_percent")
        steps.append(max(int(rate.top) * ALL // int(rate.bottom), 1) if isinstance(rate, Rate) else ALL // 100)
    return np.array(steps, np.int64)[clean.plan]


def _caps(clean: Clean, sponsor: Sponsor, name: str) -> Column:
    """A cap of each row's plan in ten-thousandths of a percent, all of pay where the plan sets none."""
    caps = []
    for terms in sponsor.plans:
        rate: Rate = getattr(terms.finished.plan, name)
        caps.append(ALL if rate.top < 0 else int(rate.top) * ALL // int(rate.bottom))
    return np.array(caps, np.int64)[clean.plan]


def _lands(
    target: Column, paycheck: Column, paydays: Column, step: Column, most: Column
) -> tuple[Column, Column, Column, Column]:
    """The percent now and, for the last paydays, one step more, that come nearest to the target without passing it.

    No percent is above `most`. The candidates about an estimate are all judged, and the best that fits is taken.
    """
    most = np.maximum(most, 0) // step * step
    target = np.maximum(target, 0)

    def takes(percent: Column) -> Column:
        return np.asarray(portion(Money(paycheck), Rate(percent, ALL), Rounding.HALF_UP).cents)

    whole = np.maximum(paycheck * paydays, 1)
    guess = np.minimum(np.floor(target / whole * ALL).astype(np.int64) // step * step, most)
    best = np.zeros_like(guess)
    for candidate in (guess - step, guess, guess + step):
        fits = (candidate >= 0) & (candidate <= most) & (takes(np.maximum(candidate, 0)) * paydays <= target)
        best = np.where(fits, candidate, best)
    each, more = takes(best), takes(np.minimum(best + step, most))
    last = np.where(more > each, np.minimum((target - each * paydays) // np.maximum(more - each, 1), paydays), 0)
    filled = each * (paydays - last) + more * last
    # In hundredths of a percent, as the columns show them.
    return best // 100, np.where(last > 0, np.minimum(best + step, most), best) // 100, last, target - filled


def _dates(when: Column, happens: Flags, sponsor: Sponsor) -> Any:
    after = [day for day in sponsor.paydays if sponsor.as_of is None or day > sponsor.as_of]
    if not after:
        return pa.nulls(len(when), pa.date32())
    known = happens & (when <= len(after))
    days = np.array(after, dtype="datetime64[D]")[np.where(known, when, 1) - 1]
    return pa.array(days, mask=~known)


def _cents(values: Column, known: Flags) -> Any:
    bits = pa.py_buffer(np.packbits(known, bitorder="little"))
    return pa.Array.from_buffers(_CENTS, len(values), [bits, pa.py_buffer(np.ascontiguousarray(values, np.int64))])
