"""A made-up workforce: ages, pay, last year's pay and wishes in the mix of a large employer; and plans to put it in.

Amounts are whole cents. Nothing here describes real people.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import numpy as np

from megaroth.kit.column import column, stack, take
from megaroth.kit.money import NO_LIMIT, Money, Rate
from megaroth.plan.model import Plan, Tier
from megaroth.room.room import Facts

PLANS = (
    Plan("half of 4%", True, Rate(1, 10), hce_after_tax_cap=Rate(3, 50), match=(Tier(Rate(1, 2), Rate(1, 25)),)),
    Plan("two tiers", True, Rate(1, 4), match=(Tier(Rate(1, 1), Rate(3, 100)), Tier(Rate(1, 2), Rate(1, 50)))),
    Plan("half of all", True, super_catch_up=True, match=(Tier(Rate(1, 2)),), match_dollar_cap=Money(12_250_00)),
    Plan("no after-tax", False, match=(Tier(Rate(1, 1), Rate(3, 50)),), match_on_catch_up=True),
    Plan(
        "combined cap",
        True,
        combined_cap=Rate(3, 4),
        deferral_cap=Rate(1, 2),
        match=(Tier(Rate(1, 1), Rate(1, 20)),),
        nonelective=Rate(3, 100),
    ),
    Plan("plain dollars", True, after_tax_dollar_cap=Money(20_000_00), nonelective_dollars=Money(1_000_00)),
)
"""One-plan runs use the first; the mixed run spreads people over all six."""


def people(rows: int, seed: int = 20_260_101) -> Facts:
    """`rows` people as columns: about one in seven highly paid, one in three from 50 on, half with a wish in dollars."""
    rng = np.random.default_rng(seed)
    pay = np.clip(np.exp(rng.normal(16.1, 0.62, rows)), 1_500_000, 500_000_000).astype(np.int64)
    last = (pay * rng.uniform(0.85, 1.05, rows)).astype(np.int64)
    newly_hired = rng.random(rows) < 0.1
    last[newly_hired] = 0
    deferral = np.where(rng.random(rows) < 0.3, NO_LIMIT.cents, pay * rng.integers(0, 16, rows) // 100)
    catch_up = np.where(rng.random(rows) < 0.5, NO_LIMIT.cents, 0)
    after_tax = np.where(rng.random(rows) < 0.2, NO_LIMIT.cents, pay * rng.integers(0, 6, rows) // 100)
    return Facts(
        age=rng.integers(20, 71, rows),
        pay=column(pay),
        pay_415=column(pay),
        service=rng.integers(0, 30, rows),
        last_year_pay=column(last),
        last_year_fica_wages=column(last),
        deferral_wanted=column(deferral),
        catch_up_wanted=column(catch_up),
        after_tax_wanted=column(after_tax),
    )


def plans_of(rows: int, seed: int = 20_260_102) -> Any:
    """Which of the plans each of `rows` people is in, in random order."""
    return np.random.default_rng(seed).integers(0, len(PLANS), rows)


def plan_column(which: Any) -> Plan:
    """Every row its own plan's terms."""
    return spread(stack([replace(plan, name="") for plan in PLANS]), which)  # type: ignore[no-any-return]


def spread(stacked: Any, which: Any) -> Any:
    """The stacked plans, one row of them for each position in `which`; what all plans share stays single."""
    if isinstance(stacked, np.ndarray):
        return stacked[0].item() if (stacked == stacked[0]).all() else stacked[which]
    if isinstance(stacked, tuple):
        return tuple(spread(part, which) for part in stacked)
    if is_dataclass(stacked) and not isinstance(stacked, type):
        return type(stacked)(*(spread(getattr(stacked, field.name), which) for field in fields(stacked)))
    return stacked


def rows_of(structure: Any, start: int, stop: int, length: int) -> Any:
    """The rows from `start` to `stop` of whatever holds columns of `length` rows, without copying them."""
    return take(structure, slice(start, stop), length)  # type: ignore[arg-type]
