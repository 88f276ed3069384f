"""What one day pays, as tax sees it: the seam between a schedule (which knows contributions) and net pay (which knows tax)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Protocol

from megaroth.kit.money import Money


@dataclass(frozen=True, slots=True)
class Payment:
    """One paycheck or vest before taxes. `in_kind` comes in shares; of a `kind` "espp" no tax is withheld."""

    kind: str
    regular: Money
    supplemental: Money
    """In cash: bonus, commission, severance."""
    in_kind: Money
    pre_tax: Money
    """Deferred before income tax, catch-up included unless it is Roth; FICA is due on it all the same."""
    after_taxes: Money
    """Roth deferrals and after-tax contributions: they come out of taxed pay."""
    eligible: Money
    wages_before: Money
    """This job's pay of the year before it, shares included."""
    supplemental_before: Money
    paychecks_before: int
    """Regular paychecks of the year before it: deductions were taken from each."""
    on: datetime.date | None = None
    """When it is paid: a state's tables may change within the year."""


class Cash(Protocol):
    """Net pay of one job."""

    @property
    def is_of_the_year(self) -> bool:
        """False: from the withholding tables of another year; good to see what a paycheck can hold, never to be shown."""

    @property
    def assumed(self) -> tuple[str, ...]:
        """What was not stated and is assumed, in words."""

    @property
    def takes_only_federal(self) -> bool:
        """Whether nothing but FICA and income tax by the tables comes off: nothing extra, no benefits, no state."""

    def alike(self, payment: Payment) -> Payment:
        """The payment that stands for all that bear the same taxes on the same contributions."""

    def net(self, payment: Payment) -> Money:
        """What is left in cash (or in shares, of a payment in shares); below zero where a paycheck cannot hold it all."""
