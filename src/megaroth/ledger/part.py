"""A piece of a payment on its way to another account: what of it is basis, what was taxed, what follows it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from megaroth.kit.money import ZERO, Money
from megaroth.law.s408A_roth_ira import regular_part_of_roth_rollover
from megaroth.ledger.model import Layer, RothInflow


@dataclass(frozen=True, slots=True)
class Part:
    """`amount` of which `basis` was never or already taxed; `layers` are in-plan rollovers that come with it."""

    amount: Money
    basis: Money = ZERO
    of_roth: bool = False
    qualified: bool = False
    layers: tuple[Layer, ...] = ()
    first_year: int | None = None
    from_ira: Literal["", "traditional_ira", "roth_ira", "plan"] = ""
    from_ira_year: int = 0

    def as_roth_inflow(self, owner: str, on: datetime.date) -> list[RothInflow]:
        """What a Roth IRA notes of it: nothing from another Roth IRA, regular from Roth in a plan, else a conversion."""
        if self.from_ira == "roth_ira":
            return []
        if self.from_ira:
            return [RothInflow(owner, on, on.year, from_ira=self.amount, from_ira_year=self.from_ira_year)]
        if self.of_roth:
            regular = regular_part_of_roth_rollover(self.amount, self.basis, self.qualified)
            return [RothInflow(owner, on, on.year, regular=regular, tail=self.layers)]
        return [RothInflow(owner, on, on.year, taxed=self.amount - self.basis, untaxed=self.basis)]
