"""What a plan says, settled: every term that a rule reads has a value.

Gaps are settled before this type exists (`plan/draft.py`), so no rule ever guesses. A term may also be a column.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from megaroth.kit.money import ALL, NO_CAP, NO_LIMIT, NONE, ZERO, Ints, Money, Rate, Truth

FOREVER = 1_000
"""More years of service than anybody has."""


@dataclass(frozen=True, slots=True)
class Tier:
    """One tier of a match formula: `rate` on the next `of_pay` share of eligible pay, or on the next `dollars`.

    A tier without either (`NO_CAP`, `NO_LIMIT`) matches every further dollar. It serves people whose years of service
    are at least `service_from` and below `service_below`.
    """

    rate: Rate
    of_pay: Rate = NO_CAP
    dollars: Money = NO_LIMIT
    service_from: Ints = 0
    service_below: Ints = FOREVER
    PAD: ClassVar[Tier]

    @property
    def by_service(self) -> bool:
        """Whether it serves some people only, by their years of service (one plan's tier, not a column of them)."""
        return bool(self.service_from > 0) or bool(self.service_below < FOREVER)


Tier.PAD = Tier(NONE, NONE)


@dataclass(frozen=True, slots=True)
class MatchStep:
    """A step match: whoever defers at least `deferring` of eligible pay earns `earns` of it; the highest step counts."""

    deferring: Rate
    earns: Rate
    PAD: ClassVar[MatchStep]


MatchStep.PAD = MatchStep(ALL, NONE)


@dataclass(frozen=True, slots=True)
class MatchLimits:
    """The most the whole match can be in a year: `dollars`, and a share `of_pay`."""

    dollars: Money = NO_LIMIT
    of_pay: Rate = NO_CAP


@dataclass(frozen=True, slots=True)
class EmployerMoney:
    """Employer money that needs no deferral: a share `of_pay` and `dollars` a year."""

    of_pay: Rate = NONE
    dollars: Money = ZERO


@dataclass(frozen=True, slots=True)
class Plan:
    """The terms of one plan that the rules read. Caps are `NO_CAP` or `NO_LIMIT` where the plan sets none."""

    name: str
    after_tax_allowed: Truth
    after_tax_cap: Rate = NO_CAP
    after_tax_dollar_cap: Money = NO_LIMIT
    hce_after_tax_cap: Rate = NO_CAP
    deferral_cap: Rate = NO_CAP
    combined_cap: Rate = NO_CAP
    roth_deferrals: Truth = True
    super_catch_up: Truth = False
    match: tuple[Tier, ...] = ()
    match_alternative: tuple[Tier, ...] = ()
    match_steps: tuple[MatchStep, ...] = ()
    match_dollar_cap: Money = NO_LIMIT
    match_pay_cap: Rate = NO_CAP
    match_on_roth: Truth = True
    match_on_catch_up: Truth = False
    match_on_after_tax: Truth = False
    nonelective: Rate = NONE
    nonelective_dollars: Money = ZERO
    profit_sharing: Rate = NONE
    profit_sharing_dollars: Money = ZERO
    other_pay_counts: Truth = False
    limitation_months: Ints = 12
